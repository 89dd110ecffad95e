// A lab that runs in steps: how many is a parameter, so that a link shows what its sender saw.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "lab/lab.h"
#include "lab/members.h"
#include "lab/memory.h"
#include "lab/rewind.h"
#include "lab/rounds.h"

namespace lab {

// The memory of a run's reports: its own type, or drawings that it does not use.
struct NoMemory {
  Drawings drawings;
};
template <class Run>
struct RunMemory {
  using Type = NoMemory;
};
template <class Run>
requires requires { typename Run::Memory; }
struct RunMemory<Run> {
  using Type = typename Run::Memory;
};
template <class Run>
using MemoryOf = typename RunMemory<Run>::Type;

// A memory of a run that also keeps times: what to time at these parameters, nothing where its
// times are known; the times of that; and whether reports have them.
template <class Memory, class Params>
concept KeepsTimes = requires(Memory& memory, const Params& params,
                              const std::vector<Timing>& timings) {
  { memory.trials(params) } -> std::same_as<std::vector<Trial>>;
  memory.take_times(params, timings);
  memory.show_times(true);
};

// A lab that runs in steps. `Run` is built from parameters and has
//   std::int64_t total() const;            steps that the parameters ask for
//   void aim(const Params&);               the same run, with another horizon or look
//   void step();  Report report();
//   std::int64_t most() const;             where the parameters allow fewer steps than the horizon
// or, where a type `Run::Memory` is a memory as above, report(Memory&). The memory outlives the
// run, but for the drawings: within a run, they depend on the steps taken and on what `aim` tells.
// A run that has `remember(Memory&)` is given it before its first step. Where the memory keeps
// times, they are asked for and shown as those of `timed` are. And
//   Snapshot snapshot();  void restore(const Snapshot&);
// where a Snapshot that owns memory says in `std::size_t bytes() const` how much. A snapshot is
// taken of a run that has taken a step. `aim` follows each `restore`. A run of members has what
// lab/members.h says in place of these two and of `step`, and one in rounds what lab/rounds.h says
// beside them.
// A change of the field offered as horizon keeps the run: it goes on, or back to the last snapshot
// before the new end, or begins again where there is none. A field that only looks keeps the run,
// too; `aim` tells of it. Any other change begins again.
template <class Params, class Run>
class Replay : public Parametric<Params> {
 public:
  static_assert(Rewindable<Run>);

  void take(const Fields& fields) override {
    if (!this->adopt(fields) || !run_) return begin();
    settle();
    run_->aim(this->params_);
    const std::int64_t target = run_->total();
    const std::optional<std::int64_t> kept = rewind_.best(target);
    if (kept && (target < done_ || *kept > done_)) {
      rewind_.restore(*kept, target, *run_);
      run_->aim(this->params_);
      done_ = *kept;
    } else if (target < done_) {
      restart();
    }
  }
  std::int64_t done() const override { return done_; }
  std::int64_t total() const override { return run_ ? run_->total() : Run(this->params_).total(); }
  std::int64_t most() const override {
    if constexpr (requires(const Run& run) { run.most(); })
      return run_ ? run_->most() : Run(this->params_).most();
    else
      return 0;
  }
  void advance(std::int64_t steps) override {
    if (!run_) begin();
    for (; steps > 0 && done_ < run_->total(); --steps) {
      run_->step();
      stepped();
    }
  }
  Report report() override {
    if (!run_) begin();
    settle();
    if constexpr (requires { run_->report(memory_); }) {
      Report report = run_->report(memory_);
      memory_.drawings.end_report();
      return report;
    } else {
      return run_->report();
    }
  }
  Report untimed_report() override {
    if constexpr (KeepsTimes<MemoryOf<Run>, Params>) memory_.show_times(false);
    Report untimed = report();
    if constexpr (KeepsTimes<MemoryOf<Run>, Params>) memory_.show_times(true);
    return untimed;
  }
  std::vector<Trial> trials() const override {
    if constexpr (KeepsTimes<MemoryOf<Run>, Params>) return memory_.trials(this->params_);
    return {};
  }
  void take_times(const std::vector<Timing>& timings) override {
    if constexpr (KeepsTimes<MemoryOf<Run>, Params>) memory_.take_times(this->params_, timings);
  }

