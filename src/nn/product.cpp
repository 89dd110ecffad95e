// Matrix products of whole batches.
#include "nn/product.h"

#include <algorithm>

#include "nn/op.h"

namespace nn {
namespace {

// C = op(A) op(B) for each example, C m x n with k inside. op.l bit 0: A transposed, bit 1: B.
struct Factors {
  bool ta, tb;
  int lda, ldb;
  std::size_t a, b, c;  // from one example to the next
};
Factors product(const Op& op, const Pass& p) {
  const Shape &s = op.shape(p, 0), &t = op.shape(p, 1);
  const auto step = [](const Shape& shape) { return static_cast<std::size_t>(shape.features()); };
  return {(op.l & 1) != 0,      (op.l & 2) != 0, s.channels,
          t.channels,           step(s),         t.batch == 1 ? 0 : step(t),
          step(p.shape[op.out])};
}

void run_matmul(const Op& op, const Pass& p) {
  const Factors q = product(op, p);
  for (std::size_t i = 0; i < static_cast<std::size_t>(p.shape[op.out].batch); ++i)
    gemm(q.ta, q.tb, op.m, op.n, op.k, op.value(p, 0) + i * q.a, q.lda, op.value(p, 1) + i * q.b,
         q.ldb, Into::overwrite, op.result(p) + i * q.c, op.m, p.scratch);
}

void back_matmul(const Op& op, const Pass& p, const Into* into) {
  const Factors q = product(op, p);
  for (std::size_t i = 0; i < static_cast<std::size_t>(p.shape[op.out].batch); ++i) {
    const float *const a = op.value(p, 0) + i * q.a, *const b = op.value(p, 1) + i * q.b,
                       *const dc = op.result_gradient(p) + i * q.c;
    if (float* const da = op.gradient(p, 0)) {
      if (q.ta)
        gemm(q.tb, true, op.k, op.m, op.n, b, q.ldb, dc, op.m, into[0], da + i * q.a, q.lda,
             p.scratch);
      else
        gemm(false, !q.tb, op.m, op.k, op.n, dc, op.m, b, q.ldb, into[0], da + i * q.a, q.lda,
             p.scratch);
    }
    if (float* const db = op.gradient(p, 1)) {
      const Into how = q.b == 0 && i > 0 ? Into::add : into[1];
      if (q.tb)
        gemm(true, q.ta, op.n, op.k, op.m, dc, op.m, a, q.lda, how, db + i * q.b, q.ldb, p.scratch);
      else
        gemm(!q.ta, false, op.k, op.n, op.m, a, q.lda, dc, op.m, how, db + i * q.b, q.ldb,
             p.scratch);
    }
  }
}
constexpr Kind matmul_kind{"matmul", run_matmul, back_matmul};

}  // namespace

Var matmul(Var a, Var b, bool transpose_a, bool transpose_b) {
  if (!usable(a, b, "matmul")) return {a.graph, -1};
  const Shape s = a.graph->shape(a), t = a.graph->shape(b);
  Op op{.kind = &matmul_kind, .in = {a.id, b.id}};
  op.m = transpose_a ? s.places() : s.channels;
  op.k = transpose_a ? s.channels : s.places();
  op.n = transpose_b ? t.channels : t.places();
  op.l = (transpose_a ? 1 : 0) | (transpose_b ? 2 : 0);
  const int inside = transpose_b ? t.places() : t.channels;
  if (op.k != inside || (t.batch != s.batch && t.batch != 1)) return refuse_shapes("matmul", a, b);
  op.scratch = std::max({gemm_scratch(op.m, op.n, op.k), gemm_scratch(op.m, op.k, op.n),
                         gemm_scratch(op.k, op.m, op.n), gemm_scratch(op.n, op.k, op.m),
                         gemm_scratch(op.k, op.n, op.m)});
  op.products = std::int64_t{op.m} * op.n * op.k * s.batch;
  return a.graph->record(op, {op.m, 1, op.n, s.batch});
}

}  // namespace nn
