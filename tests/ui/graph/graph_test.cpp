#include "ui/graph/graph.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "ui/bare_canvas.h"
#include "ui/frame/theme.h"
#include "ui/graph/graph_layers.h"
#include "ui/graph/graph_memory.h"
#include "ui/graph/shift_bar.h"
#include "ui/views.h"

using bare::asks;
using bare::Canvas;

namespace {

lab::Graph graph_of(int nodes, const std::vector<std::pair<int, int>>& ends) {
  lab::Graph g;
  for (int i = 0; i < nodes; ++i) {
    const std::string name(1, static_cast<char>('a' + i));
    g.nodes.push_back({name, name, lab::Role::input, {"1 × 1"}});
  }
  for (const auto& e : ends) g.edges.push_back({e.first, e.second, ""});
  return g;
}

// The graphs of the sample view, laid out in a frame, where words can be measured.
void with_layouts(float width,
                  const std::function<void(const lab::Graph&, const ui::GraphLayout&)>& f) {
  Canvas canvas(width);
  const lab::View view = views::graphs();
  canvas.frame([&](ui::Desk&) {
    for (const lab::Figure& figure : view.report.figures) {
      const auto& g = std::get<lab::Graph>(figure.shape);
      f(g, ui::graph_layout(g, width));
    }
  });
}

}  // namespace

TEST_CASE("a node's layer is one beyond the furthest node before it") {
  // a → b → d, a → c → d, a → d: the short way does not pull d forwards.
  const lab::Graph g = graph_of(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {0, 3}});
  CHECK(ui::graph_layers(g) == std::vector<int>{0, 1, 1, 2});
}

TEST_CASE("a node without arrows to it stands right before the first it leads to") {
  // a → b → c, and d leads to c alone.
  const lab::Graph g = graph_of(4, {{0, 1}, {1, 2}, {3, 2}});
  CHECK(ui::graph_layers(g) == std::vector<int>{0, 1, 2, 1});
}

TEST_CASE("a layer that a node asks for is kept, and what follows comes after it") {
  lab::Graph g = graph_of(3, {{0, 1}, {1, 2}});
  g.nodes[0].layer = 0;
  g.nodes[1].layer = 3;
  CHECK(ui::graph_layers(g) == std::vector<int>{0, 1, 2});  // empty layers are closed up
  g.nodes[2].layer = 0;
  CHECK(ui::graph_layers(g) == std::vector<int>{0, 1, 0});
}

TEST_CASE("circles and loops end in some layer rather than never") {
  const lab::Graph g = graph_of(3, {{0, 1}, {1, 2}, {2, 0}, {1, 1}});
  CHECK(ui::graph_layers(g) == std::vector<int>{0, 1, 2});
}

TEST_CASE("no node covers another, and no label a node, at the width of a desk or of a phone") {
  for (const float width : {330.0f, 640.0f, 1100.0f}) {
    CAPTURE(width);
    with_layouts(width, [&](const lab::Graph& g, const ui::GraphLayout& layout) {
      CHECK(layout.size.x <= width + 0.5f);
      for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        const ui::Box& box = layout.nodes[i];
        CHECK(box.min.x >= 0);
        CHECK(box.min.y >= 0);
        CHECK(box.max.x <= layout.size.x);
        CHECK(box.max.y <= layout.size.y);
        for (std::size_t j = 0; j < i; ++j) CHECK(!box.meets(layout.nodes[j]));
        for (std::size_t e = 0; e < g.edges.size(); ++e) {
          if (!g.edges[e].label.empty()) CHECK(!box.contains(layout.edges[e].label));
        }
      }
    });
  }
}

TEST_CASE("a graph too wide from left to right is laid out from the top down") {
  int downwards = 0;
  with_layouts(330, [&](const lab::Graph&, const ui::GraphLayout& l) { downwards += l.downwards; });
  CHECK(downwards == 2);  // six variables fit as they are
}

TEST_CASE("a graph wider than its place brings a node to the middle, with no gap at its ends") {
  ui::GraphLayout layout;
  layout.size = {600, 100};
  layout.nodes = {{{0, 0}, {100, 50}}, {{300, 0}, {400, 50}}, {{500, 0}, {600, 50}}};
  const float expected[] = {0, 200,
                            300};  // (300 + 400 - 300)/2 is 200; at the ends 0 and 600 - 300
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(ui::moved_left(layout, i, 300) == expected[i]);
    CHECK(ui::moved_left(layout, i, 600) == 0);
  }
  CHECK(ui::moved_left(layout, 3, 300) == 0);  // no such node
}

