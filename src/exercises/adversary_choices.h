// What is to be chosen in 2b-i: what D sees as real and as fake, the losses, and who moves which.
#pragma once

#include "exercises/choices.h"

namespace exercises {

// The order of the options follows `turn`; in the paper's own question it is 0.
exam::OneOf seen_as_real(int turn);
exam::OneOf seen_as_fake(int turn);
exam::OneOf adversary_losses_chosen(int turn);
exam::OneOf who_moves(int turn);

}  // namespace exercises
