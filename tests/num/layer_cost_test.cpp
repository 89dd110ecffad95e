#include "num/layer_cost.h"

#include <doctest/doctest.h>

using num::NormCost;

namespace {

constexpr num::CostedMap map{32, 32, 64};

}  // namespace

TEST_CASE("a 32 x 32 x 64 map costs what a calculator says") {
  CHECK(num::conv_operations(map, 64, 3) == 75497472);
  CHECK(num::norm_operations(map, NormCost::training) == 524288);
  CHECK(num::norm_operations(map, NormCost::inference) == 262144);
  CHECK(num::norm_operations(map, NormCost::folded) == 131072);
  CHECK(num::average_pool_operations(map, 2, 2) == 65536);
  CHECK(num::max_pool_comparisons(map, 2, 2) == 49152);
}

TEST_CASE("overlapping windows compare more often than folded batch norm computes") {
  CHECK(num::max_pool_comparisons(map, 3, 1) == 460800);  // 8 for each of 30 x 30 x 64
  CHECK(num::max_pool_comparisons(map, 3, 1) > num::norm_operations(map, NormCost::folded));
}

TEST_CASE("fusing halves a convolution and saves batch norm one, one and two operations") {
  CHECK(num::conv_operations(map, 64, 3, true) == 37748736);
  CHECK(num::norm_operations(map, NormCost::folded, true) == 65536);
  CHECK(num::norm_operations(map, NormCost::inference, true) == 196608);
  CHECK(num::norm_operations(map, NormCost::training, true) == 393216);
}

TEST_CASE("a window that does not fit has no outputs and a last step that does not is not taken") {
  CHECK(num::pool_outputs({5, 5, 3}, 6, 1) == 0);
  CHECK(num::pool_outputs({5, 7, 3}, 2, 2) == 2 * 3 * 3);
}

TEST_CASE("the largest layer is counted to the last operation") {
  // 2 * 15^2 * 4096 * 4096 * 2^20 = 225 * 2^45.
  CHECK(num::conv_operations({1024, 1024, 4096}, 4096, 15) == std::int64_t{225} * 35184372088832);
}
