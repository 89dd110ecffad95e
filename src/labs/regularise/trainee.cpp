#include "labs/regularise/trainee.h"

#include <algorithm>
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

Trainee::Trainee(const Params& p, int seed, const Examples& data)
    : p_(p),
      seed_(static_cast<std::uint64_t>(seed)),
      data_(data),
      batch_(data_.train, most_in_batch, seed_),
      trainer_(seed_) {
  nn::Graph& graph = trainer_.add_graph(seed_);
  inputs_ = graph.input(batch_.shape(), "examples");
  labels_ = graph.input(nn::vectors(1, batch_.size()), "labels");
  trainer_.add_phase({.loss = nn::softmax_cross_entropy(network(inputs_), labels_),
                      .recipe = recipe(p),
                      .feed = [this] {
                        batch_.next();
                        if (p_.augment) vary(batch_.inputs());
                        batch_.set(inputs_, labels_);
                      }});
  judge_.emplace(trainer_.weights(), data_.train.shape, seen_at_once,
                 [this](nn::Var x) { return network(x); });
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

// Copies that keep their label: points move a little, rings turn, images shift by up to a pixel.
void Trainee::vary(std::span<float> inputs) {
  const auto earlier = static_cast<std::uint64_t>(trainer_.steps() - 1);
  if (p_.data == Data::glyphs) {
    nn::augment(inputs, batch_.shape(), {.shift = 1}, seed_, earlier);
    return;
  }
  constexpr double reach = 0.15, full_turn = 6.283185307179586;
  num::Rng rng(seed_ + 7919 * earlier, jitter);
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

void Trainee::epoch() {
  for (int i = 0; i < p_.points && fault().empty(); i += batch_.size()) trainer_.step();
}

Accuracy Trainee::accuracy() {
  return {judge_->share_right(data_.train), judge_->share_right(data_.validation)};
}

std::vector<float> Trainee::field(int side, double reach) {
  return nn::probabilities(judge_->margins(side, reach));
}

}  // namespace laboratory::regularise
