#include "ui/frame/finding.h"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("a caption is the first sentence whole, with the second where both are short") {
  CHECK(ui::caption("One net learns. Two do not. A third was left out.") ==
        "One net learns. Two do not.");
  const std::string first = "Step 8 of 19, forward at J, example 1 of 4: two towers, merged.";
  const std::string dump = first + " x, 2 × 4" + std::string(160, '9') + ", leads to z1. And more.";
  CHECK(ui::caption(dump) == first);
  const std::string whole = "All of it is one sentence" + std::string(300, '.') + "5 of them.";
  CHECK(ui::caption(whole) == whole);
  CHECK(ui::caption("") == "");
}

TEST_CASE("a caption ends no sentence at a decimal point") {
  CHECK(ui::caption("It is 0.665 of new ones, a gap of 0.26. They part. For good.") ==
        "It is 0.665 of new ones, a gap of 0.26. They part.");
}
