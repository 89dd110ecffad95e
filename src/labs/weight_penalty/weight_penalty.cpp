// L1 or L2, when some labels are wrong?
#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "labs/all.h"
#include "labs/phrases.h"
#include "labs/weight_penalty/figures.h"
#include "labs/weight_penalty/record.h"
#include "num/elementary.h"

namespace laboratory::weight_penalty {

Outcome outcome(const Contest& contest) {
  Outcome result;
  result.wrong_labels = contest.wrong_labels;
  for (const Penalty penalty : both_penalties) {
    Outcome::Side& side = result.sides[static_cast<std::size_t>(penalty)];
    const Path& path = contest.of(penalty);
    const auto grid = static_cast<std::ptrdiff_t>(lambda_grid(penalty).size());
    side.test_path.assign(path.test.begin(), path.test.begin() + grid);
    side.nonzero_path.assign(path.nonzero.begin(), path.nonzero.begin() + grid);
    side.accuracy = path.test[path.chosen];
    side.train = path.train[path.chosen];
    side.nonzero = path.nonzero[path.chosen];
    side.memorised = path.memorised[path.chosen];
    side.log_lambda = num::log(path.lambda[path.chosen]);
  }
  return result;
}

void Record::add(const Outcome& outcome) {
  for (const Penalty penalty : both_penalties) {
    const auto at = static_cast<std::size_t>(penalty);
    Side& side = sides[at];
    const Outcome::Side& one = outcome.sides[at];
    side.test_path.resize(one.test_path.size());
    side.nonzero_path.resize(one.nonzero_path.size());
    for (std::size_t i = 0; i < one.test_path.size(); ++i) {
      side.test_path[i].add(one.test_path[i]);
      side.nonzero_path[i].add(one.nonzero_path[i]);
    }
    side.accuracy.add(one.accuracy);
    side.train.add(one.train);
    side.nonzero.add(one.nonzero);
    if (outcome.wrong_labels > 0) side.memorised.add(one.memorised);
    side.log_lambda.add(one.log_lambda);
  }
  const double by = outcome.sides[0].accuracy - outcome.sides[1].accuracy;
  sides[0].wins += by > 0;
  sides[1].wins += by < 0;
  lead.add(by);
  ++repeats;
}

void Record::show(Contest contest) {
  walk = weight_penalty::walk(params, 0, contest);
  first = std::move(contest);
}

namespace {

// Repeats in turn to so many members at most: a repeat is work for one step alone.
constexpr int most_members = 12;

class Run {
 public:
  explicit Run(const Params& p)
      : record_{p, {}, {}, {}, {}, 0}, outcomes_(static_cast<std::size_t>(p.repeats)) {}
  std::int64_t total() const { return record_.params.step; }
  void aim(const Params& p) { record_.params = p; }
  lab::Report report() const;

  int members() const { return std::min(record_.params.repeats, most_members); }
  void step_member(int m, std::int64_t step) {
    for (int repeat = repeats_at(step - 1); repeat < repeats_at(step); ++repeat)
      if (repeat % members() == m) hold(repeat);
  }
  nn::Snapshot member_snapshot(int m) {
    nn::Snapshot moment;
    each_outcome(m, moment);
    return moment;
  }
  void restore_member(int m, std::span<const std::byte> bytes) {
    nn::SnapshotReader reader(bytes);
    each_outcome(m, reader);
  }
  void gathered(std::int64_t steps);

 private:
  void report_side(Penalty penalty, lab::Report& r) const;
  void report_lead(lab::Report& r) const;

  // The repeats are spread over the steps that lead to the chosen λ, at least one in the first.
  int repeats_at(std::int64_t steps) const {
    const int all = record_.params.repeats;
    if (steps == 0) return 0;
    return static_cast<int>(std::clamp<std::int64_t>(all * steps / Params::tuned_step, 1, all));
  }
  void hold(int repeat) {
    Contest held = contest(record_.params, repeat);
    outcomes_[static_cast<std::size_t>(repeat)] = outcome(held);
    if (repeat == 0) first_ = std::move(held);
  }
  template <class Archive>
  void each_outcome(int member, Archive& archive) {
    for (int repeat = member; repeat < record_.params.repeats; repeat += members())
      archive(outcomes_[static_cast<std::size_t>(repeat)]);
  }

  Record record_;
  std::vector<std::optional<Outcome>> outcomes_;  // by repeat, of those that have been held
  std::optional<Contest> first_;                  // where it was held here and is not shown yet
  int steps_ = 0;
};

void Run::gathered(std::int64_t steps) {
  steps_ = static_cast<int>(steps);
  const int due = repeats_at(steps);
  if (record_.repeats > due) {
    record_.sides = {};
    record_.lead = {};
    record_.repeats = 0;
  }
  while (record_.repeats < due) record_.add(*outcomes_[static_cast<std::size_t>(record_.repeats)]);
  if (due == 0 || record_.first) return;
  record_.show(first_ ? *std::move(first_) : contest(record_.params, 0));
  first_.reset();
}

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
