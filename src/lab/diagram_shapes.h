// Shapes of figures without axes: written arithmetic, graphs, crowds, a picture to judge.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lab/plane_shapes.h"

namespace lab {

// Arithmetic written out, one line for each step.
struct Working {
  std::vector<std::string> lines;
  bool operator==(const Working&) const = default;
};

// A node of a graph. `lines` stand below its name: shape, value, gradient. Nodes with one `layer`
// share a column, from the left; -1 leaves it to the arrows. `row` orders a column; -1 likewise.
struct Node {
  std::string id, name;
  Role role = Role::neutral;
  std::vector<std::string> lines;
  int layer = -1, row = -1;
  bool round = false;  // a random variable; otherwise a box: an operation or a value
  Light light = Light::plain;
  bool operator==(const Node&) const = default;
};

// An arrow between nodes, counted from 0.
struct Edge {
  int from = 0, to = 0;
  std::string label;
  Role role = Role::neutral;
  bool dashed = false;
  Light light = Light::plain;
  bool operator==(const Edge&) const = default;
};

// A graph, laid out in layers from left to right. `pick` names the field that a click on a node
// sets to the node's id.
struct Graph {
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::string pick;
  bool operator==(const Graph&) const = default;
};

// People of one kind in an icon array. Kinds differ by colour and by mark: filled or hollow, round
// or square.
struct DotGroup {
  std::string name;
  Role role = Role::neutral;
  bool hollow = false, square = false;
  int count = 0;
  bool operator==(const DotGroup&) const = default;
};

// One dot for each member of a population, group after group.
struct Dots {
  std::vector<DotGroup> groups;
  bool operator==(const Dots&) const = default;
};

// One picture, ink 0 to 1, and what it may be: a choice sets the field `pick` to the text in
// `texts` of the same place. The picture is in view for `seconds` once it was asked for, or for any
// time where that is 0. `chosen` and `right` count from 0; -1 where there is none, or where the
// truth is not told. Once it is, the picture stays in view.
struct Glance {
  Plane picture;
  int number = 1, of = 1;  // counted from 1
  double seconds = 0;
  std::vector<std::string> choices, texts;
  std::string pick;
  int chosen = -1, right = -1;
  bool operator==(const Glance&) const = default;
};

using Shape = std::variant<Bars, Lines, Scatter, Blocks, Tiles, Sliding, Working, Heat, Boundary,
                           Graph, Dots, Glance>;

}  // namespace lab
