// An answer that is the shape of a matrix.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exam/kind.h"
#include "num/symbol.h"

namespace exam {

// `across` is the cure where answers have examples as rows, if it differs.
struct ShapeMistake {
  std::string rows, cols;
  std::string cure;
  std::string across = {};
};

// The shape of a matrix, in numbers or in symbols, as exam/shape_text.h reads it. `rows` and `cols`
// are formulas in `sizes`, or numbers; each of `sizes` has its value in this instance as `low` =
// `high`. `transposable` as in Expression. An answer is a text, or a list of
// sides.
struct ShapeAnswer {
  std::string rows, cols;
  std::vector<num::Symbol> sizes = {};
  std::vector<ShapeMistake> mistakes = {};
  bool transposable = false;
  // What is said of a shape that is wrong in no known way; by default, to write down the product.
  std::string cure = {};
  // The sides of one block that holds several of these matrices, in any order, and what is said of
  // it. It counts.
  std::vector<std::string> block = {};
  std::string block_note = {};
  // What is said in place of the praise where the transposed shape is right, as it is with examples
  // as rows.
  std::string praise_across = {};

  static constexpr const char* name = "shape";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return transposable; }

 private:
  bool is_block(const std::vector<std::string>& given) const;
};

}  // namespace exam
