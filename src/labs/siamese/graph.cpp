#include "labs/siamese/graph.h"

#include <algorithm>
#include <array>

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

// The twins at the outside, what they share and where they meet between them.
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
    {N::z3, 4, 2, Role::activation},
    {N::yhat, 5, 2, Role::prediction},
    {N::Y, 5, 4, Role::target},
    {N::J, 6, 2, Role::neutral},
}};

int place_of(N node) {
  const auto at = std::find_if(node_spots.begin(), node_spots.end(),
                               [node](const Spot& p) { return p.node == node; });
  return static_cast<int>(at - node_spots.begin());
}

// What a node shows of a matrix: its few rows, or the column of the example shown.
constexpr int most_entries = 3;

std::string row_text(const Matrix& m, int row) {
  std::string line;
  for (int c = 0; c < std::min(m.cols, most_entries); ++c)
    line += (c == 0 ? "" : ", ") + brief(m.at(row, c), 3);
  return line + (m.cols > most_entries ? ", …" : "");
}

std::string norm_text(const Matrix& m) { return brief(num::norm(m.values), 3); }

bool per_example(N node) { return !is_weight(node) && node != N::J; }

std::vector<std::string> lines_of(const Study& s, N node, int position) {
  const Matrix value = value_of(s, node);
  std::vector<std::string> lines;
  if (node != N::J) lines.push_back(sides(value.rows, value.cols));
  if (!has_value(node, position)) return lines;
  if (per_example(node)) {
    lines.push_back(column(value, s.example(), most_entries));
  } else {
    for (int r = 0; r < std::min(value.rows, most_entries); ++r)
      lines.push_back(row_text(value, r));
    if (value.rows > most_entries) lines.push_back("…");
  }
  if (!has_gradient(node, position)) return lines;
  const Matrix gradient = gradient_of(s, node);
  const bool small = gradient.rows * gradient.cols <= most_entries;
  if (per_example(node))
    lines.push_back("∇ " + column(gradient, s.example(), most_entries));
  else if (small)
    lines.push_back("∇ " + column({gradient.rows * gradient.cols, 1, gradient.values}, 0));
  else
    lines.push_back("‖∇‖ = " + norm_text(gradient));
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
  if (spot.node == N::J) node.lines.push_back("the mean loss");
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

// The factor that the gradient meets on the way back.
std::string local_slope(const Study& s, N from, N to) {
  const Gradients& g = s.hand;
  const int i = s.example();
  if (from == N::z1 || from == N::z2)
    return std::string(word(s.net.activation)) + "′ " +
           column(from == N::z1 ? g.slope1 : g.slope2, i, most_entries);
  if (from == N::z3) return "ŷ(1 − ŷ)";
  if (from == N::a) return "δ2 = W2";
  if (to != N::a) return "";
  if (s.net.merge == Merge::difference) return from == N::a1 ? "+1" : "−1";
  if (s.net.merge == Merge::sum) return "+1";
  return "⊙ " + column(from == N::a1 ? g.merge1 : g.merge2, i, most_entries);
}

lab::Edge edge_of(const Study& s, N from, N to, int position) {
  lab::Edge edge;
  edge.from = place_of(from);
  edge.to = place_of(to);
  edge.label = operation(s, from, to);
  if (has_gradient(from, position)) {
    edge.role = Role::gradient;
    edge.label = local_slope(s, from, to);
  }
  if (position == 0) return edge;
  const Stop stop = stop_at(position);
  if (stop.node == (stop.back ? from : to)) edge.light = Light::full;
  return edge;
}

}  // namespace

lab::Graph towers(const Study& s, int position) {
  lab::Graph graph;
  graph.pick = "node";
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
