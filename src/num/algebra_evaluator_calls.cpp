// Functions, literals, subscripts and sums of formulas.
#include <algorithm>
#include <cmath>

#include "num/algebra_evaluator.h"
#include "num/elementary.h"

namespace num {
namespace {

constexpr int longest_sum = 64;

int length(const Matrix& m) { return m.rows * m.cols; }

}  // namespace

Matrix Evaluator::literal(const Node& n) {
  const int entries = static_cast<int>(n.parts.size());
  Matrix m{n.which, entries / n.which, {}};
  for (const int part : n.parts) {
    const Matrix x = of(part);
    if (halted()) return scalar(0);
    if (!is_scalar(x))
      return misshapen(formula_.node(part),
                       subject(part, x) + " and cannot be an entry of a matrix.");
    m.values.push_back(x.values[0]);
  }
  return m;
}

Matrix Evaluator::call(const Node& n) {
  Matrix m = of(n.parts[0]);
  if (halted()) return scalar(0);
  const auto f = static_cast<Function>(n.which);
  if (is_entrywise(f)) {
    spend(8 * length(m));
    for (double& x : m.values) x = applied(n, f, x);
    return m;
  }
  switch (f) {
    case Function::sum:
    case Function::mean: {
      if (is_scalar(m) && examples() >= 0) {
        result_.over_examples = true;
        if (f == Function::mean)
          m.values[0] /= values_[static_cast<std::size_t>(examples())].at(0, 0);
        return m;
      }
      double total = 0;
      for (const double x : m.values) total += x;
      held(n, total);
      return scalar(f == Function::sum ? total : total / length(m));
    }
    case Function::norm: {
      double total = 0;
      for (const double x : m.values) total += x * x;
      held(n, total);
      return scalar(std::sqrt(total));
    }
    case Function::max:
    case Function::min:
      return extreme(n, f, m);
    case Function::softmax:
      return softmax(n, std::move(m));
    case Function::diag:
      return diagonal(n, m);
    default:
      return transposed(m);
  }
}

double Evaluator::applied(const Node& n, Function f, double x) {
  near_kink(distance_to_kink(f, x));
  const double value = apply(f, x);
  if (!std::isfinite(value))
    undefined(n, x > 0 ? "the result is too large to hold."
                       : std::string(n.value == 1 ? "log" : name(f)) + " is only defined for " +
                             (f == Function::log1p ? "numbers above −1." : "positive numbers."));
  return value;
}

Matrix Evaluator::extreme(const Node& n, Function f, const Matrix& a) {
  const double sign = f == Function::max ? 1 : -1;
  if (n.parts.size() == 1) {
    double best = a.values[0];
    for (const double x : a.values) best = sign * x > sign * best ? x : best;
    for (const double x : a.values)
      if (x != best) near_kink(std::fabs(x - best));
    return scalar(best);
  }
  const Matrix b = of(n.parts[1]);
  if (halted()) return scalar(0);
  if (!same_shape(a, b) && !is_scalar(a) && !is_scalar(b)) return unfit(n, a, b);
  Matrix m = is_scalar(a) ? b : a;
  for (std::size_t i = 0; i < m.values.size(); ++i) {
    const double x = a.values[is_scalar(a) ? 0 : i], y = b.values[is_scalar(b) ? 0 : i];
    near_kink(std::fabs(x - y));
    m.values[i] = sign * x > sign * y ? x : y;
  }
  return m;
}

Matrix Evaluator::softmax(const Node& n, Matrix m) {
  if (m.rows == 1 && m.cols > 1) return transposed(softmax(n, transposed(m)));
  spend(8 * length(m));
  for (int c = 0; c < m.cols; ++c) {
    double top = m.at(0, c), total = 0;
    for (int r = 1; r < m.rows; ++r) top = std::max(top, m.at(r, c));
    for (int r = 0; r < m.rows; ++r) total += m.at(r, c) = exp(m.at(r, c) - top);
    for (int r = 0; r < m.rows; ++r) m.at(r, c) /= total;
  }
  return m;
}

Matrix Evaluator::diagonal(const Node& n, const Matrix& m) {
  if (!is_vector(m) && m.rows != m.cols)
    return misshapen(n, subject(n.parts[0], m) +
                            " and has no diagonal: diag takes a vector or a "
                            "square matrix.");
  const int side = is_vector(m) ? length(m) : m.rows;
  if (side > largest_side) return misshapen(n, "this matrix has more than 64 rows.");
  spend(side * side);
  Matrix d = is_vector(m) ? Matrix::zero(side, side) : Matrix::zero(side, 1);
  for (int i = 0; i < side; ++i) {
    if (is_vector(m))
      d.at(i, i) = m.values[static_cast<std::size_t>(i)];
    else
      d.at(i, 0) = m.at(i, i);
  }
  return d;
}

// The whole number that a subscript is, from 1 to `count`; 0 with a fault otherwise.
int Evaluator::index(const Node& n, int part, int count, const std::string& what) {
  const Matrix m = of(part);
  if (halted()) return 0;
  const double x = is_scalar(m) ? m.values[0] : 0;
  if (x == std::floor(x) && x >= 1 && x <= count) return static_cast<int>(x);
  misshapen(n, what + " is numbered from 1 to " + std::to_string(count) + " only.");
  return 0;
}

Matrix Evaluator::member(const Node& n) {
  const auto& family = formula_.families[static_cast<std::size_t>(n.which)];
  const int k = index(n, n.parts[0], static_cast<int>(family.size()), "this quantity");
  if (k == 0) return scalar(0);
  return values_[static_cast<std::size_t>(family[static_cast<std::size_t>(k - 1)])];
}

Matrix Evaluator::entry(const Node& n) {
  const Matrix m = of(n.parts[0]);
  if (halted()) return scalar(0);
  const int count = is_vector(m) ? length(m) : m.cols;
  const Node& base = formula_.node(n.parts[0]);
  const std::string what =
      base.op == Op::symbol ? symbols_[static_cast<std::size_t>(base.which)].text : "this";
  const bool numbered = is_scalar(m) && formula_.node(n.parts[1]).op == Op::bound;
  if (numbered && examples() >= 0) return m;
  if (numbered)
    return misshapen(n, what + " is a single number and has no entries that a sum could run over.");
  const int k = index(n, n.parts[1], count, what);
  if (k == 0) return scalar(0);
  if (is_vector(m)) return scalar(m.values[static_cast<std::size_t>(k - 1)]);
  Matrix column = Matrix::zero(m.rows, 1);
  for (int r = 0; r < m.rows; ++r) column.at(r, 0) = m.at(r, k - 1);
  return column;
}

// How many values the index in `slot` has by what it numbers below node `i`; 0 if it is not told.
int Evaluator::extent(int i, int slot) const {
  const Node& n = formula_.node(i);
  if (n.op == Op::family || n.op == Op::entry) {
    const Node& by = formula_.node(n.parts.back());
    if (by.op == Op::bound && by.which == slot) {
      if (n.op == Op::family)
        return static_cast<int>(formula_.families[static_cast<std::size_t>(n.which)].size());
      const Node& base = formula_.node(n.parts[0]);
      if (base.op == Op::symbol) {
        const Symbol& s = symbols_[static_cast<std::size_t>(base.which)];
        return s.rows == 1 || s.cols == 1 ? s.rows * s.cols : s.cols;
      }
    }
  }
  int found = 0;
  for (const int part : n.parts)
    if (part >= 0 && found == 0) found = extent(part, slot);
  return found;
}

// The value of an end of a sum, a whole number; `otherwise` where it is not written.
double Evaluator::end(const Node& n, int part, double otherwise) {
  if (part < 0) return otherwise;
  const Matrix m = of(part);
  if (!halted() &&
      (!is_scalar(m) || m.values[0] != std::floor(m.values[0]) || std::fabs(m.values[0]) > 1000))
    misshapen(n, "a sum begins and ends at whole numbers.");
  return halted() ? 0 : m.values[0];
}

int Evaluator::examples() const {
  for (std::size_t s = 0; s < symbols_.size(); ++s)
    if (symbols_[s].counts_examples) return static_cast<int>(s);
  return -1;
}

bool Evaluator::sums_examples(const Node& n) const {
  if (examples() < 0) return false;
  const int numbered = extent(n.parts[0], n.which);
  if (n.parts[2] < 0 || numbered == 1) return numbered <= 1;
  const Node& last = formula_.node(n.parts[2]);
  return last.op == Op::symbol && last.which == examples();
}

Matrix Evaluator::total(const Node& n) {
  if (sums_examples(n)) {
    result_.over_examples = true;
    bound_[n.which] = 1;
    return of(n.parts[0]);
  }
  const double first = end(n, n.parts[1], 1);
  const int known = n.parts[2] < 0 ? extent(n.parts[0], n.which) : 0;
  if (n.parts[2] < 0 && known == 0)
    return misshapen(n, "this sum has no end: write one, or number something by its index.");
  const double last = end(n, n.parts[2], known);
  const double left_out = end(n, n.parts[3], 0.5);
  if (halted()) return scalar(0);
  if (last - first >= longest_sum) return misshapen(n, "this sum has more than 64 terms.");
  std::optional<Matrix> all;
  for (double k = first; k <= last; ++k) {
    if (k == left_out) continue;
    bound_[n.which] = k;
    Matrix term = of(n.parts[0]);
    if (halted()) return scalar(0);
    if (!all) {
      all = std::move(term);
      continue;
    }
    if (!same_shape(*all, term)) return misshapen(n, "the terms of this sum differ in shape.");
    for (std::size_t i = 0; i < term.values.size(); ++i) all->values[i] += term.values[i];
  }
  if (!all) return scalar(0);
  for (const double x : all->values) held(n, x);
  return *all;
}

}  // namespace num
