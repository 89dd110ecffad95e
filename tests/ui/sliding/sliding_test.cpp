#include "ui/sliding/sliding.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "lab/number.h"
#include "lab/shapes/sliding_reading.h"
#include "lab/shapes/sliding_words.h"
#include "ui/bare_canvas.h"
#include "ui/sliding/fitted_words.h"
#include "ui/sliding/input_hand.h"
#include "ui/sliding/sliding_layout.h"

using bare::asks;
using bare::Canvas;

namespace {

// 5 x 5 values counted from 1, times a 3 x 3 kernel, padding 1.
lab::Sliding five_by_five() {
  lab::Sliding s;
  lab::Plane input{5, 5, {}};
  for (int i = 1; i <= 25; ++i) input.values.push_back(static_cast<float>(i));
  s.input = {input};
  s.kernel = {{3, 3, {0, 1, 0, 1, -4, 1, 0, 1, 0}}};
  s.pad = 1;
  s.output = {5, 5, {}};
  for (int r = 0; r < 5; ++r)
    for (int c = 0; c < 5; ++c)
      s.output.values.push_back(static_cast<float>(lab::sum(lab::products(s, 0, r, c))));
  s.row = s.col = 1;
  s.pick_row = "row";
  s.pick_col = "col";
  s.edit_kernel = "K";
  return s;
}

constexpr ImVec2 room{1000, 600};

ImVec2 middle(const ui::Box& box) {
  return {(box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2};
}

}  // namespace

TEST_CASE("a click on an output cell asks for its row and column, counted from 1") {
  Canvas canvas(1000);
  const lab::Sliding s = five_by_five();
  const auto widget = [&](ui::Desk& desk) { ui::Widget<lab::Sliding>::draw("s", s, room, desk); };
  ui::SlidingLayout layout;
  canvas.frame([&](ui::Desk& desk) { layout = ui::sliding_layout(s, room), widget(desk); });
  const std::vector<ui::Intent> asked = canvas.click(middle(layout.output.box(3, 4)), widget);
  CHECK(asks(asked, "row", "4"));
  CHECK(asks(asked, "col", "5"));
}

TEST_CASE("a hand on the input takes the kernel there") {
  Canvas canvas(1000);
  const lab::Sliding s = five_by_five();
  const auto widget = [&](ui::Desk& desk) { ui::Widget<lab::Sliding>::draw("s", s, room, desk); };
  ui::SlidingLayout layout;
  canvas.frame([&](ui::Desk& desk) { layout = ui::sliding_layout(s, room), widget(desk); });
  const std::vector<ui::Intent> asked =
      canvas.drag(middle(layout.input.box(2, 2)), middle(layout.input.box(4, 3)), widget);
  CHECK(asks(asked, "row", "3"));
  CHECK(asks(asked, "row", "5"));
  CHECK(asks(asked, "col", "4"));
}

TEST_CASE("the kernel's middle finds its output through stride, padding and dilation") {
  lab::Sliding s = five_by_five();
  CHECK(ui::cell_over(s, {4, 0}) == ui::Cell{4, 0});
  s.stride = 2, s.output = {3, 3, std::vector<float>(9)};
  CHECK(ui::cell_over(s, {4, 2}) == ui::Cell{2, 1});
  s.stride = 1, s.pad = 0, s.dilation = 2, s.output = {1, 1, {0}};
  CHECK(ui::cell_over(s, {0, 4}) == ui::Cell{0, 0});
}

TEST_CASE("a pen draws on the input, and a stroke begins a plane of its own") {
  Canvas canvas(1000);
  lab::Sliding s = five_by_five();
  s.kernel = {{1, 1, {1}}}, s.pad = 0;
  s.input[0] = {5, 4, std::vector<float>(20, 0.5f)};
  s.output = {5, 4, std::vector<float>(20, 0.5f)};
  s.paint_input = "K";
  const auto widget = [&](ui::Desk& desk) { ui::Widget<lab::Sliding>::draw("s", s, room, desk); };
  ui::SlidingLayout l;
  canvas.frame([&](ui::Desk& desk) { l = ui::sliding_layout(s, room), widget(desk); });
  const auto corner = [&](int row, int col) { return l.input.box(row, col).min; };
  const std::vector<ui::Intent> asked = canvas.drag(corner(1, 1), corner(1, 3), widget);
  REQUIRE(!asked.empty());
  CHECK(asked.back().key == "K");
  CHECK(asked.back().value == "1,1,1,1;1,1,1,1;0,0,0,0;0,0,0,0;0,0,0,0");
  for (const ui::Intent& intent : asked) CHECK(intent.key == "K");  // no kernel is moved
}

TEST_CASE("arrows step the picked cell and stop at the map's border") {
  Canvas canvas(1000);
  lab::Sliding s = five_by_five();
  const auto widget = [&](ui::Desk& desk) { ui::Widget<lab::Sliding>::draw("s", s, room, desk); };
  ui::SlidingLayout layout;
  canvas.frame([&](ui::Desk& desk) { layout = ui::sliding_layout(s, room), widget(desk); });
  canvas.click(middle(layout.output.box(1, 1)), widget);  // takes the focus; row 2 and column 2
  CHECK(asks(canvas.key(ImGuiKey_DownArrow, widget), "row", "3"));
  CHECK(asks(canvas.key(ImGuiKey_LeftArrow, widget), "col", "1"));
  s.row = s.col = 4;
  canvas.fields.set("row", "5");
  canvas.fields.set("col", "5");
  CHECK(canvas.key(ImGuiKey_DownArrow, widget).empty());
  CHECK(canvas.key(ImGuiKey_RightArrow, widget).empty());
}

TEST_CASE("dragging a kernel entry asks for the whole kernel with that entry changed") {
  Canvas canvas(1000);
  const lab::Sliding s = five_by_five();
  const auto widget = [&](ui::Desk& desk) { ui::Widget<lab::Sliding>::draw("s", s, room, desk); };
  ui::SlidingLayout l;
  canvas.frame([&](ui::Desk& desk) { l = ui::sliding_layout(s, room), widget(desk); });
  REQUIRE(l.equation.grids == 3);
  REQUIRE(l.equation.across == 1);
  // The kernel is the second grid; its last entry, 0, in the middle of its row and column.
  const ui::EquationPlan& p = l.equation;
  const ImVec2 entry{l.equation_at.x + 2.5f * p.cell.x,
                     l.equation_at.y + 2 * 24 + 3 * p.cell.y + 0.7f * 16 + 2.5f * p.cell.y};
  canvas.move(entry);
  canvas.frame(widget);
  canvas.button(true);
  canvas.frame(widget);
  canvas.move({entry.x + 90, entry.y});
  std::vector<ui::Intent> asked = canvas.frame(widget);
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].key == "K");
  const std::string start = "0,1,0;1,-4,1;0,1,";
  REQUIRE(asked[0].value.substr(0, start.size()) == start);
  CHECK(lab::real(asked[0].value.substr(start.size())).value_or(0) > 0);
  canvas.button(false);
  canvas.frame(widget);
}

