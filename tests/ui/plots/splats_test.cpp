#include "ui/plots/splats.h"

#include <doctest/doctest.h>

#include <cmath>

#include "ui/bare_canvas.h"
#include "ui/plots/splat_reading.h"
#include "ui/plots/zoom.h"

namespace {

struct Latent {
  double z1 = 0, z2 = 1;
  void declare(lab::Fields& f) {
    f.real("z1", z1, {-2, 2}, "z₁");
    f.real("z2", z2, {-2, 2}, "z₂");
  }
};

// A plane from -3 to 3 with a cross-hair that sets two reals.
struct CrosshairPlane {
  bare::Canvas canvas{600};
  lab::Splats s{{"z₁", -3, 3},
                {"z₂", -3, 3},
                true,
                {"a", "b"},
                {-1, 2.5f, std::nanf("")},
                {0, 2.5f, 1},
                {0, 1, 1},
                {{"prior", lab::Role::neutral, true, {0}, {0}, {1}, {1}, {0}}},
                {"z", "z1", "z2"}};

  CrosshairPlane() { canvas.fields = lab::declared<Latent>(); }

  static constexpr ImVec2 size{500, 400};
  void draw(ui::Desk& desk) const {
    ImGui::SetCursorScreenPos({0, 0});
    ui::Widget<lab::Splats>::draw("f", s, size, desk);
  }
  // Where a point of the plane stands, as a plot of the same frame has it.
  ImVec2 at(double x, double y) {
    ImVec2 found;
    canvas.frame([&](ui::Desk&) {
      ImGui::SetCursorScreenPos({0, 0});
      const ui::Frame frame{.x = s.x,
                            .y = s.y,
                            .x_range = {-3, 3},
                            .y_range = {-3, 3},
                            .equal = true,
                            .zoomable = ui::Zoomable::both};
      found = ui::plot("f", frame, size).at(x, y);
    });
    return found;
  }
  std::function<void(ui::Desk&)> widget() {
    return [this](ui::Desk& desk) { draw(desk); };
  }
};

double last_asked(const std::vector<ui::Intent>& intents, const char* key) {
  double value = std::nan("");
  for (const ui::Intent& i : intents)
    if (i.key == key) value = std::stod(i.value);
  return value;
}

}  // namespace

TEST_CASE("a dragged cross-hair sets both fields to the place of the hand") {
  CrosshairPlane plane;
  const auto asked = plane.canvas.drag(plane.at(0, 1), plane.at(-1.5, 0.5), plane.widget());
  CHECK(last_asked(asked, "z1") == doctest::Approx(-1.5).epsilon(0.02));
  CHECK(last_asked(asked, "z2") == doctest::Approx(0.5).epsilon(0.05));
}

TEST_CASE("a cross-hair stays within the bounds of its fields, wherever the hand goes") {
  CrosshairPlane plane;
  const auto asked = plane.canvas.drag(plane.at(0, 1), {5000, -5000}, plane.widget());
  CHECK(last_asked(asked, "z1") == 2);
  CHECK(last_asked(asked, "z2") == 2);
}

TEST_CASE("a press on the cross-hair or a drag that begins beside it asks for nothing") {
  CrosshairPlane plane;
  CHECK(plane.canvas.click(plane.at(0.05, 1.05), plane.widget()).empty());
  CHECK(plane.canvas.drag(plane.at(1.5, -1), plane.at(0, 0), plane.widget()).empty());
}

TEST_CASE("arrow keys move the cross-hair by a fiftieth of what is in view, one axis each") {
  CrosshairPlane plane;
  plane.canvas.click(plane.at(1.5, -1), plane.widget());
  const auto right = plane.canvas.key(ImGuiKey_RightArrow, plane.widget());
  CHECK(last_asked(right, "z1") == doctest::Approx(0.15).epsilon(0.4));
  CHECK(std::isnan(last_asked(right, "z2")));
  const auto up = plane.canvas.key(ImGuiKey_UpArrow, plane.widget());
  CHECK(last_asked(up, "z2") > 1);
  CHECK(last_asked(up, "z2") < 1.3);
  CHECK(std::isnan(last_asked(up, "z1")));
}