 protected:
  void begin() {
    ++work_;
    rewind_.clear();
    memory_.drawings.clear();
    restart();
  }
  void restart() {
    run_.emplace(this->params_);
    if constexpr (requires { run_->remember(memory_); }) run_->remember(memory_);
    done_ = 0;
  }

  void stepped() {
    rewind_.see(++done_, [this] { return run_->snapshot(); });
  }
  // Ends the step that a run in rounds is in.
  void settle() {
    if constexpr (requires { run_->round(); }) {
      if (run_->round() == 0) return;
      run_->step();
      stepped();
    }
  }

  std::optional<Run> run_;  // made when parameters are taken, or something is asked before
  Rewind<Run> rewind_;
  MemoryOf<Run> memory_;
  std::int64_t done_ = 0;
  std::uint64_t work_ = 0;  // runs that have been begun: each is another work
};

// The same of a run that others may take a part in.
template <class Params, class Run>
class Shared : public Replay<Params, Run>, public Membered {
 public:
  Membered* membered() final { return this; }
  std::uint64_t work() const final { return this->work_; }

 protected:
  Run& run() {
    if (!this->run_) this->begin();
    return *this->run_;
  }
};

// Of a run of members.
template <class Params, HasMembers Run>
class SharedReplay final : public Shared<Params, Together<Run>> {
 public:
  int members() override { return this->run().members(); }
  std::int64_t came() const override { return this->done_; }
  std::int64_t end() const override { return this->total(); }
  State state(int member) override { return state_of<Run>(*this->run_, member); }
  // What will be left of the snapshots when the run has come four times as far, or to its end: each
  // costs the way of its bytes.
  bool keeps(std::int64_t step) const override {
    const std::int64_t further = std::min(4 * step, this->total());
    return this->rewind_.may_keep(step) && step % this->rewind_.spacing_at(further) == 0;
  }
  void gather(std::vector<Gathering> on_the_way) override {
    this->run_->restore(on_the_way.back());
    this->done_ = on_the_way.back().step;
    for (Gathering& all : on_the_way)
      this->rewind_.see(all.step, [&all] { return std::move(all); });
  }
  std::unique_ptr<Hand> hand() const override {
    return std::make_unique<HandOf<Run>>(this->params_);
  }
};

// Of a run in rounds, whose members are the parts of the round that it is in.
template <class Params, HasRounds Run>
class ReplayInRounds final : public Shared<Params, InRounds<Run>> {
 public:
  int members() override { return this->run().parts(); }
  std::int64_t came() const override {
    return this->run_ ? this->done_ * this->run_->rounds() + this->run_->round() : 0;
  }
  std::int64_t end() const override {
    return this->run_ ? this->total() * this->run_->rounds() : 0;
  }
  bool meets() const override { return true; }
  bool is_between() const override { return this->run_ && this->run_->round() != 0; }
  State state(int part) override { return this->run_->brief(part); }
  bool keeps(std::int64_t /*step*/) const override { return false; }
  void gather(std::vector<Gathering> on_the_way) override {
    for (const Gathering& round : on_the_way)
      if (this->run_->close(round.states)) this->stepped();
  }
  std::unique_ptr<Hand> hand() const override {
    return std::make_unique<HandInRounds<Run>>(this->params_);
  }
};

template <class Params, class Run>
constexpr LabRow replay(const char* id, const char* title) {
  return {id, title, []() -> std::unique_ptr<Lab> {
            if constexpr (HasMembers<Run>)
              return std::make_unique<SharedReplay<Params, Run>>();
            else if constexpr (HasRounds<Run>)
              return std::make_unique<ReplayInRounds<Params, Run>>();
            else
              return std::make_unique<Replay<Params, Run>>();
          }};
}

}  // namespace lab
