// What the last symbols say of the next: the counts that a language model has to beat.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace num {

// Probabilities of a symbol given none, one or two before it, from the counts of a text. A count is
// mixed with the guess of the shorter context h' by Witten and Bell's weights: with N(h) symbols
// seen after h, T(h) of them different,
//   p(c | h) = (count(h c) + T(h) p(c | h')) / (N(h) + T(h)),
// down to 1 / symbols where nothing is known, so that no probability is 0. I. H. Witten, T. C.
// Bell, "The zero-frequency problem" (1991).
class NGrams {
 public:
  // `text` has whole numbers 0 .. symbols - 1; symbols >= 1.
  NGrams(std::span<const int> text, int symbols);

  // Of symbol `next` after the last order - 1 of `before`, or as many as there are; order 1 to 3.
  double probability(int order, std::span<const int> before, int next) const;

  // Mean of -ln p over text[from], text[from + 1], ..., in nats; from < text.size().
  double loss(int order, std::span<const int> text, std::size_t from = 0) const;

 private:
  struct Table {
    std::vector<int> counts;            // contexts x symbols
    std::vector<int> total, different;  // of each context
  };
  // The context of the last `length` symbols as a row of a table.
  std::size_t context(std::span<const int> before, int length) const;

  int symbols_;
  Table tables_[3];  // by the length of the context
};

}  // namespace num
