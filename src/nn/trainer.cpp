#include "nn/trainer.h"

#include <cmath>

namespace nn {

Graph& Trainer::add_graph(std::uint64_t noise_seed) {
  graphs_.push_back(std::make_unique<Graph>(weights_, noise_seed));
  graphs_.back()->forget_gradients();
  return *graphs_.back();
}

void Trainer::add_phase(const Phase& phase) {
  if (fault_.empty()) fault_ = phase.loss.graph->error();
  weights_.trim();
  phases_.push_back(
      std::make_unique<Running>(Running{phase, Optimiser(weights_, phase.recipe, phase.prefix)}));
}

bool Trainer::step() {
  if (!fault_.empty()) return false;
  ++steps_;
  for (const auto& phase : phases_) {
    const Phase& p = phase->what;
    Graph& graph = *p.loss.graph;
    for (int i = 0; i < p.times; ++i) {
      if (p.feed) p.feed();
      graph.forward(p.loss);
      graph.backward(p.loss);
      const bool goes_on = !p.look || p.look();
      if (!goes_on || !std::isfinite(graph.scalar(p.loss))) return stop(graph);
      phase->optimiser.step();
    }
  }
  return true;
}

bool Trainer::stop(Graph& graph) {
  fault_ = graph.check() ? "a gradient is beyond the range of 32-bit numbers"
                         : graph.fault()->sentence();
  return false;
}

float Trainer::loss(int phase) const {
  const Var loss = phases_[static_cast<std::size_t>(phase)]->what.loss;
  return loss.graph->scalar(loss);
}

std::int64_t Trainer::multiply_adds() {
  constexpr int forward_and_two_gradients = 3;
  std::int64_t sum = 0;
  for (const auto& phase : phases_)
    sum += phase->what.times * phase->what.loss.graph->multiply_adds(phase->what.loss);
  return forward_and_two_gradients * sum;
}

}  // namespace nn
