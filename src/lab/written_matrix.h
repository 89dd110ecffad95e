// A matrix as people write it, or copy it from another program, taken apart into its cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lab {

// The texts of the cells, in rows of one length and without blanks around them; none where the text
// cannot be taken apart, and then `error` is the sentence that says why. `laid_out` is true where
// more than commas or blanks says that it is a matrix: brackets, tabs, several rows.
struct WrittenMatrix {
  std::vector<std::vector<std::string>> rows;
  std::string error;
  bool laid_out = false;

  int height() const { return static_cast<int>(rows.size()); }
  int width() const { return rows.empty() ? 0 : static_cast<int>(rows[0].size()); }
};

// Reads what links carry ("1,2;3,4"), cells of a spreadsheet (tabs and line ends), nested lists
// ("[[1, 2], [3, 4]]", also as the argument of a call such as np.array, and as NumPy prints them),
// "[1 2; 3 4]", a matrix environment of LaTeX, and rows with bars. Entries are parted by tabs, bars
// or "&" where there are any, else by commas, else by blanks; rows by their brackets, by line ends,
// semicolons or "\\". Beside tabs a comma is part of a number. Where a comma may be either, or both
// line ends and semicolons part something, the error asks. A semicolon or line end behind the last
// row ends it. What a cell holds is not looked at. At most 1 MiB and 65 536 cells.
WrittenMatrix written_matrix(std::string_view text);

}  // namespace lab
