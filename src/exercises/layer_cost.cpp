// 1d: which layer takes the fewest floating-point operations?
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "exercises/all.h"
#include "exercises/mistakes.h"
#include "labs/all.h"
#include "labs/layer_cost/study.h"
#include "labs/phrases.h"
#include "num/rng.h"

namespace exercises {
namespace {

using laboratory::layer_cost::CostedLayer;
using CostStudy = laboratory::layer_cost::Study;
using laboratory::grouped;
using LayerCostParams = laboratory::layer_cost::Params;
using laboratory::sides;

// The question in the order of the paper.
constexpr std::array order = {CostedLayer::conv, CostedLayer::average_pool, CostedLayer::max_pool,
                              CostedLayer::norm};

constexpr const char* norm_words[] = {"folded into one scale and one shift",
                                      "at inference, written out as centre, divide, scale, shift",
                                      "in training, with the batch’s mean and variance"};

struct LayerCostQuestion {
  // The paper's shapes, and nothing to count beside the choice.
  bool paper = true;
  // Nothing has been moved: what is asked stands in the statement.
  bool untouched = true;
  LayerCostParams params;
};

void follow_layer_cost(LayerCostQuestion& q, const lab::Fields& fields) {
  q.params = lab::parameters<LayerCostParams>(fields);
  q.untouched = true;
  for (const lab::Field& field : fields.all()) q.untouched = q.untouched && !field.changed();
}

std::string described(const LayerCostParams& p) {
  const auto many = [](int n, const char* noun) {
    return std::to_string(n) + " " + noun + (n == 1 ? "" : "s");
  };
  return "A " + sides(p.height, p.width) + " map with " + many(p.in, "channel") +
         "; a convolution of " + sides(p.conv_kernel, p.conv_kernel) + " with bias to " +
         many(p.out, "filter") + "; pooling of " + sides(p.pool_kernel, p.pool_kernel) +
         " windows at stride " + std::to_string(p.pool_stride) + "; batch norm " +
         norm_words[static_cast<std::size_t>(p.norm)] + ". " +
         (p.fused ? "A multiplication with the addition after it counts as one operation. " : "") +
         (p.count_comparisons ? "A comparison counts as an operation. "
                              : "Comparisons do not count. ");
}

std::string reason(CostedLayer layer, const CostStudy& s) {
  const std::string count = grouped(s.of(layer).arithmetic);
  const LayerCostParams& p = s.params;
  switch (layer) {
    case CostedLayer::conv:
      return count +
             ": every output value is a sum over the window and over all channels, and "
             "there are as many maps as filters.";
    case CostedLayer::norm:
      return count + ", a few for each value of the map" +
             (p.count_comparisons && s.cheapest == CostedLayer::norm
                  ? "; windows that overlap make max pooling compare more often than that."
                  : ". It looks cheap, but each value of the map costs it a multiplication and an "
                    "addition at the least.");
    case CostedLayer::average_pool:
      return count + ": additions over the window, and the division that is easily forgotten.";
    case CostedLayer::max_pool:
      return "No arithmetic, but " + grouped(s.of(layer).comparisons) + " comparisons" +
             (p.count_comparisons ? ", which count here." : ", which do not count here.");
  }
  return "";
}

constexpr const char* layer_words[] = {"a convolution, with bias", "batch norm", "average pooling",
                                       "max pooling"};

exam::OneOf layers(const CostStudy& s) {
  exam::OneOf one;
  for (const CostedLayer layer : order) {
    const auto at = static_cast<std::size_t>(layer);
    if (layer == s.cheapest) one.right = static_cast<int>(one.options.size());
    const bool ties = layer != s.cheapest && s.of(layer).counted == s.of(s.cheapest).counted;
    one.options.push_back(
        {laboratory::layer_cost::layer_keys[at], layer_words[at],
         layer == s.cheapest ? exam::Key::yes : exam::Key::no,
         reason(layer, s) + (ties ? std::string(" That is as few as ") +
                                        layer_words[static_cast<std::size_t>(s.cheapest)] +
                                        " takes: either answer counts."
                                  : ""),
         "", ties ? 1.0 : 0.0});
  }
  return one;
}

// The operations of the convolution, and what is usually left out of them.
exam::Number conv_count(const CostStudy& s) {
  const LayerCostParams& p = s.params;
  const auto count = static_cast<double>(s.of(CostedLayer::conv).arithmetic);
  exam::Number number{count, 1e-3, "FLOPs", {}};
  const auto mistake = [&number](double value, const char* cure) {
    add_count_mistake(number, value, cure);
  };
  if (p.fused)
    mistake(2 * count,
            "You counted multiplications and additions apart; here the two together are one.");
  else
    mistake(count / 2,
            "You counted the multiplications. There is an addition to each: the products have to "
            "be summed, and the bias added.");
  const double outputs = static_cast<double>(p.height) * p.width * p.out;
  mistake(
      count + outputs,
      "You added the bias on top. A sum of n products takes n − 1 additions, and the bias is the "
      "one that is missing.");
  if (!p.fused)
    mistake(count - outputs,
            "You left out the bias. A sum of n products takes n − 1 additions, and the bias brings "
            "one more.");
  mistake(count / p.in,
          "You summed over the window of one channel. Each filter reaches through all channels.");
  mistake(count / p.out, "That is one filter. There are as many output maps as filters.");
  mistake(count / p.conv_kernel,
          "The window has k rows of k columns: the side of the kernel counts twice.");
  mistake(count / p.height / p.width,
          "That is the cost of one position. The filter is applied at every place of the map.");
  return number;
}

exam::Form layer_cost_form(const LayerCostQuestion& q) {
  const LayerCostParams& p = q.params;
  if (!p.pool_fits()) return {};
  const CostStudy s = laboratory::layer_cost::study(p);
  const std::string praise =
      s.cheapest == CostedLayer::max_pool
          ? "Max pooling decides and does not calculate: comparisons, no arithmetic."
          : "You counted each layer under these conventions.";
  const std::string which = "Which layer needs the fewest floating-point operations?";
  exam::Form fs = {
      {"cheapest", q.paper && q.untouched ? which : described(p) + which, layers(s), praise}};
  if (!q.paper)
    fs.push_back({"conv", "Floating-point operations of the convolution", conv_count(s),
                  "Window, channels, filters and positions multiply, and each product brings one "
                  "addition with it."});
  return fs;
}

exam::Facts layer_cost_facts(const LayerCostQuestion& q) {
  const LayerCostParams& p = q.params;
  const CostStudy s = laboratory::layer_cost::study(p);
  const auto count = [&s](CostedLayer layer) {
    return static_cast<double>(s.of(layer).arithmetic);
  };
  constexpr const char* norms[] = {"folded", "inference", "training"};
  exam::Facts facts;
  facts.flag("paper", q.paper);
  facts.word("fewest", laboratory::layer_cost::layer_keys[static_cast<std::size_t>(s.cheapest)],
             {std::begin(laboratory::layer_cost::layer_keys),
              std::end(laboratory::layer_cost::layer_keys)});
  facts.flag("comparisons", p.count_comparisons);
  facts.flag("one", p.fused);
  facts.word("norm_as", norms[static_cast<std::size_t>(p.norm)],
             {std::begin(norms), std::end(norms)});
  facts.number("count.conv", count(CostedLayer::conv));
  facts.number("count.bn", count(CostedLayer::norm));
  facts.number("count.avg_pool", count(CostedLayer::average_pool));
  facts.number("count.max_pool", static_cast<double>(s.of(CostedLayer::max_pool).comparisons));
  return facts;
}

// No two layers within a twentieth of one another, so that a slip in counting does not decide.
bool clear(const CostStudy& s) {
  for (std::size_t i = 0; i < s.layers.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (exam::near(static_cast<double>(s.layers[i].counted),
                     static_cast<double>(s.layers[j].counted), 0.05))
        return false;
  return true;
}

std::optional<LayerCostQuestion> draw_layer_cost(num::Rng& rng, lab::Fields& fields) {
  constexpr int sides[] = {7, 8, 13, 14, 16, 28, 32, 56, 64, 112, 128};
  constexpr int channels[] = {1, 3, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 512};
  constexpr int kernels[] = {1, 3, 5, 7};
  constexpr const char* norms[] = {"folded", "inference", "training"};
  constexpr int most_draws = 1000;
  const auto set = [&fields](const char* key, int value) {
    fields.set(key, std::to_string(value));
  };
  for (int attempt = 0; attempt < most_draws; ++attempt) {
    set("H", one_of(rng, sides)), set("W", one_of(rng, sides));
    set("Cin", one_of(rng, channels)), set("Cout", one_of(rng, channels));
    set("k_conv", one_of(rng, kernels));
    const int window = 2 + rng.below(2);
    set("k_pool", window), set("s_pool", 1 + rng.below(window));
    set("count_comparisons", rng.below(2));
    set("fused", rng.below(4) == 0 ? 1 : 0);
    fields.set("norm", one_of(rng, norms));
    if (!clear(laboratory::layer_cost::study(lab::parameters<LayerCostParams>(fields)))) continue;
    // The paper's own shapes, should they be drawn, are asked as the paper asks.
    LayerCostQuestion drawn;
    follow_layer_cost(drawn, fields);
    return LayerCostQuestion{.paper = drawn.untouched};
  }
  return std::nullopt;
}

constexpr const char* norms[] = {"bn_folded", "bn_inference", "bn_training"};

// Why a layer takes the fewest operations where it does.
std::string why_fewest(const LayerCostParams& p, CostedLayer layer) {
  const std::string norm = norms[static_cast<std::size_t>(p.norm)];
  switch (layer) {
    case CostedLayer::max_pool:
      return p.count_comparisons
                 ? "The {{comparisons.max_pool}} comparisons of max pooling count here, and each "
                   "of "
                   "the others takes more operations."
                 : "Max pooling only compares, {{comparisons.max_pool}} times: no multiplication "
                   "and no addition.";
    case CostedLayer::average_pool:
      return "The {{flops.avg_pool}} operations of average pooling, one for each place of a "
             "window, are fewer than those of each of the others.";
    case CostedLayer::norm:
      return "The {{flops." + norm +
             "}} operations of batch norm are a few for each value of the map; pooling pays for "
             "every place of "
             "every window, and its windows overlap.";
    case CostedLayer::conv:
      break;
  }
  return "So small a convolution takes fewer operations than each of the others.";
}

exam::Prediction layer_cost_guess(const LayerCostQuestion& q) {
  exam::Pick pick;
  for (const CostedLayer layer : order) {
    const auto at = static_cast<std::size_t>(layer);
    pick.choices.push_back({layer_words[at],
                            layer == CostedLayer::norm
                                ? norms[static_cast<std::size_t>(q.params.norm)]
                                : laboratory::layer_cost::layer_keys[at],
                            why_fewest(q.params, layer)});
  }
  pick.source = {"cheapest"};
  return {
      "Four layers go over the same map. Which do you think gets by with the fewest "
      "operations?",
      {"*"},
      {"flops.*", "counted.*", "comparisons.*", "cheapest", "intensity.*"},
      std::move(pick)};
}

constexpr exam::Asking<LayerCostQuestion> layer_cost_asking = {
    .lab = &laboratory::layer_cost::lab_row,
    .draw = draw_layer_cost,
    .follow = follow_layer_cost,
    .form = layer_cost_form,
    .predict = layer_cost_guess,
    .facts = layer_cost_facts};

}  // namespace

const exam::Exercise cheapest_layer = exam::exercise<layer_cost_asking>();

}  // namespace exercises
