#include "ui/plots/bars.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "ui/frame/recorder.h"
#include "ui/headless.h"

namespace {

std::string drawn(const lab::Bars& bars, float width) {
  lab::View v;
  v.title = "Bars";
  v.report.figure("plot", "Bars", "", bars).room = lab::Room::row;
  tests::Headless s(v, width);
  s.frame();
  ui::Recorder record("plot");
  ui::set_recorder(&record);
  s.frame();
  ui::set_recorder(nullptr);
  return record.svg();
}

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
    const std::string svg = drawn(powers(), width);
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
    CHECK(says(drawn(bars, width), "64"));
  }
}
