#include "labs/regularise/bench.h"

namespace laboratory {
namespace {

constexpr std::array<Measure, measure_count> table = {{
    {"plain", "none", [](RegulariseParams&) {}},
    {"augment", "augmentation", [](RegulariseParams& p) { p.augment = true; }},
    {"dropout", "dropout 0.3", [](RegulariseParams& p) { p.dropout = 0.3; }},
    {"bn", "batch norm", [](RegulariseParams& p) { p.bn = true; }},
    {"adam", "Adam", [](RegulariseParams& p) { p.optimizer = RegulariseOptimiser::adam; }},
    {"l2", "L2 0.03", [](RegulariseParams& p) { p.l2 = 0.03; }},
    {"l1", "L1 0.003", [](RegulariseParams& p) { p.l1 = 0.003; }},
    {"early", "early stop", [](RegulariseParams&) {}},
}};

}  // namespace

const std::array<Measure, measure_count>& measures() { return table; }

RegulariseParams plain(RegulariseParams p) {
  p.dropout = p.l1 = p.l2 = 0;
  p.bn = p.augment = false;
  p.optimizer = RegulariseOptimiser::sgd;
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

RegulariseBench::RegulariseBench(const RegulariseParams& p) : p_(p), own_(seeds(p)) {
  for (int m = 0; m < early_stopping; ++m) {
    RegulariseParams changed = plain(p);
    table[static_cast<std::size_t>(m)].apply(changed);
    networks_.push_back(seeds(changed));
  }
  history_.push_back(own().accuracy());
  judge_plain();
}

RegulariseBench::Seeds RegulariseBench::seeds(const RegulariseParams& p) const {
  Seeds all;
  for (int r = 0; r < p_.repeats; ++r) all.push_back(std::make_unique<Trainee>(p, p.seed + r));
  return all;
}

void RegulariseBench::epoch() {
  for (auto& t : own_) t->epoch();
  for (auto& group : networks_)
    for (auto& t : group) t->epoch();
  ++epochs_;
  history_.push_back(own().accuracy());
  judge_plain();
}

// Looking only so often makes early stopping no better than a person who looks that often.
void RegulariseBench::judge_plain() {
  constexpr int often = 5;
  if (epochs_ % often != 0) return;
  Seeds& networks = networks_[0];
  best_.resize(networks.size());
  for (std::size_t r = 0; r < networks.size(); ++r) {
    const Accuracy now = networks[r]->accuracy();
    if (epochs_ == 0 || now.validation > best_[r].validation) best_[r] = now;
  }
}

Group RegulariseBench::reached(Seeds& networks) const {
  Group g;
  for (auto& t : networks)
    if (t->fault().empty()) g.reached.push_back(t->accuracy());
  return g;
}

Group RegulariseBench::own_group() { return reached(own_); }

Group RegulariseBench::group(int measure) {
  if (measure == early_stopping) return {best_};
  return reached(networks_[static_cast<std::size_t>(measure)]);
}

}  // namespace laboratory
