#include "nn/gradient.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "num/rng.h"

namespace check {
namespace {

double dot(std::span<const float> x, std::span<const float> y) {
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i)
    sum += static_cast<double>(x[i]) * static_cast<double>(y[i]);
  return sum;
}

}  // namespace

Result gradient(const std::vector<nn::Shape>& shapes, const Build& build, double gap, double shift,
                std::uint64_t seed) {
  num::Rng rng(seed, 99);
  nn::Weights weights(seed);
  nn::Graph graph(weights, seed);
  std::vector<nn::Var> inputs;
  std::vector<std::vector<float>> values;
  for (const nn::Shape& shape : shapes) {
    inputs.push_back(graph.input(shape, "x" + std::to_string(inputs.size()), true));
    values.emplace_back();
    for (std::size_t i = 0; i < shape.size(); ++i) {
      double x = rng.normal();
      x += x < 0 ? -gap : gap;
      values.back().push_back(static_cast<float>(x + shift));
    }
    graph.bind(inputs.back(), values.back().data());
  }
  const nn::Var y = build(graph, inputs);
  if (!graph.error().empty()) return {1e9, graph.error()};
  const nn::Var r = graph.input(graph.shape(y), "r");
  std::vector<float> random;
  for (std::size_t i = 0; i < graph.shape(y).size(); ++i)
    random.push_back(static_cast<float>(rng.normal()));
  graph.set(r, random);
  const nn::Var loss = nn::sum(nn::multiply(y, r));
  // Parameters that start at 0 or 1 would hide mistakes.
  for (float& w : weights.values()) w += static_cast<float>(0.3 * rng.normal());

  nn::Snapshot start;
  start(graph, weights);
  graph.forward();
  graph.backward(loss);

  Result worst;
  const auto try_tensor = [&](std::span<float> x, std::span<const float> gradient,
                              const std::string& name) {
    std::vector<double> found;
    for (float& place : x) {
      const auto f = [&](double step) {
        // Noise and running moments as in the pass that is checked.
        const std::vector<float> now(weights.values().begin(), weights.values().end());
        const float kept = place;
        place = static_cast<float>(static_cast<double>(kept) + step);
        const std::vector<float> moved(weights.values().begin(), weights.values().end());
        nn::SnapshotReader reader(start);
        reader(graph, weights);
        std::copy(moved.begin(), moved.end(), weights.values().begin());
        graph.forward();
        const double sum = dot(graph.value(y), graph.value(r));
        std::copy(now.begin(), now.end(), weights.values().begin());
        place = kept;
        return sum;
      };
      const double h = 1.0 / 32;
      found.push_back((8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h));
    }
    double largest = 0;
    for (const double d : found) largest = std::max(largest, std::fabs(d));
    for (std::size_t i = 0; i < found.size(); ++i) {
      const double error = std::fabs(found[i] - static_cast<double>(gradient[i])) / (1 + largest);
      if (error > worst.error || error != error) worst = {error, name};
    }
  };
  std::vector<std::vector<float>> gradients;
  for (const nn::Var& input : inputs) {
    const auto g = graph.gradient(input);
    gradients.emplace_back(g.begin(), g.end());
  }
  std::vector<std::vector<float>> parameter_gradients;
  for (std::size_t i = 0; i < weights.parameters().size(); ++i) {
    const auto g = weights.gradient(static_cast<int>(i));
    parameter_gradients.emplace_back(g.begin(), g.end());
  }
  for (std::size_t i = 0; i < inputs.size(); ++i)
    if (!gradients[i].empty()) try_tensor(values[i], gradients[i], "x" + std::to_string(i));
  for (std::size_t i = 0; i < parameter_gradients.size(); ++i)
    try_tensor(weights.value(static_cast<int>(i)), parameter_gradients[i],
               weights.parameters()[i].name);
  return worst;
}

void try_all(const std::vector<Case>& cases) {
  // Results near 3 are rounded by 1e-7, which 8 / (12 h) enlarges to 2e-5.
  constexpr double tolerance = 4e-5;
  for (const Case& c : cases) {
    const Result result = gradient(c.inputs, c.build, c.gap, c.shift);
    CAPTURE(c.name);
    CAPTURE(result.where);
    CHECK(result.error < tolerance);
  }
}

nn::Var input_labels(nn::Graph& g, const nn::Shape& shape, const std::vector<float>& labels) {
  const nn::Var v = g.input(shape, "labels");
  g.set(v, labels);
  return v;
}

}  // namespace check
