// Brackets, words, sums over an index and functions of formulas.
#include <utility>

#include "num/formula_grammar.h"

namespace num {
namespace {

std::optional<Order> order(char sign) {
  switch (sign) {
    case '<':
      return Order::less;
    case '>':
      return Order::greater;
    case '=':
      return Order::equal;
    case Token::at_most:
      return Order::at_most;
    case Token::at_least:
      return Order::at_least;
    case Token::unequal:
      return Order::unequal;
    default:
      return std::nullopt;
  }
}

}  // namespace

void Parser::close(char sign, const Token& open) {
  if (token_.sign == Token::end) {
    fail(open.at, "this bracket is not closed.");
  } else if (token_.sign != sign) {
    stray();
  } else {
    take();
  }
}

// What stands between an opening token, which comes next, and `closing`: a sum or a comparison.
int Parser::bracketed(char closing) {
  const bool separated = std::exchange(separating_, false);
  const int bars = std::exchange(bars_, 0), norms = std::exchange(norms_, 0);
  const Token open = take();
  const int value = comparison();
  bare_ = nullptr;
  bars_ = bars;
  norms_ = norms;
  separating_ = separated;
  close(closing, open);
  return value;
}

int Parser::comparison() {
  const int left = sum();
  const auto how = order(token_.sign);
  if (!how || words_.calculation()) return left;
  const Token sign = take();
  const int right = sum();
  return node(Op::compare, sign.at, static_cast<int>(*how), {left, right});
}

bool Parser::compares(std::size_t at) const {
  while (at < text_.size() && text_[at] == ' ') ++at;
  if (words_.calculation() || at >= text_.size() ||
      std::string_view("([{").find(text_[at]) == std::string_view::npos)
    return false;
  for (int open = 0; at < text_.size(); ++at) {
    const std::string_view rest = text_.substr(at);
    if (std::string_view("([{").find(rest[0]) != std::string_view::npos) ++open;
    if (std::string_view(")]}").find(rest[0]) != std::string_view::npos && --open == 0)
      return false;
    if (open != 1) continue;
    if (rest[0] == '<' || rest[0] == '>' || rest[0] == '=') return true;
    for (const std::string_view sign : {"≤", "≥", "≠", "\\le", "\\ge", "\\ne", "!="})
      if (rest.substr(0, sign.size()) == sign && rest.substr(0, 5) != "\\left") return true;
  }
  return false;
}

int Parser::between(char sign, int& open, Function function) {
  const Token first = take();
  ++open;
  const int value = sum();
  bare_ = nullptr;
  --open;
  if (token_.sign != sign) return fail(first.at, "this line is not closed by a second one.");
  take();
  return node(Op::call, first.at, static_cast<int>(function), {value});
}

// [z > 0], [1, 2; 3, 4] or [[1, 2], [3, 4]].
int Parser::square() {
  const bool separated = std::exchange(separating_, true);
  const int bars = std::exchange(bars_, 0);
  const Token open = take();
  std::vector<int> entries;
  std::size_t rows = 1, width = 0, in_row = 0;
  bool nested = true;
  do {
    nested = nested && token_.sign == '[';
    entries.push_back(comparison());
    ++in_row;
    if (token_.sign == ';' || token_.sign == ']') {
      if (width == 0) width = in_row;
      if (in_row != width) fail(token_.at, "the rows of a matrix have the same length.");
      in_row = 0;
      rows += token_.sign == ';' ? 1 : 0;
    }
  } while ((token_.sign == ',' || token_.sign == ';') && take().sign != Token::end);
  bare_ = nullptr;
  separating_ = separated;
  bars_ = bars;
  close(']', open);
  if (!fault_.sentence.empty()) return 0;
  if (entries.size() == 1) return entries[0];
  return nested && rows == 1 ? stacked(open, entries)
                             : node(Op::matrix, open.at, static_cast<int>(rows), entries);
}

// Rows in brackets of their own, one below the other.
int Parser::stacked(const Token& open, const std::vector<int>& rows) {
  std::vector<int> entries;
  for (const int row : rows) {
    const Node& n = formula_.node(row);
    if (n.op != Op::matrix) {
      entries.push_back(row);
      continue;
    }
    if (n.which != 1) return fail(n.at, "this row of a matrix has rows itself.");
    entries.insert(entries.end(), n.parts.begin(), n.parts.end());
  }
  if (entries.size() % rows.size() != 0)
    return fail(open.at, "the rows of a matrix have the same length.");
  return node(Op::matrix, open.at, static_cast<int>(rows.size()), entries);
}

int Parser::word(const Token& token) {
  switch (token.meaning.kind) {
    case Word::symbol:
      return indexed(node(Op::symbol, token.at, token.meaning.index, {}));
    case Word::bound:
      return node(Op::bound, token.at, token.meaning.index, {});
    case Word::constant:
      return number(token.at, token.meaning.value);
    case Word::family:
      if (token_.sign != '_') return unknown(token);
      return node(Op::family, token.at, token.meaning.index, {subscript()});
    case Word::function:
      if (static_cast<Function>(token.meaning.index) == Function::sum && token_.sign == '_')
        return total(token);
      if (static_cast<Function>(token.meaning.index) == Function::fraction) return fraction(token);
      return applied(static_cast<Function>(token.meaning.index), token);
    default:
      return indicator(token) ? primary() : unknown(token);
  }
}

// I[z > 0] and the like.
bool Parser::indicator(const Token& token) const {
  return !words_.calculation() && (token.key == "I" || token.key == "Ind") &&
         (token_.sign == '[' || token_.sign == '(' || token_.sign == '{');
}

int Parser::unknown(const Token& token) {
  const std::string name = "\"" + token.text + "\" is not known; ";
  if (words_.calculation())
    return fail(token.at, name + "there are ln, log, exp, sqrt, abs, log2, log10, e and pi.");
  return fail(token.at, name + (names_.empty() ? "there are no names here."
                                               : "the names here are " + names_ + "."));
}

// `base`, or its entry where a subscript follows. The number of an example that no sum runs over
// says nothing about the value.
int Parser::indexed(int base) {
  if (token_.sign != '_') return base;
  const std::size_t at = token_.at;
  const bool example = !token_.key.empty() ? words_.find(token_.key).kind == Word::unknown
                                           : names_example(at + token_.size);
  if (example) {
    const bool written_out = take().key.empty();
    if (written_out) take();
    return base;
  }
  const int index = subscript();
  return node(Op::entry, at, 0, {base, index});
}

bool Parser::names_example(std::size_t at) const {
  const std::string_view letter = text_.substr(at, 1);
  return (letter == "i" || letter == "n") &&
         words_.find(std::string(letter)).kind == Word::unknown &&
         token_at(text_, at, words_).size == 1;
}

// What stands below the line, which comes next.
int Parser::subscript() {
  const Token line = take();
  if (!line.key.empty()) {
    const Word w = words_.find(line.key);
    if (w.kind == Word::bound) return node(Op::bound, line.at, w.index, {});
    if (w.kind == Word::symbol) return node(Op::symbol, line.at, w.index, {});
    return fail(line.at, "\"" + line.text + "\" is the number of nothing here.");
  }
  if (token_.sign == '{') return bracketed('}');
  return primary();
}

// A sum over an index: Σ_i, Σ_{i=1}^m, Σ_{j≠y}. `name` has been taken, "_" comes next.
int Parser::total(const Token& name) {
  if (slots_ == 4) return fail(name.at, "no more than four sums may stand within each other.");
  const Token line = take();
  const bool braces = line.key.empty() && token_.sign == '{';
  if (braces) take();
  const Token index = line.key.empty() ? take() : line;
  if (index.key.empty() || (line.key.empty() && index.sign != Token::word))
    return fail(index.at, "a sum needs the name of an index, as in sum_i.");
  int first = -1, last = -1, left_out = -1;
  if (braces && (token_.sign == '=' || token_.sign == Token::unequal)) {
    const char how = take().sign;
    (how == '=' ? first : left_out) = sum();
  }
  if (braces) close('}', line);
  const bool upper = token_.sign == '^';
  // The index is known from here on, also to the token that has been read ahead.
  words_.bind(index.key, slots_);
  if (upper) {
    const Token hat = take();
    const bool up_braces = token_.sign == '{';
    if (up_braces) take();
    last = up_braces ? sum() : postfix();
    if (up_braces) close('}', hat);
  }
  reread();
  ++slots_;
  const int body = product();
  --slots_;
  words_.release();
  reread();
  return node(Op::total, name.at, slots_, {body, first, last, left_out});
}

// Reads the current token anew, with the words that are known at this point.
void Parser::reread() {
  if (!fault_.sentence.empty() || token_.sign == Token::end) return;
  token_ = token_at(text_, token_.at, words_, separating_);
  if (token_.sign == Token::unreadable) fail(token_.at, token_.error);
}

int Parser::fraction(const Token& name) {
  if (token_.sign != '{') return fail(name.at, "\\frac takes two pairs of braces.");
  const int above = bracketed('}');
  if (token_.sign != '{') return fail(name.at, "\\frac takes two pairs of braces.");
  const int below = bracketed('}');
  return node(Op::divide, name.at, 0, {above, below});
}

// `f`, written as `name`, of its argument, which comes next.
int Parser::applied(Function f, const Token& name) {
  const char* spelled = num::name(f);
  if (f == Function::log && name.key == "log") spelled = "log";
  const std::string call = spelled;
  int times = 0;
  if (!words_.calculation() && name.sign == Token::word && token_.sign == Token::raised &&
      token_.value > 0) {
    times = static_cast<int>(take().value);
  } else if (!words_.calculation() && name.sign == Token::word && token_.sign == '^') {
    take();
    if (token_.sign != Token::number || (token_.value != 2 && token_.value != 3))
      return fail(name.at, call + " needs brackets: " + call + "(...).");
    times = static_cast<int>(take().value);
  }
  if (token_.sign == Token::end)
    return fail(name.at, call + " needs " + (words_.calculation() ? "a number" : "something") +
                             " to apply to: " + call + "(...).");
  const bool brackets = token_.sign == '(' || (token_.sign == '{' && !words_.calculation());
  std::vector<int> arguments;
  if (brackets) {
    arguments = list(f);
  } else {
    arguments = {signed_power()};
  }
  bare_ = brackets ? nullptr : spelled;
  const int result = node(Op::call, name.at, static_cast<int>(f), std::move(arguments),
                          f == Function::log && call == "log" ? 1 : 0);
  if (times == 0) return result;
  const int exponent = number(name.at, times);
  return node(Op::each_power, name.at, 0, {result, exponent});
}

// The arguments in brackets; only max and min take more than one.
std::vector<int> Parser::list(Function f) {
  if (f != Function::max && f != Function::min) return {bracketed(token_.sign == '{' ? '}' : ')')};
  const bool separated = std::exchange(separating_, true);
  const int bars = std::exchange(bars_, 0);
  const Token open = take();
  std::vector<int> arguments = {sum()};
  while (token_.sign == ',' || token_.sign == ';') {
    take();
    arguments.push_back(sum());
  }
  bare_ = nullptr;
  separating_ = separated;
  bars_ = bars;
  close(open.sign == '{' ? '}' : ')', open);
  if (arguments.size() > 2) fail(open.at, "this takes one or two values.");
  return arguments;
}

}  // namespace num
