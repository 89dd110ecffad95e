#include "num/hard_pieces.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "num/attention.h"
#include "num/rng.h"

using doctest::Approx;
using num::Matrix;

TEST_CASE("the paper's second query changes its key where both scores meet") {
  // -4 + 4 x = -3 x at x = 4/7.
  const auto pieces =
      num::hard_pieces({3, 2, {2, -3, -4, 1, 5, -2}}, {2, 2, {1, 4, 0, -3}}, 1, 1, false);
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0].key == 1);
  CHECK(pieces[1].key == 0);
  CHECK(pieces[0].to == Approx(4.0 / 7).epsilon(1e-15));
  CHECK(pieces[1].from == pieces[0].to);
  CHECK(std::isinf(pieces[0].from));
  CHECK(std::isinf(pieces[1].to));
}

TEST_CASE("pieces hold the choice that attention makes there, masked or not") {
  num::Rng rng(11, 1);
  for (int round = 0; round < 40; ++round) {
    Matrix q = Matrix::zero(4, 3), k = Matrix::zero(6, 3);
    for (double& x : q.values) x = rng.below(7) - 3;
    for (double& x : k.values) x = rng.below(7) - 3;
    const bool causal = round % 2 == 1;
    const auto pieces = num::hard_pieces(q, k, 2, 1, causal);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const bool first = i == 0, last = i + 1 == pieces.size();
      CHECK((first || pieces[i].from == pieces[i - 1].to));
      const double from = first ? (last ? -2 : pieces[i].to - 2) : pieces[i].from;
      const double to = last ? from + 2 : pieces[i].to;
      CAPTURE(round);
      CAPTURE(i);
      REQUIRE(from < to);
      q.at(2, 1) = (from + to) / 2;
      CHECK(num::attend(q, k, 1, causal).choice[2] == pieces[i].key);
    }
  }
}

TEST_CASE("an entry in which all keys agree changes no choice, and three lines may meet at once") {
  CHECK(num::hard_pieces({1, 2, {1, 5}}, {3, 2, {1, 2, 3, 2, 2, 2}}, 0, 1, false).size() == 1);
  CHECK(num::hard_pieces({1, 2, {1, 5}}, {3, 2, {1, 2, 3, 2, 2, 2}}, 0, 1, false)[0].key == 1);
  CHECK(num::hard_pieces({1, 1, {9}}, {1, 1, {3}}, 0, 0, false).size() == 1);
  const auto fan = num::hard_pieces({1, 1, {1}}, {3, 1, {1, -1, 2}}, 0, 0, false);
  REQUIRE(fan.size() == 2);  // all meet at 0, where the middle one is on top for no length
  CHECK(fan[0].key == 1);
  CHECK(fan[1].key == 2);
  CHECK(fan[1].from == 0);
}
