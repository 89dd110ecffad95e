#include "labs/weight_penalty/contest.h"

#include <cstddef>
#include <numeric>
#include <span>

#include "nn/functions.h"
#include "nn/gemm.h"
#include "num/elementary.h"
#include "num/rng.h"

namespace laboratory {
namespace {

using Floats = std::vector<float>;

constexpr int descents = 60;
constexpr int test_points = 500;

// Streams of random numbers, as many apart for each repeat.
enum Stream : std::uint64_t { places = 1, truth, training, validating, testing, wrong, doubtful };
constexpr std::uint64_t streams = 16;

num::Rng stream(const PenaltyParams& p, int repeat, Stream which) {
  return {static_cast<std::uint64_t>(p.seed), streams * static_cast<std::uint64_t>(repeat) + which};
}

std::size_t size(int rows, int cols) {
  return static_cast<std::size_t>(rows) * static_cast<std::size_t>(cols);
}

Floats draw_truth(const PenaltyParams& p, int repeat) {
  num::Rng place_rng = stream(p, repeat, places), value_rng = stream(p, repeat, truth);
  std::vector<int> order(static_cast<std::size_t>(p.features));
  std::iota(order.begin(), order.end(), 0);
  place_rng.shuffle(std::span(order));
  std::vector<double> w(order.size());
  double square = 0;
  for (int i = 0; i < p.true_weights(); ++i) {
    const double value = value_rng.normal();
    w[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])] = value;
    square += value * value;
  }
  Floats unit(w.size());
  for (std::size_t i = 0; i < w.size(); ++i) unit[i] = static_cast<float>(w[i] / std::sqrt(square));
  return unit;
}

// A matrix product with scratch of its own: C = A B or A^T B, column by column.
void product(bool transposed, int m, int n, int k, const Floats& a, int lda, const Floats& b,
             Floats& c, Floats& scratch) {
  scratch.resize(std::max(scratch.size(), nn::gemm_scratch(m, n, k)));
  nn::gemm(transposed, false, m, n, k, a.data(), lda, b.data(), k, nn::Into::overwrite, c.data(), m,
           scratch.data());
}

// Examples: x is count x features, one column for each feature; labels are 0 or 1.
struct Examples {
  int count;
  Floats x, label;
};

Examples examples(const PenaltyParams& p, int count, const Floats& w, num::Rng rng) {
  Examples e{count, Floats(size(count, p.features)), Floats(static_cast<std::size_t>(count))};
  for (float& x : e.x) x = static_cast<float>(rng.normal());
  Floats z(e.label.size()), scratch;
  product(false, count, 1, p.features, e.x, count, w, z, scratch);
  for (std::size_t i = 0; i < z.size(); ++i) e.label[i] = z[i] > 0 ? 1.0F : 0.0F;
  return e;
}

// Returns which labels are wrong now. More flips keep those that fewer flips have made.
std::vector<std::size_t> flip(Examples& e, double share, num::Rng rng) {
  std::vector<std::size_t> flipped;
  for (std::size_t i = 0; i < e.label.size(); ++i)
    if (rng.uniform() < share) {
      e.label[i] = 1 - e.label[i];
      flipped.push_back(i);
    }
  return flipped;
}

// The examples at `places`, for what they are worth alone.
Examples some(const PenaltyParams& p, const Examples& e, const std::vector<std::size_t>& places) {
  Examples chosen{static_cast<int>(places.size()), {}, {}};
  for (int feature = 0; feature < p.features; ++feature)
    for (const std::size_t i : places) chosen.x.push_back(e.x[size(e.count, feature) + i]);
  for (const std::size_t i : places) chosen.label.push_back(e.label[i]);
  return chosen;
}