TEST_CASE("nodes lose lines, the last first, before their words become too small to read") {
  lab::Graph g = graph_of(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}});
  for (lab::Node& n : g.nodes) n.lines = {"3 x 2", "values: 0.123, 4.567, 8.901, -2.345, 6.789"};
  Canvas canvas(1600);
  canvas.frame([&](ui::Desk&) {
    CHECK(ui::graph_layout(g, 1600).lines == 2);
    const ui::GraphLayout narrow = ui::graph_layout(g, 300);
    CHECK(narrow.lines < 2);
    CHECK(narrow.text >= 0.8f);
    CHECK(narrow.size.x <= 300.5f);
    const ui::GraphLayout thin = ui::graph_layout(g, 40);  // not even the names fit
    CHECK(thin.lines == 0);
    CHECK(thin.text >= 0.8f);
    CHECK(thin.size.x > 40);
  });
}

TEST_CASE("a graph is laid out anew where its words, its width or its text are others") {
  lab::Graph g = graph_of(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}});
  Canvas canvas(1600);
  canvas.frame([&](ui::Desk&) {
    const ui::GraphLayout* first = &ui::recalled_layout(g, 800);
    CHECK(&ui::recalled_layout(lab::Graph(g), 800) == first);
    const auto is_fresh = [&](float width) {
      const ui::GraphLayout fresh = ui::graph_layout(g, width);
      const ui::GraphLayout& recalled = ui::recalled_layout(g, width);
      CHECK(recalled.size.x == fresh.size.x);
      CHECK(recalled.size.y == fresh.size.y);
    };
    const float before = first->size.x;
    is_fresh(60);
    g.nodes[1].lines = {"values: 0.123, 4.567, 8.901, -2.345, 6.789"};
    is_fresh(800);
    CHECK(ui::recalled_layout(g, 800).size.x > before);
    ImGui::PushFont(nullptr, 2 * ImGui::GetFontSize());
    is_fresh(800);
    ImGui::PopFont();
    for (int i = 0; i < 9; ++i) is_fresh(500 + static_cast<float>(i));
    is_fresh(800);
  });
}

TEST_CASE("a drag moves a graph that is wider than its place, and picks nothing") {
  lab::Graph g = graph_of(9, {{0, 1}, {1, 2}, {3, 4}, {4, 5}, {6, 7}, {7, 8}});
  for (lab::Node& n : g.nodes) n.name = "a name";
  g.nodes[0].id = "edge", g.nodes[8].id = "blur";
  g.pick = "filter";
  const float width = 100;
  Canvas canvas(width);
  ui::GraphLayout layout;
  const auto widget = [&](ui::Desk& desk) {
    layout = ui::graph_layout(g, width);
    ui::Widget<lab::Graph>::draw("g", g, {width, ui::Widget<lab::Graph>::height(g, width)}, desk);
  };
  const auto middle = [&](std::size_t i) {
    const ui::Box& b = layout.nodes[i];
    return ImVec2{0.5f * (b.min.x + b.max.x), 0.5f * (b.min.y + b.max.y)};
  };
  canvas.frame(widget);
  const float beyond = layout.size.x - width;
  REQUIRE(beyond > 40);
  CHECK(asks(canvas.click(middle(0), widget), "filter", "edge"));
  for (float moved = 0; moved < beyond; moved += 60)
    CHECK(canvas.drag({90, middle(0).y}, {30, middle(0).y}, widget).empty());
  CHECK(asks(canvas.click({middle(8).x - beyond, middle(8).y}, widget), "filter", "blur"));
}

TEST_CASE("nodes that ask for rows stand level across layers") {
  with_layouts(1100, [&](const lab::Graph& g, const ui::GraphLayout& layout) {
    if (g.nodes[0].row < 0) return;
    const auto middle = [&](std::size_t i) {
      return 0.5f * (layout.nodes[i].min.y + layout.nodes[i].max.y);
    };
    for (std::size_t i = 3; i < g.nodes.size(); ++i)
      CHECK(middle(i) == doctest::Approx(middle(i - 3)).epsilon(1e-4));
    CHECK(middle(0) < middle(1));
    CHECK(middle(1) < middle(2));
  });
}

