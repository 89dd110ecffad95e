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

// A value that is as right as the reference, and what is said of it in place of the praise, if
// anything. Where `label` is given, it counts under that name alone, and nothing else does there.
struct OtherNumber {
  double value;
  std::string note = "";
  std::string label = "";
};

// A number, accepted within `tolerance` of `value`, relative, with or without its `unit` behind it,
// and so are the values in `also`, where a question can be counted in other ways.
// The tolerance is for decimals: where `value` is `exact`, a formula of exact numbers, such as
// "ln 249" for ln 250, that is another number earns half. Where two values are set equal, "ln 250 =
// 5.52", both have to hold. What has two readings is right where one of them is, and asked about
// otherwise. An answer is a JSON number or a text as exam/number_text.h reads it.
struct Number {
  double value = 0, tolerance = 5e-3;
  std::string unit;
  std::vector<NumberMistake> mistakes = {};
  bool exact = true;  // known to all of its digits, and not by an approximation or a measurement
  bool is_share = false;  // a part of 1, which people give in per cent as well
  // Mistakes that come within the tolerance of the answer: wrong where they are given exactly, as a
  // rounded number is not.
  std::vector<NumberMistake> slips = {};
  // What is asked for, as exam/quantity_names.h calls it: under the name of another quantity the
  // number is wrong. Empty where every name will do.
  std::string quantity = "";
  std::vector<OtherNumber> also = {};
  // What to try next, said of a number that is no known mistake.
  std::string advice = "Go through your steps once more, then compare with the lab.";

  static constexpr const char* name = "number";
  FieldMark mark(const lab::Json& answer, const std::string& praise, Layout layout) const;
  void ask(lab::Writer& page) const;
  lab::Json reference() const;
  Understood understand(std::string_view text, std::string_view part) const;
  bool tells_apart() const;
  bool has_layouts() const { return false; }
};

// |x - reference| <= tolerance |reference|: near 0 is 0 alone.
bool near(double x, double reference, double tolerance);

// True where `x` is so near the value of the field, or another that is as right.
bool near_right(const Number& field, double x, double tolerance);

// True where `x` is marked right: near a right value of the field, or nothing but rounding where
// that is 0.
bool accepts(const Number& field, double x);

}  // namespace exam
