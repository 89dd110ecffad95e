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

void add_readouts(lab::Report& report, const Study& study);
void add_figures(lab::Report& report, const Study& study);

// The parts of add_figures that explain the picked cell: its arithmetic and who depends on whom.
void add_working(lab::Report& report, const Study& study);
void add_products(lab::Report& report, const Study& study);
void add_gradient(lab::Report& report, const Study& study);

// The value of the picked cell, in double.
double cell_value(const Study& study, const std::vector<num::Tap>& taps);

}  // namespace laboratory::convolution
