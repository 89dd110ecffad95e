// The tiles for processors with AVX, of packets of 8 floats and up to 8 columns: 8 sums that do not
// wait for each other, where 4 columns would be 4 sums. Other processors must not call them.
#pragma once

#include "nn/tile.h"

namespace nn {

const TileSet& avx_tiles();

}  // namespace nn
