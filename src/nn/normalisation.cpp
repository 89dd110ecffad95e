// Batch norm, layer norm and token norm.
#include "nn/normalisation.h"

#include <cmath>

#include "nn/columns.h"
#include "nn/op.h"
#include "nn/pull.h"

namespace nn {
namespace {

// Inputs of all: x, scale, shift. Kept of batch norm: the normalised x (m x n), the factor 1 /
// sqrt(variance + epsilon) of each channel (m), which it was computed with. op.a is epsilon, op.b
// the pace; op.k and op.l are the statistics of running means and variances.
float* factors(const Op& op) {
  return op.kept + static_cast<std::size_t>(op.m) * static_cast<std::size_t>(op.n);
}

void run_batch_norm(const Op& op, const Pass& p) {
  const auto m = static_cast<std::size_t>(op.m);
  float *const running_mean = p.weights->statistic(op.k).data(), *const running_variance =
                                                                     p.weights->statistic(op.l)
                                                                         .data();
  const float* mean = running_mean;
  const float* variance = running_variance;
  if (p.training) {
    float *const batch_mean = p.scratch, *const batch_variance = p.scratch + m;
    const float share = 1 / static_cast<float>(op.n);
    row_sums(op.value(p, 0), op.m, op.n, Into::overwrite, batch_mean);
    for (std::size_t i = 0; i < m; ++i) batch_mean[i] *= share;
    row_squares(op.value(p, 0), batch_mean, op.m, op.n, Into::overwrite, batch_variance);
    for (std::size_t i = 0; i < m; ++i) {
      batch_variance[i] *= share;
      running_mean[i] += op.b * (batch_mean[i] - running_mean[i]);
      running_variance[i] += op.b * (batch_variance[i] - running_variance[i]);
    }
    mean = batch_mean, variance = batch_variance;
  }
  float *const factor = factors(op), *const shift = p.scratch + 2 * m;
  for (std::size_t i = 0; i < m; ++i) {
    factor[i] = 1 / std::sqrt(variance[i] + op.a);
    shift[i] = -mean[i] * factor[i];
  }
  scale_rows(op.value(p, 0), op.m, op.n, factor, shift, op.kept);
  scale_rows(op.kept, op.m, op.n, op.value(p, 1), op.value(p, 2), op.result(p));
}

// With h the normalised x, c = scale factor and N columns, in training
//   dx = c (dy - mean(dy) - h mean(dy h)), and dx = c dy in evaluation.
void back_batch_norm(const Op& op, const Pass& p, const Into* into) {
  const auto m = static_cast<std::size_t>(op.m), n = static_cast<std::size_t>(op.n);
  const float* const dy = op.result_gradient(p);
  float *const dots = p.scratch, *const sums = p.scratch + m, *const c = p.scratch + 2 * m;
  row_dots(dy, op.kept, op.m, op.n, Into::overwrite, dots);
  row_sums(dy, op.m, op.n, Into::overwrite, sums);
  if (op.gradient(p, 1) != nullptr) pour(dots, op.gradient(p, 1), m, into[1]);
  if (op.gradient(p, 2) != nullptr) pour(sums, op.gradient(p, 2), m, into[2]);
  float* const dx = op.gradient(p, 0);
  if (dx == nullptr) return;
  const float share = p.training ? -1 / static_cast<float>(op.n) : 0;
  for (std::size_t i = 0; i < m; ++i) {
    c[i] = op.value(p, 1)[i] * factors(op)[i];
    dots[i] *= share * c[i];
    sums[i] *= share * c[i];
  }
  const auto add_column = [&](std::size_t j, std::size_t i, std::size_t k, auto fetch, auto put) {
    const Packet a = mul(fetch(c + i, k), fetch(dy + j * m + i, k));
    const Packet b = mul(fetch(dots + i, k), fetch(op.kept + j * m + i, k));
    const Packet d = add(add(a, b), fetch(sums + i, k));
    float* const to = dx + j * m + i;
    put(to, into[0] == Into::add ? add(fetch(to, k), d) : d, k);
  };
  const auto whole = [](const float* x, std::size_t) { return load(x); };
  const auto put_whole = [](float* x, Packet v, std::size_t) { store(x, v); };
  for (std::size_t j = 0; j < n; ++j) {
    std::size_t i = 0;
    for (; i + lanes <= m; i += lanes) add_column(j, i, lanes, whole, put_whole);
    if (i < m) add_column(j, i, m - i, load_some, store_some);
  }
}
constexpr Kind batch_norm_kind{"batch norm", run_batch_norm, back_batch_norm};

// Of layer norm and token norm: the normalised x (m x n), then the factor of each column (n). A
// column is an example with its m features, or a place with its m channels.
void run_layer_norm(const Op& op, const Pass& p) {
  const auto m = static_cast<std::size_t>(op.m);
  const float share = 1 / static_cast<float>(op.m);
  for (std::size_t j = 0; j < static_cast<std::size_t>(op.n); ++j) {
    const float* const x = op.value(p, 0) + j * m;
    float* const h = op.kept + j * m;
    const Packet mean = splat(nn::sum(x, m) * share);
    map(x, h, m, [=](Packet v) { return sub(v, mean); });
    const float factor = 1 / std::sqrt(nn::dot(h, h, m) * share + op.a);
    factors(op)[j] = factor;
    map(h, h, m, [f = splat(factor)](Packet v) { return mul(v, f); });
  }
  scale_rows(op.kept, op.m, op.n, op.value(p, 1), op.value(p, 2), op.result(p));
}

// With g = scale dy: dx = factor (g - mean(g) - h mean(g h)), means over a column.
void back_layer_norm(const Op& op, const Pass& p, const Into* into) {
  const auto m = static_cast<std::size_t>(op.m);
  const float share = 1 / static_cast<float>(op.m);
  const float* const dy = op.result_gradient(p);
  if (op.gradient(p, 1) != nullptr) row_dots(dy, op.kept, op.m, op.n, into[1], op.gradient(p, 1));
  if (op.gradient(p, 2) != nullptr) row_sums(dy, op.m, op.n, into[2], op.gradient(p, 2));
  float* const dx = op.gradient(p, 0);
  if (dx == nullptr) return;
  float* const g = p.scratch;
  for (std::size_t j = 0; j < static_cast<std::size_t>(op.n); ++j) {
    const float* const h = op.kept + j * m;
    map(dy + j * m, op.value(p, 1), g, m, [](Packet a, Packet b) { return mul(a, b); });
    const Packet mean = splat(nn::sum(g, m) * share), along = splat(nn::dot(g, h, m) * share);
    const Packet factor = splat(factors(op)[j]);
    pull(g, h, dx + j * m, m, into[0],
         [=](Packet a, Packet b) { return mul(factor, sub(sub(a, mean), mul(b, along))); });
  }
}
constexpr Kind layer_norm_kind{"layer norm", run_layer_norm, back_layer_norm};
constexpr Kind token_norm_kind{"token norm", run_layer_norm, back_layer_norm};

// Adds scale (from 1) and shift (from 0) to the inputs; false if refused.
bool take_scale(Graph& g, Op& op, std::string_view name, const Shape& shape) {
  const std::string layer(name);
  const Var scale = g.parameter(layer + " scale", shape, constant(1), 1, 1, false);
  const Var shift = g.parameter(layer + " shift", shape, constant(0), 1, 1, false);
  op.in.push_back(scale.id);
  op.in.push_back(shift.id);
  return scale.valid() && shift.valid();
}

// Over each of the columns of m numbers that x consists of; `each` is the shape of one of them.
Var norm_columns(const Kind& kind, Var x, const Shape& each, std::string_view name,
                 const NormOptions& options) {
  Graph& g = *x.graph;
  const Shape s = g.shape(x);
  Op op{.kind = &kind, .in = {x.id}, .m = each.features()};
  op.n = static_cast<int>(s.size()) / op.m;
  op.a = options.epsilon;
  op.scratch = each.size();
  op.keep = s.size() + static_cast<std::size_t>(op.n);
  if (!take_scale(g, op, name, each)) return {&g, -1};
  return g.record(op, s, name);
}

}  // namespace

Var batch_norm(Var x, std::string_view name, const NormOptions& options) {
  if (!usable(x, "batch norm")) return x;
  Graph& g = *x.graph;
  const Shape s = g.shape(x);
  Op op{.kind = &batch_norm_kind, .in = {x.id}, .m = s.channels, .n = s.columns()};
  op.a = options.epsilon, op.b = options.pace;
  op.scratch = 3 * static_cast<std::size_t>(s.channels);
  op.keep = s.size() + static_cast<std::size_t>(s.channels);
  const Shape each = vectors(s.channels, 1);
  if (!take_scale(g, op, name, each)) return {&g, -1};
  const std::string moments(options.moments.empty() ? name : options.moments);
  op.k = g.weights().statistic(moments + " mean", each, 0);
  op.l = g.weights().statistic(moments + " variance", each, 1);
  return g.record(op, s, name);
}

Var layer_norm(Var x, std::string_view name, const NormOptions& options) {
  if (!usable(x, "layer norm")) return x;
  Shape example = x.graph->shape(x);
  example.batch = 1;
  return norm_columns(layer_norm_kind, x, example, name, options);
}

Var token_norm(Var x, std::string_view name, const NormOptions& options) {
  if (!usable(x, "token norm")) return x;
  return norm_columns(token_norm_kind, x, vectors(x.graph->shape(x).channels, 1), name, options);
}

}  // namespace nn