TEST_CASE("a double click on the cross-hair puts it back") {
  CrosshairPlane plane;
  plane.canvas.fields.find("z1")->slot = lab::Real{1, -2, 2};
  const ImVec2 at = plane.at(1, 1);
  auto asked = plane.canvas.click(at, plane.widget());
  for (const ui::Intent& i : plane.canvas.click(at, plane.widget())) asked.push_back(i);
  CHECK(bare::asks(asked, "z1", "0"));
}

TEST_CASE("a cross-hair without a field for each axis cannot be taken hold of") {
  CrosshairPlane plane;
  plane.s.crosshair.to_y = "z3";
  CHECK(plane.canvas.drag(plane.at(0, 1), plane.at(1, 0), plane.widget()).empty());
}

TEST_CASE("a cross-hair on a list sets two of its entries at once and leaves the others") {
  struct Listed {
    std::vector<double> z = {0.25, 0, 1.5};
    void declare(lab::Fields& f) { f.reals("z", z, {2, 4}, {-2, 2}, "z"); }
  };
  CrosshairPlane plane;
  plane.canvas.fields = lab::declared<Listed>();
  plane.s.crosshair = {"z", "z", "z", 1, 3};
  const auto asked = plane.canvas.drag(plane.at(0, 0), plane.at(-1, 2.9), plane.widget());
  REQUIRE(!asked.empty());
  lab::Field field = *plane.canvas.fields.find("z");
  CHECK(read(field, asked.back().value).outcome == lab::Reading::taken);
  const std::vector<double> z = std::get<lab::Reals>(field.slot).value;
  REQUIRE(z.size() == 4);
  CHECK(z[0] == 0.25);
  CHECK(z[1] == doctest::Approx(-1).epsilon(0.03));
  CHECK(z[2] == 1.5);
  CHECK(z[3] == 2);
}

TEST_CASE("the point that is read out is the nearest of all, and none beyond reach") {
  lab::Splats s{{"x", -1, 1}, {"y", -1, 1}};
  for (int i = 0; i < 5000; ++i) {
    s.px.push_back(std::sin(static_cast<float>(i * i)));
    s.py.push_back(std::cos(static_cast<float>(i)));
  }
  s.px[17] = std::nanf(""), s.py[18] = HUGE_VALF, s.px[19] = 3e38f;
  s.of.resize(s.px.size());
  const ui::SplatStrips strips = ui::strips_of(s, ui::summary_of(s).across);
  ui::Plot p;
  p.inner = {{0, 0}, {400, 400}};
  p.x = {-1, 1, false}, p.y = {-1, 1, false};
  int found = 0;
  for (int k = 0; k < 300; ++k) {
    p.area.mouse = {static_cast<float>(k * 37 % 400), static_cast<float>(k * 91 % 400)};
    std::size_t best = s.px.size();
    float nearest = 8 * 8;
    for (std::size_t i = 0; i < s.px.size(); ++i) {
      const float dx = 200 * (s.px[i] + 1) - p.area.mouse.x;
      const float dy = 200 * (1 - s.py[i]) - p.area.mouse.y, away = dx * dx + dy * dy;
      if (away < nearest) nearest = away, best = i;
    }
    const std::size_t read = ui::nearest_point(s, strips, p, 8);
    const auto away = [&](std::size_t i) {
      return std::hypot(200 * (s.px[i] + 1) - p.area.mouse.x, 200 * (1 - s.py[i]) - p.area.mouse.y);
    };
    REQUIRE((read < s.px.size()) == (best < s.px.size()));
    if (read == s.px.size()) continue;
    ++found;
    CHECK(away(read) == doctest::Approx(away(best)).epsilon(1e-3));
  }
  CHECK(found > 100);
}
