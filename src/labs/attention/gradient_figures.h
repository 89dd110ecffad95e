// The pictures of gradients: the cell as one entry of its query moves, and the gradients of the
// kind in force and of the other kind.
#pragma once

#include "labs/attention/study.h"

namespace laboratory::attention {

// Appends them. `s.picked` must exist.
void draw_gradients(const Study& s, lab::Report& report);

}  // namespace laboratory::attention
