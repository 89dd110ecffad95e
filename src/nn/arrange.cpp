// Slices, joins and choices: operations that move numbers.
#include "nn/arrange.h"

#include <algorithm>

#include "nn/op.h"
#include "nn/pull.h"

namespace nn {
namespace {

constexpr Kind reshape_kind{"reshape", nullptr, nullptr};
constexpr Kind examples_kind{"examples", nullptr, nullptr};
constexpr Kind detach_kind{"detach", nullptr, nullptr};

// A tensor over the same memory.
Var view(const Kind& kind, Var x, const Shape& shape, std::size_t offset = 0) {
  const Op op{.kind = &kind, .in = {x.id}, .view = x.id, .offset = offset};
  return x.graph->record(op, shape);
}

// Of each of n columns: k numbers, from row l of m.
void run_channels(const Op& op, const Pass& p) {
  const auto m = static_cast<std::size_t>(op.m), k = static_cast<std::size_t>(op.k);
  const float* const from = op.value(p, 0) + op.l;
  for (std::size_t j = 0; j < static_cast<std::size_t>(op.n); ++j)
    pour(from + j * m, op.result(p) + j * k, k, Into::overwrite);
}
void back_channels(const Op& op, const Pass& p, const Into* into) {
  const auto m = static_cast<std::size_t>(op.m), k = static_cast<std::size_t>(op.k);
  float* const dx = op.gradient(p, 0);
  if (into[0] == Into::overwrite) std::fill_n(dx, op.shape(p, 0).size(), 0.0f);
  for (std::size_t j = 0; j < static_cast<std::size_t>(op.n); ++j)
    pour(op.result_gradient(p) + j * k, dx + j * m + op.l, k, Into::add);
}
constexpr Kind channels_kind{"channels", run_channels, back_channels};

// Parts above one another in each column, m rows in all.
void run_join(const Op& op, const Pass& p) {
  const auto m = static_cast<std::size_t>(op.m), n = static_cast<std::size_t>(op.n);
  float* to = op.result(p);
  for (std::size_t i = 0; i < op.in.size(); ++i) {
    const auto rows = op.shape(p, static_cast<int>(i)).size() / n;
    const float* const from = op.value(p, static_cast<int>(i));
    for (std::size_t j = 0; j < n; ++j) pour(from + j * rows, to + j * m, rows, Into::overwrite);
    to += rows;
  }
}
void back_join(const Op& op, const Pass& p, const Into* into) {
  const auto m = static_cast<std::size_t>(op.m), n = static_cast<std::size_t>(op.n);
  const float* from = op.result_gradient(p);
  for (std::size_t i = 0; i < op.in.size(); ++i) {
    const auto rows = op.shape(p, static_cast<int>(i)).size() / n;
    float* const to = op.gradient(p, static_cast<int>(i));
    if (to != nullptr)
      for (std::size_t j = 0; j < n; ++j) pour(from + j * m, to + j * rows, rows, into[i]);
    from += rows;
  }
}
constexpr Kind join_channels_kind{"join of channels", run_join, back_join};
constexpr Kind join_examples_kind{"join of examples", run_join, back_join};

// n examples of m numbers, each k times in a row.
void run_repeat(const Op& op, const Pass& p) {
  const auto m = static_cast<std::size_t>(op.m), k = static_cast<std::size_t>(op.k);
  for (std::size_t j = 0; j < static_cast<std::size_t>(op.n) * k; ++j)
    pour(op.value(p, 0) + j / k * m, op.result(p) + j * m, m, Into::overwrite);
}
void back_repeat(const Op& op, const Pass& p, const Into* into) {
  const auto m = static_cast<std::size_t>(op.m), k = static_cast<std::size_t>(op.k);
  for (std::size_t j = 0; j < static_cast<std::size_t>(op.n) * k; ++j)
    pour(op.result_gradient(p) + j * m, op.gradient(p, 0) + j / k * m, m,
         j % k == 0 ? into[0] : Into::add);
}
constexpr Kind repeat_kind{"repeat of examples", run_repeat, back_repeat};

// The index that a number names, or -1: comparisons first, as a cast of NaN is undefined.
int index(float x, int n) { return x >= 0 && x < static_cast<float>(n) ? static_cast<int>(x) : -1; }

// Inputs: table (m x k) and n indices.
void run_gather(const Op& op, const Pass& p) {
  const auto m = static_cast<std::size_t>(op.m);
  for (std::size_t j = 0; j < static_cast<std::size_t>(op.n); ++j) {
    const int i = index(op.value(p, 1)[j], op.k);
    float* const to = op.result(p) + j * m;
    if (i < 0)
      std::fill_n(to, m, 0.0f);
    else
      pour(op.value(p, 0) + static_cast<std::size_t>(i) * m, to, m, Into::overwrite);
  }
}
void back_gather(const Op& op, const Pass& p, const Into* into) {
  const auto m = static_cast<std::size_t>(op.m);
  float* const dt = op.gradient(p, 0);
  if (dt == nullptr) return;
  if (into[0] == Into::overwrite) std::fill_n(dt, op.shape(p, 0).size(), 0.0f);
  for (std::size_t j = 0; j < static_cast<std::size_t>(op.n); ++j) {
    const int i = index(op.value(p, 1)[j], op.k);
    if (i >= 0)
      pour(op.result_gradient(p) + j * m, dt + static_cast<std::size_t>(i) * m, m, Into::add);
  }
}
constexpr Kind gather_kind{"gather", run_gather, back_gather};

// Inputs: x (m x n) and n indices of rows.
void run_pick(const Op& op, const Pass& p) {
  for (int j = 0; j < op.n; ++j) {
    const int i = index(op.value(p, 1)[j], op.m);
    op.result(p)[j] = i < 0 ? 0 : op.value(p, 0)[static_cast<std::ptrdiff_t>(j) * op.m + i];
  }
}
void back_pick(const Op& op, const Pass& p, const Into* into) {
  float* const dx = op.gradient(p, 0);
  if (dx == nullptr) return;
  if (into[0] == Into::overwrite) std::fill_n(dx, op.shape(p, 0).size(), 0.0f);
  for (int j = 0; j < op.n; ++j) {
    const int i = index(op.value(p, 1)[j], op.m);
    if (i >= 0) dx[static_cast<std::ptrdiff_t>(j) * op.m + i] += op.result_gradient(p)[j];
  }
}
constexpr Kind pick_kind{"pick", run_pick, back_pick};

// Calls f(offset into x, numbers) for all of x, or for each example where `keep` has only one.
template <class F>
void each_kept(const Op& op, const Pass& p, F f) {
  const std::size_t all = op.shape(p, 0).size(), some = op.shape(p, 1).size();
  for (std::size_t at = 0; at < all; at += some) f(at, some);
}
void run_mask(const Op& op, const Pass& p) {
  const Packet fill = splat(op.a);
  each_kept(op, p, [&](std::size_t at, std::size_t n) {
    map(op.value(p, 0) + at, op.value(p, 1), op.result(p) + at, n,
        [=](Packet x, Packet keep) { return where(equal(keep, splat(0)), fill, x); });
  });
}
void back_mask(const Op& op, const Pass& p, const Into* into) {
  if (op.gradient(p, 0) == nullptr) return;
  each_kept(op, p, [&](std::size_t at, std::size_t n) {
    pull(op.value(p, 1), op.result_gradient(p) + at, op.gradient(p, 0) + at, n, into[0],
         [](Packet keep, Packet dy) { return where(equal(keep, splat(0)), splat(0), dy); });
  });
}
constexpr Kind mask_kind{"mask", run_mask, back_mask};

bool same_places(const Shape& s, const Shape& t) {
  return s.height == t.height && s.width == t.width && s.batch == t.batch;
}

Var refuse_slice(const char* operation, Var x, int first, int count) {
  return x.graph->refuse(std::string(operation) + ": " + std::to_string(count) + " from " +
                         std::to_string(first) + " on are not in " + text(x.graph->shape(x)));
}

}  // namespace

Var reshape(Var x, const Shape& shape) {
  if (!usable(x, "reshape")) return x;
  const Shape s = x.graph->shape(x);
  if (s == shape) return x;
  if (s.size() != shape.size() || shape.channels < 1 || shape.height < 1 || shape.width < 1)
    return x.graph->refuse("reshape: " + text(s) + " has another size than " + text(shape));
  return view(reshape_kind, x, shape);
}

Var flatten(Var x) {
  if (!usable(x, "flatten")) return x;
  const Shape s = x.graph->shape(x);
  return reshape(x, vectors(s.features(), s.batch));
}

Var detach(Var x) {
  if (!usable(x, "detach")) return x;
  const Op op{.kind = &detach_kind, .in = {x.id}, .view = x.id, .detached = true};
  return x.graph->record(op, x.graph->shape(x));
}

Var examples(Var x, int first, int count) {
  if (!usable(x, "examples")) return x;
  const Shape s = x.graph->shape(x);
  if (first < 0 || count < 1 || first > s.batch - count)
    return refuse_slice("examples", x, first, count);
  return view(examples_kind, x, {s.channels, s.height, s.width, count},
              static_cast<std::size_t>(first) * static_cast<std::size_t>(s.features()));
}

Var channels(Var x, int first, int count) {
  if (!usable(x, "channels")) return x;
  const Shape s = x.graph->shape(x);
  if (first < 0 || count < 1 || first > s.channels - count)
    return refuse_slice("channels", x, first, count);
  const Op op{.kind = &channels_kind,
              .in = {x.id},
              .m = s.channels,
              .n = s.columns(),
              .k = count,
              .l = first};
  return x.graph->record(op, {count, s.height, s.width, s.batch});
}

Var join_channels(std::span<const Var> parts) {
  if (parts.empty()) return {};
  Graph& g = *parts[0].graph;
  if (!usable(parts, "join of channels")) return {&g, -1};
  Shape s = g.shape(parts[0]);
  Op op{.kind = &join_channels_kind, .n = s.columns()};
  for (const Var& part : parts) {
    if (!same_places(g.shape(part), s)) return refuse_shapes("join of channels", parts[0], part);
    op.in.push_back(part.id);
    op.m += g.shape(part).channels;
  }
  s.channels = op.m;
  return g.record(op, s);
}

Var join_examples(std::span<const Var> parts) {
  if (parts.empty()) return {};
  Graph& g = *parts[0].graph;
  if (!usable(parts, "join of examples")) return {&g, -1};
  Shape s = g.shape(parts[0]);
  s.batch = 0;
  Op op{.kind = &join_examples_kind, .n = 1};
  for (const Var& part : parts) {
    const Shape t = g.shape(part);
    if (t.channels != s.channels || t.height != s.height || t.width != s.width)
      return refuse_shapes("join of examples", parts[0], part);
    op.in.push_back(part.id);
    s.batch += t.batch;
  }
  op.m = static_cast<int>(s.size());
  return g.record(op, s);
}

Var join_channels(std::initializer_list<Var> parts) {
  return join_channels(std::span(parts.begin(), parts.size()));
}
Var join_examples(std::initializer_list<Var> parts) {
  return join_examples(std::span(parts.begin(), parts.size()));
}

Var repeat_examples(Var x, int times) {
  if (!usable(x, "repeat of examples")) return x;
  if (times < 1) return x.graph->refuse("repeat of examples: there is at least one of each");
  const Shape s = x.graph->shape(x);
  const Op op{.kind = &repeat_kind, .in = {x.id}, .m = s.features(), .n = s.batch, .k = times};
  return x.graph->record(op, {s.channels, s.height, s.width, s.batch * times});
}

Var gather(Var table, Var which) {
  if (!usable(table, which, "gather")) return {which.graph, -1};
  Graph& g = *which.graph;
  const Shape t = g.shape(table), w = g.shape(which);
  if (w.channels != 1 || t.places() != 1) return refuse_shapes("gather", table, which);
  const Op op{.kind = &gather_kind,
              .in = {table.id, detach(which).id},
              .m = t.channels,
              .n = w.columns(),
              .k = t.batch};
  return g.record(op, {t.channels, w.height, w.width, w.batch});
}

Var pick(Var x, Var which) {
  if (!usable(x, which, "pick")) return {x.graph, -1};
  Graph& g = *x.graph;
  const Shape s = g.shape(x), w = g.shape(which);
  if (w.channels != 1 || !same_places(s, w)) return refuse_shapes("pick", x, which);
  const Op op{
      .kind = &pick_kind, .in = {x.id, detach(which).id}, .m = s.channels, .n = s.columns()};
  return g.record(op, w);
}

Var mask(Var x, Var keep, float fill) {
  if (!usable(x, keep, "mask")) return {x.graph, -1};
  Shape one = x.graph->shape(x);
  const Shape k = x.graph->shape(keep);
  if (k.batch == 1) one.batch = 1;
  if (one != k) return refuse_shapes("mask", x, keep);
  const Op op{.kind = &mask_kind, .in = {x.id, detach(keep).id}, .a = fill};
  return x.graph->record(op, x.graph->shape(x));
}

}  // namespace nn
