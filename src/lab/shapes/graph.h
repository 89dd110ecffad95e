// Graphs of named nodes.
#pragma once

#include <string>
#include <vector>

#include "lab/shapes/gesture.h"
#include "lab/shapes/plane.h"
#include "lab/shapes/role.h"

namespace lab {

// A node of a graph. `lines` stand below its name: shape, value, gradient. Nodes with one `layer`
// share a column, from the left; -1 leaves it to the arrows. `row` orders a column; -1 likewise.
// `room` has the lines that the node has at its fullest, as a walk goes on: it is laid out for them
// already, so that nothing moves under way.
struct Node {
  std::string id, name;
  Role role = Role::neutral;
  std::vector<std::string> lines;
  int layer = -1, row = -1;
  bool round = false;  // a random variable; otherwise a box: an operation or a value
  Light light = Light::plain;
  std::string up = {},
              down = {};  // what the graph's `shift` reads once it has gone a row up or down
  std::vector<std::string> room = {};
  bool operator==(const Node&) const = default;
};

template <class Archive, Either<Node> Self>
void describe(Archive& a, Self& self) {
  a(self.id, self.name);
  a.enumerator(self.role, role_count);
  a(self.lines, self.layer, self.row, self.round);
  a.enumerator(self.light, light_count);
  a(self.up, self.down, self.room);
  a.require(self.layer >= -1 && self.layer <= largest_side);
  a.require(self.row >= -1 && self.row <= largest_side);
}

// Arrows of a graph that a hand draws, turns and deletes: all those of one field, which knows nodes
// by their ids. A node that the field does not know has none of them.
struct ArrowSet {
  std::string name;  // for people: "p"
  Target<Act::join> field;
  bool dashed = false;  // as its arrows are drawn
  bool operator==(const ArrowSet&) const = default;
};

template <class Archive, Either<ArrowSet> Self>
void describe(Archive& a, Self& self) {
  a(self.name, self.field, self.dashed);
}

// An arrow between nodes, counted from 0. Where what it stands for has gone `back`, as a gradient
// does, it points from `to` to `from`, on the same way.
struct Edge {
  int from = 0, to = 0;
  std::string label;
  Role role = Role::neutral;
  bool dashed = false;
  Light light = Light::plain;
  int set = -1;  // the set that it is of, by its place in the graph; -1: no hand changes it
  bool back = false;
  std::string room = {};  // the label that it has at other steps, as the room of a node
  bool operator==(const Edge&) const = default;
};

template <class Archive, Either<Edge> Self>
void describe(Archive& a, Self& self) {
  a(self.from, self.to, self.label);
  a.enumerator(self.role, role_count);
  a(self.dashed);
  a.enumerator(self.light, light_count);
  a(self.set, self.back, self.room);
}

// What a colour and a stroke of a graph's arrows mean, in words.
struct GraphKey {
  std::string words;
  Role role = Role::neutral;
  Light light = Light::plain;
  bool back = false;  // as of an arrow
  bool operator==(const GraphKey&) const = default;
};

template <class Archive, Either<GraphKey> Self>
void describe(Archive& a, Self& self) {
  a(self.words);
  a.enumerator(self.role, role_count);
  a.enumerator(self.light, light_count);
  a(self.back);
}

// A graph, laid out in layers from left to right.
struct Graph {
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  Target<Act::pick> pick;      // a node's id
  std::vector<ArrowSet> sets;  // what a hand may draw, the first one to begin with
  Target<Act::pick> shift;     // what a node says that is moved along its column
  std::vector<GraphKey> keys = {};
  bool operator==(const Graph&) const = default;
};

template <class Archive, Either<Graph> Self>
void describe(Archive& a, Self& self) {
  a(self.nodes, self.edges, self.pick, self.sets, self.shift, self.keys);
  const int nodes = static_cast<int>(self.nodes.size());
  const int sets = static_cast<int>(self.sets.size());
  for (const Edge& e : self.edges) {
    a.require(e.from >= 0 && e.from < nodes && e.to >= 0 && e.to < nodes);
    a.require(e.set >= -1 && e.set < sets);
  }
}

template <class Rows>
void table(Rows& out, const Graph& s) {
  out.line("from", "to", "label", "lines");
  for (const Node& n : s.nodes) {
    std::string lines;
    for (const std::string& line : n.lines) lines += (lines.empty() ? "" : "; ") + line;
    out.line(n.name, "", "", lines);
  }
  for (const Edge& e : s.edges)
    out.line(s.nodes[static_cast<std::size_t>(e.from)].name,
             s.nodes[static_cast<std::size_t>(e.to)].name, e.label, "");
}

inline Gestures gestures(const Graph& s) {
  std::vector<std::string> ids;
  for (const Node& n : s.nodes) ids.push_back(n.id);
  Gestures all;
  all.offer(s.pick, ids);
  std::vector<std::string> shifted;
  for (const Node& n : s.nodes)
    for (const std::string& text : {n.up, n.down})
      if (!text.empty()) shifted.push_back(text);
  all.offer(s.shift, std::move(shifted));
  // The arrows that there are, each as a text of its own: the field must know their ends.
  for (int i = 0; i < static_cast<int>(s.sets.size()); ++i) {
    std::vector<std::string> texts;
    for (const Edge& e : s.edges) {
      const auto from = static_cast<std::size_t>(e.from), to = static_cast<std::size_t>(e.to);
      if (e.set == i && from < ids.size() && to < ids.size())
        texts.push_back(ids[from] + ">" + ids[to]);
    }
    all.offer(s.sets[static_cast<std::size_t>(i)].field, std::move(texts));
  }
  return all;
}

}  // namespace lab
