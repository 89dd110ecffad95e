// The value of a formula, or the sentence that says why it has none.
#include "num/algebra_evaluator.h"

#include <algorithm>
#include <cmath>

#include "num/elementary.h"

namespace num {
namespace {

bool holds(Order how, double a, double b) {
  switch (how) {
    case Order::less:
      return a < b;
    case Order::greater:
      return a > b;
    case Order::at_most:
      return a <= b;
    case Order::at_least:
      return a >= b;
    case Order::equal:
      return a == b;
    case Order::unequal:
      break;
  }
  return a != b;
}

}  // namespace

Evaluation Evaluator::run() {
  Matrix value = of(formula_.root);
  if (!halted()) result_.value = std::move(value);
  return std::move(result_);
}

bool Evaluator::halted() const { return result_.misshapen || result_.heavy; }

Matrix Evaluator::misshapen(const Node& n, std::string sentence) {
  if (!halted()) result_.misshapen = Fault{std::move(sentence), n.at};
  return scalar(0);
}

void Evaluator::undefined(const Node& n, const std::string& sentence) {
  if (!result_.undefined) result_.undefined = Fault{sentence, n.at};
}

void Evaluator::held(const Node& n, double x) {
  if (!std::isfinite(x)) undefined(n, "the result is too large to hold.");
}

void Evaluator::spend(long operations) {
  result_.cost += operations;
  if (result_.cost > most_operations) result_.heavy = true;
}

void Evaluator::near_kink(double distance) { result_.kink = std::min(result_.kink, distance); }

// How a part is called in a sentence: "aᵀ, which is 1×5".
std::string Evaluator::called(int part, const Matrix& m) const {
  Formula piece = formula_;
  piece.root = part;
  const std::string written = text(piece, symbols_);
  return (written.size() > 40 ? "the part before it" : written) + ", which is " +
         shape(m, symbols_);
}

std::string Evaluator::subject(int part, const Matrix& m) const {
  Formula piece = formula_;
  piece.root = part;
  const std::string written = text(piece, symbols_);
  return (written.size() > 40 ? "What stands here" : written) + " is " + shape(m, symbols_);
}

Matrix Evaluator::of(int i) {
  if (halted()) return scalar(0);
  const Node& n = formula_.node(i);
  spend(1);
  switch (n.op) {
    case Op::number:
      return scalar(n.value);
    case Op::symbol:
      return values_[static_cast<std::size_t>(n.which)];
    case Op::bound:
      return scalar(bound_[n.which]);
    case Op::family:
      return member(n);
    case Op::entry:
      return entry(n);
    case Op::total:
      return total(n);
    case Op::chain:
      return chain(n);
    case Op::matrix:
      return literal(n);
    case Op::call:
      return call(n);
    case Op::negate:
    case Op::transpose:
      return turned(n);
    default:
      if (is_row(n)) return row(n);
      return joined(n, of(n.parts[0]), of(n.parts[1]));
  }
}

Matrix Evaluator::turned(const Node& n) {
  Matrix m = of(n.parts[0]);
  if (n.op == Op::transpose) return transposed(m);
  for (double& x : m.values) x = -x;
  return m;
}

bool Evaluator::is_row(const Node& n) {
  return (n.op == Op::multiply || n.op == Op::each_multiply) && n.value == within_row;
}

Matrix Evaluator::row(const Node& last) {
  std::vector<const Node*> signs = {&last};
  while (is_row(formula_.node(signs.back()->parts[0])))
    signs.push_back(&formula_.node(signs.back()->parts[0]));
  std::reverse(signs.begin(), signs.end());
  Matrix all = of(signs.front()->parts[0]);
  // The sign ⊙ whose right side is still too large, and what has been multiplied of that side.
  const Node* waiting = nullptr;
  Matrix side;
  for (const Node* sign : signs) {
    const Matrix factor = of(sign->parts[1]);
    if (halted()) return scalar(0);
    if (waiting && is_scalar(side) &&
        (sign->op == Op::each_multiply || is_scalar(factor) || all.cols == factor.rows)) {
      all = joined(*waiting, all, side);
      waiting = nullptr;
    }
    if (waiting && sign->op == Op::multiply) {
      side = joined(*sign, side, factor);
    } else if (waiting) {
      return joined(*waiting, all, side);  // which says how they do not fit
    } else if (sign->op == Op::each_multiply && !is_scalar(all) && !same_shape(all, factor)) {
      waiting = sign;
      side = factor;
    } else {
      all = joined(*sign, all, factor);
    }
    if (halted()) return scalar(0);
    if (!waiting || !same_shape(all, side)) continue;
    all = joined(*waiting, all, side);
    waiting = nullptr;
  }
  return waiting ? joined(*waiting, all, side) : all;
}

Matrix Evaluator::joined(const Node& n, const Matrix& a, const Matrix& b) {
  if (halted()) return scalar(0);
  if (n.op == Op::multiply && !is_scalar(a) && !is_scalar(b)) {
    // "a * b" as programs mean it, where it can be nothing else.
    const bool entries = n.which == starred && a.cols != b.rows && same_shape(a, b);
    return entries ? entrywise(n, a, b) : matrix_product(n, a, b);
  }
  if (n.op == Op::power) return power(n, a, b);
  return entrywise(n, a, b);
}

Matrix Evaluator::matrix_product(const Node& n, const Matrix& a, const Matrix& b) {
  if (a.cols != b.rows)
    return misshapen(n, subject(n.parts[0], a) + " and cannot multiply " + called(n.parts[1], b) +
                            (same_shape(a, b) ? "; entry by entry that would be ⊙." : "."));
  if (a.rows > largest_side || b.cols > largest_side)
    return misshapen(n, "this product has more than 64 rows or columns.");
  spend(static_cast<long>(a.rows) * a.cols * b.cols);
  Matrix p = product(a, b);
  for (const double x : p.values) held(n, x);
  return p;
}

Matrix Evaluator::power(const Node& n, const Matrix& a, const Matrix& b) {
  // e^z goes entry by entry, as exp(z) does.
  if (is_scalar(a) && is_vector(b)) return entrywise(n, a, b);
  if (!is_scalar(b))
    return misshapen(n, "the exponent is " + shape(b, symbols_) + " and has to be a number.");
  if (is_scalar(a) || a.rows != a.cols) {
    if (!is_scalar(a) && b.values[0] < 0)
      return misshapen(n, subject(n.parts[0], a) + " and has no inverse.");
    return entrywise(n, a, b);
  }
  const double times = b.values[0];
  if (times != std::floor(times) || times < 0 || times > 64)
    return misshapen(n, "a matrix is raised to whole powers from 0 to 64 only.");
  Matrix p = Matrix::identity(a.rows);
  for (int i = 0; i < static_cast<int>(times); ++i) {
    spend(static_cast<long>(a.rows) * a.rows * a.rows);
    if (!halted()) p = product(p, a);
  }
  for (const double x : p.values) held(n, x);
  return p;
}

// A scalar goes with every entry, a column with every column of a matrix that is as high.
Matrix Evaluator::entrywise(const Node& n, const Matrix& a, const Matrix& b) {
  const bool sum = n.op == Op::add || n.op == Op::subtract;
  const auto spreads = [sum](const Matrix& small, const Matrix& large) {
    return is_scalar(small) || (sum && small.cols == 1 && small.rows == large.rows);
  };
  if (!same_shape(a, b) && !spreads(a, b) && !spreads(b, a)) return unfit(n, a, b);
  const Matrix& frame = same_shape(a, b) || spreads(b, a) ? a : b;
  Matrix m = Matrix::zero(frame.rows, frame.cols);
  spend(n.op == Op::power || n.op == Op::each_power ? 8 * m.rows * m.cols : m.rows * m.cols);
  const auto at = [](const Matrix& x, int r, int c) {
    return is_scalar(x) ? x.values[0] : x.at(r, x.cols == 1 ? 0 : c);
  };
  for (int r = 0; r < m.rows; ++r)
    for (int c = 0; c < m.cols; ++c) m.at(r, c) = single(n, at(a, r, c), at(b, r, c));
  return m;
}

Matrix Evaluator::unfit(const Node& n, const Matrix& a, const Matrix& b) {
  const char* verb = n.op == Op::add          ? " and cannot be added to "
                     : n.op == Op::subtract   ? " and cannot stand in a difference with "
                     : n.op == Op::divide     ? " and cannot be divided by "
                     : n.op == Op::compare    ? " and cannot be compared with "
                     : n.op == Op::each_power ? " and cannot be raised to "
                                              : " and does not have the shape of ";
  return misshapen(n, subject(n.parts[0], a) + verb + called(n.parts[1], b) + ".");
}

double Evaluator::single(const Node& n, double a, double b) {
  double x = 0;
  switch (n.op) {
    case Op::add:
      x = a + b;
      break;
    case Op::subtract:
      x = a - b;
      break;
    case Op::divide:
      if (b == 0) undefined(n, "this divides by zero.");
      x = a / b;
      break;
    case Op::compare:
      near_kink(std::fabs(a - b));
      return holds(static_cast<Order>(n.which), a, b) ? 1 : 0;
    case Op::power:
    case Op::each_power:
      if (a == 0 && b < 0) undefined(n, "this divides by zero.");
      x = pow(a, b);
      if (std::isnan(x)) undefined(n, "a negative number has no such power.");
      break;
    default:
      x = a * b;
  }
  held(n, x);
  return x;
}

Evaluation evaluate(const Formula& formula, const std::vector<Symbol>& symbols,
                    const std::vector<Matrix>& values) {
  return Evaluator(formula, symbols, values).run();
}

}  // namespace num
