#include "num/linear_gaussian.h"

#include <algorithm>
#include <cassert>

#include "num/elementary.h"
#include "num/inverse.h"

namespace num {
namespace {

Matrix part(const Matrix& m, const std::vector<int>& rows, const std::vector<int>& cols) {
  Matrix out = Matrix::zero(static_cast<int>(rows.size()), static_cast<int>(cols.size()));
  for (int r = 0; r < out.rows; ++r)
    for (int c = 0; c < out.cols; ++c)
      out.at(r, c) = m.at(rows[static_cast<std::size_t>(r)], cols[static_cast<std::size_t>(c)]);
  return out;
}

// L of m = L L^T, m symmetric and positive definite.
Matrix cholesky(const Matrix& m) {
  Matrix l = Matrix::zero(m.rows, m.rows);
  for (int r = 0; r < m.rows; ++r)
    for (int c = 0; c <= r; ++c) {
      double rest = m.at(r, c);
      for (int k = 0; k < c; ++k) rest -= l.at(r, k) * l.at(c, k);
      l.at(r, c) = r == c ? std::sqrt(rest) : rest / l.at(c, c);
    }
  return l;
}

// x of m x = b.
std::vector<double> solved(const Matrix& m, std::vector<double> b) {
  const Matrix l = cholesky(m);
  for (int r = 0; r < m.rows; ++r) {
    double& x = b[static_cast<std::size_t>(r)];
    for (int c = 0; c < r; ++c) x -= l.at(r, c) * b[static_cast<std::size_t>(c)];
    x /= l.at(r, r);
  }
  for (int r = m.rows - 1; r >= 0; --r) {
    double& x = b[static_cast<std::size_t>(r)];
    for (int c = r + 1; c < m.rows; ++c) x -= l.at(c, r) * b[static_cast<std::size_t>(c)];
    x /= l.at(r, r);
  }
  return b;
}

double log_determinant(const Matrix& m) {
  const Matrix l = cholesky(m);
  double sum = 0;
  for (int i = 0; i < m.rows; ++i) sum += 2 * num::log(l.at(i, i));
  return sum;
}

// Covariances with what is in place already: those of `node`, which is weights · parents + e.
void extend(Matrix& covariance, int node, const std::vector<int>& parents, const Matrix& weights,
            double variance, const std::vector<int>& before) {
  for (const int other : before) {
    double sum = 0;
    for (const int u : parents) sum += weights.at(u, node) * covariance.at(u, other);
    covariance.at(node, other) = covariance.at(other, node) = sum;
  }
  double own = variance;
  for (const int u : parents) own += weights.at(u, node) * covariance.at(u, node);
  covariance.at(node, node) = own;
}

class Search {
 public:
  Search(const Matrix& p, NodeSet latent, const Digraph& shape)
      : p_(p), shape_(p.rows), observed_(nodes_of(shape_.all() & ~latent)) {
    for (const auto& [from, to] : shape.arrows())
      if (has_node(latent, to)) shape_.add(from, to);
    const auto order = topological_order(shape_);
    assert(order);
    for (const int node : *order)
      if (has_node(latent, node)) order_.push_back(node);
    found_.weights = Matrix::zero(p.rows, p.rows);
    found_.variances.resize(static_cast<std::size_t>(p.rows));
  }

  Encoder run() {
    const std::optional<Matrix> precision = inverse(p_);
    assert(precision);
    precision_ = *precision;
    begin();
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
      double moved = 0;
      for (std::size_t i = order_.size(); i > 0; --i) moved = std::max(moved, solve(order_[i - 1]));
      if (moved < settled) break;
    }
    found_.nats = std::max(0.0, cost());
    return std::move(found_);
  }

 private:
  static constexpr int most_sweeps = 3000;
  static constexpr double settled = 1e-13;

  // p's own regression of each z on its parents in q: exact where q can hold the posterior.
  void begin() {
    for (const int node : order_) {
      const std::vector<int> parents = nodes_of(shape_.parents(node));
      const std::vector<double> b = regression(p_, node, shape_.parents(node));
      double rest = p_.at(node, node);
      for (std::size_t i = 0; i < parents.size(); ++i) {
        found_.weights.at(parents[i], node) = b[i];
        rest -= b[i] * p_.at(parents[i], node);
      }
      found_.variances[static_cast<std::size_t>(node)] = rest;
    }
  }

