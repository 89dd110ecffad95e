// Texts of several parts: lists with commas, rows with semicolons.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lab {

// `s` without blanks around it, those among them that do not break or cannot be seen.
std::string_view trimmed(std::string_view s);

// The parts of `text` between separators; an empty text has one empty part. At most `most` + 1, so
// that a hostile text costs no more than a legal one.
std::vector<std::string_view> split(std::string_view text, char separator, int most);

// `s` with each `from`, which is not empty, become `to`.
std::string replaced(std::string_view s, std::string_view from, std::string_view to);

// "a, b, c"
std::string enumerated(const std::vector<std::string>& names);

}  // namespace lab
