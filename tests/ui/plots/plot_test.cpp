#include "ui/plots/plot.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <cmath>

#include "ui/headless.h"
#include "ui/views.h"

namespace {

struct Handle {
  double sigma = 1;
  void declare(lab::Fields& f) { f.real("sigma", sigma, {0, 8}, "sigma"); }
};

// One plot of a parabola over 0..10 with a handle at 1.
lab::View with_handle() {
  lab::View v;
  v.title = "Handle";
  v.fields = lab::declared<Handle>();
  lab::Lines s{{"x", 0, 10}, {"", 0, 100}, {}, {}, {"sigma", 1}};
  lab::Curve c;
  for (int i = 0; i <= 10; ++i)
    c.x.push_back(static_cast<float>(i)), c.y.push_back(static_cast<float>(i * i));
  s.curves.push_back(c);
  v.report.figure("plot", "", "", s).room = lab::Room::row;
  return v;
}

// Points of x inside the frame: 100 stands left of it, one em of air right of it.
float x_of(const tests::Headless& s, double x) {
  const ui::Place place = s.place("plot");
  const float pad = 0.8f * 15, left = place.x + pad + ui::text_size("100").x + 8;
  const float right = place.x + place.width - pad - 15;
  return left + static_cast<float>(x / 10) * (right - left);
}

float mid_height(const tests::Headless& s) {
  return s.place("plot").y + 0.5f * s.place("plot").height;
}

}  // namespace

TEST_CASE("dragging a handle sets its field to where it is") {
  tests::Headless s(with_handle(), 600);
  s.drag({x_of(s, 1), mid_height(s)}, {x_of(s, 5), mid_height(s)});
  REQUIRE_FALSE(s.wishes.empty());
  CHECK(s.wishes.front().key == "sigma");
  CHECK(std::stod(s.value("sigma")) == doctest::Approx(5).epsilon(0.02));
  CHECK(s.value("sigma").size() <= 5);
}

TEST_CASE("a handle stays within the bounds of its field") {
  tests::Headless s(with_handle(), 600);
  s.drag({x_of(s, 1), mid_height(s)}, {x_of(s, 12), mid_height(s)});
  CHECK(s.value("sigma") == "8");
}

TEST_CASE("a drag that begins away from the handle does not move it") {
  tests::Headless s(with_handle(), 600);
  s.drag({x_of(s, 4), mid_height(s)}, {x_of(s, 9), mid_height(s)});
  CHECK(s.wishes.empty());
}

TEST_CASE("pointing at a plot draws a card, and leaving takes it away") {
  tests::Headless s(with_handle(), 600);
  const int without = ImGui::GetDrawData()->TotalVtxCount;
  s.move({x_of(s, 6), mid_height(s)});
  s.frame();
  CHECK(ImGui::GetDrawData()->TotalVtxCount > without);
  s.move({-10, -10});
  s.frame();
  CHECK(ImGui::GetDrawData()->TotalVtxCount == without);
}

TEST_CASE("a click pins the card and a second one lets it go") {
  tests::Headless s(with_handle(), 600);
  const int without = ImGui::GetDrawData()->TotalVtxCount;
  const ImVec2 at{x_of(s, 6), mid_height(s)};
  s.click(at);
  s.move({-10, -10});
  s.frame();
  CHECK(ImGui::GetDrawData()->TotalVtxCount > without);
  s.click(at);
  s.move({-10, -10});
  s.frame();
  CHECK(ImGui::GetDrawData()->TotalVtxCount == without);
}
