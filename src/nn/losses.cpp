#include "nn/losses.h"

#include "nn/columns.h"
#include "nn/functions.h"
#include "nn/op.h"
#include "nn/packet.h"
#include "nn/pull.h"

namespace nn {
namespace {

// Inputs: logits (m x n), target (m x n if op.k, else n indices). Kept: probabilities (m x n), the
// total weight of each column's target (n), and the columns' ln sum e^(z - largest) (n).
struct Kept {
  float *p, *weight, *log_sum;
};
Kept kept(const Op& op) {
  const auto m = static_cast<std::size_t>(op.m), n = static_cast<std::size_t>(op.n);
  return {op.kept, op.kept + m * n, op.kept + m * n + n};
}

float largest_of(const float* x, std::size_t n) {
  float most = x[0];
  for (std::size_t i = 1; i < n; ++i) most = x[i] > most || x[i] != x[i] ? x[i] : most;
  return most;
}

// The row that a label names; -1 for one that names none, whose column then does not count.
int row_of(float label, int rows) {
  return label >= 0 && label < static_cast<float>(rows) ? static_cast<int>(label) : -1;
}

void run_softmax_loss(const Op& op, const Pass& p) {
  const auto m = static_cast<std::size_t>(op.m), n = static_cast<std::size_t>(op.n);
  const Kept k = kept(op);
  const float *const z = op.value(p, 0), *const target = op.value(p, 1);
  double loss = 0;
  // Until the exponentials are taken, k.p holds the logits less their column's largest.
  for (std::size_t j = 0; j < n; ++j) {
    const Packet most = splat(largest_of(z + j * m, m));
    float* const shifted = k.p + j * m;
    map(z + j * m, shifted, m, [=](Packet x) { return sub(x, most); });
    if (op.k != 0) {
      k.weight[j] = nn::sum(target + j * m, m);
      loss -= static_cast<double>(nn::dot(target + j * m, shifted, m));
    } else {
      const int row = row_of(target[j], op.m);
      k.weight[j] = row < 0 ? 0 : 1;
      if (row >= 0) loss -= static_cast<double>(shifted[row]);
    }
  }
  nn::exp(k.p, k.p, m * n);
  for (std::size_t j = 0; j < n; ++j) {
    const float total = nn::sum(k.p + j * m, m);
    k.log_sum[j] = total;
    map(k.p + j * m, k.p + j * m, m, [f = splat(1 / total)](Packet e) { return mul(e, f); });
  }
  nn::log(k.log_sum, k.log_sum, n);
  for (std::size_t j = 0; j < n; ++j)
    loss += static_cast<double>(k.weight[j]) * static_cast<double>(k.log_sum[j]);
  op.result(p)[0] = static_cast<float>(loss / op.n);
}

void back_softmax_loss(const Op& op, const Pass& p, const Into* into) {
  const auto m = static_cast<std::size_t>(op.m), n = static_cast<std::size_t>(op.n);
  const Kept k = kept(op);
  const float scale = op.result_gradient(p)[0] / static_cast<float>(op.n);
  const float* const target = op.value(p, 1);
  float* const dz = op.gradient(p, 0);
  if (dz == nullptr) return;
  for (std::size_t j = 0; j < n; ++j) {
    const Packet weight = splat(k.weight[j] * scale), share = splat(scale);
    const float* const column = k.p + j * m;
    if (op.k != 0) {
      pull(column, target + j * m, dz + j * m, m, into[0],
           [=](Packet q, Packet y) { return sub(mul(weight, q), mul(share, y)); });
      continue;
    }
    pull(column, dz + j * m, m, into[0], [=](Packet q) { return mul(weight, q); });
    const int row = row_of(target[j], op.m);
    if (row >= 0) dz[static_cast<std::ptrdiff_t>(j) * op.m + row] -= scale;
  }
}
constexpr Kind softmax_loss_kind{"softmax cross-entropy", run_softmax_loss, back_softmax_loss};

// ln(1 + e^z) - y z
void run_sigmoid_loss(const Op& op, const Pass& p) {
  const std::size_t n = op.shape(p, 0).size();
  const float *const z = op.value(p, 0), *const y = op.value(p, 1);
  nn::softplus(z, p.scratch, n);
  op.result(p)[0] = (nn::sum(p.scratch, n) - nn::dot(z, y, n)) * op.a;
}
void back_sigmoid_loss(const Op& op, const Pass& p, const Into* into) {
  const std::size_t n = op.shape(p, 0).size();
  if (op.gradient(p, 0) == nullptr) return;
  nn::sigmoid(op.value(p, 0), p.scratch, n);
  const Packet share = splat(op.result_gradient(p)[0] * op.a);
  pull(p.scratch, op.value(p, 1), op.gradient(p, 0), n, into[0],
       [=](Packet q, Packet y) { return mul(sub(q, y), share); });
}
constexpr Kind sigmoid_loss_kind{"sigmoid cross-entropy", run_sigmoid_loss, back_sigmoid_loss};

// The mean over the batch of sums over features, times the factor.
Var per_example(Var x, float factor = 1) {
  return x.valid() ? sum(x, factor / static_cast<float>(x.graph->shape(x).batch)) : x;
}

}  // namespace

Var softmax_cross_entropy(Var logits, Var target) {
  const char* const name = softmax_loss_kind.name;
  if (!usable(logits, target, name)) return {logits.graph, -1};
  Graph& g = *logits.graph;
  const Shape s = g.shape(logits), t = g.shape(target);
  const bool whole = s == t;
  if (!whole && !(t == Shape{1, s.height, s.width, s.batch}))
    return refuse_shapes(name, logits, target);
  Op op{.kind = &softmax_loss_kind, .in = {logits.id, detach(target).id}};
  op.m = s.channels, op.n = s.columns(), op.k = whole && s.channels > 1 ? 1 : 0;
  op.keep = s.size() + 2 * static_cast<std::size_t>(s.columns());
  return g.record(op, {});
}

Var sigmoid_cross_entropy(Var logits, Var target) {
  const char* const name = sigmoid_loss_kind.name;
  if (!usable(logits, target, name)) return {logits.graph, -1};
  Graph& g = *logits.graph;
  const Shape s = g.shape(logits);
  if (s != g.shape(target)) return refuse_shapes(name, logits, target);
  const Op op{.kind = &sigmoid_loss_kind,
              .in = {logits.id, detach(target).id},
              .a = 1 / static_cast<float>(s.batch),
              .scratch = s.size()};
  return g.record(op, {});
}

Var gaussian_nll(Var x, Var mean, Var log_variance) {
  const Var error = square(subtract(x, mean));
  const Var scaled = multiply(error, exp(scale(log_variance, -1)));
  const float log_two_pi = 1.8378770664f;
  return per_example(scale(add(scaled, log_variance), 0.5f, 0.5f * log_two_pi));
}

Var kl_to_standard_normal(Var mean, Var log_variance) {
  const Var moments = add(square(mean), exp(log_variance));
  return per_example(scale(subtract(moments, log_variance), 0.5f, -0.5f));
}

Var kl_of_logits(Var p, Var q) {
  const Var log_p = log_softmax(p);
  const Var each = multiply(exp(log_p), subtract(log_p, log_softmax(q)));
  return mean(sum_channels(each));
}

Var l1_loss(Var a, Var b) { return per_example(absolute(subtract(a, b))); }

Var l2_loss(Var a, Var b) { return per_example(square(subtract(a, b)), 0.5f); }

Var hinge_loss(Var score, Var sign) {
  return per_example(relu(scale(multiply(score, detach(sign)), -1, 1)));
}

// ln D = -softplus(-z) and ln(1 - D) = -softplus(z) for logits z.
Var discriminator_loss(Game game, Var real, Var fake) {
  switch (game) {
    case Game::least_squares:
      return scale(add(mean(square(scale(real, 1, -1))), mean(square(fake))), 0.5f);
    case Game::wasserstein:
      return subtract(mean(fake), mean(real));
    case Game::hinge:
      return add(mean(relu(scale(real, -1, 1))), mean(relu(scale(fake, 1, 1))));
    default:
      return add(mean(softplus(scale(real, -1))), mean(softplus(fake)));
  }
}

Var generator_loss(Game game, Var fake) {
  switch (game) {
    case Game::minimax:
      return scale(mean(softplus(fake)), -1);
    case Game::non_saturating:
      return mean(softplus(scale(fake, -1)));
    case Game::least_squares:
      return scale(mean(square(scale(fake, 1, -1))), 0.5f);
    default:
      return scale(mean(fake), -1);
  }
}

}  // namespace nn
