// An answer that is a matrix of numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exam/kind.h"
#include "lab/value.h"

namespace exam {

// `most` is the largest share that an answer with it earns, whatever cells of it are right: 0 where
// they are right by chance.
struct CellsMistake {
  lab::Matrix value;
  std::string cure;
  double most = 1;
};

// Cells of a row, from 0, that are as right as the reference's own: `values` from column `from` on.
struct OtherCells {
  int row;
  std::vector<double> values;
  int from = 0;
};

// A matrix marked cell by cell, each within `tolerance` of its reference, absolute. Mistakes are
// recognised as far as they are rounded to one decimal; of several the nearest. Where cells of a
// row have others that are as right, they are held against those that agree in most cells. An
// answer is nested lists of numbers or calculations, or a text with the matrix
// (lab/written_matrix.h). In lists of the reference's shape a cell that cannot be read is not right
// and the others are marked; in a text it leaves the whole unread.
struct Cells {
  lab::Matrix value;
  double tolerance = 1e-6;
  std::vector<CellsMistake> mistakes;
  std::vector<OtherCells> also = {};

  static constexpr const char* name = "cells";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return false; }
};

// True where two matrices have one shape and no entries differ by more than `tolerance`.
bool same(const lab::Matrix& a, const lab::Matrix& b, double tolerance);

}  // namespace exam
