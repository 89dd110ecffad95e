// What can be read off a net in training: norms, spreads, slopes, the decision over the plane.
#include <algorithm>
#include <cmath>
#include <limits>

#include "labs/depth/activation.h"
#include "labs/depth/net.h"
#include "nn/functions.h"

namespace laboratory::depth {
namespace {

constexpr int view_batch = 128;      // examples at a time for the decision boundary
constexpr float flat_slope = 0.05f;  // of the steepest: what counts as saturated

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

void Net::note_gradients() {
  for (const int index : weight_of_)
    log_.gradient.push_back(static_cast<float>(norm(weights_.gradient(index))));
}

const LayerState& Net::layers() const {
  if (!looked_) look();
  looked_ = true;
  return layers_;
}

void Net::look() const {
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

std::vector<float> Net::field(int side, double reach) const {
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

double Net::gradient(int layer) const {
  return log_.gradient[log_.gradient.size() - weight_of_.size() + static_cast<std::size_t>(layer)];
}

double Net::loss(int window) const { return mean_of_last(log_.loss, window); }
double Net::accuracy(int window) const { return mean_of_last(log_.accuracy, window); }

}  // namespace laboratory::depth
