// A layer of attention whose tokens are shuffled: do its outputs follow?
#pragma once

#include <array>
#include <string>
#include <vector>

#include "labs/transformer_facts/params.h"
#include "num/matrix.h"

namespace laboratory::transformer_facts {

inline constexpr std::array words = {"dog", "bites", "man", "at", "noon"};
inline constexpr int word_count = static_cast<int>(words.size());
inline constexpr int break_count = 6;

// "keys": as links and readouts name it.
const char* key_of(Break broken);

// What was done, as a sentence without its full stop.
const char* words_of(Break broken);

// The layer f on tokens X (rows, 4 numbers each) and on the same tokens in another order, P X. f is
// self-attention softmax(Q K^T / sqrt(d)) V with Q = X W_q and so on, drawn from the seed, and what
// `Break` says: the keys alone shuffled; no token sees a later one; sinusoid codes added to the
// tokens where they stand; only neighbours seen; or tokens normed by all numbers of the sentence,
// with a scale for each place.
struct Shuffle {
  std::vector<int> order;  // of the words by their number, from 0: place i has words[order[i]]
  num::Matrix before;      // f(X)
  num::Matrix moved;       // P f(X)
  num::Matrix after;       // f(P X)

  bool sorted() const;
  // Largest |moved - after|, over all or over one row.
  double error() const;
  double error(int place) const;
};
Shuffle shuffled(const std::vector<int>& order, Break broken, int seed);

// Largest change of the output where keys and values are shuffled alike and the queries stay.
double joint_error(const std::vector<int>& order, int seed);

// Nothing but rounding.
constexpr double rounding = 1e-12;

// The order that a field of numbers means, from 0; the sentence as it is where they name no order
// of all words.
std::vector<int> order_of(const std::vector<double>& numbers);
bool is_order(const std::vector<double>& numbers);

// As the field has it, with the word at `place`, which is not the last, and the one behind it
// changed over.
std::string swapped(std::vector<int> order, int place);

}  // namespace laboratory::transformer_facts
