#include "ui/plots/lines.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "ui/drawing.h"
#include "ui/frame/recorder.h"
#include "ui/headless.h"

namespace {

struct Share {
  double share = 0.3;
  void declare(lab::Fields& f) { f.real("share", share, {0, 1}, "share"); }
};

// The loss −ln x with a named point on it, which a handle drags.
lab::View loss_at(double share) {
  lab::View v;
  v.title = "Loss";
  v.fields = lab::declared<Share>();
  lab::Lines s{{"x", 0, 1}, {"loss", 0, 6.9}, {}, {}, {"share", share}};
  lab::Curve curve;
  curve.name = "−ln x";
  curve.role = lab::Role::weight;
  for (int i = 0; i <= 400; ++i) {
    const double u = i / 400.0, x = 1e-3 + (1 - 1e-3) * u * u;
    curve.x.push_back(static_cast<float>(x)), curve.y.push_back(static_cast<float>(-std::log(x)));
  }
  lab::Curve point;
  point.name = "this example";
  point.trace = lab::Trace::marks;
  point.x = {static_cast<float>(share)}, point.y = {static_cast<float>(-std::log(share))};
  s.curves = {curve, point};
  s.rules.push_back({"ln 4 = 1.386", 1.386, false, lab::Role::target});
  v.report.figure("plot", "Loss", "", s).room = lab::Room::story;
  return v;
}

double number_behind(const std::string& svg, std::size_t from, const char* key) {
  return std::strtod(svg.c_str() + svg.find(key, from) + std::string(key).size(), nullptr);
}

}  // namespace

TEST_CASE("the name of a point keeps off the handle that drags it, wherever that stands") {
  for (const float width : {320.0f, 358.0f, 390.0f, 430.0f, 700.0f}) {
    for (int i = 1; i <= 100; ++i) {
      tests::Headless s(loss_at(i / 100.0), width);
      if (width < 500) s.sight.fold = 740;
      s.frame();
      ui::Recorder record("plot");
      ui::set_recorder(&record);
      s.frame();
      ui::set_recorder(nullptr);
      const std::string& svg = record.svg();
      const std::size_t name = svg.find(">this example</text>");
      const std::size_t disc = svg.find("<circle");
      CAPTURE(width);
      CAPTURE(i);
      REQUIRE(name != svg.npos);
      REQUIRE(disc != svg.npos);
      const double left = number_behind(svg, svg.rfind("<text", name), " x=\""),
                   handle = number_behind(svg, disc, "cx=\"");
      const double right = left + static_cast<double>(ui::text_size("this example").x);
      CHECK((left >= handle + 7 || right <= handle - 7));
    }
  }
}

namespace {

// Curves that end at the given heights, as a figure beside others.
std::string ends_at(const std::vector<std::pair<std::string, float>>& ends, float width) {
  lab::Lines s{{"x", 0, 1}, {"y", 0, 1}, {}, {}, {}};
  for (const auto& [name, height] : ends) {
    lab::Curve c;
    c.name = name;
    c.x = {0, 1}, c.y = {0, height};
    s.curves.push_back(c);
  }
  return tests::drawing_of(s, width);
}

}  // namespace

TEST_CASE("the name of a curve is broken between words alone") {
  for (const float width : {240.0f, 280.0f, 360.0f, 700.0f}) {
    const std::string svg =
        ends_at({{"reconstruction", 0.5f}, {"generator, weighted", 0.9f}}, width);
    CAPTURE(width);
    CHECK(svg.find(">reconstruction</text>") != svg.npos);
    const bool in_one = svg.find(">generator, weighted</text>") != svg.npos;
    const bool in_two =
        svg.find(">generator,</text>") != svg.npos && svg.find(">weighted</text>") != svg.npos;
    CHECK((in_one || in_two));
  }
}

TEST_CASE("curves that end in one place are named together") {
  const std::string svg = ends_at({{"momentum", 0.5f},
                                   {"orthogonal", 0.5f},
                                   {"truncated", 0.501f},
                                   {"unit rows", 0.5f},
                                   {"identity", 0.9f}},
                                  700);
  CHECK(svg.find("4 curves:") != svg.npos);
  CHECK(svg.find(">identity</text>") != svg.npos);
}
