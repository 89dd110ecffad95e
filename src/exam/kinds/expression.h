// An answer that is a formula.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exam/formula.h"
#include "exam/kind.h"

namespace exam {

// A name that other fields of the form have and this one has not, and what is to be written in its
// place.
struct Absent {
  std::string name;     // "δ", and with that "δ_t" and "δ1"
  std::string spelled;  // "delta"
  std::string cure;     // what follows the name as it was written: "stands for ..."
};

// A formula of any form that has the same value as `value` wherever it is tried (num/algebra.h has
// the language, num/equivalence.h the comparison). `transposable` accepts the transposed one, too,
// as long as all fields of the form keep to one layout. An answer is the text of a formula or of an
// equation, all sides of which have to be equal; one for the label of an alternative has to be that
// alternative.
struct Expression {
  std::string value;
  std::vector<num::Symbol> symbols;
  std::vector<FormulaMistake> mistakes = {};
  std::vector<Alternative> alternatives = {};
  bool transposable = false;
  // As in Standard: the names of what is asked, "δ1" and "∂J/∂z3", and what is said of a sum over
  // examples.
  std::vector<std::string> called = {};
  std::string over_examples = {};
  std::vector<Absent> absent = {};
  std::vector<Unfinished> unfinished = {};
  // Pieces of formulas that the page offers to put one behind the other, for who has no keyboard;
  // more than the answer is made of.
  std::vector<std::string> tiles = {};

  static constexpr const char* name = "expression";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return transposable; }
};

}  // namespace exam
