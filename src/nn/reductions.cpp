// Sums and means, and operations over the channels of each column.
#include "nn/reductions.h"

#include "nn/columns.h"
#include "nn/functions.h"
#include "nn/op.h"
#include "nn/pull.h"

namespace nn {
namespace {

// Rows and columns of the first input.
struct Extent {
  std::size_t rows, columns, size;
};
Extent extent(const Op& op, const Pass& p) {
  const Shape& s = op.shape(p, 0);
  return {static_cast<std::size_t>(s.channels), static_cast<std::size_t>(s.columns()), s.size()};
}

void back_softmax(const Op& op, const Pass& p, const Into* into) {
  const Extent e = extent(op, p);
  for (std::size_t j = 0; j < e.columns; ++j) {
    const float *const y = op.result(p) + j * e.rows, *const dy =
                                                          op.result_gradient(p) + j * e.rows;
    const Packet along = splat(nn::dot(y, dy, e.rows));
    pull(y, dy, op.gradient(p, 0) + j * e.rows, e.rows, into[0],
         [=](Packet v, Packet d) { return mul(v, sub(d, along)); });
  }
}
void run_softmax(const Op& op, const Pass& p) {
  const Shape& s = op.shape(p, 0);
  softmax_columns(op.value(p, 0), s.channels, s.columns(), op.result(p));
}
constexpr Kind softmax_kind{"softmax", run_softmax, back_softmax};

void run_log_softmax(const Op& op, const Pass& p) {
  const Shape& s = op.shape(p, 0);
  const Extent e = extent(op, p);
  log_sum_exp_columns(op.value(p, 0), s.channels, s.columns(), p.scratch);
  for (std::size_t j = 0; j < e.columns; ++j) {
    const Packet all = splat(p.scratch[j]);
    map(op.value(p, 0) + j * e.rows, op.result(p) + j * e.rows, e.rows,
        [=](Packet x) { return sub(x, all); });
  }
}
void back_log_softmax(const Op& op, const Pass& p, const Into* into) {
  const Extent e = extent(op, p);
  nn::exp(op.result(p), p.scratch, e.size);
  for (std::size_t j = 0; j < e.columns; ++j) {
    const float* const dy = op.result_gradient(p) + j * e.rows;
    const Packet total = splat(nn::sum(dy, e.rows));
    pull(p.scratch + j * e.rows, dy, op.gradient(p, 0) + j * e.rows, e.rows, into[0],
         [=](Packet v, Packet d) { return sub(d, mul(v, total)); });
  }
}
constexpr Kind log_softmax_kind{"log softmax", run_log_softmax, back_log_softmax};

void run_log_sum_exp(const Op& op, const Pass& p) {
  const Shape& s = op.shape(p, 0);
  log_sum_exp_columns(op.value(p, 0), s.channels, s.columns(), op.result(p));
}
void back_log_sum_exp(const Op& op, const Pass& p, const Into* into) {
  const Shape& s = op.shape(p, 0);
  const Extent e = extent(op, p);
  softmax_columns(op.value(p, 0), s.channels, s.columns(), p.scratch);
  for (std::size_t j = 0; j < e.columns; ++j) {
    const Packet d = splat(op.result_gradient(p)[j]);
    pull(p.scratch + j * e.rows, op.gradient(p, 0) + j * e.rows, e.rows, into[0],
         [=](Packet v) { return mul(v, d); });
  }
}
constexpr Kind log_sum_exp_kind{"log sum exp", run_log_sum_exp, back_log_sum_exp};

// n numbers in groups of k side by side, each group summed and multiplied by a: (n / k) results.
void run_groups(const Op& op, const Pass& p) {
  const auto k = static_cast<std::size_t>(op.k);
  for (std::size_t j = 0; j < p.shape[op.out].size(); ++j)
    op.result(p)[j] = op.a * nn::sum(op.value(p, 0) + j * k, k);
}
void back_groups(const Op& op, const Pass& p, const Into* into) {
  const auto k = static_cast<std::size_t>(op.k);
  for (std::size_t j = 0; j < p.shape[op.out].size(); ++j) {
    const Packet d = splat(op.a * op.result_gradient(p)[j]);
    float* const dx = op.gradient(p, 0) + j * k;
    pull(dx, dx, k, into[0], [=](Packet) { return d; });
  }
}
constexpr Kind sum_kind{"sum", run_groups, back_groups};
constexpr Kind mean_kind{"mean", run_groups, back_groups};
constexpr Kind sum_channels_kind{"sum of channels", run_groups, back_groups};

// n matrices of m x k, the columns of each summed and multiplied by a: m x n.
void run_rows(const Op& op, const Pass& p) {
  const auto m = static_cast<std::size_t>(op.m), block = m * static_cast<std::size_t>(op.k);
  for (std::size_t j = 0; j < static_cast<std::size_t>(op.n); ++j)
    row_sums(op.value(p, 0) + j * block, op.m, op.k, Into::overwrite, op.result(p) + j * m);
  const Packet factor = splat(op.a);
  map(op.result(p), op.result(p), p.shape[op.out].size(), [=](Packet x) { return mul(x, factor); });
}
void back_rows(const Op& op, const Pass& p, const Into* into) {
  const auto m = static_cast<std::size_t>(op.m), k = static_cast<std::size_t>(op.k);
  const Packet factor = splat(op.a);
  for (std::size_t j = 0; j < static_cast<std::size_t>(op.n); ++j)
    for (std::size_t i = 0; i < k; ++i)
      pull(op.result_gradient(p) + j * m, op.gradient(p, 0) + (j * k + i) * m, m, into[0],
           [=](Packet d) { return mul(d, factor); });
}
constexpr Kind mean_batch_kind{"mean of batch", run_rows, back_rows};
constexpr Kind mean_places_kind{"mean of places", run_rows, back_rows};

Var reduce(const Kind& kind, Var x, const Shape& shape, Op op) {
  op.kind = &kind;
  op.in = {x.id};
  return x.graph->record(op, shape);
}

Shape row_of(const Shape& s) { return {1, s.height, s.width, s.batch}; }

}  // namespace

Var softmax(Var x) {
  if (!usable(x, "softmax")) return x;
  return reduce(softmax_kind, x, x.graph->shape(x), {});
}

Var log_softmax(Var x) {
  if (!usable(x, "log softmax")) return x;
  const Shape s = x.graph->shape(x);
  return reduce(log_softmax_kind, x, s, {.scratch = s.size()});
}

Var log_sum_exp(Var x) {
  if (!usable(x, "log sum exp")) return x;
  const Shape s = x.graph->shape(x);
  return reduce(log_sum_exp_kind, x, row_of(s), {.scratch = s.size()});
}

Var sum_channels(Var x) {
  if (!usable(x, "sum of channels")) return x;
  const Shape s = x.graph->shape(x);
  return reduce(sum_channels_kind, x, row_of(s), {.k = s.channels, .a = 1});
}

Var sum(Var x, float factor) {
  if (!usable(x, "sum")) return x;
  const int n = static_cast<int>(x.graph->shape(x).size());
  return reduce(sum_kind, x, {}, {.k = n, .a = factor});
}

Var mean(Var x) {
  if (!usable(x, "mean")) return x;
  const int n = static_cast<int>(x.graph->shape(x).size());
  return reduce(mean_kind, x, {}, {.k = n, .a = 1 / static_cast<float>(n)});
}

Var mean_batch(Var x) {
  if (!usable(x, "mean of batch")) return x;
  const Shape s = x.graph->shape(x);
  const Op op{.m = s.features(), .n = 1, .k = s.batch, .a = 1 / static_cast<float>(s.batch)};
  return reduce(mean_batch_kind, x, {s.channels, s.height, s.width, 1}, op);
}

Var mean_places(Var x) {
  if (!usable(x, "mean of places")) return x;
  const Shape s = x.graph->shape(x);
  const float each = 1 / static_cast<float>(s.places());
  const Op op{.m = s.channels, .n = s.batch, .k = s.places(), .a = each};
  return reduce(mean_places_kind, x, vectors(s.channels, s.batch), op);
}

}  // namespace nn
