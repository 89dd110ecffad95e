#include "labs/siamese/matrices.h"

#include "lab/digits.h"
#include "labs/phrases.h"

namespace laboratory::siamese {
namespace {

using N = Node;
using lab::Light;
using lab::Matrix;
using lab::Role;

constexpr const char* tab = "matrices";

std::string sides_of(const Matrix& m) { return sides(m.rows, m.cols); }
std::string bracketed(const Matrix& m) { return "(" + sides_of(m) + ")"; }

lab::Block block(const std::string& name, Role role, const Matrix& m, const char* joiner = "") {
  lab::Block b;
  b.name = name;
  b.role = role;
  b.values = m;
  b.joiner = joiner;
  return b;
}

lab::Block node_block(const Study& s, N node, const char* joiner = "") {
  const Role role = is_weight(node)                 ? Role::weight
                    : node == N::X || node == N::Xp ? Role::input
                    : node == N::Y                  ? Role::target
                    : node == N::yhat               ? Role::prediction
                                                    : Role::activation;
  const Matrix m = value_of(s, node);
  return block(std::string(symbol(node)) + ", " + sides_of(m), role, m, joiner);
}

struct Picture {
  std::string title;
  lab::Blocks blocks;
  std::string remark = {};  // a sentence
};

void add(const char* key, Picture p, lab::Report& report) {
  const std::string alt = p.title + ".";
  report.figure(key, std::move(p.title), alt, std::move(p.blocks)).tab = tab;
}

// z = W x + b for all pairs.
Picture affine(const Study& s, N w, N x, N b, N z) {
  const Matrix W = value_of(s, w), X = value_of(s, x), B = value_of(s, b), Z = value_of(s, z);
  std::string title = std::string(symbol(z)) + " = " + symbol(w) + " " + symbol(x) + " + " +
                      symbol(b) + ": " + bracketed(W) + bracketed(X) + " + " + bracketed(B) +
                      " gives " + sides_of(Z);
  return {title,
          {{node_block(s, w, "·"), node_block(s, x, "+"), node_block(s, b, "="), node_block(s, z)}},
          std::string(symbol(b)) + " is added to each column."};
}

Picture merging(const Study& s) {
  const char* sign = s.net.merge == Merge::sum ? "+" : s.net.merge == Merge::product ? "⊙" : "−";
  const bool distance = s.net.merge == Merge::distance;
  return {std::string("a = ") + word(s.net.merge) + ", entry by entry: all three are " +
              sides_of(s.values.a),
          {{node_block(s, N::a1, sign), node_block(s, N::a2, distance ? "→" : "="),
            node_block(s, N::a)}},
          "What acts on each entry keeps the shape."};
}

Picture entrywise(const Study& s, const std::string& formula, N from, N to) {
  return {formula + ", entry by entry: both are " + sides_of(value_of(s, to)),
          {{node_block(s, from, "→"), node_block(s, to)}},
          "What acts on each entry keeps the shape."};
}

Matrix diagonal(const Matrix& columns, int pair) {
  Matrix m = zeros(columns.rows, columns.rows);
  for (int k = 0; k < m.rows; ++k) m.at(k, k) = columns.at(k, pair);
  return m;
}

// A diagonal matrix with what is off its diagonal hatched.
lab::Block diagonal_block(const std::string& name, const Matrix& columns, int pair,
                          const char* joiner = "") {
  lab::Block b = block(name, Role::gradient, diagonal(columns, pair), joiner);
  for (int r = 0; r < b.values.rows; ++r)
    for (int c = 0; c < b.values.cols; ++c) b.light.push_back(r == c ? Light::full : Light::masked);
  return b;
}

// ∂a/∂z of a twin, from the two links that it is made of.
void draw_twin(const Study& s, bool first, lab::Report& report) {
  const Gradients& g = s.hand;
  const int i = s.example();
  const std::string a = first ? "a1" : "a2", z = first ? "z1" : "z2";
  Matrix whole = g.delta3;
  for (std::size_t k = 0; k < whole.values.size(); ++k)
    if (first) whole.values[k] = g.merge1.values[k] * g.slope1.values[k];
  const int n = s.net.hidden();
  add("link",
      {(first ? "∂a/∂z1" : "δ3 = ∂a/∂z2") + std::string(" for pair ") + std::to_string(i + 1) +
           ": " + sides(n, n) + ", and 0 off the diagonal",
       {{diagonal_block("∂a/∂" + a, first ? g.merge1 : g.merge2, i, "·"),
         diagonal_block("∂" + a + "/∂" + z, first ? g.slope1 : g.slope2, i, "="),
         diagonal_block(first ? "∂a/∂z1" : "δ3", whole, i)}}},
      report);
}

void draw_head(const Study& s, lab::Report& report) {
  add("link",
      {"δ2 = ∂z3/∂a = W2, " + sides_of(s.hand.delta2) + "; transposed, it takes δ1 back to a",
       {{block("δ2 = W2", Role::weight, s.hand.delta2, "ᵀ ·"),
         block("δ1", Role::gradient, s.hand.delta1, "="),
         block("∂J/∂a", Role::gradient, s.hand.a)}}},
      report);
}

void draw_output(const Study& s, lab::Report& report) {
  Matrix slope = s.values.yhat;
  for (double& y : slope.values) y *= 1 - y;
  add("link",
      {"δ1 = ∂J/∂z3: two links multiplied, for each of the " +
           lab::counted(s.net.examples(), "pair", "pairs"),
       {{block("∂J/∂ŷ", Role::gradient, s.hand.yhat, "⊙"),
         block("ŷ(1 − ŷ)", Role::prediction, slope, "="),
         block("δ1", Role::gradient, s.hand.delta1)}}},
      report);
}

Picture shapes_of(const Study& s, int position) {
  const std::string g = word(s.net.activation);
  switch (looked_at(s.params, position)) {
    case N::z2:
    case N::Xp:
      return affine(s, N::W1, N::Xp, N::b1, N::z2);
    case N::a1:
      return entrywise(s, "a1 = " + g + "(z1)", N::z1, N::a1);
    case N::a2:
      return entrywise(s, "a2 = " + g + "(z2)", N::z2, N::a2);
    case N::a:
      return merging(s);
    case N::W2:
    case N::b2:
    case N::z3:
      return affine(s, N::W2, N::a, N::b2, N::z3);
    case N::yhat:
      return entrywise(s, "ŷ = σ(z3)", N::z3, N::yhat);
    case N::Y:
    case N::J:
      return {"J compares ŷ with Y, pair by pair: both are " + sides_of(s.net.Y),
              {{node_block(s, N::yhat, ","), node_block(s, N::Y)}},
              "J itself, the mean over the pairs, is one number."};
    default:
      return affine(s, N::W1, N::X, N::b1, N::z1);
  }
}

}  // namespace

std::string shapes_words(const Study& s, int position) {
  const Picture p = shapes_of(s, position);
  return p.title + ". " + p.remark;
}

void draw_shapes(const Study& s, int position, lab::Report& report) {
  add("shapes", shapes_of(s, position), report);
}

void draw_link(const Study& s, int position, lab::Report& report) {
  switch (looked_at(s.params, position)) {
    case N::z1:
    case N::a1:
      return draw_twin(s, true, report);
    case N::z2:
    case N::a2:
    case N::X:
    case N::Xp:
    case N::W1:
    case N::b1:
      return draw_twin(s, false, report);
    case N::a:
    case N::W2:
      return draw_head(s, report);
    default:
      return draw_output(s, report);
  }
}

}  // namespace laboratory::siamese
