// An answer that is the shape of a matrix.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exam/kind.h"
#include "num/symbol.h"

namespace exam {

struct ShapeMistake {
  std::string rows, cols;
  std::string cure;
};

// The shape of a matrix, as "5×3", "(5, 3)", "5 by 3" or in symbols, "D_a × D". `rows` and `cols`
// are formulas in `sizes`, or numbers; each of `sizes` has its value in this instance as `low` =
// `high`. `transposable` as in Expression. An answer is a text.
struct ShapeAnswer {
  std::string rows, cols;
  std::vector<num::Symbol> sizes = {};
  std::vector<ShapeMistake> mistakes = {};
  bool transposable = false;

  static constexpr const char* name = "shape";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return transposable; }
};

}  // namespace exam
