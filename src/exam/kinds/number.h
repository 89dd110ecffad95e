// An answer that is a number.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exam/kind.h"

namespace exam {

// A wrong model of the question: what it would answer, and the sentence that cures it.
struct NumberMistake {
  double value;
  std::string cure;
};

// A number, accepted within `tolerance` of `value`, relative to max(|value|, 1e-12), with or
// without its `unit` behind it. An answer is a JSON number or the text of a calculation.
struct Number {
  double value = 0, tolerance = 5e-3;
  std::string unit;
  std::vector<NumberMistake> mistakes;

  static constexpr const char* name = "number";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return false; }
};

// |x - reference| <= tolerance max(|reference|, 1e-12).
bool near(double x, double reference, double tolerance);

// True where `x` is marked right.
bool accepts(const Number& field, double x);

}  // namespace exam
