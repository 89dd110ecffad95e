// A population as an icon array.
#pragma once

#include <string>
#include <vector>

#include "lab/bytes.h"
#include "lab/shapes/gesture.h"
#include "lab/shapes/role.h"

namespace lab {

// People of one kind in an icon array. Kinds differ by colour and by mark: filled or hollow, round
// or square.
struct DotGroup {
  std::string name;
  Role role = Role::neutral;
  bool hollow = false, square = false;
  int count = 0;
  bool operator==(const DotGroup&) const = default;
};

template <class Archive, Either<DotGroup> Self>
void describe(Archive& a, Self& self) {
  constexpr int most_dots = 1 << 20;
  a(self.name);
  a.enumerator(self.role, role_count);
  a(self.hollow, self.square, self.count);
  a.require(self.count >= 0 && self.count <= most_dots);
}

// One dot for each member of a population, group after group.
struct Dots {
  std::vector<DotGroup> groups;
  bool operator==(const Dots&) const = default;
};

template <class Archive, Either<Dots> Self>
void describe(Archive& a, Self& self) {
  a(self.groups);
}

template <class Rows>
void table(Rows& out, const Dots& s) {
  out.line("group", "count");
  for (const DotGroup& g : s.groups) out.line(g.name, g.count);
}

inline Gestures gestures(const Dots&) { return {}; }

}  // namespace lab
