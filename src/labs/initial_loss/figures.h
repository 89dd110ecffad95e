// Four pictures: how the expected loss leaves log K when the weights spread, with the simulated
// loss on it; the probabilities; the running mean; every sample's loss.
#pragma once

#include "labs/initial_loss/record.h"

namespace laboratory::initial_loss {

// Appends the figures: the run's only once a sample was seen.
void draw(const Record& record, const LossCurve& theory, lab::Report& report);

}  // namespace laboratory::initial_loss
