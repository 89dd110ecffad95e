// Rounds of a run whose steps follow from each other: each step is some rounds, one after another,
// and a round has parts that are worked out apart, such as the gradients of the shards of a batch.
// What all have come to is taken in together, so that who works out which part changes no bit.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "lab/members.h"

namespace lab {

// A run in rounds has, beside `step`, `snapshot` and `restore`,
//   int parts() const;   of each round, by the parameters alone
//   int rounds() const;  of a step, likewise
//   void open(int round);                   before anything is asked of its parts
//   State brief(int round, int part);       what it takes to work a part out elsewhere
//   State outcome(int round, int part);     worked out here
//   void close(int round, std::span<const State> outcomes);  of all parts, in order; one that is
//                                           none of that part is made up for
//   Elsewhere                               built of the parameters; it has
//     State outcome(int round, int part, const State& brief);
// Rounds come to what `step` comes to. Reports may be asked for, and snapshots, once the first
// round of a step has been opened, and not later in it; one that is restored forgets the round.
template <class Run>
concept HasRounds = requires(Run& run, const Run& told, std::span<const State> outcomes,
                             typename Run::Elsewhere& elsewhere, const State& brief) {
  { told.parts() } -> std::same_as<int>;
  { told.rounds() } -> std::same_as<int>;
  run.open(0);
  { run.brief(0, 0) } -> std::same_as<State>;
  { run.outcome(0, 0) } -> std::same_as<State>;
  run.close(0, outcomes);
  { elsewhere.outcome(0, 0, brief) } -> std::same_as<State>;
};

// A run that stands between any two rounds.
template <HasRounds Run>
class InRounds : public Run {
 public:
  using Run::Run;

  // Takes the rest of the step that is under way, or a whole one.
  void step() {
    if (round_ == 0 && !is_open_) return Run::step();
    do {
      std::vector<State> outcomes;
      open();
      for (int part = 0; part < this->parts(); ++part)
        outcomes.push_back(Run::outcome(round_, part));
      close(outcomes);
    } while (round_ != 0);
  }
  template <class Snapshot>
  void restore(const Snapshot& moment) {
    is_open_ = false;
    round_ = 0;
    Run::restore(moment);
  }

  int round() const { return round_; }
  State brief(int part) {
    open();
    return Run::brief(round_, part);
  }
  // True where that ends a step.
  bool close(std::span<const State> outcomes) {
    open();
    Run::close(round_, outcomes);
    is_open_ = false;
    round_ = (round_ + 1) % this->rounds();
    return round_ == 0;
  }

 private:
  void open() {
    if (!std::exchange(is_open_, true)) Run::open(round_);
  }

  int round_ = 0;
  bool is_open_ = false;
};

// Its parts as members that take one round and are then of the next: from briefs to outcomes.
template <HasRounds Run>
class HandInRounds final : public Hand {
 public:
  template <class Params>
  explicit HandInRounds(const Params& params) : elsewhere_(params) {
    const Run run(params);
    parts_ = run.parts(), rounds_ = run.rounds();
  }
  int members() const override { return parts_; }
  void restore(int /*part*/, const State& brief) override { known_ = brief; }
  void step(int part, std::int64_t step) override {
    known_ = elsewhere_.outcome(static_cast<int>((step - 1) % rounds_), part, known_);
  }
  State state(int /*part*/) override { return known_; }

 private:
  typename Run::Elsewhere elsewhere_;
  int parts_ = 0, rounds_ = 1;
  State known_ = std::make_shared<const std::string>();
};

}  // namespace lab
