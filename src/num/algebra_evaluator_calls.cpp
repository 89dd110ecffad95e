// Functions and literals of formulas.
#include <algorithm>
#include <cmath>

#include "num/algebra_evaluator.h"
#include "num/elementary.h"

namespace num {
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
    case Function::count:
      return scalar(length(m));
    case Function::product: {
      double all = 1;
      for (const double x : m.values) all *= x;
      held(n, all);
      return scalar(all);
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

}  // namespace num
