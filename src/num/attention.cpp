#include "num/attention.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "num/softmax.h"

namespace num {
namespace {

// What rounding may have added to dot(a, b), of entries that were rounded themselves: twice the
// bound of Higham, "Accuracy and stability of numerical algorithms" (2002), section 3.1.
double rounding_of_dot(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += std::fabs(a[i] * b[i]);
  return static_cast<double>(a.size() + 2) * std::numeric_limits<double>::epsilon() * sum;
}

// to += factor from.
void accumulate(std::span<double> to, double factor, std::span<const double> from) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += factor * from[i];
}

// How much each key counts in the baseline for an entry with these scores, up to a factor.
std::vector<double> shares(Baseline baseline, std::span<const double> weights,
                           std::span<const double> scores) {
  std::vector<double> all(weights.begin(), weights.end());
  if (baseline == Baseline::best)
    for (std::size_t j = 0; j < all.size(); ++j) all[j] *= scores[j] * scores[j];
  return all;
}

// own - sum_l share_l other(l) / sum_l share_l, by differences: nothing cancels where all but one
// of the shares vanish.
template <class Other>
double off_average(double own, std::span<const double> shares, Other other) {
  double sum = 0, all = 0;
  for (std::size_t l = 0; l < shares.size(); ++l) {
    sum += shares[l] * (own - other(static_cast<int>(l)));
    all += shares[l];
  }
  return all > 0 ? sum / all : own;
}

}  // namespace

Attention attend(const Matrix& q, const Matrix& k, double temperature, bool causal) {
  Attention a{Matrix::zero(q.rows, k.rows), {}, {}, {}, {}};
  for (int i = 0; i < q.rows; ++i)
    for (int j = 0; j < k.rows; ++j) a.scores.at(i, j) = dot(q.row(i), k.row(j));
  a.scaled = a.scores;
  const double root = std::sqrt(q.cols);
  for (double& s : a.scaled.values) s /= root;

  a.weights = a.scaled;
  for (int i = 0; i < q.rows; ++i) {
    int top = 0;
    for (int j = 1; j < k.rows; ++j) {
      if (!visible(i, j, causal))
        a.weights.at(i, j) = -std::numeric_limits<double>::infinity();
      else if (a.scores.at(i, j) > a.scores.at(i, top))
        top = j;
    }
    std::vector<int>& best = a.best.emplace_back();
    for (int j = 0; j < k.rows; ++j) {
      const double slack =
          rounding_of_dot(q.row(i), k.row(j)) + rounding_of_dot(q.row(i), k.row(top));
      if (visible(i, j, causal) && (j == top || a.scores.at(i, j) >= a.scores.at(i, top) - slack))
        best.push_back(j);
    }
    a.choice.push_back(best.front());
    soften(a.weights.row(i), temperature);
  }
  return a;
}

Matrix soft_output(const Attention& a, const Matrix& v) {
  Matrix out = Matrix::zero(a.weights.rows, v.cols);
  for (int i = 0; i < out.rows; ++i)
    for (int j = 0; j < v.rows; ++j) accumulate(out.row(i), a.weights.at(i, j), v.row(j));
  return out;
}

Matrix hard_output(const Attention& a, const Matrix& v) {
  Matrix out = Matrix::zero(a.scores.rows, v.cols);
  for (int i = 0; i < out.rows; ++i)
    accumulate(out.row(i), 1, v.row(a.choice[static_cast<std::size_t>(i)]));
  return out;
}

