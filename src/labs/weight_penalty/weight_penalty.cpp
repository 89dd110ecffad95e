// L1 or L2, when some labels are wrong?
#include <algorithm>
#include <utility>

#include "labs/all.h"
#include "labs/phrases.h"
#include "labs/weight_penalty/figures.h"
#include "labs/weight_penalty/record.h"
#include "num/elementary.h"

namespace laboratory::weight_penalty {

void Record::add(Contest contest) {
  double accuracy[2];
  for (const Penalty penalty : both_penalties) {
    const auto at = static_cast<std::size_t>(penalty);
    Side& side = sides[at];
    const Path& path = contest.of(penalty);
    const std::size_t grid = lambda_grid(penalty).size();
    side.test_path.resize(grid), side.nonzero_path.resize(grid);
    for (std::size_t i = 0; i < grid; ++i) {
      side.test_path[i].add(path.test[i]);
      side.nonzero_path[i].add(path.nonzero[i]);
    }
    accuracy[at] = path.test[path.chosen];
    side.accuracy.add(accuracy[at]);
    side.train.add(path.train[path.chosen]);
    side.nonzero.add(path.nonzero[path.chosen]);
    if (contest.wrong_labels > 0) side.memorised.add(path.memorised[path.chosen]);
    side.log_lambda.add(num::log(path.lambda[path.chosen]));
  }
  sides[0].wins += accuracy[0] > accuracy[1];
  sides[1].wins += accuracy[1] > accuracy[0];
  lead.add(accuracy[0] - accuracy[1]);
  ++repeats;
  if (!first) show(std::move(contest));
}

void Record::show(Contest contest) {
  walk = weight_penalty::walk(params, 0, contest);
  first = std::move(contest);
}

namespace {

class Run {
 public:
  explicit Run(const Params& p) : record_{p, {}, {}, {}, {}, 0} {}
  std::int64_t total() const { return record_.params.step; }
  void aim(const Params& p) { record_.params = p; }
  void step() {
    for (const int due = repeats_at(++steps_); record_.repeats < due;)
      record_.add(contest(record_.params, record_.repeats));
  }
  lab::Report report() const;

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.record_, self.steps_);
  }
  nn::Snapshot snapshot() const { return nn::snapshot_of(*this); }
  void restore(const nn::Snapshot& moment) {
    if (!record_.first) record_.show(contest(record_.params, 0));
    nn::restore(*this, moment);
  }

 private:
  void report_side(Penalty penalty, lab::Report& r) const;
  void report_lead(lab::Report& r) const;

  // The repeats are spread over the steps that lead to the chosen λ, at least one in the first.
  int repeats_at(int steps) const {
    const int all = record_.params.repeats;
    return std::clamp(all * steps / Params::tuned_step, 1, all);
  }

  Record record_;
  int steps_ = 0;
};

// Numbers of one penalty, or the reason why there are none.
void Run::report_side(Penalty penalty, lab::Report& r) const {
  const Side& s = record_.of(penalty);
  const std::string key = penalty == Penalty::l1 ? "l1" : "l2", called = name(penalty);
  const auto real = [&](const char* what, const std::string& label, double value) {
    if (record_.repeats > 0)
      r.real(what + key, called + ": " + label, value);
    else
      r.undefined(what + key, called + ": " + label, "no repeat has been run yet");
  };
  real("accuracy.", "accuracy on clean test labels", s.accuracy.mean());
  real("nonzero.", "weights that are not 0", s.nonzero.mean());
  real("train.", "accuracy on the training labels", s.train.mean());
  real("lambda.", "λ, geometric mean", num::exp(s.log_lambda.mean()));
  if (s.memorised.count() > 0)
    real("memorised.", "share of the wrong labels that are learned", s.memorised.mean());
  r.count("wins." + key, called + ": repeats won", s.wins);
}

void Run::report_lead(lab::Report& r) const {
  const Params& p = record_.params;
  const Side& hand = record_.of(p.penalty);
  r.count("repeats.done", "repeats run", record_.repeats);
  r.count("truth.nonzero", "true weights that are not 0", p.true_weights());
  const char* const lead_label = "lead of the chosen penalty over the other";
  if (record_.repeats == 0) {
    r.undefined("lead", lead_label, "no repeat has been run yet");
    return;
  }
  const double sign = p.penalty == Penalty::l1 ? 1 : -1;
  r.real("lead", lead_label, sign * record_.lead.mean());
  if (record_.repeats > 1) {
    const num::Interval interval = num::interval95(hand.accuracy);
    r.real("accuracy.low", "accuracy of the chosen penalty, 95 % interval from", interval.low);
    r.real("accuracy.high", "accuracy of the chosen penalty, 95 % interval to", interval.high);
  }
}

lab::Report Run::report() const {
  lab::Report r;
  const Params& p = record_.params;
  if (p.informative > p.features)
    r.blame("informative", "there are only " + grouped(p.features) +
                               " features, so all of them matter; lower this, or raise the "
                               "features");
  for (const Penalty penalty : both_penalties) report_side(penalty, r);
  report_lead(r);
  if (record_.first) draw(record_, std::max(steps_, 1), r);
  return r;
}

}  // namespace

const lab::LabRow lab_row =
    lab::replay<Params, Run>("weight-penalty", "L1 and L2 with wrong labels");

}  // namespace laboratory::weight_penalty
