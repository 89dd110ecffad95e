#include "num/softmax.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "num/elementary.h"
#include "num/rng.h"
#include "num/statistics.h"

using doctest::Approx;
using Row = std::vector<double>;

namespace {
constexpr double infinite = std::numeric_limits<double>::infinity();
}

TEST_CASE("softmax of log-odds recovers the odds") {
  const Row p = num::softmax(Row{num::log(1), num::log(3), num::log(6)});
  CHECK(p[0] == Approx(0.1).epsilon(1e-15));
  CHECK(p[1] == Approx(0.3).epsilon(1e-15));
  CHECK(p[2] == Approx(0.6).epsilon(1e-15));
}

TEST_CASE("softmax ignores a common shift, even one that would overflow exp") {
  const Row p = num::softmax(Row{0, 1, -2});
  CHECK(num::softmax(Row{1000, 1001, 998}) == p);
  CHECK(num::softmax(Row{-1e300, -1e300}) == Row{0.5, 0.5});
}

TEST_CASE("an entry of minus infinity has no share") {
  CHECK(num::softmax(Row{-infinite, 0, 0}) == Row{0, 0.5, 0.5});
  CHECK(num::log_sum_exp(Row{-infinite, 0}) == 0);
  CHECK(num::log_sum_exp(Row{-infinite, -infinite}) == -infinite);
}

TEST_CASE("temperature only ever flattens, from one-hot to uniform") {
  const Row z = {2.0, 1.0, 0.1};
  double last = -1;
  for (const double t : {1e-3, 0.05, 0.5, 1.0, 2.0, 50.0, 1e6}) {
    CAPTURE(t);
    const double h = num::entropy(num::softmax(z, t));
    CHECK(h > last);
    last = h;
  }
  CHECK(num::softmax(z, 1e-3) == Row{1, 0, 0});
  CHECK(last == Approx(1.0986122886681098).epsilon(1e-12));  // log 3
  CHECK(num::softmax(Row{5, 5, 1}, 1e-6) == Row{0.5, 0.5, 0});
}

TEST_CASE("cross-entropy agrees with minus the log of the probability, and outlives it") {
  const Row z = {0.5, -1.0, 3.0, 0.0};
  const Row p = num::softmax(z);
  for (int label = 0; label < 4; ++label)
    CHECK(num::cross_entropy(z, label) ==
          Approx(-num::log(p[static_cast<std::size_t>(label)])).epsilon(1e-14));
  Row softened = z;
  CHECK(3.0 - z[1] + num::soften(softened) == Approx(num::cross_entropy(z, 1)).epsilon(1e-15));
  CHECK(softened == p);
  CHECK(num::cross_entropy(Row(250, 0.0), 17) == 5.521460917862246);  // log 250
  CHECK(num::cross_entropy(Row{0, 1000}, 0) == 1000);                 // probability 0 in doubles
  // log(1 + 3 exp(-20)), where a probability in floats would be 1.
  CHECK(num::cross_entropy(Row{20, 0, 0, 0}, 0) == Approx(6.18346e-9).epsilon(1e-6));
}

TEST_CASE("entropy is log n for a uniform and 0 for a certain outcome") {
  CHECK(num::entropy(Row(8, 0.125)) == Approx(2.0794415416798357).epsilon(1e-15));
  CHECK(num::entropy(Row{0, 1, 0}) == 0);
}

TEST_CASE("the expected log-sum-exp is log k without spread and 0 for a single logit") {
  CHECK(num::expected_log_sum_exp(250, 0) == 5.521460917862246);
  CHECK(num::expected_log_sum_exp(1, 3) == 0);
}

TEST_CASE("the expected log-sum-exp of two logits is a one-dimensional integral") {
  // log(e^a + e^b) = (a + b) / 2 + log(2 cosh((a - b) / 2)); a - b has variance 2 s^2.
  for (const double s : {0.01, 0.3, 1.0, 3.0, 10.0, 30.0}) {
    double sum = 0;
    constexpr double step = 1.0 / 512;
    for (int i = -9 * 512; i <= 9 * 512; ++i) {
      const double g = i * step, y = std::fabs(s * g * std::sqrt(0.5));
      sum += step * 0.3989422804014327 * std::exp(-g * g / 2) * (y + std::log1p(std::exp(-2 * y)));
    }
    CAPTURE(s);
    CHECK(num::expected_log_sum_exp(2, s) == Approx(sum).epsilon(1e-6));
  }
}

TEST_CASE("the expected log-sum-exp meets its series for a small spread") {
  // log k + (s^2 / 2)(1 - 1 / k) + O(s^4)
  for (const int k : {2, 10, 250, 100000}) {
    CAPTURE(k);
    const double s = 0.01, series = num::log(k) + s * s / 2 * (1 - 1.0 / k);
    CHECK(std::fabs(num::expected_log_sum_exp(k, s) - series) < 1e-8);
  }
}

TEST_CASE("the expected log-sum-exp is what sampling gives, where the series has long failed") {
  for (const int k : {10, 250}) {
    for (const double s : {1.0, 4.0}) {
      CAPTURE(k);
      CAPTURE(s);
      num::Rng rng(1, static_cast<std::uint64_t>(k));
      num::Running sampled;
      Row z(static_cast<std::size_t>(k));
      for (int i = 0; i < 4000; ++i) {
        for (double& x : z) x = s * rng.normal();
        sampled.add(num::log_sum_exp(z));
      }
      CHECK(std::fabs(sampled.mean() - num::expected_log_sum_exp(k, s)) <
            4 * sampled.standard_error());
    }
  }
}
