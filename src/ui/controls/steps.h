// Play, step, back and restart for a lab that runs in steps.
#pragma once

#include "lab/view.h"
#include "ui/frame/widget.h"

namespace ui {

// Buttons that move the field offered as horizon, its slider, and how far the run has come. `.` `,`
// and R do the same as the buttons, Space plays where no button has the focus.
void steps(const lab::View& view, const lab::Field& horizon, float width, Desk& desk);

}  // namespace ui
