#include "labs/super_resolution/game.h"

#include <algorithm>
#include <cmath>

#include "nn/layers.h"
#include "nn/losses.h"
#include "nn/schedule.h"
#include "num/rng.h"

namespace laboratory::super_resolution {
namespace {

constexpr int channels = base_channels, judged_at_once = 16;
constexpr std::uint64_t noise_purpose = 612;
constexpr float leak = 0.2f, kept_average = 0.99f;

nn::Game game_of(Loss loss) {
  constexpr nn::Game games[] = {nn::Game::least_squares, nn::Game::non_saturating,
                                nn::Game::minimax, nn::Game::wasserstein, nn::Game::hinge};
  return games[static_cast<std::size_t>(loss)];
}

nn::Recipe recipe(const GameParams& p) {
  return {.rule = nn::Rule::adam,
          .rate = static_cast<float>(p.rate),
          .momentum = 0.5f,
          .decay_square = 0.99f};
}

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
      trainer_(static_cast<std::uint64_t>(p.seed)),
      low_(trained_count, p.batch, static_cast<std::uint64_t>(p.seed)),
      high_(trained_count, p.batch, static_cast<std::uint64_t>(p.seed) + 1) {
  graph_ = &trainer_.add_graph();
  x_ = graph_->input({1, sets.side.low, sets.side.low, p.batch}, "low resolution");
  real_ = graph_->input({1, sets.side.high, sets.side.high, p.batch}, "real");
  const Wires made = generator(x_, sets.way);
  const nn::Var of_fake = discriminator(made.output);
  const nn::Game game = game_of(p.loss);
  nn::Var loss;
  if (has_adversary())
    loss = nn::scale(nn::generator_loss(game, of_fake), static_cast<float>(p.adversary));
  if (p.lambda > 0 || !has_adversary()) {
    const nn::Var kept = nn::scale(consistency(made, x_, real_), static_cast<float>(p.lambda));
    loss = loss.valid() ? nn::add(loss, kept) : kept;
  }
  if (has_adversary()) {
    // One after the other: the order of arguments is the compiler's, and of operations ours.
    const nn::Var of_real = discriminator(real_);
    const nn::Var of_detached = discriminator(nn::detach(made.output));
    trainer_.add_phase({.loss = nn::discriminator_loss(game, of_real, of_detached),
                        .recipe = recipe(p),
                        .prefix = "D ",
                        .feed = [this] { feed(); }});
  }
  trainer_.add_phase({.loss = loss, .recipe = recipe(p), .prefix = "G ", .feed = [this] {
                        if (!has_adversary()) feed();
                        clip_critic();
                      }});
  average_ = std::make_unique<nn::WeightAverage>(trainer_.weights(), kept_average, "G ");
  judge_ = std::make_unique<nn::Judge>(
      average_->weights(), nn::Shape{1, sets.side.low, sets.side.low, 1}, judged_at_once,
      [this](nn::Var x) { return generator(x, sets_.way).output; });
  checks_.push_back(check(checked));
}

Game::Wires Game::generator(nn::Var x, const Ways& way) const {
  const nn::ConvOptions same{.pad = 1};
  Wires w;
  nn::Var h = nn::relu(nn::conv(x, channels, 3, "G first", same));
  w.maps[0] = h;
  for (int block = 1; block <= 2; ++block) {
    const std::string name = "G block " + std::to_string(block);
    const nn::Var inner = nn::relu(nn::conv(h, channels, 3, name + " a", same));
    h = nn::add(h, nn::conv(inner, channels, 3, name + " b", same));
    w.maps[block] = h;
  }
  // What the last layer adds is little at the start, so that training sets out from bicubic.
  const nn::ConvOptions last{.pad = 1, .initial = nn::he(0.01f)};
  const nn::Var added =
      p_.upsample == Upsample::nearest
          ? nn::conv(nn::upsample(h, p_.factor), 1, 3, "G last", last)
          : nn::pixel_shuffle(nn::conv(h, p_.factor * p_.factor, 3, "G last", last), p_.factor);
  w.enlarged = nn::resample(x, way.enlarge);
  w.output = nn::add(w.enlarged, added);
  if (p_.project)
    w.output = nn::add(w.output,
                       nn::resample(nn::subtract(x, nn::resample(w.output, way.down)), way.back));
  return w;
}

nn::Var Game::discriminator(nn::Var picture, nn::Var* maps) {
  const nn::ConvOptions halving{.stride = 2, .pad = 1};
  const nn::Var a = nn::leaky_relu(nn::conv(picture, channels, 4, "D first", halving), leak);
  const nn::Var b = nn::leaky_relu(nn::conv(a, 2 * channels, 4, "D second", halving), leak);
  if (maps) maps[0] = a, maps[1] = b;
  return nn::conv(b, 1, 3, "D score", {.pad = 1});
}

// The network F: blocks of factor x factor to 16 channels, and from there to a small picture. It
// moves with G, and is named as a part of it.
nn::Var Game::learned_down(nn::Var picture) const {
  const nn::Var blocks =
      nn::relu(nn::conv(picture, channels, p_.factor, "G F blocks", {.stride = p_.factor}));
  return nn::conv(blocks, 1, 3, "G F last", {.pad = 1});
}

// The mean over the pixels and pictures of |a - b|, or of its square.
nn::Var Game::consistency(const Wires& w, nn::Var x, nn::Var real) const {
  nn::Var a = w.output, b = x;
  if (p_.compare == Compare::low) a = nn::resample(w.output, sets_.way.down);
  if (p_.compare == Compare::learned) a = learned_down(w.output);
  if (p_.compare == Compare::enlarged) b = w.enlarged;
  if (p_.compare == Compare::unrelated) b = real;
  const nn::Var off = nn::subtract(a, b);
  return nn::mean(p_.norm == Norm::l1 ? nn::absolute(off) : nn::square(off));
}

void Game::feed() {
  const nn::Schedule schedule{static_cast<float>(p_.rate), 0, decayed_at};
  for (int phase = 0; phase < (has_adversary() ? 2 : 1); ++phase)
    trainer_.optimiser(phase).recipe().rate = schedule.at(trainer_.steps());
  graph_->set(x_, taken(sets_.low, low_.next(), sets_.side.low));
  const bool wrong = p_.domain == Domain::low;
  graph_->set(real_, taken(wrong ? sets_.low_enlarged : sets_.high, high_.next(), sets_.side.high));
}

void Game::clip_critic() {
  if (p_.loss != Loss::wgan || !has_adversary()) return;
  nn::Weights& weights = trainer_.weights();
  for (std::size_t i = 0; i < weights.parameters().size(); ++i)
    if (weights.parameters()[i].name.compare(0, 2, "D ") == 0)
      for (float& w : weights.value(static_cast<int>(i)))
        w = std::clamp(w, -critic_reach, critic_reach);
}

void Game::step() {
  if (!trainer_.step()) return;
  average_->step();
  if (has_adversary()) losses_[0].push_back(trainer_.loss(0));
  losses_[1].push_back(trainer_.loss(has_adversary() ? 1 : 0));
  if (trainer_.steps() % check_every == 0) checks_.push_back(check(checked));
}

std::int64_t Game::weight_count(const char* prefix) const {
  std::int64_t count = 0;
  for (const nn::Weights::Entry& e : trainer_.weights().parameters())
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
  const nn::Var small = learned_down(y);
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
  const Wires w = generator(x, ways(p_.down, {side, side * p_.factor}));
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
