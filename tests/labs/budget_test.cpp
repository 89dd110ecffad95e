#include "labs/budget.h"

#include <doctest/doctest.h>

namespace laboratory {
namespace {

constexpr Budget budget{100'000'000, "multiply-adds a step"};

TEST_CASE("a budget takes what is as large as itself, and nothing larger") {
  CHECK(budget.takes(0));
  CHECK(budget.takes(100'000'000));
  CHECK_FALSE(budget.takes(100'000'001));
}

TEST_CASE("a budget holds whole pieces of work") {
  CHECK(budget.pieces(100'000'000) == 1);
  CHECK(budget.pieces(33'333'334) == 2);
  CHECK(budget.pieces(33'333'333) == 3);
  CHECK(budget.pieces(100'000'001) == 0);
  CHECK(budget.takes(budget.pieces(7'654'321) * 7'654'321));
}

TEST_CASE("a refusal says how much, how much at most, and what to do") {
  CHECK(
      budget.refusal(312'500'000, "lower the width") ==
      "312\u202f500\u202f000 multiply-adds a step are more than the 100\u202f000\u202f000 that the "
      "lab takes; lower the width.");
}

}  // namespace
}  // namespace laboratory