  // S: x as in p, z as in q.
  Matrix joint() const {
    Matrix s = p_;
    std::vector<int> before = observed_;
    for (const int node : order_) {
      extend(s, node, nodes_of(shape_.parents(node)), found_.weights,
             found_.variances[static_cast<std::size_t>(node)], before);
      before.push_back(node);
    }
    return s;
  }

  // How far every variable moves with `node` under q.
  std::vector<double> effects(int node) const {
    std::vector<double> t(static_cast<std::size_t>(p_.rows));
    t[static_cast<std::size_t>(node)] = 1;
    for (const int other : order_)
      for (const int u : nodes_of(shape_.parents(other)))
        if (other != node)
          t[static_cast<std::size_t>(other)] +=
              found_.weights.at(u, other) * t[static_cast<std::size_t>(u)];
    return t;
  }

  // The best weights and variance of one z, the others as they are. With y = u + t z:
  //   weights = -(t P t)^-1 E[parents parents^T]^-1 E[parents (t P u)],  variance = 1 / (t P t).
  double solve(int node) {
    const std::vector<double> t = effects(node);
    std::vector<double> tp(t.size());
    for (int c = 0; c < p_.rows; ++c)
      for (int r = 0; r < p_.rows; ++r)
        tp[static_cast<std::size_t>(c)] += t[static_cast<std::size_t>(r)] * precision_.at(r, c);
    const double curvature = dot(tp, t);
    const Matrix s = joint();
    const std::vector<int> parents = nodes_of(shape_.parents(node));
    std::vector<double> pull;
    for (const int parent : parents) {
      double sum = 0;
      for (int i = 0; i < p_.rows; ++i)
        sum += tp[static_cast<std::size_t>(i)] *
               (s.at(parent, i) - s.at(parent, node) * t[static_cast<std::size_t>(i)]);
      pull.push_back(-sum / curvature);
    }
    const std::vector<double> b = solved(part(s, parents, parents), pull);
    double moved = 0;
    const auto set = [&moved](double& x, double to) {
      moved = std::max(moved, std::fabs(x - to));
      x = to;
    };
    for (std::size_t i = 0; i < parents.size(); ++i) set(found_.weights.at(parents[i], node), b[i]);
    set(found_.variances[static_cast<std::size_t>(node)], 1 / curvature);
    return moved;
  }

  double cost() const {
    const Matrix s = joint();
    double trace = 0, own = 0;
    for (int r = 0; r < p_.rows; ++r)
      for (int c = 0; c < p_.rows; ++c) trace += precision_.at(r, c) * s.at(c, r);
    for (const int node : order_) own += num::log(found_.variances[static_cast<std::size_t>(node)]);
    return 0.5 * (trace - p_.rows - own + log_determinant(p_) -
                  log_determinant(part(p_, observed_, observed_)));
  }

  const Matrix& p_;
  Digraph shape_;  // with arrows into z alone
  std::vector<int> observed_, order_;
  Matrix precision_;
  Encoder found_;
};

}  // namespace

Matrix covariance(const LinearGaussian& model) {
  const int n = model.graph.nodes();
  Matrix s = Matrix::zero(n, n);
  std::vector<int> before;
  const auto order = topological_order(model.graph);
  assert(order);
  for (const int node : *order) {
    extend(s, node, nodes_of(model.graph.parents(node)), model.weights,
           model.noise[static_cast<std::size_t>(node)], before);
    before.push_back(node);
  }
  return s;
}

std::vector<double> regression(const Matrix& covariance, int node, NodeSet on) {
  const std::vector<int> from = nodes_of(on);
  std::vector<double> with;
  for (const int u : from) with.push_back(covariance.at(u, node));
  return solved(part(covariance, from, from), std::move(with));
}

double partial_correlation(const Matrix& covariance, int a, int b, NodeSet given) {
  const std::vector<int> ends = {a, b}, on = nodes_of(given);
  Matrix rest = part(covariance, ends, ends);
  const Matrix across = part(covariance, on, ends);
  for (int c = 0; c < 2; ++c) {
    const std::vector<double> b_on =
        regression(covariance, ends[static_cast<std::size_t>(c)], given);
    for (int other = 0; other < 2; ++other)
      for (int r = 0; r < across.rows; ++r)
        rest.at(other, c) -= across.at(r, other) * b_on[static_cast<std::size_t>(r)];
  }
  const double cor = rest.at(0, 1) / std::sqrt(rest.at(0, 0) * rest.at(1, 1));
  return std::clamp(cor, -1.0, 1.0);
}

Encoder best_encoder(const Matrix& covariance, NodeSet latent, const Digraph& shape) {
  return Search(covariance, latent, shape).run();
}

}  // namespace num
