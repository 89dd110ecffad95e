#include "labs/weight_penalty/descent.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "nn/functions.h"
#include "nn/gemm.h"

namespace laboratory::weight_penalty {
namespace {

constexpr int descents = 60;

// An upper bound for the largest eigenvalue of X^T X / (4 n), the curvature of the loss, by the
// power method; what that still misses is covered by a twentieth.
float steepest_curvature(const Params& p, const LabelledPoints& e) {
  constexpr int rounds = 20;
  Floats v(static_cast<std::size_t>(p.features), 1), z(e.label.size()), scratch;
  double length = 0;
  for (int i = 0; i < rounds; ++i) {
    product(false, e.count, 1, p.features, e.x, e.count, v, z, scratch);
    product(true, p.features, 1, e.count, e.x, e.count, z, v, scratch);
    double square = 0;
    for (const float x : v) square += static_cast<double>(x) * x;
    length = std::sqrt(square);
    for (float& x : v) x = static_cast<float>(x / length);
  }
  return static_cast<float>(1.05 * length / (4.0 * e.count));
}

class Descent {
 public:
  Descent(const Params& p, const LabelledPoints& e, std::vector<Penalty> penalty,
          std::vector<double> lambda)
      : p_(p),
        e_(e),
        penalty_(std::move(penalty)),
        lambda_(std::move(lambda)),
        columns_(static_cast<int>(lambda_.size())),
        steepest_(steepest_curvature(p, e)),
        weights_(size(p.features, columns_)),
        ahead_(weights_),
        gradient_(weights_),
        z_(size(e.count, columns_)) {}

  const Floats& run() {
    for (int i = 0; i < descents; ++i) step(static_cast<float>(i) / static_cast<float>(i + 3));
    return weights_;
  }

 private:
  void step(float momentum) {
    product(false, e_.count, columns_, p_.features, e_.x, e_.count, ahead_, z_, scratch_);
    nn::sigmoid(z_.data(), z_.data(), z_.size());
    const float each = 1.0F / static_cast<float>(e_.count);
    for (int c = 0; c < columns_; ++c) {
      float* column = &z_[size(e_.count, c)];
      for (std::size_t i = 0; i < e_.label.size(); ++i)
        column[i] = (column[i] - e_.label[i]) * each;
    }
    product(true, p_.features, columns_, e_.count, e_.x, e_.count, z_, gradient_, scratch_);
    for (int c = 0; c < columns_; ++c) update(c, momentum);
  }

  void update(int c, float momentum) {
    const std::size_t from = size(p_.features, c), width = static_cast<std::size_t>(p_.features);
    const auto lambda = static_cast<float>(lambda_[static_cast<std::size_t>(c)]);
    const bool sparse = penalty_[static_cast<std::size_t>(c)] == Penalty::l1;
    const float rate = 1 / (sparse ? steepest_ : steepest_ + lambda);
    const float pull = sparse ? 0 : lambda, cut = sparse ? rate * lambda : 0;
    float *w = &weights_[from], *v = &ahead_[from];
    const float* g = &gradient_[from];
    for (std::size_t i = 0; i < width; ++i) {
      const float moved = v[i] - rate * (g[i] + pull * v[i]);
      const float shrunk = moved > cut ? moved - cut : moved < -cut ? moved + cut : 0.0F;
      v[i] = shrunk + momentum * (shrunk - w[i]);
      w[i] = shrunk;
    }
  }

  const Params& p_;
  const LabelledPoints& e_;
  std::vector<Penalty> penalty_;
  std::vector<double> lambda_;
  int columns_;
  float steepest_;
  Floats weights_, ahead_, gradient_, z_, scratch_;
};

}  // namespace

void product(bool transposed, int m, int n, int k, const Floats& a, int lda, const Floats& b,
             Floats& c, Floats& scratch) {
  scratch.resize(std::max(scratch.size(), nn::gemm_scratch(m, n, k)));
  nn::gemm(transposed, false, m, n, k, a.data(), lda, b.data(), k, nn::Into::overwrite, c.data(), m,
           scratch.data());
}

Floats descended(const Params& p, const LabelledPoints& e, std::vector<Penalty> penalty,
                 std::vector<double> lambda) {
  return Descent(p, e, std::move(penalty), std::move(lambda)).run();
}

}  // namespace laboratory::weight_penalty
