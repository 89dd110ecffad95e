// Maps of another size without weights.
#include "nn/resize.h"

#include <vector>

#include "nn/arrange.h"
#include "nn/op.h"
#include "nn/product.h"

namespace nn {
namespace {

// Calls f(source, target) for the first number of each place of the larger map (factor k), in its
// order; `source` is the place of the smaller map that it comes from.
template <class F>
void each_place(const Op& op, const Pass& p, F f) {
  const Shape &small = op.shape(p, 0), &large = p.shape[op.out];
  std::size_t target = 0;
  for (int b = 0; b < large.batch; ++b)
    for (int y = 0; y < large.height; ++y)
      for (int x = 0; x < large.width; ++x, ++target)
        f(static_cast<std::size_t>(x / op.k + small.width * (y / op.k + small.height * b)), target,
          static_cast<std::size_t>(x % op.k + op.k * (y % op.k)));
}

void run_upsample(const Op& op, const Pass& p) {
  const auto c = static_cast<std::size_t>(op.m);
  each_place(op, p, [&](std::size_t from, std::size_t to, std::size_t) {
    pour(op.value(p, 0) + from * c, op.result(p) + to * c, c, Into::overwrite);
  });
}
void back_upsample(const Op& op, const Pass& p, const Into* into) {
  const auto c = static_cast<std::size_t>(op.m);
  each_place(op, p, [&](std::size_t from, std::size_t to, std::size_t part) {
    pour(op.result_gradient(p) + to * c, op.gradient(p, 0) + from * c, c,
         part == 0 ? into[0] : Into::add);
  });
}
constexpr Kind upsample_kind{"upsample", run_upsample, back_upsample};

// Channel part + f^2 c of a small place goes to channel c of its part: f = op.k parts a side, op.m
// channels of the result.
void run_shuffle(const Op& op, const Pass& p) {
  const auto c = static_cast<std::size_t>(op.m), parts = static_cast<std::size_t>(op.k * op.k);
  each_place(op, p, [&](std::size_t from, std::size_t to, std::size_t part) {
    const float* const x = op.value(p, 0) + from * c * parts + part;
    for (std::size_t i = 0; i < c; ++i) op.result(p)[to * c + i] = x[i * parts];
  });
}
void back_shuffle(const Op& op, const Pass& p, const Into* into) {
  const auto c = static_cast<std::size_t>(op.m), parts = static_cast<std::size_t>(op.k * op.k);
  each_place(op, p, [&](std::size_t from, std::size_t to, std::size_t part) {
    float* const dx = op.gradient(p, 0) + from * c * parts + part;
    const float* const dy = op.result_gradient(p) + to * c;
    for (std::size_t i = 0; i < c; ++i)
      dx[i * parts] = into[0] == Into::add ? dx[i * parts] + dy[i] : dy[i];
  });
}
constexpr Kind shuffle_kind{"pixel shuffle", run_shuffle, back_shuffle};

}  // namespace

Var upsample(Var x, int factor) {
  if (!usable(x, "upsample")) return x;
  if (factor < 1) return x.graph->refuse("upsample: the factor is at least 1");
  const Shape s = x.graph->shape(x);
  return x.graph->record({.kind = &upsample_kind, .in = {x.id}, .m = s.channels, .k = factor},
                         {s.channels, factor * s.height, factor * s.width, s.batch});
}

Var pixel_shuffle(Var x, int factor) {
  if (!usable(x, "pixel shuffle")) return x;
  const Shape s = x.graph->shape(x);
  if (factor < 1 || s.channels % (factor * factor) != 0)
    return x.graph->refuse("pixel shuffle: " + std::to_string(s.channels) +
                           " channels do not make " + std::to_string(factor) + " x " +
                           std::to_string(factor) + " places");
  const int rest = s.channels / (factor * factor);
  return x.graph->record({.kind = &shuffle_kind, .in = {x.id}, .m = rest, .k = factor},
                         {rest, factor * s.height, factor * s.width, s.batch});
}

// A picture is a matrix with its columns as channels and its rows as places, so that each product,
// which transposes it, resizes one axis.
Var resample(Var x, const num::Matrix& a) {
  if (!usable(x, "resample")) return x;
  Graph& g = *x.graph;
  const Shape s = g.shape(x);
  if (!(s == Shape{1, a.cols, a.cols, s.batch}) || a.rows < 1)
    return g.refuse("resample: " + text(s) + " is no picture of " + std::to_string(a.cols) + " x " +
                    std::to_string(a.cols) + " places");
  const Var weights = g.input({a.cols, 1, a.rows, 1}, "resample");
  g.set(weights, std::vector<float>(a.values.begin(), a.values.end()));
  const Var across = matmul(reshape(x, {a.cols, 1, a.cols, s.batch}), weights, true);
  const Var both = matmul(across, weights, true);
  return reshape(both, {1, a.rows, a.rows, s.batch});
}

}  // namespace nn
