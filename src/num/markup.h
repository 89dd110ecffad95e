// What stands round an answer that is copied from a chat, a notebook, a page or a program.
#pragma once

#include "num/plain_text.h"

namespace num {

// The back-ticks from byte `from` on that come first, with the name of a language behind three of
// them where a line ends there. `size` is 0 where there are none.
struct CodeMark {
  std::size_t at = 0, size = 0;
};
CodeMark code_mark(std::string_view s, std::size_t from);

// Makes blanks of all back-ticks.
void take_code_marks(PlainText& text);

// The quotation marks around all of `s`; empty ones where there are none.
struct Quotes {
  std::string_view open, close;
};
Quotes quotes_around(std::string_view s);

// Works on the plain text in place:
//
// - Markdown: fences and backticks, *emphasis* and **emphasis** of the whole or of one side of "=",
//   a bullet in front, an escaped "\_";
// - quotation marks round the whole;
// - HTML: <sub> and <sup> are _{} and ^{}, tags that only change the look are gone;
// - comments to the end of a line: "# …", "// …", and "% …" of two words or more;
// - a blank between a letter and the accent that combines with it, as Word writes it.
void read_markup(PlainText& text);

}  // namespace num
