// Rows and columns of a column-major matrix x: rows x cols, packed. Sums run in a fixed order that
// the sizes alone decide.
#pragma once

#include <cstddef>

#include "nn/gemm.h"

namespace nn {

// x(i, j) += bias(i)
void add_bias(float* x, int rows, int cols, const float* bias);
// x(i, j) = bias(i)
void fill_columns(float* x, int rows, int cols, const float* bias);
// out(i, j) = x(i, j) scale(i) + shift(i); `out` may be `x`.
void scale_rows(const float* x, int rows, int cols, const float* scale, const float* shift,
                float* out);

// Each row over its columns: out: (rows).
void row_sums(const float* x, int rows, int cols, Into into, float* out);
// sum_j x(i, j) y(i, j)
void row_dots(const float* x, const float* y, int rows, int cols, Into into, float* out);
// sum_j (x(i, j) - centre(i))^2
void row_squares(const float* x, const float* centre, int rows, int cols, Into into, float* out);

// The sum of n values, and of products of two.
float sum(const float* x, std::size_t n);
float dot(const float* x, const float* y, std::size_t n);

// Each column: p(:, j) = softmax(x(:, j)), shifted by the largest so that nothing overflows. `p`
// may be `x`. rows >= 1.
void softmax_columns(const float* x, int rows, int cols, float* p);
// out(j) = ln sum_i e^x(i, j), shifted likewise.
void log_sum_exp_columns(const float* x, int rows, int cols, float* out);

}  // namespace nn
