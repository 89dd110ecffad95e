#include "labs/siamese/study.h"

#include <algorithm>
#include <cmath>

#include "labs/given_tables.h"
#include "labs/siamese/witness.h"
#include "num/rng.h"

namespace laboratory::siamese {
namespace {

using lab::Matrix;

// Streams of the seed.
enum : std::uint64_t { weights_1 = 1, biases_1, weights_2, bias_2, first, second, labels };

constexpr double kink_free = 0.05;

double two_decimals(double x) { return std::floor(100 * x + 0.5) / 100; }

double drawn(num::Rng& rng, double spread) { return two_decimals(spread * rng.normal()); }

Matrix drawn(int rows, int cols, double spread, num::Rng& rng) {
  Matrix m = zeros(rows, cols);
  for (double& x : m.values) x = drawn(rng, spread);
  return m;
}

// A row of weights that hardly differ from 0 would hold every example near the kinks.
Matrix drawn_weights(int rows, int cols, double spread, num::Rng& rng) {
  Matrix m = zeros(rows, cols);
  for (int r = 0; r < rows; ++r) {
    double largest = 0;
    while (largest < spread / 2) {
      for (int c = 0; c < cols; ++c) {
        m.at(r, c) = drawn(rng, spread);
        largest = std::max(largest, std::fabs(m.at(r, c)));
      }
    }
  }
  return m;
}

struct Sizes {
  int D, Da, m;
};

// A given table says how large it is; the first of those that share a side decides.
Sizes sizes(const Params& p) {
  return {first_given({p.W1.cols, p.X.rows, p.Xp.rows}, p.D),
          first_given({p.W1.rows, p.b1.rows, p.W2.cols}, p.Da),
          first_given({p.X.cols, p.Xp.cols, p.Y.cols}, p.m)};
}

void check_shapes(const Params& p, Sizes s, std::vector<lab::Problem>& problems) {
  check_shape(p.W1, {"W1", "W1", s.Da, s.D, "Dₐ × D", "W1 X takes D inputs to Dₐ nodes."},
              problems);
  check_shape(p.b1, {"b1", "b1", s.Da, 1, "Dₐ × 1", "it is added to every column of W1 X."},
              problems);
  check_shape(p.W2, {"W2", "W2", 1, s.Da, "1 × Dₐ", "W2 a is one number for each example."},
              problems);
  check_shape(p.X, {"X", "X", s.D, s.m, "D × m", "each column is an example."}, problems);
  check_shape(p.Xp, {"Xp", "X′", s.D, s.m, "D × m", "it has the shape of X."}, problems);
  check_shape(p.Y, {"Y", "Y", 1, s.m, "1 × m", "each example has one label."}, problems);
}

// Draws an example's inputs, as far as they are free, again until it keeps off the kinks.
void clear_example(const Params& p, Net& net, int i, num::Rng& x, num::Rng& xp) {
  constexpr int most_draws = 400;
  Net one = net;
  one.Y = zeros(1, 1);
  one.X = one.Xp = zeros(net.inputs(), 1);
  for (int attempt = 0; attempt < most_draws; ++attempt) {
    for (int c = 0; c < net.inputs(); ++c) {
      if (attempt > 0 && p.X.empty()) net.X.at(c, i) = drawn(x, 1);
      if (attempt > 0 && p.Xp.empty()) net.Xp.at(c, i) = drawn(xp, 1);
      one.X.at(c, 0) = net.X.at(c, i);
      one.Xp.at(c, 0) = net.Xp.at(c, i);
    }
    if (kink_distance(one, forward(one)) > kink_free) return;
  }
}

// Draws the weights of hidden node k again until no example lies near one of its kinks.
void clear_node(Net& net, int k, num::Rng& rng, double spread) {
  constexpr int most_draws = 400;
  Net one = net;
  one.W1 = zeros(1, net.inputs());
  one.b1 = {1, 1, {net.b1.at(k, 0)}};
  one.W2 = zeros(1, 1);
  for (int attempt = 0; attempt < most_draws; ++attempt) {
    for (int c = 0; c < net.inputs(); ++c) {
      if (attempt > 0) net.W1.at(k, c) = drawn(rng, spread);
      one.W1.at(0, c) = net.W1.at(k, c);
    }
    if (kink_distance(one, forward(one)) > kink_free) return;
  }
}

Net instance(const Params& p, Sizes s) {
  const auto seed = static_cast<std::uint64_t>(p.seed);
  const double spread_1 = 1.2 / std::sqrt(s.D), spread_2 = 1.5 / std::sqrt(s.Da);
  num::Rng w1(seed, weights_1), b1(seed, biases_1), w2(seed, weights_2), b2(seed, bias_2);
  num::Rng x(seed, first), xp(seed, second), y(seed, labels);
  Net net{p.merge, p.activation, p.W1, p.b1, p.W2, p.X, p.Xp, p.Y, p.b2};
  if (p.W1.empty()) net.W1 = drawn_weights(s.Da, s.D, spread_1, w1);
  if (p.b1.empty()) net.b1 = drawn(s.Da, 1, 0.3, b1);
  if (p.W2.empty()) net.W2 = drawn(1, s.Da, spread_2, w2);
  if (std::isnan(p.b2)) net.b2 = drawn(b2, 0.3);
  if (p.X.empty()) net.X = drawn(s.D, s.m, 1, x);
  if (p.Xp.empty()) net.Xp = drawn(s.D, s.m, 1, xp);
  if (p.Y.empty()) {
    net.Y = zeros(1, s.m);
    for (double& label : net.Y.values) label = y.below(2);
  }
  if (p.X.empty() || p.Xp.empty())
    for (int i = 0; i < s.m; ++i) clear_example(p, net, i, x, xp);
  else if (p.W1.empty())
    for (int k = 0; k < s.Da; ++k) clear_node(net, k, w1, spread_1);
  return net;
}

}  // namespace

int Study::example() const { return std::min(params.example, net.examples()) - 1; }

Study study(const Params& p) {
  Study s;
  s.params = p;
  const Sizes size = sizes(p);
  check_shapes(p, size, s.problems);
  if (!s.fits()) return s;
  s.net = instance(p, size);
  s.values = forward(s.net);
  s.hand = by_hand(s.net, s.values);
  s.reverse = by_reverse(s.net);
  s.central = by_differences(s.net);
  s.reverse_gap = gap_from(s.hand, s.reverse);
  s.central_gap = gap_from(s.hand, s.central);
  s.kink = kink_distance(s.net, s.values);
  return s;
}

}  // namespace laboratory::siamese
