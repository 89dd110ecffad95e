// Subscripts of formulas, and sums and products over an index.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "num/algebra_evaluator.h"

namespace num {
namespace {

constexpr int longest_sum = 64;

}  // namespace

// The whole number that a subscript is, from 1 to `count`; 0 with a fault otherwise.
int Evaluator::index(const Node& n, int part, int count, const std::string& what) {
  const Matrix m = of(part);
  return halted() ? 0 : index(n, m, count, what);
}
int Evaluator::index(const Node& n, const Matrix& m, int count, const std::string& what) {
  const double x = is_scalar(m) ? m.values[0] : 0;
  if (x == std::floor(x) && x >= 1 && x <= count) return static_cast<int>(x);
  misshapen(n, what + " is numbered from 1 to " + std::to_string(count) + " only.");
  return 0;
}

// The symbol h0 beside the family h1, h2, …, whose first member is `first`; -1 where there is none.
int Evaluator::before_first(int first) const {
  std::string name = symbols_[static_cast<std::size_t>(first)].text;
  name.back() = '0';
  for (std::size_t s = 0; s < symbols_.size(); ++s)
    if (symbols_[s].text == name) return static_cast<int>(s);
  return -1;
}

Matrix Evaluator::member(const Node& n) {
  const auto& family = formula_.families[static_cast<std::size_t>(n.which)];
  const Matrix number = of(n.parts[0]);
  if (halted()) return scalar(0);
  const int zeroth = before_first(family[0]);
  if (zeroth >= 0 && is_scalar(number) && number.values[0] == 0)
    return values_[static_cast<std::size_t>(zeroth)];
  const int k = index(n, number, static_cast<int>(family.size()), "this quantity");
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
        if (!s.count.empty()) return counted();
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

int Evaluator::counted() const {
  for (const Symbol& s : symbols_)
    for (std::size_t k = 0; k < symbols_.size() && !s.count.empty(); ++k)
      if (symbols_[k].text == s.count) return static_cast<int>(values_[k].values[0]);
  return 0;
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
  int known = n.parts[2] < 0 ? extent(n.parts[0], n.which) : 0;
  if (n.parts[2] < 0 && known == 0 && n.parts[3] >= 0) known = counted();
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
    around_.push_back(&n);
    Matrix term = of(n.parts[0]);
    around_.pop_back();
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

bool Evaluator::mentions(int part, int slot) const {
  if (part < 0) return false;
  const Node& n = formula_.node(part);
  if (n.op == Op::bound && n.which == slot) return true;
  return std::any_of(n.parts.begin(), n.parts.end(), [&](int p) { return mentions(p, slot); });
}

// Whether the factors of a chain are named downwards, ∏_{i=m}^{t+1}. What decides is whether, at
// some value of the indices around it, it begins above a place where it may end, or ends above all
// that there is. One that begins by the index next to it and ends by one further out,
// ∏_{i=t+1}^{s}, runs upwards, and has no factors where it begins above its end.
bool Evaluator::runs_down(const Node& n, int known) {
  for (std::size_t k = around_.size(); k-- > 0;) {
    const int slot = around_[k]->which;
    const bool begins = mentions(n.parts[1], slot), ends = mentions(n.parts[2], slot);
    if (ends) break;
    const bool outer = std::any_of(around_.begin(), around_.end(), [&](const Node* total) {
      return mentions(n.parts[2], total->which);
    });
    if (begins && (outer || known == 0)) return false;
  }
  bool down = false, beyond = false;
  const std::vector<double> kept(std::begin(bound_), std::end(bound_));
  const auto survey = [&](const auto& self, std::size_t depth) -> void {
    if (depth == around_.size()) {
      const double first = end(n, n.parts[1], 1), last = end(n, n.parts[2], known);
      down = down || (first > last && last >= 1) || (known > 0 && last > known);
      beyond = beyond || (known > 0 && first > known);
      return;
    }
    const Node& total = *around_[depth];
    const double last = end(total, total.parts[2], extent(total.parts[0], total.which));
    const double first = end(total, total.parts[1], 1);
    for (double k = first; k <= std::min(last, first + longest_sum) && !halted(); ++k) {
      bound_[total.which] = k;
      self(self, depth + 1);
    }
  };
  survey(survey, 0);
  std::copy(kept.begin(), kept.end(), std::begin(bound_));
  return down && !beyond;
}

Matrix Evaluator::chain(const Node& n) {
  const int known = extent(n.parts[0], n.which);
  if (n.parts[2] < 0 && known == 0)
    return misshapen(n, "this product has no end: write one, or number something by its index.");
  const double first = end(n, n.parts[1], 1), last = end(n, n.parts[2], known);
  const double left_out = end(n, n.parts[3], 0.5);
  const bool down = runs_down(n, known);
  if (halted()) return scalar(0);
  if (std::fabs(last - first) >= longest_sum)
    return misshapen(n, "this product has more than 64 factors.");
  std::optional<Matrix> all;
  for (double k = first; down ? k >= last : k <= last; k += down ? -1 : 1) {
    if (k == left_out) continue;
    bound_[n.which] = k;
    Matrix factor = of(n.parts[0]);
    if (halted()) return scalar(0);
    if (!all)
      all = std::move(factor);
    else
      all = n.value == 1 ? multiplied(n, factor, *all) : multiplied(n, *all, factor);
    if (halted()) return scalar(0);
  }
  return all ? *all : scalar(1);
}

Matrix Evaluator::multiplied(const Node& n, const Matrix& a, const Matrix& b) {
  if (!is_scalar(a) && !is_scalar(b) && a.cols != b.rows)
    return misshapen(n, "the factors of this product are " + shape(a, symbols_) + " and " +
                            shape(b, symbols_) + " and cannot be multiplied.");
  Node times = n;
  times.op = is_scalar(a) || is_scalar(b) ? Op::each_multiply : Op::multiply;
  times.parts = {n.parts[0], n.parts[0]};
  return is_scalar(a) || is_scalar(b) ? entrywise(times, a, b) : matrix_product(times, a, b);
}

}  // namespace num
