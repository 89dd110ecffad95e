#include "labs/depth/net.h"

#include <algorithm>
#include <cmath>
#include <span>

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

nn::Var Net::network(nn::Var h, std::vector<nn::Var>* activations,
                     std::vector<nn::Var>* outputs) const {
  nn::DenseOptions options;
  options.initial = initial(params_);
  options.bias_start = static_cast<float>(params_.bias);
  for (int l = 0; l < params_.depth; ++l) {
    const std::string name = layer_name(l);
    nn::Var z = nn::dense(h, params_.width, name, options);
    if (params_.bn) z = nn::batch_norm(z, name);
    if (params_.norm == Normalise::layer) z = nn::layer_norm(z, name + " per example");
    const nn::Var a = activate(activation(params_.mix, l), z);
    h = params_.residual && l > 0 ? nn::add(a, h) : a;
    if (activations) activations->push_back(a);
    if (outputs) outputs->push_back(h);
  }
  options.bias_start = 0;
  return nn::dense(h, 1, "output", options);
}

Net::Net(const Params& p)
    : params_(p),
      data_(nn::cloud(cloud(p.data), p.points, noise, seed_of(p))),
      batch_(data_, p.batch, seed_of(p)),
      trainer_(seed_of(p)) {
  nn::Graph& graph = trainer_.add_graph();
  inputs_ = graph.input(batch_.shape(), "inputs");
  labels_ = graph.input(nn::vectors(1, batch_.size()), "labels");
  logits_ = network(inputs_, &activations_, &outputs_);
  trainer_.add_phase({.loss = nn::sigmoid_cross_entropy(logits_, labels_),
                      .recipe = recipe(p),
                      .feed = [this] { batch_.show(inputs_, labels_); },
                      .look = [this] { return note(); }});
  for (int l = 0; l < p.depth; ++l)
    weight_of_.push_back(trainer_.weights().find(layer_name(l) + " weight"));
  const std::vector<float> none(static_cast<std::size_t>(p.depth));
  layers_ = {none, none, none, none};
}

std::string Net::fault() const {
  const std::string& fault = trainer_.fault();
  if (fault.empty() || trainer_.steps() == 0) return fault;
  return "step " + std::to_string(trainer_.steps()) + ": " + fault;
}

void Net::step() {
  const std::size_t known = log_.loss.size();
  if (trainer_.step()) return;
  if (log_.loss.size() == known) {
    log_.loss.push_back(nothing);
    log_.accuracy.push_back(nothing);
    log_.gradient.insert(log_.gradient.end(), weight_of_.size(), nothing);
  }
  for (std::vector<float>* row :
       {&layers_.spread, &layers_.dead, &layers_.saturated, &layers_.update})
    std::fill(row->begin(), row->end(), nothing);
  layers_.dead_share = layers_.saturated_share = nothing;
  looked_ = true;
}

bool Net::note() {
  log_.loss.push_back(trainer_.loss());
  const std::span<const float> logits = logits_.graph->value(logits_), labels = batch_.labels();
  int right = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) right += (logits[i] > 0) == (labels[i] > 0.5f);
  log_.accuracy.push_back(static_cast<float>(right) / static_cast<float>(labels.size()));
  const std::span<const float> values = trainer_.weights().values();
  before_.assign(values.begin(), values.end());
  looked_ = false;
  return note_gradients();
}

}  // namespace laboratory::depth
