// What narrows the gap between training and new examples?
#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "labs/all.h"
#include "labs/budget.h"
#include "labs/phrases.h"
#include "labs/regularise/figures.h"
#include "labs/regularise/line_up.h"

namespace laboratory::regularise {
namespace {

// Forwards and for both gradients: more would keep a page from being answered.
constexpr Budget budget{2'000'000'000, "multiply-adds in one epoch of all networks"};

std::int64_t inputs(const Params& p) { return p.data == Data::glyphs ? 144 : 2; }
std::int64_t weights(const Params& p) {
  return p.width * (inputs(p) + p.width * (p.layers - std::int64_t{1}) + 10);
}
std::int64_t multiply_adds(const Params& p) {
  return 3 * weights(p) * p.points * p.repeats * measure_count;
}

// What all networks hold: weights, their gradients and a copy, the outputs of their layers for the
// examples that are trained on or judged at once, and for each seed the examples.
std::int64_t numbers(const Params& p) {
  constexpr std::int64_t of_each_weight = 4, seen_at_once = 70, fresh = 400;
  const std::int64_t units = std::int64_t{p.width} * p.layers, in = inputs(p);
  const std::int64_t network = of_each_weight * weights(p) + seen_at_once * (3 * units + in);
  return numbers_kept + p.repeats * (measure_count * network + (p.points + fresh) * in);
}

class Run {
 public:
  explicit Run(const Params& p) : p_(p) {}
  std::int64_t total() const { return fits() ? p_.epochs : 0; }
  void aim(const Params& p) { p_ = p; }
  lab::Report report();

  int members() const { return p_.repeats; }
  void step_member(int m, std::int64_t) { line_up().repeat(m).epoch(); }
  nn::Snapshot member_snapshot(int m) { return nn::snapshot_of(line_up().repeat(m)); }
  void restore_member(int m, std::span<const std::byte> bytes) {
    nn::restore(line_up().repeat(m), bytes);
  }
  void gathered(std::int64_t steps) { line_up().set_epochs(static_cast<int>(steps)); }

 private:
  bool fits() const { return budget.takes(multiply_adds(p_)) && room.takes(numbers(p_)); }
  LineUp& line_up() {
    if (!line_up_) line_up_ = std::make_unique<LineUp>(p_);
    return *line_up_;
  }

  Params p_;
  std::unique_ptr<LineUp> line_up_;  // made for the first step or report
};

void report_own(LineUp& line_up, lab::Report& r) {
  const char* const train = "share of the training examples that is right";
  const char* const fresh = "share of new examples that is right";
  const char* const gap = "gap between the two";
  const std::string& fault = line_up.own().fault();
  if (fault.empty()) {
    const Accuracy now = line_up.history().back();
    r.real("accuracy.train", train, now.train);
    r.real("accuracy.val", fresh, now.validation);
    r.real("gap", gap, now.gap());
    return;
  }
  r.blame("rate", fault + ". Lower the learning rate; the curves stop where that happened.");
  const char* const why = "the numbers of the network are no longer finite";
  r.undefined("accuracy.train", train, why);
  r.undefined("accuracy.val", fresh, why);
  r.undefined("gap", gap, why);
}

void report_interval(const num::Running& gaps, lab::Report& r) {
  const char* const mean = "mean gap over the seeds, as it is set";
  const char* const low = "lower end of its 95 % interval";
  const char* const high = "upper end of its 95 % interval";
  if (gaps.count() < 2) {
    const char* const why = "fewer than two networks stayed finite";
    r.undefined("gap.mean", mean, why);
    r.undefined("gap.low", low, why);
    r.undefined("gap.high", high, why);
    return;
  }
  const num::Interval interval = num::student95(gaps);
  r.real("gap.mean", mean, gaps.mean());
  r.real("gap.low", low, interval.low);
  r.real("gap.high", high, interval.high);
}

lab::Report Run::report() {
  lab::Report r;
  if (!fits()) {
    const char* const remedy = "lower the seeds, the examples, the units or the layers";
    r.blame("repeats", budget.takes(multiply_adds(p_)) ? room.refusal(numbers(p_), remedy)
                                                       : budget.refusal(multiply_adds(p_), remedy));
    for (const char* key : {"accuracy.train", "accuracy.val", "gap", "gap.mean", "gap.low",
                            "gap.high", "weights", "labels.wrong"})
      r.undefined(key, "not computed", over_budget);
    r.figure("limit", "Nothing was trained",
             "Nothing was trained: the networks are too large for an answer in time.",
             lab::Working{{"lower the seeds, the examples, the units or the layers"}});
    return r;
  }
  LineUp& line_up = this->line_up();
  report_own(line_up, r);
  report_interval(line_up.own_group().gaps(), r);
  for (int m = 0; m < measure_count; ++m) {
    const Measure& measure = measures()[static_cast<std::size_t>(m)];
    const num::Running gaps = line_up.group(m).gaps();
    const std::string label = m == 0 ? std::string("mean gap without any measure")
                                     : "mean gap with " + std::string(measure.label) + " alone";
    if (gaps.count() > 0)
      r.real(std::string("gap.") + measure.key, label, gaps.mean());
    else
      r.undefined(std::string("gap.") + measure.key, label, "no network stayed finite");
  }
  r.count("weights", "weights and biases of the network", line_up.own().weight_count());
  r.count("labels.wrong", "training labels that were made wrong", line_up.own().data().flipped);
  draw(line_up, p_, r);
  return r;
}

}  // namespace

const lab::LabRow lab_row =
    lab::replay<Params, Run>("regularise", "Overfitting, and seven measures to try");

}  // namespace laboratory::regularise
