#include "nn/layers.h"

#include <algorithm>

#include "nn/columns.h"
#include "nn/op.h"

namespace nn {
namespace {

std::string named(std::string_view layer, const char* what) { return std::string(layer) + what; }

// Inputs of layers: x, weights and, if there is one, the bias.
bool biased(const Op& op) { return op.in.size() == 3; }

// z = W x + b: z m x n, W m x k, x k x n.
void run_dense(const Op& op, const Pass& p) {
  if (biased(op))
    affine(op.m, op.n, op.k, op.value(p, 1), op.value(p, 0), op.value(p, 2), op.result(p),
           p.scratch);
  else
    gemm(false, false, op.m, op.n, op.k, op.value(p, 1), op.m, op.value(p, 0), op.k,
         Into::overwrite, op.result(p), op.m, p.scratch);
}
void back_dense(const Op& op, const Pass& p, const Into* into) {
  const float* const dz = op.result_gradient(p);
  if (float* const dx = op.gradient(p, 0))
    gemm(true, false, op.k, op.n, op.m, op.value(p, 1), op.m, dz, op.m, into[0], dx, op.k,
         p.scratch);
  if (float* const dw = op.gradient(p, 1))
    gemm(false, true, op.m, op.k, op.n, dz, op.m, op.value(p, 0), op.k, into[1], dw, op.m,
         p.scratch);
  if (biased(op) && op.gradient(p, 2) != nullptr)
    row_sums(dz, op.m, op.n, into[2], op.gradient(p, 2));
}
constexpr Kind dense_kind{"dense", run_dense, back_dense};
constexpr Kind pointwise_kind{"pointwise", run_dense, back_dense};

void run_conv(const Op& op, const Pass& p) {
  conv_forward(op.conv, op.value(p, 0), op.value(p, 1), biased(op) ? op.value(p, 2) : nullptr,
               op.result(p), p.scratch);
}
void back_conv(const Op& op, const Pass& p, const Into* into) {
  const float* const dz = op.result_gradient(p);
  if (float* const dx = op.gradient(p, 0))
    conv_input_gradient(op.conv, dz, op.value(p, 1), into[0], dx, p.scratch);
  if (float* const df = op.gradient(p, 1))
    conv_filter_gradient(op.conv, op.value(p, 0), dz, into[1], df, p.scratch);
  if (biased(op) && op.gradient(p, 2) != nullptr)
    row_sums(dz, op.conv.out, op.n, into[2], op.gradient(p, 2));
}
constexpr Kind conv_kind{"conv", run_conv, back_conv};

// The transposed layer computes what the input gradient of the convolution `conv` does: its input
// is that convolution's output. The end of the scratch holds what is added to a gradient.
void run_transposed(const Op& op, const Pass& p) {
  conv_input_gradient(op.conv, op.value(p, 0), op.value(p, 1), Into::overwrite, op.result(p),
                      p.scratch);
  if (biased(op)) add_bias(op.result(p), op.conv.in, op.n, op.value(p, 2));
}
void back_transposed(const Op& op, const Pass& p, const Into* into) {
  const float* const dz = op.result_gradient(p);
  if (float* const dx = op.gradient(p, 0)) {
    const bool adds = into[0] == Into::add;
    float* const to = adds ? p.scratch + conv_scratch(op.conv) : dx;
    conv_forward(op.conv, dz, op.value(p, 1), nullptr, to, p.scratch);
    if (adds) pour(to, dx, op.shape(p, 0).size(), Into::add);
  }
  if (float* const df = op.gradient(p, 1))
    conv_filter_gradient(op.conv, dz, op.value(p, 0), into[1], df, p.scratch);
  if (biased(op) && op.gradient(p, 2) != nullptr)
    row_sums(dz, op.conv.in, op.n, into[2], op.gradient(p, 2));
}
constexpr Kind transposed_kind{"transposed conv", run_transposed, back_transposed};

// Adds the weights, and the bias unless there is none, to the inputs of `op`; false if refused.
bool take_weights(Graph& g, Op& op, std::string_view name, const Shape& shape,
                  const Initial& initial, int fan_in, int fan_out, int biases, float start) {
  const Var w = g.parameter(named(name, " weight"), shape, initial, fan_in, fan_out);
  if (!w.valid()) return false;
  op.in.push_back(w.id);
  if (biases == 0) return true;
  const Var b = g.parameter(named(name, " bias"), vectors(biases, 1), constant(start), 1, 1, false);
  op.in.push_back(b.id);
  return b.valid();
}

Var linear(const Kind& kind, Var x, int outputs, std::string_view name,
           const DenseOptions& options) {
  if (!usable(x, kind.name)) return x;
  Graph& g = *x.graph;
  const Shape s = g.shape(x);
  if (outputs < 1) return g.refuse(std::string(name) + ": a layer has at least one output");
  Op op{.kind = &kind, .in = {x.id}, .m = outputs, .n = s.columns(), .k = s.channels};
  for (const std::size_t need : {gemm_scratch(op.m, op.n, op.k), gemm_scratch(op.k, op.n, op.m),
                                 gemm_scratch(op.m, op.k, op.n)})
    op.scratch = std::max(op.scratch, need);
  op.products = std::int64_t{op.m} * op.n * op.k;
  if (!take_weights(g, op, name, vectors(outputs, s.channels), options.initial, s.channels, outputs,
                    options.bias ? outputs : 0, options.bias_start))
    return {&g, -1};
  return g.record(op, {outputs, s.height, s.width, s.batch}, name);
}

bool sound(const ConvOptions& options, int outputs, int kernel) {
  return outputs >= 1 && kernel >= 1 && options.stride >= 1 && options.pad >= 0 &&
         options.dilation >= 1;
}

const char* const unsound =
    ": outputs, kernel, stride and dilation are at least 1 and the padding is not negative";

void run_max_pool(const Op& op, const Pass& p) {
  nn::max_pool(op.pool, op.value(p, 0), op.result(p), reinterpret_cast<std::int32_t*>(op.kept));
}
void back_max_pool(const Op& op, const Pass& p, const Into* into) {
  max_pool_gradient(op.pool, op.result_gradient(p), reinterpret_cast<std::int32_t*>(op.kept),
                    into[0], op.gradient(p, 0));
}
constexpr Kind max_pool_kind{"max pool", run_max_pool, back_max_pool};

void run_average_pool(const Op& op, const Pass& p) {
  nn::average_pool(op.pool, op.value(p, 0), op.result(p));
}
void back_average_pool(const Op& op, const Pass& p, const Into* into) {
  average_pool_gradient(op.pool, op.result_gradient(p), into[0], op.gradient(p, 0));
}
constexpr Kind average_pool_kind{"average pool", run_average_pool, back_average_pool};

Var pool(const Kind& kind, Var x, int side, int stride, bool keeps_places) {
  if (!usable(x, kind.name)) return x;
  const Shape s = x.graph->shape(x);
  if (stride == 0) stride = side;
  if (side < 1 || stride < 1 || side > s.height || side > s.width)
    return x.graph->refuse(std::string(kind.name) + ": a window of side " + std::to_string(side) +
                           " does not fit maps of " + text(s));
  Op op{.kind = &kind, .in = {x.id}};
  op.pool = {s.height, s.width, s.channels, s.batch, side, stride, 0};
  const Shape out{s.channels, op.pool.out_height(), op.pool.out_width(), s.batch};
  if (keeps_places) op.keep = out.size();
  return x.graph->record(op, out);
}

}  // namespace

Var pointwise(Var x, int outputs, std::string_view name, const DenseOptions& options) {
  return linear(pointwise_kind, x, outputs, name, options);
}

Var dense(Var x, int outputs, std::string_view name, const DenseOptions& options) {
  return linear(dense_kind, flatten(x), outputs, name, options);
}

Var conv(Var x, int outputs, int kernel, std::string_view name, const ConvOptions& options) {
  if (!usable(x, "conv")) return x;
  Graph& g = *x.graph;
  if (!sound(options, outputs, kernel)) return g.refuse(std::string(name) + unsound);
  const Shape s = g.shape(x);
  Op op{.kind = &conv_kind, .in = {x.id}};
  op.conv = {s.height, s.width, s.channels, outputs, s.batch};
  op.conv.kernel = kernel;
  op.conv.stride = options.stride;
  op.conv.pad = options.pad;
  op.conv.dilation = options.dilation;
  if (s.height + 2 * options.pad < op.conv.span() || s.width + 2 * options.pad < op.conv.span())
    return g.refuse(std::string(name) + ": a kernel that spans " + std::to_string(op.conv.span()) +
                    " does not fit maps of " + text(s) + " with padding " +
                    std::to_string(options.pad));
  const Shape out{outputs, op.conv.out_height(), op.conv.out_width(), s.batch};
  op.n = out.columns();
  op.scratch = conv_scratch(op.conv);
  op.products = std::int64_t{outputs} * op.conv.patch() * out.columns();
  const int patch = op.conv.patch();
  if (!take_weights(g, op, name, {outputs, kernel, kernel, s.channels}, options.initial, patch,
                    outputs * kernel * kernel, options.bias ? outputs : 0, 0))
    return {&g, -1};
  return g.record(op, out, name);
}

Var conv_transposed(Var x, int outputs, int kernel, std::string_view name,
                    const ConvOptions& options) {
  if (!usable(x, "transposed conv")) return x;
  Graph& g = *x.graph;
  if (!sound(options, outputs, kernel)) return g.refuse(std::string(name) + unsound);
  const Shape s = g.shape(x);
  const int span = options.dilation * (kernel - 1) + 1;
  const Shape out{outputs, options.stride * (s.height - 1) + span - 2 * options.pad,
                  options.stride * (s.width - 1) + span - 2 * options.pad, s.batch};
  if (out.height < 1 || out.width < 1)
    return g.refuse(std::string(name) + ": padding " + std::to_string(options.pad) +
                    " leaves nothing of maps of " + text(s));
  Op op{.kind = &transposed_kind, .in = {x.id}, .n = out.columns()};
  op.conv = {out.height, out.width, outputs, s.channels, s.batch};
  op.conv.kernel = kernel;
  op.conv.stride = options.stride;
  op.conv.pad = options.pad;
  op.conv.dilation = options.dilation;
  op.scratch = conv_scratch(op.conv) + s.size();
  op.products = std::int64_t{s.channels} * op.conv.patch() * s.columns();
  if (!take_weights(g, op, name, {s.channels, kernel, kernel, outputs}, options.initial,
                    s.channels * kernel * kernel, op.conv.patch(), options.bias ? outputs : 0, 0))
    return {&g, -1};
  return g.record(op, out, name);
}

Var max_pool(Var x, int side, int stride) { return pool(max_pool_kind, x, side, stride, true); }
Var average_pool(Var x, int side, int stride) {
  return pool(average_pool_kind, x, side, stride, false);
}

Var embedding(Var which, int count, int width, std::string_view name, const Initial& initial) {
  if (!usable(which, "embedding")) return which;
  if (count < 1 || width < 1)
    return which.graph->refuse(std::string(name) + ": a table has at least one entry");
  const Var table =
      which.graph->parameter(named(name, " weight"), vectors(width, count), initial, count, width);
  return gather(table, which);
}

}  // namespace nn