// An upper bound for the largest eigenvalue of X^T X / (4 n), the curvature of the loss, by the
// power method; what that still misses is covered by a twentieth.
float curvature(const PenaltyParams& p, const Examples& e) {
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

// Shares of calls that are right, one for each column of weights; no call at all counts half.
std::vector<double> accuracies(const PenaltyParams& p, const Examples& e, const Floats& weights,
                               int columns) {
  Floats z(size(e.count, columns)), scratch;
  product(false, e.count, columns, p.features, e.x, e.count, weights, z, scratch);
  std::vector<double> shares;
  for (int c = 0; c < columns; ++c) {
    double right = 0;
    const float* column = &z[size(e.count, c)];
    for (std::size_t i = 0; i < e.label.size(); ++i)
      right += column[i] == 0 ? 0.5 : (column[i] > 0) == (e.label[i] > 0.5F);
    shares.push_back(right / e.count);
  }
  return shares;
}

// All columns at once: column c is penalised by `penalty[c]` with `lambda[c]`.
class Descent {
 public:
  Descent(const PenaltyParams& p, const Examples& e, std::vector<Penalty> penalty,
          std::vector<double> lambda)
      : p_(p),
        e_(e),
        penalty_(std::move(penalty)),
        lambda_(std::move(lambda)),
        columns_(static_cast<int>(lambda_.size())),
        steepest_(curvature(p, e)),
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

  const PenaltyParams& p_;
  const Examples& e_;
  std::vector<Penalty> penalty_;
  std::vector<double> lambda_;
  int columns_;
  float steepest_;
  Floats weights_, ahead_, gradient_, z_, scratch_;
};

std::size_t best(const std::vector<double>& shares) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < shares.size(); ++i)
    if (shares[i] >= shares[best]) best = i;
  return best;
}

std::vector<double> path_lambdas(const PenaltyParams& p, Penalty penalty) {
  std::vector<double> lambdas = lambda_grid(penalty);
  if (p.fixed(penalty)) lambdas.push_back(p.lambda);
  return lambdas;
}

template <class T>
std::vector<T> part(const std::vector<T>& all, std::size_t from, std::size_t count) {
  const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
  return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace

std::vector<double> lambda_grid(Penalty p) {
  // As powers of ten: first, last, and how many to a decade.
  const bool l1 = p == Penalty::l1;
  const int first = l1 ? -11 : -4, last = l1 ? -3 : 2;
  const double per_decade = l1 ? 4 : 2;
  std::vector<double> grid;
  for (int i = first; i <= last; ++i) grid.push_back(num::pow(10, i / per_decade));
  return grid;
}

Contest contest(const PenaltyParams& p, int repeat) {
  Contest result{draw_truth(p, repeat), 0, {}};
  Examples train = examples(p, p.points, result.truth, stream(p, repeat, training));
  Examples validation = examples(p, p.points, result.truth, stream(p, repeat, validating));
  const Examples test = examples(p, test_points, result.truth, stream(p, repeat, testing));
  const std::vector<std::size_t> flipped = flip(train, p.flips, stream(p, repeat, wrong));
  result.wrong_labels = static_cast<int>(flipped.size());
  flip(validation, p.flips, stream(p, repeat, doubtful));

  std::vector<double> lambdas;
  std::vector<Penalty> penalties;
  for (const Penalty penalty : {Penalty::l1, Penalty::l2})
    for (const double lambda : path_lambdas(p, penalty))
      lambdas.push_back(lambda), penalties.push_back(penalty);
  Descent descent(p, train, penalties, lambdas);
  const Floats& weights = descent.run();
  const int columns = static_cast<int>(lambdas.size());
  const std::vector<double> on_train = accuracies(p, train, weights, columns),
                            on_validation = accuracies(p, validation, weights, columns),
                            on_test = accuracies(p, test, weights, columns);
  std::vector<double> on_wrong(lambdas.size());
  if (!flipped.empty()) on_wrong = accuracies(p, some(p, train, flipped), weights, columns);

  std::size_t from = 0;
  for (const Penalty penalty : {Penalty::l1, Penalty::l2}) {
    Path& path = result.paths[static_cast<std::size_t>(penalty)];
    path.lambda = path_lambdas(p, penalty);
    const std::size_t count = path.lambda.size();
    path.train = part(on_train, from, count);
    path.validation = part(on_validation, from, count);
    path.test = part(on_test, from, count);
    path.memorised = part(on_wrong, from, count);
    for (std::size_t c = from; c < from + count; ++c) {
      path.weights.push_back(part(weights, size(p.features, static_cast<int>(c)),
                                  static_cast<std::size_t>(p.features)));
      int nonzero = 0;
      for (const float w : path.weights.back()) nonzero += w != 0;
      path.nonzero.push_back(nonzero);
    }
    path.chosen = p.fixed(penalty) ? count - 1 : best(path.validation);
    from += count;
  }
  return result;
}

}  // namespace laboratory
