// One grammar for calculations and formulas: text to tree.
#pragma once

#include "num/algebra.h"
#include "num/scanner.h"

namespace num {

constexpr std::size_t longest_formula = 1000;
constexpr int deepest_formula = 64;
constexpr std::size_t most_nodes = 400;

// Reads `text` from byte `from` on; `words` says which names there are. `names` lists them for the
// sentence about one that is not known.
Parsed parse_formula(std::string_view text, std::size_t from, Words words,
                     const std::string& names);

}  // namespace num