Gradients soft_gradients(const Attention& a, const Matrix& q, const Matrix& k, const Matrix& v,
                         double temperature, int row, int col) {
  Gradients g{Matrix::zero(q.rows, q.cols), Matrix::zero(k.rows, k.cols),
              Matrix::zero(v.rows, v.cols)};
  double out = 0;
  for (int j = 0; j < v.rows; ++j) out += a.weights.at(row, j) * v.at(j, col);
  const double root = std::sqrt(q.cols);
  for (int j = 0; j < k.rows; ++j) {
    const double weight = a.weights.at(row, j);
    const double to_score = weight * (v.at(j, col) - out) / temperature / root;
    accumulate(g.q.row(row), to_score, k.row(j));
    accumulate(g.k.row(j), to_score, q.row(row));
    g.v.at(j, col) = weight;
  }
  return g;
}

Gradients hard_gradients(const Attention& a, const Matrix& q, const Matrix& k, const Matrix& v,
                         int row, int col) {
  Gradients g{Matrix::zero(q.rows, q.cols), Matrix::zero(k.rows, k.cols),
              Matrix::zero(v.rows, v.cols)};
  g.v.at(a.choice[static_cast<std::size_t>(row)], col) = 1;
  return g;
}

ScoreFunction::ScoreFunction(const Attention& a, const Matrix& k, const Matrix& v,
                             double temperature, int row, int col, Baseline baseline)
    : weights_(a.weights.row(row).begin(), a.weights.row(row).end()),
      estimates_(Matrix::zero(k.rows, k.cols)) {
  // d log w_j / dQ_row = (K_j - sum_l w_l K_l) / (temperature sqrt(d)).
  std::vector<double> centre(static_cast<std::size_t>(k.cols)), score(weights_.size());
  for (int j = 0; j < k.rows; ++j) accumulate(centre, a.weights.at(row, j), k.row(j));
  const double unit = temperature * std::sqrt(k.cols);
  for (int c = 0; c < k.cols; ++c) {
    if (baseline == Baseline::none) {
      for (int j = 0; j < k.rows; ++j)
        estimates_.at(j, c) =
            v.at(j, col) * (k.at(j, c) - centre[static_cast<std::size_t>(c)]) / unit;
      continue;
    }
    for (int j = 0; j < k.rows; ++j)
      score[static_cast<std::size_t>(j)] =
          off_average(k.at(j, c), weights_, [&](int l) { return k.at(l, c); });
    const std::vector<double> counted = shares(baseline, weights_, score);
    for (int j = 0; j < k.rows; ++j)
      estimates_.at(j, c) =
          off_average(v.at(j, col), counted, [&](int l) { return v.at(l, col); }) *
          score[static_cast<std::size_t>(j)] / unit;
  }
}

std::vector<double> ScoreFunction::mean() const {
  std::vector<double> sum(static_cast<std::size_t>(estimates_.cols));
  for (int j = 0; j < estimates_.rows; ++j)
    accumulate(sum, weights_[static_cast<std::size_t>(j)], estimate(j));
  return sum;
}

std::vector<double> ScoreFunction::variance() const {
  const std::vector<double> centre = mean();
  std::vector<double> sum(centre.size());
  for (int j = 0; j < estimates_.rows; ++j) {
    for (std::size_t c = 0; c < sum.size(); ++c) {
      const double off = estimate(j)[c] - centre[c];
      sum[c] += weights_[static_cast<std::size_t>(j)] * off * off;
    }
  }
  return sum;
}

bool ScoreFunction::without_spread(std::size_t c) const {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (int j = 0; j < estimates_.rows; ++j) {
    if (weights_[static_cast<std::size_t>(j)] == 0) continue;
    low = std::min(low, estimate(j)[c]);
    high = std::max(high, estimate(j)[c]);
  }
  return high - low <= 1e-12 * std::max(std::fabs(low), std::fabs(high));
}

int ScoreFunction::key(double u) const {
  int last = 0;  // the last key that can be drawn at all takes what rounding leaves over
  double sum = 0;
  for (int j = 0; j < estimates_.rows; ++j) {
    const double weight = weights_[static_cast<std::size_t>(j)];
    if (weight > 0) last = j;
    sum += weight;
    if (u < sum) return j;
  }
  return last;
}

}  // namespace num
