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

constexpr int centres = 8, points_at_once = 64, validation_points = 500;
constexpr std::uint64_t training_stream = 1, validation_stream = 2;
constexpr int seeds_apart = 1'000'000;  // of copies, beyond all seeds that a person can choose
constexpr double pi = 3.14159265358979323846;

constexpr std::int64_t between_moments = 25;  // steps

struct Centre {
  double x, y;
};
Centre centre(int k) { return {num::cos(k * 2 * pi / centres), num::sin(k * 2 * pi / centres)}; }

Errors mean_of(const std::vector<Errors>& each) {
  Errors mean;
  for (const Errors& e : each) {
    mean.train += e.train / static_cast<double>(each.size());
    mean.validation += e.validation / static_cast<double>(each.size());
  }
  return mean;
}

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

double bayes_error(double noise) {
  // The ring turns into itself by an eighth, and half a slice is the mirror image of the other, so
  // a sixteenth of the plane is enough: the angles from 0, where a centre lies, to the border.
  constexpr int angles = 32, radii = 160;
  constexpr double slice = pi / centres, spreads = 7;
  const double from = std::max(0.0, 1 - spreads * noise), to = 1 + spreads * noise;
  const double density = 1 / (2 * pi * noise * noise * centres);
  double sum = 0;
  for (int i = 0; i < angles; ++i) {
    const double angle = (i + 0.5) * slice / angles;
    for (int j = 0; j < radii; ++j) {
      const double r = from + (j + 0.5) * (to - from) / radii;
      double by_class[2] = {};
      for (int k = 0; k < centres; ++k) {
        const Centre c = centre(k);
        const double x = r * num::cos(angle) - c.x, y = r * num::sin(angle) - c.y;
        by_class[k % 2] += num::exp(-std::min((x * x + y * y) / (2 * noise * noise), 700.0));
      }
      sum += r * std::min(by_class[0], by_class[1]);
    }
  }
  return 2 * centres * sum * density * (slice / angles) * ((to - from) / radii);
}

Sized::Sized(const Params& p, int width)
    : p_(p),
      width_(width),
      train_(ring_sample(p.points, p.noise, static_cast<std::uint64_t>(p.seed), training_stream)),
      trainer_(static_cast<std::uint64_t>(p.seed)) {
  nn::Graph& graph = trainer_.add_graph(static_cast<std::uint64_t>(p.seed));
  const nn::Var inputs = graph.input(train_.shape, "examples");
  const nn::Var labels = graph.input(nn::vectors(1, train_.size()), "labels");
  const nn::Var loss = nn::sigmoid_cross_entropy(network(inputs), labels);
  graph.bind(inputs, train_.inputs.data());
  graph.bind(labels, train_.labels.data());
  nn::Recipe recipe;
  recipe.rule = nn::Rule::adam;
  recipe.rate = static_cast<float>(p.rate);
  recipe.l2 = static_cast<float>(p.l2);
  trainer_.add_phase({.loss = loss, .recipe = recipe});
  judge_.emplace(trainer_.weights(), train_.shape, points_at_once,
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

double Sized::share_wrong(const nn::Dataset& sample) {
  return static_cast<double>(sample.size() - judge_->count_right(sample)) / sample.size();
}

Errors Sized::errors(const nn::Dataset& validation) {
  return {share_wrong(train_), share_wrong(validation)};
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

Group::Group(const Params& p, int width)
    : p_(p), width_(width), nets_(static_cast<std::size_t>(copies(width))) {}

Sized& Group::net(int place) {
  std::unique_ptr<Sized>& net = nets_[static_cast<std::size_t>(place)];
  if (!net) {
    Params own = p_;
    own.seed += place * seeds_apart;
    net = std::make_unique<Sized>(own, width_);
  }
  return *net;
}

void Group::step() {
  for (int i = 0; i < count(); ++i) net(i).step();
}

Errors Group::errors(const nn::Dataset& validation) {
  std::vector<Errors> each;
  for (int i = 0; i < count(); ++i) each.push_back(net(i).errors(validation));
  const Errors mean = mean_of(each);
  const auto nearest =
      std::min_element(each.begin(), each.end(), [&mean](const Errors& a, const Errors& b) {
        return std::fabs(a.train - mean.train) < std::fabs(b.train - mean.train);
      });
  typical_ = static_cast<int>(nearest - each.begin());
  return mean;
}

Errors Group::taken_down(std::size_t place) {
  std::vector<Errors> each;
  for (int i = 0; i < count(); ++i) each.push_back(net(i).taken_down()[place]);
  return mean_of(each);
}

const std::string& Group::fault() {
  for (int i = 0; i < count(); ++i)
    if (!net(i).fault().empty()) return net(i).fault();
  return net(0).fault();
}

Ladder::Ladder(const Params& p)
    : validation_(ring_sample(validation_points, p.noise, static_cast<std::uint64_t>(p.seed),
                              validation_stream)),
      bayes_(bayes_error(p.noise)) {
  for (const int width : sizes) groups_.emplace_back(p, width);
}

std::vector<Sized*> Ladder::nets(int half) {
  Group& group = of(half / 2);
  const int middle = group.count() / 2, from = half % 2 == 0 ? 0 : middle,
            to = half % 2 == 0 ? middle : group.count();
  std::vector<Sized*> nets;
  for (int i = from; i < to; ++i) nets.push_back(&group.net(i));
  return nets;
}

void Ladder::step(int half, std::int64_t step) {
  for (Sized* const net : nets(half)) {
    net->step();
    if (step % between_moments == 1) net->take_down(validation_);
  }
}

nn::Snapshot Ladder::snapshot(int half) {
  nn::Snapshot moment;
  for (Sized* const net : nets(half)) moment(*net);
  return moment;
}

void Ladder::restore(int half, std::span<const std::byte> bytes) {
  nn::SnapshotReader reader(bytes);
  for (Sized* const net : nets(half)) reader(*net);
  judged_ = -1;
}

void Ladder::judge() {
  if (judged_ == steps_) return;
  judged_ = steps_;
  for (int size = 0; size < size_count; ++size)
    now_[static_cast<std::size_t>(size)] = of(size).errors(validation_);
}

const Errors& Ladder::errors(int size) {
  judge();
  return now_[static_cast<std::size_t>(size)];
}

int Ladder::nearest(const Errors& wanted) {
  judge();
  constexpr double equally_near = 1e-9;
  const auto nearer = [&wanted](const Errors& a, const Errors& b) {
    const double by = std::fabs(a.train - wanted.train) - std::fabs(b.train - wanted.train);
    if (std::fabs(by) > equally_near || std::isnan(wanted.validation)) return by < -equally_near;
    return std::fabs(a.validation - wanted.validation) <
           std::fabs(b.validation - wanted.validation);
  };
  return static_cast<int>(std::min_element(now_.begin(), now_.end(), nearer) - now_.begin());
}

Sized& Ladder::typical(int size) {
  judge();
  return of(size).typical();
}

std::vector<Ladder::Moment> Ladder::moments() {
  std::vector<Moment> all;
  for (std::int64_t step = 1; step <= steps_; step += between_moments) {
    Moment& moment = all.emplace_back(Moment{step, {}});
    for (int size = 0; size < size_count; ++size)
      moment.errors[static_cast<std::size_t>(size)] = of(size).taken_down(all.size() - 1);
  }
  return all;
}

}  // namespace laboratory::bias_variance
