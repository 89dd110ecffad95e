// What stands round an answer that is copied from a chat, a notebook, a page or a program.
#pragma once

#include "num/plain_text.h"

namespace num {

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
