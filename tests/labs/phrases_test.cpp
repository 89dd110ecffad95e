#include "labs/phrases.h"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

TEST_CASE("a share of few things is said in words: all of them, none, or so many of them") {
  using laboratory::share_of;
  CHECK(share_of(5, 5, "rules") == "all five rules");
  CHECK(share_of(0, 5, "rules") == "none of the five rules");
  CHECK(share_of(1, 2, "rules") == "1 of the two rules");
  CHECK(share_of(16, 25, "products") == "16 of the 25 products");
  CHECK(share_of(25, 25, "products") == "all 25 products");
  CHECK(share_of(1, 5, "changes", "parts", "part") == "1 of the five changes parts");
  CHECK(share_of(2, 5, "changes", "parts", "part") == "2 of the five changes part");
  CHECK(share_of(0, 5, "changes", "parts", "part") == "none of the five changes part");
  CHECK(share_of(5, 5, "changes", "parts", "part") == "all five changes part");
}

TEST_CASE("a number by its decimal logarithm is written whatever its size") {
  using laboratory::by_decades;
  CHECK(by_decades(0) == "1");
  CHECK(by_decades(7.2579437) == "1.811×10⁷");
  CHECK(by_decades(-500) == "1×10⁻⁵⁰⁰");
  CHECK(by_decades(500 - 1e-7) == "1×10⁵⁰⁰");
  CHECK(by_decades(-500 - 1e-7) == "1×10⁻⁵⁰⁰");
  CHECK(by_decades(8 - 1e-7) == "10⁸");
  CHECK(by_decades(-300 - 1e-9) == "1×10⁻³⁰⁰");
  CHECK(by_decades(849.5) == "3.162×10⁸⁴⁹");
  CHECK(by_decades(-std::numeric_limits<double>::infinity()) == "0");
}

TEST_CASE("a column stands in a line, and what is beyond its room is left out") {
  using laboratory::column_words;
  const std::vector<double> column = {0.5249, -0.3, 0.71};
  CHECK(column_words(column, 2, 12) == "(0.52, −0.3, 0.71)");
  CHECK(column_words(column, 2, 2) == "(0.52, −0.3, …)");
  CHECK(column_words({}, 2, 2) == "()");
}
