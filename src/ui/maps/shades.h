// The theme's colours as ramps for maps, and the same ramps as legends and as grounds for text.
#pragma once

#include <imgui.h>

#include <vector>

#include "gfx/maps.h"
#include "lab/figure.h"
#include "ui/frame/marks.h"
#include "ui/frame/theme.h"

namespace ui {

gfx::Rgb rgb(ImU32 colour);
ImU32 packed(gfx::Rgb colour);

// Orange below zero, the surface at zero, blue above: the same in maps, matrices and bars.
gfx::Ramp signed_ramp(const Theme& t);

// How maps look in this theme: the ramp up to `peak`, hatches in its lines on its ground.
gfx::Look map_look(const Theme& t, const gfx::Ramp& ramp, float peak);

// The ramp and the peak of a convolution's input: grey where all planes are in [0, 1], two-sided
// otherwise.
struct Shading {
  gfx::Ramp ramp;
  float peak = 1;
};
Shading input_shading(const lab::Sliding& s, const Theme& t);

// The largest finite magnitude, 1 where there is none but zero.
float peak_of(const std::vector<float>& values);

// Black or white, whichever is easier to read on `ground`.
ImU32 ink_on(gfx::Rgb ground);

// A bar of the ramp with the values at its ends, and at zero where it has two sides.
void ramp_legend(ImDrawList& draw, ImVec2 at, float width, const gfx::Ramp& ramp, float peak,
                 const Theme& t);
float legend_height();

// Device pixels in a point.
float pixel_ratio();

}  // namespace ui
