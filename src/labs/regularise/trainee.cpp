#include "labs/regularise/trainee.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "nn/layers.h"
#include "nn/losses.h"
#include "num/elementary.h"
#include "num/rng.h"

namespace laboratory::regularise {
namespace {

constexpr int most_in_batch = 20, seen_at_once = 50, validation_examples = 400, glyph_side = 12;
constexpr std::uint64_t flips = 1, jitter = 2;

// Streams of one seed: validation must not repeat the training examples.
constexpr std::uint64_t validation_seed(std::uint64_t seed) { return seed + 1'000'003; }

nn::Dataset sampled(const Params& p, int n, std::uint64_t seed) {
  switch (p.data) {
    case Data::moons:
      return nn::cloud(nn::Cloud::moons, n, p.noise, seed);
    case Data::circles:
      return nn::cloud(nn::Cloud::circles, n, p.noise, seed);
    case Data::spirals:
      return nn::cloud(nn::Cloud::spirals, n, p.noise, seed);
    case Data::blobs:
      return nn::cloud(nn::Cloud::blobs, n, p.noise, seed);
    case Data::glyphs:
      break;
  }
  return nn::glyphs(n, glyph_side, p.noise, seed);
}

nn::Recipe recipe(const Params& p) {
  nn::Recipe r;
  r.rate = static_cast<float>(p.rate);
  r.l1 = static_cast<float>(p.l1);
  r.l2 = static_cast<float>(p.l2);
  switch (p.optimizer) {
    case Optimiser::sgd:
      break;
    case Optimiser::momentum:
      r.rule = nn::Rule::momentum;
      break;
    case Optimiser::adam:
      r.rule = nn::Rule::adam;
      // What is a sensible step for a gradient is far too long for Adam, whose steps have the size
      // of the rate itself.
      r.rate *= 0.03f;
      break;
  }
  return r;
}

nn::Shape wide(nn::Shape shape, int examples) {
  shape.batch = examples;
  return shape;
}

}  // namespace

Examples examples(const Params& p, int seed) {
  const auto stream = static_cast<std::uint64_t>(seed);
  Examples e{sampled(p, p.points, stream), sampled(p, validation_examples, validation_seed(stream)),
             0};
  num::Rng rng(stream, flips);
  for (float& label : e.train.labels) {
    const bool flip = rng.uniform() < p.label_noise;
    const int by = 1 + rng.below(std::max(1, e.train.classes - 1));
    if (!flip) continue;
    label = static_cast<float>((static_cast<int>(label) + by) % e.train.classes);
    ++e.flipped;
  }
  return e;
}

Trainee::Trainee(const Params& p, int seed)
    : p_(p),
      seed_(static_cast<std::uint64_t>(seed)),
      data_(examples(p, seed)),
      weights_(seed_),
      training_(weights_, seed_),
      judging_(weights_),
      batches_(p.points, std::min(most_in_batch, p.points), seed_) {
  const int n = std::min(most_in_batch, p.points);
  inputs_ = training_.input(wide(data_.train.shape, n), "examples");
  labels_ = training_.input(nn::vectors(1, n), "labels");
  loss_ = nn::softmax_cross_entropy(network(inputs_), labels_);
  judging_.training(false);
  seen_ = judging_.input(wide(data_.train.shape, seen_at_once), "examples");
  logits_ = network(seen_);
  optimiser_ = std::make_unique<nn::Optimiser>(weights_, recipe(p));
  batch_inputs_.resize(training_.shape(inputs_).size());
  batch_labels_.resize(static_cast<std::size_t>(n));
}

nn::Var Trainee::network(nn::Var x) const {
  nn::Var h = x;
  for (int l = 1; l <= p_.layers; ++l) {
    const std::string name = "layer " + std::to_string(l);
    h = nn::dense(h, p_.width, name);
    if (p_.bn) h = nn::batch_norm(h, name + " norm");
    h = nn::relu(h);
    if (p_.dropout > 0) h = nn::dropout(h, static_cast<float>(p_.dropout));
  }
  return nn::dense(h, data_.train.classes, "output", {.initial = nn::lecun()});
}

int Trainee::weight_count() const {
  std::size_t n = 0;
  for (const nn::Weights::Entry& e : weights_.parameters()) n += e.size;
  return static_cast<int>(n);
}

// Copies that keep their label: points move a little, rings turn, images shift by up to a pixel.
void Trainee::vary(std::span<float> inputs) {
  if (p_.data == Data::glyphs) {
    nn::augment(inputs, training_.shape(inputs_), {.shift = 1}, seed_, steps_);
    return;
  }
  constexpr double reach = 0.15, full_turn = 6.283185307179586;
  num::Rng rng(seed_ + 7919 * steps_, jitter);
  for (std::size_t i = 0; i + 1 < inputs.size(); i += 2) {
    double x = static_cast<double>(inputs[i]), y = static_cast<double>(inputs[i + 1]);
    if (p_.data == Data::circles) {
      const double angle = rng.uniform(0, full_turn), c = num::cos(angle), s = num::sin(angle);
      const double turned = c * x - s * y;
      y = s * x + c * y;
      x = turned;
    }
    inputs[i] = static_cast<float>(x + reach * rng.normal());
    inputs[i + 1] = static_cast<float>(y + reach * rng.normal());
  }
}

void Trainee::step() {
  nn::take(data_.train, batches_.next(), batch_inputs_, batch_labels_);
  if (p_.augment) vary(batch_inputs_);
  training_.set(inputs_, batch_inputs_);
  training_.set(labels_, batch_labels_);
  training_.forward();
  training_.backward(loss_);
  ++steps_;
  if (!std::isfinite(training_.scalar(loss_)) && !training_.check()) {
    fault_ = training_.fault()->sentence();
    return;
  }
  optimiser_->step();
}

void Trainee::epoch() {
  const int n = static_cast<int>(batch_labels_.size());
  for (int i = 0; i < p_.points && fault_.empty(); i += n) step();
}

double Trainee::share_right(const nn::Dataset& data) {
  const auto features = static_cast<std::size_t>(data.shape.features());
  const auto classes = static_cast<std::size_t>(data.classes);
  std::vector<float> some(features * seen_at_once);
  int right = 0;
  for (int from = 0; from < data.size(); from += seen_at_once) {
    const int n = std::min(seen_at_once, data.size() - from);
    std::copy_n(data.inputs.begin() + static_cast<std::ptrdiff_t>(features) * from,
                features * static_cast<std::size_t>(n), some.begin());
    judging_.set(seen_, some);
    judging_.forward();
    const std::span<const float> z = judging_.value(logits_);
    for (int i = 0; i < n; ++i) {
      const auto column = z.subspan(classes * static_cast<std::size_t>(i), classes);
      const auto best = std::max_element(column.begin(), column.end()) - column.begin();
      right += best == static_cast<std::ptrdiff_t>(data.labels[static_cast<std::size_t>(from + i)]);
    }
  }
  return static_cast<double>(right) / data.size();
}

Accuracy Trainee::accuracy() { return {share_right(data_.train), share_right(data_.validation)}; }

std::vector<float> Trainee::field(int side, double reach) {
  std::vector<float> field, some(2 * seen_at_once);
  const int cells = side * side;
  const double step = 2 * reach / side;
  for (int from = 0; from < cells; from += seen_at_once) {
    const int n = std::min(seen_at_once, cells - from);
    for (int i = 0; i < n; ++i) {
      const int cell = from + i;
      some[static_cast<std::size_t>(2 * i)] =
          static_cast<float>(-reach + (cell % side + 0.5) * step);
      some[static_cast<std::size_t>(2 * i + 1)] =
          static_cast<float>(reach - (cell / side + 0.5) * step);
    }
    judging_.set(seen_, some);
    judging_.forward();
    const std::span<const float> z = judging_.value(logits_);
    for (int i = 0; i < n; ++i) {
      const auto margin = static_cast<double>(z[static_cast<std::size_t>(2 * i + 1)] -
                                              z[static_cast<std::size_t>(2 * i)]);
      field.push_back(static_cast<float>(1 / (1 + num::exp(std::clamp(-margin, -80.0, 80.0)))));
    }
  }
  return field;
}

}  // namespace laboratory::regularise
