#include "nn/gemm.h"

namespace nn {

std::size_t gemm_scratch(int m, int n, int k) {
  return static_cast<std::size_t>(m) * static_cast<std::size_t>(k) +
         static_cast<std::size_t>(n) * static_cast<std::size_t>(k);
}

void gemm(bool trans_a, bool trans_b, int m, int n, int k, const float* a, int lda, const float* b,
          int ldb, Into into, float* c, int ldc, float*) {
  const std::ptrdiff_t a_row = trans_a ? lda : 1, a_col = trans_a ? 1 : lda;
  const std::ptrdiff_t b_row = trans_b ? ldb : 1, b_col = trans_b ? 1 : ldb;
  for (int j = 0; j < n; ++j) {
    float* out = c + static_cast<std::ptrdiff_t>(j) * ldc;
    if (into == Into::overwrite)
      for (int i = 0; i < m; ++i) out[i] = 0;
    for (int p = 0; p < k; ++p) {
      const float w = b[p * b_row + j * b_col];
      for (int i = 0; i < m; ++i) out[i] += a[i * a_row + p * a_col] * w;
    }
  }
}

}  // namespace nn
