// Where is a network's error: in what it cannot fit, or in what it has learned by heart?
#include <cmath>
#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "labs/all.h"
#include "labs/bias_variance/figures.h"
#include "labs/bias_variance/remedy.h"
#include "labs/bias_variance/sizes.h"
#include "labs/budget.h"
#include "labs/phrases.h"

namespace laboratory::bias_variance {
namespace {

class Run {
 public:
  explicit Run(const Params& p) : p_(p) {}
  std::int64_t total() const { return std::min<std::int64_t>(p_.step, budget.pieces(p_.points)); }
  void aim(const Params& p) { p_ = p; }
  lab::Report report();

  int members() const { return Ladder::halves; }
  void step_member(int m, std::int64_t step) { ladder().step(m, step); }
  nn::Snapshot member_snapshot(int m) { return ladder().snapshot(m); }
  void restore_member(int m, std::span<const std::byte> bytes) { ladder().restore(m, bytes); }
  void gathered(std::int64_t steps) { ladder().set_steps(steps); }

 private:
  Ladder& ladder() {
    if (!ladder_) ladder_ = std::make_unique<Ladder>(p_);
    return *ladder_;
  }
  const Trial* trial(int width);
  void report_remedy(const Trial* trial, lab::Report& r) const;

  Params p_;
  std::unique_ptr<Ladder> ladder_;  // made for the first step or report
  // By remedy, size and number of steps, which are all that a run may be given anew.
  std::map<std::tuple<Remedy, int, int>, Trial> trials_;
};

// The remedy on the networks of that width, once the plain ones have taken all their steps; null
// before, and where none is chosen. It is trained when it is asked for first.
const Trial* Run::trial(int width) {
  if (p_.remedy == Remedy::none || ladder().steps() < total()) return nullptr;
  const auto key = std::make_tuple(p_.remedy, width, p_.step);
  auto at = trials_.find(key);
  if (at == trials_.end()) {
    Params plain = p_;
    plain.step = static_cast<int>(total());
    Treatment tried = treatment(plain, width);
    Treated treated = train(tried, ladder().validation());
    at = trials_.emplace(key, Trial{std::move(tried), std::move(treated)}).first;
  }
  return &at->second;
}

void Run::report_remedy(const Trial* trial, lab::Report& r) const {
  const char* const on_train =
      "their mean error on the training examples with the remedy, as a share";
  const char* const on_val = "their mean error on new examples with the remedy, as a share";
  if (trial && trial->treated.fault.empty()) {
    r.real("remedy.train", on_train, trial->treated.errors.train);
    r.real("remedy.val", on_val, trial->treated.errors.validation);
    return;
  }
  const char* const why = p_.remedy == Remedy::none ? "no remedy is chosen"
                          : trial                   ? "it is no longer finite"
                                  : "it is tried when the plain networks have taken their steps";
  r.undefined("remedy.train", on_train, why);
  r.undefined("remedy.val", on_val, why);
}

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
  r.word("verdict",
         std::isnan(p.val) ? "the larger of those that are known" : "the larger of the two",
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
  r.count("net.count", "how many of that size there are", ladder().of(picked).count());
  r.count("net.weights", "weights and biases of each", net.weight_count());
  if (ladder().of(picked).fault().empty()) {
    const Errors now = ladder().errors(picked);
    r.real("error.train", "their mean error on the training examples, as a share", now.train);
    r.real("error.val", "their mean error on new examples, as a share", now.validation);
  } else {
    r.blame("rate", ladder().of(picked).fault() + ". Lower the learning rate.");
    r.undefined("error.train", "their mean error on the training examples, as a share",
                "it is no longer finite");
    r.undefined("error.val", "their mean error on new examples, as a share",
                "it is no longer finite");
  }
  r.real("error.best", "the least error that any rule could have, as a share", ladder().bayes());
  const Trial* const tried = trial(net.width());
  report_remedy(tried, r);
  draw(ladder(), p_, tried, r);
  return r;
}

}  // namespace

const lab::LabRow lab_row =
    lab::replay<Params, Run>("bias-variance", "Bias and variance: networks of twelve sizes");

}  // namespace laboratory::bias_variance
