// The data behind a figure as a table that a spreadsheet opens.
#pragma once

#include <string>

#include "lab/figure.h"

namespace lab {

// A header line, then rows, by RFC 4180 with "\n". Text that a spreadsheet would take for a formula
// is led by an apostrophe.
std::string csv(const Figure& figure);

}  // namespace lab
