#include "lab/errand.h"

#include <utility>

namespace lab {

void Mate::equip(std::uint64_t work, std::unique_ptr<Hand> hand) {
  work_ = work;
  hand_ = std::move(hand);
  busy_ = false;
}

void Mate::take(Errand errand) {
  errand_ = std::move(errand);
  fetched_ = {errand_.work, errand_.member, errand_.start.step, {}};
  step_ = errand_.start.step;
  if (errand_.start.state) hand_->restore(errand_.member, errand_.start.state);
  busy_ = !errand_.stops.empty();
}

bool Mate::go(std::int64_t steps) {
  for (; busy_ && steps > 0; --steps) {
    hand_->step(errand_.member, ++step_);
    if (step_ != errand_.stops[fetched_.moments.size()]) continue;
    fetched_.moments.push_back({step_, hand_->state(errand_.member)});
    busy_ = fetched_.moments.size() < errand_.stops.size();
  }
  return !busy_;
}

Fetched Mate::hand_over() { return std::exchange(fetched_, {}); }

}  // namespace lab
