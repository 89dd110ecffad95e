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

bool Trainer::begin() {
  if (!fault_.empty()) return false;
  ++steps_;
  return true;
}

void Trainer::show(int phase) {
  if (const auto& feed = phase_at(phase).feed) feed();
}

bool Trainer::step() {
  if (!begin()) return false;
  for (int phase = 0; phase < static_cast<int>(phases_.size()); ++phase) {
    Running& running = at(phase);
    for (int i = 0; i < running.what.times; ++i) {
      show(phase);
      if (running.what.further.empty() ? !pass(running) : !pass_in_parts(phase)) return false;
    }
  }
  return true;
}

// One part alone: its gradient stays where the backward pass has left it.
bool Trainer::pass(Running& phase) {
  const Phase& p = phase.what;
  Graph& graph = *p.loss.graph;
  graph.forward(p.loss);
  graph.backward(p.loss);
  phase.loss = graph.scalar(p.loss);
  const bool goes_on = !p.look || p.look();
  if (!goes_on || !std::isfinite(phase.loss)) return stop(graph);
  phase.optimiser.step();
  return true;
}

bool Trainer::pass_in_parts(int phase) {
  std::vector<Part> all;
  for (int part = 0; part < parts(phase); ++part) all.push_back(work_out(phase, part));
  return move(phase, all);
}

Var Trainer::loss_of(int phase, int part) const {
  const Phase& p = phase_at(phase);
  return part == 0 ? p.loss : p.further[static_cast<std::size_t>(part) - 1];
}

// Of a graph that each phase passes through once in a step, whoever has taken its passes.
std::int64_t Trainer::passes_before(int phase) const {
  return (steps_ - 1) * static_cast<std::int64_t>(phases_.size()) + phase;
}

Trainer::Part Trainer::work_out(int phase, int part) {
  const Var loss = loss_of(phase, part);
  loss.graph->number_passes(passes_before(phase));
  loss.graph->forward(loss);
  loss.graph->backward(loss);
  return {loss.graph->scalar(loss), at(phase).optimiser.gradient()};
}

bool Trainer::move(int phase, std::span<const Part> all) {
  Running& running = at(phase);
  const auto count = static_cast<std::size_t>(parts(phase));
  // A pass writes its gradient to where those of all parts are added up, so that what has to be
  // worked out here comes first. What is not finite has to: it is looked for where the values are.
  std::vector<Part> here(count);
  for (std::size_t part = 0; part < count; ++part) {
    const bool whole = all[part].gradient.size() == running.optimiser.size();
    if (whole && std::isfinite(all[part].loss)) continue;
    here[part] = work_out(phase, static_cast<int>(part));
    if (!std::isfinite(here[part].loss)) return stop(*loss_of(phase, static_cast<int>(part)).graph);
  }
  running.loss = 0;
  for (std::size_t part = 0; part < count; ++part) {
    const Part& known = here[part].gradient.empty() ? all[part] : here[part];
    running.loss += known.loss;
    if (part == 0)
      running.optimiser.take_gradient(known.gradient);
    else
      running.optimiser.add_gradient(known.gradient);
    loss_of(phase, static_cast<int>(part)).graph->number_passes(passes_before(phase) + 1);
  }
  running.optimiser.step();
  return true;
}

bool Trainer::stop(Graph& graph) {
  fault_ = graph.check() ? "a gradient is beyond the range of 32-bit numbers"
                         : graph.fault()->sentence();
  return false;
}

float Trainer::loss(int phase) const { return phases_[static_cast<std::size_t>(phase)]->loss; }

std::int64_t Trainer::multiply_adds() {
  constexpr int forward_and_two_gradients = 3;
  std::int64_t sum = 0;
  for (int phase = 0; phase < static_cast<int>(phases_.size()); ++phase)
    for (int part = 0; part < parts(phase); ++part) {
      const Var loss = loss_of(phase, part);
      sum += phase_at(phase).times * loss.graph->multiply_adds(loss);
    }
  return forward_and_two_gradients * sum;
}

}  // namespace nn
