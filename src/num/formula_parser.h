// One grammar for calculations and formulas: text to tree.
#pragma once

#include <optional>

#include "num/algebra.h"
#include "num/plain_text.h"
#include "num/scanner.h"

namespace num {

constexpr std::size_t longest_formula = 1000;  // characters
constexpr int deepest_formula = 64;
constexpr std::size_t most_nodes = 400;

// What is to be said of a text that is longer than a formula may be; told at once, whatever the
// length.
std::optional<Fault> too_long(std::string_view typed);

// Reads `text`, which is not too long, from byte `from` of its plain text to byte `end`; `words`
// says which names there are. `names` lists them for the sentence about one that is not known.
// Places in what comes back are those of what was typed. Where `choice` does not ask, a bracket
// that is open at the end is closed there.
Parsed parse_formula(const PlainText& text, std::size_t from, Words words, const std::string& names,
                     std::size_t end = std::string_view::npos, Choice choice = {});

}  // namespace num
