// From values to colours: the ramps that the shader draws with, and the same arithmetic here, for
// legends, for text that must stand out from its cell, and as the shader's reference.
#pragma once

#include <array>

namespace gfx {

// An sRGB colour, channels in [0, 1].
struct Rgb {
  float r = 0, g = 0, b = 0;
  bool operator==(const Rgb&) const = default;
};

constexpr int ramp_stops = 17;

// Evenly spaced colours with straight lines between them in sRGB. A ramp around zero runs from
// -peak to peak with zero on its middle stop, any other from 0 to peak; beyond it the ends go on.
struct Ramp {
  std::array<Rgb, ramp_stops> stops;
  bool around_zero = false;
  bool operator==(const Ramp&) const = default;
};

// Equal steps look equally large: the stops are even in OKLab (Ottosson, 2020).
Ramp diverging(Rgb negative, Rgb zero, Rgb positive);
// Lightness rises evenly from a near-black at 0 where `dark`, and falls from a near-white
// otherwise, while the hue turns between yellow and violet as a second cue.
Ramp magnitude(bool dark);
// Black to white as stored, for pictures with values in [0, peak].
Ramp grey();

// A value v stands at scale v + offset on its ramp, where 0 is the first stop and 1 the last. A
// peak that is not positive and finite counts as 1.
struct Position {
  float scale, offset;
};
Position position(const Ramp& ramp, float peak);

// The colour of a finite value.
Rgb colour(const Ramp& ramp, float value, float peak);

// OKLab lightness, 0 for black to 1 for white.
float lightness(Rgb colour);

}  // namespace gfx
