#include "num/expression.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "num/careful_value.h"
#include "num/dialect.h"
#include "num/formula_parser.h"
#include "num/letters.h"

namespace num {
namespace {

bool is_number(const Formula& f, int i) { return f.node(i).op == Op::number; }

bool is_power_of_ten(const Formula& f, int i) {
  const Node& n = f.node(i);
  if (n.op == Op::power) return is_number(f, n.parts[0]) && f.node(n.parts[0]).value == 10;
  double x = n.value;
  while (n.op == Op::number && x >= 10) x /= 10;
  return n.op == Op::number && x == 1;
}

// True where a node makes more of its parts than another way to write a number with its decimals.
bool works(const Formula& f, int i) {
  const Node& n = f.node(i);
  switch (n.op) {
    case Op::call:
      return true;
    case Op::power:
      return !is_power_of_ten(f, i);
    case Op::divide:
      return !is_power_of_ten(f, n.parts[1]);
    case Op::multiply:
      return !is_power_of_ten(f, n.parts[0]) && !is_power_of_ten(f, n.parts[1]);
    default:
      return false;
  }
}

// Whole numbers, e and pi.
bool is_exact_number(const Node& n) {
  return n.op != Op::number || n.value == std::floor(n.value) || n.value == 2.718281828459045 ||
         n.value == 3.141592653589793;
}

bool is_exact(const Formula& f) {
  bool any = false;
  for (int i = 0; i < static_cast<int>(f.nodes.size()); ++i) any = any || works(f, i);
  return any && std::all_of(f.nodes.begin(), f.nodes.end(), is_exact_number);
}

bool calls(const Formula& f) {
  return std::any_of(f.nodes.begin(), f.nodes.end(), [](const Node& n) {
    return n.op == Op::call || n.op == Op::total || n.op == Op::chain;
  });
}

// Why a calculation has no single number for its value; nothing where it has one.
std::optional<Fault> fault_of(const Formula& f) {
  const Evaluation e = evaluate(f, {}, {});
  if (e.undefined) return e.undefined;
  if (e.misshapen) return e.misshapen;
  if (e.heavy) return Fault{"this takes too long to compute; shorten it.", 0};
  const std::size_t count = e.value.values.size();
  if (count == 1) return std::nullopt;
  return Fault{"these are " + std::to_string(count) +
                   " numbers, and one is asked for. Is it their sum, mean, max or min?",
               f.node(f.root).at};
}

// A part of a text.
struct Span {
  std::size_t from, to;
};

Parsed parsed_as(const PlainText& plain, Span span, Choice choice) {
  return parse_formula(plain, span.from, Words(), "", span.to, choice);
}

// One reading of the text, if it has a value there.
std::optional<CalculationReading> reading(const PlainText& plain, Span span, int second) {
  const Parsed parsed = parsed_as(plain, span, {false, second});
  if (!parsed.formula || fault_of(*parsed.formula)) return std::nullopt;
  const CarefulValue careful = careful_value(*parsed.formula);
  return CalculationReading{careful.value, careful.noise, is_exact(*parsed.formula),
                            calls(*parsed.formula) ? text(*parsed.formula, {}) : ""};
}

// What the text may mean where it has more readings than one, each value once.
std::vector<CalculationReading> readings(const PlainText& plain, Span span) {
  std::vector<CalculationReading> all;
  for (int second = 0; second < Choice::ways; ++second) {
    auto one = reading(plain, span, second);
    if (one && std::none_of(all.begin(), all.end(),
                            [&](const CalculationReading& r) { return r.value == one->value; }))
      all.push_back(*std::move(one));
  }
  return all;
}

// True where a point with three digits behind it may part thousands.
bool has_grouping_point(std::string_view s) {
  for (std::size_t at = 1; at + 3 < s.size(); ++at)
    if (s[at] == '.' && is_digit(s[at - 1]) && is_digit(s[at + 1]) && is_digit(s[at + 2]) &&
        is_digit(s[at + 3]) && !is_digit(char_at(s, at + 4)))
      return true;
  return false;
}

// A word that looks like ln or log and is none: where it begins, its size, and the word.
struct Misread {
  std::size_t at = 0, size = 0;
  std::string_view meant;
};
Misread misread(std::string_view text, Span span) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"In", "ln"},   {"1n", "ln"},   {"|n", "ln"},   {"Iog", "log"},
      {"1og", "log"}, {"|og", "log"}, {"l0g", "log"}, {"1oq", "log"}};
  for (std::size_t at = span.from; at < span.to; ++at) {
    const char left = at > span.from ? text[at - 1] : ' ';
    if (is_letter(left) || is_digit(left) || left == '.' || left == ',') continue;
    for (const auto& [word, meant] : words)
      if (text.substr(at, word.size()) == word && !is_letter(char_at(text, at + word.size())))
        return {at, word.size(), meant};
  }
  return {};
}

}  // namespace

Calculation calculate(std::string_view text) {
  if (const auto fault = too_long(text)) return {{}, fault->sentence, fault->at};
  PlainText plain(text);
  read_list_gaps(plain);
  return calculate(plain, 0, plain.text.size());
}

Calculation calculate(const PlainText& plain, std::size_t from, std::size_t to) {
  const Parsed parsed = parsed_as(plain, {from, to}, {});
  if (!parsed.formula) {
    Calculation unread{{}, parsed.fault.sentence, parsed.fault.at};
    if (parsed.fault.asks) unread.readings = readings(plain, {from, to});
    const Misread word = misread(plain.text, {from, to});
    if (word.size == 0) return unread;
    PlainText mended = plain;
    Span span{from, to};
    for (Misread next = word; next.size > 0; next = misread(mended.text, span)) {
      mended.replace(next.at, next.size, next.meant);
      span.to += next.meant.size() - next.size;
    }
    unread.readings = readings(mended, span);
    if (unread.readings.empty()) return unread;
    unread.at = plain.origin(word.at);
    unread.error = placed(plain.typed, unread.at,
                          "is \"" + plain.quoted(word.at, word.size) + "\" meant to be " +
                              std::string(word.meant) + "? Write it with a small L.");
    return unread;
  }
  if (const auto fault = fault_of(*parsed.formula))
    return {{}, placed(plain.typed, fault->at, fault->sentence), fault->at};
  const CarefulValue careful = careful_value(*parsed.formula);
  Calculation result{careful.value, "", 0, careful.noise, is_exact(*parsed.formula)};
  if (has_grouping_point(std::string_view(plain.text).substr(from, to - from)))
    result.grouped = reading(plain, {from, to}, Choice::point);
  return result;
}

}  // namespace num
