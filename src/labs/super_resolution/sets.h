// The pictures of the laboratory: two sets without pairs to train on, and pairs to measure with.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "labs/super_resolution/params.h"
#include "num/resizing.h"

namespace laboratory::super_resolution {

inline constexpr int trained_count = 256, test_count = 64;

// Sides of small and large pictures [px]: large ones have 32 px, or 30 where the factor is 3.
struct Sides {
  int low, high;
};
constexpr Sides sides_for(int factor) { return {32 / factor, 32 / factor * factor}; }

// Pixels of a square picture.
constexpr std::size_t squared(int side) {
  return static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
}

// How pictures of one size become pictures of the other, along each axis.
struct Ways {
  num::Matrix down;     // what makes pictures smaller
  num::Matrix enlarge;  // bicubic
  num::Matrix back;     // the least picture that `down` makes into a given one
};
Ways ways(Down down, const Sides& sides);

// `picture`, of as many numbers as `way` has columns squared, by the same way on both axes.
std::vector<float> resized(std::span<const float> picture, const num::Matrix& way);

// Pictures side by side, row by row each, ink 1 on 0. Low- and high-resolution sets come from
// drawings of their own, so that no picture of one is a small version of one of the other; those of
// the test are from a third lot, and new to both.
struct Sets {
  Sides side{};
  Ways way;
  std::vector<float> low, high;            // trained on; of one seed each
  std::vector<float> low_enlarged;         // bicubic
  std::vector<float> test_low, test_high;  // pairs: what measures, and never trains
  std::vector<float> test_enlarged;        // bicubic
  // The least root mean square difference of a small picture from any large one made small.
  double nearest = 0;

  std::span<const float> test_input(int i) const { return part(test_low, i, side.low); }
  std::span<const float> test_truth(int i) const { return part(test_high, i, side.high); }

 private:
  static std::span<const float> part(const std::vector<float>& all, int i, int side) {
    return std::span(all).subspan(squared(side) * static_cast<std::size_t>(i), squared(side));
  }
};
Sets sets_of(const GameParams& p);

// A drawing of discs and bars, the same one always, that stands in for a picture of the person's
// own.
std::vector<float> stand_in(int side);

}  // namespace laboratory::super_resolution
