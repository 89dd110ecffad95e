// The picture that the kernel slides over, made into what the small network can be shown.
#pragma once

#include <vector>

#include "labs/convolution/layer.h"

namespace laboratory::convolution {

struct NetInput {
  std::vector<float> pixels;  // of the net's own side, ink 1 on 0, row by row
  bool dark_ink = false;      // the picture was darker than its rim, so that dark became ink
};

// The largest square in the middle of the layer's input, in grey, averaged by area to the net's
// side. The mean of its outermost cells counts as empty, and the cell that differs most from it, on
// the side to which the picture as a whole differs, as full ink:
//   ink = clamp((x - rim) / (peak - rim), 0, 1).
// A picture without any difference is empty.
NetInput net_input(const Layer& layer);

}  // namespace laboratory::convolution
