// Pooling of maps and its gradients; maps lie as in nn/conv.h.
#pragma once

#include <cstdint>

#include "nn/gemm.h"

namespace nn {

// Pooling windows of kernel x kernel. Padding counts as zero in an average, which divides by
// kernel^2, and never is a maximum. 0 <= pad < kernel.
struct PoolShape {
  int height = 1, width = 1, channels = 1, batch = 1;
  int kernel = 1, stride = 1, pad = 0;

  int out_height() const { return (height + 2 * pad - kernel) / stride + 1; }
  int out_width() const { return (width + 2 * pad - kernel) / stride + 1; }
};

// z = the largest of each window; `place` gets its index in x, the first of equals. Without places,
// which a gradient alone needs, it is several times as fast.
void max_pool(const PoolShape& s, const float* x, float* z);
void max_pool(const PoolShape& s, const float* x, float* z, std::int32_t* place);
// dx at each place gets the dz of its windows.
void max_pool_gradient(const PoolShape& s, const float* dz, const std::int32_t* place, Into into,
                       float* dx);
void average_pool(const PoolShape& s, const float* x, float* z);
void average_pool_gradient(const PoolShape& s, const float* dz, Into into, float* dx);

}  // namespace nn
