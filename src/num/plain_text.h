// One reading of the characters that a person types or pastes, for every grammar.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace num {

// `text` is `typed` in plain characters:
//
// - what cannot be seen (zero-width blanks, marks of direction, byte order marks, soft hyphens) is
//   gone, and so are blanks at either end; every blank within is an ASCII blank;
// - full-width and mathematical letters and digits, letterlike signs and look-alikes of signs are
//   the plain ones (num/look_alike.h). A blackboard or bold 1 and a blackboard I stay what they are
//   before a bracket or a subscript, where they begin an indicator;
// - raised letters and brackets are written out, "⁽ⁱ⁾" as "^(i)" and "⁻ᵐ" as "^(-m)"; raised whole
//   numbers stay; "½" is "(1/2)", and "1½" is "1 1/2";
// - what HTML writes for a character ("&gt;", "&nbsp;", "&#8722;") is that character.
//
// Bytes that are no UTF-8 stay.
struct PlainText {
  explicit PlainText(std::string_view typed);

  // The byte of `typed` that byte `at` of `text` comes from; the end for the end.
  std::size_t origin(std::size_t at) const;
  // What was typed for `size` bytes of `text` from `at` on, without what cannot be seen.
  std::string quoted(std::size_t at, std::size_t size) const;

  // Puts `with` in place of `size` bytes of `text` from `at` on; all of it comes from where these
  // began.
  void replace(std::size_t at, std::size_t size, std::string_view with);

  // Makes blanks of `size` bytes of `text` from `at` on; all others keep their places.
  void blank(std::size_t at, std::size_t size);

  std::string typed, text;

 private:
  std::vector<std::size_t> origins_;  // of each byte of `text` and of its end
};

// `typed` in plain characters, where nobody asks for the place.
std::string plain_characters(std::string_view typed);

// True where nothing is to be seen in `typed`.
bool is_blank(std::string_view typed);

// How a message calls what stands at byte `at`, which is within `text`: "\"☃\" (U+2603)", "U+200B",
// "the byte FF (no UTF-8)".
std::string character_name(std::string_view text, std::size_t at);

}  // namespace num
