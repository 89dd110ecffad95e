// Where is a network's error: in what it cannot fit, or in what it has learned by heart?
#include <cmath>
#include <memory>
#include <string>

#include "labs/all.h"
#include "labs/bias_variance/figures.h"
#include "labs/bias_variance/sizes.h"
#include "labs/budget.h"
#include "labs/phrases.h"

namespace laboratory::bias_variance {
namespace {

// As long as a page can wait for all sizes to learn.
constexpr Budget budget{2'000'000, "training examples in all steps"};

class Run {
 public:
  explicit Run(const Params& p) : p_(p) {}
  std::int64_t total() const { return std::min<std::int64_t>(p_.step, budget.pieces(p_.points)); }
  void aim(const Params& p) { p_ = p; }
  void step() { ladder().step(); }
  lab::Report report();

  nn::Snapshot snapshot() { return nn::snapshot_of(ladder()); }
  void restore(const nn::Snapshot& moment) { nn::restore(ladder(), moment); }

 private:
  Ladder& ladder() {
    if (!ladder_) ladder_ = std::make_unique<Ladder>(p_);
    return *ladder_;
  }

  Params p_;
  std::unique_ptr<Ladder> ladder_;  // made for the first step or report
};

// The differences that the three typed errors make, in percent.
void report_split(const Params& p, lab::Report& r) {
  const double bias = p.train - p.human, variance = p.val - p.train;
  r.real("accuracy.train_percent", "training accuracy, by the given error", 100 - p.train, "%");
  r.real("bias", "avoidable bias: training error minus that of people", bias, "%");
  if (std::isnan(p.val)) {
    r.undefined("variance", "variance: validation error minus training error",
                "the validation error is not known");
  } else {
    r.real("variance", "variance: validation error minus training error", variance, "%");
  }
  const bool fits = bias < 1 && !(variance >= 1);
  r.word("verdict", "the larger of the two",
         fits                                    ? "neither"
         : std::isnan(p.val) || bias >= variance ? "bias"
                                                 : "variance");
}

lab::Report Run::report() {
  lab::Report r;
  if (total() < p_.step)
    r.blame("step", budget.refusal(std::int64_t{p_.step} * p_.points,
                                   "it stops after step " + grouped(total()) +
                                       "; lower the examples for more"));
  report_split(p_, r);
  const int picked = picked_size(ladder(), p_);
  Sized& net = ladder().typical(picked);
  r.count("net.width", "units in each layer of the picked networks", net.width());
  r.count("net.weights", "weights and biases of each", net.weight_count());
  if (ladder().fault(picked).empty()) {
    const Errors now = ladder().errors(picked);
    r.real("error.train", "their mean error on the training examples", now.train);
    r.real("error.val", "their mean error on new examples", now.validation);
  } else {
    r.blame("rate", ladder().fault(picked) + ". Lower the learning rate.");
    r.undefined("error.train", "their mean error on the training examples",
                "it is no longer finite");
    r.undefined("error.val", "their mean error on new examples", "it is no longer finite");
  }
  r.real("error.best", "the least error that any rule could have", ladder().bayes());
  draw(ladder(), p_, r);
  return r;
}

}  // namespace

const lab::LabRow lab_row =
    lab::replay<Params, Run>("bias-variance", "Bias and variance: networks of twelve sizes");

}  // namespace laboratory::bias_variance
