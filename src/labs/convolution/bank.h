// The picture through every filter there is.
#pragma once

#include <vector>

#include "labs/convolution/layer.h"

namespace laboratory::convolution {

// What the maps follow from, so that they can be kept while it stays.
struct BankKey {
  std::vector<float> input;
  num::Conv conv;  // one channel; kernel of the bank
  std::uint64_t seed = 0;
  bool operator==(const BankKey&) const = default;
};

// The sum of the planes, brought to at most 128 px, and the layer's geometry with a kernel of side
// max(3, kernel).
BankKey bank_key(const Layer& layer, const Params& params);

struct Bank {
  int rows = 0, cols = 0;     // of one map; 0 where the kernel does not fit
  std::vector<float> maps;    // filter_count maps, each in shares of its own peak
  std::vector<double> peaks;  // largest |value| of each, for weights with sum |w| = 1
};
Bank bank_of(const BankKey& key);

}  // namespace laboratory::convolution
