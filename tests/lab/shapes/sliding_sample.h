#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Sliding> {
  static constexpr const char* name = "sliding";

  static lab::Sliding usual() {
    lab::Sliding s;
    s.input = {{2, 2, {0, 1, 0.25f, 0.5f}}, {2, 2, {0, 0, 0, 1}}, {2, 2, {1, 1, 1, 0.25f}}};
    s.kernel = {{1, 1, {2}}, {1, 1, {-1}}, {1, 1, {4}}};
    s.output = {2, 2, {1, 1, 1, 1}};  // each cell reads the last of each channel
    s.colour = true;
    s.stride = 2, s.pad = 1, s.dilation = 2;
    s.edge = num::Edge::reflect;
    s.row = 1, s.col = 1;
    s.pick_row = "n", s.pick_col = "n", s.edit_kernel = "Q", s.paint_input = "Q";
    return s;
  }
  static std::string table() {
    return "plane,row,column,value\n"
           "input 1,1,1,0\ninput 1,1,2,1\ninput 1,2,1,0.25\ninput 1,2,2,0.5\nkernel 1,1,1,2\n"
           "input 2,1,1,0\ninput 2,1,2,0\ninput 2,2,1,0\ninput 2,2,2,1\nkernel 2,1,1,-1\n"
           "input 3,1,1,1\ninput 3,1,2,1\ninput 3,2,1,1\ninput 3,2,2,0.25\nkernel 3,1,1,4\n"
           "output,1,1,1\noutput,1,2,1\noutput,2,1,1\noutput,2,2,1\n";
  }

  static std::vector<lab::Sliding> extremes(const Extreme& e) {
    if (e.fill == Fill::nothing) return {lab::Sliding{}};
    const int side = e.fill == Fill::odd ? 2 : 12;
    const auto cells = [&](int rows, int cols) {
      const auto first = e.some.begin();
      return lab::Plane{rows, cols, {first, first + rows * cols}};
    };
    lab::Sliding s;
    s.input = {cells(side, side)};
    s.kernel = {cells(1, 2)};
    s.output = cells(side, side - 1);
    s.pick_row = e.word, s.pick_col = "n", s.edit_kernel = "Q";
    return {s};
  }
};

}  // namespace tests
