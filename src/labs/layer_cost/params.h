// What a person can choose in the laboratory of the cost of layers.
#pragma once

#include "lab/fields.h"
#include "num/layer_cost.h"

namespace laboratory::layer_cost {

struct Params {
  int height = 32, width = 32, in = 64, out = 64;
  int conv_kernel = 3, pool_kernel = 2, pool_stride = 2;
  bool count_comparisons = false;
  num::NormCost norm = num::NormCost::folded;
  bool fused = false;

  void declare(lab::Fields& f) {
    f.whole("H", height, {1, 1024}, "height H [px]");
    f.whole("W", width, {1, 1024}, "width W [px]");
    f.whole("Cin", in, {1, 4096}, "channels Cin");
    f.whole("Cout", out, {1, 4096}, "filters Cout").extra();
    f.whole("k_conv", conv_kernel, {1, 15}, "convolution kernel k [px]");
    f.whole("k_pool", pool_kernel, {1, 32}, "pooling window k [px]");
    f.whole("s_pool", pool_stride, {1, 32}, "pooling stride s [px]");
    f.flag("count_comparisons", count_comparisons, "count comparisons").looks_only().extra();
    f.choice("norm", norm, {"folded", "inference", "training"}, "batch norm").extra();
    f.flag("fused", fused, "a multiplication with its addition counts as one").looks_only().extra();
  }

  num::CostedMap map() const { return {height, width, in}; }
  bool pool_fits() const { return pool_kernel <= height && pool_kernel <= width; }
};

}  // namespace laboratory::layer_cost
