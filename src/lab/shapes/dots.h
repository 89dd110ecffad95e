// A population as dots in a queue that a gap parts in two.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lab/bytes.h"
#include "lab/shapes/gesture.h"
#include "lab/shapes/role.h"

namespace lab {

// People of one kind. Kinds differ by colour and by mark: filled or hollow, round or square.
struct DotGroup {
  std::string name;
  Role role = Role::neutral;
  bool hollow = false, square = false;
  int count = 0;
  std::string brief = {};  // its name where there is little room; empty: the whole name
  bool operator==(const DotGroup&) const = default;
};

template <class Archive, Either<DotGroup> Self>
void describe(Archive& a, Self& self) {
  a(self.name);
  a.enumerator(self.role, role_count);
  a(self.hollow, self.square, self.count, self.brief);
  a.require(self.count >= 0);
}

struct Dots {
  std::vector<DotGroup> groups;
  // The group of each dot in the order of the queue, in which a dot stands for `each` people.
  // Empty: a dot for each member, group after group, and no gap.
  std::vector<std::uint8_t> queue;
  int each = 1;
  int parted = 0;  // dots of the queue that stand before the gap
  // What the field that `drag` names reads where the gap stands before each dot of the queue, and,
  // at last, behind all of them.
  std::vector<double> stops;
  Target<Act::drag> drag;
  std::string counter;  // what is counted as the gap moves, beneath the dots
  // Of another run, see lab/ghost.h: the counts of the groups, or empty; and where in the queue its
  // gap stands, or -1.
  std::vector<int> ghost = {};
  int ghost_parted = -1;
  bool operator==(const Dots&) const = default;
};

template <class Archive, Either<Dots> Self>
void describe(Archive& a, Self& self) {
  a(self.groups, self.queue, self.each, self.parted, self.stops, self.drag, self.counter);
  a(self.ghost, self.ghost_parted);
  for (const std::uint8_t group : self.queue) a.require(group < self.groups.size());
  a.require(self.each >= 1 && self.parted >= 0);
  a.require(static_cast<std::size_t>(self.parted) <= self.queue.size());
  a.require(self.ghost.empty() || self.ghost.size() == self.groups.size());
  a.require(self.ghost_parted >= -1);
  a.require(self.ghost_parted <= static_cast<int>(self.queue.size()));
  a.require(self.stops.empty() || self.stops.size() == self.queue.size() + 1);
}

template <class Rows>
void table(Rows& out, const Dots& s) {
  out.line("group", "count");
  for (const DotGroup& g : s.groups) out.line(g.name, g.count);
}

inline Gestures gestures(const Dots& s) { return Gestures().offer(s.drag); }

}  // namespace lab
