#include "lab/errand.h"

#include <utility>

namespace lab {

bool Errand::has_way() const {
  std::int64_t before = start.step;
  for (const std::int64_t stop : stops)
    if (stop <= std::exchange(before, stop)) return false;
  return !stops.empty() && start.step >= 0;
}

void Mate::equip(std::uint64_t work, std::unique_ptr<Hand> hand) {
  work_ = work;
  hand_ = std::move(hand);
  busy_ = false;
}

bool Mate::can(const Errand& errand) const {
  return equipped(errand.work) && errand.has_way() && errand.member >= 0 &&
         errand.member < hand_->members();
}

void Mate::take(Errand errand) {
  errand_ = std::move(errand);
  fetched_ = {errand_.work, errand_.member, errand_.start.step, {}};
  step_ = errand_.start.step;
  if (errand_.start.state) hand_->restore(errand_.member, errand_.start.state);
  busy_ = true;
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
