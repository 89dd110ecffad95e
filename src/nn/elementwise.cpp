// Operations on one tensor, number by number.
#include "nn/elementwise.h"

#include "nn/functions.h"
#include "nn/op.h"
#include "nn/pull.h"

namespace nn {
namespace {

std::size_t count(const Op& op, const Pass& p) { return p.shape[op.out].size(); }

Var elementwise(Var x, Op op) {
  if (!usable(x, op.kind->name)) return {x.graph, -1};
  op.in = {x.id};
  return x.graph->record(op, x.graph->shape(x));
}

// Operations whose forward pass is one function of packets f(op, x), and whose gradient is
// g(op, x, dy), by default.
template <class F>
void forward_by(const Op& op, const Pass& p, F f) {
  map(op.value(p, 0), op.result(p), count(op, p), f);
}
// dx (+)= g(x, dy), or g(y, dy).
template <class F>
void backward_by_input(const Op& op, const Pass& p, const Into* into, F g) {
  pull(op.value(p, 0), op.result_gradient(p), op.gradient(p, 0), count(op, p), into[0], g);
}
template <class F>
void backward_by_result(const Op& op, const Pass& p, const Into* into, F g) {
  pull(op.result(p), op.result_gradient(p), op.gradient(p, 0), count(op, p), into[0], g);
}

using Function = void (*)(const float*, float*, std::size_t);
template <Function f>
void forward_whole(const Op& op, const Pass& p) {
  f(op.value(p, 0), op.result(p), count(op, p));
}

void back_tanh(const Op& op, const Pass& p, const Into* into) {
  backward_by_result(op, p, into,
                     [](Packet y, Packet dy) { return mul(dy, sub(splat(1), mul(y, y))); });
}
constexpr Kind tanh_kind{"tanh", forward_whole<nn::tanh>, back_tanh};

void back_sigmoid(const Op& op, const Pass& p, const Into* into) {
  backward_by_result(op, p, into,
                     [](Packet y, Packet dy) { return mul(dy, mul(y, sub(splat(1), y))); });
}
constexpr Kind sigmoid_kind{"sigmoid", forward_whole<nn::sigmoid>, back_sigmoid};

void back_exp(const Op& op, const Pass& p, const Into* into) {
  backward_by_result(op, p, into, [](Packet y, Packet dy) { return mul(dy, y); });
}
constexpr Kind exp_kind{"exp", forward_whole<nn::exp>, back_exp};

void back_log(const Op& op, const Pass& p, const Into* into) {
  backward_by_input(op, p, into, [](Packet x, Packet dy) { return div(dy, x); });
}
constexpr Kind log_kind{"log", forward_whole<nn::log>, back_log};

void back_square_root(const Op& op, const Pass& p, const Into* into) {
  backward_by_result(op, p, into, [](Packet y, Packet dy) { return div(mul(dy, splat(0.5f)), y); });
}
constexpr Kind square_root_kind{"square root", forward_whole<nn::sqrt>, back_square_root};

void run_relu(const Op& op, const Pass& p) {
  forward_by(op, p, [](Packet x) { return max(splat(0), x); });
}
void back_relu(const Op& op, const Pass& p, const Into* into) {
  backward_by_result(op, p, into, [](Packet y, Packet dy) { return both(less(splat(0), y), dy); });
}
constexpr Kind relu_kind{"relu", run_relu, back_relu};

void run_leaky(const Op& op, const Pass& p) {
  const Packet slope = splat(op.a);
  forward_by(op, p, [=](Packet x) { return where(less(x, splat(0)), mul(slope, x), x); });
}
void back_leaky(const Op& op, const Pass& p, const Into* into) {
  const Packet slope = splat(op.a);
  backward_by_input(op, p, into, [=](Packet x, Packet dy) {
    return where(less(splat(0), x), dy, mul(slope, dy));
  });
}
constexpr Kind leaky_kind{"leaky relu", run_leaky, back_leaky};

void run_elu(const Op& op, const Pass& p) {
  nn::exp(op.value(p, 0), op.result(p), count(op, p));
  const Packet alpha = splat(op.a);
  map(op.value(p, 0), op.result(p), op.result(p), count(op, p), [=](Packet x, Packet e) {
    return where(less(splat(0), x), x, mul(alpha, sub(e, splat(1))));
  });
}
void back_elu(const Op& op, const Pass& p, const Into* into) {
  const Packet alpha = splat(op.a);
  backward_by_result(op, p, into, [=](Packet y, Packet dy) {
    return where(less(splat(0), y), dy, mul(dy, add(y, alpha)));
  });
}
constexpr Kind elu_kind{"elu", run_elu, back_elu};

// t = tanh(u), u = c (x + q x^3), is kept for the gradient.
constexpr float gelu_c = 0.7978845608f, gelu_q = 0.044715f;
void run_gelu(const Op& op, const Pass& p) {
  const std::size_t n = count(op, p);
  map(op.value(p, 0), op.kept, n, [](Packet x) {
    const Packet cube = mul(mul(x, x), mul(x, splat(gelu_q)));
    return mul(splat(gelu_c), add(x, cube));
  });
  nn::tanh(op.kept, op.kept, n);
  map(op.value(p, 0), op.kept, op.result(p), n,
      [](Packet x, Packet t) { return mul(mul(x, splat(0.5f)), add(splat(1), t)); });
}
void back_gelu(const Op& op, const Pass& p, const Into* into) {
  const std::size_t n = count(op, p);
  map(op.value(p, 0), op.kept, p.scratch, n, [](Packet x, Packet t) {
    const Packet slope = mul(splat(gelu_c), add(splat(1), mul(splat(3 * gelu_q), mul(x, x))));
    const Packet bend = mul(mul(x, slope), sub(splat(1), mul(t, t)));
    return mul(splat(0.5f), add(add(splat(1), t), bend));
  });
  pull(p.scratch, op.result_gradient(p), op.gradient(p, 0), n, into[0],
       [](Packet slope, Packet dy) { return mul(slope, dy); });
}
constexpr Kind gelu_kind{"gelu", run_gelu, back_gelu};

void back_softplus(const Op& op, const Pass& p, const Into* into) {
  nn::sigmoid(op.value(p, 0), p.scratch, count(op, p));
  pull(p.scratch, op.result_gradient(p), op.gradient(p, 0), count(op, p), into[0],
       [](Packet slope, Packet dy) { return mul(slope, dy); });
}
constexpr Kind softplus_kind{"softplus", forward_whole<nn::softplus>, back_softplus};

void run_scale(const Op& op, const Pass& p) {
  const Packet factor = splat(op.a), shift = splat(op.b);
  forward_by(op, p, [=](Packet x) { return add(mul(factor, x), shift); });
}
void back_scale(const Op& op, const Pass& p, const Into* into) {
  const Packet factor = splat(op.a);
  pull(op.result_gradient(p), op.gradient(p, 0), count(op, p), into[0],
       [=](Packet dy) { return mul(factor, dy); });
}
constexpr Kind scale_kind{"scale", run_scale, back_scale};

void run_absolute(const Op& op, const Pass& p) {
  forward_by(op, p, [](Packet x) { return nn::absolute(x); });
}
void back_absolute(const Op& op, const Pass& p, const Into* into) {
  backward_by_input(op, p, into, [](Packet x, Packet dy) {
    return where(equal(x, splat(0)), splat(0), flip(dy, sign_bit(x)));
  });
}
constexpr Kind absolute_kind{"absolute", run_absolute, back_absolute};

void run_square(const Op& op, const Pass& p) {
  forward_by(op, p, [](Packet x) { return mul(x, x); });
}
void back_square(const Op& op, const Pass& p, const Into* into) {
  backward_by_input(op, p, into, [](Packet x, Packet dy) { return mul(mul(splat(2), x), dy); });
}
constexpr Kind square_kind{"square", run_square, back_square};

void run_clamp(const Op& op, const Pass& p) {
  const Packet low = splat(op.a), high = splat(op.b);
  forward_by(op, p, [=](Packet x) { return min(high, max(low, x)); });
}
void back_clamp(const Op& op, const Pass& p, const Into* into) {
  const Packet low = splat(op.a), high = splat(op.b);
  backward_by_input(op, p, into, [=](Packet x, Packet dy) {
    return where(either(less(x, low), less(high, x)), splat(0), dy);
  });
}
constexpr Kind clamp_kind{"clamp", run_clamp, back_clamp};

std::size_t size_of(Var x) { return x.valid() ? x.graph->shape(x).size() : 0; }

}  // namespace

Var tanh(Var x) { return elementwise(x, {.kind = &tanh_kind}); }
Var sigmoid(Var x) { return elementwise(x, {.kind = &sigmoid_kind}); }
Var exp(Var x) { return elementwise(x, {.kind = &exp_kind}); }
Var log(Var x) { return elementwise(x, {.kind = &log_kind}); }
Var square_root(Var x) { return elementwise(x, {.kind = &square_root_kind}); }
Var relu(Var x) { return elementwise(x, {.kind = &relu_kind}); }
Var leaky_relu(Var x, float slope) { return elementwise(x, {.kind = &leaky_kind, .a = slope}); }
Var elu(Var x, float alpha) { return elementwise(x, {.kind = &elu_kind, .a = alpha}); }
Var gelu(Var x) {
  return elementwise(x, {.kind = &gelu_kind, .scratch = size_of(x), .keep = size_of(x)});
}
Var softplus(Var x) { return elementwise(x, {.kind = &softplus_kind, .scratch = size_of(x)}); }
Var scale(Var x, float factor, float shift) {
  return elementwise(x, {.kind = &scale_kind, .a = factor, .b = shift});
}
Var absolute(Var x) { return elementwise(x, {.kind = &absolute_kind}); }
Var square(Var x) { return elementwise(x, {.kind = &square_kind}); }
Var clamp(Var x, float low, float high) {
  return elementwise(x, {.kind = &clamp_kind, .a = low, .b = high});
}

}  // namespace nn
