// Shares the steps of a run of members out to whoever asks: the run itself stands still until all
// members have come to the same step, so that a report can be asked for at any time. How many take
// part, who does what and who fails changes nothing of what is reported.
//
//   Division division;                       a mate, anywhere:
//   division.turn_to(&lab);                    mate.take(*errand);
//   auto errand = division.errand(1);          while (!mate.go(64)) {}
//   division.bring(fetched);                   fetched = mate.hand_over();
//   division.gather();                       the lab has taken steps
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "lab/errand.h"
#include "lab/lab.h"

namespace lab {

class Division {
 public:
  // From here on `lab` is shared out, or nothing where it is null.
  void turn_to(Lab* lab);

  // Whether all members meet after each step of theirs, see Membered.
  bool meets() const { return membered_ && membered_->meets(); }

  // How many can go on apart; 0 where none or only one could, where their states would fill the
  // memory, or where no step is left.
  int members();

  // Errands of the same work can be done with the same hand. Never 0 where there are members, and
  // never the same for two labs.
  std::uint64_t work();
  // Null where nothing has members.
  std::unique_ptr<Hand> hand() const;

  // Something to do for `mate`, a number of the caller's from 0: the member that has fallen behind
  // most, rather one that the same mate has had. Nothing where all that can be done is being done,
  // or the mate is away for a run whose members meet: the others are left to others.
  std::optional<Errand> errand(int mate);

  // So many steps of one member have taken so long: errands are as long as it pays to send them.
  void took(double seconds, std::int64_t steps);

  // Takes what was fetched, in any order, from whomever; what nobody waits for is left aside.
  void bring(Fetched fetched);

  // The mate will not bring back what it has been sent for: others may.
  void lose(int mate);

  // Brings the run to where all members have come; true where it has taken steps.
  bool gather();

  // Whether the run stands where a report only tells of it: in the midst of a step that members
  // take in rounds one would take the rest of it first.
  bool stands() const { return !membered_ || !membered_->is_between(); }

 private:
  struct Member {
    std::vector<Moment> moments;  // on the way; the last is how far it has come
    int mate = nobody;            // who has it in hand, or had it last
    bool away = false;
  };
  static constexpr int nobody = -1;

  // Begins anew where the lab stands at another step or does other work than when it was left.
  void follow();
  // The steps from `from` on that all members take before the run does, by those of them whose
  // states are kept; the last is the end. They are settled once, for all members.
  using Stretch = std::vector<std::int64_t>;
  Stretch stretch_from(std::int64_t from) const;
  std::int64_t steps_of_stretch() const;
  void plan();
  Member* furthest_behind(int mate);
  bool is_away(int mate) const;
  bool is_awaited(const Fetched& fetched) const;
  std::size_t gathered_bytes() const { return state_bytes_ * members_.size(); }
  std::vector<Gathering> take_stretch();
  std::int64_t reached(const Member& m) const {
    return m.moments.empty() ? done_ : m.moments.back().step;
  }

  Lab* lab_ = nullptr;
  Membered* membered_ = nullptr;
  std::uint64_t work_ = 0, lab_work_ = 0;
  std::int64_t done_ = 0;
  std::vector<Member> members_;
  std::vector<Stretch> under_way_;  // one behind the other
  double step_seconds_ = 0;         // of a member; 0 where that is not known
  std::size_t state_bytes_ = 0;     // of a member, the most seen of this work
};

}  // namespace lab
