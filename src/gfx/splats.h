// A cloud of points, each with a small marker of its class, drawn by the shaders splats.vert and
// splats.frag.
#pragma once

#include <array>

#include "gfx/colour_map.h"
#include "gfx/maps.h"
#include "gfx/settle.h"

namespace gfx {

// Class c has colour c % 7 and marker (c + c / 7) % 7, so that 49 classes differ: disc, square,
// triangle up, triangle down, diamond, ring, plus.
constexpr int splat_colours = 7;

struct SplatLook {
  // A point (x, y) stands scale_x x + offset_x pixels from the left and scale_y y + offset_y from
  // the top.
  float scale_x = 1, offset_x = 0, scale_y = 1, offset_y = 0;
  float radius = 2;   // of a marker, in pixels
  float opacity = 1;  // of one marker; where markers overlap, the picture is denser
  std::array<Rgb, splat_colours> colours;
  bool operator==(const SplatLook&) const = default;
};

// The pass that draws three planes, which are x, y and class, on a clear ground. A point that is
// not finite is left out. The later of two points lies over the earlier.
class SplatPass {
 public:
  using Picture = Sized<SplatLook>;
  SplatPass();
  const std::string& error() const {
    return program_.error().empty() ? settle_.error() : program_.error();
  }
  // False where the target cannot have that size.
  bool draw(const Stack& points, const Picture& picture, Target& target);

 private:
  Program program_;
  Target sheet_;
  SettlePass settle_;
};

}  // namespace gfx