TEST_CASE("the sum of a cell is written out in full for nine products, and in parts for many") {
  Canvas canvas(1000);
  lab::Sliding s = five_by_five();
  std::string nine, rows, narrow;
  canvas.frame([&](ui::Desk&) {
    nine = ui::fitted_words(lab::sum_words(s, 1, 1), 4000, 1);
    rows = ui::fitted_words(lab::sum_words(s, 1, 1), 500, 1);
    narrow = ui::fitted_words(lab::sum_words(s, 1, 1), 250, 1);
  });
  CHECK(nine == "output(2, 2) = 1·0 + 2·1 + 3·0 + 6·1 + 7·(−4) + 8·1 + 11·0 + 12·1 + 13·0 = 0");
  CHECK(rows == "output(2, 2) = 2 (row 1) − 14 (row 2) + 12 (row 3) = 0");
  CHECK(narrow == "output(2, 2) = 28 (4 products above\nzero) − 28 (1 below) = 0");
}

TEST_CASE(
    "the products of a small kernel are written once, in cells, and those of a large one in "
    "words") {
  Canvas canvas(1000);
  lab::Sliding s = five_by_five();
  canvas.frame([&](ui::Desk&) {
    for (const float width : {360.0f, 620.0f, 1000.0f}) {
      CAPTURE(width);
      CHECK(ui::sliding_layout(s, {width, 600}).sum_lines == 0);
    }
    s.kernel = {{7, 7, std::vector<float>(49, 0.5f)}};
    CHECK(ui::sliding_layout(s, {1000, 600}).sum_lines > 0);
  });
}

