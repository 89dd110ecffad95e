#include "num/ngram.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "num/elementary.h"
#include "num/rng.h"

using doctest::Approx;

TEST_CASE("counts are mixed with shorter contexts by the number of different successors") {
  const std::vector<int> text = {0, 1, 0, 1, 0, 2};
  const num::NGrams grams(text, 4);
  // Of six symbols three are 0, three kinds occur: (3 + 3/4) / 9.
  CHECK(grams.probability(1, {}, 0) == Approx(3.75 / 9));
  CHECK(grams.probability(1, {}, 3) == Approx(0.75 / 9));
  // After 0: 1 twice, 2 once.
  const int zero[] = {0}, three[] = {3};
  CHECK(grams.probability(2, zero, 1) == Approx((2 + 2 * (2.75 / 9)) / 5));
  // Nothing is known after 3, so that the shorter context speaks.
  CHECK(grams.probability(2, three, 1) == Approx(2.75 / 9));
  const int one_zero[] = {1, 0};
  const double after_zero = (1 + 2 * (1.75 / 9)) / 5;
  CHECK(grams.probability(3, one_zero, 2) == Approx((1 + 2 * after_zero) / 4));
}

TEST_CASE("probabilities are above 0 and sum to 1 after any context") {
  num::Rng rng(3, 1);
  std::vector<int> text;
  for (int i = 0; i < 300; ++i) text.push_back(rng.below(5));
  const num::NGrams grams(text, 6);
  for (int order = 1; order <= 3; ++order) {
    for (int a = 0; a < 6; ++a) {
      for (int b = 0; b < 6; ++b) {
        const int before[] = {a, b};
        double sum = 0;
        for (int next = 0; next < 6; ++next) {
          const double p = grams.probability(order, before, next);
          CHECK(p > 0);
          sum += p;
        }
        CHECK(sum == Approx(1));
      }
    }
  }
}

TEST_CASE("a longer memory is worth nothing to independent symbols and all to a cycle") {
  num::Rng rng(4, 1);
  std::vector<int> coins, cycle;
  for (int i = 0; i < 4000; ++i) coins.push_back(rng.below(2)), cycle.push_back(i % 7 / 3);
  const num::NGrams of_coins(coins, 2), of_cycle(cycle, 3);
  CHECK(of_coins.loss(1, coins) == Approx(num::log(2)).epsilon(1e-3));
  CHECK(of_coins.loss(3, coins) == Approx(num::log(2)).epsilon(5e-3));
  // 0 0 0 1 1 1 2: after one symbol two of three times as before; after two, 0 0 and 1 1 are open.
  CHECK(of_cycle.loss(2, cycle, 100) ==
        Approx(num::log(3) * 6 / 7 - num::log(2) * 4 / 7).epsilon(1e-2));
  CHECK(of_cycle.loss(3, cycle, 100) == Approx(num::log(2) * 4 / 7).epsilon(1e-2));
}
