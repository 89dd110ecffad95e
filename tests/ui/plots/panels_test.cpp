#include "ui/plots/panels.h"

#include <doctest/doctest.h>

#include <cmath>

#include "ui/bare_canvas.h"
#include "ui/frame/shape.h"
#include "ui/maps/heat_scale.h"
#include "ui/views.h"

using bare::Canvas;

namespace {

ui::PanelFrame frame(const lab::Axis& axis, std::vector<std::string> names) {
  return {.x = axis, .y = axis, .x_range = {0, 1}, .y_range = {0, 1}, .names = std::move(names)};
}

lab::Heat heat_of(std::vector<float> values) {
  lab::Heat h;
  const auto cols = static_cast<int>(values.size());
  h.panels.push_back({"", {1, cols, std::move(values)}});
  return h;
}

}  // namespace

TEST_CASE(
    "panels lie side by side on a desk, two in a row on a phone, and never cover each other") {
  const lab::Axis axis{"step", 0, 1};
  for (const auto& [width, columns] : {std::pair(1100.0f, 5), std::pair(330.0f, 2)}) {
    Canvas canvas(width);
    canvas.frame([&, width = width, columns = columns](ui::Desk&) {
      const ui::PanelFrame f = frame(axis, {"a", "b", "c", "d", "e"});
      const float height = ui::panels_height(f, width);
      const ui::Panels p = ui::panels("p", f, {width, height});
      CHECK(p.columns == columns);
      REQUIRE(p.inner.size() == 5);
      for (std::size_t i = 0; i < 5; ++i) {
        CHECK(p.inner[i].max.x <= width);
        CHECK(p.inner[i].max.y <= height);
        CHECK(p.inner[i].width() == doctest::Approx(p.inner[0].width()).epsilon(0.02));
        for (std::size_t j = 0; j < i; ++j) CHECK(!p.inner[i].meets(p.inner[j]));
      }
    });
  }
}

TEST_CASE("a logarithmic scale gives equal ratios equal steps, zero the lowest colour, NaN none") {
  lab::Heat h = heat_of({1e-6f, 1e-3f, 1, 0, std::nanf(""), -1});
  h.value.logarithmic = true;
  const ui::HeatScale s = ui::heat_scale(h);
  CHECK(s.place(1e-6f) == doctest::Approx(0).epsilon(1e-6));
  CHECK(s.place(1e-3f) == doctest::Approx(0.5));
  CHECK(s.place(1) == doctest::Approx(1));
  CHECK(s.place(0) == 0);
  CHECK(std::isnan(s.place(std::nanf(""))));
  CHECK(std::isnan(s.place(-1)));
  CHECK(s.gaps);
}

TEST_CASE("a two-sided scale puts zero in the middle, whatever the values' ends") {
  lab::Heat h = heat_of({-1, 0, 4});
  h.signed_values = true;
  const ui::HeatScale s = ui::heat_scale(h);
  CHECK(s.peak == 4);
  CHECK(s.place(0) == 0);
  CHECK(s.place(-1) == doctest::Approx(-0.25));
  CHECK(!s.gaps);
}

TEST_CASE("one value everywhere still has a scale") {
  for (const bool log : {false, true}) {
    lab::Heat h = heat_of({3, 3});
    h.value.logarithmic = log;
    const ui::HeatScale s = ui::heat_scale(h);
    CHECK(s.range.low < s.range.high);
    CHECK(std::isfinite(s.place(3)));
  }
}

TEST_CASE("figures of panels and dots take the height that they ask for, and no endless one") {
  const lab::View view = views::maps();
  for (const float width : {40.0f, 330.0f, 1100.0f}) {
    CAPTURE(width);
    Canvas canvas(width);
    canvas.frame([&](ui::Desk& desk) {
      for (const lab::Figure& f : view.report.figures) {
        CAPTURE(f.key);
        const float height = ui::wanted_height(f.shape, width);
        CHECK(height > 0);
        CHECK(height < 2000);
        ui::draw_shape(f.key.c_str(), f.shape, {width, height}, desk);
        CHECK(ImGui::GetItemRectSize().y == doctest::Approx(height));
      }
    });
  }
}
