// Signs, products and powers of formulas.
#include "num/formula_parser.h"

#include "num/formula_grammar.h"
#include "num/letters.h"
#include "num/utf8.h"

namespace num {
namespace {

bool is_product_sign(char sign) {
  return sign == '*' || sign == '/' || sign == Token::each_times || sign == Token::each_over ||
         sign == Token::outer;
}

Op product_op(char sign) {
  if (sign == '/' || sign == Token::each_over) return Op::divide;
  return sign == Token::each_times ? Op::each_multiply : Op::multiply;
}

}  // namespace

Parser::Parser(const PlainText& text, std::size_t from, std::size_t end, Words words,
               const std::string& names, Choice choice)
    : plain_(text),
      text_(std::string_view(text.text).substr(0, end)),
      words_(std::move(words)),
      names_(names),
      choice_(choice) {
  token_.at = from;
  take();
}

Parsed Parser::run() {
  if (token_.sign == Token::end && fault_.sentence.empty())
    return {
        {},
        {words_.calculation() ? "Type a number or a calculation, such as ln 2." : "Type a formula.",
         0}};
  if (token_.sign == Token::each_times) leading();
  formula_.root = sum();
  positive();
  if (token_.sign == ')') fail(token_.at, "this bracket closes none that was opened.");
  if (token_.sign != Token::end) stray();
  if (!fault_.sentence.empty()) return {{}, fault_};
  for (Node& n : formula_.nodes) n.at = plain_.origin(n.at);
  formula_.families = words_.families();
  return {std::move(formula_), {}};
}

// "> 0" behind all of a formula is a remark on its value.
void Parser::positive() {
  const Op op = formula_.nodes.empty() ? Op::symbol : formula_.node(formula_.root).op;
  const bool plain = op == Op::symbol || op == Op::number || op == Op::entry;
  const bool above = token_.sign == '>' || token_.sign == Token::at_least;
  if (!above || plain || words_.calculation() || !fault_.sentence.empty()) return;
  const std::string_view rest = text_.substr(token_.at + token_.size);
  if (rest.find_first_not_of(" 0.$") != rest.npos || rest.find('0') == rest.npos) return;
  while (token_.sign != Token::end && fault_.sentence.empty()) take();
}

// Steps to the next token and returns the one that was left.
Token Parser::take() {
  Token left = token_;
  if (fault_.sentence.empty())
    token_ = token_at(text_, token_.at + token_.size, words_, place_, choice_);
  if (token_.sign == Token::unreadable)
    token_.asks ? ask(token_.at, token_.error) : fail(token_.at, token_.error);
  return left;
}

int Parser::fail(std::size_t at, const std::string& sentence) {
  if (!fault_.sentence.empty()) return 0;
  fault_ = {placed(plain_.typed, plain_.origin(at), sentence), plain_.origin(at)};
  token_ = Token{};
  return 0;
}

int Parser::stray() { return fail(token_.at, quoted(token_) + " cannot stand here."); }

std::string Parser::quoted(const Token& token) const {
  return "\"" + plain_.quoted(token.at, token.size) + "\"";
}

int Parser::node(Op op, std::size_t at, int which, std::vector<int> parts, double value) {
  if (formula_.nodes.size() >= most_nodes) return fail(at, "this formula is too long.");
  formula_.nodes.push_back({op, at, value, which, std::move(parts)});
  return static_cast<int>(formula_.nodes.size()) - 1;
}

int Parser::number(std::size_t at, double value) { return node(Op::number, at, 0, {}, value); }

bool Parser::indicates() const {
  const std::size_t next = token_.at + token_.size;
  return token_.sign == Token::number && token_.value == 1 &&
         compares(next + (char_at(text_, next) == '_' ? 1 : 0));
}

bool Parser::starts_factor() const {
  return token_.sign == Token::number || token_.sign == Token::word || token_.sign == '(' ||
         token_.sign == '[' || token_.sign == '{' || token_.sign == Token::root ||
         (token_.sign == '|' && bars_ == 0) || (token_.sign == Token::bars && norms_ == 0);
}

void Parser::leading() {
  formula_.elementwise = true;
  take();
}

int Parser::sum() {
  int left = product();
  while (token_.sign == '+' || token_.sign == '-') {
    const Token sign = take();
    const int right = product();
    left = node(sign.sign == '+' ? Op::add : Op::subtract, sign.at, 0, {left, right});
  }
  return left;
}

int Parser::product() {
  bare_ = nullptr;
  bool by_entries = false;
  int left = signed_power();
  while (is_product_sign(token_.sign) || starts_factor()) {
    const char* before = bare_;
    bare_ = nullptr;
    const std::size_t at = token_.at;
    const bool written = is_product_sign(token_.sign);
    const bool asterisk = char_at(text_, at) == '*';
    const char sign = written ? take().sign : ' ';
    const bool applies = token_.sign == Token::word && token_.meaning.kind == Word::function;
    if (before && token_.sign != Token::end && !applies && choice_.asks)
      return ambiguous(at, before);
    if (written && token_.sign == Token::end && sign == Token::each_times) {
      formula_.elementwise = true;
      return left;
    }
    if (!written && token_.sign == Token::number && !indicates()) {
      left = side_by_side(left, at);
      continue;
    }
    int right = signed_power();
    if (sign == Token::outer) right = node(Op::transpose, at, 0, {right});
    const Op op = written ? product_op(sign) : Op::multiply;
    by_entries = by_entries || op == Op::each_multiply;
    const bool row = by_entries && (op == Op::each_multiply || op == Op::multiply);
    // Lists of calculations go number by number, whatever the sign between them.
    const bool by_numbers = asterisk || words_.calculation();
    if (words_.calculation() && op == Op::multiply && repeats(left, right))
      return fail(at, "does this repeat the list, or multiply its numbers? Write them out.");
    left = node(op, at, by_numbers ? starred : 0, {left, right}, row ? within_row : 0);
  }
  return left;
}

int Parser::signed_power() {
  if (depth_ == deepest_formula) return fail(token_.at, "this is nested too deeply.");
  ++depth_;
  int result = 0;
  if (token_.sign == '-') {
    const Token sign = take();
    result = signed_power();
    result = node(Op::negate, sign.at, 0, {result});
  } else if (token_.sign == '+') {
    take();
    result = signed_power();
  } else {
    result = power();
  }
  --depth_;
  return result;
}

int Parser::power() {
  int base = postfix();
  if (token_.sign != '^' && token_.sign != Token::each_power) return base;
  const Token sign = take();
  if (example_number()) return base;
  if (transposes()) return raised(node(Op::transpose, take().at, 0, {base}));
  const bool braces = token_.sign == '{';
  if (braces) take();
  if (braces && transposes() && behind_token() == '}') {
    const int turned = node(Op::transpose, take().at, 0, {base});
    close('}', sign);
    return raised(turned);
  }
  const int exponent = braces ? sum() : signed_power();
  if (braces) close('}', sign);
  if (is_norm(base)) base = normed(base);  // "‖x‖^2_2"
  return node(sign.sign == '^' ? Op::power : Op::each_power, sign.at, 0, {base, exponent});
}

// What stands behind the next token, blanks skipped.
char Parser::behind_token() const {
  std::size_t at = token_.at + token_.size;
  while (char_at(text_, at) == ' ') ++at;
  return char_at(text_, at);
}

// "^t" is a transpose where t is no name.
bool Parser::transposes() const {
  if (token_.sign == Token::transposed) return true;
  if (token_.sign == Token::word && token_.meaning.kind == Word::symbol)
    return words_.transposes(token_.meaning.index);
  return token_.sign == Token::word && token_.meaning.kind == Word::unknown &&
         (token_.key == "t" || lower(token_.key) == "tr");
}

// A transpose may be followed by a power or by another transpose.
int Parser::raised(int base) {
  while (token_.sign == Token::transposed) base = node(Op::transpose, take().at, 0, {base});
  return base;
}

// "i" above or below the line says which example is meant, and nothing about the value.
std::size_t Parser::example_size(std::size_t at) const {
  const std::size_t from = at;
  const bool braces = char_at(text_, at) == '{';
  if (braces) ++at;
  const bool brackets = char_at(text_, at) == '(';
  if (brackets) ++at;
  const std::string letter(text_.substr(at, 1));
  if (letter != "i" && letter != "j" && letter != "k" && letter != "n") return 0;
  const Word w = words_.find(letter);
  const bool bound = w.kind == Word::bound && words_.counts_examples();
  // Where I is a matrix, i is still the number of an example.
  const bool name = letter == "i" ? words_.has(letter) : w.kind != Word::unknown;
  if (name && !bound) return 0;
  ++at;
  if (brackets && char_at(text_, at++) != ')') return 0;
  if (braces) return char_at(text_, at) == '}' ? at + 1 - from : 0;
  const char next = char_at(text_, at);
  return brackets || !(is_letter(next) || is_digit(next) || next == '_') ? at - from : 0;
}

bool Parser::example_number() {
  const std::size_t size = fault_.sentence.empty() ? example_size(token_.at) : 0;
  if (size == 0) return false;
  token_.size = size;
  take();
  return true;
}

int Parser::postfix() {
  int base = primary();
  for (;;) {
    if (token_.sign == Token::transposed) {
      base = node(Op::transpose, take().at, 0, {base});
    } else if (token_.sign == Token::percent) {
      const Token sign = take();
      const int hundred = number(sign.at, 100);
      return node(Op::divide, sign.at, 0, {base, hundred});
    } else if (token_.sign == Token::raised) {
      const Token sign = take();
      if (is_norm(base)) base = normed(base);  // "‖x‖²₂"
      const int exponent = number(sign.at, sign.value);
      base = node(Op::power, sign.at, 0, {base, exponent});
    } else if (token_.sign == '_' && token_.key.empty() &&
               example_size(token_.at + token_.size) > 0) {
      take();
      example_number();
    } else if (token_.sign == '_' && fault_.sentence.empty() && !words_.calculation() &&
               formula_.node(base).op != Op::number) {
      const std::size_t at = token_.at;
      const int index = subscript();
      base = node(Op::entry, at, 0, {base, index});
    } else {
      return base;
    }
  }
}

int Parser::primary() {
  switch (token_.sign) {
    case Token::number: {
      const bool indicator = indicates();
      const Token token = take();
      if (indicator && token_.sign == '_') take();
      return indicator ? primary() : number(token.at, token.value);
    }
    case Token::word:
      return word(take());
    case Token::root: {
      const int value = applied(Function::sqrt, take());
      bare_ = nullptr;  // the sign itself shows how far it reaches
      return value;
    }
    case '(':
      return bracketed(')');
    case '{':
      return bracketed('}');
    case '[':
      if (!words_.calculation()) return square();
      return is_list(token_.at) ? list_literal() : bracketed(']');
    case '|':
      return between('|', bars_, Function::abs);
    case Token::bars:
      return between(Token::bars, norms_, Function::norm);
    case Token::end:
      return fail(token_.at, words_.calculation() ? "a number is missing at the end."
                                                  : "something is missing at the end.");
    default:
      return fail(token_.at, std::string(words_.calculation() ? "a number" : "something") +
                                 " is missing before " + quoted(token_) + ".");
  }
}

std::string placed(std::string_view text, std::size_t at, const std::string& sentence) {
  return "At character " + std::to_string(characters(text.substr(0, at)) + 1) + ": " + sentence;
}

std::optional<Fault> too_long(std::string_view typed) {
  constexpr std::size_t largest_character = 4;  // bytes
  if (typed.size() <= longest_formula) return std::nullopt;
  if (typed.size() <= largest_character * longest_formula && characters(typed) <= longest_formula)
    return std::nullopt;
  return Fault{"This is longer than 1000 characters.", longest_formula};
}

Parsed parse_formula(const PlainText& text, std::size_t from, Words words, const std::string& names,
                     std::size_t end, Choice choice) {
  return Parser(text, from, end, std::move(words), names, choice).run();
}

}  // namespace num
