// Members of a run: parts that know nothing of each other, such as a net of a line-up or the seed
// of a repeat. They may take their steps in any order and grouping, elsewhere too: a member goes
// from bytes to bytes.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace lab {

// What a member is after some steps, as bytes that never change, shared by all who keep them.
using State = std::shared_ptr<const std::string>;

// A run of members has, in place of `step`, `snapshot` and `restore`,
//   int members() const;                         how many, by the parameters alone
//   void step_member(int m, std::int64_t step);  member m takes this step, counted from 1
//   Snapshot member_snapshot(int m);             whose `view()` are the bytes of member m
//   void restore_member(int m, std::span<const std::byte> bytes);
//   void gathered(std::int64_t steps);           all members have taken so many steps
// A member draws from random numbers of its own, and makes what it needs when it is named first, so
// that who steps one has not built the others. What all have in common follows from their states
// and the number of steps: a mean over nets is taken when a report asks for it, and its past from
// what each net has taken down.
template <class Run>
concept HasMembers = requires(Run& run, const Run& told, std::span<const std::byte> bytes) {
  { told.members() } -> std::same_as<int>;
  run.step_member(0, std::int64_t{1});
  { run.member_snapshot(0).view() } -> std::convertible_to<std::span<const std::byte>>;
  run.restore_member(0, bytes);
  run.gathered(std::int64_t{1});
};

// The states of all members after the same number of steps.
struct Gathering {
  std::int64_t step = 0;
  std::vector<State> states;
  std::size_t bytes() const {  // of memory that it holds
    std::size_t sum = 0;
    for (const State& state : states) sum += sizeof *state + state->capacity();
    return sum;
  }
};

template <HasMembers Run>
State state_of(Run& run, int member) {
  const auto moment = run.member_snapshot(member);
  const std::span<const std::byte> bytes = moment.view();
  return std::make_shared<const std::string>(reinterpret_cast<const char*>(bytes.data()),
                                             bytes.size());
}
template <HasMembers Run>
void restore_state(Run& run, int member, const State& state) {
  run.restore_member(member, std::as_bytes(std::span(*state)));
}

// A run of members as one that takes steps.
template <HasMembers Run>
class Together : public Run {
 public:
  using Run::Run;

  void step() {
    ++steps_;
    for (int m = 0; m < this->members(); ++m) this->step_member(m, steps_);
    this->gathered(steps_);
  }
  Gathering snapshot() {
    Gathering all{steps_, {}};
    for (int m = 0; m < this->members(); ++m) all.states.push_back(state_of<Run>(*this, m));
    return all;
  }
  void restore(const Gathering& all) {
    steps_ = all.step;
    for (int m = 0; m < this->members(); ++m)
      restore_state<Run>(*this, m, all.states[static_cast<std::size_t>(m)]);
    this->gathered(steps_);
  }

 private:
  std::int64_t steps_ = 0;
};

// Members of a run apart from it: what is asked of one leaves the run, and all others, alone.
class Hand {
 public:
  virtual ~Hand() = default;
  virtual int members() const = 0;
  virtual void restore(int member, const State& state) = 0;
  virtual void step(int member, std::int64_t step) = 0;
  virtual State state(int member) = 0;
};

template <HasMembers Run>
class HandOf final : public Hand {
 public:
  template <class Params>
  explicit HandOf(const Params& params) : run_(params) {}
  int members() const override { return run_.members(); }
  void restore(int member, const State& state) override { restore_state(run_, member, state); }
  void step(int member, std::int64_t step) override { run_.step_member(member, step); }
  State state(int member) override { return state_of(run_, member); }

 private:
  Run run_;
};

// What a lab gives of a run of members, so that others may take a part of its steps.
class Membered {
 public:
  virtual ~Membered() = default;
  virtual int members() = 0;
  // Counts up where the work is another: states of before say nothing any more.
  virtual std::uint64_t work() const = 0;
  virtual State state(int member) = 0;
  // How far the members have come together, and are to go, in steps of theirs.
  virtual std::int64_t came() const = 0;
  virtual std::int64_t end() const = 0;
  // Whether they meet after each step of theirs: none goes on before all have come, and from there
  // on each follows from what `state` then says, whatever it brought itself. See lab/rounds.h.
  virtual bool meets() const { return false; }
  // Whether the run is in the midst of a step: what else is asked of it takes the rest of it first.
  virtual bool is_between() const { return false; }
  // Whether the state after `step` is wanted on the way, to come back to.
  virtual bool keeps(std::int64_t step) const = 0;
  // The run stands at the last of these, which rise from the steps taken so far, and has come by
  // the others.
  virtual void gather(std::vector<Gathering> on_the_way) = 0;
  virtual std::unique_ptr<Hand> hand() const = 0;
};

}  // namespace lab
