#include "nn/judge.h"

#include <algorithm>

#include "num/elementary.h"

namespace nn {

Judge::Judge(Weights& weights, const Shape& example, int at_once,
             const std::function<Var(Var examples)>& build)
    : graph_(weights), at_once_(at_once) {
  graph_.training(false);
  examples_ = graph_.input({example.channels, example.height, example.width, at_once}, "examples");
  output_ = build(examples_);
  batch_.resize(graph_.shape(examples_).size());
}

void Judge::show(std::span<const float> some) {
  std::copy(some.begin(), some.end(), batch_.begin());
  graph_.set(examples_, batch_);
  graph_.forward(output_);
}

int Judge::count_right(const Dataset& data) {
  int right = 0;
  sweep(data.inputs, [&](int i, std::span<const float> z) {
    const float label = data.labels[static_cast<std::size_t>(i)];
    const auto best = std::max_element(z.begin(), z.end()) - z.begin();
    right +=
        z.size() == 1 ? (z[0] > 0) == (label > 0.5f) : best == static_cast<std::ptrdiff_t>(label);
  });
  return right;
}

double Judge::mean_loss(const Dataset& data) {
  double sum = 0;
  sweep(data.inputs, [&](int i, std::span<const float> z) {
    const float label = data.labels[static_cast<std::size_t>(i)];
    if (z.size() == 1) {
      const double logit = static_cast<double>(z[0]);
      const double against = label > 0.5f ? -logit : logit;
      // ln(1 + e^against)
      sum += std::max(against, 0.0) + num::log(1 + num::exp(-std::abs(against)));
      return;
    }
    const double top = static_cast<double>(*std::max_element(z.begin(), z.end()));
    double total = 0;
    for (const float logit : z) total += num::exp(static_cast<double>(logit) - top);
    sum += top + num::log(total) - static_cast<double>(z[static_cast<std::size_t>(label)]);
  });
  return sum / data.size();
}

std::vector<float> Judge::margins(int side, double reach) {
  std::vector<float> places;
  const double step = 2 * reach / side;
  for (int r = 0; r < side; ++r) {
    for (int c = 0; c < side; ++c) {
      places.push_back(static_cast<float>((c + 0.5) * step - reach));
      places.push_back(static_cast<float>(reach - (r + 0.5) * step));
    }
  }
  std::vector<float> found;
  sweep(places, [&](int, std::span<const float> z) {
    found.push_back(z.size() == 1 ? z[0] : z[1] - z[0]);
  });
  return found;
}

std::vector<float> probabilities(std::vector<float> margins) {
  for (float& m : margins) {
    const double margin = std::clamp(static_cast<double>(m), -80.0, 80.0);
    m = static_cast<float>(1 / (1 + num::exp(-margin)));
  }
  return margins;
}

}  // namespace nn
