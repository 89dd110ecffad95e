// Shapes of convolutions for tests: all kinds of strides, margins, dilations and channels.
#pragma once

#include <vector>

#include "nn/conv.h"

// Floats of the maps that come out, and of those that go in.
inline int outputs(const nn::ConvShape& s) {
  return s.batch * s.out_height() * s.out_width() * s.out;
}
inline int inputs(const nn::ConvShape& s) { return s.batch * s.height * s.width * s.in; }

inline const std::vector<nn::ConvShape>& conv_shapes() {
  static const std::vector<nn::ConvShape> all = {
      {.height = 5, .width = 7, .in = 3, .out = 2, .batch = 2, .kernel = 3, .pad = 1},
      {.height = 6, .width = 6, .in = 1, .out = 9, .batch = 1, .kernel = 5, .pad = 2},
      {.height = 12, .width = 11, .in = 8, .out = 16, .batch = 2, .kernel = 5, .pad = 2},
      {.height = 9, .width = 8, .in = 5, .out = 12, .batch = 2, .kernel = 3},
      {.height = 9, .width = 8, .in = 5, .out = 3, .batch = 2, .kernel = 3, .stride = 2, .pad = 1},
      {.height = 11, .width = 10, .in = 2, .out = 4, .batch = 1, .kernel = 4, .stride = 3},
      {.height = 11,
       .width = 9,
       .in = 3,
       .out = 6,
       .batch = 2,
       .kernel = 3,
       .pad = 2,
       .dilation = 2},
      {.height = 11,
       .width = 9,
       .in = 2,
       .out = 5,
       .batch = 1,
       .kernel = 3,
       .stride = 2,
       .pad = 1,
       .dilation = 3},
      {.height = 4, .width = 4, .in = 6, .out = 10, .batch = 3, .kernel = 4},
      {.height = 3, .width = 5, .in = 7, .out = 11, .batch = 2, .kernel = 1},
      {.height = 4, .width = 3, .in = 2, .out = 3, .batch = 1, .kernel = 2, .pad = 3},
  };
  return all;
}
