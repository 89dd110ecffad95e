#include "labs/regularise/line_up.h"

namespace laboratory::regularise {
namespace {

constexpr std::array<Measure, measure_count> table = {{
    {"plain", "none", [](Params&) {}},
    {"augment", "augmentation", [](Params& p) { p.augment = true; }},
    {"dropout", "dropout 0.3", [](Params& p) { p.dropout = 0.3; }},
    {"bn", "batch norm", [](Params& p) { p.bn = true; }},
    {"adam", "Adam", [](Params& p) { p.optimizer = Optimiser::adam; }},
    {"l2", "L2 0.03", [](Params& p) { p.l2 = 0.03; }},
    {"l1", "L1 0.003", [](Params& p) { p.l1 = 0.003; }},
    {"early", "early stop", [](Params&) {}},
}};

}  // namespace

const std::array<Measure, measure_count>& measures() { return table; }

Params plain(Params p) {
  p.dropout = p.l1 = p.l2 = 0;
  p.bn = p.augment = false;
  p.optimizer = Optimiser::sgd;
  return p;
}

num::Running Group::gaps() const {
  num::Running r;
  for (const Accuracy& a : reached) r.add(a.gap());
  return r;
}

num::Running Group::validation() const {
  num::Running r;
  for (const Accuracy& a : reached) r.add(a.validation);
  return r;
}

LineUp::LineUp(const Params& p) : p_(p), own_(seeds(p)) {
  for (int m = 0; m < early_stopping; ++m) {
    Params changed = plain(p);
    table[static_cast<std::size_t>(m)].apply(changed);
    networks_.push_back(seeds(changed));
  }
  history_.push_back(own().accuracy());
  judge_plain();
}

LineUp::Seeds LineUp::seeds(const Params& p) const {
  Seeds all;
  for (int r = 0; r < p_.repeats; ++r) all.push_back(std::make_unique<Trainee>(p, p.seed + r));
  return all;
}

void LineUp::epoch() {
  for (auto& t : own_) t->epoch();
  for (auto& group : networks_)
    for (auto& t : group) t->epoch();
  ++epochs_;
  history_.push_back(own().accuracy());
  judge_plain();
}

// Looking only so often makes early stopping no better than a person who looks that often.
void LineUp::judge_plain() {
  constexpr int often = 5;
  if (epochs_ % often != 0) return;
  Seeds& networks = networks_[0];
  best_.resize(networks.size());
  for (std::size_t r = 0; r < networks.size(); ++r) {
    const Accuracy now = networks[r]->accuracy();
    if (epochs_ == 0 || now.validation > best_[r].validation) best_[r] = now;
  }
}

Group LineUp::reached(Seeds& networks) const {
  Group g;
  for (auto& t : networks)
    if (t->fault().empty()) g.reached.push_back(t->accuracy());
  return g;
}

Group LineUp::own_group() { return reached(own_); }

Group LineUp::group(int measure) {
  if (measure == early_stopping) return {best_};
  return reached(networks_[static_cast<std::size_t>(measure)]);
}

}  // namespace laboratory::regularise
