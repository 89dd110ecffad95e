#include "labs/siamese/graph.h"

#include <algorithm>
#include <array>
#include <utility>

#include "labs/phrases.h"
#include "labs/siamese/walk.h"
#include "num/matrix.h"

namespace laboratory::siamese {
namespace {

using N = Node;
using lab::Light;
using lab::Matrix;
using lab::Role;

struct Spot {
  N node;
  int layer, row;
  Role role;
};

// The twins at the outside, what they share and where they meet between them; the head goes down
// the last layer, so that boxes have room for their words.
constexpr std::array<Spot, 15> node_spots = {{
    {N::X, 0, 0, Role::input},
    {N::W1, 0, 1, Role::weight},
    {N::b1, 0, 3, Role::weight},
    {N::Xp, 0, 4, Role::input},
    {N::z1, 1, 0, Role::activation},
    {N::z2, 1, 4, Role::activation},
    {N::a1, 2, 0, Role::activation},
    {N::a2, 2, 4, Role::activation},
    {N::W2, 3, 0, Role::weight},
    {N::a, 3, 2, Role::activation},
    {N::b2, 3, 4, Role::weight},
    {N::z3, 4, 1, Role::activation},
    {N::yhat, 4, 2, Role::prediction},
    {N::J, 4, 3, Role::neutral},
    {N::Y, 4, 4, Role::target},
}};

int place_of(N node) {
  const auto at = std::find_if(node_spots.begin(), node_spots.end(),
                               [node](const Spot& p) { return p.node == node; });
  return static_cast<int>(at - node_spots.begin());
}

// What a node shows of a matrix: its few rows, or the column of the pair shown.
constexpr int most_entries = 3;

std::string row_text(const Matrix& m, int row) {
  std::string line;
  for (int c = 0; c < std::min(m.cols, most_entries); ++c)
    line += (c == 0 ? "" : ", ") + brief(m.at(row, c), 3);
  return line + (m.cols > most_entries ? ", …" : "");
}

std::string norm_text(const Matrix& m) { return brief(num::norm(m.values), 3); }

// Nodes with a column for each pair, and those with a number for each.
bool has_columns(N node) {
  return node == N::X || node == N::Xp || node == N::z1 || node == N::z2 || node == N::a1 ||
         node == N::a2 || node == N::a;
}
bool has_numbers(N node) { return node == N::z3 || node == N::yhat || node == N::Y; }

std::string gradient_line(const Study& s, N node) {
  const Matrix gradient = gradient_of(s, node);
  if (has_columns(node)) return "∇ " + column(gradient, s.example(), most_entries);
  if (has_numbers(node)) return "∇ " + row_text(gradient, 0);
  if (gradient.rows * gradient.cols > most_entries) return "‖∇‖ = " + norm_text(gradient);
  return "∇ " + column({gradient.rows * gradient.cols, 1, gradient.values}, 0);
}

std::vector<std::string> lines_of(const Study& s, N node, int position) {
  const Matrix value = value_of(s, node);
  std::vector<std::string> lines = {std::to_string(value.rows) + "×" + std::to_string(value.cols)};
  if (s.params.view == View::shapes || !has_value(node, position)) return lines;
  if (has_columns(node)) {
    lines.push_back("pair " + std::to_string(s.example() + 1) + " of " +
                    std::to_string(s.net.examples()) + ":");
    lines.push_back(column(value, s.example(), most_entries));
  } else {
    for (int r = 0; r < std::min(value.rows, most_entries); ++r)
      lines.push_back(row_text(value, r));
    if (value.rows > most_entries) lines.push_back("…");
  }
  if (node == N::J) lines.push_back("the mean loss");
  if (has_gradient(node, position)) lines.push_back(gradient_line(s, node));
  return lines;
}

lab::Node node_of(const Study& s, const Spot& spot, int position) {
  lab::Node node;
  node.id = id(spot.node);
  node.name = symbol(spot.node);
  node.role = spot.role;
  node.layer = spot.layer;
  node.row = spot.row;
  node.lines = lines_of(s, spot.node, position);
  node.room = lines_of(s, spot.node, stops);
  if (spot.node == looked_at(s.params, position)) node.light = Light::chosen;
  return node;
}

// What the operation is called on the way out.
std::string operation(const Study& s, N from, N to) {
  if (from == N::z1 || from == N::z2) return word(s.net.activation);
  if (from == N::z3) return "σ";
  if (to != N::a) return "";
  switch (s.net.merge) {
    case Merge::difference:
      return from == N::a1 ? "+" : "−";
    case Merge::sum:
      return "+";
    case Merge::product:
      return "⊙";
    case Merge::distance:
      return from == N::a1 ? "|+" : "−|";
  }
  return "";
}

// The factor that the gradient meets on the way back, by its name; at z3, where the first part of
// the way ends, the gradient itself.
std::string local_slope(const Study& s, N from, N to) {
  if (from == N::z1 || from == N::z2) return std::string(word(s.net.activation)) + "′";
  if (from == N::z3) return "δ1 = " + brief(s.hand.delta1.at(0, s.example()), 3);
  if (from == N::a) return "δ2";
  if (to != N::a) return "";
  switch (s.net.merge) {
    case Merge::difference:
      return from == N::a1 ? "·1" : "·(−1)";
    case Merge::sum:
      return "·1";
    case Merge::product:
      return from == N::a1 ? "⊙ a2" : "⊙ a1";
    case Merge::distance:
      return from == N::a1 ? "⊙ sign" : "⊙ −sign";
  }
  return "";
}

lab::Edge edge_of(const Study& s, N from, N to, int position) {
  lab::Edge edge;
  edge.from = place_of(from);
  edge.to = place_of(to);
  edge.label = operation(s, from, to);
  if (s.params.view != View::shapes) edge.room = local_slope(s, from, to);
  if (s.params.view != View::shapes && has_gradient(from, position)) {
    edge.role = Role::gradient;
    edge.back = true;
    std::swap(edge.label, edge.room);
  }
  // What leads to the node that is looked at, or what its gradient came back along.
  const N node = looked_at(s.params, position);
  if (node == (looks_back(s.params, position) ? from : to)) edge.light = Light::full;
  return edge;
}

// The colours of the arrows.
std::vector<lab::GraphKey> keys() {
  return {{"value", Role::neutral, Light::plain},
          {"gradient", Role::gradient, Light::plain, true},
          {"chosen box", Role::neutral, Light::full}};
}

}  // namespace

lab::Graph towers(const Study& s, int position) {
  lab::Graph graph;
  graph.pick = "node";
  if (s.params.view != View::shapes) graph.keys = keys();
  for (const Spot& spot : node_spots) graph.nodes.push_back(node_of(s, spot, position));
  constexpr std::array<std::array<N, 2>, 16> arrows = {{
      {N::X, N::z1},
      {N::W1, N::z1},
      {N::b1, N::z1},
      {N::W1, N::z2},
      {N::b1, N::z2},
      {N::Xp, N::z2},
      {N::z1, N::a1},
      {N::z2, N::a2},
      {N::a1, N::a},
      {N::a2, N::a},
      {N::W2, N::z3},
      {N::a, N::z3},
      {N::b2, N::z3},
      {N::z3, N::yhat},
      {N::yhat, N::J},
      {N::Y, N::J},
  }};
  for (const std::array<N, 2>& arrow : arrows)
    graph.edges.push_back(edge_of(s, arrow[0], arrow[1], position));
  return graph;
}

}  // namespace laboratory::siamese
