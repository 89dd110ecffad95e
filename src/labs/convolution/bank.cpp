#include "labs/convolution/bank.h"

#include <algorithm>
#include <cmath>

#include "num/picture.h"

namespace laboratory::convolution {
namespace {

constexpr int largest_map = 128, largest_map_of_large_kernel = 64, large_kernel = 10;

// Below this share of the largest possible value a map holds nothing but rounding.
constexpr double rounding = 1e-5;

float peak(const std::vector<float>& values) {
  float most = 0;
  for (const float v : values) most = std::max(most, std::fabs(v));
  return most;
}

}  // namespace

BankKey bank_key(const Layer& layer, const Params& params) {
  BankKey key{{}, layer.conv, static_cast<std::uint64_t>(params.seed)};
  num::Conv& conv = key.conv;
  conv.channels = 1;
  conv.kernel_rows = conv.kernel_cols = std::max(3, params.kernel);

  const std::size_t size = layer.input.size() / static_cast<std::size_t>(layer.conv.channels);
  key.input.assign(layer.input.begin(), layer.input.begin() + static_cast<std::ptrdiff_t>(size));
  for (std::size_t i = size; i < layer.input.size(); ++i) key.input[i % size] += layer.input[i];

  const int limit = params.kernel < large_kernel ? largest_map : largest_map_of_large_kernel;
  const int longer = std::max(conv.rows, conv.cols);
  if (longer > limit) {
    const num::Crop all{0, 0, conv.rows, conv.cols};
    const int rows = std::max(1, conv.rows * limit / longer);
    const int cols = std::max(1, conv.cols * limit / longer);
    key.input = num::area_average(key.input, conv.cols, all, rows, cols);
    conv.rows = rows;
    conv.cols = cols;
  }
  return key;
}

Bank bank_of(const BankKey& key) {
  Bank bank;
  if (!key.conv.fits()) return bank;
  bank.rows = key.conv.out_rows();
  bank.cols = key.conv.out_cols();
  const double possible = peak(key.input);
  for (int i = 0; i < filter_count; ++i) {
    const std::vector<double> w = weights(static_cast<Filter>(i), key.conv.kernel_rows, key.seed);
    double total = 0;
    for (const double x : w) total += std::fabs(x);
    std::vector<float> unit;
    for (const double x : w) unit.push_back(static_cast<float>(total > 0 ? x / total : 0));
    std::vector<float> map = num::convolve<float>(key.conv, key.input, unit);
    const float most = peak(map);
    const bool silent = most <= rounding * possible;
    for (float& v : map) v = silent ? 0 : v / most;
    bank.maps.insert(bank.maps.end(), map.begin(), map.end());
    bank.peaks.push_back(silent ? 0 : most);
  }
  return bank;
}

}  // namespace laboratory::convolution
