// What the questions about a pair of twins have in common: the names in their formulas, and how the
// merge and the activation pass a change on.
#pragma once

#include <optional>
#include <string>

#include "exam/answer.h"
#include "exercises/names.h"
#include "labs/siamese/params.h"

namespace exercises {

// A pair of twins as the lab shows it.
struct TwinsQuestion {
  laboratory::siamese::Params net;
  bool worked = false;  // a variant asks for the numbers of one pair, too
};
void follow_twins(TwinsQuestion& q, const lab::Fields& fields);

// The question at fields that were drawn; nothing where the lab warns of them, as it does of a unit
// at the kink of ReLU, where a difference says nothing of the gradient.
std::optional<TwinsQuestion> telling_twins(const lab::Fields& fields);

// "I", the n × n identity.
num::Symbol identity(int n);

// "g", the activation by the name that the paper gives it.
num::Symbol activation_name(const laboratory::siamese::Params& p);

// Hidden nodes that formulas are tried with: with a single one rows, columns and numbers would be
// one and the same.
int hidden(const laboratory::siamese::Params& p);

// "relu", as formulas call it.
const char* activation(laboratory::siamese::Activation g);

// The name of a matrix that belongs to hidden nodes: rows, columns or both are Dₐ and D long, which
// sentences say in place of the sizes that formulas are tried at.
num::Symbol of_layer(num::Symbol symbol, const char* rows, const char* cols);

// The gradient of one pair's own cost, −L, which is m times that of J and counts as well: `what` is
// the value of J's, and `quantity` what it is called, "the gradient into W1".
exam::Alternative own_cost(const std::string& what, const std::string& quantity);

// How a change of either twin's z reaches a = merge(g(z1), g(z2)): what the merge multiplies by,
// with its sign, and the slope of the activation. An outer part is "", "-", or ends in "⊙ ".
struct Link {
  std::string outer1, slope1;
  std::string outer2, slope2;
  std::string merged;  // a in a1 and a2
};
Link link(const laboratory::siamese::Params& p);

// An outer part as a formula of its own: without the "⊙ " at its end.
std::string alone(std::string outer);

// The outer part with its sign reversed.
std::string opposite(const std::string& outer);

// Fields that take the matrix δ3 and the gradients of the shared weights beyond what the paper
// asks: practice, worth no marks.
exam::AnswerField written_out(const laboratory::siamese::Params& p);
exam::AnswerField to_the_weights(const laboratory::siamese::Params& p);

}  // namespace exercises
