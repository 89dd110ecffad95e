// Scaled dot-product attention, soft and hard, with the gradients of one output cell.
// Vaswani et al., "Attention is all you need" (2017), section 3.2.1; hard attention after Xu et
// al., "Show, attend and tell" (2015), section 4.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "num/matrix.h"

namespace num {

// Q: N x d, K: M x d, with N, M, d >= 1.
//   scores = Q K^T, scaled = scores / sqrt(d), both N x M
//   weights_i = softmax(scaled_i / temperature) over the keys that query i may see, N x M
//   choice_i = the first visible key of the largest score, from 0
//   best_i = all visible keys of that score; where there are several the choice is a convention
// Scores are equal where rounding of their sums may have parted them: 0.1 + 0.2 is 0.3.
// With `causal`, query i sees key j only where j <= i; every query sees the first key.
struct Attention {
  Matrix scores, scaled, weights;
  std::vector<int> choice;
  std::vector<std::vector<int>> best;

  bool tied(int query) const { return best[static_cast<std::size_t>(query)].size() > 1; }
};
Attention attend(const Matrix& q, const Matrix& k, double temperature, bool causal);

inline bool visible(int query, int key, bool causal) { return !causal || key <= query; }

// The outputs, N x dv, of values V: M x dv.
Matrix soft_output(const Attention& a, const Matrix& v);  // weights V
Matrix hard_output(const Attention& a, const Matrix& v);  // row i is row choice_i of V

// Derivatives of one output cell, shaped like Q, K and V.
struct Gradients {
  Matrix q, k, v;
};

// Of o = sum_j w_j v_j, the soft output in row `row` and column `col`, from 0:
//   do/ds_j = w_j (v_j - o) / temperature for the scaled scores s_j of the row, then
//   dQ_row = sum_j do/ds_j K_j / sqrt(d), dK_j = do/ds_j Q_row / sqrt(d), dV_j,col = w_j.
Gradients soft_gradients(const Attention& a, const Matrix& q, const Matrix& k, const Matrix& v,
                         double temperature, int row, int col);

// Of the hard output: the choice does not move with Q and K, so their gradients are 0; dV is 1 at
// the chosen cell. Where the row is tied the output jumps and has no gradient to Q and K.
Gradients hard_gradients(const Attention& a, const Matrix& q, const Matrix& k, const Matrix& v,
                         int row, int col);

// What the score-function estimate takes off a value before it weighs it. The mean of the estimate
// does not depend on it, its variance does.
enum class Baseline : std::uint8_t {
  none,
  mean,  // the soft output, for all entries
  best,  // for each entry that with the least variance: sum_j w_j s_j^2 v_j / sum_j w_j s_j^2
};

// The score-function (REINFORCE) estimate of d E[v_J] / dQ_row, for a key J that is drawn with the
// soft weights of the row: (v_J - b) s_J with s_j = d log w_j / dQ_row, each (d).
// R. J. Williams, "Simple statistical gradient-following algorithms ..." (1992); the best baseline:
// Weaver & Tao, "The optimal reward baseline for gradient-based reinforcement learning" (2001).
class ScoreFunction {
 public:
  ScoreFunction(const Attention& a, const Matrix& k, const Matrix& v, double temperature, int row,
                int col, Baseline baseline = Baseline::none);
  // The estimate when key j is drawn.
  std::span<const double> estimate(int j) const { return estimates_.row(j); }
  std::vector<double> mean() const;      // over all keys: the soft gradient, exactly
  std::vector<double> variance() const;  // of a single draw, entry by entry
  // Whether all keys that can be drawn say the same of entry c, but for rounding.
  bool without_spread(std::size_t c) const;
  int key(double u) const;  // the key that a uniform number in [0, 1) draws

 private:
  std::vector<double> weights_;
  Matrix estimates_;  // M x d
};

}  // namespace num
