// Matrices side by side that belong to one calculation.
#pragma once

#include <string>
#include <vector>

#include "lab/shapes/gesture.h"
#include "lab/shapes/plane.h"
#include "lab/shapes/role.h"
#include "lab/value.h"

namespace lab {

// One matrix among others, as tiles with numbers. `light` has one entry for each cell or is empty.
// `joiner` stands between this block and the next.
struct Block {
  std::string name;
  Role role = Role::neutral;
  Matrix values;
  std::vector<Light> light;
  Target<Act::edit> edit;  // the cells are those of the table
  Target<Act::row> pick_row;
  Target<Act::column> pick_col;
  std::string joiner;
  bool operator==(const Block&) const = default;
};

template <class Archive, Either<Block> Self>
void describe(Archive& a, Self& self) {
  a(self.name);
  a.enumerator(self.role, role_count);
  a(self.values, self.light, self.edit, self.pick_row, self.pick_col, self.joiner);
  a.require(self.light.empty() || self.light.size() == self.values.values.size());
}

struct Blocks {
  std::vector<Block> blocks;
  bool operator==(const Blocks&) const = default;
};

template <class Archive, Either<Blocks> Self>
void describe(Archive& a, Self& self) {
  a(self.blocks);
}

template <class Rows>
void table(Rows& out, const Blocks& s) {
  out.line("matrix", "row", "column", "value");
  for (const Block& b : s.blocks) out.grid(b.name, b.values.cols, std::span(b.values.values));
}

inline Gestures gestures(const Blocks& s) {
  Gestures all;
  for (const Block& b : s.blocks)
    all.offer(b.edit)
        .offer_counted(b.pick_row, b.values.rows)
        .offer_counted(b.pick_col, b.values.cols);
  return all;
}

}  // namespace lab
