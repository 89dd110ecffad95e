// The data behind a figure as a table that a spreadsheet opens.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "lab/figure.h"

namespace lab {

// A header line, then rows, by RFC 4180 with "\n". Text that a spreadsheet would take for a formula
// is led by an apostrophe. Rows beyond `csv_bytes` are left out, and a last line says how many.
std::string csv(const Figure& figure);

// The most bytes of rows: a map of millions of cells would take longer to open than to look at.
inline constexpr std::size_t csv_bytes = 5 << 20;

// "the last 120 of 4000 rows are left out …" where some are, else "".
std::string left_out_of_csv(std::string_view csv);

}  // namespace lab
