// A number that a person can let run on.
#pragma once

#include "ui/frame/widget.h"

namespace ui {

// Buttons that begin again at the lowest value and let the field of a whole number run on, and its
// slider. While it runs, the next value is asked for as soon as the lab has answered with the last
// one, and nothing runs on that is out of sight.
void played(const lab::Field& field, const lab::Whole& whole, float width, Desk& desk);

}  // namespace ui
