#include "labs/bias_variance/sizes.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "nn/layers.h"
#include "nn/losses.h"
#include "num/elementary.h"
#include "num/rng.h"

namespace laboratory::bias_variance {
namespace {

constexpr int centres = 8, points_at_once = 64, validation_points = 1000;
constexpr std::uint64_t training_stream = 1, validation_stream = 2;
constexpr double pi = 3.14159265358979323846;

struct Centre {
  double x, y;
};
Centre centre(int k) { return {num::cos(k * 2 * pi / centres), num::sin(k * 2 * pi / centres)}; }

}  // namespace

RingSample ring_sample(int n, double noise, std::uint64_t seed, std::uint64_t purpose) {
  num::Rng rng(seed, purpose);
  RingSample s;
  for (int i = 0; i < n; ++i) {
    const int k = i % centres;
    const Centre c = centre(k);
    s.inputs.push_back(static_cast<float>(c.x + noise * rng.normal()));
    s.inputs.push_back(static_cast<float>(c.y + noise * rng.normal()));
    s.labels.push_back(static_cast<float>(k % 2));
  }
  return s;
}

double bayes_error(const RingSample& sample, double noise) {
  int wrong = 0;
  for (int i = 0; i < sample.size(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    const auto x = static_cast<double>(sample.inputs[2 * at]);
    const auto y = static_cast<double>(sample.inputs[2 * at + 1]);
    double nearest = 1e300, density[2] = {};
    for (int k = 0; k < centres; ++k) {
      const Centre c = centre(k);
      nearest = std::min(nearest, (x - c.x) * (x - c.x) + (y - c.y) * (y - c.y));
    }
    for (int k = 0; k < centres; ++k) {
      const Centre c = centre(k);
      const double further = (x - c.x) * (x - c.x) + (y - c.y) * (y - c.y) - nearest;
      density[k % 2] += num::exp(-std::min(further / (2 * noise * noise), 700.0));
    }
    wrong += (density[1] > density[0]) != (sample.labels[at] > 0.5f);
  }
  return static_cast<double>(wrong) / sample.size();
}

Sized::Sized(const Params& p, int width, const RingSample& train)
    : p_(p),
      width_(width),
      weights_(static_cast<std::uint64_t>(p.seed)),
      training_(weights_, static_cast<std::uint64_t>(p.seed)),
      judging_(weights_) {
  inputs_ = training_.input(nn::vectors(2, train.size()), "examples");
  labels_ = training_.input(nn::vectors(1, train.size()), "labels");
  loss_ = nn::sigmoid_cross_entropy(network(inputs_), labels_);
  training_.bind(inputs_, train.inputs.data());
  training_.bind(labels_, train.labels.data());
  judging_.training(false);
  seen_ = judging_.input(nn::vectors(2, points_at_once), "examples");
  logit_ = network(seen_);
  nn::Recipe recipe;
  recipe.rule = nn::Rule::adam;
  recipe.rate = static_cast<float>(p.rate);
  recipe.l2 = static_cast<float>(p.l2);
  optimiser_ = std::make_unique<nn::Optimiser>(weights_, recipe);
}

nn::Var Sized::network(nn::Var x) const {
  nn::Var h = x;
  for (int l = 1; l <= 2; ++l) {
    h = nn::tanh(nn::dense(h, width_, "layer " + std::to_string(l), {.initial = nn::xavier()}));
    if (p_.dropout > 0) h = nn::dropout(h, static_cast<float>(p_.dropout));
  }
  return nn::dense(h, 1, "output", {.initial = nn::lecun()});
}

// Two inputs, two layers of as many units, one output, with their biases.
int Sized::weight_count() const { return 3 * width_ + width_ * (width_ + 1) + width_ + 1; }

void Sized::step() {
  if (!fault_.empty()) return;
  training_.forward();
  training_.backward(loss_);
  if (!std::isfinite(training_.scalar(loss_)) && !training_.check()) {
    fault_ = training_.fault()->sentence();
    return;
  }
  optimiser_->step();
}

template <class See>
void Sized::judge(const float* inputs, int n, See see) {
  std::vector<float> some(2 * points_at_once);
  for (int from = 0; from < n; from += points_at_once) {
    const int count = std::min(points_at_once, n - from);
    std::copy_n(inputs + 2 * from, 2 * count, some.begin());
    judging_.set(seen_, some);
    judging_.forward();
    const std::span<const float> z = judging_.value(logit_);
    for (int i = 0; i < count; ++i) see(from + i, z[static_cast<std::size_t>(i)]);
  }
}

double Sized::share_wrong(const RingSample& sample) {
  int wrong = 0;
  judge(sample.inputs.data(), sample.size(), [&](int i, float z) {
    wrong += (z > 0) != (sample.labels[static_cast<std::size_t>(i)] > 0.5f);
  });
  return static_cast<double>(wrong) / sample.size();
}

Errors Sized::errors(const RingSample& train, const RingSample& validation) {
  return {share_wrong(train), share_wrong(validation)};
}

std::vector<float> Sized::field(int side, double reach) {
  std::vector<float> places, field(static_cast<std::size_t>(side * side));
  const double step = 2 * reach / side;
  for (int r = 0; r < side; ++r)
    for (int c = 0; c < side; ++c) {
      places.push_back(static_cast<float>(-reach + (c + 0.5) * step));
      places.push_back(static_cast<float>(reach - (r + 0.5) * step));
    }
  judge(places.data(), side * side, [&](int i, float z) {
    const double margin = std::clamp(static_cast<double>(z), -80.0, 80.0);
    field[static_cast<std::size_t>(i)] = static_cast<float>(1 / (1 + num::exp(-margin)));
  });
  return field;
}

int nearest_size(int width) {
  int best = 0;
  for (int i = 1; i < size_count; ++i) {
    // Two sizes a and b are parted by their geometric mean: width^2 against a b.
    const int a = sizes[static_cast<std::size_t>(i - 1)], b = sizes[static_cast<std::size_t>(i)];
    if (width * width >= a * b) best = i;
  }
  return best;
}

Ladder::Ladder(const Params& p)
    : train_(ring_sample(p.points, p.noise, static_cast<std::uint64_t>(p.seed), training_stream)),
      validation_(ring_sample(validation_points, p.noise, static_cast<std::uint64_t>(p.seed),
                              validation_stream)),
      bayes_(bayes_error(validation_, p.noise)) {
  for (const int width : sizes) nets_.push_back(std::make_unique<Sized>(p, width, train_));
}

const Errors& Ladder::errors(int size) {
  if (judged_ != steps_)
    for (int i = 0; i < size_count; ++i)
      now_[static_cast<std::size_t>(i)] = net(i).errors(train_, validation_);
  judged_ = steps_;
  return now_[static_cast<std::size_t>(size)];
}

void Ladder::step() {
  constexpr std::int64_t often = 20;
  for (auto& net : nets_) net->step();
  if (++steps_ % often != 1) return;
  errors(0);
  moments_.push_back({steps_, now_});
}

}  // namespace laboratory::bias_variance
