#include "num/layer_cost.h"

#include <array>

#include "num/conv.h"

namespace num {

std::int64_t conv_operations(const CostedMap& map, int out, int kernel, bool fused) {
  return (fused ? 1 : 2) * std::int64_t{kernel} * kernel * map.values() * out;
}

std::int64_t pool_outputs(const CostedMap& map, int kernel, int stride) {
  return std::int64_t{conv_side(map.height, kernel, stride, 0)} *
         conv_side(map.width, kernel, stride, 0) * map.in;
}

std::int64_t average_pool_operations(const CostedMap& map, int kernel, int stride) {
  return std::int64_t{kernel} * kernel * pool_outputs(map, kernel, stride);
}

std::int64_t max_pool_comparisons(const CostedMap& map, int kernel, int stride) {
  return (std::int64_t{kernel} * kernel - 1) * pool_outputs(map, kernel, stride);
}

std::int64_t norm_operations(const CostedMap& map, NormCost how, bool fused) {
  constexpr std::array<int, 3> apart = {2, 4, 8}, together = {1, 3, 6};
  return (fused ? together : apart)[static_cast<std::size_t>(how)] * map.values();
}

}  // namespace num
