#include "ui/plots/bars.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "ui/drawing.h"

namespace {

bool says(const std::string& svg, const std::string& words) {
  return svg.find(">" + words + "</text>") != svg.npos;
}

lab::Bars powers() {
  lab::Bars bars;
  bars.y = {"power of ten", -16, 16, false};
  bars.names = {"a", "b", "c"};
  bars.heights = {-3, -std::numeric_limits<float>::infinity(), 2};
  bars.notes = {"0.001", "0", "100"};
  return bars;
}

}  // namespace

TEST_CASE("the logarithm of 0 is written as 0 and not as the end of its axis") {
  for (const float width : {300.0f, 700.0f}) {
    const std::string svg = tests::drawing_of(powers(), width);
    CAPTURE(width);
    CHECK(says(svg, "0.001"));
    CHECK(says(svg, "100"));
    CHECK_FALSE(says(svg, "−16"));
    CHECK_FALSE(says(svg, "−∞"));
  }
}

TEST_CASE("the last of narrow bars has its name where the others have theirs") {
  lab::Bars bars;
  bars.y = {"distance", 0, 0, true};
  bars.names = {"2", "4", "6", "8", "16", "64"};
  bars.heights = {0.0001f, 0.01f, 0.1f, 0.2f, 1, 1.5f};
  for (float width = 200; width < 400; width += 5) {
    CAPTURE(width);
    CHECK(says(tests::drawing_of(bars, width), "64"));
  }
}
