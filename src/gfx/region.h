// A field of probabilities between two classes, drawn by the shader region.frag.
#pragma once

#include "gfx/colour_map.h"
#include "gfx/maps.h"

namespace gfx {

struct RegionLook {
  Rgb first, second;                   // the classes at 0 and at 1
  Rgb ground{1, 1, 1}, line{0, 0, 0};  // at one half; along one half, and of a hatch
  float depth = 0.4f;                  // share of a class's colour where the field is sure
  float thick = 1;                     // half the width of the line, in pixels
  int period = 6;                      // of a hatch, in pixels
  bool operator==(const RegionLook&) const = default;
};

// The colour of a field's value away from the line along one half.
Rgb region_colour(const RegionLook& look, float probability);

// The pass that draws one plane, row 0 at the top, over a whole target.
class RegionPass {
 public:
  using Picture = Sized<RegionLook>;
  RegionPass();
  const std::string& error() const { return program_.error(); }
  // False where the target cannot have that size.
  bool draw(const Stack& field, const Picture& picture, Target& target) const;

 private:
  Program program_;
};

}  // namespace gfx
