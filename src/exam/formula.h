// Formulas judged against a reference: the one code behind every field that takes formulas.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exam/mark.h"
#include "num/equivalence.h"

namespace exam {

// Another answer than the reference that earns `share` of the marks, with `note` in place of the
// praise. Where `label` is given, only an equation for that quantity counts: "∂L/∂z3" accepts
// "dL/dz_3 = y − ŷ". Where `elementwise` is set, the answer has to say so: by ⊙ before or after it,
// or as its last product, or by the word.
struct Alternative {
  std::string value;
  std::string note;
  double share = 1;
  std::string label = "";
  bool elementwise = false;
};

// A wrong formula, the sentence that cures it, and what it earns all the same. One that is
// `elementwise` is known where the answer says so, as in Alternative; it stands before the one for
// answers that do not.
struct FormulaMistake {
  std::string value;
  std::string cure;
  double share = 0;
  bool elementwise = false;
};

// A name that an answer may use, and for which the question wants something put in: one that is
// right but has it earns `share` at most, and hears `note`.
struct Unfinished {
  std::string name;
  std::string note;
  double share = 0.5;
};

// What is said of one formula.
struct Judgement {
  Outcome outcome = Outcome::blank;
  double share = 0;
  std::string read_as, message;
  std::vector<std::string> notes;
  bool transposed = false;  // the value is that of the transposed reference
};

// The reference with what else counts and what is known to go wrong.
struct Standard {
  std::string_view value;
  const std::vector<num::Symbol>& symbols;
  const std::vector<FormulaMistake>& mistakes;
  const std::vector<Alternative>& alternatives;
  bool transposable = false;  // a transposed mistake is that mistake
  // The names of the quantity that is asked for. A derivative among them makes this one.
  std::vector<std::string> called = {};
  // What is said of a sum over examples, which earns half at most (Symbol::counts_examples).
  std::string_view over_examples = {};
  std::vector<Unfinished> unfinished = {};
  // What is said where nothing else is known.
  std::string_view otherwise = "This can be read and computed, and it is not equal to the answer.";
};

// `turned` accepts the transposed reference in place of the reference. `points` are values to try;
// none draws them for the reference.
Judgement judge(const Standard& standard, std::string_view text, bool turned,
                const std::string& praise, const std::vector<num::Point>& points = {});

// "read as …" with the shape, or what is wrong.
Understood understood(std::string_view text, const std::vector<num::Symbol>& symbols);

// Values that formulas are tried at beside the reference `value`.
std::vector<num::Point> points_for(std::string_view value, const std::vector<num::Symbol>& symbols);

// True where the formulas `a` and `b` in `symbols` can be computed and agree at `points`.
bool equivalent(std::string_view a, std::string_view b, const std::vector<num::Symbol>& symbols,
                const std::vector<num::Point>& points);

// The names that a formula may use, as a JSON list. What is computed from others is a name like
// them.
std::string names_json(const std::vector<num::Symbol>& symbols);

}  // namespace exam
