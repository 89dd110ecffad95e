// The point that a person moves across a plane.
#pragma once

#include "lab/shapes/splats.h"
#include "ui/frame/widget.h"
#include "ui/plots/plot.h"
#include "ui/plots/plot_labels.h"

namespace ui {

// The fields that a cross-hair sets, both or none, and which entries of those that are lists.
struct CrosshairFields {
  const lab::Field *x = nullptr, *y = nullptr;
  int entry_x = 0, entry_y = 1;
  explicit operator bool() const { return x && y; }
};
CrosshairFields fields_of(const lab::Crosshair& c, const Desk& desk);

// Where it stands: the values of its fields, 0 for one that is chosen automatically.
struct Spot {
  double x = 0, y = 0;
};
Spot spot_of(CrosshairFields fields);

// The frame of a plane that a cross-hair may stand on: what there is to see, `across` and `up`, and
// the spot, with room for dragging outwards.
Frame plane_frame(const lab::Axis& x, const lab::Axis& y, Extent across, Extent up,
                  CrosshairFields fields, bool equal);

// True while the cross-hair of this area is in the hand, as the last frame left it.
bool in_hand(ImGuiID area);

// How far the pointer is from it; beyond all bounds where it is out of reach.
float crosshair_away(CrosshairFields fields, const Plot& p);

// Asks labels to stay off the knob.
void keep_clear(CrosshairFields fields, const Plot& p, Labels& labels);

// Lets the cross-hair be dragged, moved by the arrow keys and put back by a double click, and asks
// for its place, which stays within the bounds of its fields. Draws it with its name. True where
// the pointer means it and nothing else, which is not where something `nearer` is under it.
bool move_crosshair(const lab::Crosshair& c, CrosshairFields fields, const Plot& p, Desk& desk,
                    Labels& labels, bool nearer = false);

// Asks for it at a place of the canvas, within the plot and the bounds of its fields.
void put_crosshair(CrosshairFields fields, const Plot& p, ImVec2 at, Desk& desk);

}  // namespace ui
