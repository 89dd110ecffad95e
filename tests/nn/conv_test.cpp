#include "nn/conv.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "nn/arrays.h"
#include "nn/conv_shapes.h"

namespace {

using Maps = std::vector<float>;
using Exact = std::vector<double>;

// What the three functions must give, by loops in double over every pair of a pixel and a tap:
// z without bias, dx and dfilter.
struct Truth {
  Exact z, dx, dfilter;
};

Truth truth(const nn::ConvShape& s, const Maps& x, const Maps& filter, const Maps& dz) {
  Truth t{Exact(size(outputs(s))), Exact(x.size()), Exact(filter.size())};
  for (int b = 0; b < s.batch; ++b)
    for (int y = 0; y < s.out_height(); ++y)
      for (int q = 0; q < s.out_width(); ++q)
        for (int i = 0; i < s.kernel; ++i)
          for (int j = 0; j < s.kernel; ++j) {
            const int from_y = y * s.stride - s.pad + i * s.dilation;
            const int from_x = q * s.stride - s.pad + j * s.dilation;
            if (from_y < 0 || from_y >= s.height || from_x < 0 || from_x >= s.width) continue;
            for (int c = 0; c < s.in; ++c)
              for (int o = 0; o < s.out; ++o) {
                const auto to = size(o + s.out * (q + s.out_width() * (y + s.out_height() * b)));
                const auto from = size(c + s.in * (from_x + s.width * (from_y + s.height * b)));
                const auto weight = size(o + s.out * (c + s.in * (j + s.kernel * i)));
                t.z[to] += double{filter[weight]} * x[from];
                t.dx[from] += double{filter[weight]} * dz[to];
                t.dfilter[weight] += double{x[from]} * dz[to];
              }
          }
  return t;
}

double off(const Maps& got, const Exact& want, double scale) {
  double worst = 0;
  for (std::size_t i = 0; i < want.size(); ++i)
    worst = std::isnan(got[i]) ? 1 : std::max(worst, std::fabs(got[i] - want[i]));
  return worst / scale;
}

}  // namespace

TEST_CASE("convolutions and their gradients are those of loops over every tap") {
  for (const nn::ConvShape& s : conv_shapes()) {
    CAPTURE(s.kernel);
    CAPTURE(s.stride);
    CAPTURE(s.dilation);
    CAPTURE(s.out);
    const Maps x = noise(size(inputs(s))), dz = noise(size(outputs(s)), 2);
    const Maps filter = noise(size(s.out * s.patch()), 3), bias = noise(size(s.out), 4);
    const Truth want = truth(s, x, filter, dz);
    Maps scratch(nn::conv_scratch(s), NAN);

    Maps z(dz.size(), NAN);
    nn::conv_forward(s, x.data(), filter.data(), nullptr, z.data(), scratch.data());
    CHECK(off(z, want.z, s.patch()) < 1e-7);
    nn::conv_forward(s, x.data(), filter.data(), bias.data(), z.data(), scratch.data());
    for (std::size_t i = 0; i < z.size(); ++i) z[i] -= bias[i % bias.size()];
    CHECK(off(z, want.z, s.patch()) < 2e-7);

    for (const nn::Into into : {nn::Into::overwrite, nn::Into::add}) {
      const float before = into == nn::Into::add ? 1.0f : NAN, keeps = into == nn::Into::add;
      Maps dx(x.size(), before), dfilter(filter.size(), before);
      nn::conv_input_gradient(s, dz.data(), filter.data(), into, dx.data(), scratch.data());
      nn::conv_filter_gradient(s, x.data(), dz.data(), into, dfilter.data(), scratch.data());
      for (float& v : dx) v -= keeps;
      for (float& v : dfilter) v -= keeps;
      CHECK(off(dx, want.dx, s.kernel * s.kernel * s.out) < 2e-7);
      CHECK(off(dfilter, want.dfilter, outputs(s) / s.out) < 2e-7);
    }
  }
}

TEST_CASE("convolutions give the same bits on every platform") {
  std::uint64_t hash = bits_hash({});
  for (const nn::ConvShape& s : conv_shapes()) {
    Maps x = noise(size(inputs(s))), filter = noise(size(s.out * s.patch()), 2);
    Maps z(size(outputs(s))), scratch(nn::conv_scratch(s));
    nn::conv_forward(s, x.data(), filter.data(), nullptr, z.data(), scratch.data());
    nn::conv_input_gradient(s, z.data(), filter.data(), nn::Into::add, x.data(), scratch.data());
    nn::conv_filter_gradient(s, x.data(), z.data(), nn::Into::add, filter.data(), scratch.data());
    hash = bits_hash(filter, bits_hash(x, bits_hash(z, hash)));
  }
  CHECK(hash == 1441365883209991702u);
}
