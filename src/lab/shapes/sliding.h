// A kernel that slides over a picture.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "lab/shapes/gesture.h"
#include "lab/shapes/plane.h"
#include "num/conv.h"

namespace lab {

// A kernel that slides over a picture: output(r, c) = sum over channels, i and j of
// kernel(i, j) * input(r stride - pad + i dilation, c stride - pad + j dilation).
// One input plane and one kernel for each channel; three channels with `colour` are drawn as red,
// green and blue in [0, 1]. `row` and `col` are the output cell that is written out, from 0.
struct Sliding {
  std::vector<Plane> input, kernel;
  Plane output;
  bool colour = false;
  int stride = 1, pad = 0, dilation = 1;
  num::Edge edge = num::Edge::zero;  // what the padding holds
  int row = 0, col = 0;
  Target<Act::row> pick_row;
  Target<Act::column> pick_col;
  Target<Act::edit> edit_kernel;  // the table holds the kernels stacked downwards
  // A pen over the input: the table holds one plane of its size, in ink from 0 to 1. Without it a
  // hand on the input moves the kernel.
  Target<Act::edit> paint_input;
  bool operator==(const Sliding&) const = default;
};

template <class Archive, Either<Sliding> Self>
void describe(Archive& a, Self& self) {
  a(self.input, self.kernel, self.output, self.colour, self.stride, self.pad, self.dilation);
  a.enumerator(self.edge, num::edge_count);
  a(self.row, self.col, self.pick_row, self.pick_col, self.edit_kernel, self.paint_input);
  a.require(!self.input.empty() && self.input.size() == self.kernel.size());
  a.require(!self.colour || self.input.size() == 3);
  a.require(self.stride >= 1 && self.dilation >= 1 && self.pad >= 0);
  a.require(self.stride <= largest_side && self.dilation <= largest_side &&
            self.pad <= largest_side);
  a.require(self.row >= 0 && self.row < std::max(self.output.rows, 1));
  a.require(self.col >= 0 && self.col < std::max(self.output.cols, 1));
  if (self.input.empty() || self.kernel.empty()) return;
  for (const Plane& p : self.input)
    a.require(p.rows == self.input[0].rows && p.cols == self.input[0].cols);
  for (const Plane& p : self.kernel)
    a.require(p.rows == self.kernel[0].rows && p.cols == self.kernel[0].cols);
}

template <class Rows>
void table(Rows& out, const Sliding& s) {
  out.line("plane", "row", "column", "value");
  for (std::size_t i = 0; i < s.input.size(); ++i) {
    const std::string channel = " " + std::to_string(i + 1);
    out.grid("input" + channel, s.input[i].cols, std::span(s.input[i].values));
    out.grid("kernel" + channel, s.kernel[i].cols, std::span(s.kernel[i].values));
  }
  out.grid("output", s.output.cols, std::span(s.output.values));
}

inline Gestures gestures(const Sliding& s) {
  return Gestures()
      .offer_counted(s.pick_row, s.output.rows)
      .offer_counted(s.pick_col, s.output.cols)
      .offer(s.edit_kernel)
      .offer(s.paint_input);
}

}  // namespace lab
