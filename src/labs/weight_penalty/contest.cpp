#include "labs/weight_penalty/contest.h"

#include <cstddef>
#include <numeric>
#include <span>
#include <utility>

#include "labs/weight_penalty/descent.h"
#include "num/elementary.h"
#include "num/rng.h"

namespace laboratory::weight_penalty {
namespace {

constexpr int test_points = 500;

// Streams of random numbers, as many apart for each repeat.
enum Stream : std::uint64_t { places = 1, truth, training, validating, testing, wrong, doubtful };
constexpr std::uint64_t streams = 16;

num::Rng stream(const Params& p, int repeat, Stream which) {
  return {static_cast<std::uint64_t>(p.seed), streams * static_cast<std::uint64_t>(repeat) + which};
}

Floats draw_truth(const Params& p, int repeat) {
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

LabelledPoints examples(const Params& p, int count, const Floats& w, num::Rng rng) {
  LabelledPoints e{count, Floats(size(count, p.features)), Floats(static_cast<std::size_t>(count))};
  for (float& x : e.x) x = static_cast<float>(rng.normal());
  Floats z(e.label.size()), scratch;
  product(false, count, 1, p.features, e.x, count, w, z, scratch);
  for (std::size_t i = 0; i < z.size(); ++i) e.label[i] = z[i] > 0 ? 1.0F : 0.0F;
  return e;
}

// Returns which labels are wrong now. More flips keep those that fewer flips have made.
std::vector<std::size_t> flip(LabelledPoints& e, double share, num::Rng rng) {
  std::vector<std::size_t> flipped;
  for (std::size_t i = 0; i < e.label.size(); ++i)
    if (rng.uniform() < share) {
      e.label[i] = 1 - e.label[i];
      flipped.push_back(i);
    }
  return flipped;
}

// The examples at `places`, for what they are worth alone.
LabelledPoints some(const Params& p, const LabelledPoints& e,
                    const std::vector<std::size_t>& places) {
  LabelledPoints chosen{static_cast<int>(places.size()), {}, {}};
  for (int feature = 0; feature < p.features; ++feature)
    for (const std::size_t i : places) chosen.x.push_back(e.x[size(e.count, feature) + i]);
  for (const std::size_t i : places) chosen.label.push_back(e.label[i]);
  return chosen;
}

// Shares of calls that are right, one for each column of weights; no call at all counts half.
std::vector<double> accuracies(const Params& p, const LabelledPoints& e, const Floats& weights,
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

std::size_t best(const std::vector<double>& shares) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < shares.size(); ++i)
    if (shares[i] >= shares[best]) best = i;
  return best;
}

int count_nonzero(const std::vector<float>& weights) {
  int nonzero = 0;
  for (const float w : weights) nonzero += w != 0;
  return nonzero;
}

std::vector<double> path_lambdas(const Params& p, Penalty penalty) {
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

Contest contest(const Params& p, int repeat) {
  Contest result{draw_truth(p, repeat), 0, {}};
  LabelledPoints train = examples(p, p.points, result.truth, stream(p, repeat, training));
  LabelledPoints validation = examples(p, p.points, result.truth, stream(p, repeat, validating));
  const LabelledPoints test = examples(p, test_points, result.truth, stream(p, repeat, testing));
  const std::vector<std::size_t> flipped = flip(train, p.flips, stream(p, repeat, wrong));
  result.wrong_labels = static_cast<int>(flipped.size());
  flip(validation, p.flips, stream(p, repeat, doubtful));

  std::vector<double> lambdas;
  std::vector<Penalty> penalties;
  for (const Penalty penalty : {Penalty::l1, Penalty::l2})
    for (const double lambda : path_lambdas(p, penalty))
      lambdas.push_back(lambda), penalties.push_back(penalty);
  const Floats weights = descended(p, train, std::move(penalties), lambdas);
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
      path.nonzero.push_back(count_nonzero(path.weights.back()));
    }
    path.chosen = p.fixed(penalty) ? count - 1 : best(path.validation);
    from += count;
  }
  return result;
}

Walk walk(const Params& p, int repeat, const Contest& contest) {
  constexpr double below = 100, above = 10;
  LabelledPoints train = examples(p, p.points, contest.truth, stream(p, repeat, training));
  const LabelledPoints test = examples(p, test_points, contest.truth, stream(p, repeat, testing));
  flip(train, p.flips, stream(p, repeat, wrong));

  std::vector<double> lambdas;
  std::vector<Penalty> penalties;
  for (const Penalty penalty : {Penalty::l1, Penalty::l2}) {
    const Path& path = contest.of(penalty);
    for (int step = 1; step <= Params::last_step; ++step) {
      const double from_tuned = static_cast<double>(step - Params::tuned_step) / Params::tuned_step;
      lambdas.push_back(path.lambda[path.chosen] *
                        num::pow(from_tuned < 0 ? below : above, from_tuned));
      penalties.push_back(penalty);
    }
  }
  const Floats weights = descended(p, train, penalties, lambdas);
  const int columns = static_cast<int>(lambdas.size());
  const std::vector<double> on_train = accuracies(p, train, weights, columns),
                            on_test = accuracies(p, test, weights, columns);
  Walk result;
  for (std::size_t c = 0; c < lambdas.size(); ++c) {
    std::vector<float> own =
        part(weights, size(p.features, static_cast<int>(c)), static_cast<std::size_t>(p.features));
    const int nonzero = count_nonzero(own);
    result.stages[static_cast<std::size_t>(penalties[c])].push_back(
        {lambdas[c], std::move(own), nonzero, on_train[c], on_test[c]});
  }
  return result;
}

}  // namespace laboratory::weight_penalty
