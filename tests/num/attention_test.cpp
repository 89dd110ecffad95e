#include "num/attention.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "num/rng.h"
#include "num/statistics.h"

using doctest::Approx;
using num::Matrix;

namespace {

const Matrix paper_q{3, 2, {2, -3, -4, 1, 5, -2}}, paper_k{2, 2, {1, 4, 0, -3}},
    paper_v{2, 4, {2, 4, 3, -2, -4, 3, 1, -5}};

void check_near(const Matrix& got, const Matrix& want, double tolerance) {
  REQUIRE(got.rows == want.rows);
  REQUIRE(got.cols == want.cols);
  for (std::size_t i = 0; i < want.values.size(); ++i) {
    CAPTURE(i);
    CHECK(std::fabs(got.values[i] - want.values[i]) <= tolerance);
  }
}

Matrix random_matrix(num::Rng& rng, int rows, int cols) {
  Matrix m = Matrix::zero(rows, cols);
  for (double& x : m.values) x = rng.normal();
  return m;
}

Matrix permuted(const Matrix& m, const std::vector<int>& order) {
  Matrix out = m;
  for (int r = 0; r < m.rows; ++r)
    for (int c = 0; c < m.cols; ++c) out.at(r, c) = m.at(order[static_cast<std::size_t>(r)], c);
  return out;
}

// Central differences of f() with respect to every entry of `m`.
template <class F>
Matrix slopes(Matrix& m, F f) {
  constexpr double h = 1e-5;
  Matrix out = Matrix::zero(m.rows, m.cols);
  for (std::size_t i = 0; i < m.values.size(); ++i) {
    const double x = m.values[i];
    m.values[i] = x + h;
    const double above = f();
    m.values[i] = x - h;
    const double below = f();
    m.values[i] = x;
    out.values[i] = (above - below) / (2 * h);
  }
  return out;
}

}  // namespace

TEST_CASE("the paper's instance gives the matrices that were worked out by hand") {
  const num::Attention a = num::attend(paper_q, paper_k, 1, false);
  CHECK(a.scores == Matrix{3, 2, {-10, 9, 0, -3, -3, 6}});
  check_near(a.scaled, {3, 2, {-7.07107, 6.36396, 0, -2.12132, -2.12132, 4.24264}}, 5e-6);
  CHECK(a.choice == std::vector<int>{1, 0, 1});
  CHECK(a.best == std::vector<std::vector<int>>{{1}, {0}, {1}});
  CHECK(num::hard_output(a, paper_v) == Matrix{3, 4, {-4, 3, 1, -5, 2, 4, 3, -2, -4, 3, 1, -5}});
  check_near(a.weights, {3, 2, {1.46345e-6, 0.999999, 0.892958, 0.107042, 0.00171957, 0.998280}},
             5e-7);
  check_near(num::soft_output(a, paper_v),
             {3,
              4,
              {-3.99999, 3.00000, 1.00000, -5.00000, 1.35775, 3.89296, 2.78592, -2.32113, -3.98968,
               3.00172, 1.00344, -4.99484}},
             5e-6);
}

TEST_CASE("a low temperature turns the soft output into the hard one") {
  const num::Attention a = num::attend(paper_q, paper_k, 1e-3, false);
  check_near(num::soft_output(a, paper_v), num::hard_output(a, paper_v), 1e-12);
}

TEST_CASE("attention is equivariant in the queries and invariant in the pairs of keys and values") {
  num::Rng rng(8, 1);
  const Matrix q = random_matrix(rng, 4, 3), k = random_matrix(rng, 4, 3),
               v = random_matrix(rng, 4, 2);
  const std::vector<int> order = {2, 0, 3, 1};
  const auto output = [&](const Matrix& a, const Matrix& b, const Matrix& c, bool causal) {
    return num::soft_output(num::attend(a, b, 1, causal), c);
  };
  const Matrix plain = output(q, k, v, false);
  CHECK(output(permuted(q, order), k, v, false) == permuted(plain, order));
  check_near(output(q, permuted(k, order), permuted(v, order), false), plain, 1e-15);
  CHECK_FALSE(output(permuted(q, order), k, v, true) == permuted(output(q, k, v, true), order));
}

