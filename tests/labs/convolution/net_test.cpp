#include "labs/convolution/net.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "nn/glyphs.h"

namespace {

laboratory::convolution::SmallNet& trained() {
  static laboratory::convolution::SmallNet net(1);
  while (net.steps() < 120) net.step();
  return net;
}

}  // namespace

TEST_CASE("after 120 steps nine new glyphs in ten are recognised, before them one in ten") {
  laboratory::convolution::SmallNet fresh(1);
  CHECK(fresh.accuracy({}) < 0.3);
  CHECK(trained().accuracy({}) > 0.9);
  CHECK(trained().losses().back() < 0.7f);
}

TEST_CASE("digits in hard ink, as a hand draws them, are recognised") {
  laboratory::convolution::SmallNet& net = trained();
  const nn::Dataset plain = nn::glyphs(40, 16, 0.3, 77);
  int right = 0;
  for (int i = 0; i < 40; ++i) {
    const auto from = plain.inputs.begin() + 256 * i;
    std::vector<float> ink(from, from + 256);
    for (float& x : ink) x = x > 0.5f ? 1.0f : 0.0f;
    const std::vector<float> p = net.pass(ink, {}).probabilities;
    right += std::max_element(p.begin(), p.end()) - p.begin() ==
             static_cast<int>(plain.labels[static_cast<std::size_t>(i)]);
  }
  CHECK(right >= 32);
}

TEST_CASE("a cell depends on its receptive field alone, in the first layer through its filter") {
  laboratory::convolution::SmallNet& net = trained();
  for (const int layer : {0, 1}) {
    CAPTURE(layer);
    const int row = 3, col = 4;
    const std::vector<float> slope = net.slope(net.glyph(7), {}, layer, 2, row, col);
    // 5 x 5 pixels, or after pooling by 2 the 3 x 3 cells of 2 x 2 places of 5 x 5 each: 10 x 10.
    const int top = layer == 0 ? row - 2 : 2 * (row - 1) - 2, size = layer == 0 ? 5 : 10;
    const int left = layer == 0 ? col - 2 : 2 * (col - 1) - 2;
    for (int r = 0; r < 16; ++r)
      for (int c = 0; c < 16; ++c)
        if (r < top || r >= top + size || c < left || c >= left + size)
          CHECK(slope[static_cast<std::size_t>(16 * r + c)] == 0);
  }
  const std::vector<float> slope = net.slope(net.glyph(7), {}, 0, 2, 8, 8);
  const std::vector<float> filter = net.first_filter(2, {});
  for (int i = 0; i < 5; ++i)
    for (int j = 0; j < 5; ++j)
      CHECK(slope[static_cast<std::size_t>(16 * (6 + i) + 6 + j)] ==
            filter[static_cast<std::size_t>(5 * i + j)]);
}

TEST_CASE("a filter that is switched off leaves an empty map and nothing else changes for good") {
  laboratory::convolution::SmallNet& net = trained();
  const auto intact = net.pass(net.glyph(3), {});
  laboratory::convolution::NetEdit edit;
  edit.ablated = 4;
  const auto without = net.pass(net.glyph(3), edit);
  for (std::size_t i = 0; i < 256; ++i) CHECK(without.maps[0][3 * 256 + i] == 0);
  CHECK(without.probabilities != intact.probabilities);
  CHECK(net.pass(net.glyph(3), {}).probabilities == intact.probabilities);
}

TEST_CASE("an edited kernel answers in place of the learned one until it is taken back") {
  laboratory::convolution::SmallNet& net = trained();
  const auto before = net.filters(0);
  laboratory::convolution::NetEdit edit;
  edit.filter = 2;
  edit.kernel = {5, 5, std::vector<double>(25, 0)};
  edit.kernel.at(2, 2) = 1;
  const auto p = net.pass(net.glyph(3), edit);
  // The identity kernel leaves the glyph, plus the bias that its filter has learned.
  const float bias = p.raw[0][256] - p.input[0];
  for (std::size_t i = 0; i < 256; ++i)
    CHECK(p.raw[0][256 + i] == doctest::Approx(p.input[i] + bias).epsilon(1e-5));
  CHECK(net.filters(0) == before);
}
