// How fast a run plays: as fast as a person follows and the machine can.
#pragma once

#include <cstdint>

#include "lab/field.h"

namespace exam {

// The next picture shows `steps` >= 1 further steps and stands for `seconds`.
struct Pace {
  std::int64_t steps = 1;
  double seconds = 0;
};

// What a machine takes: seconds for a step, and from one picture to the next where pictures are
// held up (by drawing, say) for longer than they are to stand; both 0 and above.
struct Speed {
  double step = 0, picture = 0;
};

// The pace of a run at its horizon. Nine pictures a second, fewer where there are few steps in all;
// one step at a time at first and a 25th of what lies behind later, for what a run has to tell
// happens early; never more than the machine takes in the time that the picture stands. Where
// pictures are held up, up to two seconds each, as many more steps make up for it.
Pace pace(const lab::Whole& horizon, const Speed& speed);

}  // namespace exam
