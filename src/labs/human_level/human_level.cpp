// How well do people do, and how would one know?
#include <algorithm>
#include <string>

#include "lab/digits.h"
#include "labs/all.h"
#include "labs/human_level/figures.h"
#include "labs/human_level/sitting.h"
#include "labs/phrases.h"
#include "nn/snapshot.h"
#include "num/statistics.h"

namespace laboratory::human_level {
namespace {

void report_share(lab::Report& r, const std::string& who, const std::string& name, int right,
                  int seen) {
  const std::string label = name + ", share of right labels";
  if (seen == 0) {
    for (const char* key : {".accuracy", ".low", ".high", ".error"})
      r.undefined(who + key, label, "no picture has been labelled yet");
    return;
  }
  const num::Interval reach = num::wilson95(right, seen);
  r.real(who + ".accuracy", label, static_cast<double>(right) / seen);
  r.real(who + ".low", label + ", from (95 %, Wilson)", reach.low);
  r.real(who + ".high", label + ", to (95 %, Wilson)", reach.high);
  r.real(who + ".error", name + ", share of wrong labels", 1 - static_cast<double>(right) / seen);
}

class Run {
 public:
  explicit Run(const Params& p) : sitting_(sitting(p)), crowd_(p) {}

  std::int64_t total() const { return sitting_.params.samples; }
  void aim(const Params& p) { sitting_ = sitting(p); }
  void step() { crowd_.step(); }
  lab::Report report() const;

  nn::Snapshot snapshot() const { return nn::snapshot_of(crowd_); }
  void restore(const nn::Snapshot& moment) { nn::restore(crowd_, moment); }

 private:
  void report_person(lab::Report& r) const;
  void report_crowd(lab::Report& r) const;

  Sitting sitting_;
  Crowd crowd_;
};

void Run::report_person(lab::Report& r) const {
  const Sitting& s = sitting_;
  r.count("labelled", "pictures that you have labelled", s.labelled);
  if (s.labelled > 0) report_share(r, "you", "you", s.right, s.labelled);
  r.count("pictures", "pictures to label", s.params.n);
  r.real("limit", "time to look at each", s.params.limit, "s");
  r.count("shown", "picture shown, 0 for none", s.shown + 1);
  r.real("noise", "standard deviation of the noise on a pixel, ink being 1",
         pixel_noise * s.params.difficulty);
  std::int64_t ambiguous = 0;
  for (const Product& p : s.products) ambiguous += p.blend < 1 ? 1 : 0;
  r.count("ambiguous", "pictures between two classes among yours", ambiguous);
}

void Run::report_crowd(lab::Report& r) const {
  const int seen = crowd_.seen();
  r.count("samples.seen", "pictures that the simulated people have labelled", seen);
  r.count("majority", "votes that make a majority of the panel", sitting_.params.panel / 2 + 1);
  int best = 0;
  for (const Annotator who : {Annotator::layman, Annotator::expert, Annotator::panel}) {
    const int right = crowd_.right(who, seen);
    report_share(r, annotator_name(who), std::string("simulated ") + annotator_name(who), right,
                 seen);
    best = std::max(best, right);
  }
  const char* const why = "no picture has been labelled yet";
  const char* const error = "share that the best get wrong, the stand-in for the Bayes error";
  const char* const agreement = "share of pairs in the panel that agree on a picture";
  if (seen == 0) {
    r.undefined("error.human", error, why);
    r.undefined("agreement", agreement, why);
    return;
  }
  r.real("error.human", error, 1 - static_cast<double>(best) / seen);
  if (sitting_.params.panel < 2)
    r.undefined("agreement", agreement, "a panel of one has no pairs");
  else
    r.real("agreement", agreement, crowd_.agreement());
}

lab::Report Run::report() const {
  lab::Report r;
  const Params& p = sitting_.params;
  if (static_cast<int>(p.labels.size()) > p.n)
    r.blame("labels", "There are " + grouped(p.labels.size()) + " labels for " +
                          lab::counted(p.n, "picture", "pictures") +
                          "; those beyond are left out.");
  if (p.item > p.n)
    r.blame("item", "The pictures go up to " + grouped(p.n) + "; picture " + grouped(p.n) +
                        " is shown in place of " + grouped(p.item) + ".");
  report_person(r);
  report_crowd(r);
  draw(sitting_, crowd_, r);
  return r;
}

}  // namespace

const lab::LabRow lab_row = lab::replay<Params, Run>("human-level", "How well people label");

}  // namespace laboratory::human_level
