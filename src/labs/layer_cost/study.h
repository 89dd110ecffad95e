// The four layers, counted and, where they have been timed, timed.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "lab/report.h"
#include "lab/trial.h"
#include "labs/layer_cost/params.h"

namespace laboratory::layer_cost {

// In the order of the bars. Each has a key, the one of its readouts and of its trial.
enum class CostedLayer : std::uint8_t { conv, norm, average_pool, max_pool };
inline constexpr std::array<const char*, 4> layer_names = {"convolution", "batch norm",
                                                           "average pooling", "max pooling"};
inline constexpr std::array<const char*, 4> layer_keys = {"conv", "bn", "avg_pool", "max_pool"};

// The names of the tabs that its figures stand under.
namespace tabs {
inline constexpr const char* measured = "measured";
inline constexpr const char* arithmetic = "arithmetic";
inline constexpr const char* comparisons = "comparisons";
inline constexpr const char* roofline = "roofline";
}  // namespace tabs

// One layer under the conventions in force. `bytes` is what has to be read and written at least, in
// float32: input, output and weights, each once.
struct LayerCost {
  std::int64_t arithmetic = 0, comparisons = 0, counted = 0;
  double bytes = 0;
  double intensity() const { return static_cast<double>(arithmetic) / bytes; }
};

struct Study {
  Params params;
  std::array<LayerCost, 4> layers;
  CostedLayer cheapest = CostedLayer::max_pool;
  std::vector<lab::Timing> timings;  // empty until they are known

  const LayerCost& of(CostedLayer l) const { return layers[static_cast<std::size_t>(l)]; }
  const lab::Timing* timing(const char* key) const;
};

// The counts; of layers that cost the same, the later one of the enumeration is the cheapest.
Study study(const Params& p);

}  // namespace laboratory::layer_cost
