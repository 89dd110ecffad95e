// Products of factors, each of which stands for arrows of a graph that is shown beside them.
#pragma once

#include <string>
#include <vector>

#include "lab/bytes.h"
#include "lab/shapes/gesture.h"

namespace lab {

// A factor or a term of a sum. `set` and `node` say which arrows of a graph it stands for: those of
// that set, by its name, into the node of that id (lab/shapes/graph.h).
struct ProductPiece {
  std::string text, set, node;
  bool operator==(const ProductPiece&) const = default;
};

template <class Archive, Either<ProductPiece> Self>
void describe(Archive& a, Self& self) {
  a(self.text, self.set, self.node);
}

// "p(x, z) =", then its pieces, then what closes it.
struct ProductLine {
  std::string lead;
  std::vector<ProductPiece> pieces;
  std::string end;
  bool operator==(const ProductLine&) const = default;
};

template <class Archive, Either<ProductLine> Self>
void describe(Archive& a, Self& self) {
  a(self.lead, self.pieces, self.end);
}

// One below the other. A piece that is pointed at lights its arrows, and an arrow its piece.
struct Products {
  std::vector<ProductLine> lines;
  bool operator==(const Products&) const = default;
};

template <class Archive, Either<Products> Self>
void describe(Archive& a, Self& self) {
  a(self.lines);
}

template <class Rows>
void table(Rows& out, const Products& s) {
  out.line("product", "piece", "set", "node");
  for (const ProductLine& line : s.lines)
    for (const ProductPiece& piece : line.pieces)
      out.line(line.lead, piece.text, piece.set, piece.node);
}

inline Gestures gestures(const Products&) { return {}; }

}  // namespace lab
