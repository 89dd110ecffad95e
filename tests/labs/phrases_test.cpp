#include "labs/phrases.h"

#include <doctest/doctest.h>

TEST_CASE("a share of few things is said in words: all of them, none, or so many of them") {
  using laboratory::share_of;
  CHECK(share_of(5, 5, "rules") == "all five rules");
  CHECK(share_of(0, 5, "rules") == "none of the five rules");
  CHECK(share_of(1, 2, "rules") == "1 of the two rules");
  CHECK(share_of(16, 25, "products") == "16 of the 25 products");
  CHECK(share_of(25, 25, "products") == "all 25 products");
}
