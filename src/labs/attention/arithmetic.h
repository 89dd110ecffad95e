// The arithmetic of one output cell.
#pragma once

#include "labs/attention/study.h"

namespace laboratory::attention {

// How the picked cell comes about, with its numbers. `s.picked` must exist.
lab::Working arithmetic(const Study& s);

}  // namespace laboratory::attention
