// An answer that is a derivation, line by line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exam/formula.h"
#include "exam/kind.h"

namespace exam {

// One line of a derivation: the quantity that it gives, and its value in the symbols and in the
// quantities of the lines before it. `name` is how later lines may call it: "δ2".
struct Step {
  num::Symbol name;  // its shape; low, high and meaning are not used
  std::string value;
  std::string prompt;  // what to enter, in words
  std::string cure;    // for a line that is wrong in no known way
  std::vector<FormulaMistake> mistakes = {};
  std::vector<std::string> called = {};  // what else the quantity is called: "∂J/∂z1"
  std::vector<Alternative> alternatives = {};
};

// Lines that are marked one after another: each against the truth, and against what follows from
// the person's own earlier lines, so that one error costs one line, and another right value none. A
// line that cannot be read has no verdict, and those after it are marked by the truth. An answer is
// the list of the lines, or one text with line breaks; the parts are the lines, counted from 1.
struct Derivation {
  std::vector<Step> steps;
  std::vector<num::Symbol> symbols = {};
  std::vector<std::string> tiles = {};  // as in Expression

  static constexpr const char* name = "derivation";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return false; }
};

}  // namespace exam
