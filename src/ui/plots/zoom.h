// Looking closer at a part of a plot: what is seen is a share of the whole range on each axis, so
// that it stays in place when the data under it change.
#pragma once

#include <imgui.h>

#include "ui/frame/widget.h"
#include "ui/plots/plot.h"

namespace ui {

// The part in view, in shares of the whole from 0 to 1.
struct Zoom {
  double x0 = 0, x1 = 1, y0 = 0, y1 = 1;
  bool whole() const { return x0 <= 0 && x1 >= 1 && y0 <= 0 && y1 >= 1; }
  bool operator==(const Zoom&) const = default;
};

// The part that a plot shows, kept under its id between frames.
Zoom kept_zoom(ImGuiID id);
void keep_zoom(ImGuiID id, const Zoom& zoom);

// `zoom` with its sides multiplied by `factor` around a point that keeps its place, in shares of
// what is in view; never beyond the whole, nor below a thousandth of it.
Zoom scaled(const Zoom& zoom, double factor, double at_x, double at_y, Zoomable along);

// The share of a range.
Range part(const Range& whole, double from, double to);

// Keeps what is in view, and shows what was kept: while something is in the hand the axes hold
// still, so that the plane does not run away under it.
void keep_ranges(const Plot& p);
void show_kept_ranges(ImGuiID id, Frame& frame);

// What hands and keys do to the view of a plot that was drawn: the wheel zooms where the plot has
// the focus (or as a pinch, which comes as a wheel with Ctrl), a drag moves what was enlarged, the
// keys +, - and 0 work as well, and a double click shows the whole again. `busy`: the pointer means
// something else. `read_x` is the place that is read out, NaN for none: the arrow keys bring it
// into view.
void navigate(const Plot& p, bool busy, double read_x, Desk& desk);

}  // namespace ui
