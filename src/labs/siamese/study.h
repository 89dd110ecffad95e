// One instance of the Siamese network with all that follows from it.
#pragma once

#include <optional>
#include <string>

#include "lab/report.h"
#include "labs/siamese/net.h"

namespace laboratory::siamese {

// Gradients of J in the parameters, as one of three ways computes them.
struct ParameterGradients {
  lab::Matrix W1, b1, W2;
  double b2 = 0;
};

// How far two ways are apart: the largest |difference| of each gradient, divided by the gradient's
// largest entry or by 1e-4 where that is smaller.
struct Gap {
  double W1 = 0, b1 = 0, W2 = 0, b2 = 0;
  double largest() const;
};

struct Study {
  Params params;
  Net net;
  std::vector<lab::Problem> problems;  // tables whose shapes do not fit; then nothing below holds
  Forward values;
  Gradients hand;
  ParameterGradients reverse, central;  // by reverse mode, by central differences
  Gap reverse_gap, central_gap;         // from the formulas by hand
  double kink = 0;                      // kink_distance

  bool fits() const { return problems.empty(); }
  // The example shown, from 0.
  int example() const;
};

// Tables left out are drawn with two decimals from the seed, so that, where the given ones leave
// the freedom, no unit lies within 0.05 of a kink.
Study study(const Params& p);

}  // namespace laboratory::siamese
