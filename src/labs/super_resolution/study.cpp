#include "labs/super_resolution/study.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "labs/super_resolution/own_picture.h"

namespace laboratory::super_resolution {
namespace {

struct ShardAt {
  std::size_t game;
  int shard;
};
ShardAt shard_at(int part, const GameParams& p) {
  const int shards = shards_of(p.batch);
  return {static_cast<std::size_t>(part / shards), part % shards};
}

}  // namespace

GameParams failing(GameParams p, int failure) {
  if (failure == 0) p.lambda = 0;
  if (failure == 1) p.adversary = 0;
  if (failure == 2) p.domain = Domain::low;
  if (failure == 3) p.compare = Compare::enlarged;
  return p;
}

Learner::Learner(const GameParams& p, bool with_failures, std::shared_ptr<const Sets> its_sets)
    : shared_sets(std::move(its_sets)),
      bicubic(quality(sets.test_enlarged, sets.test_high, sets.test_low, sets.way.down)) {
  for (const GameParams& each : all_games(p, with_failures))
    games.push_back(std::make_unique<Game>(each, sets));
}

std::vector<GameParams> all_games(const GameParams& p, bool with_failures) {
  std::vector<GameParams> all = {p};
  for (int i = 0; with_failures && i < failure_count; ++i) all.push_back(failing(p, i));
  return all;
}

void Learner::step() {
  for (const std::unique_ptr<Game>& game : games) game->step();
}

lab::State Learner::brief(int round, int part) const {
  const auto [game, shard] = shard_at(part, games[0]->params());
  if (round >= games[game]->phases()) return std::make_shared<const std::string>();
  return games[game]->brief(shard);
}

lab::State Learner::outcome(int round, int part) {
  const auto [game, shard] = shard_at(part, games[0]->params());
  if (round >= games[game]->phases()) return std::make_shared<const std::string>();
  return games[game]->outcome(round, shard);
}

void Learner::open(int round) {
  for (const std::unique_ptr<Game>& game : games)
    if (round < game->phases()) game->open(round);
}

void Learner::close(int round, std::span<const lab::State> outcomes) {
  const auto shards = static_cast<std::size_t>(shards_of(games[0]->params().batch));
  for (std::size_t i = 0; i < games.size(); ++i)
    if (round < games[i]->phases()) games[i]->close(round, outcomes.subspan(i * shards, shards));
}

Elsewhere::Elsewhere(const Params& p)
    : side_(sides_for(p.game.factor)),
      way_(ways(p.game.down, side_)),
      games_(all_games(p.game, p.failures)),
      duels_(games_.size()) {}

lab::State Elsewhere::outcome(int round, int part, const lab::State& brief) {
  const auto [game, shard] = shard_at(part, games_[0]);
  if (brief->empty() || round >= Duel::phases(games_[game]))
    return std::make_shared<const std::string>();
  std::unique_ptr<Duel>& duel = duels_[game];
  if (!duel) duel = std::make_unique<Duel>(games_[game], side_, way_);
  return duel->outcome(round, shard, brief);
}

bool Trained::finite() const {
  const double all = now.psnr + now.consistency + now.sharpness + now.laplacian;
  return fault.empty() && std::isfinite(all);
}

double Trained::recent_mean(const std::vector<float>& losses) {
  const std::size_t n = std::min<std::size_t>(recent, losses.size());
  double sum = 0;
  for (std::size_t i = losses.size() - n; i < losses.size(); ++i)
    sum += static_cast<double>(losses[i]);
  return sum / static_cast<double>(n);
}

Trained trained(Learner& l) {
  Trained t;
  t.steps = l.own().steps();
  t.fault = l.own().fault();
  t.now = l.own().judge();
  t.bicubic = l.bicubic;
  t.learned = l.own().learned_consistency(0);
  t.noised = l.own().learned_consistency(noise_spread);
  t.checks = l.own().checks();
  t.losses_D = l.own().discriminator_losses();
  t.losses_G = l.own().generator_losses();
  for (std::size_t i = 1; i < l.games.size(); ++i) {
    t.failing.push_back(l.games[i]->judge());
    t.failing_checks.push_back(l.games[i]->checks());
  }
  return t;
}

Seen seen(const Params& p, Learner& l) {
  const Sets& sets = l.sets;
  Seen s;
  s.own = p.show == Show::own;
  s.nearest = sets.nearest;
  s.side = s.own ? own_sides(p.game.factor) : sets.side;
  const Ways way = s.own ? ways(p.game.down, s.side) : sets.way;
  const auto copy = [](std::span<const float> v) { return std::vector<float>(v.begin(), v.end()); };
  if (s.own) {
    const auto* const picture = p.image.as<lab::Picture>();
    s.truth = picture ? grey_square(*picture, s.side.high) : stand_in(s.side.high);
    s.x = resized(s.truth, way.down);
    s.real = s.truth;
  } else {
    s.truth = copy(sets.test_truth(p.which - 1));
    s.x = copy(sets.test_input(p.which - 1));
    const auto each = static_cast<std::ptrdiff_t>(s.truth.size());
    const auto from = sets.high.begin() + each * (p.which - 1);
    s.real.assign(from, from + each);
  }
  // What the networks learned is bright on a dark ground; others they are shown as negatives.
  const bool negative = s.own && has_bright_ground(s.truth, s.side.high);
  const auto turn = [negative](std::vector<float>& picture) {
    if (negative) make_negative(picture);
  };
  turn(s.x), turn(s.real);
  s.passage = l.own().pass(s.x, s.side.low);
  std::vector<float> judged = s.passage.output;
  judged.insert(judged.end(), s.real.begin(), s.real.end());
  judged.insert(judged.end(), s.passage.enlarged.begin(), s.passage.enlarged.end());
  s.opinion = l.own().opinion(judged, s.side.high);
  for (std::size_t i = 1; i < l.games.size(); ++i) {
    s.failing.push_back(l.games[i]->pass(s.x, s.side.low).output);
    turn(s.failing.back());
  }
  turn(s.x), turn(s.real), turn(s.passage.enlarged), turn(s.passage.output);
  s.down_output = resized(s.passage.output, way.down);
  s.down_enlarged = resized(s.passage.enlarged, way.down);
  s.fixed = resized(s.down_output, way.back);
  return s;
}

}  // namespace laboratory::super_resolution
