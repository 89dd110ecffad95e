#include "ui/graph/graph_layout.h"

#include <doctest/doctest.h>

#include <utility>

#include "ui/bare_canvas.h"

using bare::Canvas;

TEST_CASE("a graph that keeps room for what is to come is laid out as if it were there") {
  lab::Graph full;
  for (const char* name : {"a", "b", "c", "d"})
    full.nodes.push_back({name, name, lab::Role::input, {}});
  full.edges = {{0, 1, ""}, {0, 2, ""}, {1, 3, ""}, {2, 3, ""}};
  for (lab::Node& n : full.nodes) n.lines = {"3 x 2", "-0.345"};
  full.edges[0].label = "a long label";
  lab::Graph early = full;
  for (lab::Node& n : early.nodes) n.room = std::exchange(n.lines, {"3 x 2"});
  early.edges[0].room = std::exchange(early.edges[0].label, "");
  Canvas canvas(1600);
  canvas.frame([&](ui::Desk&) {
    for (const float width : {1600.0f, 400.0f, 250.0f}) {
      const ui::GraphLayout a = ui::graph_layout(full, width), b = ui::graph_layout(early, width);
      CHECK(a.lines == b.lines);
      CHECK(a.downwards == b.downwards);
      for (std::size_t i = 0; i < a.nodes.size(); ++i) {
        CHECK(a.nodes[i].min.x == b.nodes[i].min.x);
        CHECK(a.nodes[i].max.y == b.nodes[i].max.y);
      }
    }
  });
}
