// Matrices as LaTeX, Word and R set them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lab {

// The rows of a matrix environment of LaTeX, of \pmatrix{…} or of Word's ■(1&2@3&4), parted by line
// ends, with "&" between the entries; nothing where there is none, or more than a title around it.
std::optional<std::string> set_rows(std::string_view text);

// R's matrix(c(1, 2, 3, 4), nrow = 2, byrow = TRUE) as "1,2\n3,4", and rbind(c(1, 2), c(3, 4)).
std::optional<std::string> rows_of_call(std::string_view text);

}  // namespace lab
