// The fields of an answer form, each with its reference answer and the mistakes it recognises.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "lab/value.h"

namespace exam {

// How an option is marked. A contested one earns its share with either verdict.
enum class Key : std::uint8_t { yes, no, contested };

struct Option {
  std::string id;    // "i"
  std::string text;  // the statement
  Key key = Key::yes;
  std::string reason;  // why, shown after checking; both readings where contested
  std::string show;    // a link's pairs that set the lab to the case that decides it; may be empty
};

// Exactly one option is right. `right` counts from 0.
struct OneOf {
  std::vector<Option> options;
  int right = 0;
};

// A verdict, true or false, for every option; each right verdict earns its share.
struct ManyOf {
  std::vector<Option> options;
};

// A wrong model of the question: what it would answer, and the sentence that cures it.
struct NumberMistake {
  double value;
  std::string cure;
};

// A number, accepted within `tolerance` of `value`, relative to max(|value|, 1e-12).
struct Number {
  double value = 0, tolerance = 5e-3;
  std::string unit;
  std::vector<NumberMistake> mistakes;
};

struct CellsMistake {
  lab::Matrix value;
  std::string cure;
};

// A matrix marked cell by cell, each within `tolerance` of its reference, absolute.
struct Cells {
  lab::Matrix value;
  double tolerance = 1e-6;
  std::vector<CellsMistake> mistakes;
};

using Kind = std::variant<OneOf, ManyOf, Number, Cells>;

struct AnswerField {
  std::string id;     // as answer files name it: "loss"
  std::string label;  // what to enter, in words
  Kind kind;
  std::string praise;  // the reason that goes with the tick
};

using Form = std::vector<AnswerField>;

// |x - reference| <= tolerance max(|reference|, 1e-12).
bool near(double x, double reference, double tolerance);

// True where `x` is marked right.
bool accepts(const Number& field, double x);

// True where two matrices have one shape and no entries differ by more than `tolerance`.
bool same(const lab::Matrix& a, const lab::Matrix& b, double tolerance);

}  // namespace exam
