// Which layer takes the fewest floating-point operations, and does it take the least time?
#include <algorithm>

#include "labs/all.h"
#include "labs/layer_cost/figures.h"
#include "labs/layer_cost/study.h"
#include "labs/layer_cost/trials.h"

namespace laboratory::layer_cost {

const lab::Timing* Study::timing(const char* key) const {
  const auto at = std::find_if(timings.begin(), timings.end(),
                               [key](const lab::Timing& t) { return t.key == key; });
  return at == timings.end() ? nullptr : &*at;
}

Study study(const Params& p) {
  constexpr double float_bytes = 4;
  Study s{p, {}, CostedLayer::max_pool, {}};
  const num::CostedMap map = p.map();
  const auto values = static_cast<double>(map.values());
  const double pooled = static_cast<double>(num::pool_outputs(map, p.pool_kernel, p.pool_stride));
  const double outputs = values / p.in * p.out;
  const double filters = static_cast<double>(p.conv_kernel) * p.conv_kernel * p.in * p.out + p.out;
  auto& [conv, norm, average, max] = s.layers;
  conv.arithmetic = num::conv_operations(map, p.out, p.conv_kernel, p.fused);
  conv.bytes = float_bytes * (values + outputs + filters);
  norm.arithmetic = num::norm_operations(map, p.norm, p.fused);
  norm.bytes = float_bytes * (2 * values + 2.0 * p.in);
  average.arithmetic = num::average_pool_operations(map, p.pool_kernel, p.pool_stride);
  max.comparisons = num::max_pool_comparisons(map, p.pool_kernel, p.pool_stride);
  average.bytes = max.bytes = float_bytes * (values + pooled);
  for (LayerCost& layer : s.layers)
    layer.counted = layer.arithmetic + (p.count_comparisons ? layer.comparisons : 0);
  const auto cheapest =
      std::min_element(s.layers.rbegin(), s.layers.rend(),
                       [](const auto& a, const auto& b) { return a.counted < b.counted; });
  s.cheapest = static_cast<CostedLayer>(s.layers.rend() - cheapest - 1);
  return s;
}

namespace {

constexpr const char* no_room = "the pooling window is larger than the map";

void report_pools(const Study& s, lab::Report& r) {
  const Params& p = s.params;
  const char* const average_label = "average pooling";
  const char* const comparisons_label = "comparisons of max pooling";
  if (p.pool_fits()) {
    r.count("flops.avg_pool", average_label, s.of(CostedLayer::average_pool).arithmetic, "FLOPs");
    r.count("flops.max_pool", "max pooling", 0, "FLOPs");
    r.count("comparisons.max_pool", comparisons_label, s.of(CostedLayer::max_pool).comparisons);
    r.count("counted.max_pool", "max pooling as it is counted here",
            s.of(CostedLayer::max_pool).counted);
    r.count("pool.outputs", "values after pooling",
            num::pool_outputs(p.map(), p.pool_kernel, p.pool_stride));
    constexpr std::array<const char*, 3> norms = {"bn_folded", "bn_inference", "bn_training"};
    r.word("cheapest", "the cheapest layer",
           s.cheapest == CostedLayer::norm ? norms[static_cast<std::size_t>(p.norm)]
                                           : layer_keys[static_cast<std::size_t>(s.cheapest)]);
    return;
  }
  r.blame("k_pool", "a pooling window of " + std::to_string(p.pool_kernel) +
                        " does not fit a map of " + std::to_string(p.height) + " × " +
                        std::to_string(p.width) + "; make it smaller, or the map larger");
  r.undefined("flops.avg_pool", average_label, no_room);
  r.undefined("flops.max_pool", "max pooling", no_room);
  r.undefined("comparisons.max_pool", comparisons_label, no_room);
  r.undefined("counted.max_pool", "max pooling as it is counted here", no_room);
  r.undefined("pool.outputs", "values after pooling", no_room);
  r.undefined("cheapest", "the cheapest layer", no_room);
}

lab::Report count_layers(const Params& p, const std::vector<lab::Timing>& timings) {
  lab::Report r;
  Study s = study(p);
  s.timings = timings;
  const auto norm = [&](num::NormCost how) { return num::norm_operations(p.map(), how, p.fused); };
  r.count("flops.conv", "convolution with bias", s.of(CostedLayer::conv).arithmetic, "FLOPs");
  r.count("flops.bn_folded", "batch norm, folded", norm(num::NormCost::folded), "FLOPs");
  r.count("flops.bn_inference", "batch norm, inference", norm(num::NormCost::inference), "FLOPs");
  r.count("flops.bn_training", "batch norm, training (about)", norm(num::NormCost::training),
          "FLOPs");
  report_pools(s, r);
  r.count("elements", "values in the map", p.map().values());
  r.real("intensity.conv", "convolution: arithmetic intensity", s.of(CostedLayer::conv).intensity(),
         "FLOP/byte");
  r.real("intensity.bn", "batch norm: arithmetic intensity", s.of(CostedLayer::norm).intensity(),
         "FLOP/byte");
  draw(s, r);
  return r;
}

}  // namespace

const lab::LabRow lab_row =
    lab::timed<Params, count_layers, cost_trials>("layer-cost", "What layers cost");

}  // namespace laboratory::layer_cost
