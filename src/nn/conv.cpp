#include "nn/conv.h"

#include <algorithm>

#include "nn/columns.h"

namespace nn {
namespace {

// Calls f(column of the output, offset of the first channel in x, first weight of the filter) for
// every position of every window that lies inside the maps.
template <class F>
void each_tap(const ConvShape& s, F f) {
  std::size_t column = 0;
  for (int b = 0; b < s.batch; ++b)
    for (int y = 0; y < s.out_height(); ++y)
      for (int x = 0; x < s.out_width(); ++x, ++column)
        for (int i = 0; i < s.kernel; ++i)
          for (int j = 0; j < s.kernel; ++j) {
            const int from_y = y * s.stride - s.pad + i * s.dilation;
            const int from_x = x * s.stride - s.pad + j * s.dilation;
            if (from_y < 0 || from_y >= s.height || from_x < 0 || from_x >= s.width) continue;
            const auto pixel = static_cast<std::size_t>((b * s.height + from_y) * s.width + from_x);
            f(column * static_cast<std::size_t>(s.out), pixel * static_cast<std::size_t>(s.in),
              static_cast<std::size_t>((i * s.kernel + j) * s.in * s.out));
          }
}

std::size_t inputs(const ConvShape& s) {
  return static_cast<std::size_t>(s.batch) * static_cast<std::size_t>(s.height * s.width * s.in);
}

}  // namespace

std::size_t conv_scratch(const ConvShape&) { return 0; }

void conv_forward(const ConvShape& s, const float* x, const float* filter, const float* bias,
                  float* z, float*) {
  const int columns = s.batch * s.out_height() * s.out_width();
  if (bias != nullptr)
    fill_columns(z, s.out, columns, bias);
  else
    std::fill(z, z + static_cast<std::size_t>(columns) * static_cast<std::size_t>(s.out), 0.0f);
  each_tap(s, [&](std::size_t to, std::size_t from, std::size_t weight) {
    for (int c = 0; c < s.in; ++c)
      for (int o = 0; o < s.out; ++o)
        z[to + static_cast<std::size_t>(o)] +=
            filter[weight + static_cast<std::size_t>(o + c * s.out)] *
            x[from + static_cast<std::size_t>(c)];
  });
}

void conv_input_gradient(const ConvShape& s, const float* dz, const float* filter, Into into,
                         float* dx, float*) {
  if (into == Into::overwrite) std::fill(dx, dx + inputs(s), 0.0f);
  each_tap(s, [&](std::size_t to, std::size_t from, std::size_t weight) {
    for (int c = 0; c < s.in; ++c)
      for (int o = 0; o < s.out; ++o)
        dx[from + static_cast<std::size_t>(c)] +=
            filter[weight + static_cast<std::size_t>(o + c * s.out)] *
            dz[to + static_cast<std::size_t>(o)];
  });
}

void conv_filter_gradient(const ConvShape& s, const float* x, const float* dz, Into into,
                          float* dfilter, float*) {
  if (into == Into::overwrite)
    std::fill(dfilter, dfilter + static_cast<std::size_t>(s.patch() * s.out), 0.0f);
  each_tap(s, [&](std::size_t to, std::size_t from, std::size_t weight) {
    for (int c = 0; c < s.in; ++c)
      for (int o = 0; o < s.out; ++o)
        dfilter[weight + static_cast<std::size_t>(o + c * s.out)] +=
            x[from + static_cast<std::size_t>(c)] * dz[to + static_cast<std::size_t>(o)];
  });
}

}  // namespace nn
