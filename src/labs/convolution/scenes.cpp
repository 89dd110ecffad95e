#include "labs/convolution/scenes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "labs/convolution/easel.h"
#include "num/elementary.h"
#include "num/rng.h"

namespace laboratory::convolution {
namespace {

constexpr std::uint64_t placing = 1, grain = 2;  // purposes of the streams of random numbers

constexpr Colour paper{0.96, 0.95, 0.90}, ink{0.10, 0.12, 0.20}, amber{0.98, 0.76, 0.26},
    sky{0.36, 0.70, 0.92}, brick{0.82, 0.32, 0.26}, leaf{0.35, 0.72, 0.42}, skin{0.93, 0.74, 0.60};

void shapes(Easel& easel, num::Rng& rng) {
  // Drawn one by one: compilers differ in the order in which they evaluate arguments.
  double by[11];
  for (double& shift : by) shift = rng.uniform(-0.03, 0.03);
  easel.wash({0.12, 0.15, 0.24}, {0.34, 0.38, 0.46});
  easel.stroke({0.04, 0.48 + by[0]}, {0.96, 0.52 + by[1]}, 0.012, leaf);
  easel.disc(0.31 + by[2], 0.28 + by[3], 0.19, amber);
  easel.box(0.72 + by[4], 0.28 + by[5], 0.15, 0.45 + 8 * by[6], sky);
  easel.triangle({0.10 + by[7], 0.90}, {0.30 + by[8], 0.58}, {0.50 + by[7], 0.90}, brick);
  const double x = 0.73 + by[9], y = 0.74 + by[10];
  easel.disc(x, y, 0.18, paper);
  easel.disc(x, y, 0.10, {0.24, 0.28, 0.36});
}

// Bars that grow finer from one side to the other.
void stripes(Easel& easel, num::Rng& rng) {
  const double angle = rng.uniform(0.3, 1.2), phase = rng.uniform();
  const double cos = num::cos(angle), sin = num::sin(angle);
  easel.paint([=](double x, double y, double pixel) {
    const double u = x * cos + y * sin, turns = phase + 3 * u + 4 * u * u;
    const double off = std::fabs(turns - std::floor(turns) - 0.5) - 0.25;  // in turns, 0 at an edge
    return mix(ink, paper, std::clamp(0.5 - off / ((3 + 8 * std::fabs(u)) * pixel), 0.0, 1.0));
  });
}

void checker(Easel& easel, num::Rng& rng) {
  const double left = rng.uniform(), top = rng.uniform();
  const auto wave = [](double turns, double pixels) {  // 0 and 1 in turn, soft over a pixel
    const double off = std::fabs(turns - std::floor(turns) - 0.5) - 0.25;
    return std::clamp(0.5 - off / pixels, 0.0, 1.0);
  };
  easel.paint([=](double x, double y, double pixel) {
    const double a = wave(4 * x + left, 4 * pixel), b = wave(4 * y + top, 4 * pixel);
    return mix(ink, paper, a * b + (1 - a) * (1 - b));
  });
}

// Strokes of a letter in a box of 4 x 6, four numbers each: from x, y to x, y.
std::vector<double> letter(int index) {
  switch (index) {
    case 0:
      return {0, 6, 2, 0, 2, 0, 4, 6, 0.8, 3.8, 3.2, 3.8};  // A
    case 1:
      return {0, 0, 0, 6, 0, 0, 4, 0, 0, 3, 3, 3, 0, 6, 4, 6};  // E
    case 2:
      return {0, 0, 0, 6, 4, 0, 0, 3.4, 1.2, 2.5, 4, 6};  // K
    case 3:
      return {0, 6, 0, 0, 0, 0, 4, 6, 4, 6, 4, 0};  // N
    case 4:
      return {0, 0, 4, 6, 4, 0, 0, 6};  // X
    default:
      return {0, 0, 4, 0, 4, 0, 0, 6, 0, 6, 4, 6};  // Z
  }
}

void glyph(Easel& easel, num::Rng& rng) {
  easel.wash({0.97, 0.96, 0.92}, {0.86, 0.86, 0.84});
  const std::vector<double> strokes = letter(rng.below(6));
  const double left = rng.uniform(0.22, 0.28), top = rng.uniform(0.12, 0.18);
  const auto place = [&](std::size_t i) {
    return Point{left + 0.125 * strokes[i], top + 0.116 * strokes[i + 1]};
  };
  for (std::size_t i = 0; i < strokes.size(); i += 4)
    easel.stroke(place(i), place(i + 2), 0.055, {0.14, 0.18, 0.42});
}

void face(Easel& easel, num::Rng& rng) {
  const double smile = rng.uniform(0.03, 0.09), gaze = rng.uniform(-0.015, 0.015);
  easel.wash({0.55, 0.72, 0.80}, {0.28, 0.44, 0.58});
  easel.disc(0.50, 0.40, 0.33, {0.25, 0.16, 0.11});
  easel.box(0.50, 0.95, 0.26, 0.0, brick);
  easel.disc(0.50, 0.50, 0.29, skin);
  for (const double x : {0.39, 0.61}) {
    easel.disc(x, 0.45, 0.060, paper);
    easel.disc(x + gaze, 0.455, 0.028, ink);
    easel.stroke({x - 0.06, 0.36}, {x + 0.06, 0.35}, 0.012, {0.25, 0.16, 0.11});
  }
  easel.stroke({0.50, 0.48}, {0.48, 0.58}, 0.010, {0.72, 0.50, 0.40});
  constexpr int pieces = 12;
  const auto lip = [&](int i) {
    const double t = 2.0 * i / pieces - 1;
    return Point{0.5 + 0.13 * t, 0.63 + smile * (1 - t * t)};
  };
  for (int i = 0; i < pieces; ++i) easel.stroke(lip(i), lip(i + 1), 0.016, {0.62, 0.16, 0.16});
}

// Four octaves of values on a lattice, smoothly joined: marble, grass, cloud.
void texture(Easel& easel, num::Rng& rng) {
  struct Octave {
    int side;
    double strength;
    std::vector<double> lattice;
  };
  std::vector<Octave> octaves;
  for (int side = 4, i = 0; i < 4; ++i, side *= 2) {
    Octave octave{side, 0.5 / (1 << i),
                  std::vector<double>(static_cast<std::size_t>((side + 1) * (side + 1)))};
    for (double& value : octave.lattice) value = rng.uniform();
    octaves.push_back(std::move(octave));
  }
  easel.paint([&](double x, double y, double) {
    double sum = 0;
    for (const Octave& o : octaves) {
      const int c = static_cast<int>(x * o.side), r = static_cast<int>(y * o.side);
      const auto smooth = [](double t) { return t * t * (3 - 2 * t); };
      const double u = smooth(x * o.side - c), v = smooth(y * o.side - r);
      const double* const at = o.lattice.data() + r * (o.side + 1) + c;
      const double above = at[0] + u * (at[1] - at[0]);
      const double below = at[o.side + 1] + u * (at[o.side + 2] - at[o.side + 1]);
      sum += o.strength * (above + v * (below - above));
    }
    return mix({0.16, 0.22, 0.12}, {0.86, 0.80, 0.58}, std::clamp(1.9 * sum - 0.4, 0.0, 1.0));
  });
}

void noise(Easel& easel, std::uint64_t seed) {
  num::Rng rng(seed, grain);
  easel.paint([&](double, double, double) {
    const double red = rng.uniform(), green = rng.uniform();
    return Colour{red, green, rng.uniform()};
  });
}

}  // namespace

std::vector<std::string> scene_names() {
  return {"shapes", "stripes", "checker", "glyph", "face", "texture", "noise", "own"};
}

std::vector<float> draw(Scene scene, int n, std::uint64_t seed) {
  Easel easel(n);
  num::Rng rng(seed, placing);
  switch (scene) {
    case Scene::shapes:
      shapes(easel, rng);
      break;
    case Scene::stripes:
      stripes(easel, rng);
      break;
    case Scene::checker:
      checker(easel, rng);
      break;
    case Scene::glyph:
      glyph(easel, rng);
      break;
    case Scene::texture:
      texture(easel, rng);
      break;
    case Scene::noise:
      noise(easel, seed);
      break;
    case Scene::face:
    case Scene::own:
      face(easel, rng);
      break;
  }
  return easel.take();
}

std::vector<float> channel_planes(const std::vector<float>& rgb, int channels) {
  const std::size_t size = rgb.size() / 3;
  if (channels > 1)
    return {rgb.begin(),
            rgb.begin() + static_cast<std::ptrdiff_t>(
                              size * static_cast<std::size_t>(drawn_channels(channels)))};
  std::vector<float> grey(size);
  // Luma of ITU-R BT.601.
  for (std::size_t i = 0; i < size; ++i)
    grey[i] = 0.299f * rgb[i] + 0.587f * rgb[size + i] + 0.114f * rgb[2 * size + i];
  return grey;
}

}  // namespace laboratory::convolution
