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

Repeat::Repeat(const Params& p, int seed, bool keeps_history)
    : data_(examples(p, seed)),
      own_(std::make_unique<Trainee>(p, seed, data_)),
      keeps_history_(keeps_history) {
  for (int m = 0; m < early_stopping; ++m) {
    Params changed = plain(p);
    table[static_cast<std::size_t>(m)].apply(changed);
    networks_.push_back(std::make_unique<Trainee>(changed, seed, data_));
  }
  judge();
}

void Repeat::epoch() {
  own_->epoch();
  for (auto& network : networks_) network->epoch();
  ++epochs_;
  judge();
}

// Looking only so often makes early stopping no better than a person who looks that often.
void Repeat::judge() {
  constexpr int often = 5;
  if (keeps_history_) history_.push_back(own_->accuracy());
  if (epochs_ % often != 0) return;
  const Accuracy now = networks_[0]->accuracy();
  if (epochs_ == 0 || now.validation > best_.validation) best_ = now;
}

Repeat& LineUp::repeat(int place) {
  std::unique_ptr<Repeat>& repeat = repeats_[static_cast<std::size_t>(place)];
  if (!repeat) repeat = std::make_unique<Repeat>(p_, p_.seed + place, place == 0);
  return *repeat;
}

Group LineUp::own_group() {
  Group g;
  for (int r = 0; r < p_.repeats; ++r)
    if (Trainee& own = repeat(r).own(); own.fault().empty()) g.reached.push_back(own.accuracy());
  return g;
}

Group LineUp::group(int measure) {
  Group g;
  for (int r = 0; r < p_.repeats; ++r) {
    if (measure == early_stopping)
      g.reached.push_back(repeat(r).best());
    else if (Trainee& network = repeat(r).with(measure); network.fault().empty())
      g.reached.push_back(network.accuracy());
  }
  return g;
}

}  // namespace laboratory::regularise
