// Everything that the report is written from.
#pragma once

#include <vector>

#include "lab/report.h"
#include "labs/convolution/bank.h"
#include "labs/convolution/shift.h"

namespace laboratory::convolution {

struct Study {
  const Params& params;
  const Layer& layer;
  const std::vector<float>& map;  // empty where the kernel does not fit
  const Bank& bank;
  const Shift& shift;
  int row = 0, col = 0;  // the picked cell of the map, from 0
};

}  // namespace laboratory::convolution
