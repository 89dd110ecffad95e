// Points and arrows of several kinds in one plot, some of which a hand moves.
#pragma once

#include <vector>

#include "lab/shapes/cloud.h"
#include "ui/frame/widget.h"
#include "ui/plots/legend.h"
#include "ui/plots/plot.h"
#include "ui/plots/plot_labels.h"

namespace ui {

using Clouds = std::vector<lab::Cloud>;

// Adds what the points cover to the ranges.
void add_clouds(const Clouds& clouds, Extent& across, Extent& up);

// Which point of which cloud, from 0; none where they are below.
struct Which {
  int cloud = -1, point = -1;
};

// What the pointer and the keys mean in this frame: the point in the hand with the place to which
// it goes, and the one that is read out.
struct CloudHand {
  Which held, read;
  ImVec2 at;
  bool over = false;  // the pointer is on a point

  bool busy() const { return held.cloud >= 0; }
};

// True while a point of this area is in the hand, as the last frame left it: its axes hold still.
bool holds_point(ImGuiID area);

// Takes up and moves points of clouds with a table, and asks for their places. A point that is
// `rival` away from the pointer or further leaves it to what stands nearer.
CloudHand move_points(const Clouds& clouds, const Plot& p, Desk& desk, float rival = 1e9f);

void draw_clouds(const Clouds& clouds, const Plot& p, const CloudHand& hand, Labels& labels,
                 const Theme& t);

// The point that is read out, in words.
void read_points(const lab::Axis& x, const lab::Axis& y, const Clouds& clouds, const Plot& p,
                 const CloudHand& hand, const Theme& t);

// The names of clouds whose points have none of their own, over a plot of this width beside the
// title of its upright axis.
Legend cloud_legend(const Clouds& clouds, const lab::Axis& upright, float width);

}  // namespace ui
