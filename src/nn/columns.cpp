#include "nn/columns.h"

#include <algorithm>
#include <cstring>

#include "nn/functions.h"
#include "nn/packet.h"

namespace nn {
namespace {

std::size_t size(int n) { return static_cast<std::size_t>(n); }

// out(i) = or += sum_j f(i, x(i, j), y(i, j)) for the rows of `count` packets from row i, columns
// in order. Several packets side by side keep the adder busy while each waits for its last sum.
template <std::size_t count, class F>
void over_columns(const float* x, const float* y, std::size_t i, std::size_t rows, int cols,
                  Into into, float* out, F f) {
  Packet totals[count];
  for (Packet& total : totals) total = splat(0);
  for (std::size_t j = 0; j < size(cols); ++j, x += rows, y += rows)
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t at = i + k * lanes;
      totals[k] = add(totals[k], f(at, load(x + at), load(y + at)));
    }
  for (std::size_t k = 0; k < count; ++k) {
    float* const to = out + i + k * lanes;
    store(to, into == Into::add ? add(load(to), totals[k]) : totals[k]);
  }
}

template <class F>
void over_columns(const float* x, const float* y, int rows, int cols, Into into, float* out, F f) {
  const std::size_t height = size(rows);
  std::size_t i = 0;
  for (; i + 8 * lanes <= height; i += 8 * lanes)
    over_columns<8>(x, y, i, height, cols, into, out, f);
  for (; i + 2 * lanes <= height; i += 2 * lanes)
    over_columns<2>(x, y, i, height, cols, into, out, f);
  for (; i + lanes <= height; i += lanes) over_columns<1>(x, y, i, height, cols, into, out, f);
  if (i == height) return;
  const std::size_t n = height - i;
  Packet total = splat(0);
  for (std::size_t j = 0; j < size(cols); ++j)
    total = add(total, f(i, load_some(x + i + j * height, n), load_some(y + i + j * height, n)));
  store_some(out + i, into == Into::add ? add(load_some(out + i, n), total) : total, n);
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
  for (std::size_t j = 0; j < size(cols); ++j, x += height, out += height) {
    std::size_t i = 0;
    for (; i + lanes <= height; i += lanes)
      store(out + i, add(mul(load(x + i), load(scale + i)), load(shift + i)));
    if (i == height) continue;
    const std::size_t n = height - i;
    store_some(out + i,
               add(mul(load_some(x + i, n), load_some(scale + i, n)), load_some(shift + i, n)), n);
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
    const Packet d =
        sub(v, i + lanes <= size(rows) ? load(centre + i) : load_some(centre + i, size(rows) - i));
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
