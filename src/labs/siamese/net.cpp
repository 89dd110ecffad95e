#include "labs/siamese/net.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "num/elementary.h"
#include "num/scalar_tape.h"

namespace laboratory::siamese {
namespace {

using lab::Matrix;

// W X + b, with b (rows x 1) beside every column.
Matrix affine(const Matrix& w, const Matrix& x, const Matrix& b) {
  Matrix z = zeros(w.rows, x.cols);
  for (int r = 0; r < z.rows; ++r)
    for (int i = 0; i < z.cols; ++i) {
      double sum = b.at(r, 0);
      for (int c = 0; c < w.cols; ++c) sum += w.at(r, c) * x.at(c, i);
      z.at(r, i) = sum;
    }
  return z;
}

// f of every entry of one or two matrices of one shape.
template <class F>
Matrix each(const Matrix& a, F f) {
  Matrix out = a;
  for (double& x : out.values) x = f(x);
  return out;
}
template <class F>
Matrix each(const Matrix& a, const Matrix& b, F f) {
  Matrix out = a;
  for (std::size_t i = 0; i < out.values.size(); ++i) out.values[i] = f(a.values[i], b.values[i]);
  return out;
}

// Adding 0 turns a minus zero, which would be shown with its sign, into a plain one.
double times(double a, double b) { return a * b + 0.0; }
double sign(double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }

double merged(Merge merge, double a1, double a2) {
  switch (merge) {
    case Merge::difference:
      return a1 - a2;
    case Merge::sum:
      return a1 + a2;
    case Merge::product:
      return a1 * a2;
    case Merge::distance:
      return std::fabs(a1 - a2);
  }
  return 0;
}

// d merge / d mine, where the other twin holds `other` and `first` says which twin is mine.
double merge_slope(Merge merge, double mine, double other, bool first) {
  switch (merge) {
    case Merge::difference:
      return first ? 1 : -1;
    case Merge::sum:
      return 1;
    case Merge::product:
      return other;
    case Merge::distance:
      return sign(mine - other);
  }
  return 0;
}

bool jumps(Activation g) { return g == Activation::relu || g == Activation::leaky; }

}  // namespace

Matrix zeros(int rows, int cols) {
  return {rows, cols, std::vector<double>(static_cast<std::size_t>(rows * cols))};
}

double activate(Activation g, double z) {
  switch (g) {
    case Activation::relu:
      return z > 0 ? z : 0;
    case Activation::leaky:
      return z > 0 ? z : leaky_slope * z;
    case Activation::tanh:
      return num::tanh(z);
    case Activation::sigmoid:
      return num::sigmoid(z);
  }
  return 0;
}

double activation_slope(Activation g, double z) {
  switch (g) {
    case Activation::relu:
      return z > 0 ? 1 : 0;
    case Activation::leaky:
      return z > 0 ? 1 : leaky_slope;
    case Activation::tanh: {
      const double t = num::tanh(z);
      return 1 - t * t;
    }
    case Activation::sigmoid: {
      const double s = num::sigmoid(z);
      return s * (1 - s);
    }
  }
  return 0;
}

Forward forward(const Net& net) {
  const auto g = [&net](double z) { return activate(net.activation, z); };
  Forward f;
  f.z1 = affine(net.W1, net.X, net.b1);
  f.z2 = affine(net.W1, net.Xp, net.b1);
  f.a1 = each(f.z1, g);
  f.a2 = each(f.z2, g);
  f.a = each(f.a1, f.a2, [&net](double x, double y) { return merged(net.merge, x, y); });
  f.z3 = affine(net.W2, f.a, {1, 1, {net.b2}});
  f.yhat = each(f.z3, num::sigmoid);
  // -y log s(z) - (1 - y) log(1 - s(z)) = softplus(z) - y z, which stays finite where s is 0 or 1.
  for (int i = 0; i < net.examples(); ++i)
    f.J += num::softplus(f.z3.at(0, i)) - net.Y.at(0, i) * f.z3.at(0, i);
  f.J /= net.examples();
  return f;
}

Gradients by_hand(const Net& net, const Forward& f) {
  const int m = net.examples();
  const auto slope = [&net](double z) { return activation_slope(net.activation, z); };
  const auto into = [&net](bool first) {
    return [&net, first](double mine, double other) {
      return merge_slope(net.merge, mine, other, first);
    };
  };
  Gradients g;
  g.delta1 = each(f.yhat, net.Y, [m](double p, double y) { return (p - y) / m; });
  // A certain label has one term; the other would be 0/0 where the prediction is certain too.
  g.yhat = each(f.yhat, net.Y, [m](double p, double y) {
    return ((y < 1 ? (1 - y) / (1 - p) : 0) - (y > 0 ? y / p : 0)) / m;
  });
  g.delta2 = net.W2;
  g.slope1 = each(f.z1, slope);
  g.slope2 = each(f.z2, slope);
  g.merge1 = each(f.a1, f.a2, into(true));
  g.merge2 = each(f.a2, f.a1, into(false));
  g.delta3 = each(g.merge2, g.slope2, times);

  g.a = zeros(net.hidden(), m);
  for (int k = 0; k < net.hidden(); ++k)
    for (int i = 0; i < m; ++i) g.a.at(k, i) = net.W2.at(0, k) * g.delta1.at(0, i);
  g.a1 = each(g.merge1, g.a, times);
  g.a2 = each(g.merge2, g.a, times);
  g.z1 = each(g.slope1, g.a1, times);
  g.z2 = each(g.slope2, g.a2, times);

  g.W1 = zeros(net.hidden(), net.inputs());
  g.b1 = zeros(net.hidden(), 1);
  g.W2 = zeros(1, net.hidden());
  g.X = g.Xp = zeros(net.inputs(), m);
  for (int i = 0; i < m; ++i) {
    for (int k = 0; k < net.hidden(); ++k) {
      for (int c = 0; c < net.inputs(); ++c) {
        g.W1.at(k, c) += g.z1.at(k, i) * net.X.at(c, i) + g.z2.at(k, i) * net.Xp.at(c, i);
        g.X.at(c, i) += net.W1.at(k, c) * g.z1.at(k, i);
        g.Xp.at(c, i) += net.W1.at(k, c) * g.z2.at(k, i);
      }
      g.b1.at(k, 0) += g.z1.at(k, i) + g.z2.at(k, i);
      g.W2.at(0, k) += g.delta1.at(0, i) * f.a.at(k, i);
    }
    g.b2 += g.delta1.at(0, i);
  }
  return g;
}

double kink_distance(const Net& net, const Forward& f, int example) {
  double least = std::numeric_limits<double>::infinity();
  for (int k = 0; k < net.hidden(); ++k) {
    const double z1 = f.z1.at(k, example), z2 = f.z2.at(k, example);
    if (jumps(net.activation)) least = std::min({least, std::fabs(z1), std::fabs(z2)});
    // Activations rise everywhere but where ReLU has switched both units off, so that they are
    // equal just where the pre-activations are.
    const bool both_off = net.activation == Activation::relu && z1 <= 0 && z2 <= 0;
    if (net.merge == Merge::distance && !both_off) least = std::min(least, std::fabs(z1 - z2));
  }
  return least;
}

double kink_distance(const Net& net, const Forward& f) {
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < net.examples(); ++i) least = std::min(least, kink_distance(net, f, i));
  return least;
}

}  // namespace laboratory::siamese
