#include "app/assistant.h"

#include <optional>
#include <utility>

#include "app/stopwatch.h"

namespace app {

Assistant::State Assistant::work(exam::Session& session, double seconds) {
  lab::Division& division = session.division();
  double now = steady_seconds();
  const double end = now + seconds;
  session.gather();
  while (division.members() > 0) {
    if (!mate_.equipped(division.work())) mate_.equip(division.work(), division.hand());
    if (!mate_.busy()) {
      std::optional<lab::Errand> errand = division.errand(own);
      if (!errand) return State::waits;
      mate_.take(*std::move(errand));
      now = steady_seconds();
      seconds_ = 0;
      steps_ = 0;
    }
    const bool done = mate_.go(1);
    const double before = std::exchange(now, steady_seconds());
    seconds_ += now - before;
    ++steps_;
    if (done) {
      division.took(seconds_, steps_);
      division.bring(mate_.hand_over());
      session.gather();
    }
    // The others wait for what follows from what all have brought.
    const bool over = now >= end || (done && division.meets());
    if (over && division.members() > 0) return State::works;
  }
  rest();
  return State::settled;
}

}  // namespace app
