// An answer of several lines that comes as one text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace exam {

// The lines of `text`: by line ends, or in LaTeX by "\\" within an environment; without blank ones,
// fences, and the numbers ("1.", "(1)", "Line 1:") or bullets ("- ") that all of them have. A text
// of more than 100 kB is one line.
std::vector<std::string> written_lines(std::string_view text);

}  // namespace exam
