#include "labs/super_resolution/duel.h"

#include <algorithm>
#include <utility>

#include "nn/layers.h"
#include "nn/losses.h"
#include "nn/snapshot.h"

namespace laboratory::super_resolution {
namespace {

// How far the weights of WGAN's critic reach.
constexpr float critic_reach = 0.05f;

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

lab::State state_of(const nn::Snapshot& bytes) {
  const std::span<const std::byte> view = bytes.view();
  return std::make_shared<const std::string>(reinterpret_cast<const char*>(view.data()),
                                             view.size());
}

// The losses of a shard, `share` of the mean over the batch.
struct Losses {
  nn::Var discriminator, generator;  // the first where there is an adversary
};
Losses losses(const GameParams& p, const Ways& way, nn::Var x, nn::Var real, float share) {
  const auto shared = [share](nn::Var loss) { return share < 1 ? nn::scale(loss, share) : loss; };
  const Wires made = generator(p, x, way);
  const nn::Var of_fake = discriminator(made.output);
  const nn::Game game = game_of(p.loss);
  Losses l;
  if (Duel::has_adversary(p))
    l.generator = nn::scale(nn::generator_loss(game, of_fake), static_cast<float>(p.adversary));
  if (p.lambda > 0 || !Duel::has_adversary(p)) {
    const nn::Var kept =
        nn::scale(consistency(p, way, made, x, real), static_cast<float>(p.lambda));
    l.generator = l.generator.valid() ? nn::add(l.generator, kept) : kept;
  }
  l.generator = shared(l.generator);
  if (Duel::has_adversary(p)) {
    // One after the other: the order of arguments is the compiler's, and of operations ours.
    const nn::Var of_real = discriminator(real);
    const nn::Var of_detached = discriminator(nn::detach(made.output));
    l.discriminator = shared(nn::discriminator_loss(game, of_real, of_detached));
  }
  return l;
}

}  // namespace

Duel::Duel(const GameParams& p, const Sides& side, const Ways& way, std::function<void()> feed)
    : p_(p), trainer_(static_cast<std::uint64_t>(p.seed)) {
  nn::Trainer::Phase of_discriminator{.recipe = recipe(p), .prefix = "D "},
      of_generator{.recipe = recipe(p), .prefix = "G "};
  for (int from = 0; from < p.batch; from += shard_size) {
    const int size = std::min(shard_size, p.batch - from);
    nn::Graph& graph = trainer_.add_graph();
    const nn::Var x = graph.input({1, side.low, side.low, size}, "low resolution");
    const nn::Var real = graph.input({1, side.high, side.high, size}, "real");
    shards_.push_back({&graph, x, real});
    const Losses l =
        losses(p, way, x, real, static_cast<float>(size) / static_cast<float>(p.batch));
    if (from == 0) {
      of_discriminator.loss = l.discriminator, of_generator.loss = l.generator;
    } else {
      of_discriminator.further.push_back(l.discriminator);
      of_generator.further.push_back(l.generator);
    }
  }
  of_generator.feed = [this] { clip_critic(); };
  (has_adversary(p) ? of_discriminator : of_generator).feed = std::move(feed);
  if (has_adversary(p)) trainer_.add_phase(of_discriminator);
  trainer_.add_phase(of_generator);
}

void Duel::clip_critic() {
  if (p_.loss != Loss::wgan || !has_adversary(p_)) return;
  nn::Weights& weights = trainer_.weights();
  for (std::size_t i = 0; i < weights.parameters().size(); ++i)
    if (weights.parameters()[i].name.compare(0, 2, "D ") == 0)
      for (float& w : weights.value(static_cast<int>(i)))
        w = std::clamp(w, -critic_reach, critic_reach);
}

void Duel::show(std::span<const float> low, std::span<const float> high) {
  for (const Shard& s : shards_) {
    const std::size_t small = s.graph->shape(s.x).size(), large = s.graph->shape(s.real).size();
    s.graph->set(s.x, low.first(small));
    s.graph->set(s.real, high.first(large));
    low = low.subspan(small), high = high.subspan(large);
  }
}

lab::State Duel::brief(int shard) const {
  const Shard& s = shards_[static_cast<std::size_t>(shard)];
  const std::span<const float> low = s.graph->value(s.x), high = s.graph->value(s.real);
  nn::Snapshot bytes;
  bytes(trainer_.weights(), std::vector<float>(low.begin(), low.end()),
        std::vector<float>(high.begin(), high.end()));
  return state_of(bytes);
}

lab::State Duel::outcome(int phase, int shard) {
  const nn::Trainer::Part part = trainer_.work_out(phase, shard);
  nn::Snapshot bytes;
  bytes(part.loss, part.gradient);
  return state_of(bytes);
}

lab::State Duel::outcome(int phase, int shard, const lab::State& brief) {
  const Shard& s = shards_[static_cast<std::size_t>(shard)];
  std::vector<float> low, high;
  nn::SnapshotReader reader(std::as_bytes(std::span(*brief)));
  reader(trainer_.weights(), low, high);
  if (!reader.complete() || low.size() != s.graph->shape(s.x).size() ||
      high.size() != s.graph->shape(s.real).size())
    return std::make_shared<const std::string>();
  s.graph->set(s.x, low);
  s.graph->set(s.real, high);
  return outcome(phase, shard);
}

bool Duel::close(int phase, std::span<const lab::State> outcomes) {
  std::vector<nn::Trainer::Part> parts(outcomes.size());
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (!outcomes[i]) continue;
    nn::SnapshotReader reader(std::as_bytes(std::span(*outcomes[i])));
    reader(parts[i].loss, parts[i].gradient);
    if (!reader.complete()) parts[i] = {};
  }
  return trainer_.move(phase, parts);
}

}  // namespace laboratory::super_resolution
