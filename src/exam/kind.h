// What a kind of answer is. Each kind is one struct in exam/kinds, which holds the reference answer
// and the mistakes that it recognises, and does all that there is to do with them.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "exam/mark.h"
#include "lab/json.h"

namespace exam {

// Digits with which it is said what a number was read as: more than any number is marked by.
inline constexpr int read_digits = 6;

// Whether matrices are read as the reference has them or transposed. A form is marked in the layout
// that earns more, and keeps to it.
enum class Layout : std::uint8_t { own, transposed };

// `name` is what the page calls the kind, "one-of"; there is no second kind of that name.
//
// mark        the marking of an answer; `praise` is the message of a right one. `layout` matters
//             where `has_layouts`. A blank answer, too, is told by the kind: a list may be blank.
//             The id of the field and whether it is practice are filled in by the caller.
// ask         what the page has to know to ask, as members of the field's JSON; nothing from which
//             the answer follows.
// reference   an answer that earns full marks.
// understand  what a text that is not blank is read as; `part` names a line or a cell, or is "".
// tells_apart true where no mistake would be marked right and no two mistakes are the same.
// has_layouts true where the transposed answer is as good, if the whole form keeps to it.
template <class K>
concept AnswerKind = std::copyable<K> &&
    requires(const K& kind, const lab::Json& answer, const std::string& praise, Layout layout,
             lab::Writer& page, std::string_view text) {
  { K::name } -> std::convertible_to<std::string_view>;
  { kind.mark(answer, praise, layout) } -> std::same_as<FieldMark>;
  { kind.ask(page) } -> std::same_as<void>;
  { kind.reference() } -> std::same_as<lab::Json>;
  { kind.understand(text, text) } -> std::same_as<Understood>;
  { kind.tells_apart() } -> std::same_as<bool>;
  { kind.has_layouts() } -> std::same_as<bool>;
};

}  // namespace exam
