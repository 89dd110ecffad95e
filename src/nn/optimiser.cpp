#include "nn/optimiser.h"

#include <algorithm>
#include <cmath>

#include "nn/columns.h"
#include "nn/packet.h"
#include "nn/update.h"
#include "num/elementary.h"

namespace nn {
namespace {

// w towards 0 by `by`, no further.
void shrink(float* w, std::size_t n, float by) {
  const Packet step = splat(by);
  map(w, w, n,
      [=](Packet x) { return either(max(sub(absolute(x), step), splat(0)), sign_bit(x)); });
}

}  // namespace

Optimiser::Optimiser(Weights& weights, const Recipe& recipe, std::string_view prefix)
    : weights_(weights), recipe_(recipe) {
  for (const Weights::Entry& entry : weights.parameters()) {
    if (entry.name.compare(0, prefix.size(), prefix) != 0) continue;
    const std::size_t size = (entry.size + 3) / 4 * 4;  // with its padding
    const bool joins = !segments_.empty() && segments_.back().decays == entry.decays &&
                       segments_.back().offset + segments_.back().size == entry.offset;
    if (joins)
      segments_.back().size += size;
    else
      segments_.push_back({entry.offset, size, entry.decays});
  }
  const bool two =
      recipe.rule == Rule::adam || recipe.rule == Rule::adamw || recipe.rule == Rule::adadelta;
  if (recipe.rule != Rule::sgd) first_.resize(weights.values().size());
  if (two) second_.resize(weights.values().size());
}

std::size_t Optimiser::size() const {
  std::size_t sum = 0;
  for (const Segment& s : segments_) sum += s.size;
  return sum;
}

std::vector<float> Optimiser::gradient() const {
  const std::span<const float> all = weights_.gradients();
  std::vector<float> own;
  own.reserve(size());
  for (const Segment& s : segments_) {
    const std::span<const float> part = all.subspan(s.offset, s.size);
    own.insert(own.end(), part.begin(), part.end());
  }
  return own;
}

void Optimiser::take_gradient(std::span<const float> given) {
  for (const Segment& s : segments_) {
    std::copy_n(given.begin(), s.size, weights_.gradients().subspan(s.offset).begin());
    given = given.subspan(s.size);
  }
}

void Optimiser::add_gradient(std::span<const float> given) {
  for (const Segment& s : segments_) {
    float* const sum = weights_.gradients().data() + s.offset;
    for (std::size_t i = 0; i < s.size; ++i) sum[i] += given[i];
    given = given.subspan(s.size);
  }
}

void Optimiser::clip() {
  float* const g = weights_.gradients().data();
  double square = 0;
  for (const Segment& s : segments_)
    square += static_cast<double>(nn::dot(g + s.offset, g + s.offset, s.size));
  norm_ = std::sqrt(square);
  const bool long_gradient =
      recipe_.clip_norm > 0 && norm_ > static_cast<double>(recipe_.clip_norm);
  const Packet factor =
      splat(long_gradient ? static_cast<float>(static_cast<double>(recipe_.clip_norm) / norm_) : 1);
  const Packet most = splat(recipe_.clip_value), least = splat(-recipe_.clip_value);
  for (const Segment& s : segments_) {
    float* const part = g + s.offset;
    if (long_gradient) map(part, part, s.size, [=](Packet x) { return mul(x, factor); });
    if (recipe_.clip_value > 0)
      map(part, part, s.size, [=](Packet x) { return min(most, max(least, x)); });
  }
}

void Optimiser::step() {
  ++steps_;
  if (recipe_.clip_norm > 0 || recipe_.clip_value > 0) clip();
  const Recipe& r = recipe_;
  float rate = r.rate;
  const bool adaptive = r.rule == Rule::adam || r.rule == Rule::adamw;
  if (adaptive) {
    const auto t = static_cast<double>(steps_);
    const double rest = 1 - num::pow(static_cast<double>(r.decay_square), t);
    const double start = 1 - num::pow(static_cast<double>(r.momentum), t);
    rate = static_cast<float>(static_cast<double>(r.rate) * std::sqrt(rest) / start);
  }
  for (const Segment& s : segments_) {
    float *const w = weights_.values().data() + s.offset,
                 *const g = weights_.gradients().data() + s.offset,
                 *const m = first_.empty() ? nullptr : first_.data() + s.offset,
                 *const v = second_.empty() ? nullptr : second_.data() + s.offset;
    const std::size_t n = s.size;
    if (s.decays && r.l2 > 0)
      map(g, w, g, n, [l = splat(r.l2)](Packet d, Packet x) { return add(d, mul(l, x)); });
    switch (r.rule) {
      case Rule::sgd:
        nn::sgd(w, g, n, rate);
        break;
      case Rule::momentum:
        nn::momentum(w, g, m, n, rate, r.momentum);
        break;
      case Rule::nesterov:
        nn::nesterov(w, g, m, n, rate, r.momentum);
        break;
      case Rule::rmsprop:
        nn::rmsprop(w, g, m, n, rate, r.decay_square, r.epsilon);
        break;
      case Rule::adam:
        nn::adam(w, g, m, v, n, rate, r.momentum, r.decay_square, r.epsilon);
        break;
      case Rule::adamw:
        nn::adam(w, g, m, v, n, rate, r.momentum, r.decay_square, r.epsilon,
                 s.decays ? 1 - r.rate * r.decay : 1);
        break;
      case Rule::adadelta:
        nn::adadelta(w, g, m, v, n, rate, r.decay_square, r.epsilon);
        break;
    }
    if (s.decays && r.l1 > 0) shrink(w, n, r.rate * r.l1);
  }
}

}  // namespace nn
