#include "ui/plots/plot.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <cmath>

#include "ui/bare_canvas.h"
#include "ui/frame/recorder.h"
#include "ui/headless.h"
#include "ui/plots/bars.h"
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

TEST_CASE("a mouse leaves no card behind: neither a click nor a drag of the handle") {
  tests::Headless s(with_handle(), 600);
  const int without = ImGui::GetDrawData()->TotalVtxCount;
  s.click({x_of(s, 6), mid_height(s)});
  s.move({-10, -10});
  s.frame();
  CHECK(ImGui::GetDrawData()->TotalVtxCount == without);
  s.drag({x_of(s, 1), mid_height(s)}, {x_of(s, 5), mid_height(s)});
  s.view.fields.set("sigma", "1");  // as its control was drawn before
  s.move({-10, -10});
  s.frame();
  CHECK(ImGui::GetDrawData()->TotalVtxCount == without);
}

TEST_CASE("a button that is down hides the card") {
  tests::Headless s(with_handle(), 600);
  const int without = ImGui::GetDrawData()->TotalVtxCount;
  s.move({x_of(s, 6), mid_height(s)});
  s.frame();
  REQUIRE(ImGui::GetDrawData()->TotalVtxCount > without);
  s.press();
  CHECK(ImGui::GetDrawData()->TotalVtxCount == without);
  s.release();
}

namespace {

void tap(tests::Headless& s, ImVec2 at) {
  ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  s.click(at);
  s.move({-1e6f, -1e6f});
  s.frame();
}

}  // namespace

TEST_CASE("a tap leaves a card until the next one, there or elsewhere") {
  tests::Headless s(with_handle(), 600);
  const int without = ImGui::GetDrawData()->TotalVtxCount;
  const ImVec2 at{x_of(s, 6), mid_height(s)};
  tap(s, at);
  CHECK(ImGui::GetDrawData()->TotalVtxCount > without);
  tap(s, at);
  CHECK(ImGui::GetDrawData()->TotalVtxCount == without);
  tap(s, at);
  CHECK(ImGui::GetDrawData()->TotalVtxCount > without);
  tap(s, {2, 2});
  CHECK(ImGui::GetDrawData()->TotalVtxCount == without);
}

TEST_CASE("what a tap left is gone once the figure is another, what keys reached stays") {
  tests::Headless s(with_handle(), 600);
  const int without = ImGui::GetDrawData()->TotalVtxCount;
  s.stamps = {1};
  tap(s, {x_of(s, 6), mid_height(s)});
  CHECK(ImGui::GetDrawData()->TotalVtxCount > without);
  s.stamps = {2};
  s.frame();
  CHECK(ImGui::GetDrawData()->TotalVtxCount == without);
  s.key(ImGuiKey_RightArrow);
  CHECK(ImGui::GetDrawData()->TotalVtxCount > without);
  s.stamps = {3};
  s.frame();
  CHECK(ImGui::GetDrawData()->TotalVtxCount > without);
  s.key(ImGuiKey_Escape);
  s.frame();
  CHECK(ImGui::GetDrawData()->TotalVtxCount == without);
}

namespace {

std::string drawing(tests::Headless& s) {
  ui::Recorder record("plot");
  ui::set_recorder(&record);
  s.frame();
  ui::set_recorder(nullptr);
  return record.svg();
}

lab::Lines& lines_of(lab::View& v) {
  lab::Figure figure = v.report.figures[0];
  v.report.figures = {};
  return std::get<lab::Lines>(v.report.figures.add(std::move(figure)).shape);
}

}  // namespace

TEST_CASE("a handle off the axis says its value at the edge and is taken hold of there") {
  lab::View v = with_handle();
  lines_of(v).handle.at = 44.5;
  tests::Headless s(v, 600);
  CHECK(drawing(s).find(">44.5<") != std::string::npos);
  s.drag({x_of(s, 10), mid_height(s)}, {x_of(s, 5), mid_height(s)});
  CHECK(std::stod(s.value("sigma")) == doctest::Approx(5).epsilon(0.02));
}

TEST_CASE("a point off the axes is told at the edge") {
  lab::View v = with_handle();
  lab::Curve point{"this example", lab::Role::prediction, {-22.5f}, {50}};
  point.trace = lab::Trace::marks;
  lines_of(v).curves.push_back(point);
  tests::Headless s(v, 600);
  CHECK(drawing(s).find("this example: −22.5") != std::string::npos);
}

TEST_CASE("what stands above a bar is never broken within a word or a number") {
  lab::View v;
  v.title = "Bars";
  lab::Bars bars{{""}, {"operations", 0, 0, true}, {"a", "b", "c", "d"}};
  bars.heights = {75497472, 131072, 65536, 0};
  bars.notes = {"75 497 472", "131 072", "65 536", "0 arithmetic, 49 152 comparisons"};
  v.report.figure("plot", "", "", bars).room = lab::Room::row;
  for (const float width : {900.0f, 360.0f}) {
    tests::Headless s(v, width);
    const std::string svg = drawing(s);
    CAPTURE(svg);
    const bool whole = svg.find("comparisons<") != std::string::npos;
    CHECK(whole == (width > 400));
    CHECK(svg.find(">comparis<") == std::string::npos);
  }
}

TEST_CASE("bars whose names take several rows are higher by these, and those of numbers are not") {
  bare::Canvas canvas(400);
  canvas.frame([](ui::Desk&) {
    lab::Bars bars;
    bars.heights.assign(12, 1.0f);
    const float bare = ui::Widget<lab::Bars>::height(bars, 360);
    CHECK(bare == ui::plot_height(360));
    for (int i = 0; i < 12; ++i) bars.names.push_back("a name " + std::to_string(i));
    CHECK(ui::Widget<lab::Bars>::height(bars, 360) >= bare + 2 * ui::em());
    CHECK(ui::Widget<lab::Bars>::height(bars, 1400) < ui::plot_height(1400) + 2 * ui::em());
  });
}