TEST_CASE("an arrow begins at its first node and ends at its last, whichever way it leads") {
  const lab::Graph g = graph_of(3, {{0, 1}, {1, 2}, {2, 0}});
  Canvas canvas(800);
  canvas.frame([&](ui::Desk&) {
    const ui::GraphLayout layout = ui::graph_layout(g, 800);
    for (std::size_t e = 0; e < 3; ++e) {
      CAPTURE(e);
      const auto& points = layout.edges[e].points;
      REQUIRE(points.size() >= 4);
      const auto near = [&](int node, ImVec2 p) {
        const ui::Box& b = layout.nodes[static_cast<std::size_t>(node)];
        return ui::Box{{b.min.x - 1, b.min.y - 1}, {b.max.x + 1, b.max.y + 1}}.contains(p);
      };
      CHECK(near(g.edges[e].from, points.front()));
      CHECK(near(g.edges[e].to, points.back()));
    }
  });
}

TEST_CASE("a click on a node asks for its id, and arrows with Enter do the same") {
  lab::Graph g = graph_of(3, {{0, 1}, {1, 2}});
  const char* ids[] = {"edge", "box", "blur"};  // names of the field's choices
  for (std::size_t i = 0; i < 3; ++i) g.nodes[i].id = ids[i];
  g.pick = "filter";
  Canvas canvas(600);
  const auto widget = [&](ui::Desk& desk) {
    ui::Widget<lab::Graph>::draw("g", g, {600, 200}, desk);
  };
  ui::GraphLayout layout;
  canvas.frame([&](ui::Desk& desk) {
    layout = ui::graph_layout(g, 600);
    widget(desk);
  });
  const ui::Box& first = layout.nodes[0];
  const ImVec2 origin{0.5f * (600 - layout.size.x), 0.5f * (200 - layout.size.y)};
  const ImVec2 at{origin.x + 0.5f * (first.min.x + first.max.x),
                  origin.y + 0.5f * (first.min.y + first.max.y)};
  CHECK(canvas.click({2, 2}, widget).empty());
  CHECK(asks(canvas.click(at, widget), "filter", "edge"));
  canvas.key(ImGuiKey_RightArrow, widget);
  canvas.key(ImGuiKey_RightArrow, widget);
  CHECK(asks(canvas.key(ImGuiKey_Enter, widget), "filter", "blur"));
}

namespace {

// A graph as a figure of the canvas, with the card that reads one of its nodes out.
struct Read {
  lab::Graph g;
  float width;
  float height = 0;
  ui::GraphLayout layout;
  ui::Box card;  // all of it that was drawn in the last frame
  bool shown = false;

  void operator()(ui::Desk& desk) {
    if (height == 0) height = ui::Widget<lab::Graph>::height(g, width);
    layout = ui::graph_layout(g, width);
    ui::Widget<lab::Graph>::draw("g", g, {width, height}, desk);
    card = {{1e9f, 1e9f}, {-1e9f, -1e9f}};
    const ImDrawList& over = *ImGui::GetForegroundDrawList();
    shown = over.VtxBuffer.Size > 0;
    for (const ImDrawVert& v : over.VtxBuffer) {
      card.min = {std::min(card.min.x, v.pos.x), std::min(card.min.y, v.pos.y)};
      card.max = {std::max(card.max.x, v.pos.x), std::max(card.max.y, v.pos.y)};
    }
  }
  ui::Box node(std::size_t i) const {
    const ImVec2 by{std::round(std::max(0.0f, 0.5f * (width - layout.size.x))), 0};
    const ui::Box& b = layout.nodes[i];
    return {{b.min.x + by.x, b.min.y + by.y}, {b.max.x + by.x, b.max.y + by.y}};
  }
  ImVec2 middle(std::size_t i) const {
    const ui::Box b = node(i);
    return {0.5f * (b.min.x + b.max.x), 0.5f * (b.min.y + b.max.y)};
  }
};

// A pair of twins: two ways of four nodes that meet in one.
lab::Graph twins() {
  lab::Graph g = graph_of(9, {{0, 1}, {1, 2}, {2, 3}, {4, 5}, {5, 6}, {6, 7}, {3, 8}, {7, 8}});
  for (lab::Node& n : g.nodes) n.lines = {"1, 2, 3", "0.5, 0.25, 0.125"};
  return g;
}

}  // namespace

TEST_CASE("the card of a node that is tapped hides no node, at a desk or on a phone") {
  for (const float width : {360.0f, 640.0f, 1000.0f}) {
    CAPTURE(width);
    Canvas canvas(width);
    Read read{twins(), width};
    const auto widget = [&](ui::Desk& desk) { read(desk); };
    canvas.frame(widget);
    for (std::size_t i = 0; i < read.g.nodes.size(); ++i) {
      CAPTURE(i);
      canvas.click(read.middle(i), widget);
      REQUIRE(read.shown);
      for (std::size_t j = 0; j < read.g.nodes.size(); ++j) CHECK(!read.card.meets(read.node(j)));
    }
  }
}

