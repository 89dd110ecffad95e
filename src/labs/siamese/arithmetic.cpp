#include "labs/siamese/arithmetic.h"

#include <algorithm>

#include "lab/digits.h"
#include "labs/phrases.h"
#include "labs/siamese/walk.h"

namespace laboratory::siamese {
namespace {

using N = Node;
using lab::Matrix;

std::string slot(const char* name, int k) {
  return std::string(name) + "₍" + std::to_string(k + 1) + "₎";
}

// Lines for the first rows of a node; the rest is likewise.
constexpr int most_rows = 4;

void tell_of_rest(int rows, lab::Working& w) {
  if (rows > most_rows)
    w.lines.push_back("and the other " + lab::counted(rows - most_rows, "entry", "entries") +
                      " likewise");
}

std::string sum_line(const Matrix& w, int row, const Matrix& x, int col) {
  std::string line;
  for (int c = 0; c < w.cols; ++c)
    line += (c == 0 ? "" : " + ") + factor(w.at(row, c)) + "·" + factor(x.at(c, col));
  return line;
}

void affine_lines(const Study& s, bool first, lab::Working& w) {
  const Matrix &z = first ? s.values.z1 : s.values.z2, &x = first ? s.net.X : s.net.Xp;
  const int i = s.example();
  w.lines.push_back(first ? "z1 = W1 x + b1" : "z2 = W1 x′ + b1, with the same W1 and b1");
  for (int k = 0; k < std::min(z.rows, most_rows); ++k)
    w.lines.push_back(slot(first ? "z1" : "z2", k) + " = " + sum_line(s.net.W1, k, x, i) + " + " +
                      factor(s.net.b1.at(k, 0)) + " = " + brief(z.at(k, i)));
  tell_of_rest(z.rows, w);
}

// "−1 where z2 > 0, else 0" and its like for the diagonal of da/dz2.
std::string diagonal_words(const Study& s) {
  const std::string g = std::string(word(s.net.activation)) + "′(z2)";
  switch (s.net.merge) {
    case Merge::difference:
      return s.net.activation == Activation::relu ? "−diag(1[z2 > 0])" : "−diag(" + g + ")";
    case Merge::sum:
      return s.net.activation == Activation::relu ? "diag(1[z2 > 0])" : "diag(" + g + ")";
    case Merge::product:
      return "diag(a1 ⊙ " + g + ")";
    case Merge::distance:
      return "−diag(sign(a1 − a2) ⊙ " + g + ")";
  }
  return "";
}

void merge_back_lines(const Study& s, bool first, lab::Working& w) {
  const Gradients& g = s.hand;
  const int i = s.example();
  const std::string mine = first ? "a1" : "a2", other = first ? "a2" : "a1";
  std::string line = "∂J/∂" + mine + " = ";
  switch (s.net.merge) {
    case Merge::difference:
      line += first ? "∂J/∂a" : "−∂J/∂a";
      break;
    case Merge::sum:
      line += "∂J/∂a";
      break;
    case Merge::product:
      line += other + " ⊙ ∂J/∂a";
      break;
    case Merge::distance:
      line += "sign(" + mine + " − " + other + ") ⊙ ∂J/∂a";
      break;
  }
  w.lines.push_back(line + " = " + column(first ? g.a1 : g.a2, i));
  if (s.net.merge == Merge::difference && !first)
    w.lines.push_back("Here the minus of a = a1 − a2 enters: ∂a/∂a2 = −1.");
}

void activation_back_lines(const Study& s, bool first, lab::Working& w) {
  const Gradients& g = s.hand;
  const int i = s.example();
  const std::string z = first ? "z1" : "z2", a = first ? "a1" : "a2";
  const std::string slope = std::string(word(s.net.activation)) + "′(" + z + ")";
  w.lines.push_back("∂J/∂" + z + " = " + slope + " ⊙ ∂J/∂" + a + " = " +
                    column(first ? g.slope1 : g.slope2, i) + " ⊙ " +
                    column(first ? g.a1 : g.a2, i));
  w.lines.push_back("= " + column(first ? g.z1 : g.z2, i));
  if (!first)
    w.lines.push_back("δ3 = ∂a/∂z2 = " + diagonal_words(s) + ", with the diagonal " +
                      column(g.delta3, i));
}

// What a weight collects from the examples.
void shared_back_lines(const Study& s, N node, lab::Working& w) {
  const Gradients& g = s.hand;
  if (node == N::b2) {
    std::string line = "∂J/∂b2 = Σᵢ δ1 = ";
    for (int i = 0; i < s.net.examples(); ++i)
      line += (i == 0 ? "" : " + ") + factor(g.delta1.at(0, i));
    w.lines.push_back(line + " = " + brief(g.b2));
  } else if (node == N::W2) {
    w.lines.push_back("∂J/∂W2 = Σᵢ δ1 aᵀ, one number for each of the " +
                      std::to_string(s.net.hidden()) + " entries of W2");
    Matrix turned{g.W2.cols, 1, g.W2.values};
    w.lines.push_back("= " + column(turned, 0));
  } else if (node == N::b1) {
    w.lines.push_back("∂J/∂b1 = Σᵢ (∂J/∂z1 + ∂J/∂z2) = " + column(g.b1, 0));
    w.lines.push_back("Both twins use b1, so both paths add up.");
  } else {
    w.lines.push_back("∂J/∂W1 = Σᵢ (∂J/∂z1 xᵀ + ∂J/∂z2 x′ᵀ)");
    w.lines.push_back("Both twins use W1, so both paths add up; the blocks below show each.");
  }
}

void forward_lines(const Study& s, N node, lab::Working& w) {
  const Forward& f = s.values;
  const int i = s.example();
  const std::string g = word(s.net.activation);
  if (node == N::z1 || node == N::z2) return affine_lines(s, node == N::z1, w);
  if (node == N::a1 || node == N::a2) {
    const bool first = node == N::a1;
    w.lines.push_back(std::string(first ? "a1 = " : "a2 = ") + g + (first ? "(z1)" : "(z2)") +
                      " = " + g + column(first ? f.z1 : f.z2, i) + " = " +
                      column(first ? f.a1 : f.a2, i));
  } else if (node == N::a) {
    w.lines.push_back(std::string("a = ") + word(s.net.merge) + ", entry by entry");
    w.lines.push_back("a1 = " + column(f.a1, i) + ", a2 = " + column(f.a2, i));
    w.lines.push_back("a = " + column(f.a, i));
  } else if (node == N::z3) {
    w.lines.push_back("z3 = W2 a + b2 = " + sum_line(s.net.W2, 0, f.a, i) + " + " +
                      factor(s.net.b2) + " = " + brief(f.z3.at(0, i)));
  } else if (node == N::yhat) {
    w.lines.push_back("ŷ = σ(z3) = 1/(1 + exp(−z3)) = " + brief(f.yhat.at(0, i)));
  } else {
    w.lines.push_back("J = −(1/m) Σᵢ [y log ŷ + (1 − y) log(1 − ŷ)] = " + brief(f.J) +
                      " nats, over m = " + std::to_string(s.net.examples()));
  }
}

void back_lines(const Study& s, N node, lab::Working& w) {
  const Gradients& g = s.hand;
  const int i = s.example();
  const std::string m = std::to_string(s.net.examples());
  if (node == N::yhat) {
    w.lines.push_back("∂J/∂ŷ = (1/m) [(1 − y)/(1 − ŷ) − y/ŷ] = " + brief(g.yhat.at(0, i)));
  } else if (node == N::z3) {
    const double yhat = s.values.yhat.at(0, i);
    w.lines.push_back("δ1 = ∂J/∂z3 = ∂J/∂ŷ · ŷ(1 − ŷ) = " + factor(g.yhat.at(0, i)) + " · " +
                      brief(yhat) + " · " + brief(1 - yhat) + " = " + brief(g.delta1.at(0, i)));
    w.lines.push_back("(ŷ − y)/m is the same: (" + brief(yhat) + " − " + brief(s.net.Y.at(0, i)) +
                      ")/" + m + " = " + brief(g.delta1.at(0, i)));
    if (s.net.examples() > 1)
      w.lines.push_back("for all pairs: " + column_words(g.delta1.values, 4, 6));
  } else if (node == N::a) {
    w.lines.push_back("δ2 = ∂z3/∂a = W2");
    w.lines.push_back("∂J/∂a = W2ᵀ δ1 = " + column(g.a, i));
  } else if (node == N::a1 || node == N::a2) {
    merge_back_lines(s, node == N::a1, w);
  } else if (node == N::z1 || node == N::z2) {
    activation_back_lines(s, node == N::z1, w);
  } else {
    shared_back_lines(s, node, w);
  }
}

}  // namespace

lab::Working arithmetic(const Study& s, int position) {
  lab::Working w;
  const N node = looked_at(s.params, position);
  if (node == N::follow) {
    w.lines.push_back("Press step: the values come first, node by node, then the gradients.");
    return w;
  }
  const bool back = looks_back(s.params, position);
  if (node == N::X || node == N::Xp || node == N::Y) {
    const std::string value = column(value_of(s, node), s.example());
    w.lines.push_back("Of pair " + std::to_string(s.example() + 1) + " " + symbol(node) +
                      (node == N::Y ? " holds the label " : " holds the column ") + value +
                      ", which is given.");
  } else if (is_weight(node) && !back) {
    w.lines.push_back(std::string(symbol(node)) +
                      " is a parameter: the walk reaches its gradient on the way back.");
  } else if (!back && !has_value(node, position)) {
    w.lines.push_back(std::string("The walk has not reached ") + symbol(node) + ".");
  } else if (back) {
    back_lines(s, node, w);
  } else {
    forward_lines(s, node, w);
  }
  return w;
}

}  // namespace laboratory::siamese
