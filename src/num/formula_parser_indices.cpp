// Subscripts of formulas, and sums and products over an index.
#include <algorithm>
#include <utility>

#include "num/formula_grammar.h"
#include "num/letters.h"

namespace num {

// `base`, or its entry where a subscript follows. The number of an example that no sum runs over
// says nothing about the value.
int Parser::indexed(int base) {
  if (token_.sign != '_') return base;
  const std::size_t at = token_.at;
  const bool example = !token_.key.empty() ? words_.find(token_.key).kind == Word::unknown
                                           : example_size(at + token_.size) > 0;
  if (example) {
    if (take().key.empty()) example_number();
    const Node& n = formula_.nodes.empty() ? Node{} : formula_.node(base);
    if (n.op != Op::symbol || !words_.is_counted(n.which)) return base;
    const int rival = number(at, 2);
    return node(Op::entry, at, 0, {base, rival});
  }
  const int index = subscript();
  return node(Op::entry, at, 0, {base, index});
}

// z_2, and z_{2,1}, its first entry.
int Parser::member(const Token& name) {
  const Token line = token_;
  if (!line.key.empty() || char_at(text_, line.at + line.size) != '{')
    return node(Op::family, name.at, name.meaning.index, {subscript()});
  take();
  const Commas commas = std::exchange(place_.commas, Commas::between);
  const Token open = take();
  if (const int digits = static_cast<int>(token_.value);
      token_.sign == Token::number && digits >= 11 && digits <= 99 && digits == token_.value &&
      char_at(text_, token_.at + token_.size) == '}') {
    // "z_{21}" is the first entry of z_2, where no family has so many members.
    const int first = number(take().at, digits / 10);
    const int whole = node(Op::family, name.at, name.meaning.index, {first});
    const int last = number(open.at, digits % 10);
    place_.commas = commas;
    close('}', open);
    return node(Op::entry, line.at, 0, {whole, last});
  }
  const int column = node(Op::family, name.at, name.meaning.index, {sum()});
  int entry = -1;
  if (token_.sign == ',') {
    take();
    entry = sum();
  }
  place_.commas = commas;
  close('}', open);
  return entry < 0 ? column : node(Op::entry, line.at, 0, {column, entry});
}

// What stands below the line, which comes next.
int Parser::subscript() {
  const Token line = take();
  if (!line.key.empty()) {
    const Word w = words_.find(line.key);
    if (w.kind == Word::bound) return node(Op::bound, line.at, w.index, {});
    if (w.kind == Word::symbol) return node(Op::symbol, line.at, w.index, {});
    if (line.key.size() == 1 && is_digit(line.key[0])) return number(line.at, line.key[0] - '0');
    return fail(line.at, quoted(line) + " is the number of nothing here.");
  }
  if (token_.sign == '{') return bracketed('}');
  return primary();
}

int Parser::over_index(const Token& name, Op op) {
  if (slots_ == 4)
    return fail(name.at, "no more than four sums or products may stand within each other.");
  const Place around = std::exchange(place_, {Commas::between, true});
  const Token line = take();
  const bool braces = line.key.empty() && token_.sign == '{';
  if (braces) take();
  const Token index = line.key.empty() ? take() : line;
  if (index.key.empty() || (line.key.empty() && index.sign != Token::word))
    return fail(index.at, op == Op::total ? "a sum needs the name of an index, as in sum_i."
                                          : "a product needs the name of an index, as in prod_i.");
  int first = -1, last = -1, left_out = -1;
  const char* const endless =
      "how many terms this has is not known; write its ends, as in sum_{j=1}^3.";
  if (words_.calculation() && token_.sign != '=') return fail(name.at, endless);
  if (braces && (token_.sign == '=' || token_.sign == Token::unequal)) {
    const char how = take().sign;
    (how == '=' ? first : left_out) = sum();
    if (how == '=' && token_.sign == ',') left_out = but(index);
  } else if (token_.sign == Token::unequal) {
    take();
    left_out = primary();
  } else if (token_.sign == '=') {
    // Without braces, what stands above the line begins at the next "^".
    take();
    first = primary();
    while (token_.sign == '+' || token_.sign == '-') {
      const Token sign = take();
      const int more = primary();
      first = node(sign.sign == '+' ? Op::add : Op::subtract, sign.at, 0, {first, more});
    }
  } else if (braces && (token_.sign == '>' || token_.sign == Token::at_least)) {
    const Token beyond = take();
    first = sum();
    if (beyond.sign == '>') {
      const int one = number(beyond.at, 1);
      first = node(Op::add, beyond.at, 0, {first, one});
    }
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
  if (words_.calculation() && (last < 0 || left_out >= 0)) fail(name.at, endless);
  place_ = around;
  reread();
  ++slots_;
  const int body = op == Op::total ? product() : factors(name, slots_ - 1);
  --slots_;
  words_.release();
  reread();
  return node(op, name.at, slots_, {body, first, last, left_out});
}

// ", j ≠ y" behind "j = 1", where the comma comes next.
int Parser::but(const Token& index) {
  take();
  const Token again = take();
  if (again.key != index.key || token_.sign != Token::unequal) return stray();
  take();
  return sum();
}

bool Parser::numbers(int slot, int part) const {
  const Node& n = formula_.node(part);
  if (n.op == Op::bound && n.which == slot) return true;
  return std::any_of(n.parts.begin(), n.parts.end(),
                     [&](int p) { return p >= 0 && numbers(slot, p); });
}

int Parser::factors(const Token& name, int slot) {
  const bool bracket = token_.sign == '(' || token_.sign == '[' || token_.sign == '{';
  int body = signed_power();
  if (!fault_.sentence.empty() || (bracket && numbers(slot, body))) return body;
  // Where the factors of the product end, to come back to.
  Token behind = token_;
  std::size_t nodes = formula_.nodes.size();
  int own = body;
  while (token_.sign == '*' || starts_factor()) {
    const std::size_t at = token_.at;
    if (token_.sign == '*') take();
    const int factor = signed_power();
    if (!fault_.sentence.empty()) return 0;
    body = node(Op::multiply, at, 0, {body, factor});
    if (!numbers(slot, factor)) continue;
    behind = token_;
    nodes = formula_.nodes.size();
    own = body;
  }
  if (!fault_.sentence.empty()) return 0;
  // "(∏_t D_t W)" has a bracket of its own, and is all that stands in it.
  std::size_t before = name.at;
  while (before > 0 && text_[before - 1] == ' ') --before;
  const char opens = before > 0 ? text_[before - 1] : ' ';
  const bool alone = (opens == '(' && token_.sign == ')') || (opens == '[' && token_.sign == ']') ||
                     (opens == '{' && token_.sign == '}');
  if (alone) return body;
  token_ = behind;
  formula_.nodes.resize(nodes);
  return own;
}

// Reads the current token anew, with the words that are known at this point.
void Parser::reread() {
  if (!fault_.sentence.empty() || token_.sign == Token::end) return;
  token_ = token_at(text_, token_.at, words_, place_, choice_);
  if (token_.sign == Token::unreadable)
    token_.asks ? ask(token_.at, token_.error) : fail(token_.at, token_.error);
}

}  // namespace num
