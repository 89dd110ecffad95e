#include "ui/maps/blocks.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>

#include "ui/frame/theme.h"
#include "ui/headless.h"
#include "ui/maps/block_cell.h"
#include "ui/maps/block_layout.h"
#include "ui/views.h"

namespace {

// The middle of a cell of block `index` of the figure, by the layout that draws it.
ImVec2 cell(const tests::Headless& s, std::size_t index, int row, int col) {
  const lab::Figure& figure = s.view.report.figures[0];
  const auto& shape = std::get<lab::Blocks>(figure.shape);
  const ui::Place place = s.place(figure.key);
  const float em = 15, pad = ImGui::GetIO().DisplaySize.x >= 720 ? 1.1f * em : 0.8f * em;
  const float inner = place.width - 2 * pad;
  const ui::BlockLayout layout = ui::block_layout(shape, inner);
  const ui::BlockPlace& p = layout.places[index];
  const float left = place.x + pad + std::max(0.0f, 0.5f * (inner - layout.size.x));
  // A title of one line and the space beneath it.
  const float top = place.y + pad + 1.7f * em;
  return {left + p.cells.min.x + (static_cast<float>(col) + 0.5f) * p.cell.x,
          top + p.cells.min.y + (static_cast<float>(row) + 0.5f) * p.cell.y};
}

constexpr std::size_t q = 0, scores = 2, output = 5;

}  // namespace

TEST_CASE("a click on a cell picks its row and column, counted from 1") {
  tests::Headless s(views::attention());
  s.click(cell(s, output, 2, 3));
  CHECK(s.value("row") == "3");
  CHECK(s.value("col") == "4");
  s.click(cell(s, output, 0, 1));
  CHECK(s.value("row") == "1");
  CHECK(s.value("col") == "2");
}

TEST_CASE("a click on a matrix that is neither picked nor edited asks for nothing") {
  tests::Headless s(views::attention());
  s.click(cell(s, scores, 0, 0));
  s.drag(cell(s, scores, 0, 0), cell(s, scores, 2, 1));
  CHECK(s.wishes.empty());
}

TEST_CASE("dragging a cell of a parameter changes that cell alone, in whole steps") {
  tests::Headless s(views::attention());
  const ImVec2 from = cell(s, q, 0, 0);
  s.drag(from, {from.x + 27, from.y});
  CHECK(s.value("Q") == "5,-3;-4,1;5,-2");
  s.drag(from, {from.x - 2, from.y});  // a trembling hand
  CHECK(s.value("Q") == "5,-3;-4,1;5,-2");
}

TEST_CASE("a double click opens a cell for typing") {
  tests::Headless s(views::attention());
  s.double_click(cell(s, q, 1, 0));
  s.frames(3);
  s.type("-0.5");
  s.key(ImGuiKey_Enter);
  s.frames(2);
  CHECK(s.value("Q") == "2,-3;-0.5,1;5,-2");
}

TEST_CASE("what is typed into a cell is brought into the bounds of its table") {
  tests::Headless s(views::attention());
  s.double_click(cell(s, q, 1, 0));
  s.frames(3);
  s.type("5000");
  s.key(ImGuiKey_Enter);
  s.frames(2);
  CHECK(s.value("Q") == "2,-3;100,1;5,-2");
}

TEST_CASE("arrows walk through the cells and Enter picks one") {
  tests::Headless s(views::attention());
  s.click(cell(s, output, 0, 0));
  s.key(ImGuiKey_DownArrow);
  s.key(ImGuiKey_RightArrow);
  s.key(ImGuiKey_RightArrow);
  s.key(ImGuiKey_Enter);
  CHECK(s.value("row") == "2");
  CHECK(s.value("col") == "3");
}

TEST_CASE("matrices break into rows where they do not fit, and never overlap") {
  tests::Headless s(views::attention());
  const auto& shape = std::get<lab::Blocks>(s.view.report.figures[0].shape);
  ImGui::NewFrame();
  const float in_one_row = ui::block_layout(shape, 1300).size.y;
  CHECK(ui::block_layout(shape, 330).size.y > 2 * in_one_row);
  for (const float width : {1300.0f, 800.0f, 500.0f, 330.0f}) {
    CAPTURE(width);
    const ui::BlockLayout layout = ui::block_layout(shape, width);
    for (std::size_t i = 0; i < layout.places.size(); ++i) {
      CHECK(layout.places[i].cells.min.x >= 0);
      CHECK(layout.places[i].cells.max.x <= width);
      for (std::size_t j = 0; j < i; ++j)
        CHECK_FALSE(layout.places[i].cells.meets(layout.places[j].cells));
    }
  }
  ImGui::EndFrame();
}

