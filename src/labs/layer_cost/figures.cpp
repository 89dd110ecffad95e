#include "labs/layer_cost/figures.h"

#include <algorithm>
#include <limits>

#include "lab/digits.h"
#include "labs/layer_cost/study.h"
#include "labs/layer_cost/timed_figures.h"
#include "labs/phrases.h"

namespace laboratory::layer_cost {
namespace {

using lab::Role;

constexpr const char* norm_names[] = {"folded into one scale and shift", "inference", "training"};

std::string map_words(const Params& p) {
  return sides(p.height, p.width) + " × " + std::to_string(p.in);
}

std::string square(int side) { return std::to_string(side) + "²"; }

std::string operation_words(const LayerCost& layer) {
  if (layer.comparisons == 0) return grouped(layer.arithmetic);
  return "0 arithmetic, " + grouped(layer.comparisons) + " comparisons";
}

void draw_counted(const Study& s, lab::Report& r) {
  lab::Bars bars;
  bars.y = {"operations", 0, 0, true};
  bars.role = Role::weight;
  std::string alt = "One pass over a map of " + map_words(s.params) + ": ";
  for (std::size_t i = 0; i < s.layers.size(); ++i) {
    if (i >= 2 && !s.params.pool_fits()) continue;  // pooling that cannot be
    bars.names.push_back(layer_names[i]);
    bars.heights.push_back(static_cast<float>(s.layers[i].counted));
    bars.notes.push_back(operation_words(s.layers[i]));
    alt += std::string(i ? "; " : "") + layer_names[i] + " " + operation_words(s.layers[i]);
  }
  std::string title = "One pass over a map of " + map_words(s.params) + ", counted";
  if (s.params.pool_fits()) {
    bars.lit = static_cast<int>(s.cheapest);
    // The cheapest keeps the colour of all, within a frame.
    bars.roles.assign(bars.heights.size(), bars.role);
    const std::string least = layer_names[static_cast<std::size_t>(s.cheapest)];
    alt += ". The cheapest is " + least;
    title += ": " + least + " is the cheapest";
  }
  alt += s.params.count_comparisons ? ", a comparison counted as an operation."
                                    : ", comparisons not counted.";
  r.figure("counted", title, alt, std::move(bars)).room = lab::Room::story;
}

void draw_working(const Study& s, lab::Report& r) {
  const Params& p = s.params;
  const std::string area = std::to_string(p.height) + " · " + std::to_string(p.width);
  const std::string factor = p.fused ? "" : "2 · ";
  const std::int64_t per_value =
      s.of(CostedLayer::norm).arithmetic / std::max<std::int64_t>(1, p.map().values());
  lab::Working w;
  w.lines.push_back("convolution: " + factor + square(p.conv_kernel) + " · " +
                    std::to_string(p.in) + " · " + std::to_string(p.out) + " · " + area + " = " +
                    grouped(s.of(CostedLayer::conv).arithmetic));
  w.lines.push_back(std::string("batch norm, ") + norm_names[static_cast<std::size_t>(p.norm)] +
                    ": " + std::to_string(per_value) + " · " + area + " · " + std::to_string(p.in) +
                    " = " + grouped(s.of(CostedLayer::norm).arithmetic));
  if (p.pool_fits()) {
    const std::int64_t outputs = num::pool_outputs(p.map(), p.pool_kernel, p.pool_stride);
    const std::string windows = lab::counted(outputs, "window", "windows");
    w.lines.push_back("average pooling: " + square(p.pool_kernel) + " for each of " + windows +
                      " = " + grouped(s.of(CostedLayer::average_pool).arithmetic));
    w.lines.push_back("max pooling: 0; and " + square(p.pool_kernel) +
                      " − 1 comparisons for each of " + windows + " = " +
                      grouped(s.of(CostedLayer::max_pool).comparisons));
  }
  r.figure("working", "The arithmetic, layer by layer",
           "The counts of the bars written out: a convolution multiplies window, channels, filters "
           "and positions; the others touch each value a few times.",
           std::move(w))
      .tab = tabs::arithmetic;
}

// Comparisons of max pooling for each value of the map, by the side of its window.
// Ends where it leaves the plot.
lab::Curve comparisons(const Params& p, int stride, double top, bool dashed) {
  constexpr int widest = 8;
  lab::Curve curve{"stride " + std::to_string(stride), Role::weight, {}, {}, {}, {}, dashed};
  const auto values = static_cast<double>(p.map().values());
  for (int k = 1; k <= std::min({widest, p.height, p.width}); ++k) {
    const double y = static_cast<double>(num::max_pool_comparisons(p.map(), k, stride)) / values;
    if (y > top) break;
    curve.x.push_back(static_cast<float>(k));
    curve.y.push_back(static_cast<float>(y));
  }
  return curve;
}

void draw_trap(const Study& s, lab::Report& r) {
  const Params& p = s.params;
  const double norm = static_cast<double>(s.of(CostedLayer::norm).arithmetic) /
                      static_cast<double>(p.map().values());
  const double mine = static_cast<double>(s.of(CostedLayer::max_pool).comparisons) /
                      static_cast<double>(p.map().values());
  lab::Lines lines;
  lines.x = {"side of the pooling window [px]", 1, 8, false};
  lines.y = {"operations for each value", 0, std::max(13.0, 1.2 * mine), false};
  lines.curves.push_back(comparisons(p, 1, lines.y.high, true));
  if (p.pool_stride > 1) lines.curves.push_back(comparisons(p, p.pool_stride, lines.y.high, false));
  if (p.pool_fits()) {
    lab::Curve here{"yours",
                    Role::prediction,
                    {static_cast<float>(p.pool_kernel)},
                    {static_cast<float>(mine)},
                    {},
                    {},
                    false,
                    lab::Trace::marks};
    lines.x.high = std::max(8, p.pool_kernel);
    lines.curves.push_back(std::move(here));
  }
  lines.rules.push_back({"batch norm", norm, false, Role::target});
  const std::string alt = "Max pooling compares " + brief(mine) +
                          " times for each value of the map; batch norm " + "takes " + brief(norm) +
                          " operations. With comparisons counted, max pooling is the " +
                          (mine < norm ? "cheaper" : "more expensive") + " of the two.";
  r.figure("trap", "With comparisons counted: max pooling by window", alt, std::move(lines)).tab =
      tabs::comparisons;
}

}  // namespace

void draw(const Study& s, lab::Report& r) {
  draw_counted(s, r);
  draw_times(s, r);
  draw_working(s, r);
  if (s.params.pool_fits()) draw_trap(s, r);
  draw_roofline(s, r);
}

}  // namespace laboratory::layer_cost
