#include "labs/bptt/witness.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "labs/differences.h"
#include "num/scalar_tape.h"

namespace laboratory::bptt {
namespace {

using lab::Matrix;

// Calls `visit(first, last)` for every stretch of steps that a loss at `last` is followed through;
// where all terms are kept one stretch serves all losses.
template <class Visit>
void stretches(const Net& net, int keep, Visit visit) {
  const int T = net.steps();
  if (net.loss == Loss::end || keep >= T) return visit(std::max(1, T - keep + 1), T);
  for (int s = 1; s <= T; ++s) visit(std::max(1, s - keep + 1), s);
}

// True where the loss at step t counts in a stretch that ends at `last`.
bool counts(const Net& net, int keep, int t, int last) {
  return keep >= net.steps() ? net.has_loss(t) : t == last;
}

// The losses of a stretch with other weights, from the state before it as it was.
double loss_of(const Net& net, const Forward& f, int keep, int first, int last) {
  const Weights& w = net.weights;
  const int n = net.units();
  std::vector<double> h(static_cast<std::size_t>(n)), next(h);
  for (int r = 0; first > 1 && r < n; ++r) h[static_cast<std::size_t>(r)] = f.h.at(first - 2, r);
  double loss = 0;
  for (int t = first; t <= last; ++t) {
    for (int r = 0; r < n; ++r) {
      double a = w.bh.at(r, 0);
      for (int c = 0; c < net.inputs(); ++c) a += w.Wx.at(r, c) * net.X.at(t - 1, c);
      for (int c = 0; c < n; ++c) a += w.Wh.at(r, c) * h[static_cast<std::size_t>(c)];
      next[static_cast<std::size_t>(r)] = activate(net.activation, a);
    }
    h = next;
    for (std::size_t r = 0; counts(net, keep, t, last) && r < h.size(); ++r)
      loss += net.slope[r] * h[r];
  }
  return loss;
}

// Adds the gradient of the losses of a stretch in the weights of one kind.
void accumulate(const Net& net, const Forward& f, int keep, int first, int last, Weight kind,
                Matrix& sum) {
  const int n = net.units(), cols = sum.cols;
  // dh/dw: a row for each hidden node, a column for each weight of the kind.
  Matrix s = zeros(n, sum.rows * cols), next = s;
  for (int t = first; t <= last; ++t) {
    const std::vector<double> input = input_of(net, f, kind, t);
    for (int r = 0; r < n; ++r) {
      const double slope = f.slopes.at(t - 1, r);
      for (int w = 0; w < s.cols; ++w) {
        double moved = w / cols == r ? input[static_cast<std::size_t>(w % cols)] : 0;
        for (int c = 0; c < n; ++c) moved += net.weights.Wh.at(r, c) * s.at(c, w);
        next.at(r, w) = slope * moved;
      }
    }
    s = next;
    if (!counts(net, keep, t, last)) continue;
    for (int r = 0; r < n; ++r)
      for (int w = 0; w < s.cols; ++w)
        sum.values[static_cast<std::size_t>(w)] +=
            net.slope[static_cast<std::size_t>(r)] * s.at(r, w);
  }
}

Weights like(const Net& net, double value) {
  Weights w = net.weights;
  for (const Weight kind : all_weights)
    for (double& x : w.of(kind).values) x = value;
  return w;
}

}  // namespace

Weights by_accumulation(const Net& net, const Forward& f, int keep) {
  Weights sum = like(net, 0);
  for (const Weight kind : all_weights)
    stretches(net, keep, [&](int first, int last) {
      accumulate(net, f, keep, first, last, kind, sum.of(kind));
    });
  return sum;
}

Weights by_differences(const Net& net, const Forward& f, int keep, int stride) {
  constexpr double h = 1e-4;
  Weights out = like(net, std::numeric_limits<double>::quiet_NaN());
  Net moved = net;
  int place = 0;
  for (const Weight kind : all_weights)
    for (std::size_t i = 0; i < out.of(kind).values.size(); ++i, ++place) {
      if (place % stride != 0) continue;
      double& x = moved.weights.of(kind).values[i];
      const double kept = x;
      out.of(kind).values[i] = num::central_slope(
          [&](double at) {
            x = at;
            double loss = 0;
            stretches(net, keep,
                      [&](int first, int last) { loss += loss_of(moved, f, keep, first, last); });
            return loss;
          },
          kept, h);
      x = kept;
    }
  return out;
}

double largest_gap(const Weights& exact, const Weights& other) {
  double worst = 0;
  for (const Weight kind : all_weights)
    worst = std::max(worst, gap(exact.of(kind).values, other.of(kind).values));
  return worst;
}

int weights(const Net& net) { return net.units() * (net.units() + net.inputs() + 1); }

std::int64_t backward_cost(const Net& net) {
  // Per step: g' times what arrives, Wh^T delta, and delta times the inputs of Wx and Wh.
  const std::int64_t n = net.units(), d = net.inputs();
  return net.steps() * (n + n * n + n * d + n * n);
}

std::int64_t accumulation_cost(const Net& net) {
  // Per step: Wh times the n x weights matrix, g' times its rows; and c times it at a loss.
  const std::int64_t n = net.units(), P = weights(net);
  return net.steps() * (n * n * P + n * P) + (net.loss == Loss::end ? 1 : net.steps()) * n * P;
}

std::int64_t differences_cost(const Net& net) {
  // Two runs forwards for every weight, the least that central differences take.
  const std::int64_t n = net.units(), d = net.inputs();
  return 2 * weights(net) * net.steps() * (n * n + n * d);
}

}  // namespace laboratory::bptt
