// What has two readings in calculations: asked about, or read as it is chosen.
#include "num/formula_grammar.h"
#include "num/letters.h"

namespace num {

int Parser::ask(std::size_t at, const std::string& sentence) {
  const bool first = fault_.sentence.empty();
  fail(at, sentence);
  if (first) fault_.asks = true;
  return 0;
}

int Parser::ambiguous(std::size_t at, const std::string& name) {
  return ask(at, "does " + name + " apply to what follows, too? Put brackets round all that " +
                     name + " applies to: " + name + "(...).");
}

int Parser::reach(bool of) {
  const auto is_function = [](const Token& t) {
    return t.sign == Token::word && t.meaning.kind == Word::function;
  };
  int result = signed_power();
  if (choice_.asks || choice_.takes_second(Choice::reach)) return result;
  const auto goes_on = [&] {
    if (of && (token_.sign == '+' || token_.sign == '-')) return true;
    const bool written = token_.sign == '*' || token_.sign == '/';
    if (!written && (!starts_factor() || token_.sign == Token::number)) return false;
    return !is_function(written ? token_at(text_, token_.at + token_.size, words_, place_, choice_)
                                : token_);
  };
  while (goes_on()) {
    const std::size_t at = token_.at;
    if (token_.sign == '+' || token_.sign == '-') {
      const Op op = take().sign == '+' ? Op::add : Op::subtract;
      const int right = product();
      result = node(op, at, 0, {result, right});
      continue;
    }
    const bool written = token_.sign == '*' || token_.sign == '/';
    const char sign = written ? take().sign : '*';
    const int right = signed_power();
    result = node(sign == '/' ? Op::divide : Op::multiply, at, 0, {result, right});
  }
  return result;
}

bool Parser::begins_fraction() const {
  const Token sign = token_at(text_, token_.at + token_.size, words_, place_, choice_);
  if (sign.sign != '/') return false;
  const Token below = token_at(text_, sign.at + sign.size, words_, place_, choice_);
  return below.sign == Token::number && token_.value < below.value && token_.value >= 1;
}

int Parser::side_by_side(int left, std::size_t at) {
  const bool calculates = words_.calculation() && formula_.node(left).op == Op::number;
  const char next = char_at(text_, token_.at + token_.size);
  const bool raised =
      next == '^' || next == '*' || raised_at(text_, token_.at + token_.size).size > 0;
  if (calculates && token_.value == 10 && raised) {  // "6.18 10^-9"
    const int right = power();
    return node(Op::multiply, at, 0, {left, right});
  }
  if (!calculates || !begins_fraction())
    return fail(at, "two numbers stand side by side; put a sign between them.");
  if (choice_.asks)
    return ask(at,
               "is this a number and a fraction to be added, or to be multiplied? Put the sign "
               "between them.");
  if (choice_.takes_second(Choice::mixture)) {
    const int right = power();
    return node(Op::multiply, at, 0, {left, right});
  }
  const Token above = take();
  take();
  const Token below = take();
  return number(formula_.node(left).at, formula_.node(left).value + above.value / below.value);
}

}  // namespace num
