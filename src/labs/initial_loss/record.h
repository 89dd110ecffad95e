// All that a run of the classifier has shown so far: what figures and readouts are made from.
#pragma once

#include <vector>

#include "lab/report.h"
#include "labs/initial_loss/params.h"
#include "labs/initial_loss/theory.h"
#include "num/statistics.h"

namespace laboratory::initial_loss {

struct Record {
  Params params;
  std::vector<double> losses;         // of each sample, in nats
  num::Running mean;                  // over the losses
  std::vector<double> probabilities;  // of each class, summed over the samples
  int right = 0;                      // samples whose largest logit was the label's

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.losses, self.mean, self.probabilities, self.right);
  }
};

}  // namespace laboratory::initial_loss
