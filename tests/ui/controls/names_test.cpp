// Subsets and arrows by hand.
#include <doctest/doctest.h>
#include <imgui.h>

#include "ui/controls/control.h"
#include "ui/headless.h"

namespace names_by_hand {

namespace {

struct Some {
  std::vector<int> given = {1};
  void declare(lab::Fields& f) { f.subset("given", given, {"x1", "x2", "x3"}, "given"); }
};

struct Edges {
  std::vector<lab::Arrow> edges = {{0, 1}};
  void declare(lab::Fields& f) { f.arrows("edges", edges, {"z1", "z2", "x1"}, "edges"); }
};

template <class Params>
lab::View with() {
  lab::View v;
  v.title = "One field";
  v.fields = lab::declared<Params>();
  return v;
}

constexpr float em = 15, top = 0.2f * em;
constexpr float switches_y = top + 1.7f * em + 0.9f * em;
// Headline, text, the names of the columns, then cells of 1.9 em behind the names of the rows.
constexpr float typed_y = top + 1.7f * em + 0.85f * em;
constexpr float cells_y = top + 1.7f * em + 2 * em + 1.4f * em, cell = 1.9f * em;

}  // namespace

TEST_CASE("a click on a name of a subset takes it in and a second one out") {
  tests::Headless s(with<Some>(), 360);
  s.click({12, switches_y});
  CHECK(s.value("given") == "x1,x2");
  s.click({12, switches_y});
  CHECK(s.value("given") == "x2");
}

TEST_CASE("the keyboard reaches every name of a subset and throws it") {
  tests::Headless s(with<Some>(), 360);
  s.frame();
  std::string thrown, before = s.value("given");
  for (int i = 0; i < 8; ++i) {
    s.key(ImGuiKey_Tab);
    s.key(ImGuiKey_Space);
    const std::string now = s.value("given");
    for (const char* name : {"x1", "x2", "x3"})
      if ((now.find(name) == std::string::npos) != (before.find(name) == std::string::npos))
        thrown += name;
    before = now;
  }
  for (const char* name : {"x1", "x2", "x3"}) CHECK(thrown.find(name) != std::string::npos);
}

TEST_CASE(
    "a click on a cell draws the arrow from its row to its column, and a second one takes it") {
  tests::Headless s(with<Edges>(), 360);
  // The rightmost of the three columns lies at most 3 em and three cells from the left.
  const float x = 3 * em + 2.2f * cell;
  s.click({x, cells_y + 1.5f * cell});
  CHECK(s.value("edges") == "z1>z2,z2>x1");
  s.click({x, cells_y + 1.5f * cell});
  CHECK(s.value("edges") == "z1>z2");
}

TEST_CASE("arrow keys walk over the cells and Enter draws and takes what is there") {
  tests::Headless s(with<Edges>(), 360);
  s.click({3 * em + 2.2f * cell, cells_y + 0.5f * cell});
  CHECK(s.value("edges") == "z1>z2,z1>x1");
  s.move({-FLT_MAX, -FLT_MAX});
  s.key(ImGuiKey_LeftArrow);
  s.key(ImGuiKey_Enter);
  CHECK(s.value("edges") == "z1>x1");
  s.key(ImGuiKey_DownArrow);
  s.key(ImGuiKey_LeftArrow);
  s.key(ImGuiKey_Enter);
  CHECK(s.value("edges") == "z1>x1,z2>z1");
}

TEST_CASE("arrows can be typed as a link has them") {
  tests::Headless s(with<Edges>(), 360);
  s.click({60, typed_y});
  s.frames(3);
  s.type("x1>z1,z1>z2");
  s.key(ImGuiKey_Enter);
  s.frames(3);
  CHECK(s.value("edges") == "z1>z2,x1>z1");
}

TEST_CASE("no arrow is drawn beyond those that a field may have") {
  lab::View view = with<Edges>();
  auto& arrows = std::get<lab::Arrows>(view.fields.find("edges")->slot);
  arrows.nodes = {"a", "b", "c", "d", "e", "f", "g"};
  arrows.value.clear();
  for (int i = 0; i < lab::Arrows::most; ++i) arrows.value.push_back({i / 7, i % 7});
  tests::Headless s(view, 360);
  for (float y = cells_y; y < cells_y + 7 * cell; y += 0.5f * cell)
    for (float x = em; x < 7.5f * cell; x += 0.5f * cell) {
      s.click({x, y});
      CHECK(std::get<lab::Arrows>(s.view.fields.find("edges")->slot).value.size() <= 40);
    }
}

}  // namespace names_by_hand
