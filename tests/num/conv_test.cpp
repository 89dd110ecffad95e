#include "num/conv.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "num/rng.h"

namespace {

using num::Conv;
using num::conv_side;
using num::Edge;
using Values = std::vector<double>;

constexpr Edge edges[] = {Edge::zero, Edge::reflect, Edge::replicate};

Values convolve(const Conv& conv, const Values& x, const Values& k) {
  return num::convolve<double>(conv, x, k);
}

// Small whole numbers, so that every sum below is exact.
Values whole_numbers(std::size_t size, num::Rng& rng) {
  Values v(size);
  for (double& x : v) x = rng.below(19) - 9;
  return v;
}

Conv drawn(num::Rng& rng) {
  Conv conv;
  conv.channels = 1 + rng.below(3);
  conv.rows = 1 + rng.below(9), conv.cols = 1 + rng.below(9);
  conv.kernel_rows = 1 + rng.below(4);
  conv.kernel_cols = 1 + rng.below(4);
  conv.stride = 1 + rng.below(3);
  conv.pad = rng.below(5);
  conv.dilation = 1 + rng.below(3);
  conv.edge = edges[rng.below(3)];
  return conv;
}

// The oracle: walks to a cell one step at a time and turns or stops at the ends, instead of
// computing where it would be.
double walk(const Values& x, const Conv& conv, int channel, int row, int col) {
  const auto along = [&](int at, int n) {
    if (at >= 0 && at < n) return at;
    if (conv.edge == Edge::zero) return -1;
    int cell = at < 0 ? 0 : n - 1, way = at < 0 ? -1 : 1;
    for (int left = at < 0 ? -at : at - n + 1; left > 0; --left) {
      if (conv.edge == Edge::replicate || n == 1) continue;
      if (cell + way < 0 || cell + way >= n) way = -way;
      cell += way;
    }
    return cell;
  };
  const int r = along(row, conv.rows), c = along(col, conv.cols);
  if (r < 0 || c < 0) return 0;
  return x[static_cast<std::size_t>((channel * conv.rows + r) * conv.cols + c)];
}

Values naive(const Conv& conv, const Values& x, const Values& k) {
  Values y;
  for (int r = 0;
       r * conv.stride + conv.dilation * (conv.kernel_rows - 1) < conv.rows + 2 * conv.pad; ++r)
    for (int c = 0;
         c * conv.stride + conv.dilation * (conv.kernel_cols - 1) < conv.cols + 2 * conv.pad; ++c) {
      double sum = 0;
      std::size_t weight = 0;
      for (int h = 0; h < conv.channels; ++h)
        for (int i = 0; i < conv.kernel_rows; ++i)
          for (int j = 0; j < conv.kernel_cols; ++j)
            sum += k[weight++] * walk(x, conv, h, r * conv.stride - conv.pad + i * conv.dilation,
                                      c * conv.stride - conv.pad + j * conv.dilation);
      y.push_back(sum);
    }
  return y;
}

TEST_CASE("output sides are those of layers that everyone knows") {
  CHECK(conv_side(224, 7, 2, 3) == 112);  // first layer of ResNet
  CHECK(conv_side(227, 11, 4, 0) == 55);  // first layer of AlexNet
  CHECK(conv_side(112, 3, 2, 1) == 56);   // pooling after it
  CHECK(conv_side(32, 3, 1, 1) == 32);    // "same"
  CHECK(conv_side(5, 3, 2, 1) == 3);      // Dumoulin & Visin, figure 2.6
  CHECK(conv_side(6, 3, 2, 1) == 3);      // figure 2.7: floor drops a column
  CHECK(conv_side(7, 3, 1, 0, 2) == 3);   // figure 5.1
}

TEST_CASE("a window that does not fit has no output, one that just fits has one cell") {
  CHECK(conv_side(4, 5, 1, 0) == 0);
  CHECK(conv_side(5, 5, 3, 0) == 1);
  CHECK(conv_side(3, 3, 1, 1, 2) == 1);
  CHECK(conv_side(3, 3, 1, 0, 2) == 0);
  CHECK(conv_side(1, 1, 1, 0) == 1);
}

TEST_CASE("a 2x2 kernel on a 3x3 picture gives the map computed by hand") {
  const Conv conv{.rows = 3, .cols = 3, .kernel_rows = 2, .kernel_cols = 2};
  // 1·1 + 2·2 + 3·4 + 4·5 = 37, and so on; the kernel is not flipped.
  CHECK(convolve(conv, {1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4}) == Values{37, 47, 67, 77});
}

TEST_CASE("each border mode continues a row as its name says") {
  Conv conv{.rows = 1, .cols = 4, .pad = 3};
  const Values x = {1, 2, 3, 4}, one = {1};
  const auto middle = [&](Edge edge) {
    conv.edge = edge;
    const Values y = convolve(conv, x, one);
    return Values(y.begin() + 30, y.begin() + 40);
  };
  CHECK(middle(Edge::zero) == Values{0, 0, 0, 1, 2, 3, 4, 0, 0, 0});
  CHECK(middle(Edge::replicate) == Values{1, 1, 1, 1, 2, 3, 4, 4, 4, 4});
  CHECK(middle(Edge::reflect) == Values{4, 3, 2, 1, 2, 3, 4, 3, 2, 1});
}

TEST_CASE("a mirror further out than the picture mirrors again") {
  for (int at = -20; at <= 20; ++at) {
    CAPTURE(at);
    const int cell = num::edge_cell(at, 3, Edge::reflect);
    CHECK(cell == std::abs(((at % 4) + 6) % 4 - 2));
    CHECK(num::edge_cell(at, 1, Edge::reflect) == 0);
  }
}

TEST_CASE("every geometry agrees with the loop that asks at every cell") {
  num::Rng rng(1, 1);
  int computed = 0;
  for (int round = 0; round < 2000; ++round) {
    const Conv conv = drawn(rng);
    const Values x = whole_numbers(conv.input_size(), rng);
    const Values k = whole_numbers(conv.kernel_size(), rng);
    CAPTURE(round);
    const Values y = convolve(conv, x, k);
    REQUIRE(y == naive(conv, x, k));
    REQUIRE(y.size() == conv.output_size());
    computed += conv.fits();
    const std::vector<float> xf(x.begin(), x.end()), kf(k.begin(), k.end());
    const std::vector<float> yf = num::convolve<float>(conv, xf, kf);
    REQUIRE(std::equal(yf.begin(), yf.end(), y.begin(), y.end()));
  }
  CHECK(computed > 1000);
}

TEST_CASE("a map is linear in the picture and in the kernel") {
  num::Rng rng(2, 1);
  for (int round = 0; round < 50; ++round) {
    const Conv conv = drawn(rng);
    const Values x = whole_numbers(conv.input_size(), rng), z = whole_numbers(x.size(), rng);
    const Values k = whole_numbers(conv.kernel_size(), rng), l = whole_numbers(k.size(), rng);
    const auto mix = [](const Values& a, const Values& b) {
      Values m(a.size());
      for (std::size_t i = 0; i < m.size(); ++i) m[i] = 3 * a[i] - 2 * b[i];
      return m;
    };
    CHECK(convolve(conv, mix(x, z), k) == mix(convolve(conv, x, k), convolve(conv, z, k)));
    CHECK(convolve(conv, x, mix(k, l)) == mix(convolve(conv, x, k), convolve(conv, x, l)));
  }
}

TEST_CASE("a picture shifted by whole strides has its map shifted, away from the border") {
  num::Rng rng(3, 1);
  for (const int stride : {1, 2, 3}) {
    const Conv conv{.rows = 20, .cols = 20, .kernel_rows = 3, .kernel_cols = 3, .stride = stride};
    const Values x = whole_numbers(conv.input_size(), rng);
    const Values k = whole_numbers(9, rng);
    Values moved(x.size());
    for (int r = stride; r < 20; ++r)
      for (int c = 2 * stride; c < 20; ++c)
        moved[static_cast<std::size_t>(r * 20 + c)] =
            x[static_cast<std::size_t>((r - stride) * 20 + c - 2 * stride)];
    const Values y = convolve(conv, x, k), shifted = convolve(conv, moved, k);
    const int side = conv.out_cols();
    for (int r = 1; r < side; ++r)
      for (int c = 2; c < side; ++c)
        CHECK(shifted[static_cast<std::size_t>(r * side + c)] ==
              y[static_cast<std::size_t>((r - 1) * side + c - 2)]);
  }
}

TEST_CASE("the gradient is the adjoint of the map: <conv x, g> = <x, gradient of g>") {
  num::Rng rng(4, 1);
  for (int round = 0; round < 300; ++round) {
    const Conv conv = drawn(rng);
    const Values x = whole_numbers(conv.input_size(), rng);
    const Values k = whole_numbers(conv.kernel_size(), rng);
    const Values y = convolve(conv, x, k), g = whole_numbers(y.size(), rng);
    Values back(x.size());
    double forward = 0, backward = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
      forward += y[i] * g[i];
      const int cell = static_cast<int>(i), cols = conv.out_cols();
      num::add_cell_gradient(conv, k, cell / cols, cell % cols, g[i], back);
    }
    for (std::size_t i = 0; i < x.size(); ++i) backward += x[i] * back[i];
    CAPTURE(round);
    CHECK(forward == backward);
  }
}

