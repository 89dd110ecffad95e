// Where a gradient neither vanishes nor explodes: by gain, steps back and activation.
#pragma once

#include <string>
#include <vector>

#include "labs/rnn_remedies/params.h"

namespace laboratory::rnn_remedies {

struct Validity {
  struct Panel {
    std::string name;
    std::vector<float> shares;  // log10, by steps back (all first) and gain; NaN where not finite
  };
  std::vector<double> gains;  // rising by equal ratios
  int steps_back = 0;         // the most; the least is 1
  std::vector<Panel> panels;
};

// Of untrained plain cells with Gaussian W_h: one panel for each activation, then the one that is
// set with batch norm and with unit rows. One net and one batch, with W_h times each gain.
Validity validity(const Params& p);

}  // namespace laboratory::rnn_remedies