TEST_CASE("the window stands in the arithmetic wherever its products do, and nothing collides") {
  lab::Sliding box = five_by_five();
  box.kernel = {{5, 5, std::vector<float>(25, 0.04f)}}, box.pad = 2;
  lab::Sliding point = five_by_five();
  point.kernel = {{1, 1, {5}}}, point.pad = 0;
  lab::Sliding large = five_by_five();
  large.kernel = {{7, 7, std::vector<float>(49, 0.5f)}}, large.pad = 3;
  for (const float text : {13.0f, 15.0f, 24.0f})
    for (const float width : {330.0f, 360.0f, 470.0f, 515.0f, 1000.0f}) {
      Canvas canvas(width);
      canvas.frame([&](ui::Desk&) {
        ImGui::PushFont(nullptr, text);
        for (const lab::Sliding& s : {five_by_five(), box, point, large}) {
          CAPTURE(text);
          CAPTURE(width);
          CAPTURE(s.kernel[0].rows);
          const float least = ui::Widget<lab::Sliding>::least_height(s, width);
          for (const float height : {least, ui::Widget<lab::Sliding>::height(s, width)}) {
            const ui::EquationPlan p = ui::sliding_layout(s, {width, height}).equation;
            CHECK(p.window() == 0);
            CHECK(p.products() > 0);
            CHECK(p.written_out() == (s.kernel[0].rows <= 5));
            CHECK(p.size.x <= width);
            if (p.across == 1) continue;
            // A name ends before the next begins, and so does a grid with its brackets.
            CHECK(ui::caption_width(ui::kernel_sign(p), "kernel") < p.step);
            CHECK(static_cast<float>(p.cols) * p.cell.x + 0.56f * text < p.step);
          }
        }
        ImGui::PopFont();
      });
    }
}

TEST_CASE("where the kernel has no grid of its own it is named between window and products") {
  Canvas canvas(400);
  lab::Sliding s = five_by_five();
  s.kernel = {{5, 5, std::vector<float>(25, -0.4f)}}, s.pad = 2;
  canvas.frame([&](ui::Desk&) {
    const ui::EquationPlan p = ui::equation_plan(s, {400, 140});
    CHECK(p.grids == 2);
    CHECK(p.across == 2);
    CHECK(p.kernel() == -1);
    CHECK(std::string(ui::products_sign(p)) == "× kernel =");
  });
}

TEST_CASE("both maps of 64 cells get three pixels a cell beside the controls of a laptop") {
  Canvas canvas(620);
  lab::Sliding s = five_by_five();
  s.pad = 0;
  s.input = {{64, 64, std::vector<float>(64 * 64, 0.5f)}};
  s.output = {62, 62, std::vector<float>(62 * 62, 0.5f)};
  canvas.frame([&](ui::Desk&) {
    const ui::SlidingLayout l = ui::sliding_layout(s, {640, 440});
    CHECK(l.input.cell >= 3);
    CHECK(l.output.cell >= 3);
    CHECK(l.height <= 440);
  });
}

TEST_CASE("every width from a watch to a wall gets a finite height and is drawn within it") {
  lab::Sliding big = five_by_five();
  big.kernel = {{31, 31, std::vector<float>(961, 0.01f)}};
  big.pad = 20;
  big.dilation = 1;
  big.output = {15, 15, std::vector<float>(225, std::numeric_limits<float>::quiet_NaN())};
  for (const lab::Sliding& s : {five_by_five(), big})
    for (const float width : {60.0f, 320.0f, 559.0f, 560.0f, 819.0f, 820.0f, 2500.0f}) {
      CAPTURE(width);
      Canvas canvas(width);
      float height = 0;
      ui::SlidingLayout l;
      canvas.move({width / 2, 100});
      for (int i = 0; i < 2; ++i)
        canvas.frame([&](ui::Desk& desk) {
          height = ui::Widget<lab::Sliding>::height(s, width);
          const float least = ui::Widget<lab::Sliding>::least_height(s, width);
          CHECK(ui::sliding_layout(s, {width, least}).height <= least + 1);
          l = ui::sliding_layout(s, {width, height});
          ui::Widget<lab::Sliding>::draw("s", s, {width, height}, desk);
        });
      CHECK(std::isfinite(height));
      CHECK(height > 0);
      CHECK(l.height <= height + 1);
      CHECK(l.input.at.x + l.input.width() <= std::max(width, 120.0f));
      CHECK(l.output.at.x + l.output.width() <= std::max(width, 120.0f));
    }
}

TEST_CASE("a kernel over nothing is drawn as a sentence") {
  Canvas canvas(500);
  const auto asked = canvas.frame([](ui::Desk& desk) {
    CHECK(ui::Widget<lab::Sliding>::height({}, 500) > 0);
    ui::Widget<lab::Sliding>::draw("s", {}, {500, 40}, desk);
  });
  CHECK(asked.empty());
}
