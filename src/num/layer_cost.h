// What the layers of a convolutional net cost in arithmetic, for one map of height x width values
// in `in` channels. One multiplication and one addition are one operation each; comparisons are
// kept apart. Bounds: sides to 1024, channels to 4096, kernels to 15, so that nothing overflows.
#pragma once

#include <cstdint>

namespace num {

struct CostedMap {
  int height = 1, width = 1, in = 1;
  std::int64_t values() const { return std::int64_t{height} * width * in; }
};

// A convolution to `out` channels with a square kernel and as many positions as the map has:
// 2 kernel^2 in out height width. The bias is in it, in place of the first addition of each sum.
// With `fused` a multiplication with an addition is one operation: half of that.
std::int64_t conv_operations(const CostedMap& map, int out, int kernel, bool fused = false);

// Positions of a pooling window, without padding, over all channels; 0 where it does not fit.
std::int64_t pool_outputs(const CostedMap& map, int kernel, int stride);
// kernel^2 for each output: kernel^2 - 1 additions and the multiplication by 1 / kernel^2.
std::int64_t average_pool_operations(const CostedMap& map, int kernel, int stride);
// kernel^2 - 1 for each output, and no arithmetic.
std::int64_t max_pool_comparisons(const CostedMap& map, int kernel, int stride);

// Batch norm for each value of the map.
//   folded     2  the constants of training and the affine map made into one scale and one shift
//   inference  4  centre, divide, scale, shift
//   training   8  mean 1, variance 3 (centre, square, add), normalise 2, scale and shift 2
// What is done once for a channel, as the root, is left out.
// With `fused` scale and shift are one operation, as are square and add: 1, 3, 6.
enum class NormCost : std::uint8_t { folded, inference, training };
std::int64_t norm_operations(const CostedMap& map, NormCost how, bool fused = false);

}  // namespace num