TEST_CASE("matrices with less height than they ask for stand closer, in numbers that can be read") {
  tests::Headless s(views::attention());
  const auto& shape = std::get<lab::Blocks>(s.view.report.figures[0].shape);
  ImGui::NewFrame();
  for (const float width : {800.0f, 500.0f, 330.0f}) {
    CAPTURE(width);
    const ui::BlockLayout dense = ui::dense_block_layout(shape, width);
    CHECK(dense.size.y < 0.75f * ui::block_layout(shape, width).size.y);
    CHECK(dense.text * ImGui::GetFontSize() >= ui::least_type - 0.01f);
    CHECK(ui::Widget<lab::Blocks>::least_height(shape, width) == dense.size.y);
    for (std::size_t i = 0; i < dense.places.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        CHECK_FALSE(dense.places[i].cells.meets(dense.places[j].cells));
  }
  ImGui::EndFrame();
}

TEST_CASE("matrices take the height that they are given, in numbers as large as go into it") {
  tests::Headless s(views::attention());
  const auto& shape = std::get<lab::Blocks>(s.view.report.figures[0].shape);
  for (const float em : {15.0f, 24.0f}) {
    ImGui::NewFrame();
    ImGui::PushFont(nullptr, em);
    for (const float width : {1200.0f, 730.0f, 330.0f}) {
      CAPTURE(em);
      CAPTURE(width);
      const ui::BlockLayout usual = ui::block_layout(shape, width);
      const ui::BlockLayout dense = ui::dense_block_layout(shape, width);
      CHECK(ui::fitted_block_layout(shape, {width, usual.size.y}).text == usual.text);
      CHECK(ui::fitted_block_layout(shape, {width, 1}).size.y == dense.size.y);
      CHECK(ui::fitted_block_layout(shape, {width, 1.4f * dense.size.y}).size.y >
            1.1f * dense.size.y);
      float before = 0;
      for (const float share : {0.0f, 0.25f, 0.5f, 0.75f, 1.0f}) {
        const float height = dense.size.y + share * (usual.size.y - dense.size.y);
        const ui::BlockLayout l = ui::fitted_block_layout(shape, {width, height + 0.5f});
        CHECK(l.size.y <= height + 1);
        CHECK(l.text >= std::max(dense.text, 0.85f) - 0.001f);
        CHECK(l.text >= before);
        before = l.text;
      }
    }
    ImGui::PopFont();
    ImGui::EndFrame();
  }
}

TEST_CASE("a line breaks before an operator, and the sign of a transpose stays with its matrix") {
  tests::Headless s(views::attention());
  const auto& shape = std::get<lab::Blocks>(s.view.report.figures[0].shape);
  ImGui::NewFrame();
  int breaks = 0;
  for (const float width : {900.0f, 700.0f, 500.0f, 330.0f}) {
    CAPTURE(width);
    const ui::BlockLayout l = ui::block_layout(shape, width);
    CHECK(l.size.x <= width);
    for (std::size_t i = 0; i + 1 < l.places.size(); ++i) {
      const ui::BlockPlace &left = l.places[i], &right = l.places[i + 1];
      if (right.cells.min.x > left.cells.max.x) continue;  // in one row
      ++breaks;
      CHECK(left.joiner.y > right.cells.min.y);
      CHECK(left.joiner.x < right.cells.min.x);
      CHECK(left.joiner.x > 0);
    }
  }
  CHECK(breaks >= 4);
  ImGui::EndFrame();
  CHECK(ui::operator_of({.joiner = "ᵀ ×"}) == "×");
  CHECK(ui::operator_of({.joiner = "÷ √2 →"}) == "÷ √2 →");
}

TEST_CASE("the bar at the foot of the lowest cell lies below its digits") {
  tests::Headless s(views::attention());
  ImGui::NewFrame();
  for (const float text : {13.0f, 15.0f, 20.0f}) {
    ImGui::PushFont(nullptr, text);
    const float height = 1.45f * text;
    const ui::Box bar = ui::foot_bar({{0, 0}, {40, height}});
    // Digits end at the line's ascent; where they are drawn is rounded.
    const float digits = 0.5f * (height - text) + ImGui::GetFontBaked()->Ascent + 0.5f;
    CHECK(bar.min.y >= digits);
    CHECK(bar.max.y <= height);
    ImGui::PopFont();
  }
  ImGui::EndFrame();
}

TEST_CASE("a matrix of twelve columns gives up digits, not its place") {
  tests::Headless s(views::attention());
  lab::Blocks wide;
  wide.blocks.push_back(
      {"A", lab::Role::input, {12, 12, std::vector<double>(144, -0.123456)}, {}, "", "", "", ""});
  ImGui::NewFrame();
  const ui::BlockLayout roomy = ui::block_layout(wide, 1200), tight = ui::block_layout(wide, 330);
  CHECK(roomy.places[0].digits == 4);
  CHECK(tight.places[0].digits < 4);
  CHECK(tight.places[0].cells.width() <= 330);
  ImGui::EndFrame();
}