TEST_CASE("a causal mask hides later keys from the choice and from the weights") {
  const num::Attention a =
      num::attend({2, 1, {1, 1}}, {3, 1, {1, 2, 3}}, 1, true);  // the last key is the best
  CHECK(a.choice == std::vector<int>{0, 1});
  CHECK(a.weights.at(0, 0) == 1);
  CHECK(a.weights.at(0, 1) == 0);
  CHECK(a.weights.at(1, 2) == 0);
  CHECK(a.weights.at(1, 0) + a.weights.at(1, 1) == Approx(1).epsilon(1e-15));
}

TEST_CASE("ties go to the first key and are said, but only where they are at the top") {
  const num::Attention a = num::attend({3, 1, {1, -1, 0}}, {4, 1, {1, 1, 3, 3}}, 1, false);
  CHECK(a.choice == std::vector<int>{2, 0, 0});
  CHECK(a.best == std::vector<std::vector<int>>{{2, 3}, {0, 1}, {0, 1, 2, 3}});
  CHECK_FALSE(num::attend({1, 1, {1}}, {3, 1, {1, 1, 3}}, 1, false).tied(0));
  CHECK_FALSE(num::attend({1, 1, {1}}, {3, 1, {1, 3, 3}}, 1, true).tied(0));
}

TEST_CASE("scores that rounding alone parts are tied, and a small difference is none") {
  // 0.1 + 0.2 is 0.30000000000000004, and 0.1 * 3 as well; 1.1 * 1.1 is 1.2100000000000002.
  const auto best = [](const Matrix& q, const Matrix& k) {
    return num::attend(q, k, 1, false).best[0];
  };
  const std::vector<int> both = {0, 1};
  CHECK(best({1, 2, {1, 1}}, {2, 2, {0.3, 0, 0.1, 0.2}}) == both);
  CHECK(best({1, 2, {1, 1}}, {2, 2, {0.1, 0.2, 0.3, 0}}) == both);
  CHECK(best({1, 1, {1.1}}, {2, 1, {1.21 / 1.1, 1.1}}) == both);
  CHECK(best({1, 2, {1e6, 1}}, {2, 2, {1e6, 0.1, 1e6, 0.2}}) == std::vector<int>{1});
  CHECK(best({1, 2, {1, 1}}, {2, 2, {0.3, 1e-12, 0.1, 0.2}}) == std::vector<int>{0});
}

TEST_CASE("the soft gradients meet central differences, masked and at any temperature") {
  num::Rng rng(3, 2);
  for (const bool causal : {false, true}) {
    for (const double temperature : {0.3, 1.0, 4.0}) {
      CAPTURE(causal);
      CAPTURE(temperature);
      Matrix q = random_matrix(rng, 4, 3), k = random_matrix(rng, 5, 3),
             v = random_matrix(rng, 5, 2);
      const auto cell = [&] {
        return num::soft_output(num::attend(q, k, temperature, causal), v).at(2, 1);
      };
      const num::Gradients g =
          num::soft_gradients(num::attend(q, k, temperature, causal), q, k, v, temperature, 2, 1);
      check_near(g.q, slopes(q, cell), 1e-8);
      check_near(g.k, slopes(k, cell), 1e-8);
      check_near(g.v, slopes(v, cell), 1e-8);
    }
  }
}

TEST_CASE("the hard gradients meet central differences away from ties") {
  Matrix q = paper_q, k = paper_k, v = paper_v;
  const auto cell = [&] { return num::hard_output(num::attend(q, k, 1, false), v).at(0, 2); };
  const num::Gradients g = num::hard_gradients(num::attend(q, k, 1, false), q, k, v, 0, 2);
  check_near(g.q, slopes(q, cell), 0);
  check_near(g.k, slopes(k, cell), 0);
  check_near(g.v, slopes(v, cell), 1e-9);
}

TEST_CASE("the score-function estimate is unbiased and its variance is what draws show") {
  num::Rng rng(6, 1);
  const Matrix q = random_matrix(rng, 2, 3), k = random_matrix(rng, 4, 3),
               v = random_matrix(rng, 4, 2);
  const num::Attention a = num::attend(q, k, 0.7, false);
  const num::ScoreFunction estimator(a, k, v, 0.7, 1, 0);
  const std::vector<double> mean = estimator.mean(), variance = estimator.variance();
  const num::Gradients exact = num::soft_gradients(a, q, k, v, 0.7, 1, 0);
  std::vector<num::Running> drawn(3);
  for (int i = 0; i < 40000; ++i) {
    const auto estimate = estimator.estimate(estimator.key(rng.uniform()));
    for (std::size_t c = 0; c < 3; ++c) drawn[c].add(estimate[c]);
  }
  for (std::size_t c = 0; c < 3; ++c) {
    CAPTURE(c);
    CHECK(mean[c] == Approx(exact.q.at(1, static_cast<int>(c))).epsilon(1e-12));
    CHECK(std::fabs(drawn[c].mean() - mean[c]) < 4 * drawn[c].standard_error());
    CHECK(drawn[c].variance() == Approx(variance[c]).epsilon(0.05));
  }
  CHECK(estimator.key(0) == 0);
  CHECK(estimator.key(0x1.fffffffffffffp-1) == 3);
}

