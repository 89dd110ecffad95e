// A generator that enlarges pictures and a discriminator that tells them from real ones, at play.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "labs/super_resolution/duel.h"
#include "labs/super_resolution/quality.h"
#include "nn/average.h"
#include "nn/examples.h"
#include "nn/judge.h"

namespace laboratory::super_resolution {

// The step at which the rate has fallen to a tenth.
inline constexpr int decayed_at = 1000;

// Multiplications with an addition that one training step takes, before anything is built.
std::int64_t multiply_adds(const GameParams& p);

// Planes one after another, each rows x cols.
struct Maps {
  int side = 0, count = 0;
  std::vector<float> values;
};

// One picture on its way through both nets.
struct Passage {
  std::vector<float> enlarged, output;  // bicubic, G(x)
  Maps generator[3];                    // after the first layer and after each residual block
};

// Pictures as the discriminator sees them, one after another.
struct Opinion {
  Maps discriminator[2];      // of the first picture
  int side = 0;               // of the scores
  std::vector<float> scores;  // side x side for each picture
};

class Game {
 public:
  Game(const GameParams& p, const Sets& sets);

  void step();
  // A step in pieces, whose shards may be worked out elsewhere: each phase is opened, and closed by
  // the outcomes of all shards. Between them nothing else is asked; steps count when they are done.
  int phases() const { return Duel::phases(p_); }
  void open(int phase);
  lab::State brief(int shard) const;
  lab::State outcome(int phase, int shard);
  void close(int phase, std::span<const lab::State> outcomes);

  std::int64_t steps() const { return steps_; }  // tried, the one that stopped it included
  const std::string& fault() const { return duel_.trainer().fault(); }
  std::int64_t weight_count(const char* prefix) const;
  const GameParams& params() const { return p_; }
  bool has_adversary() const { return Duel::has_adversary(p_); }

  // Of the batch of each step. The discriminator's are empty where nothing trains it.
  const std::vector<float>& discriminator_losses() const { return losses_[0]; }
  const std::vector<float>& generator_losses() const { return losses_[1]; }

  // Quality of the first test pictures before the first step and after each `check_every`.
  static constexpr int check_every = 25, checked = 16;
  const std::vector<Quality>& checks() const { return checks_; }

  // By the average of the generator's weights, as everything that is shown.
  std::vector<float> enlarge(std::span<const float> low);  // pictures of the sets' size
  Quality judge();                                         // of all test pictures

  // Mean |F(G(x) + noise) - x| of the first test pictures for an F that is learned, the noise
  // normal of that spread. Nothing where none is.
  std::optional<double> learned_consistency(double spread);

  // One picture of any side.
  Passage pass(std::span<const float> low, int side);
  // Pictures of `side` px, side by side.
  Opinion opinion(std::span<const float> pictures, int side);

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.duel_.trainer(), self.steps_, self.average_, self.low_, self.high_, self.losses_[0],
      self.losses_[1], self.checks_);
  }

 private:
  void feed();
  void stepped();
  Quality check(int count);

  GameParams p_;
  const Sets& sets_;
  Duel duel_;
  std::int64_t steps_ = 0;
  bool under_way_ = false;  // in a step that is taken in pieces
  nn::Batches low_, high_;
  std::unique_ptr<nn::WeightAverage> average_;  // made after the weights
  std::unique_ptr<nn::Judge> judge_;
  std::vector<float> losses_[2];
  std::vector<Quality> checks_;
};

}  // namespace laboratory::super_resolution
