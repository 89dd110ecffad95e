#include "labs/siamese/walk.h"

#include <algorithm>
#include <array>

#include "labs/phrases.h"

namespace laboratory::siamese {
namespace {

using N = Node;
using lab::Matrix;

constexpr std::array<Stop, stops> walk = {{
    {N::z1, false}, {N::z2, false},   {N::a1, false}, {N::a2, false},  {N::a, false},
    {N::z3, false}, {N::yhat, false}, {N::J, false},  {N::yhat, true}, {N::z3, true},
    {N::b2, true},  {N::W2, true},    {N::a, true},   {N::a1, true},   {N::a2, true},
    {N::z1, true},  {N::z2, true},    {N::b1, true},  {N::W1, true},
}};

constexpr std::array<const char*, siamese_node_count> ids = {
    "follow", "X", "Xp", "W1", "b1", "z1",   "z2", "a1",
    "a2",     "a", "W2", "b2", "z3", "yhat", "Y",  "J"};
constexpr std::array<const char*, siamese_node_count> symbols = {
    "", "X", "X′", "W1", "b1", "z1", "z2", "a1", "a2", "a", "W2", "b2", "z3", "ŷ", "Y", "J"};

bool visited(N node, int position, bool back) {
  return std::any_of(walk.begin(), walk.begin() + position,
                     [&](const Stop& stop) { return stop.node == node && stop.back == back; });
}

}  // namespace

Stop stop_at(int position) { return walk[static_cast<std::size_t>(position - 1)]; }

int stop_back(N node) {
  const auto at = std::find_if(walk.begin(), walk.end(),
                               [node](const Stop& stop) { return stop.back && stop.node == node; });
  return static_cast<int>(at - walk.begin()) + 1;
}

bool is_weight(N node) { return node == N::W1 || node == N::b1 || node == N::W2 || node == N::b2; }

bool has_value(N node, int position) {
  return is_weight(node) || node == N::X || node == N::Xp || node == N::Y ||
         visited(node, position, false);
}
bool has_gradient(N node, int position) { return visited(node, position, true); }

N looked_at(const Params& p, int position) {
  if (p.node != N::follow) return p.node;
  return position == 0 ? N::follow : stop_at(position).node;
}

bool looks_back(const Params& p, int position) {
  if (position == 0) return false;
  const N node = looked_at(p, position);
  return p.node == N::follow ? stop_at(position).back : has_gradient(node, position);
}

const char* symbol(N node) { return symbols[static_cast<std::size_t>(node)]; }
const char* id(N node) { return ids[static_cast<std::size_t>(node)]; }

const char* word(Activation g) {
  constexpr const char* words[] = {"ReLU", "leaky", "tanh", "σ"};
  return words[static_cast<std::size_t>(g)];
}
const char* word(Merge merge) {
  constexpr const char* words[] = {"a1 − a2", "a1 + a2", "a1 ⊙ a2", "|a1 − a2|"};
  return words[static_cast<std::size_t>(merge)];
}

Matrix value_of(const Study& s, N node) {
  const Net& n = s.net;
  const Forward& f = s.values;
  switch (node) {
    case N::X:
      return n.X;
    case N::Xp:
      return n.Xp;
    case N::W1:
      return n.W1;
    case N::b1:
      return n.b1;
    case N::z1:
      return f.z1;
    case N::z2:
      return f.z2;
    case N::a1:
      return f.a1;
    case N::a2:
      return f.a2;
    case N::a:
      return f.a;
    case N::W2:
      return n.W2;
    case N::b2:
      return {1, 1, {n.b2}};
    case N::z3:
      return f.z3;
    case N::yhat:
      return f.yhat;
    case N::Y:
      return n.Y;
    case N::J:
    case N::follow:
      break;
  }
  return {1, 1, {f.J}};
}

Matrix gradient_of(const Study& s, N node) {
  const Gradients& g = s.hand;
  switch (node) {
    case N::W1:
      return g.W1;
    case N::b1:
      return g.b1;
    case N::z1:
      return g.z1;
    case N::z2:
      return g.z2;
    case N::a1:
      return g.a1;
    case N::a2:
      return g.a2;
    case N::a:
      return g.a;
    case N::W2:
      return g.W2;
    case N::b2:
      return {1, 1, {g.b2}};
    case N::z3:
      return g.delta1;
    case N::yhat:
      return g.yhat;
    default:
      return {};
  }
}

std::string column(const Matrix& m, int col, int most) {
  std::vector<double> entries;
  for (int r = 0; r < m.rows; ++r) entries.push_back(m.at(r, col));
  return column_words(entries, 3, most);
}

}  // namespace laboratory::siamese