TEST_CASE("a baseline leaves the mean of the estimate, and the best one has the least variance") {
  num::Rng rng(9, 1);
  for (int round = 0; round < 20; ++round) {
    const Matrix q = random_matrix(rng, 1, 3), k = random_matrix(rng, 5, 3),
                 v = random_matrix(rng, 5, 1);
    const num::Attention a = num::attend(q, k, 0.8, false);
    const auto with = [&](num::Baseline b) { return num::ScoreFunction(a, k, v, 0.8, 0, 0, b); };
    const num::ScoreFunction none = with(num::Baseline::none), mean = with(num::Baseline::mean),
                             best = with(num::Baseline::best);
    for (std::size_t c = 0; c < 3; ++c) {
      CAPTURE(round);
      CAPTURE(c);
      CHECK(std::fabs(mean.mean()[c] - none.mean()[c]) < 1e-14);
      CHECK(std::fabs(best.mean()[c] - none.mean()[c]) < 1e-14);
      CHECK(best.variance()[c] <= none.variance()[c]);
      CHECK(best.variance()[c] <= mean.variance()[c]);
    }
  }
}

TEST_CASE("with two keys the best baseline leaves no variance, and the mean may add to it") {
  // Query 2 of the paper, value column 1: estimates 1.0596 and 17.680 of weight 0.8930 and 0.1070;
  // with the mean 1.3577 taken off, 0.3403 and 23.681.
  const num::Attention a = num::attend(paper_q, paper_k, 1, false);
  const auto with = [&](num::Baseline b) {
    return num::ScoreFunction(a, paper_k, paper_v, 1, 1, 0, b);
  };
  const num::ScoreFunction none = with(num::Baseline::none), mean = with(num::Baseline::mean),
                           best = with(num::Baseline::best);
  CHECK(none.estimate(0)[1] == Approx(1.0596).epsilon(1e-4));
  CHECK(none.estimate(1)[1] == Approx(17.680).epsilon(1e-4));
  CHECK(mean.estimate(0)[1] == Approx(0.34031).epsilon(1e-4));
  CHECK(mean.estimate(1)[1] == Approx(23.681).epsilon(1e-4));
  CHECK(best.estimate(0)[1] == Approx(2.838695642150742).epsilon(1e-12));
  CHECK(best.estimate(1)[1] == Approx(2.838695642150742).epsilon(1e-12));
  CHECK(mean.variance()[1] > 1.5 * none.variance()[1]);
  CHECK(best.without_spread(1));
  CHECK_FALSE(mean.without_spread(1));
}

TEST_CASE("a baseline loses no digits where one key has all but all of the weight") {
  // Both estimates are w1 w2 (v1 - v2) (k1 - k2) / t, with w2 near e^-42.
  const num::Attention a = num::attend(paper_q, paper_k, 0.05, false);
  const num::ScoreFunction best(a, paper_k, paper_v, 0.05, 1, 0, num::Baseline::best);
  const double w = a.weights.at(1, 1), slope = w * 6 * 7 / (0.05 * std::sqrt(2.0));
  CHECK(best.estimate(0)[1] == Approx(slope).epsilon(1e-12));
  CHECK(best.estimate(1)[1] == Approx(slope).epsilon(1e-12));
  CHECK(best.without_spread(1));
}

TEST_CASE("a key that is drawn for sure says 0, whatever the baseline") {
  const num::Attention a = num::attend({1, 1, {2}}, {2, 1, {3, 5}}, 1, true);
  for (const num::Baseline b : {num::Baseline::none, num::Baseline::mean, num::Baseline::best}) {
    const num::ScoreFunction one(a, {2, 1, {3, 5}}, {2, 1, {7, 8}}, 1, 0, 0, b);
    CHECK(one.mean()[0] == 0);
    CHECK(one.variance()[0] == 0);
  }
}
