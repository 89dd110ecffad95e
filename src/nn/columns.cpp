#include "nn/columns.h"

#include <algorithm>
#include <cstring>

#include "nn/functions.h"
#include "nn/packet.h"

namespace nn {
namespace {

std::size_t size(int n) { return static_cast<std::size_t>(n); }

// out(i) = or += sum_j f(i, x(i, j), y(i, j)), four rows at a time, columns in order.
template <class F>
void over_columns(const float* x, const float* y, int rows, int cols, Into into, float* out, F f) {
  const std::size_t height = size(rows);
  for (std::size_t i = 0; i < height; i += lanes) {
    const std::size_t n = std::min(lanes, height - i);
    Packet total = splat(0);
    for (std::size_t j = 0; j < size(cols); ++j) {
      const std::size_t at = i + j * height;
      total = n == lanes ? add(total, f(i, load(x + at), load(y + at)))
                         : add(total, f(i, load_some(x + at, n), load_some(y + at, n)));
    }
    if (into == Into::add) total = add(load_some(out + i, n), total);
    store_some(out + i, total, n);
  }
}

}  // namespace

void add_bias(float* x, int rows, int cols, const float* bias) {
  const std::size_t height = size(rows);
  for (std::size_t j = 0; j < size(cols); ++j)
    map(x + j * height, bias, x + j * height, height, [](Packet v, Packet b) { return add(v, b); });
}

void fill_columns(float* x, int rows, int cols, const float* bias) {
  const std::size_t height = size(rows);
  for (std::size_t j = 0; j < size(cols); ++j)
    std::memcpy(x + j * height, bias, height * sizeof(float));
}

void scale_rows(const float* x, int rows, int cols, const float* scale, const float* shift,
                float* out) {
  const std::size_t height = size(rows);
  for (std::size_t j = 0; j < size(cols); ++j) {
    float* to = out + j * height;
    map(x + j * height, scale, to, height, [](Packet v, Packet s) { return mul(v, s); });
    map(to, shift, to, height, [](Packet v, Packet s) { return add(v, s); });
  }
}

void row_sums(const float* x, int rows, int cols, Into into, float* out) {
  over_columns(x, x, rows, cols, into, out, [](std::size_t, Packet v, Packet) { return v; });
}

void row_dots(const float* x, const float* y, int rows, int cols, Into into, float* out) {
  over_columns(x, y, rows, cols, into, out,
               [](std::size_t, Packet v, Packet w) { return mul(v, w); });
}

void row_squares(const float* x, const float* centre, int rows, int cols, Into into, float* out) {
  over_columns(x, x, rows, cols, into, out, [=](std::size_t i, Packet v, Packet) {
    const Packet d = sub(v, load_some(centre + i, std::min(lanes, size(rows) - i)));
    return mul(d, d);
  });
}

float sum(const float* x, std::size_t n) {
  Packet total = splat(0);
  for (std::size_t i = 0; i < n; i += lanes)
    total = add(total, load_some(x + i, std::min(lanes, n - i)));
  return sum(total);
}

float dot(const float* x, const float* y, std::size_t n) {
  Packet total = splat(0);
  for (std::size_t i = 0; i < n; i += lanes) {
    const std::size_t count = std::min(lanes, n - i);
    total = add(total, mul(load_some(x + i, count), load_some(y + i, count)));
  }
  return sum(total);
}

void softmax_columns(const float* x, int rows, int cols, float* p) {
  const std::size_t height = size(rows);
  for (std::size_t j = 0; j < size(cols); ++j) {
    const float* column = x + j * height;
    float* out = p + j * height;
    const Packet top = splat(*std::max_element(column, column + height));
    map(column, out, height, [=](Packet v) { return sub(v, top); });
    exp(out, out, height);
    const Packet share = splat(1 / sum(out, height));
    map(out, out, height, [=](Packet v) { return mul(v, share); });
  }
}

void log_sum_exp_columns(const float* x, int rows, int cols, float* out) {
  const std::size_t height = size(rows);
  for (std::size_t j = 0; j < size(cols); ++j) {
    const float* column = x + j * height;
    const float top = *std::max_element(column, column + height);
    float total = 0;
    for (std::size_t i = 0; i < height; ++i) {
      float e = column[i] - top;
      exp(&e, &e, 1);
      total += e;
    }
    log(&total, &total, 1);
    out[j] = top + total;
  }
}

}  // namespace nn
