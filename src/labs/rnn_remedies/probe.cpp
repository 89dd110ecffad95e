#include "labs/rnn_remedies/probe.h"

#include <algorithm>
#include <cmath>

namespace laboratory::rnn_remedies {
namespace {

// Streams of a seed. Training draws from the first.
constexpr std::uint64_t probing = 2, judging = 3;

double square(std::span<const float> x) {
  double sum = 0;
  for (const float v : x) sum += static_cast<double>(v) * static_cast<double>(v);
  return sum;
}

}  // namespace

Probe::Probe(const Params& p)
    : p_(p),
      weights_(seed_of(p, 0)),
      graph_(weights_),
      net_(unroll(graph_, p, p.batch)),
      batch_(p, p.batch, seed_of(p, 0), probing) {
  batch_.draw();
}

Flow Probe::at_start(std::uint64_t seed, double factor) {
  weights_.draw(seed);
  for (float& w : weights_.value(recurrent_matrix)) w *= static_cast<float>(factor);
  if (p_.rows && p_.cell == Cell::plain)
    keep_unit_rows(weights_.value(recurrent_matrix), p_.hidden);
  return flow();
}

Flow Probe::at(nn::Weights& weights) {
  copy(weights);
  return flow();
}

void Probe::copy(nn::Weights& weights) {
  std::copy(weights.values().begin(), weights.values().end(), weights_.values().begin());
  std::copy(weights.statistics().begin(), weights.statistics().end(),
            weights_.statistics().begin());
}

Flow Probe::flow() {
  graph_.training(true);
  graph_.bind(net_.inputs, batch_.inputs().data());
  graph_.bind(net_.targets, batch_.targets().data());
  graph_.forward(net_.last);
  graph_.backward(net_.last);
  const std::size_t steps = net_.states.size();
  Flow norms;
  for (std::size_t back = 0; back < steps; ++back) {
    const std::size_t t = steps - 1 - back;
    double sum = square(graph_.gradient(net_.states[t]));
    // What the last step carries on is used by none.
    if (back > 0 && t < net_.carried.size()) sum += square(graph_.gradient(net_.carried[t]));
    norms.push_back(std::sqrt(sum));
  }
  const double last = norms.front();
  for (double& x : norms) x /= last;
  return norms;
}

double Probe::held_out(nn::Weights& weights) {
  constexpr int batches = 5;
  copy(weights);
  graph_.training(false);
  Sequences fresh(p_, p_.batch, seed_of(p_, 0), judging);
  graph_.bind(net_.inputs, fresh.inputs().data());
  graph_.bind(net_.targets, fresh.targets().data());
  double sum = 0;
  for (int i = 0; i < batches; ++i) {
    fresh.draw();
    graph_.forward(net_.loss);
    sum += static_cast<double>(graph_.scalar(net_.loss));
  }
  return sum / batches;
}

}  // namespace laboratory::rnn_remedies
