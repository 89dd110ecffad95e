#include "labs/depth/net.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "nn/functions.h"
#include "nn/layers.h"
#include "nn/losses.h"
#include "nn/operations.h"

namespace laboratory {
namespace {

constexpr double noise = 0.1;        // of the data
constexpr int view_batch = 128;      // examples at a time for the decision boundary
constexpr float flat_slope = 0.05f;  // of the steepest: what counts as saturated
constexpr float leak = 0.01f;
constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

enum class Activation { tanh, relu, leaky, gelu, sigmoid };

Activation activation(Mix mix, int layer) {
  switch (mix) {
    case Mix::alternate:
      return layer % 2 == 0 ? Activation::tanh : Activation::relu;
    case Mix::alternate_leaky:
      return layer % 2 == 0 ? Activation::tanh : Activation::leaky;
    case Mix::tanh:
      return Activation::tanh;
    case Mix::relu:
      return Activation::relu;
    case Mix::leaky:
      return Activation::leaky;
    case Mix::gelu:
      return Activation::gelu;
    case Mix::sigmoid:
      return Activation::sigmoid;
  }
  return Activation::tanh;
}

nn::Var activate(Activation a, nn::Var z) {
  switch (a) {
    case Activation::tanh:
      return nn::tanh(z);
    case Activation::relu:
      return nn::relu(z);
    case Activation::leaky:
      return nn::leaky_relu(z, leak);
    case Activation::gelu:
      return nn::gelu(z);
    case Activation::sigmoid:
      return nn::sigmoid(z);
  }
  return z;
}

// The slope at an output `a`, as a share of the steepest; 1 where the output alone does not tell.
float relative_slope(Activation kind, float a) {
  switch (kind) {
    case Activation::tanh:
      return (1 - a) * (1 + a);
    case Activation::sigmoid:
      return 4 * a * (1 - a);
    case Activation::relu:
      return a > 0 ? 1.0f : 0.0f;
    default:
      return 1;
  }
}

bool saturates(Activation a) { return a == Activation::tanh || a == Activation::sigmoid; }

nn::Initial initial(const DepthParams& p) {
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

nn::Recipe recipe(const DepthParams& p) {
  nn::Recipe r;
  r.rate = static_cast<float>(p.rate);
  if (p.optimizer == Descent::momentum) r.rule = nn::Rule::momentum;
  if (p.optimizer == Descent::adam) r.rule = nn::Rule::adam;
  return r;
}

std::string layer_name(int layer) { return "layer " + std::to_string(layer + 1); }

std::uint64_t seed_of(const DepthParams& p) { return static_cast<std::uint64_t>(p.seed); }

// Squares of floats neither overflow nor vanish in double.
double norm(std::span<const float> x) {
  double sums[4] = {};
  std::size_t i = 0;
  for (; i + 4 <= x.size(); i += 4)
    for (std::size_t k = 0; k < 4; ++k) sums[k] += static_cast<double>(x[i + k]) * x[i + k];
  for (; i < x.size(); ++i) sums[0] += static_cast<double>(x[i]) * x[i];
  return std::sqrt((sums[0] + sums[1]) + (sums[2] + sums[3]));
}

double distance(std::span<const float> a, std::span<const float> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double d = static_cast<double>(a[i]) - b[i];
    sum += d * d;
  }
  return std::sqrt(sum);
}

double deviation(std::span<const float> x) {
  double sum = 0, squares = 0;
  for (const float v : x) sum += v;
  const double mean = sum / static_cast<double>(x.size());
  for (const float v : x) squares += (v - mean) * (v - mean);
  return std::sqrt(squares / static_cast<double>(x.size()));
}

double mean_of_last(std::span<const float> x, int window) {
  const std::size_t n = std::min(x.size(), static_cast<std::size_t>(window));
  double sum = 0;
  for (const float v : x.last(n)) sum += v;
  return sum / static_cast<double>(n);
}

}  // namespace

DeepNet::Copy::Copy(nn::Weights& weights, const DepthParams& p, int batch) : graph(weights) {
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

DeepNet::DeepNet(const DepthParams& p)
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

void DeepNet::stop(std::string why) {
  fault_ = std::move(why);
  for (std::vector<float>* row :
       {&layers_.spread, &layers_.dead, &layers_.saturated, &layers_.update})
    std::fill(row->begin(), row->end(), nothing);
  layers_.dead_share = layers_.saturated_share = nothing;
  looked_ = true;
}

void DeepNet::step() {
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

void DeepNet::note_gradients() {
  for (const int index : weight_of_)
    log_.gradient.push_back(static_cast<float>(norm(weights_.gradient(index))));
}

const LayerState& DeepNet::layers() const {
  if (!looked_) look();
  looked_ = true;
  return layers_;
}

void DeepNet::look() const {
  const auto batch = labels_.size(), width = static_cast<std::size_t>(params_.width);
  double dead = 0, flat = 0;
  int flat_layers = 0;
  for (std::size_t l = 0; l < weight_of_.size(); ++l) {
    const std::span<const float> a = training_.graph.value(training_.activations[l]);
    const Activation kind = activation(params_.mix, static_cast<int>(l));
    std::size_t dead_units = 0, flat_slopes = 0;
    for (std::size_t u = 0; u < width; ++u) {
      bool alive = false;
      for (std::size_t b = 0; b < batch; ++b) {
        const float slope = relative_slope(kind, a[b * width + u]);
        alive = alive || slope > 0;
        flat_slopes += slope < flat_slope;
      }
      dead_units += !alive;
    }
    layers_.dead[l] = static_cast<float>(dead_units) / static_cast<float>(width);
    layers_.saturated[l] =
        saturates(kind) ? static_cast<float>(flat_slopes) / static_cast<float>(width * batch) : 0;
    dead += layers_.dead[l];
    flat += layers_.saturated[l];
    flat_layers += saturates(kind);
    layers_.spread[l] = static_cast<float>(deviation(training_.graph.value(training_.outputs[l])));
    const std::span<const float> now = weights_.value(weight_of_[l]);
    const auto offset = weights_.parameters()[static_cast<std::size_t>(weight_of_[l])].offset;
    const std::span<const float> then(before_.data() + offset, now.size());
    const double size = norm(then);
    layers_.update[l] = size > 0 ? static_cast<float>(distance(now, then) / size) : nothing;
  }
  layers_.dead_share = dead / static_cast<double>(weight_of_.size());
  layers_.saturated_share = flat_layers > 0 ? flat / flat_layers : 0;
}

std::vector<float> DeepNet::field(int side, double reach) const {
  std::vector<float> field;
  if (!fault_.empty()) {
    field.assign(static_cast<std::size_t>(side * side), nothing);
    return field;
  }
  if (!viewing_) {
    viewing_ = std::make_unique<Copy>(weights_, params_, view_batch);
    viewing_->graph.training(false);
  }
  std::vector<float> at(2 * view_batch);
  for (int first = 0; first < side * side; first += view_batch) {
    for (int i = 0; i < view_batch; ++i) {
      const int cell = std::min(first + i, side * side - 1);
      const double step = 2 * reach / side;
      const auto x = static_cast<std::size_t>(2 * i);
      at[x] = static_cast<float>((cell % side + 0.5) * step - reach);
      at[x + 1] = static_cast<float>(reach - (cell / side + 0.5) * step);
    }
    viewing_->graph.set(viewing_->inputs, at);
    viewing_->graph.forward(viewing_->logits);
    const std::span<const float> logits = viewing_->graph.value(viewing_->logits);
    for (int i = 0; i < view_batch && first + i < side * side; ++i)
      field.push_back(logits[static_cast<std::size_t>(i)]);
  }
  nn::sigmoid(field.data(), field.data(), field.size());
  return field;
}

double DeepNet::gradient(int layer) const {
  return log_.gradient[log_.gradient.size() - weight_of_.size() + static_cast<std::size_t>(layer)];
}

void DeepNet::save(nn::Snapshot& to) const {
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

void DeepNet::restore(nn::SnapshotReader& from) {
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

double DeepNet::loss(int window) const { return mean_of_last(log_.loss, window); }
double DeepNet::accuracy(int window) const { return mean_of_last(log_.accuracy, window); }

}  // namespace laboratory
