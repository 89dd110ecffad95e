// What a person can choose in the laboratory of the cross-entropy of one example.
#pragma once

#include <limits>
#include <vector>

#include "lab/fields.h"

namespace laboratory::cross_entropy {

struct Params {
  static constexpr double left_out = std::numeric_limits<double>::quiet_NaN();

  std::vector<double> p, logits;
  int classes = 4;
  double margin = left_out;
  int label = 2;
  double share = left_out;

  // The prediction is `p` where it is given, else the softmax of `logits`, else that of `classes`
  // logits of which the label's leads all others by `margin`; without a margin it is the paper's
  // for four classes and uniform for another number. A `share` then moves the probability of the
  // label and leaves the others in proportion. Whoever sets one of them wants it to count.
  void declare(lab::Fields& f) {
    constexpr lab::Bounds<int> size = {0, 12};
    f.reals("p", p, size, {0, 1}, "prediction ŷ")
        .extra()
        .begin_with("0.05,0.3,0.45,0.2")
        .on_set_clear({"share"});
    f.reals("logits", logits, size, {-100, 100}, "logits z").extra().on_set_clear({"p", "share"});
    f.whole("classes", classes, {2, 1000}, "classes K").on_set_clear({"p", "logits", "share"});
    f.auto_real("margin", margin, {-50, 100}, "margin over every rival")
        .on_set_clear({"p", "logits", "share"});
    f.whole("label", label, {1, 1000}, "true class")
        .on_set_clear({"share"})
        .offer_up_to(in_force());
    f.auto_real("share", share, {0, 1}, "probability of the true class");
  }

  // How many classes there are.
  int in_force() const {
    if (!p.empty()) return static_cast<int>(p.size());
    return logits.empty() ? classes : static_cast<int>(logits.size());
  }
};

}  // namespace laboratory::cross_entropy
