#include "gfx/colour_map.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gfx {
namespace {

struct Lab {
  float l, a, b;
};

float linear(float c) { return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f); }

float encoded(float c) {
  return c <= 0.0031308f ? 12.92f * c : 1.055f * std::pow(c, 1 / 2.4f) - 0.055f;
}

Lab oklab(Rgb colour) {
  const float r = linear(colour.r), g = linear(colour.g), b = linear(colour.b);
  const float l = std::cbrt(0.4122214708f * r + 0.5363325363f * g + 0.0514459929f * b);
  const float m = std::cbrt(0.2119034982f * r + 0.6806995451f * g + 0.1073969566f * b);
  const float s = std::cbrt(0.0883024619f * r + 0.2817188376f * g + 0.6299787005f * b);
  return {0.2104542553f * l + 0.7936177850f * m - 0.0040720468f * s,
          1.9779984951f * l - 2.4285922050f * m + 0.4505937099f * s,
          0.0259040371f * l + 0.7827717662f * m - 0.8086757660f * s};
}

// May leave [0, 1]: not every OKLab colour can be shown.
Rgb linear_rgb(Lab c) {
  const float l_root = c.l + 0.3963377774f * c.a + 0.2158037573f * c.b;
  const float m_root = c.l - 0.1055613458f * c.a - 0.0638541728f * c.b;
  const float s_root = c.l - 0.0894841775f * c.a - 1.2914855480f * c.b;
  const float l = l_root * l_root * l_root, m = m_root * m_root * m_root,
              s = s_root * s_root * s_root;
  return {4.0767416621f * l - 3.3077115913f * m + 0.2309699292f * s,
          -1.2684380046f * l + 2.6097574011f * m - 0.3413193965f * s,
          -0.0041960863f * l - 0.7034186147f * m + 1.7076147010f * s};
}

bool can_be_shown(Rgb linear_colour) {
  const auto [low, high] = std::minmax({linear_colour.r, linear_colour.g, linear_colour.b});
  return low >= -1e-4f && high <= 1.0001f;
}

Rgb srgb(Lab c) {
  const Rgb raw = linear_rgb(c);
  const auto channel = [](float x) {
    return std::clamp(encoded(std::clamp(x, 0.0f, 1.0f)), 0.0f, 1.0f);
  };
  return {channel(raw.r), channel(raw.g), channel(raw.b)};
}

// The colour of this lightness and hue that comes closest to the wanted chroma.
Rgb with_chroma(float l, float chroma, float hue) {
  const float a = std::cos(hue), b = std::sin(hue);
  float low = 0, high = chroma;
  if (can_be_shown(linear_rgb({l, chroma * a, chroma * b}))) low = chroma;
  for (int i = 0; i < 20 && low < high; ++i) {
    const float middle = (low + high) / 2;
    (can_be_shown(linear_rgb({l, middle * a, middle * b})) ? low : high) = middle;
  }
  return srgb({l, low * a, low * b});
}

Rgb between(Rgb from, Rgb to, float share) {
  return {from.r + (to.r - from.r) * share, from.g + (to.g - from.g) * share,
          from.b + (to.b - from.b) * share};
}

}  // namespace

Ramp diverging(Rgb negative, Rgb zero, Rgb positive) {
  constexpr int middle = ramp_stops / 2;
  const Lab centre = oklab(zero);
  Ramp ramp;
  ramp.around_zero = true;
  for (int i = 0; i < ramp_stops; ++i) {
    const Lab end = oklab(i < middle ? negative : positive);
    const float share = static_cast<float>(std::abs(i - middle)) / middle;
    ramp.stops[static_cast<std::size_t>(i)] =
        srgb({centre.l + (end.l - centre.l) * share, centre.a + (end.a - centre.a) * share,
              centre.b + (end.b - centre.b) * share});
  }
  // Exactly as named, free of the rounding on the way through OKLab.
  ramp.stops.front() = negative;
  ramp.stops[middle] = zero;
  ramp.stops.back() = positive;
  return ramp;
}

Ramp magnitude(bool dark) {
  constexpr float violet = 285, yellow = 100;  // hues, in degrees
  Ramp ramp;
  for (int i = 0; i < ramp_stops; ++i) {
    const float at = static_cast<float>(i) / (ramp_stops - 1);
    const float rise = dark ? at : 1 - at;
    const float hue = (violet + (yellow - violet) * rise) * std::numbers::pi_v<float> / 180;
    const float chroma = 0.04f + 0.44f * rise * (1 - rise) + 0.06f * rise;
    const float light = dark ? 0.16f + 0.78f * rise : 0.28f + 0.70f * rise;
    ramp.stops[static_cast<std::size_t>(i)] = with_chroma(light, chroma, hue);
  }
  return ramp;
}

Ramp grey() {
  Ramp ramp;
  for (int i = 0; i < ramp_stops; ++i) {
    const float at = static_cast<float>(i) / (ramp_stops - 1);
    ramp.stops[static_cast<std::size_t>(i)] = {at, at, at};
  }
  return ramp;
}

Position position(const Ramp& ramp, float peak) {
  const float span = std::isfinite(peak) && peak > 0 ? peak : 1;
  return ramp.around_zero ? Position{0.5f / span, 0.5f} : Position{1 / span, 0};
}

Rgb colour(const Ramp& ramp, float value, float peak) {
  const Position place = position(ramp, peak);
  const float at = std::clamp(value * place.scale + place.offset, 0.0f, 1.0f) * (ramp_stops - 1);
  const int stop = std::min(static_cast<int>(at), ramp_stops - 2);
  const auto i = static_cast<std::size_t>(stop);
  return between(ramp.stops[i], ramp.stops[i + 1], at - static_cast<float>(stop));
}

float lightness(Rgb colour) { return oklab(colour).l; }

}  // namespace gfx
