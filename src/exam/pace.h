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

// The pace of a run at its horizon on a machine that takes `step_seconds` >= 0 for a step. Nine
// pictures a second, fewer where there are few steps in all; one step at a time at first and a 25th
// of what lies behind later, for what a run has to tell happens early; never more than the machine
// takes in the time that the picture stands.
Pace pace(const lab::Whole& horizon, double step_seconds);

}  // namespace exam
