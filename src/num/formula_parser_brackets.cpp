// Brackets of formulas: round ones, comparisons, lines, literals and lists of arguments.
#include <algorithm>
#include <utility>

#include "num/formula_grammar.h"
#include "num/letters.h"

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
    if (choice_.asks && words_.calculation())
      ask(open.at, "this bracket is not closed.");
    else if (choice_.asks)
      fail(open.at, "this bracket is not closed.");
  } else if (token_.sign != sign) {
    stray();
  } else {
    take();
  }
}

// What stands between an opening token, which comes next, and `closing`: a sum or a comparison.
int Parser::bracketed(char closing) {
  const Commas commas = std::exchange(place_.commas, Commas::decimal);
  const int bars = std::exchange(bars_, 0), norms = std::exchange(norms_, 0);
  const Token open = take();
  const int value = comparison();
  bare_ = nullptr;
  bars_ = bars;
  norms_ = norms;
  place_.commas = commas;
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
  if (words_.calculation() || at >= text_.size() || !opens(text_[at])) return false;
  // "1_{\{z > 0\}}" has two pairs.
  if (compares(at + 1)) return true;
  for (int open = 0; at < text_.size(); ++at) {
    const std::string_view rest = text_.substr(at);
    open += deeper(rest[0]);
    if (open == 0) return false;
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
  const int lines = node(Op::call, first.at, static_cast<int>(function), {value});
  return function == Function::norm ? normed(lines) : lines;
}

bool Parser::is_norm(int i) const {
  const Node& n = formula_.node(i);
  return n.op == Op::call && n.which == static_cast<int>(Function::norm);
}

// ‖x‖_1 is the sum of sizes; 2 and F below the line say what a norm is anyway.
int Parser::normed(int lines) {
  if (token_.sign != '_' || !fault_.sentence.empty()) return lines;
  std::string kind = token_.key;
  std::size_t size = token_.size;
  if (kind.empty()) {
    const std::size_t at = token_.at + token_.size;
    const bool braces = char_at(text_, at) == '{';
    kind = text_.substr(at + (braces ? 1 : 0), 1);
    if (braces && char_at(text_, at + 2) != '}') return lines;
    size += braces ? 3 : 1;
  }
  if (kind != "1" && kind != "2" && kind != "F") return lines;
  const std::size_t at = token_.at;
  token_.size = size;
  take();
  if (kind != "1") return lines;
  const int value = formula_.node(lines).parts[0];
  const int sizes = node(Op::call, at, static_cast<int>(Function::abs), {value});
  return node(Op::call, at, static_cast<int>(Function::sum), {sizes});
}

// [z > 0], [1, 2; 3, 4] or [[1, 2], [3, 4]].
int Parser::square() {
  const Commas commas = std::exchange(place_.commas, Commas::between);
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
  place_.commas = commas;
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

// How the comma of "log(250,2)" is meant, with the bracket at byte `at`: between a number and its
// base, or as that of a decimal number.
Parser::Comma Parser::comma_of_log(std::size_t at) const {
  int open = 0;
  std::size_t comma = at;
  for (; comma < text_.size(); ++comma) {
    const char c = text_[comma];
    open += deeper(c);
    if (open == 0) return Comma::decimal;
    if (open == 1 && c == ';') return Comma::separates;
    if (open == 1 && c == ',') break;
  }
  std::size_t from = comma, to = comma + 1;
  while (is_digit(char_at(text_, to))) ++to;
  while (from > at && is_digit(text_[from - 1])) --from;
  const std::string_view before = text_.substr(from, std::min(comma, text_.size()) - from);
  const std::string_view after = text_.substr(std::min(comma + 1, text_.size()), to - comma - 1);
  if (after.empty()) return comma < text_.size() ? Comma::separates : Comma::decimal;
  const bool whole = char_at(text_, to) == ')' && (after == "2" || after == "10");
  if (!whole || before == "0") return Comma::decimal;
  return before.size() == 1 && from == at + 1 ? Comma::asks : Comma::separates;
}

// The arguments in brackets, no more than `f` takes; log may take a base.
std::vector<int> Parser::list(Function f) {
  const Comma comma = f == Function::log ? comma_of_log(token_.at) : Comma::decimal;
  if (comma == Comma::asks && choice_.asks) {
    const std::string inner = plain_.quoted(token_.at, text_.find(')', token_.at) + 1 - token_.at);
    return {ask(token_.at, "is the comma in log" + inner +
                               " a decimal comma or before a base? Write a decimal point, or a "
                               "blank behind the comma.")};
  }
  const bool gathers = takes_list(f) && is_parted(token_.at);
  const auto most =
      gathers ? most_in_list : static_cast<std::size_t>(f == Function::log ? 2 : most_arguments(f));
  const char closing = token_.sign == '{' ? '}' : token_.sign == '[' ? ']' : ')';
  const bool parts =
      comma == Comma::separates || (comma == Comma::asks && choice_.takes_second(Choice::comma));
  if (most == 1 || (f == Function::log && !parts)) return {bracketed(closing)};
  const Commas commas = std::exchange(place_.commas, Commas::between);
  const int bars = std::exchange(bars_, 0);
  const Token open = take();
  std::vector<int> arguments = {comparison()};
  while (token_.sign == ',' || token_.sign == ';') {
    take();
    arguments.push_back(comparison());
  }
  bare_ = nullptr;
  place_.commas = commas;
  bars_ = bars;
  close(closing, open);
  if (arguments.size() > most)
    fail(open.at, gathers     ? "a list has 100 numbers at most."
                  : most == 2 ? "this takes one or two values."
                              : "this takes three values.");
  return gathers ? gathered(f, open, std::move(arguments)) : arguments;
}

}  // namespace num
