// Arithmetic written out.
#pragma once

#include <string>
#include <vector>

#include "lab/bytes.h"
#include "lab/shapes/gesture.h"

namespace lab {

// Arithmetic written out, one line for each step.
struct Working {
  std::vector<std::string> lines;
  bool operator==(const Working&) const = default;
};

template <class Archive, Either<Working> Self>
void describe(Archive& a, Self& self) {
  a(self.lines);
}

template <class Rows>
void table(Rows& out, const Working& s) {
  out.line("step");
  for (const std::string& line : s.lines) out.line(line);
}

inline Gestures gestures(const Working&) { return {}; }

}  // namespace lab
