// Both networks as they learn from each other: a step of each, in shards of the batch.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lab/members.h"
#include "labs/super_resolution/nets.h"
#include "nn/trainer.h"

namespace laboratory::super_resolution {

// Pictures of a shard, the last of a batch may have fewer. Nothing looks across a batch, so the
// gradient of its mean loss is the sum of those of its shards, which are worked out apart.
inline constexpr int shard_size = 8;
constexpr int shards_of(int batch) { return (batch + shard_size - 1) / shard_size; }

class Duel {
 public:
  // `feed` shows the batch of a step. Without one, steps are only worked out for another duel.
  Duel(const GameParams& p, const Sides& side, const Ways& way, std::function<void()> feed = {});

  // The discriminator's phase, where there is one, and the generator's.
  static bool has_adversary(const GameParams& p) { return p.adversary > 0; }
  static constexpr int most_phases = 2;
  static int phases(const GameParams& p) { return has_adversary(p) ? most_phases : 1; }

  nn::Trainer& trainer() { return trainer_; }
  const nn::Trainer& trainer() const { return trainer_; }

  // The pictures of a batch, side by side.
  void show(std::span<const float> low, std::span<const float> high);

  // What it takes to work a shard out elsewhere, as bytes: all weights and its pictures.
  lab::State brief(int shard) const;
  // Its loss and gradient, as bytes, by weights and pictures as they are, or by those of a brief;
  // no bytes where that is none.
  lab::State outcome(int phase, int shard);
  lab::State outcome(int phase, int shard, const lab::State& brief);
  // Ends a phase by the outcomes of all shards. What is none is worked out here.
  bool close(int phase, std::span<const lab::State> outcomes);

 private:
  struct Shard {
    nn::Graph* graph;
    nn::Var x, real;
  };
  void clip_critic();

  GameParams p_;
  nn::Trainer trainer_;
  std::vector<Shard> shards_;
};

}  // namespace laboratory::super_resolution
