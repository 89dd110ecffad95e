// What can be read off a net in training: norms, spreads, slopes, the decision over the plane.
#include <algorithm>
#include <cmath>

#include "labs/depth/activation.h"
#include "labs/depth/net.h"
#include "nn/functions.h"

namespace laboratory::depth {
namespace {

constexpr int seen_at_once = 32;     // places of the decision boundary
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

bool Net::note_gradients() {
  bool finite = true;
  for (const int index : weight_of_) {
    log_.gradient.push_back(static_cast<float>(norm(trainer_.weights().gradient(index))));
    finite = finite && std::isfinite(log_.gradient.back());
  }
  return finite;
}

const LayerState& Net::layers() {
  if (!looked_) look();
  looked_ = true;
  return layers_;
}

void Net::look() {
  const nn::Graph& graph = *logits_.graph;
  nn::Weights& weights = trainer_.weights();
  const auto batch = batch_.labels().size(), width = static_cast<std::size_t>(params_.width);
  double dead = 0, flat = 0;
  int flat_layers = 0;
  for (std::size_t l = 0; l < weight_of_.size(); ++l) {
    const std::span<const float> a = graph.value(activations_[l]);
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
    layers_.spread[l] = static_cast<float>(deviation(graph.value(outputs_[l])));
    const std::span<const float> now = weights.value(weight_of_[l]);
    const auto offset = weights.parameters()[static_cast<std::size_t>(weight_of_[l])].offset;
    const std::span<const float> then(before_.data() + offset, now.size());
    const double size = norm(then);
    layers_.update[l] = size > 0 ? static_cast<float>(distance(now, then) / size) : nothing;
  }
  layers_.dead_share = dead / static_cast<double>(weight_of_.size());
  layers_.saturated_share = flat_layers > 0 ? flat / flat_layers : 0;
}

std::vector<float> Net::field(int side, double reach) {
  if (!trainer_.fault().empty())
    return std::vector<float>(static_cast<std::size_t>(side * side), nothing);
  if (!judge_)
    judge_.emplace(trainer_.weights(), data_.shape, seen_at_once,
                   [this](nn::Var x) { return network(x, nullptr, nullptr); });
  std::vector<float> field = judge_->margins(side, reach);
  nn::sigmoid(field.data(), field.data(), field.size());
  return field;
}

double Net::gradient(int layer) const {
  return log_.gradient[log_.gradient.size() - weight_of_.size() + static_cast<std::size_t>(layer)];
}

double Net::loss(int window) const { return mean_of_last(log_.loss, window); }
double Net::accuracy(int window) const { return mean_of_last(log_.accuracy, window); }

}  // namespace laboratory::depth
