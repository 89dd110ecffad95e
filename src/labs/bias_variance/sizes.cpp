#include "labs/bias_variance/sizes.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "nn/layers.h"
#include "nn/losses.h"
#include "num/elementary.h"
#include "num/rng.h"

namespace laboratory::bias_variance {
namespace {

constexpr int centres = 8, points_at_once = 64, validation_points = 1000;
constexpr std::uint64_t training_stream = 1, validation_stream = 2;
constexpr int seeds_apart = 1'000'000;  // of copies, beyond all seeds that a person can choose
constexpr double pi = 3.14159265358979323846;

struct Centre {
  double x, y;
};
Centre centre(int k) { return {num::cos(k * 2 * pi / centres), num::sin(k * 2 * pi / centres)}; }

}  // namespace

nn::Dataset ring_sample(int n, double noise, std::uint64_t seed, std::uint64_t purpose) {
  num::Rng rng(seed, purpose);
  nn::Dataset s{nn::vectors(2, n), 2, {}, {}};
  for (int i = 0; i < n; ++i) {
    const int k = i % centres;
    const Centre c = centre(k);
    s.inputs.push_back(static_cast<float>(c.x + noise * rng.normal()));
    s.inputs.push_back(static_cast<float>(c.y + noise * rng.normal()));
    s.labels.push_back(static_cast<float>(k % 2));
  }
  return s;
}

double bayes_error(const nn::Dataset& sample, double noise) {
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

Sized::Sized(const Params& p, int width, const nn::Dataset& train)
    : p_(p), width_(width), trainer_(static_cast<std::uint64_t>(p.seed)) {
  nn::Graph& graph = trainer_.add_graph(static_cast<std::uint64_t>(p.seed));
  const nn::Var inputs = graph.input(train.shape, "examples");
  const nn::Var labels = graph.input(nn::vectors(1, train.size()), "labels");
  const nn::Var loss = nn::sigmoid_cross_entropy(network(inputs), labels);
  graph.bind(inputs, train.inputs.data());
  graph.bind(labels, train.labels.data());
  nn::Recipe recipe;
  recipe.rule = nn::Rule::adam;
  recipe.rate = static_cast<float>(p.rate);
  recipe.l2 = static_cast<float>(p.l2);
  trainer_.add_phase({.loss = loss, .recipe = recipe});
  judge_.emplace(trainer_.weights(), train.shape, points_at_once,
                 [this](nn::Var x) { return network(x); });
}

nn::Var Sized::network(nn::Var x) const {
  nn::Var h = x;
  for (int l = 1; l <= 2; ++l) {
    h = nn::tanh(nn::dense(h, width_, "layer " + std::to_string(l), {.initial = nn::xavier()}));
    if (p_.dropout > 0) h = nn::dropout(h, static_cast<float>(p_.dropout));
  }
  return nn::dense(h, 1, "output", {.initial = nn::lecun()});
}

Errors Sized::errors(const nn::Dataset& train, const nn::Dataset& validation) {
  const auto share_wrong = [this](const nn::Dataset& sample) {
    return static_cast<double>(sample.size() - judge_->count_right(sample)) / sample.size();
  };
  return {share_wrong(train), share_wrong(validation)};
}

std::vector<float> Sized::field(int side, double reach) {
  return nn::probabilities(judge_->margins(side, reach));
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
  for (const int width : sizes) {
    Copies all;
    for (int i = 0; i < copies(width); ++i) {
      Params own = p;
      own.seed += i * seeds_apart;
      all.push_back(std::make_unique<Sized>(own, width, train_));
    }
    nets_.push_back(std::move(all));
  }
}

void Ladder::judge() {
  if (judged_ == steps_) return;
  judged_ = steps_;
  for (int size = 0; size < size_count; ++size) {
    std::vector<Errors> each;
    Errors mean;
    for (const auto& net : of(size)) {
      each.push_back(net->errors(train_, validation_));
      mean.train += each.back().train / static_cast<double>(of(size).size());
      mean.validation += each.back().validation / static_cast<double>(of(size).size());
    }
    const auto nearest =
        std::min_element(each.begin(), each.end(), [&mean](const Errors& a, const Errors& b) {
          return std::fabs(a.train - mean.train) < std::fabs(b.train - mean.train);
        });
    typical_[static_cast<std::size_t>(size)] = static_cast<int>(nearest - each.begin());
    now_[static_cast<std::size_t>(size)] = mean;
  }
}

const Errors& Ladder::errors(int size) {
  judge();
  return now_[static_cast<std::size_t>(size)];
}

int Ladder::nearest(const Errors& wanted) {
  judge();
  const auto distance = [&wanted](const Errors& e) {
    const double fresh = std::isnan(wanted.validation) ? 0 : e.validation - wanted.validation;
    return std::fabs(e.train - wanted.train) + std::fabs(fresh);
  };
  const auto best =
      std::min_element(now_.begin(), now_.end(),
                       [&](const Errors& a, const Errors& b) { return distance(a) < distance(b); });
  return static_cast<int>(best - now_.begin());
}

Sized& Ladder::typical(int size) {
  judge();
  return *of(size)[static_cast<std::size_t>(typical_[static_cast<std::size_t>(size)])];
}

const std::string& Ladder::fault(int size) const {
  for (const auto& net : of(size))
    if (!net->fault().empty()) return net->fault();
  return of(size)[0]->fault();
}

void Ladder::step() {
  constexpr std::int64_t often = 20;
  for (const Copies& all : nets_)
    for (const auto& net : all) net->step();
  if (++steps_ % often != 1) return;
  judge();
  moments_.push_back({steps_, now_});
}

}  // namespace laboratory::bias_variance
