// What stands round the numbers of a matrix that is copied from elsewhere.
#pragma once

#include <string>
#include <string_view>

namespace lab {

// The rows of a matrix without what only sets or announces them:
//
// - characters that look like plain ones, and the pieces of tall brackets; tabs and line ends stay;
// - Markdown fences, emphasis and bullets; rows that are numbered from 1 on;
// - titles: lines in words, "ans =", "Out[5]:", "The output is:", "Row 1:", "o1 =";
// - the call around it, np.array(…, dtype=float) or tf.Tensor(…, shape=(3, 4)), and what follows
//   "//"; brackets that close nothing;
// - the numbers of rows and columns that R and pandas print; the head of a table with bars.
//
// Whatever changes a value stays, and is refused by who reads on: "2 [1, 2]", "[1, 2]'".
std::string without_setting(std::string_view text);

// Whether `text` only announces what follows: "The output is", "A =", "out = np.array(".
bool is_title(std::string_view text);

}  // namespace lab
