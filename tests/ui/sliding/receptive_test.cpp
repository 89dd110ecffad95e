#include "ui/sliding/receptive.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

lab::Sliding geometry(int n, int taps, int stride, int pad, int dilation, lab::Border border) {
  lab::Sliding s;
  s.input = {{n, 1, std::vector<float>(static_cast<std::size_t>(n), 1.0f)}};
  s.kernel = {{taps, 1, std::vector<float>(static_cast<std::size_t>(taps), 1.0f)}};
  s.stride = stride;
  s.pad = pad;
  s.dilation = dilation;
  s.border = border;
  return s;
}

}  // namespace

TEST_CASE("beyond its ends an axis is zero, mirrored about its outermost cells, or repeats them") {
  using lab::Border;
  const auto row = [](Border border) {
    std::vector<int> cells;
    for (int at = -4; at <= 6; ++at) cells.push_back(ui::source_cell(at, 3, border));
    return cells;
  };
  CHECK(row(Border::zero) == std::vector<int>{-1, -1, -1, -1, 0, 1, 2, -1, -1, -1, -1});
  CHECK(row(Border::reflect) == std::vector<int>{0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2});
  CHECK(row(Border::replicate) == std::vector<int>{0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2});
  CHECK(ui::source_cell(-5, 1, Border::reflect) == 0);
}

TEST_CASE("an output reads an input exactly if the input feeds the output") {
  for (const lab::Border border : {lab::Border::zero, lab::Border::reflect, lab::Border::replicate})
    for (int taps = 1; taps <= 4; ++taps)
      for (int stride = 1; stride <= 3; ++stride)
        for (int dilation = 1; dilation <= 3; ++dilation) {
          constexpr int n = 9, pad = 3;
          const int outputs = (n + 2 * pad - dilation * (taps - 1) - 1) / stride + 1;
          const lab::Sliding s = geometry(n, taps, stride, pad, dilation, border);
          std::vector<std::vector<int>> feeds(n);
          for (int cell = 0; cell < n; ++cell)
            feeds[static_cast<std::size_t>(cell)] = ui::readers(s, cell, n, taps, outputs);
          for (int out = 0; out < outputs; ++out) {
            std::vector<bool> read(n, false);
            for (const ui::Product& p : ui::products(s, 0, out, pad)) {
              const int cell = ui::source_cell(p.row, n, border);
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
  const lab::Sliding s = geometry(9, 3, 2, 0, 2, lab::Border::zero);
  // Outputs 0, 1 and 2 read the even cells 0 2 4, 2 4 6 and 4 6 8.
  CHECK(ui::readers(s, 4, 9, 3, 3) == std::vector<int>{0, 1, 2});
  CHECK(ui::readers(s, 8, 9, 3, 3) == std::vector<int>{2});
  CHECK(ui::readers(s, 3, 9, 3, 3).empty());
}

TEST_CASE("the products of a cell are its window times the kernel, entry by entry") {
  lab::Sliding s = geometry(3, 3, 1, 1, 1, lab::Border::zero);
  s.input = {{3, 3, {1, 2, 3, 4, 5, 6, 7, 8, 9}}};
  s.kernel = {{2, 2, {1, -1, 0.5f, 2}}};
  const std::vector<ui::Product> corner = ui::products(s, 0, 0, 0);  // the window ends in the 1
  REQUIRE(corner.size() == 4);
  CHECK(corner[3].value == 1);
  CHECK(ui::sum(corner) == 2);
  CHECK(ui::sum(ui::products(s, 0, 1, 2)) == 2 - 3 + 0.5 * 5 + 2 * 6);
  s.border = lab::Border::replicate;
  CHECK(ui::sum(ui::products(s, 0, 0, 0)) == 1 - 1 + 0.5 + 2);
  s.border = lab::Border::reflect;
  CHECK(ui::sum(ui::products(s, 0, 0, 0)) == 5 - 4 + 0.5 * 2 + 2 * 1);
}
