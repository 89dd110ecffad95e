// Formulas judged against a reference: the one code behind every field that takes formulas.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exam/marking.h"
#include "num/equivalence.h"

namespace exam {

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

}  // namespace exam
