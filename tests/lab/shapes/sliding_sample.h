#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Sliding> {
  static constexpr const char* name = "sliding";

  static lab::Sliding usual() {
    lab::Sliding s;
    s.input = {{2, 2, {1, 2, 3, 4}}};
    s.kernel = {{1, 1, {2}}};
    s.output = {2, 2, {2, 4, 6, 8}};
    s.edge = num::Edge::reflect;
    s.row = 1;
    s.pick_row = "n", s.pick_col = "n", s.edit_kernel = "Q";
    return s;
  }
  static std::string table() {
    return "plane,row,column,value\ninput 1,1,1,1\ninput 1,1,2,2\ninput 1,2,1,3\ninput 1,2,2,4\n"
           "kernel 1,1,1,2\noutput,1,1,2\noutput,1,2,4\noutput,2,1,6\noutput,2,2,8\n";
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
