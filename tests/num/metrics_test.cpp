#include "num/metrics.h"

#include <doctest/doctest.h>

#include <cmath>

#include "num/rng.h"

using doctest::Approx;

namespace {

constexpr num::Confusion screening{97, 500, 3, 9400};
constexpr num::Confusion conservative{70, 20, 30, 9880};
constexpr num::Confusion healthy{0, 0, 100, 9900};
constexpr num::Confusion everyone{100, 9900, 0, 0};

}  // namespace

TEST_CASE("four ways of screening 10 000 people have the metrics that a calculator gives") {
  CHECK(*num::accuracy(screening) == Approx(0.9497).epsilon(1e-12));
  CHECK(*num::precision(screening) == Approx(97.0 / 597).epsilon(1e-15));
  CHECK(*num::recall(screening) == 0.97);
  CHECK(*num::f_score(screening, 1) == Approx(0.278336).epsilon(1e-6));
  CHECK(*num::accuracy(conservative) == 0.995);
  CHECK(*num::precision(conservative) == Approx(0.777778).epsilon(1e-6));
  CHECK(*num::f_score(conservative, 1) == Approx(0.736842).epsilon(1e-6));
  CHECK(*num::accuracy(healthy) == 0.99);
  CHECK(*num::f_score(healthy, 1) == 0);
  CHECK(*num::f_score(everyone, 1) == Approx(0.0198020).epsilon(1e-6));
  // 5 tp / (5 tp + 4 fn + fp) = 485 / 997.
  CHECK(*num::f_score(screening, 2) == Approx(485.0 / 997).epsilon(1e-15));
}

TEST_CASE("a fraction of nothing by nothing has no value") {
  CHECK(!num::accuracy({}));
  CHECK(!num::precision(healthy));
  CHECK(!num::recall({0, 5, 0, 5}));
  CHECK(!num::specificity({5, 0, 5, 0}));
  CHECK(!num::f_score({0, 0, 0, 9}, 1));
  CHECK(!num::matthews(healthy));
  CHECK(!num::mean_cost({}, 1, 1));
}

TEST_CASE("F is precision at beta 0 and falls to recall as beta grows") {
  CHECK(*num::f_score(screening, 0) == *num::precision(screening));
  CHECK(*num::f_score(screening, 1e6) == Approx(0.97).epsilon(1e-9));
}

TEST_CASE("the Matthews correlation is 1 for a perfect table, -1 for its opposite, 0 for a lot") {
  CHECK(*num::matthews({30, 0, 0, 70}) == Approx(1).epsilon(1e-15));
  CHECK(*num::matthews({0, 70, 30, 0}) == Approx(-1).epsilon(1e-15));
  CHECK(*num::matthews({10, 20, 30, 60}) == 0);
  // (97 * 9400 - 500 * 3) / sqrt(597 * 100 * 9900 * 9403) = 910300 / 2357417.6...
  CHECK(*num::matthews(screening) == Approx(0.386142).epsilon(1e-5));
  CHECK(*num::matthews({1000000000, 1, 1, 1000000000}) < 1);
}

TEST_CASE("the area under the curve is the share of pairs in the right order") {
  // Pairs (0.8, 0.5) (0.8, 0.8) (0.3, 0.5) (0.3, 0.8): one right, one level, two wrong.
  CHECK(*num::Ranking({0.8, 0.3}, {0.5, 0.8}).auc() == 1.5 / 4);
  CHECK(*num::Ranking({2, 3}, {0, 1}).auc() == 1);
  CHECK(!num::Ranking({}, {1}).auc());
  CHECK(!num::Ranking({1}, {}).auc());
}

TEST_CASE("the points run from nobody to everybody, and each threshold gives its table") {
  const num::Ranking ranking({0.8, 0.3}, {0.5, 0.8, 0.1});
  const auto points = ranking.points();
  REQUIRE(points.size() == 5);  // four distinct scores
  CHECK(points.front().table == num::Confusion{0, 0, 2, 3});
  CHECK(points[1].table == num::Confusion{1, 1, 1, 2});
  CHECK(points.back().table == num::Confusion{2, 3, 0, 0});
  for (const auto& point : points) CHECK(ranking.at(point.threshold) == point.table);
}

TEST_CASE("the trapezia under the points have the area that the pairs count") {
  num::Rng rng(5, 1);
  std::vector<double> up, down;
  for (int i = 0; i < 60; ++i) up.push_back(rng.below(20) + 4), down.push_back(rng.below(20));
  const num::Ranking ranking(up, down);
  double area = 0, x = 0, y = 0;
  for (const auto& point : ranking.points()) {
    const double right = 1 - *num::specificity(point.table), top = *num::recall(point.table);
    area += (right - x) * (top + y) / 2;
    x = right, y = top;
  }
  CHECK(*ranking.auc() == Approx(area).epsilon(1e-12));
}

TEST_CASE("two unit normals one apart have the area that theory gives") {
  num::Rng rng(1, 2);
  std::vector<double> up, down;
  for (int i = 0; i < 20000; ++i) up.push_back(1 + rng.normal()), down.push_back(rng.normal());
  // P(difference of N(1, 2) > 0) = Phi(1 / sqrt 2) = 0.760250; standard error about 0.0024.
  CHECK(*num::Ranking(up, down).auc() == Approx(0.760250).epsilon(0.01));
}
