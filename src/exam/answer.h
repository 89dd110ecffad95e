// The fields of an answer form, each with its reference answer and the mistakes it recognises.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "lab/value.h"
#include "num/symbol.h"

namespace exam {

// How an option is marked. A contested one earns its share with either verdict.
enum class Key : std::uint8_t { yes, no, contested };

struct Option {
  std::string id;    // "i"
  std::string text;  // the statement
  Key key = Key::yes;
  std::string reason;  // why, shown after checking; both readings where contested
  std::string show;    // a link's pairs that set the lab to the case that decides it; may be empty
  double share = 0;    // what a one-of pays for it where it is not the right one
};

// Exactly one option is right, others may earn part of the marks. `right` counts from 0.
struct OneOf {
  std::vector<Option> options;
  int right = 0;
};

// A verdict, true or false, for every option; each right verdict earns its share. Where `lone` is
// above 0, an answer that calls one single option true, and rightly, though others are true too,
// earns that share in all: the question could be read as asking for one.
struct ManyOf {
  std::vector<Option> options;
  double lone = 0;
};

// A wrong model of the question: what it would answer, and the sentence that cures it.
struct NumberMistake {
  double value;
  std::string cure;
};

// A number, accepted within `tolerance` of `value`, relative to max(|value|, 1e-12), with or
// without its `unit` behind it.
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

// Another answer than the reference that earns `share` of the marks, with `note` in place of the
// praise. Where `label` is given, only an equation for that quantity counts: "dL/dz3" accepts
// "∂L/∂z3 = y − ŷ". Where `elementwise` is set, the answer has to say so: by ⊙ before or after it,
// or by the word.
struct Alternative {
  std::string value;
  std::string note;
  double share = 1;
  std::string label = "";
  bool elementwise = false;
};

// A wrong formula, the sentence that cures it, and what it earns all the same.
struct FormulaMistake {
  std::string value;
  std::string cure;
  double share = 0;
};

// A formula of any form that has the same value as `value` wherever it is tried (num/algebra.h has
// the language, num/equivalence.h the comparison). `transposable` accepts the transposed one, too,
// as long as all fields of the form keep to one layout. An answer may be an equation; one for the
// label of an alternative has to be that alternative.
struct Expression {
  std::string value;
  std::vector<num::Symbol> symbols;
  std::vector<FormulaMistake> mistakes = {};
  std::vector<Alternative> alternatives = {};
  bool transposable = false;
};

struct ShapeMistake {
  std::string rows, cols;
  std::string cure;
};

// The shape of a matrix, as "5×3", "(5, 3)", "5 by 3" or in symbols, "D_a × D". `rows` and `cols`
// are formulas in `sizes`, or numbers; each of `sizes` has its value in this instance as `low` =
// `high`. `transposable` as in Expression.
struct ShapeAnswer {
  std::string rows, cols;
  std::vector<num::Symbol> sizes = {};
  std::vector<ShapeMistake> mistakes = {};
  bool transposable = false;
};

// An entry of a matrix of formulas. One that is `given` is printed, not asked.
struct Entry {
  std::string value;
  bool given = false;
};

struct SymbolsMistake {
  std::vector<std::vector<std::string>> value;  // all entries, row by row
  std::string cure;
};

// A matrix of formulas with blanks, marked entry by entry. `entries` has rows of one length.
struct Symbols {
  std::vector<std::vector<Entry>> entries;
  std::vector<num::Symbol> symbols = {};
  std::vector<SymbolsMistake> mistakes = {};
};

// One line of a derivation: the quantity that it gives, and its value in the symbols and in the
// quantities of the lines before it. `name` is how later lines may call it: "δ2".
struct Step {
  num::Symbol name;  // its shape; low, high and meaning are not used
  std::string value;
  std::string prompt;  // what to enter, in words
  std::string cure;    // for a line that is wrong in no known way
  std::vector<FormulaMistake> mistakes = {};
};

// Lines that are marked one after another: each against the truth, and against what follows from
// the person's own earlier lines, so that one error costs one line.
struct Derivation {
  std::vector<Step> steps;
  std::vector<num::Symbol> symbols = {};
};

struct FactorsMistake {
  std::string value;
  std::string cure;
};

// A product of conditional distributions, "p(z1) p(z2|z1) p(x1|z1)": the order of the factors and
// of the conditions is free. Each factor earns its share, and one that is wrong or too many takes
// one.
struct Factors {
  std::string value;
  std::vector<FactorsMistake> mistakes = {};
};

// One thing that a good answer says, and its weight among the points.
struct RubricPoint {
  std::string id;      // "i"
  std::string text;    // what the answer has to say
  std::string reason;  // why it counts
  double weight = 1;
};

// What is often written instead, and the sentence that cures it.
struct Trap {
  std::string text;
  std::string cure;
};

// Free text, which nobody reads but its writer: after checking, the points are shown, and the
// writer ticks those that the text makes. The marks are shown as the writer's own.
struct Rubric {
  std::vector<RubricPoint> points;
  std::vector<Trap> traps = {};
};

using Kind = std::variant<OneOf, ManyOf, Number, Cells, Rubric, Expression, ShapeAnswer, Symbols,
                          Derivation, Factors>;

struct AnswerField {
  std::string id;     // as answer files name it: "loss"
  std::string label;  // what to enter, in words
  Kind kind;
  std::string praise;     // the reason that goes with the tick
  bool practice = false;  // marked like the others, and worth no marks
};

using Form = std::vector<AnswerField>;

// |x - reference| <= tolerance max(|reference|, 1e-12).
bool near(double x, double reference, double tolerance);

// True where `x` is marked right.
bool accepts(const Number& field, double x);

// True where two matrices have one shape and no entries differ by more than `tolerance`.
bool same(const lab::Matrix& a, const lab::Matrix& b, double tolerance);

}  // namespace exam
