#include "labs/depth/net.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "labs/depth/activation.h"
#include "nn/layers.h"
#include "nn/losses.h"
#include "nn/operations.h"

namespace laboratory::depth {
namespace {

constexpr double noise = 0.1;

nn::Initial initial(const Params& p) {
  switch (p.init) {
    case Start::normal:
      return nn::normal(static_cast<float>(p.sigma));
    case Start::xavier:
      return nn::xavier();
    case Start::he:
      return nn::he();
    case Start::orthogonal:
      return nn::orthogonal();
  }
  return nn::xavier();
}

nn::Cloud cloud(Points points) {
  switch (points) {
    case Points::moons:
      return nn::Cloud::moons;
    case Points::circles:
      return nn::Cloud::circles;
    case Points::spirals:
      return nn::Cloud::spirals;
    case Points::xor_squares:
      return nn::Cloud::xor_squares;
  }
  return nn::Cloud::moons;
}

nn::Recipe recipe(const Params& p) {
  nn::Recipe r;
  r.rate = static_cast<float>(p.rate);
  if (p.optimizer == Descent::momentum) r.rule = nn::Rule::momentum;
  if (p.optimizer == Descent::adam) r.rule = nn::Rule::adam;
  return r;
}

std::string layer_name(int layer) { return "layer " + std::to_string(layer + 1); }

std::uint64_t seed_of(const Params& p) { return static_cast<std::uint64_t>(p.seed); }

}  // namespace

Net::Copy::Copy(nn::Weights& weights, const Params& p, int batch) : graph(weights) {
  inputs = graph.input(nn::vectors(2, batch), "inputs");
  labels = graph.input(nn::vectors(1, batch), "labels");
  nn::DenseOptions options;
  options.initial = initial(p);
  options.bias_start = static_cast<float>(p.bias);
  nn::Var h = inputs;
  for (int l = 0; l < p.depth; ++l) {
    const std::string name = layer_name(l);
    nn::Var z = nn::dense(h, p.width, name, options);
    if (p.bn) z = nn::batch_norm(z, name);
    if (p.norm == Normalise::layer) z = nn::layer_norm(z, name + " per example");
    activations.push_back(activate(activation(p.mix, l), z));
    const bool skip = p.residual && l > 0;
    h = skip ? nn::add(activations.back(), h) : activations.back();
    outputs.push_back(h);
  }
  options.bias_start = 0;
  logits = nn::dense(h, 1, "output", options);
  loss = nn::sigmoid_cross_entropy(logits, labels);
}

Net::Net(const Params& p)
    : params_(p),
      data_(nn::cloud(cloud(p.data), p.points, noise, seed_of(p))),
      batches_(p.points, std::min(p.batch, p.points), seed_of(p)),
      weights_(seed_of(p)),
      training_(weights_, p, std::min(p.batch, p.points)),
      optimiser_(weights_, recipe(p)) {
  for (int l = 0; l < p.depth; ++l) weight_of_.push_back(weights_.find(layer_name(l) + " weight"));
  const auto batch = static_cast<std::size_t>(std::min(p.batch, p.points));
  inputs_.resize(2 * batch);
  labels_.resize(batch);
  const auto depth = static_cast<std::size_t>(p.depth);
  layers_ = {std::vector<float>(depth), std::vector<float>(depth), std::vector<float>(depth),
             std::vector<float>(depth)};
  if (!training_.graph.error().empty()) fault_ = training_.graph.error();
}

void Net::stop(std::string why) {
  fault_ = std::move(why);
  for (std::vector<float>* row :
       {&layers_.spread, &layers_.dead, &layers_.saturated, &layers_.update})
    std::fill(row->begin(), row->end(), nothing);
  layers_.dead_share = layers_.saturated_share = nothing;
  looked_ = true;
}

void Net::step() {
  if (!fault_.empty()) {
    log_.loss.push_back(nothing);
    log_.accuracy.push_back(nothing);
    log_.gradient.insert(log_.gradient.end(), weight_of_.size(), nothing);
    return;
  }
  nn::take(data_, batches_.next(), inputs_, labels_);
  training_.graph.set(training_.inputs, inputs_);
  training_.graph.set(training_.labels, labels_);
  training_.graph.forward();
  training_.graph.backward(training_.loss);
  log_.loss.push_back(training_.graph.scalar(training_.loss));
  const std::span<const float> logits = training_.graph.value(training_.logits);
  int right = 0;
  for (std::size_t i = 0; i < labels_.size(); ++i) right += (logits[i] > 0) == (labels_[i] > 0.5f);
  log_.accuracy.push_back(static_cast<float>(right) / static_cast<float>(labels_.size()));
  note_gradients();
  const std::span<const float> values = weights_.values();
  before_.assign(values.begin(), values.end());
  looked_ = false;

  bool finite = std::isfinite(log_.loss.back());
  for (std::size_t i = log_.gradient.size() - weight_of_.size(); i < log_.gradient.size(); ++i)
    finite = finite && std::isfinite(log_.gradient[i]);
  if (finite) {
    optimiser_.step();
  } else {
    training_.graph.check();
    const nn::Fault* fault = training_.graph.fault();
    stop("step " + std::to_string(steps()) + ": " +
         (fault ? fault->sentence() : "a gradient is beyond the range of 32-bit numbers"));
  }
}

void Net::save(nn::Snapshot& to) const {
  const LayerState& now = layers();
  to.put(log_.loss.size());
  for (const std::vector<float>* row : {&log_.loss, &log_.accuracy, &log_.gradient, &now.spread,
                                        &now.dead, &now.saturated, &now.update})
    to.put(std::span<const float>(*row));
  to.put(now.dead_share);
  to.put(now.saturated_share);
  to.put(fault_.size());
  to.put(std::span<const char>(fault_));
  weights_.save(to);
  optimiser_.save(to);
  batches_.save(to);
}

void Net::restore(nn::SnapshotReader& from) {
  std::size_t steps = 0, letters = 0;
  from.take(steps);
  log_.loss.resize(steps);
  log_.accuracy.resize(steps);
  log_.gradient.resize(steps * weight_of_.size());
  for (std::vector<float>* row : {&log_.loss, &log_.accuracy, &log_.gradient, &layers_.spread,
                                  &layers_.dead, &layers_.saturated, &layers_.update})
    from.take(std::span<float>(*row));
  from.take(layers_.dead_share);
  from.take(layers_.saturated_share);
  from.take(letters);
  fault_.resize(letters);
  from.take(std::span<char>(fault_));
  weights_.restore(from);
  optimiser_.restore(from);
  batches_.restore(from);
  looked_ = true;
}

}  // namespace laboratory::depth
