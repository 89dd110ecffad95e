#include "ui/plots/spectrum.h"

#include <doctest/doctest.h>

#include <cmath>

#include "ui/bare_canvas.h"
#include "ui/plots/zoom.h"

namespace {

struct Plane {
  lab::Matrix points{2, 2, {1.5, 0, -1, 0.5}};
  double re = 0, im = -1;
  void declare(lab::Fields& f) {
    f.optional_table("points", points, {4, 2}, {-2, 2}, "points");
    f.real("re", re, {-2, 2}, "re");
    f.real("im", im, {-2, 2}, "im");
  }
};

// A plane from -3 to 3 with two points of a table, a point of none, and a cross-hair.
struct ComplexPlane {
  bare::Canvas canvas{600};
  lab::Spectrum s{{"Re", -3, 3},
                  {"Im", -2, 2},
                  {"value"},
                  {2, 2, {0, 1, 2, std::nanf("")}},
                  {{"circle", lab::Role::neutral, false, {0}, {0}, {1}, {1}, {0}}},
                  {{"λ", lab::Role::weight, {1.5f, -1}, {0, 0.5f}, {"λ₁", "λ₂"}, false, "points"},
                   {"λ", lab::Role::weight, {-1}, {-0.5f}, {"λ₃"}}},
                  {"z", "re", "im"}};

  ComplexPlane() { canvas.fields = lab::declared<Plane>(); }

  static constexpr ImVec2 size{520, 420};
  // Where a point of the plane stands, as a plot of the same frame above its scale has it.
  ImVec2 at(double x, double y) {
    ImVec2 found;
    canvas.frame([&](ui::Desk&) {
      const float foot = ui::Widget<lab::Spectrum>::height(s, 2000) -
                         ui::Widget<lab::Spectrum>::height(lab::Spectrum{}, 2000);
      const ui::Frame frame{.x = s.x,
                            .y = s.y,
                            .x_range = {-3, 3},
                            .y_range = {-2, 2},
                            .equal = true,
                            .zoomable = ui::Zoomable::both};
      found = ui::plot("f", frame, {size.x, size.y - foot}).at(x, y);
    });
    return found;
  }
  float height() {
    float asked = 0;
    canvas.frame([&](ui::Desk&) { asked = ui::Widget<lab::Spectrum>::height(s, 600); });
    return asked;
  }
  std::function<void(ui::Desk&)> widget() {
    return [this](ui::Desk& desk) { ui::Widget<lab::Spectrum>::draw("f", s, size, desk); };
  }
};

std::string text_asked(const std::vector<ui::Intent>& intents, const char* key) {
  std::string value;
  for (const ui::Intent& i : intents)
    if (i.key == key) value = i.value;
  return value;
}

}  // namespace

TEST_CASE("a dragged eigenvalue edits its row, and the cross-hair stays") {
  ComplexPlane plane;
  const auto asked = plane.canvas.drag(plane.at(1.5, 0), plane.at(0.5, 1), plane.widget());
  const std::string rows = text_asked(asked, "points");
  REQUIRE(!rows.empty());
  CHECK(std::stod(rows) == doctest::Approx(0.5).epsilon(0.05));
  CHECK(rows.substr(rows.find(';')) == ";-1,0.5");
  CHECK(text_asked(asked, "re").empty());
}

TEST_CASE("of a point and the cross-hair beside it the nearer one is taken up") {
  ComplexPlane plane;
  // A point at (1.5, 0), and the cross-hair close enough for a finger to reach both.
  const ImVec2 point = plane.at(1.5, 0), beside = plane.at(1.7, 0);
  plane.canvas.fields.set("re", "1.7");
  plane.canvas.fields.set("im", "0");
  REQUIRE(beside.x - point.x < 18);
  const auto spot = plane.canvas.drag({beside.x - 3, beside.y}, plane.at(1, 1), plane.widget());
  CHECK(!text_asked(spot, "re").empty());
  CHECK(text_asked(spot, "points").empty());
  const auto moved = plane.canvas.drag({point.x + 3, point.y}, plane.at(1, 1), plane.widget());
  CHECK(text_asked(moved, "re").empty());
  CHECK(!text_asked(moved, "points").empty());
  // On the same place, it is the point: the cross-hair comes to wherever one taps.
  plane.canvas.fields.set("re", "1.5");
  const auto same = plane.canvas.drag(point, plane.at(1, 1), plane.widget());
  CHECK(text_asked(same, "re").empty());
  CHECK(!text_asked(same, "points").empty());
}

TEST_CASE("a click on empty ground puts the cross-hair there, a drag over it does not") {
  ComplexPlane plane;
  const auto asked = plane.canvas.click(plane.at(1, 1.5), plane.widget());
  CHECK(std::stod(text_asked(asked, "re")) == doctest::Approx(1).epsilon(0.05));
  CHECK(std::stod(text_asked(asked, "im")) == doctest::Approx(1.5).epsilon(0.05));
  CHECK(plane.canvas.drag(plane.at(1, -1.5), plane.at(2, 1), plane.widget()).empty());
}

TEST_CASE("a click on a point, with a table or without, asks for nothing") {
  ComplexPlane plane;
  CHECK(text_asked(plane.canvas.click(plane.at(-1, -0.5), plane.widget()), "re").empty());
  CHECK(text_asked(plane.canvas.click(plane.at(-1, 0.5), plane.widget()), "re").empty());
}

TEST_CASE("a field whose axes have no ranges, or whose cells are missing, is left out") {
  ComplexPlane plane;
  const float whole = plane.height();
  const ImVec2 before = plane.at(1, -1.5);
  const lab::Axis x = plane.s.x;
  plane.s.x.low = plane.s.x.high = 0;
  const float unranged = plane.height();
  CHECK(unranged < whole);
  plane.s.x = x;
  plane.s.field.values.pop_back();
  CHECK(plane.height() == unranged);
  // The plot has the room of the scale that stood below it: its places have moved, and a click
  // means the point that stands there.
  const ImVec2 now = plane.at(1, -1.5);
  CHECK(now.y > before.y + 1);
  const auto asked = plane.canvas.click(now, plane.widget());
  REQUIRE(!text_asked(asked, "im").empty());
  CHECK(std::stod(text_asked(asked, "re")) == doctest::Approx(1).epsilon(0.02));
  CHECK(std::stod(text_asked(asked, "im")) == doctest::Approx(-1.5).epsilon(0.02));
}
