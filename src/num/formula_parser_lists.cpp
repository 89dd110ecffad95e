// Lists of numbers, and what is taken of them: mean(3, 5, 7), sum([0.2, 0.4]), max((2; 3)).
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "num/formula_grammar.h"
#include "num/letters.h"

namespace num {
namespace {

constexpr const char* open_commas =
    "do the commas part the numbers of this list, or are some of them decimal commas? Part the "
    "numbers with semicolons.";

// What stands between the bracket at byte `at` and the one that closes it, by its commas and
// semicolons outside of further brackets.
struct Items {
  std::vector<std::string_view> parts;
  int touching = 0, apart = 0, semicolons = 0;  // a comma touches digits on both of its sides

  bool any() const { return touching + apart + semicolons > 0; }
};

Items items_at(std::string_view text, std::size_t at) {
  Items items;
  int open = 0;
  std::size_t from = at + 1;
  for (std::size_t i = at; i < text.size(); ++i) {
    const char c = text[i];
    open += deeper(c);
    if (open == 0) {
      items.parts.push_back(text.substr(from, i - from));
      return items;
    }
    if (open > 1 || (c != ',' && c != ';')) continue;
    const bool touches = is_digit(char_at(text, i + 1)) && is_digit(text[i - 1]);
    ++(c == ';' ? items.semicolons : touches ? items.touching : items.apart);
    items.parts.push_back(text.substr(from, i - from));
    from = i + 1;
  }
  items.parts.push_back(text.substr(std::min(from, text.size())));
  return items;
}

bool is_row_of_digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), is_digit);
}

// "0,2,0,4": as if decimal commas stood beside commas between numbers.
bool pairs_with_zeros(const Items& items) {
  if (items.parts.size() < 4 || items.parts.size() % 2 == 1) return false;
  for (std::size_t i = 0; i < items.parts.size(); ++i)
    if (!is_row_of_digits(items.parts[i]) || (i % 2 == 0 && items.parts[i] != "0")) return false;
  return true;
}

// "1,000, 2,000": no list has the number 000.
bool has_groups(const Items& items) {
  return std::any_of(items.parts.begin(), items.parts.end(), [](std::string_view part) {
    return part.size() > 1 && part[0] == '0' && is_row_of_digits(part);
  });
}

// How the commas of a list are meant; nothing where that is open.
std::optional<Commas> meant(const Items& items) {
  if (items.semicolons > 0) return Commas::decimal;
  if (has_groups(items) || pairs_with_zeros(items) || (items.touching > 0 && items.apart > 0))
    return std::nullopt;
  return Commas::between;
}

}  // namespace

bool Parser::takes_list(Function f) {
  return f == Function::sum || f == Function::mean || f == Function::max || f == Function::min ||
         f == Function::count || f == Function::product;
}

bool Parser::is_list(std::size_t at) const { return lists_ > 0 || is_parted(at); }

bool Parser::holds_list(int i) const {
  if (!fault_.sentence.empty() || i < 0) return false;
  const Node& n = formula_.node(i);
  if (n.op == Op::matrix) return true;
  if (n.op == Op::call && !is_entrywise(static_cast<Function>(n.which))) return false;
  return std::any_of(n.parts.begin(), n.parts.end(), [this](int part) { return holds_list(part); });
}

// A list and a whole number, by which programs repeat the one or multiply the numbers of the other.
bool Parser::repeats(int a, int b) const {
  if (!fault_.sentence.empty()) return false;
  const Node &left = formula_.node(a), &right = formula_.node(b);
  const Node& list = left.op == Op::matrix ? left : right;
  const Node& times = left.op == Op::matrix ? right : left;
  return list.op == Op::matrix && list.parts.size() > 1 && times.op == Op::number &&
         times.value == std::floor(times.value) && times.value > 1;
}

// The values between the bracket that comes next and the one that closes it.
std::vector<int> Parser::listed() {
  const Items items = items_at(text_, token_.at + token_.size - 1);
  std::optional<Commas> how = meant(items);
  if (!how && choice_.asks) return {ask(token_.at, open_commas)};
  if (!how) how = choice_.takes_second(Choice::comma) ? Commas::between : Commas::by_blanks;
  const char closing = token_.sign == '{' ? '}' : token_.sign == '[' ? ']' : ')';
  const Commas commas = std::exchange(place_.commas, *how);
  const int bars = std::exchange(bars_, 0), norms = std::exchange(norms_, 0);
  const Token open = take();
  std::vector<int> values = {sum()};
  while (token_.sign == ',' || token_.sign == ';') {
    take();
    values.push_back(sum());
    if (values.size() > most_in_list) fail(open.at, "a list has 100 numbers at most.");
  }
  bare_ = nullptr;
  bars_ = bars;
  norms_ = norms;
  place_.commas = commas;
  close(closing, open);
  return values;
}

bool Parser::is_parted(std::size_t at) const {
  const Items items = items_at(text_, at);
  return items.semicolons + items.apart > 0 || items.touching > 1;
}

std::vector<int> Parser::gathered(Function f, const Token& open, std::vector<int> values) {
  if (!fault_.sentence.empty() || values.size() <= static_cast<std::size_t>(most_arguments(f)))
    return values;
  const Op last = formula_.node(values.back()).op;
  if (values.size() == 2 && (last == Op::number || last == Op::negate))
    return {fail(open.at, "is the last number an axis, or one of the values? Write it out.")};
  return {node(Op::matrix, open.at, 1, std::move(values))};
}

// [0.2, 0.4] of a calculation, as a row.
int Parser::list_literal() {
  const std::size_t at = token_.at;
  ++lists_;
  const std::vector<int> values = listed();
  --lists_;
  if (!fault_.sentence.empty()) return 0;
  for (const int value : values)
    if (holds_list(value))
      return values.size() == 1
                 ? value
                 : fail(at, "lists stand within this one; write all numbers in one.");
  return node(Op::matrix, at, 1, values);
}

// What `f` is taken of, as one node: a list, or the values in its brackets, which come next.
int Parser::list_of(Function f, const Token& name) {
  const std::size_t at = token_.at;
  const std::size_t inner = text_.find_first_not_of(' ', at + token_.size);
  const std::size_t close = closing_bracket(text_, inner);
  // max((2, 3)) and Mean({2, 3}) have brackets of their own around the list.
  const bool within =
      inner != text_.npos && close != text_.npos && opens(text_[inner]) &&
      closing_bracket(text_, at + token_.size - 1) == text_.find_first_not_of(' ', close + 1) &&
      items_at(text_, inner).any();
  ++lists_;
  int list = 0;
  if (within) {
    const char closing = token_.sign == '{' ? '}' : token_.sign == '[' ? ']' : ')';
    const Token open = take();
    list = list_literal();
    this->close(closing, open);
  } else {
    std::vector<int> values = listed();
    const Node* last = fault_.sentence.empty() ? &formula_.node(values.back()) : nullptr;
    // The axis of a program.
    if (values.size() == 2 && holds_list(values[0]) && last->op == Op::number && last->value == 0)
      values.pop_back();
    const bool one = values.size() == 1;
    if (one && last && !holds_list(values[0]) && f != Function::sum)
      fail(name.at, quoted(name) + " takes a list, or two numbers and more: " +
                        plain_.quoted(name.at, name.size) + "(3, 5).");
    list = one ? values[0] : node(Op::matrix, at, 1, values);
  }
  --lists_;
  return fault_.sentence.empty() ? list : 0;
}

}  // namespace num
