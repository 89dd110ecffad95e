// The fields of an answer form, each of one kind.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "exam/kind.h"
#include "exam/kinds/cells.h"
#include "exam/kinds/derivation.h"
#include "exam/kinds/expression.h"
#include "exam/kinds/factors.h"
#include "exam/kinds/latent.h"
#include "exam/kinds/many_of.h"
#include "exam/kinds/number.h"
#include "exam/kinds/one_of.h"
#include "exam/kinds/rubric.h"
#include "exam/kinds/shape_answer.h"
#include "exam/kinds/symbols.h"

namespace exam {

// Kinds of answers, each of which has all that a kind needs to have.
template <class... K>
struct Kinds {
  static_assert((AnswerKind<K> && ...));
  using One = std::variant<K...>;
  static constexpr std::string_view names[] = {K::name...};
};

// Every kind of answer. This is the one list of them.
using AllKinds = Kinds<OneOf, ManyOf, Number, Cells, Rubric, Expression, ShapeAnswer, Symbols,
                       Derivation, Factors, Latent>;
using Kind = AllKinds::One;

struct AnswerField {
  std::string id;     // as answer files name it: "loss"
  std::string label;  // what to enter, in words
  Kind kind;
  std::string praise;     // the reason that goes with the tick
  bool practice = false;  // marked like the others, and worth no marks
};

using Form = std::vector<AnswerField>;

}  // namespace exam
