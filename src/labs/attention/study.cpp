#include "labs/attention/study.h"

#include <algorithm>
#include <cmath>

namespace laboratory::attention {
namespace {

num::Matrix taken(const lab::Matrix& m) { return {m.rows, m.cols, m.values}; }

// The gradients of a head's cell, shaped like all of Q, K and V: no other column has a part in it.
num::Gradients in_all_columns(const Study& s, const Head& head, const num::Gradients& g, int col) {
  num::Gradients all{num::Matrix::zero(s.q.rows, s.q.cols), num::Matrix::zero(s.k.rows, s.k.cols),
                     num::Matrix::zero(s.v.rows, s.v.cols)};
  const auto place = [](num::Matrix& to, const num::Matrix& part, int from) {
    for (int r = 0; r < part.rows; ++r)
      for (int c = 0; c < part.cols; ++c) to.at(r, from + c) = part.at(r, c);
  };
  place(all.q, g.q, head.from);
  place(all.k, g.k, head.from);
  place(all.v, g.v, col / head.v.cols * head.v.cols);
  return all;
}

// The entry of a row with the largest number in size; the first of equals.
int steepest(std::span<const double> slopes) {
  const auto smaller = [](double a, double b) { return std::fabs(a) < std::fabs(b); };
  return static_cast<int>(std::max_element(slopes.begin(), slopes.end(), smaller) - slopes.begin());
}

num::ScoreFunction estimator_of(const Study& s, const Head& head, const PickedCell& cell) {
  return {head.weighing, head.k,        head.v,           s.params.temperature,
          cell.row,      cell.head_col, s.params.baseline};
}

// A pick beyond the output falls on its last row or column.
PickedCell pick(const Study& s) {
  const double temperature = s.params.temperature;
  const int row = std::min(s.params.row, s.q.rows) - 1, col = std::min(s.params.col, s.v.cols) - 1;
  const int width = s.v.cols / s.params.heads;
  PickedCell cell{row, col, col / width, col % width, s.output().at(row, col),
                  {},  {},  false,       0,           {}};
  const Head& head = s.heads[static_cast<std::size_t>(cell.head)];
  const num::Attention& a = head.weighing;
  cell.jumps = s.is_hard() && a.tied(row);
  cell.hard = in_all_columns(
      s, head, num::hard_gradients(a, head.q, head.k, head.v, row, cell.head_col), col);
  cell.soft = in_all_columns(
      s, head, num::soft_gradients(a, head.q, head.k, head.v, temperature, row, cell.head_col),
      col);
  const int own = head.from + steepest(estimator_of(s, head, cell).mean());
  cell.entry = s.params.entry == 0 ? own : std::min(s.params.entry, s.q.cols) - 1;
  const int within = cell.entry - head.from;
  if (within >= 0 && within < head.q.cols)
    cell.pieces = num::hard_pieces(head.q, head.k, row, within, s.causal());
  return cell;
}

}  // namespace

lab::Matrix matrix_of(const num::Matrix& m) { return {m.rows, m.cols, m.values}; }

Study study(const Params& p) {
  Study s{p, taken(p.Q), taken(p.K), taken(p.V), {}, {}, {}, {}, {}};
  if (s.q.cols != s.k.cols || s.q.cols % p.heads != 0) return s;
  const bool fits = s.k.rows == s.v.rows && s.v.cols % p.heads == 0;
  const int width = s.q.cols / p.heads, values = fits ? s.v.cols / p.heads : 0;
  num::Matrix soft, hard;
  for (int i = 0; i < p.heads; ++i) {
    Head head{i * width,
              num::columns(s.q, i * width, width),
              num::columns(s.k, i * width, width),
              {},
              num::columns(s.v, i * values, values)};
    head.weighing = num::attend(head.q, head.k, p.temperature, s.causal());
    if (fits) {
      soft = num::beside(soft, num::soft_output(head.weighing, head.v));
      hard = num::beside(hard, num::hard_output(head.weighing, head.v));
    }
    s.heads.push_back(std::move(head));
  }
  if (!fits) return s;
  s.soft = std::move(soft);
  s.hard = std::move(hard);
  s.picked = pick(s);
  return s;
}

Study study_with_samples(const Params& p) {
  Study s = study(p);
  if (s.picked)
    s.sampling = sampled(estimator_of(s, s.head(), *s.picked), s.visible_keys(s.picked->row),
                         s.head().from, s.q.cols, s.picked->entry, p);
  return s;
}

double soft_cell_at(const Study& s, double x) {
  const PickedCell& cell = *s.picked;
  const Head& head = s.head();
  const int within = cell.entry - head.from;
  num::Matrix q = {1, head.q.cols, {}};
  q.values.assign(head.q.row(cell.row).begin(), head.q.row(cell.row).end());
  if (within >= 0 && within < q.cols) q.at(0, within) = x;
  num::Matrix k = head.k, v = head.v;
  k.rows = v.rows = s.visible_keys(cell.row);
  k.values.resize(static_cast<std::size_t>(k.rows * k.cols));
  v.values.resize(static_cast<std::size_t>(v.rows * v.cols));
  return num::soft_output(num::attend(q, k, s.params.temperature, false), v).at(0, cell.head_col);
}

std::optional<Jump> nearest_jump(const Study& s) {
  const PickedCell& cell = *s.picked;
  const double x = s.q.at(cell.row, cell.entry);
  std::optional<Jump> nearest;
  const auto value = [&](int key) { return s.head().v.at(key, cell.head_col); };
  for (std::size_t i = 1; i < cell.pieces.size(); ++i) {
    const num::HardPiece &left = cell.pieces[i - 1], &right = cell.pieces[i];
    const double at = right.from;
    if (nearest && std::fabs(at - x) >= std::fabs(nearest->at - x)) continue;
    const bool rightwards = at >= x;
    const int from = rightwards ? left.key : right.key, to = rightwards ? right.key : left.key;
    nearest = Jump{at, value(to) - value(from), from, to};
  }
  return nearest;
}

}  // namespace laboratory::attention
