// Numbers as people read them, under the names of this layer.
#pragma once

#include "lab/digits.h"

namespace ui {

using lab::counted;
using lab::exact;
using lab::power_of_ten;
using lab::readable;

}  // namespace ui
