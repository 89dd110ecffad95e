// What the laboratory says of its networks at one moment of their training.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "labs/super_resolution/game.h"

namespace laboratory::super_resolution {

// The networks that are trained: the person's own, and where it is asked for the four failures from
// the same seed on the same batches.
struct Learner {
  // The sets are those of `p`.
  Learner(const GameParams& p, bool failures, std::shared_ptr<const Sets> its_sets);
  Learner(const GameParams& p, bool failures)
      : Learner(p, failures, std::make_shared<const Sets>(sets_of(p))) {}
  std::shared_ptr<const Sets> shared_sets;
  const Sets& sets = *shared_sets;
  Quality bicubic;
  std::vector<std::unique_ptr<Game>> games;

  Game& own() { return *games[0]; }
  void step();

  // A step in rounds: in each, all games that have such a phase go through it. Parts are the shards
  // of the first game, then those of the second.
  lab::State brief(int round, int part) const;
  lab::State outcome(int round, int part);
  void open(int round);
  void close(int round, std::span<const lab::State> outcomes);

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.games);
  }
};

inline constexpr int failure_count = 4;
struct Failure {
  const char *key, *name;  // in readouts; under a picture
};
inline constexpr Failure failures[failure_count] = {{"no-consistency", "λ = 0"},
                                                    {"no-adversary", "no D"},
                                                    {"wrong-domain", "D on low-res"},
                                                    {"enlarged", "G(x) held to enlarged x"}};
// The person's own game with that one thing wrong.
GameParams failing(GameParams p, int failure);

// The games of a learner, by what is asked for.
std::vector<GameParams> all_games(const GameParams& p, bool with_failures);

// Works out parts for another learner, by their briefs.
class Elsewhere {
 public:
  explicit Elsewhere(const Params& p);
  lab::State outcome(int round, int part, const lab::State& brief);

 private:
  Sides side_;
  Ways way_;
  std::vector<GameParams> games_;
  std::vector<std::unique_ptr<Duel>> duels_;  // made when they are needed
};

// What follows from the steps taken.
struct Trained {
  std::int64_t steps = 0;
  std::string fault;
  Quality now, bicubic;
  std::vector<Quality> checks;
  std::vector<float> losses_D, losses_G;
  // Mean |F(G(x)) - x| by a learned F, and the same with noise of `noise_spread` on G(x).
  std::optional<double> learned, noised;
  std::vector<Quality> failing;  // now
  std::vector<std::vector<Quality>> failing_checks;

  bool finite() const;
  // The mean of the last losses, of `recent` steps at most. Losses are not empty.
  static double recent_mean(const std::vector<float>& losses);
};
inline constexpr int recent = 25;
inline constexpr double noise_spread = 2.0 / 255;
Trained trained(Learner& l);

// One picture on its way: a new one, or the person's own or what stands in for it.
struct Seen {
  bool own = false;
  Sides side{};
  std::vector<float> x, truth;
  Passage passage;
  std::vector<float> down_output, down_enlarged;  // made small again
  std::vector<float> fixed;                       // the part of the output that x fixes
  std::vector<float> real;                        // what D is asked about beside it
  double nearest = 0;                             // of the sets: see Sets
  Opinion opinion;                                // of the output, of `real` and of `enlarged`
  std::vector<std::vector<float>> failing;        // outputs of the failures
};
Seen seen(const Params& p, Learner& l);

}  // namespace laboratory::super_resolution
