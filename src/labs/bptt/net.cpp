#include "labs/bptt/net.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "num/functions.h"

namespace laboratory::bptt {
namespace {

using lab::Matrix;

constexpr num::Function functions[] = {num::Function::tanh, num::Function::tanh,
                                       num::Function::sigmoid, num::Function::relu,
                                       num::Function::softplus};

// v becomes Wh^T (g'(a_t) . v): from dL/dh_t to dL/dh_{t-1}.
void step_back(const Net& net, const Forward& f, int t, std::vector<double>& v) {
  const Matrix& w = net.weights.Wh;
  std::vector<double> before(v.size());
  for (int r = 0; r < w.rows; ++r) {
    const double delta = f.slopes.at(t - 1, r) * v[static_cast<std::size_t>(r)];
    for (int c = 0; c < w.cols; ++c) before[static_cast<std::size_t>(c)] += w.at(r, c) * delta;
  }
  v = std::move(before);
}

// delta u^T is added to `sum`, for the delta that `arriving` leaves at step t.
void add_outer(const Forward& f, int t, std::span<const double> arriving,
               const std::vector<double>& u, Matrix& sum) {
  for (int r = 0; r < sum.rows; ++r) {
    const double delta = f.slopes.at(t - 1, r) * arriving[static_cast<std::size_t>(r)];
    for (int c = 0; c < sum.cols; ++c) sum.at(r, c) += delta * u[static_cast<std::size_t>(c)];
  }
}

}  // namespace

Matrix zeros(int rows, int cols) {
  return {rows, cols, std::vector<double>(static_cast<std::size_t>(rows * cols))};
}

std::span<const double> at_time(const Matrix& m, int t) {
  const auto cols = static_cast<std::size_t>(m.cols);
  return std::span(m.values).subspan(static_cast<std::size_t>(t - 1) * cols, cols);
}

double activate(Activation g, double a) {
  return g == Activation::identity ? a : num::apply(functions[static_cast<std::size_t>(g)], a);
}

double activation_slope(Activation g, double a) {
  return g == Activation::identity
             ? 1
             : num::apply(num::slope_of(functions[static_cast<std::size_t>(g)]), a);
}

Forward before_first_step(const Net& net) {
  const Matrix room = zeros(net.steps(), net.units());
  return {room, room, room};
}

void take_step(const Net& net, int t, Forward& f) {
  const Weights& w = net.weights;
  const int at = t - 1;
  for (int r = 0; r < net.units(); ++r) {
    double a = w.bh.at(r, 0);
    for (int c = 0; c < net.inputs(); ++c) a += w.Wx.at(r, c) * net.X.at(at, c);
    for (int c = 0; at > 0 && c < net.units(); ++c) a += w.Wh.at(r, c) * f.h.at(at - 1, c);
    f.a.at(at, r) = a;
    f.h.at(at, r) = activate(net.activation, a);
    f.slopes.at(at, r) = activation_slope(net.activation, a);
  }
}

Forward forward(const Net& net) {
  Forward f = before_first_step(net);
  for (int t = 1; t <= net.steps(); ++t) {
    take_step(net, t, f);
    for (int r = 0; net.has_loss(t) && r < net.units(); ++r)
      f.L += net.slope[static_cast<std::size_t>(r)] * f.h.at(t - 1, r);
  }
  return f;
}

Backward backward(const Net& net, const Forward& f, int keep) {
  const int T = net.steps();
  Backward b{zeros(T, net.units()), zeros(T, net.units())};
  const auto arrive = [&b](int t, const std::vector<double>& v) {
    for (int r = 0; r < b.arriving.cols; ++r)
      b.arriving.at(t - 1, r) += v[static_cast<std::size_t>(r)];
  };
  if (keep >= T) {
    std::vector<double> v(net.slope.size());
    for (int t = T; t >= 1; --t) {
      for (std::size_t r = 0; net.has_loss(t) && r < v.size(); ++r) v[r] += net.slope[r];
      arrive(t, v);
      step_back(net, f, t, v);
    }
  } else {
    for (int s = 1; s <= T; ++s) {
      if (!net.has_loss(s)) continue;
      std::vector<double> v = net.slope;
      for (int t = s; t > std::max(0, s - keep); --t) {
        arrive(t, v);
        step_back(net, f, t, v);
      }
    }
  }
  for (int t = 0; t < T; ++t)
    for (int r = 0; r < net.units(); ++r)
      b.deltas.at(t, r) = f.slopes.at(t, r) * b.arriving.at(t, r) + 0.0;
  return b;
}

std::vector<double> input_of(const Net& net, const Forward& f, Weight w, int t) {
  if (w == Weight::bh) return {1};
  if (w == Weight::Wh && t == 1) return std::vector<double>(static_cast<std::size_t>(net.units()));
  const auto values = w == Weight::Wx ? at_time(net.X, t) : at_time(f.h, t - 1);
  return {values.begin(), values.end()};
}

Matrix share(const Net& net, const Forward& f, const Backward& b, Weight w, int t) {
  const Matrix& like = net.weights.of(w);
  Matrix out = zeros(like.rows, like.cols);
  add_outer(f, t, at_time(b.arriving, t), input_of(net, f, w, t), out);
  return out;
}

std::vector<Matrix> by_lag(const Net& net, const Forward& f, Weight w) {
  const int T = net.steps();
  const Matrix& like = net.weights.of(w);
  std::vector<Matrix> parts(static_cast<std::size_t>(T), zeros(like.rows, like.cols));
  std::vector<std::vector<double>> inputs;
  for (int t = 1; t <= T; ++t) inputs.push_back(input_of(net, f, w, t));
  for (int s = 1; s <= T; ++s) {
    if (!net.has_loss(s)) continue;
    std::vector<double> v = net.slope;
    for (int t = s; t >= 1; --t) {
      add_outer(f, t, v, inputs[static_cast<std::size_t>(t - 1)],
                parts[static_cast<std::size_t>(s - t)]);
      step_back(net, f, t, v);
    }
  }
  return parts;
}

void add(Matrix& sum, const Matrix& term) {
  for (std::size_t i = 0; i < sum.values.size(); ++i) sum.values[i] += term.values[i];
}

double cosine(const Matrix& a, const Matrix& b) {
  return num::dot(a.values, b.values) / (norm(a) * norm(b));
}

double kink_distance(const Net& net, const Forward& f, int t) {
  double least = std::numeric_limits<double>::infinity();
  if (net.activation == Activation::relu)
    for (const double a : at_time(f.a, t)) least = std::min(least, std::fabs(a));
  return least;
}

double kink_distance(const Net& net, const Forward& f) {
  double least = std::numeric_limits<double>::infinity();
  for (int t = 1; t <= f.a.rows; ++t) least = std::min(least, kink_distance(net, f, t));
  return least;
}

}  // namespace laboratory::bptt
