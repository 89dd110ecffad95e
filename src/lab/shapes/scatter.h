// Points in a plane.
#pragma once

#include <vector>

#include "lab/shapes/axis.h"
#include "lab/shapes/cloud.h"

namespace lab {

// Points in a plane; with `equal`, one unit is as long on both axes.
struct Scatter {
  Axis x, y;
  bool equal = false;
  std::vector<Cloud> clouds;
  bool operator==(const Scatter&) const = default;
};

template <class Archive, Either<Scatter> Self>
void describe(Archive& a, Self& self) {
  a(self.x, self.y, self.equal, self.clouds);
}

template <class Rows>
void table(Rows& out, const Scatter& s) {
  out.line("group", "label", s.x.label, s.y.label);
  for (const Cloud& c : s.clouds)
    for (std::size_t i = 0; i < c.x.size(); ++i)
      out.line(c.name, c.labels.empty() ? "" : c.labels[i], c.x[i], c.y[i]);
}

inline Gestures gestures(const Scatter& s) {
  Gestures all;
  for (const Cloud& c : s.clouds) all.offer(c.edit);
  return all;
}

}  // namespace lab
