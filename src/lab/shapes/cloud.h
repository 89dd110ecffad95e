// Points of one kind, the stuff of scatter plots and decision regions.
#pragma once

#include <string>
#include <vector>

#include "lab/bytes.h"
#include "lab/shapes/gesture.h"
#include "lab/shapes/role.h"

namespace lab {

// Points of one kind. As arrows they are drawn from the origin; on a way, each is joined to the
// next by a line that shows which way it goes. With `edit` point i is the first two entries of row
// i of that table. A ghost is of another run (lab/ghost.h).
struct Cloud {
  std::string name;
  Role role = Role::neutral;
  std::vector<float> x, y;
  std::vector<std::string> labels;
  bool arrows = false;
  Target<Act::move> edit;
  int lit = -1;  // from 0
  bool ghost = false;
  bool way = false;
  bool operator==(const Cloud&) const = default;
};

template <class Archive, Either<Cloud> Self>
void describe(Archive& a, Self& self) {
  a(self.name);
  a.enumerator(self.role, role_count);
  a(self.x, self.y, self.labels, self.arrows, self.edit, self.lit, self.ghost, self.way);
  a.require(self.x.size() == self.y.size());
  a.require(self.labels.empty() || self.labels.size() == self.x.size());
}

}  // namespace lab
