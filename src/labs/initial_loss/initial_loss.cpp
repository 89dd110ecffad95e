// What does a softmax classifier lose before it has learned anything?
#include <cmath>
#include <optional>

#include "lab/memory.h"
#include "labs/all.h"
#include "labs/budget.h"
#include "labs/initial_loss/classifier.h"
#include "labs/initial_loss/figures.h"
#include "labs/initial_loss/record.h"
#include "nn/snapshot.h"
#include "num/elementary.h"
#include "num/softmax.h"

namespace laboratory::initial_loss {
namespace {

constexpr Budget weight_budget{2'000'000, "weights"};
constexpr Budget run_budget{5'000'000'000, "multiply-adds in the whole run"};

std::int64_t weight_count(const Params& p) {
  return static_cast<std::int64_t>(p.classes) * p.inputs;
}
std::int64_t multiply_adds(const Params& p) { return weight_count(p) * p.samples; }

class Run {
 public:
  explicit Run(const Params& p) : record_{p, {}, {}, {}, 0} {
    record_.probabilities.assign(static_cast<std::size_t>(p.classes), 0);
  }

  std::int64_t total() const {
    const Params& p = record_.params;
    const bool taken = weight_budget.takes(weight_count(p)) && run_budget.takes(multiply_adds(p));
    return taken ? p.samples : 0;
  }
  void aim(const Params& p) { record_.params = p; }
  void step();
  // The curve of theory takes longer than all else in a report, and neither the spread of the
  // weights nor a step has a say in it.
  struct Memory {
    lab::Kept<LossCurve> theory;
    lab::Drawings drawings;
  };
  lab::Report report(Memory& memory);

  nn::Snapshot snapshot() const { return nn::snapshot_of(*this); }
  void restore(const nn::Snapshot& moment) {
    if (!classifier_) classifier_.emplace(record_.params);
    nn::restore(*this, moment);
  }
  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.record_, *self.classifier_);
  }

 private:
  void report_theory(lab::Report& r) const;
  void report_simulation(lab::Report& r) const;
  void report_limits(lab::Report& r) const;

  Record record_;
  std::optional<Classifier> classifier_;  // drawn with the first step
};

void Run::step() {
  if (!classifier_) classifier_.emplace(record_.params);
  const Classifier::Seen seen = classifier_->step();
  record_.losses.push_back(seen.loss);
  record_.mean.add(seen.loss);
  record_.right += seen.right;
  const std::vector<double>& p = classifier_->probabilities();
  for (std::size_t k = 0; k < p.size(); ++k) record_.probabilities[k] += p[k];
}

void Run::report_theory(lab::Report& r) const {
  const Params& p = record_.params;
  const double variance = p.variance();
  r.real("loss.nats", "loss of a uniform prediction, log K", num::log(p.classes), "nats");
  r.real("loss.bits", "the same in bits, log₂ K", num::log2(p.classes), "bits");
  r.real("loss.second_order", "expected loss up to second order in s",
         second_order_loss(p.classes, variance), "nats");
  if (variance <= widest_logits * widest_logits) {
    r.real("loss.expected", "expected loss",
           num::expected_log_sum_exp(p.classes, std::sqrt(variance)), "nats");
  } else {
    r.undefined("loss.expected", "expected loss",
                "it is computed for logits with a standard deviation up to 30; lower σ");
  }
  r.real("logit_var", "variance of a logit, s²", variance);
  r.real("probability", "uniform probability, 1/K", 1.0 / p.classes);
}

void Run::report_simulation(lab::Report& r) const {
  const num::Running& mean = record_.mean;
  const char* const label = "mean loss over the samples seen";
  const char* const error_label =
      "its standard error, from one draw of net and samples to the next";
  r.count("samples.seen", "samples seen", mean.count());
  if (mean.count() == 0) {
    const char* const why = total() == 0 ? over_budget : "no sample has been seen yet";
    r.undefined("loss.simulated", label, why);
    r.undefined("loss.simulated_stderr", error_label, why);
    r.undefined("accuracy", "share of samples classified right", why);
    return;
  }
  r.real("loss.simulated", label, mean.mean(), "nats");
  if (mean.count() == 1)
    r.undefined("loss.simulated_stderr", error_label, "one sample has no spread");
  else
    r.real("loss.simulated_stderr", error_label,
           mean.standard_error() * shared_error(record_.params.classes, mean.count()), "nats");
  r.real("accuracy", "share of samples classified right",
         record_.right / static_cast<double>(mean.count()));
}

void Run::report_limits(lab::Report& r) const {
  const Params& p = record_.params;
  const std::string formulas = " The formulas hold all the same.";
  if (!weight_budget.takes(weight_count(p))) {
    const std::string inputs = std::to_string(weight_budget.pieces(p.classes));
    r.blame("inputs", weight_budget.refusal(weight_count(p), "lower the inputs to " + inputs +
                                                                 " or less, or the classes") +
                          formulas);
  } else if (!run_budget.takes(multiply_adds(p))) {
    const std::string samples = std::to_string(run_budget.pieces(weight_count(p)));
    r.blame("samples", run_budget.refusal(multiply_adds(p), "lower the samples to " + samples +
                                                                " or less, or the inputs") +
                           formulas);
  }
}

lab::Report Run::report(Memory& memory) {
  lab::Report r;
  report_limits(r);
  report_theory(r);
  report_simulation(r);
  const Params& p = record_.params;
  draw(record_, memory.theory.of(lab::on(p.classes, p.gain()), [&p] { return loss_curve(p); }), r);
  return r;
}

}  // namespace

const lab::LabRow lab_row =
    lab::replay<Params, Run>("initial-loss", "Loss of a classifier that never learns");

}  // namespace laboratory::initial_loss
