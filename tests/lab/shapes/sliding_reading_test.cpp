#include "lab/shapes/sliding_reading.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

lab::Sliding geometry(int n, int taps, int stride, int pad, int dilation, num::Edge edge) {
  lab::Sliding s;
  s.input = {{n, 1, std::vector<float>(static_cast<std::size_t>(n), 1.0f)}};
  s.kernel = {{taps, 1, std::vector<float>(static_cast<std::size_t>(taps), 1.0f)}};
  s.stride = stride;
  s.pad = pad;
  s.dilation = dilation;
  s.edge = edge;
  return s;
}

}  // namespace

TEST_CASE("beyond its ends an axis is zero, mirrored about its outermost cells, or repeats them") {
  using num::Edge;
  const auto row = [](Edge edge) {
    std::vector<int> cells;
    for (int at = -4; at <= 6; ++at) cells.push_back(num::edge_cell(at, 3, edge));
    return cells;
  };
  CHECK(row(Edge::zero) == std::vector<int>{-1, -1, -1, -1, 0, 1, 2, -1, -1, -1, -1});
  CHECK(row(Edge::reflect) == std::vector<int>{0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2});
  CHECK(row(Edge::replicate) == std::vector<int>{0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2});
  CHECK(num::edge_cell(-5, 1, Edge::reflect) == 0);
}

TEST_CASE("an output reads an input exactly if the input feeds the output") {
  for (const num::Edge edge : {num::Edge::zero, num::Edge::reflect, num::Edge::replicate})
    for (int taps = 1; taps <= 4; ++taps)
      for (int stride = 1; stride <= 3; ++stride)
        for (int dilation = 1; dilation <= 3; ++dilation) {
          constexpr int n = 9, pad = 3;
          const int outputs = (n + 2 * pad - dilation * (taps - 1) - 1) / stride + 1;
          const lab::Sliding s = geometry(n, taps, stride, pad, dilation, edge);
          std::vector<std::vector<int>> feeds(n);
          for (int cell = 0; cell < n; ++cell)
            feeds[static_cast<std::size_t>(cell)] = lab::readers(s, cell, n, taps, outputs);
          for (int out = 0; out < outputs; ++out) {
            std::vector<bool> read(n, false);
            for (const lab::Product& p : lab::products(s, 0, out, pad)) {
              const int cell = num::edge_cell(p.row, n, edge);
              if (cell >= 0) read[static_cast<std::size_t>(cell)] = true;
            }
            for (std::size_t cell = 0; cell < n; ++cell) {
              const bool fed = std::count(feeds[cell].begin(), feeds[cell].end(), out) == 1;
              CHECK(fed == read[cell]);
            }
          }
        }
}

TEST_CASE("with stride and dilation 2 every other input feeds nothing") {
  const lab::Sliding s = geometry(9, 3, 2, 0, 2, num::Edge::zero);
  // Outputs 0, 1 and 2 read the even cells 0 2 4, 2 4 6 and 4 6 8.
  CHECK(lab::readers(s, 4, 9, 3, 3) == std::vector<int>{0, 1, 2});
  CHECK(lab::readers(s, 8, 9, 3, 3) == std::vector<int>{2});
  CHECK(lab::readers(s, 3, 9, 3, 3).empty());
}

TEST_CASE("the products of a cell are its window times the kernel, entry by entry") {
  lab::Sliding s = geometry(3, 3, 1, 1, 1, num::Edge::zero);
  s.input = {{3, 3, {1, 2, 3, 4, 5, 6, 7, 8, 9}}};
  s.kernel = {{2, 2, {1, -1, 0.5f, 2}}};
  const std::vector<lab::Product> corner = lab::products(s, 0, 0, 0);  // the window ends in the 1
  REQUIRE(corner.size() == 4);
  CHECK(corner[3].value == 1);
  CHECK(lab::sum(corner) == 2);
  CHECK(lab::sum(lab::products(s, 0, 1, 2)) == 2 - 3 + 0.5 * 5 + 2 * 6);
  s.edge = num::Edge::replicate;
  CHECK(lab::sum(lab::products(s, 0, 0, 0)) == 1 - 1 + 0.5 + 2);
  s.edge = num::Edge::reflect;
  CHECK(lab::sum(lab::products(s, 0, 0, 0)) == 5 - 4 + 0.5 * 2 + 2 * 1);
}
