// Words of formulas: names, indicators and functions.
#include <algorithm>
#include <utility>

#include "num/formula_grammar.h"
#include "num/letters.h"

namespace num {
namespace {

// Between a function and what it is applied to: "log of 250".
constexpr std::string_view prepositions[] = {"of", "von", "de", "di"};

// How far numbers lie apart, as programs call it.
constexpr std::string_view spreads[] = {"std", "stdev",    "stddev", "stdevs",
                                        "var", "variance", "sd"};

}  // namespace

int Parser::word(const Token& token) {
  switch (token.meaning.kind) {
    case Word::symbol:
      // Where I names a matrix, I[z > 0] is an indicator all the same.
      if (indicator(token) && compares(token_.at + (token_.sign == '_' ? 1 : 0))) {
        if (token_.sign == '_') take();
        return primary();
      }
      return indexed(node(Op::symbol, token.at, token.meaning.index, {}));
    case Word::bound:
      return node(Op::bound, token.at, token.meaning.index, {});
    case Word::constant:
      return number(token.at, token.meaning.value);
    case Word::family:
      if (token_.sign != '_') return unknown(token);  // "z 2" is z2
      return member(token);
    case Word::function:
      if (static_cast<Function>(token.meaning.index) == Function::sum && token_.sign == '_')
        return over_index(token, Op::total);
      if (static_cast<Function>(token.meaning.index) == Function::product) {
        if (token_.sign == '_') return over_index(token, Op::chain);
        if (!words_.calculation() || !is_letter(text_[token.at]))
          return fail(token.at, "a product needs the name of an index, as in prod_i.");
      }
      if (static_cast<Function>(token.meaning.index) == Function::fraction) return fraction(token);
      return applied(static_cast<Function>(token.meaning.index), token);
    default:
      if (!words_.calculation() && (token_.sign == '(' || token_.sign == '[')) {
        if (token.key == "H" || token.key == "u" || token.key == "U")
          return applied(Function::heaviside, token);
        if (token.key == "t") return applied(Function::transpose, token);
      }
      if (!indicator(token)) return unknown(token);
      if (token_.sign == '_') take();
      return primary();
  }
}

// I[z > 0] and the like.
bool Parser::indicator(const Token& token) const {
  return !words_.calculation() &&
         (token.key == "I" || lower(token.key) == "ind" || lower(token.key) == "indicator") &&
         (token_.sign == '[' || token_.sign == '(' || token_.sign == '{' || token_.sign == '_');
}

int Parser::unknown(const Token& token) {
  // "W 2", as a formula is copied from a page, is W2.
  if (!words_.calculation() && token_.sign == Token::number) {
    const std::string number(text_.substr(token_.at, token_.size));
    const Word whole = words_.find(token.key + number);
    if (whole.kind == Word::symbol) {
      take();
      return indexed(node(Op::symbol, token.at, whole.index, {}));
    }
  }
  if (token.key == "lg")
    return fail(token.at, "lg may stand for log10 or for log2: write the one that you mean.");
  const std::string name = quoted(token) + " is not known; ";
  if (words_.calculation() && is_one_of(token.text, spreads))
    return fail(token.at, name +
                              "programs part over whether it divides by n or by n − 1. Write the "
                              "calculation out, or give the number.");
  if (words_.calculation())
    return fail(token.at,
                name +
                    "there are ln, log, exp, sqrt, abs, log2, log10, sum, mean, max, min, "
                    "len, prod, e and pi.");
  return fail(token.at, name + (names_.empty() ? "there are no names here."
                                               : "the names here are " + names_ + "."));
}

int Parser::fraction(const Token& name) {
  if (token_.sign != '{') return fail(name.at, "\\frac takes two pairs of braces.");
  const int above = bracketed('}');
  if (token_.sign != '{') return fail(name.at, "\\frac takes two pairs of braces.");
  const int below = bracketed('}');
  return node(Op::divide, name.at, 0, {above, below});
}

int Parser::log_to_base(std::size_t at, int x, int b) {
  const auto log = [&](Function f, int argument) {
    return node(Op::call, at, static_cast<int>(f), {argument}, f == Function::log ? 1 : 0);
  };
  if (!fault_.sentence.empty()) return 0;
  const Node& base = formula_.node(b);
  if (base.op == Op::number && base.value == 2) return log(Function::log2, x);
  if (base.op == Op::number && base.value == 10) return log(Function::log10, x);
  const int above = log(Function::log, x);
  return node(Op::divide, at, 0, {above, log(Function::log, b)});
}

// True where "[" comes next, at once, as the bracket of a call: Log[1 + x] and If[z > 0, 1, 0].
bool Parser::calls(Function f) const {
  if (token_.sign != '[' || words_.calculation() || token_.at == 0 ||
      !is_letter(text_[token_.at - 1]))
    return false;
  // A list of one value is that value; of several it is a matrix, where one value is wanted.
  int open = 0;
  for (std::size_t at = token_.at; at < text_.size(); ++at) {
    const char c = text_[at];
    open += deeper(c);
    if (open == 0) return true;
    if (open == 1 && (c == ',' || c == ';')) return most_arguments(f) > 1;
    if (open == 2 && c == '[' && at == token_.at + 1) return false;
  }
  return true;
}

// `f`, written as `name`, of its argument, which comes next.
int Parser::applied(Function f, const Token& name) {
  const char* spelled = num::name(f);
  if (f == Function::log && lower(name.key) == "log") spelled = "log";
  const std::string call = spelled;
  int base = -1, times = 0;
  if (f == Function::log && token_.sign == '_') base = subscript();
  if (!words_.calculation() && name.sign == Token::word && token_.sign == Token::raised &&
      token_.value > 0) {
    times = static_cast<int>(take().value);
  } else if (!words_.calculation() && name.sign == Token::word && token_.sign == '^') {
    const Token hat = take();
    const bool braces = token_.sign == '{';
    if (braces) take();
    if (token_.sign != Token::number || (token_.value != 2 && token_.value != 3))
      return fail(name.at, call + " needs brackets: " + call + "(...).");
    times = static_cast<int>(take().value);
    if (braces) close('}', hat);
  }
  const bool of = token_.sign == Token::word && is_one_of(lower(token_.key), prepositions);
  if (of) take();
  if (token_.sign == Token::end)
    return fail(name.at, call + " needs " + (words_.calculation() ? "a number" : "something") +
                             " to apply to: " + call + "(...).");
  const bool brackets = token_.sign == '(' || token_.sign == '{' ||
                        (token_.sign == '[' && words_.calculation()) || calls(f);
  std::vector<int> arguments;
  if (words_.calculation() && takes_list(f)) {
    // Of a sign for a sum the brackets are not its own: "Σ (ŷ − y)".
    const bool own = brackets && (is_letter(text_[name.at]) || f != Function::sum);
    if (!own)
      return fail(name.at,
                  "what this is taken of is not known; put its numbers in brackets, as in " + call +
                      "(3, 5).");
    arguments = {list_of(f, name)};
  } else if (words_.calculation() && token_.sign == '[' && is_list(token_.at)) {
    arguments = {list_literal()};
  } else if (brackets) {
    arguments = list(f);
  } else {
    arguments = {reach(of)};
    if (of && choice_.asks && (token_.sign == '+' || token_.sign == '-'))
      return ambiguous(token_.at, spelled);
  }
  bare_ = brackets ? nullptr : spelled;
  if (f == Function::log && arguments.size() == 2) {
    if (call == "ln") return fail(name.at, "ln takes one number; log(x, b) has the base b.");
    base = arguments.back();
    arguments.pop_back();
  }
  int result =
      base >= 0 ? log_to_base(name.at, arguments[0], base) : called(f, name, std::move(arguments));
  if (times == 0) return result;
  const int exponent = number(name.at, times);
  return node(Op::each_power, name.at, 0, {result, exponent});
}

void Parser::entrywise(int i) {
  if (!fault_.sentence.empty()) return;
  Node& n = formula_.nodes[static_cast<std::size_t>(i)];
  if (n.op == Op::multiply) n.which = starred;
  if (n.op == Op::call && !is_entrywise(static_cast<Function>(n.which))) return;
  for (const int part : std::vector<int>(n.parts))
    if (part >= 0) entrywise(part);
}

bool Parser::chooses(int i) const {
  if (!fault_.sentence.empty() || i < 0) return false;
  if (std::find(choices_.begin(), choices_.end(), i) != choices_.end()) return true;
  const std::vector<int>& parts = formula_.node(i).parts;
  return std::any_of(parts.begin(), parts.end(), [this](int part) { return chooses(part); });
}

int Parser::called(Function f, const Token& name, std::vector<int> arguments) {
  const auto both = [&](Op op, int which) {
    if (arguments.size() < 2) return fail(name.at, quoted(name) + " takes two values.");
    return node(op, name.at, which, {arguments[0], arguments[1]});
  };
  switch (f) {
    case Function::where: {
      if (arguments.size() < 3)
        return fail(name.at, "where takes a condition and two values: where(z > 0, 1, 0).");
      // A condition is used twice: one within another would double what is there at every level.
      if (chooses(arguments[0]))
        return fail(name.at, "a condition cannot stand within another one.");
      const int held = node(Op::each_multiply, name.at, 0, {arguments[0], arguments[1]});
      const int one = number(name.at, 1);
      const int not_held = node(Op::subtract, name.at, 0, {one, arguments[0]});
      const int other = node(Op::each_multiply, name.at, 0, {not_held, arguments[2]});
      choices_.push_back(node(Op::add, name.at, 0, {held, other}));
      return choices_.back();
    }
    case Function::outer: {
      if (arguments.size() < 2) return fail(name.at, quoted(name) + " takes two values.");
      const int turned = node(Op::transpose, name.at, 0, {arguments[1]});
      return node(Op::multiply, name.at, 0, {arguments[0], turned});
    }
    case Function::quotient:
      return both(Op::divide, 0);
    case Function::difference:
      return both(Op::subtract, 0);
    case Function::plus:
      return both(Op::add, 0);
    case Function::raise:
      return both(Op::each_power, 0);
    case Function::greater:
      return both(Op::compare, static_cast<int>(Order::greater));
    case Function::at_least:
      return both(Op::compare, static_cast<int>(Order::at_least));
    case Function::less:
      return both(Op::compare, static_cast<int>(Order::less));
    case Function::at_most:
      return both(Op::compare, static_cast<int>(Order::at_most));
    case Function::negative:
      return node(Op::negate, name.at, 0, {arguments[0]});
    case Function::square: {
      const int two = number(name.at, 2);
      return node(Op::each_power, name.at, 0, {arguments[0], two});
    }
    case Function::logaddexp: {
      if (arguments.size() < 2) return fail(name.at, quoted(name) + " takes two values.");
      const auto powered = [&](int x) {
        return node(Op::call, name.at, static_cast<int>(Function::exp), {x});
      };
      const int a = powered(arguments[0]), b = powered(arguments[1]);
      const int sum = node(Op::add, name.at, 0, {a, b});
      return node(Op::call, name.at, static_cast<int>(Function::log), {sum}, 1);
    }
    case Function::transpose:
      return node(Op::call, name.at, static_cast<int>(f), {arguments[0]});
    case Function::dot:
      return both(Op::multiply, 0);
    case Function::hadamard:
      return both(Op::each_multiply, 0);
    case Function::diag:
      // Columns on a diagonal go entry by entry: diag(a(1 − a)) says diag(a ⊙ (1 − a)).
      entrywise(arguments[0]);
      break;
    case Function::heaviside:
      return node(Op::call, name.at, static_cast<int>(Function::step), {arguments[0]});
    default:
      break;
  }
  const bool as_log = f == Function::log && lower(name.key) == "log";
  return node(Op::call, name.at, static_cast<int>(f), std::move(arguments), as_log ? 1 : 0);
}

}  // namespace num
