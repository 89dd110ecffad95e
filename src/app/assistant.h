// The part of a shared run that is taken where the session is: errands as all mates do them, a
// slice at a time, so that the session answers in between.
#pragma once

#include <cstdint>

#include "exam/session.h"
#include "lab/errand.h"

namespace app {

class Assistant {
 public:
  // The number of this one among the mates of a division; others have higher ones.
  static constexpr int own = 0;

  enum class State : std::uint8_t { works, settled, waits };

  // Works for about `seconds` and gathers what all have brought. Settled: the lab has no step left
  // that could be shared. Waits: what could be done is in the hands of others.
  State work(exam::Session& session, double seconds);

  // Lets go of the members of its own, which take as much memory as the run's.
  void rest() { mate_ = {}; }

 private:
  lab::Mate mate_;
  double seconds_ = 0;      // that the errand has taken so far
  std::int64_t steps_ = 0;  // and steps
};

}  // namespace app