TEST_CASE("a second tap, a tap anywhere else and Escape close the card of a node") {
  Canvas canvas(640);
  Read read{twins(), 640};
  const auto widget = [&](ui::Desk& desk) { read(desk); };
  canvas.frame(widget);
  const auto open = [&] {
    canvas.click(read.middle(2), widget);
    canvas.move({-1e6f, -1e6f});  // a finger has gone
    canvas.frame(widget);
    return read.shown;
  };
  CHECK(open());
  CHECK(!open());
  CHECK(open());
  canvas.click({5, read.height + 60}, widget);
  CHECK(!read.shown);
  CHECK(open());
  canvas.click({2, read.height - 1}, widget);
  CHECK(!read.shown);
  CHECK(open());
  canvas.key(ImGuiKey_Escape, widget);
  CHECK(!read.shown);
}

TEST_CASE(
    "where there is room beneath a graph, the chosen node says all that it has, and no card") {
  lab::Graph g = graph_of(3, {{0, 1}, {1, 2}});
  for (lab::Node& n : g.nodes)
    n.lines = {"1, 2, 3, 4, 5, 6, 7, 8", "0.5, 0.25, 0.125, 0.0625", "a third line"};
  const float width = 150;
  float least = 0;
  const auto corners = [&](float height, bool chosen) {
    g.nodes[1].light = chosen ? lab::Light::chosen : lab::Light::plain;
    Canvas canvas(width);
    const auto widget = [&](ui::Desk& desk) {
      least = ui::Widget<lab::Graph>::least_height(g, width);
      ui::Widget<lab::Graph>::draw("g", g, {width, height}, desk);
    };
    canvas.frame(widget), canvas.frame(widget);
    int below = 0;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
      for (const ImDrawVert& v : list->VtxBuffer) below += v.pos.y > least + 10;
    return below;
  };
  corners(100, false);
  const float roomy = least + 200;
  CHECK(corners(roomy, true) > corners(roomy, false) + 100);
}

TEST_CASE("a graph that is too high for its place is set smaller, in words that can be read") {
  const lab::Graph g = twins();
  Canvas canvas(360);
  canvas.frame([&](ui::Desk&) {
    const ui::GraphLayout usual = ui::graph_layout(g, 360), low = ui::graph_layout(g, 360, 1);
    CHECK(low.lines == 0);
    CHECK(low.size.y < usual.size.y);
    CHECK(low.text < 1);
    CHECK(low.text * ImGui::GetFontSize() >= ui::least_type - 0.01f);
    CHECK(low.size.x <= 360.5f);
    for (std::size_t i = 0; i < low.nodes.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) CHECK(!low.nodes[i].meets(low.nodes[j]));
  });
}

namespace {

// One column of three words, of which the middle one goes both ways; `pick` is asked for nothing.
lab::Graph words_to_move() {
  lab::Graph g = graph_of(3, {});
  for (int i = 0; i < 3; ++i) g.nodes[static_cast<std::size_t>(i)].layer = 0;
  g.nodes[0].down = "1";
  g.nodes[1].up = "5";
  g.nodes[1].down = "3";
  g.shift = "row";
  return g;
}

}  // namespace

TEST_CASE("a tap on a node that can be moved moves nothing; the buttons and Shift do") {
  constexpr float width = 400;
  const lab::Graph g = words_to_move();
  Canvas canvas(width);
  ui::Box node;
  const auto widget = [&](ui::Desk& desk) {
    const float height = ui::Widget<lab::Graph>::height(g, width);
    const ui::GraphLayout& layout = ui::recalled_layout(g, width, 1e6f);
    const float bar = ui::shift_bar_height(width);
    const ImVec2 origin{0.5f * (width - layout.size.x), bar};
    node = {{layout.nodes[1].min.x + origin.x, layout.nodes[1].min.y + origin.y},
            {layout.nodes[1].max.x + origin.x, layout.nodes[1].max.y + origin.y}};
    ui::Widget<lab::Graph>::draw("g", g, {width, height}, desk);
  };
  canvas.frame(widget);
  const ImVec2 up{20, 12}, down{ui::em() * 6.5f, 12};
  CHECK(canvas.click(up, widget).empty());
  const ImVec2 middle{0.5f * (node.min.x + node.max.x), 0.5f * (node.min.y + node.max.y)};
  CHECK(canvas.click(middle, widget).empty());
  CHECK(asks(canvas.click(up, widget), "row", "5"));
  CHECK(asks(canvas.click(down, widget), "row", "3"));
  CHECK(canvas.click(middle, widget).empty());
  CHECK(canvas.click(up, widget).empty());
}
