#include "labs/bias_variance/remedy.h"

#include <algorithm>

#include "labs/phrases.h"

namespace laboratory::bias_variance {
namespace {

std::string in_place(const std::string& after, const std::string& before) {
  return " (" + after + " in place of " + before + ")";
}

// To what a page can wait for.
void shorten(Params& p) {
  p.step = static_cast<int>(std::min<std::int64_t>(p.step, budget.pieces(p.points)));
}

}  // namespace

Treatment treatment(const Params& p, int width) {
  constexpr int most_units = sizes.back(), most_steps = 6000, most_points = 2000;
  constexpr double most_dropout = 0.9;
  Treatment t{p, width, ""};
  switch (p.remedy) {
    case Remedy::larger:
      t.width = sizes[static_cast<std::size_t>(nearest_size(std::min(4 * width, most_units)))];
      t.words =
          std::to_string(t.width) + " units in each layer in place of " + std::to_string(width);
      break;
    case Remedy::longer:
      t.params.step = std::max(p.step, std::min(6 * p.step, most_steps));
      shorten(t.params);
      t.words = "longer training" + in_place(grouped(t.params.step) + " steps", grouped(p.step));
      break;
    case Remedy::regularise:
      t.params.dropout = std::min(p.dropout + 0.1, most_dropout);
      t.words = "more regularisation" +
                in_place("dropout of " + brief(t.params.dropout), brief(p.dropout));
      break;
    case Remedy::examples:
      t.params.points = std::min(8 * p.points, most_points);
      shorten(t.params);
      t.words = "more training examples" + in_place(grouped(t.params.points), grouped(p.points));
      break;
    case Remedy::none:
      break;
  }
  return t;
}

Treated train(const Treatment& treatment, const nn::Dataset& validation) {
  Group group(treatment.params, treatment.width);
  for (int i = 0; i < treatment.params.step; ++i) group.step();
  if (!group.fault().empty()) return {{}, group.fault()};
  return {group.errors(validation), ""};
}

}  // namespace laboratory::bias_variance