TEST_CASE("the taps of a cell sum to its value, in bounds or in the padding") {
  num::Rng rng(5, 1);
  for (int round = 0; round < 200; ++round) {
    const Conv conv = drawn(rng);
    if (!conv.fits()) continue;
    const Values x = whole_numbers(conv.input_size(), rng);
    const Values k = whole_numbers(conv.kernel_size(), rng);
    const Values y = convolve(conv, x, k);
    const int row = rng.below(conv.out_rows()), col = rng.below(conv.out_cols());
    double sum = 0;
    for (const num::Tap& tap : num::taps(conv, row, col)) {
      const bool inside =
          tap.row >= 0 && tap.row < conv.rows && tap.col >= 0 && tap.col < conv.cols;
      if (inside || conv.edge != Edge::zero) REQUIRE(tap.source >= 0);
      if (tap.source >= 0)
        sum += k[static_cast<std::size_t>(tap.weight)] * x[static_cast<std::size_t>(tap.source)];
    }
    CHECK(sum == y[static_cast<std::size_t>(row * conv.out_cols() + col)]);
  }
}

TEST_CASE("a single lit cell reaches an output as often as its row and its column are used") {
  num::Rng rng(6, 1);
  for (int round = 0; round < 300; ++round) {
    Conv conv = drawn(rng);
    conv.channels = 1;
    if (!conv.fits()) continue;
    const int row = rng.below(conv.rows), col = rng.below(conv.cols);
    Values lit(conv.input_size()), used(conv.output_size());
    lit[static_cast<std::size_t>(row * conv.cols + col)] = 1;
    for (const num::Use& down : num::uses(conv.rows, conv.kernel_rows, conv.stride, conv.pad,
                                          conv.dilation, conv.edge, row))
      for (const num::Use& across : num::uses(conv.cols, conv.kernel_cols, conv.stride, conv.pad,
                                              conv.dilation, conv.edge, col))
        used[static_cast<std::size_t>(down.out * conv.out_cols() + across.out)] += 1;
    CAPTURE(round);
    CHECK(convolve(conv, lit, Values(conv.kernel_size(), 1.0)) == used);
  }
}

TEST_CASE("a use through a mirrored border is counted") {
  // Axis 0 1 2, mirrored by one: 1 0 1 2 1. Kernel of two: cell 1 is read by outputs 0, 1, 2 and 3.
  const std::vector<num::Use> found = num::uses(3, 2, 1, 1, 1, Edge::reflect, 1);
  std::vector<int> outs;
  for (const num::Use& use : found) outs.push_back(use.out);
  std::sort(outs.begin(), outs.end());
  CHECK(outs == std::vector<int>{0, 1, 2, 3});
}

}  // namespace
