#include "labs/super_resolution/game.h"

#include <algorithm>
#include <cmath>

#include "nn/layers.h"
#include "nn/schedule.h"
#include "num/rng.h"

namespace laboratory::super_resolution {
namespace {

constexpr int channels = base_channels, judged_at_once = 16;
constexpr std::uint64_t noise_purpose = 612;
constexpr float kept_average = 0.99f;

// Planes one after another, of example 0, from channels side by side at each place.
Maps planes(nn::Graph& g, nn::Var v) {
  const nn::Shape s = g.shape(v);
  const std::span<const float> values = g.value(v);
  Maps m{s.height, s.channels, std::vector<float>(static_cast<std::size_t>(s.features()))};
  const auto c = static_cast<std::size_t>(s.channels),
             places = static_cast<std::size_t>(s.places());
  for (std::size_t at = 0; at < places; ++at)
    for (std::size_t k = 0; k < c; ++k) m.values[k * places + at] = values[at * c + k];
  return m;
}

std::vector<float> copied(std::span<const float> values) { return {values.begin(), values.end()}; }

// The pictures of a batch side by side.
std::vector<float> taken(const std::vector<float>& all, std::span<const int> which, int side) {
  const std::size_t each = squared(side);
  std::vector<float> some;
  some.reserve(each * which.size());
  for (const int i : which) {
    const auto from = all.begin() + static_cast<std::ptrdiff_t>(each) * i;
    some.insert(some.end(), from, from + static_cast<std::ptrdiff_t>(each));
  }
  return some;
}

}  // namespace

std::int64_t multiply_adds(const GameParams& p) {
  const Sides side = sides_for(p.factor);
  const std::int64_t low = std::int64_t{side.low} * side.low,
                     high = std::int64_t{side.high} * side.high;
  const std::int64_t generator =
      low * 9 * (channels + 4 * channels * channels) + high * 9 * channels;
  const std::int64_t judge = high / 4 * 16 * channels + high / 16 * 16 * 2 * channels * channels +
                             high / 16 * 9 * 2 * channels;
  // The generator runs forward for both, and backward for itself; the discriminator sees two
  // pictures for its own loss and one for the generator's.
  const std::int64_t learned = high * channels + low * 9 * channels;
  return p.batch * (4 * generator + (p.adversary > 0 ? 9 * judge : 0) +
                    (p.compare == Compare::learned ? 3 * learned : 0));
}

Game::Game(const GameParams& p, const Sets& sets)
    : p_(p),
      sets_(sets),
      duel_(p, sets.side, sets.way, [this] { feed(); }),
      low_(trained_count, p.batch, static_cast<std::uint64_t>(p.seed)),
      high_(trained_count, p.batch, static_cast<std::uint64_t>(p.seed) + 1),
      average_(std::make_unique<nn::WeightAverage>(duel_.trainer().weights(), kept_average, "G ")),
      judge_(std::make_unique<nn::Judge>(
          average_->weights(), nn::Shape{1, sets.side.low, sets.side.low, 1}, judged_at_once,
          [this](nn::Var x) { return generator(p_, x, sets_.way).output; })) {
  checks_.push_back(check(checked));
}

void Game::feed() {
  nn::Trainer& trainer = duel_.trainer();
  const nn::Schedule schedule{static_cast<float>(p_.rate), 0, decayed_at};
  for (int phase = 0; phase < phases(); ++phase)
    trainer.optimiser(phase).recipe().rate = schedule.at(trainer.steps());
  const std::vector<float> low = taken(sets_.low, low_.next(), sets_.side.low);
  const bool wrong = p_.domain == Domain::low;
  duel_.show(low, taken(wrong ? sets_.low_enlarged : sets_.high, high_.next(), sets_.side.high));
}

void Game::step() {
  const bool stepped_on = duel_.trainer().step();
  steps_ = duel_.trainer().steps();
  if (stepped_on) stepped();
}

void Game::open(int phase) {
  if (phase == 0) under_way_ = duel_.trainer().begin();
  if (under_way_) duel_.trainer().show(phase);
}

// A training that has stopped gives nothing to work out.
lab::State Game::brief(int shard) const {
  return under_way_ ? duel_.brief(shard) : std::make_shared<const std::string>();
}
lab::State Game::outcome(int phase, int shard) {
  return under_way_ ? duel_.outcome(phase, shard) : std::make_shared<const std::string>();
}

void Game::close(int phase, std::span<const lab::State> outcomes) {
  if (!under_way_) return;
  under_way_ = duel_.close(phase, outcomes);
  if (under_way_ && phase + 1 < phases()) return;
  steps_ = duel_.trainer().steps();
  if (under_way_) stepped();
  under_way_ = false;
}

void Game::stepped() {
  average_->step();
  if (has_adversary()) losses_[0].push_back(duel_.trainer().loss(0));
  losses_[1].push_back(duel_.trainer().loss(phases() - 1));
  if (steps_ % check_every == 0) checks_.push_back(check(checked));
}

std::int64_t Game::weight_count(const char* prefix) const {
  std::int64_t count = 0;
  for (const nn::Weights::Entry& e : duel_.trainer().weights().parameters())
    if (e.name.rfind(prefix, 0) == 0) count += static_cast<std::int64_t>(e.size);
  return count;
}

std::vector<float> Game::enlarge(std::span<const float> low) {
  std::vector<float> all;
  judge_->sweep(low, [&all](int, std::span<const float> picture) {
    all.insert(all.end(), picture.begin(), picture.end());
  });
  return all;
}

Quality Game::check(int count) {
  const auto low =
      std::span(sets_.test_low).first(squared(sets_.side.low) * static_cast<std::size_t>(count));
  return quality(enlarge(low), sets_.test_high, low, sets_.way.down);
}

std::optional<double> Game::learned_consistency(double spread) {
  if (p_.compare != Compare::learned || (p_.lambda == 0 && has_adversary())) return std::nullopt;
  const auto low =
      std::span(sets_.test_low).first(squared(sets_.side.low) * static_cast<std::size_t>(checked));
  std::vector<float> pictures = enlarge(low);
  num::Rng rng(static_cast<std::uint64_t>(p_.seed), noise_purpose);
  for (float& v : pictures) v = static_cast<float>(static_cast<double>(v) + spread * rng.normal());
  nn::Graph g(average_->weights());
  const nn::Var y = g.input({1, sets_.side.high, sets_.side.high, checked}, "pictures");
  const nn::Var small = learned_down(p_, y);
  g.set(y, pictures);
  g.forward(small);
  double sum = 0;
  const std::span<const float> values = g.value(small);
  for (std::size_t i = 0; i < values.size(); ++i)
    sum += std::fabs(static_cast<double>(values[i]) - static_cast<double>(low[i]));
  return sum / static_cast<double>(values.size());
}

Quality Game::judge() { return check(test_count); }

Passage Game::pass(std::span<const float> low, int side) {
  nn::Graph g(average_->weights());
  const nn::Var x = g.input({1, side, side, 1}, "picture");
  const Wires w = generator(p_, x, ways(p_.down, {side, side * p_.factor}));
  g.set(x, low);
  g.forward(w.output);
  Passage p{copied(g.value(w.enlarged)), copied(g.value(w.output)), {}};
  for (int i = 0; i < 3; ++i) p.generator[i] = planes(g, w.maps[i]);
  return p;
}

Opinion Game::opinion(std::span<const float> pictures, int side) {
  nn::Graph g(average_->weights());
  const int count = static_cast<int>(pictures.size() / squared(side));
  const nn::Var x = g.input({1, side, side, count}, "picture");
  nn::Var maps[2];
  const nn::Var scores = discriminator(x, maps);
  g.set(x, pictures);
  g.forward(scores);
  Opinion o;
  for (int i = 0; i < 2; ++i) o.discriminator[i] = planes(g, maps[i]);
  o.side = g.shape(scores).height;
  o.scores = copied(g.value(scores));
  return o;
}

}  // namespace laboratory::super_resolution
