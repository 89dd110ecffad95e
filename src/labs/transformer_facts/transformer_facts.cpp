// Which statements about Transformers hold, and how would one know?
#include <memory>

#include "lab/memory.h"
#include "labs/all.h"
#include "labs/budget.h"
#include "labs/phrases.h"
#include "labs/transformer_facts/figures.h"
#include "labs/transformer_facts/readouts.h"

namespace laboratory::transformer_facts {
namespace {

// Between two steps the page gets its answers, so none may take much longer than a twentieth of a
// second.
constexpr Budget budget{300'000'000, "multiply-adds in one training step"};

// What was measured of the heads, and at which sizes.
struct HeadTimes {
  int n = 0, m = 0, width = 0;
  std::vector<lab::Timing> timings;
  int version = 0;

  bool of(const Params& p) const {
    return !timings.empty() && n == p.n && m == p.m && width == p.width;
  }
};

// The small model with what it reads, and what it was last seen to do.
struct Learner {
  explicit Learner(const ModelParams& p)
      : text(reading_of(p)),
        model(p, text),
        counts(text, model.judged_from() + 1, model.judged()) {}
  Reading text;
  CharacterModel model;
  Counts counts;
  ModelStudies studies;
};

class Run {
 public:
  explicit Run(const Params& p) : p_(p) {}

  std::int64_t total() const { return trains() ? p_.step : 0; }
  void aim(const Params& p) { p_ = p; }
  void step() { learner().model.step(); }
  nn::Snapshot snapshot() { return nn::snapshot_of(learner().model); }
  void restore(const nn::Snapshot& moment) { nn::restore(learner().model, moment); }

  struct Memory {
    lab::Kept<CodeStudy> codes;
    lab::Kept<Court> court;
    HeadTimes times;
    bool shows_times = true;
    lab::Drawings drawings;

    std::vector<lab::Trial> trials(const Params& p) const {
      return times.of(p) ? std::vector<lab::Trial>{} : head_trials(p);
    }
    void take_times(const Params& p, const std::vector<lab::Timing>& timings) {
      times = {p.n, p.m, p.width, timings, times.version + 1};
    }
    void show_times(bool shown) { shows_times = shown; }
  };
  lab::Report report(Memory& memory);

 private:
  bool divides() const { return p_.model.width % p_.model.heads == 0; }
  // The symbols are at most 64, whatever the text is.
  bool trains() const { return divides() && budget.takes(multiply_adds(p_.model, 64)); }
  Learner& learner() {
    if (!learner_) learner_ = std::make_unique<Learner>(p_.model);
    return *learner_;
  }
  void add_shuffle(Memory& memory, lab::Report& r) const;
  void add_codes(Memory& memory, lab::Report& r) const;
  void add_heads(Memory& memory, lab::Report& r) const;
  void add_model(Memory& memory, lab::Report& r);
  void blame_model(lab::Report& r) const;

  Params p_;
  std::unique_ptr<Learner> learner_;  // made for the first step or report
};

void Run::add_shuffle(Memory& memory, lab::Report& r) const {
  if (!is_order(p_.order))
    r.blame("order", "This names no order of the five words: give each of 1 to 5 once.");
  const std::vector<int> order = order_of(p_.order);
  const Shuffle s = shuffled(order, p_.broken, p_.model.seed);
  std::vector<double> errors;
  for (int i = 0; i < break_count; ++i)
    errors.push_back(shuffled(order, static_cast<Break>(i), p_.model.seed).error());
  const double joint = joint_error(order, p_.model.seed);
  report_shuffle(s, errors, joint, r);
  memory.drawings.draw(r, "shuffle", lab::on(order, p_.broken, p_.model.seed),
                       [&](lab::Report& to) { draw_shuffle(s, p_.broken, errors, joint, to); });
}

void Run::add_codes(Memory& memory, lab::Report& r) const {
  const CodeStudy& s =
      memory.codes.of(lab::on(p_.d, p_.base), [&] { return study_codes(p_.d, p_.base); });
  const Court& c = memory.court.of(lab::on(p_.base), [&] { return court(p_.base); });
  report_codes(s, p_.position, r);
  memory.drawings.draw(r, "codes", lab::on(p_.d, p_.base),
                       [&](lab::Report& to) { draw_codes(s, c, to); });
}

void Run::add_heads(Memory& memory, lab::Report& r) const {
  if (p_.width % p_.heads != 0)
    r.blame("heads", std::to_string(p_.heads) + " heads do not divide a width of " +
                         std::to_string(p_.width) +
                         ": choose a divisor, so that all heads are equally wide.");
  report_heads(p_, r);
  const bool known = memory.shows_times && memory.times.of(p_);
  memory.drawings.draw(
      r, "heads", lab::on(p_.n, p_.m, p_.width, p_.heads, known, known ? memory.times.version : 0),
      [&](lab::Report& to) {
        draw_heads(p_, known ? memory.times.timings : std::vector<lab::Timing>{}, to);
      });
}

void Run::blame_model(lab::Report& r) const {
  if (!divides())
    r.blame("model_heads", std::to_string(p_.model.heads) + " heads do not divide a width of " +
                               std::to_string(p_.model.width) +
                               ", so that no model is trained; choose a divisor.");
  else
    r.blame("model_width", budget.refusal(multiply_adds(p_.model, 64),
                                          "lower the width, the blocks, the batch or what the "
                                          "model sees"));
}

void Run::add_model(Memory& memory, lab::Report& r) {
  if (!trains()) {
    blame_model(r);
    return report_no_model(over_budget, r);
  }
  Learner& l = learner();
  const SeenOf seen(p_, l.model);
  const ModelStudy s = l.studies.of(p_, seen, l.text, l.counts, l.model);
  blame_what_is_seen(p_, l.text, l.model.judged(), s, r);
  report_model(p_, l.text, l.counts, s, r);
  draw_model(p_, l.text, l.counts, s, seen, memory.drawings, r);
}

lab::Report Run::report(Memory& memory) {
  lab::Report r;
  add_shuffle(memory, r);
  add_codes(memory, r);
  add_heads(memory, r);
  add_model(memory, r);
  return r;
}

}  // namespace

const lab::LabRow lab_row =
    lab::replay<Params, Run>("transformer-facts", "Transformers: five statements, tried out");

}  // namespace laboratory::transformer_facts
