// The one scale of a figure that shows values as colours: from values to places on a ramp, and its
// legend.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "gfx/colour_map.h"
#include "lab/figure.h"
#include "ui/frame/marks.h"
#include "ui/frame/theme.h"
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
  std::vector<float> places(std::span<const float> values) const;
};

// Fitted to all values, unless their axis has a range of its own.
HeatScale heat_scale(const lab::Axis& value, bool signed_values,
                     const std::vector<std::span<const float>>& values);
HeatScale heat_scale(const lab::Heat& s);

gfx::Ramp ramp_of(const HeatScale& scale, const Theme& t);

// What a hatched cell holds: a figure on a logarithmic scale may give NaN for a zero.
std::string missing_words(const lab::Axis& value);

// Draws the legend from `foot` to the right, into a figure that takes all of `area`; it takes this
// height.
void scale_bar(ImDrawList& draw, const lab::Axis& value, const HeatScale& scale, const Box& area,
               ImVec2 foot, const Theme& t);
float scale_bar_height();

}  // namespace ui
