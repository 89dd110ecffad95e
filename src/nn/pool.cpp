#include <algorithm>
#include <cassert>

#include "nn/conv.h"

namespace nn {
namespace {

std::size_t inputs(const PoolShape& s) {
  return static_cast<std::size_t>(s.batch) *
         static_cast<std::size_t>(s.height * s.width * s.channels);
}

// Calls f(offset of the window's output, offset of its pixel in x, whether it is the window's
// first) for every pixel inside the maps of every window; offsets are those of channel 0.
template <class F>
void each_pixel(const PoolShape& s, F f) {
  std::size_t out = 0;
  const auto channels = static_cast<std::size_t>(s.channels);
  for (int b = 0; b < s.batch; ++b)
    for (int y = 0; y < s.out_height(); ++y)
      for (int x = 0; x < s.out_width(); ++x, out += channels) {
        const int top = y * s.stride - s.pad, left = x * s.stride - s.pad;
        const int y0 = std::max(top, 0), y1 = std::min(top + s.kernel, s.height);
        const int x0 = std::max(left, 0), x1 = std::min(left + s.kernel, s.width);
        for (int i = y0; i < y1; ++i)
          for (int j = x0; j < x1; ++j)
            f(out, static_cast<std::size_t>((b * s.height + i) * s.width + j) * channels,
              i == y0 && j == x0);
      }
}

}  // namespace

void max_pool(const PoolShape& s, const float* x, float* z, std::int32_t* place) {
  assert(s.pad < s.kernel);
  each_pixel(s, [&](std::size_t out, std::size_t from, bool first) {
    for (std::size_t c = 0; c < static_cast<std::size_t>(s.channels); ++c)
      if (first || x[from + c] > z[out + c]) {
        z[out + c] = x[from + c];
        place[out + c] = static_cast<std::int32_t>(from + c);
      }
  });
}

void max_pool_gradient(const PoolShape& s, const float* dz, const std::int32_t* place, Into into,
                       float* dx) {
  if (into == Into::overwrite) std::fill(dx, dx + inputs(s), 0.0f);
  const std::size_t n = static_cast<std::size_t>(s.batch) *
                        static_cast<std::size_t>(s.out_height() * s.out_width() * s.channels);
  for (std::size_t i = 0; i < n; ++i) dx[place[i]] += dz[i];
}

void average_pool(const PoolShape& s, const float* x, float* z) {
  const float share = 1.0f / static_cast<float>(s.kernel * s.kernel);
  each_pixel(s, [&](std::size_t out, std::size_t from, bool first) {
    for (std::size_t c = 0; c < static_cast<std::size_t>(s.channels); ++c)
      z[out + c] = (first ? 0.0f : z[out + c]) + share * x[from + c];
  });
}

void average_pool_gradient(const PoolShape& s, const float* dz, Into into, float* dx) {
  if (into == Into::overwrite) std::fill(dx, dx + inputs(s), 0.0f);
  const float share = 1.0f / static_cast<float>(s.kernel * s.kernel);
  each_pixel(s, [&](std::size_t out, std::size_t from, bool) {
    for (std::size_t c = 0; c < static_cast<std::size_t>(s.channels); ++c)
      dx[from + c] += share * dz[out + c];
  });
}

}  // namespace nn
