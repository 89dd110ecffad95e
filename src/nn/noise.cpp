// Operations with chance: their numbers depend on the graph's seed, the operation and the number of
// the pass, so that a restored state goes on as it would have.
#include "nn/noise.h"

#include "nn/elementwise.h"
#include "nn/op.h"
#include "nn/pairs.h"
#include "nn/pull.h"
#include "num/rng.h"

namespace nn {
namespace {

num::Rng stream(const Op& op, const Pass& p) {
  return num::Rng(p.seed, (p.count << 20) + static_cast<std::uint64_t>(op.out));
}

// Kept: the factor of each number, 0 or 1 / (1 - p).
void run_dropout(const Op& op, const Pass& p) {
  const std::size_t n = p.shape[op.out].size();
  if (!p.training) return pour(op.value(p, 0), op.result(p), n, Into::overwrite);
  num::Rng rng = stream(op, p);
  const float rest = 1 / (1 - op.a);
  for (std::size_t i = 0; i < n; ++i)
    op.kept[i] = rng.uniform() < static_cast<double>(op.a) ? 0 : rest;
  map(op.value(p, 0), op.kept, op.result(p), n, [](Packet x, Packet f) { return mul(x, f); });
}
void back_dropout(const Op& op, const Pass& p, const Into* into) {
  const std::size_t n = p.shape[op.out].size();
  if (!p.training) return pour(op.result_gradient(p), op.gradient(p, 0), n, into[0]);
  pull(op.kept, op.result_gradient(p), op.gradient(p, 0), n, into[0],
       [](Packet f, Packet dy) { return mul(f, dy); });
}
constexpr Kind dropout_kind{"dropout", run_dropout, back_dropout};

void run_noise(const Op& op, const Pass& p) {
  num::Rng rng = stream(op, p);
  for (std::size_t i = 0; i < p.shape[op.out].size(); ++i)
    op.result(p)[i] = static_cast<float>(rng.normal());
}
constexpr Kind noise_kind{"noise", run_noise, nullptr};

}  // namespace

Var dropout(Var x, float p) {
  if (!usable(x, "dropout")) return x;
  if (!(p >= 0 && p < 1))
    return x.graph->refuse("dropout: the probability is in 0 .. 1, 1 left out");
  const Shape s = x.graph->shape(x);
  return x.graph->record({.kind = &dropout_kind, .in = {x.id}, .a = p, .keep = s.size()}, s);
}

Var noise(Graph& graph, const Shape& shape) {
  if (shape.channels < 1 || shape.height < 1 || shape.width < 1 || shape.batch < 1)
    return graph.refuse("noise: every side of a shape is at least 1");
  return graph.record({.kind = &noise_kind}, shape, "noise");
}

Var sample(Var mean, Var log_variance) {
  if (!usable(mean, log_variance, "sample")) return {mean.graph, -1};
  Graph& g = *mean.graph;
  if (g.shape(mean) != g.shape(log_variance)) return refuse_shapes("sample", mean, log_variance);
  const Var spread = exp(scale(log_variance, 0.5f));
  return add(mean, multiply(spread, noise(g, g.shape(mean))));
}

}  // namespace nn
