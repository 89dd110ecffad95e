// How good enlarged pictures are, in four numbers.
#pragma once

#include <span>

#include "labs/super_resolution/sets.h"

namespace laboratory::super_resolution {

struct Quality {
  double psnr = 0;         // 10 log10(1 / mean squared error) against the hidden truth, in dB
  double consistency = 0;  // mean |down(picture) - x|
  double sharpness = 0;    // mean squared step between neighbours, as a ratio to the truth's
  double laplacian = 0;    // mean square of the Laplacian, likewise
  bool operator==(const Quality&) const = default;
};

// Of pictures of `side` px made from the inputs `low`, beside the true ones; as many of each.
Quality quality(std::span<const float> pictures, std::span<const float> truth,
                std::span<const float> low, const num::Matrix& down);

// Mean |down(picture) - x| of one picture.
double consistency_of(std::span<const float> picture, std::span<const float> low,
                      const num::Matrix& down);

}  // namespace laboratory::super_resolution
