// Texts to learn from, all made by this program, and a text of the person's own.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "labs/transformer_facts/params.h"

namespace laboratory::transformer_facts {

// A text as a model reads it: numbers of characters, the last tenth of which is held out. A text
// has at most 64 different characters; rarer ones are read as one, "□".
struct Reading {
  std::vector<std::string> symbols;  // the characters in UTF-8, by their numbers
  std::vector<int> train, held_out;
  int rare = 0;  // characters that were read as "□"
  // Why a text of the person's own is not the one that is read; empty where it is, or none is asked
  // for.
  std::string not_own;

  int size() const { return static_cast<int>(symbols.size()); }
  // The numbers of a text's characters; one that was never read becomes a blank, or the first.
  std::vector<int> numbers(std::string_view text) const;
  // Those that `numbers` had to replace, each once.
  std::string unknown(std::string_view text) const;
};

// The least and the most characters of a text of one's own that are used.
inline constexpr std::size_t shortest_text = 2000, longest_text = 200'000;

// Tales, names or brackets, drawn from the seed; a person's own text where one is given and long
// enough, otherwise tales.
Reading reading_of(const ModelParams& p);

}  // namespace laboratory::transformer_facts
