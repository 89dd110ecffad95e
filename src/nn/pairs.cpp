// Sums, differences, products and quotients of two tensors.
#include "nn/pairs.h"

#include "nn/columns.h"
#include "nn/op.h"
#include "nn/pull.h"

namespace nn {
namespace {

// How the second operand meets the first: number by number, or one number, column or row for all.
enum Meeting { same, number, column, row };

// Calls f(part of a, part of b, n) on runs where `b` is either as long as `a` or one number, which
// is then repeated by `splatted`.
template <class F, class G>
void meet(const Op& op, const Pass& p, F each, G splatted) {
  const Shape& shape = p.shape[op.out];
  const auto height = static_cast<std::size_t>(shape.channels);
  const auto columns = static_cast<std::size_t>(shape.columns());
  const float* const b = op.value(p, 1);
  switch (op.m) {
    case same:
      return each(0, b, shape.size());
    case number:
      return splatted(0, b[0], shape.size());
    case column:
      for (std::size_t j = 0; j < columns; ++j) each(j * height, b, height);
      return;
    default:
      for (std::size_t j = 0; j < columns; ++j) splatted(j * height, b[j], height);
  }
}

template <class F>
void forward_of_pairs(const Op& op, const Pass& p, F f) {
  const float* const a = op.value(p, 0);
  float* const y = op.result(p);
  meet(
      op, p, [&](std::size_t at, const float* b, std::size_t n) { map(a + at, b, y + at, n, f); },
      [&](std::size_t at, float b, std::size_t n) {
        const Packet all = splat(b);
        map(a + at, y + at, n, [&](Packet x) { return f(x, all); });
      });
}

// da (+)= f(b, dy)
template <class F>
void first_gradient(const Op& op, const Pass& p, Into into, F f) {
  float* const da = op.gradient(p, 0);
  if (da == nullptr) return;
  const float* const dy = op.result_gradient(p);
  meet(
      op, p,
      [&](std::size_t at, const float* b, std::size_t n) { pull(b, dy + at, da + at, n, into, f); },
      [&](std::size_t at, float b, std::size_t n) {
        const Packet all = splat(b);
        pull(dy + at, da + at, n, into, [&](Packet d) { return f(all, d); });
      });
}

// db (+)= the sum of `each` (same shape as the result) over all places that b is used at.
void second_gradient(const Op& op, const Pass& p, Into into, const float* each) {
  float* const db = op.gradient(p, 1);
  const Shape& shape = p.shape[op.out];
  const auto height = static_cast<std::size_t>(shape.channels);
  const auto columns = static_cast<std::size_t>(shape.columns());
  const auto put = [&](float& to, float x) { to = into == Into::add ? to + x : x; };
  switch (op.m) {
    case same:
      return pour(each, db, shape.size(), into);
    case number:
      return put(db[0], nn::sum(each, shape.size()));
    case column:
      return row_sums(each, shape.channels, shape.columns(), into, db);
    default:
      for (std::size_t j = 0; j < columns; ++j) put(db[j], nn::sum(each + j * height, height));
  }
}

void run_add(const Op& op, const Pass& p) {
  forward_of_pairs(op, p, [](Packet a, Packet b) { return add(a, b); });
}
void back_add(const Op& op, const Pass& p, const Into* into) {
  const float* const dy = op.result_gradient(p);
  if (op.gradient(p, 0) != nullptr) pour(dy, op.gradient(p, 0), p.shape[op.out].size(), into[0]);
  if (op.gradient(p, 1) != nullptr) second_gradient(op, p, into[1], dy);
}
constexpr Kind add_kind{"add", run_add, back_add};

void run_subtract(const Op& op, const Pass& p) {
  forward_of_pairs(op, p, [](Packet a, Packet b) { return sub(a, b); });
}
void back_subtract(const Op& op, const Pass& p, const Into* into) {
  const float* const dy = op.result_gradient(p);
  const std::size_t n = p.shape[op.out].size();
  if (op.gradient(p, 0) != nullptr) pour(dy, op.gradient(p, 0), n, into[0]);
  if (op.gradient(p, 1) == nullptr) return;
  map(dy, p.scratch, n, [](Packet d) { return sub(splat(0), d); });
  second_gradient(op, p, into[1], p.scratch);
}
constexpr Kind subtract_kind{"subtract", run_subtract, back_subtract};

void run_multiply(const Op& op, const Pass& p) {
  forward_of_pairs(op, p, [](Packet a, Packet b) { return mul(a, b); });
}
void back_multiply(const Op& op, const Pass& p, const Into* into) {
  first_gradient(op, p, into[0], [](Packet b, Packet d) { return mul(b, d); });
  if (op.gradient(p, 1) == nullptr) return;
  map(op.value(p, 0), op.result_gradient(p), p.scratch, p.shape[op.out].size(),
      [](Packet a, Packet d) { return mul(a, d); });
  second_gradient(op, p, into[1], p.scratch);
}
constexpr Kind multiply_kind{"multiply", run_multiply, back_multiply};

void run_divide(const Op& op, const Pass& p) {
  forward_of_pairs(op, p, [](Packet a, Packet b) { return div(a, b); });
}
void back_divide(const Op& op, const Pass& p, const Into* into) {
  first_gradient(op, p, into[0], [](Packet b, Packet d) { return div(d, b); });
  if (op.gradient(p, 1) == nullptr) return;
  // d(a / b) / db = -y / b
  const float *const y = op.result(p), *const dy = op.result_gradient(p);
  meet(
      op, p,
      [&](std::size_t at, const float* b, std::size_t n) {
        map(y + at, b, p.scratch + at, n, [](Packet v, Packet w) { return div(v, w); });
      },
      [&](std::size_t at, float b, std::size_t n) {
        const Packet all = splat(b);
        map(y + at, p.scratch + at, n, [&](Packet v) { return div(v, all); });
      });
  map(p.scratch, dy, p.scratch, p.shape[op.out].size(),
      [](Packet slope, Packet d) { return mul(sub(splat(0), slope), d); });
  second_gradient(op, p, into[1], p.scratch);
}
constexpr Kind divide_kind{"divide", run_divide, back_divide};

Var pair(const Kind& kind, Var a, Var b) {
  if (!usable(a, b, kind.name)) return {a.graph, -1};
  const Shape s = a.graph->shape(a), t = a.graph->shape(b);
  Op op{.kind = &kind, .in = {a.id, b.id}, .scratch = s.size()};
  if (t == s) {
    op.m = same;
  } else if (t.size() == 1) {
    op.m = number;
  } else if (t == Shape{s.channels, 1, 1, 1}) {
    op.m = column;
  } else if (t == Shape{1, s.height, s.width, s.batch}) {
    op.m = row;
  } else {
    return refuse_shapes(kind.name, a, b);
  }
  return a.graph->record(op, s);
}

}  // namespace

Var add(Var a, Var b) { return pair(add_kind, a, b); }
Var subtract(Var a, Var b) { return pair(subtract_kind, a, b); }
Var multiply(Var a, Var b) { return pair(multiply_kind, a, b); }
Var divide(Var a, Var b) { return pair(divide_kind, a, b); }

}  // namespace nn
