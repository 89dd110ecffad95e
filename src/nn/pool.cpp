#include "nn/pool.h"

#include <algorithm>
#include <cassert>

#include "nn/packet.h"

namespace nn {
namespace {

std::size_t inputs(const PoolShape& s) {
  return static_cast<std::size_t>(s.batch) *
         static_cast<std::size_t>(s.height * s.width * s.channels);
}

// What of a window lies inside the maps: the offset of channel 0 of its first pixel in x, and its
// size.
struct Window {
  std::size_t first;
  int rows, columns;
};

// Calls f(offset of channel 0 of the output, window) for every window in order.
template <class F>
void each_window(const PoolShape& s, F f) {
  std::size_t out = 0;
  const auto channels = static_cast<std::size_t>(s.channels);
  const int height = s.out_height(), width = s.out_width();
  for (int b = 0; b < s.batch; ++b)
    for (int y = 0; y < height; ++y)
      for (int x = 0; x < width; ++x, out += channels) {
        const int top = y * s.stride - s.pad, left = x * s.stride - s.pad;
        const int y0 = std::max(top, 0), x0 = std::max(left, 0);
        f(out,
          Window{static_cast<std::size_t>((b * s.height + y0) * s.width + x0) * channels,
                 std::min(top + s.kernel, s.height) - y0, std::min(left + s.kernel, s.width) - x0});
      }
}

// Calls f(offset of channel 0 of the output, offset of channel 0 of a pixel in x, whether it is the
// window's first) for every pixel of every window.
template <class F>
void each_pixel(const PoolShape& s, F f) {
  each_window(s, [&](std::size_t out, const Window& w) {
    for (int i = 0; i < w.rows; ++i)
      for (int j = 0; j < w.columns; ++j)
        f(out, w.first + static_cast<std::size_t>((i * s.width + j) * s.channels),
          i == 0 && j == 0);
  });
}

}  // namespace

void max_pool(const PoolShape& s, const float* x, float* z) {
  assert(s.pad < s.kernel);
  const auto channels = static_cast<std::size_t>(s.channels);
  each_window(s, [&](std::size_t out, const Window& w) {
    const auto largest = [&](std::size_t c, auto read) {
      Packet best = read(x + w.first + c);
      for (int i = 0; i < w.rows; ++i)
        for (int j = i == 0 ? 1 : 0; j < w.columns; ++j)
          best = max(read(x + w.first + static_cast<std::size_t>(i * s.width + j) * channels + c),
                     best);
      return best;
    };
    std::size_t c = 0;
    for (; c + lanes <= channels; c += lanes) store(z + out + c, largest(c, load));
    if (const std::size_t n = channels - c; n > 0)
      store_some(z + out + c, largest(c, [n](const float* from) { return load_some(from, n); }), n);
  });
}

void max_pool(const PoolShape& s, const float* x, float* z, std::int32_t* place) {
  assert(s.pad < s.kernel);
  const auto channels = static_cast<std::size_t>(s.channels);
  each_window(s, [&](std::size_t out, const Window& w) {
    for (std::size_t c = 0; c < channels; c += lanes) {
      const std::size_t n = std::min(lanes, channels - c);
      Packet best = load_some(x + w.first + c, n);
      __m128i best_at = _mm_set1_epi32(static_cast<int>(w.first));
      for (int i = 0; i < w.rows; ++i)
        for (int j = i == 0 ? 1 : 0; j < w.columns; ++j) {
          const std::size_t at = w.first + static_cast<std::size_t>(i * s.width + j) * channels;
          const Packet value = load_some(x + at + c, n), larger = less(best, value);
          best = where(larger, value, best);
          best_at =
              _mm_castps_si128(where(larger, _mm_castsi128_ps(_mm_set1_epi32(static_cast<int>(at))),
                                     _mm_castsi128_ps(best_at)));
        }
      store_some(z + out + c, best, n);
      std::int32_t places[lanes];
      _mm_storeu_si128(reinterpret_cast<__m128i*>(places), best_at);
      for (std::size_t k = 0; k < n; ++k)
        place[out + c + k] = places[k] + static_cast<std::int32_t>(c + k);
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
