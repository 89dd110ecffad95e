// Names that are in or out, and arrows between names.
#pragma once

#include "ui/frame/widget.h"

namespace ui {

// A switch for each name, side by side.
void toggles(const lab::Field& field, const lab::Subset& subset, float width, Desk& desk);

// The arrows as text, which opens for typing, and a square with a cell for each arrow that there
// may be: rows are where it begins, columns where it ends.
void arrows(const lab::Field& field, const lab::Arrows& arrows, float width, Desk& desk);

}  // namespace ui
