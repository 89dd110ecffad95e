#include "lab/graph_words.h"

#include <doctest/doctest.h>

namespace {

lab::Graph chain() {
  lab::Graph g;
  for (const char* name : {"loss", "z", "x", "W"})
    g.nodes.push_back({name, name, lab::Role::neutral, {}});
  g.nodes[1].lines = {"5 × 1", "value 2"};
  g.nodes[0].light = lab::Light::chosen;
  g.edges = {{1, 0, "δ = 0.5"}, {2, 1, ""}, {3, 1, "W"}};
  return g;
}

}  // namespace

TEST_CASE("a graph is read along its arrows, whatever order its nodes were written in") {
  CHECK(lab::reading_order(chain()) == std::vector<int>{2, 3, 1, 0});
}

TEST_CASE("a graph read aloud says names, lines, lights, arrows and their labels") {
  CHECK(lab::read_aloud(chain()) ==
        "x leads to z. W leads to z (W). z, 5 × 1, value 2, leads to loss (δ = 0.5). "
        "loss, chosen, leads nowhere.");
}

TEST_CASE("of an arrow on which a gradient has come back it is said where from") {
  lab::Graph g = chain();
  g.edges[0].back = true;
  CHECK(lab::read_aloud(g).find("z, 5 × 1, value 2, leads to loss; the gradient has come back from "
                                "loss (δ = 0.5).") != std::string::npos);
}

TEST_CASE("a circle is read from its first node, and an arrow to nowhere is not read") {
  lab::Graph g = chain();
  g.edges = {{0, 1, ""}, {1, 2, ""}, {2, 0, ""}, {3, 3, ""}, {0, 9, ""}, {-1, 0, ""}};
  CHECK(lab::reading_order(g) == std::vector<int>{3, 0, 1, 2});
  CHECK(lab::read_aloud(lab::Graph{}).empty());
  CHECK(lab::read_aloud(g).find("x leads to loss.") != std::string::npos);
}
