// The one scale of a heat map: from values to places on a ramp of colours, and its legend.
#pragma once

#include <string>

#include "gfx/colour_map.h"
#include "lab/figure.h"
#include "ui/frame/theme.h"
#include "ui/plots/panels.h"
#include "ui/plots/ticks.h"

namespace ui {

struct HeatScale {
  Range range;
  double peak = 0;  // of a two-sided ramp
  bool two_sided = false;
  bool gaps = false;  // some values have no place

  // The place on the ramp: 0 to 1, or -1 to 1 where it has two sides; NaN for what has none. A zero
  // on a logarithmic scale is below everything that the scale shows: its lowest colour.
  float place(float v) const;
};

// Fitted to all panels, unless the figure says otherwise.
HeatScale heat_scale(const lab::Heat& s);

gfx::Ramp ramp_of(const HeatScale& scale, const Theme& t);

// What a hatched cell holds: a figure on a logarithmic scale may give NaN for a zero.
std::string missing_words(const lab::Heat& s);

// Draws the legend into the room beneath the panels, of which it takes this height.
void scale_bar(const lab::Heat& s, const HeatScale& scale, const Panels& p, const Theme& t);
float scale_bar_height();

}  // namespace ui
