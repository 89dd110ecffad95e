// What a layer of attention costs in floating-point operations.
#pragma once

#include <cstdint>

namespace num {

// n queries, m keys, total width d, h heads of width d / h; a multiplication and an addition are
// one operation each:
//   projections  2 (2 n d^2 + 2 m d^2): queries and output of n, keys and values of m tokens
//   scores       2 n m d, over all heads together
//   softmax      5 n m h: shift, exponential, sum, division and the scaling of each score
//   mix          2 n m d
struct AttentionCost {
  std::int64_t projections = 0, scores = 0, softmax = 0, mix = 0;
  constexpr std::int64_t total() const { return projections + scores + softmax + mix; }
};

constexpr AttentionCost attention_cost(std::int64_t n, std::int64_t m, std::int64_t d,
                                       std::int64_t h) {
  return {4 * (n + m) * d * d, 2 * n * m * d, 5 * n * m * h, 2 * n * m * d};
}

// The same where a sum of k terms takes k - 1 additions, and none to 0: one operation fewer for
// each entry of a product of matrices.
constexpr AttentionCost attention_cost_without_zero(std::int64_t n, std::int64_t m, std::int64_t d,
                                                    std::int64_t h) {
  const AttentionCost c = attention_cost(n, m, d, h);
  return {c.projections - 2 * (n + m) * d, c.scores - n * m * h, c.softmax, c.mix - n * d};
}

// The projections where each head sees only its own d / h of the channels: queries, keys and values
// of d^2 / h weights, the output as before. h divides d.
constexpr std::int64_t split_projections(std::int64_t n, std::int64_t m, std::int64_t d,
                                         std::int64_t h) {
  return 2 * n * d * d + (2 * n + 4 * m) * d * d / h;
}

}  // namespace num
