#include "labs/attention/study.h"

#include <algorithm>
#include <cmath>

#include "num/rng.h"

namespace laboratory::attention {
namespace {

num::Matrix taken(const lab::Matrix& m) { return {m.rows, m.cols, m.values}; }

void sample_estimates(const Study& s, const num::ScoreFunction& estimator, PickedCell& cell) {
  cell.mean = estimator.mean();
  cell.variance = estimator.variance();
  cell.drawn.assign(cell.mean.size(), {});
  const auto larger = [](double a, double b) { return std::fabs(a) < std::fabs(b); };
  const auto followed = std::max_element(cell.mean.begin(), cell.mean.end(), larger);
  cell.followed = static_cast<std::size_t>(followed - cell.mean.begin());

  num::Rng rng(static_cast<std::uint64_t>(s.params.seed), /*purpose=*/1);
  for (int i = 0; i < s.params.draws; ++i) {
    const auto estimate = estimator.estimate(estimator.key(rng.uniform()));
    for (std::size_t c = 0; c < cell.drawn.size(); ++c) cell.drawn[c].add(estimate[c]);
    cell.course.push_back(cell.drawn[cell.followed].mean());
  }
}

// A pick beyond the output falls on its last row or column.
PickedCell pick(const Study& s) {
  const num::Attention& a = *s.weighing;
  const double temperature = s.params.temperature;
  const int row = std::min(s.params.row, s.q.rows) - 1, col = std::min(s.params.col, s.v.cols) - 1;
  PickedCell cell{row, col, s.output().at(row, col), {}, false, {}, {}, {}, 0, {}};
  cell.jumps = s.is_hard() && a.tied(row);
  cell.gradients = s.is_hard() ? num::hard_gradients(a, s.q, s.k, s.v, row, col)
                               : num::soft_gradients(a, s.q, s.k, s.v, temperature, row, col);
  sample_estimates(s, num::ScoreFunction(a, s.k, s.v, temperature, row, col), cell);
  return cell;
}

}  // namespace

lab::Matrix matrix_of(const num::Matrix& m) { return {m.rows, m.cols, m.values}; }

Study study(const Params& p) {
  Study s{p, taken(p.Q), taken(p.K), taken(p.V), {}, {}, {}, {}};
  if (s.q.cols != s.k.cols) return s;
  s.weighing = num::attend(s.q, s.k, p.temperature, s.causal());
  if (s.k.rows != s.v.rows) return s;
  s.soft = num::soft_output(*s.weighing, s.v);
  s.hard = num::hard_output(*s.weighing, s.v);
  s.picked = pick(s);
  return s;
}

}  // namespace laboratory::attention
