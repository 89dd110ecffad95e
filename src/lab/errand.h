// What is done for a run elsewhere, by another thread or another engine: one of its members takes
// some steps, from bytes to bytes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lab/bytes.h"
#include "lab/members.h"

namespace lab {

// A member's state after so many steps; null where who has it in hand knows it.
struct Moment {
  std::int64_t step = 0;
  State state;
};
template <class Archive, Either<Moment> Self>
void describe(Archive& a, Self& self) {
  bool known = self.state != nullptr;
  a(self.step, known);
  if (!known) return;
  if constexpr (std::is_const_v<Self>) {
    a(*self.state);
  } else {
    std::string state;
    a(state);
    self.state = std::make_shared<const std::string>(std::move(state));
  }
}

struct Errand {
  std::uint64_t work = 0;  // of the run that sends it, see Membered
  int member = 0;
  Moment start;  // without a state where the mate has brought the member to that step itself
  std::vector<std::int64_t> stops;  // rising, behind the start: the states that are brought back

  // Whether there are stops, and those are so.
  bool has_way() const;
};
template <class Archive, Either<Errand> Self>
void describe(Archive& a, Self& self) {
  a(self.work, self.member, self.start, self.stops);
}

// What an errand brings back: a moment for each stop.
struct Fetched {
  std::uint64_t work = 0;
  int member = 0;
  std::int64_t from = 0;
  std::vector<Moment> moments;
};
template <class Archive, Either<Fetched> Self>
void describe(Archive& a, Self& self) {
  a(self.work, self.member, self.from, self.moments);
}

// An errand, or what it has brought, as bytes and back. What is no such bytes is of work 0, which
// no run is.
template <class T>
Bytes packed(const T& item) {
  ByteWriter ruler(true);
  ruler(item);
  ByteWriter writer(false, ruler.size());
  writer(item);
  return writer.take();
}
template <class T>
T unpacked(std::span<const std::uint8_t> bytes) {
  ByteReader reader(bytes);
  T item;
  reader(item);
  return reader.complete() ? item : T{};
}

// Who does errands beside the run, one after another, with members of its own.
class Mate {
 public:
  // Whether it has members for that work.
  bool equipped(std::uint64_t work) const { return hand_ && work_ == work; }
  void equip(std::uint64_t work, std::unique_ptr<Hand> hand);

  // Whether it is an errand of that work, to a member that there is, with a way to go.
  bool can(const Errand& errand) const;

  // Takes an errand that it can do, in place of one that it has not ended.
  void take(Errand errand);
  bool busy() const { return busy_; }
  // Takes up to so many steps; true when the errand is done.
  bool go(std::int64_t steps);
  // What the errand that is done has brought.
  Fetched hand_over();

 private:
  std::uint64_t work_ = 0;
  std::unique_ptr<Hand> hand_;
  Errand errand_;
  Fetched fetched_;
  std::int64_t step_ = 0;
  bool busy_ = false;
};

}  // namespace lab
