#include "exam/number_values.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "exam/quantity_names.h"
#include "num/expression.h"
#include "num/functions.h"
#include "num/letters.h"

namespace exam {
namespace {

// The end of a name of one letter, maybe with a number or a letter below the line, that begins at
// `at`: "K", "p_2", "x1"; `at` where none does.
std::size_t name_end(std::string_view s, std::size_t at) {
  const auto is_part = [s](std::size_t place) {
    const char c = num::char_at(s, place);
    return num::is_letter(c) || num::is_digit(c) || c == '_';
  };
  const char before = at > 0 ? s[at - 1] : ' ';
  if (!num::is_letter(num::char_at(s, at)) || before == '\\' || before == '\'' ||
      (at > 0 && is_part(at - 1)))
    return at;
  std::size_t end = at + 1;
  if (num::char_at(s, end) == '_') ++end;
  if (num::is_digit(num::char_at(s, end)) || (end > at + 1 && is_part(end))) ++end;
  const char behind = num::char_at(s, end);
  return is_part(end) || s[end - 1] == '_' || behind == '\'' ? at : end;
}

// True where a statement may begin at `at`: nothing stands before it, or a sign that parts, or a
// word that is no function.
bool begins_statement(std::string_view s, std::size_t at) {
  while (at > 0 && s[at - 1] == ' ') --at;
  if (at == 0 || std::string_view(",;:(\n>").find(s[at - 1]) != s.npos) return true;
  std::size_t from = at;
  while (from > 0 && num::is_letter(s[from - 1])) --from;
  if (from == at) return false;
  const num::FunctionRow* row = num::function_row(num::lower(s.substr(from, at - from)));
  return !row || !row->in_calculations;
}

// A name with "=" and a digit behind it, and the byte of that digit.
struct NamedValue {
  std::string name;
  std::size_t at = 0, from = 0;
};
std::optional<NamedValue> named_value_at(std::string_view s, std::size_t at) {
  const std::size_t name = name_end(s, at);
  if (name == at || !begins_statement(s, at)) return std::nullopt;
  std::size_t sign = s.find_first_not_of(' ', name);
  if (sign != s.npos && s.substr(sign, 2) == ":=") ++sign;
  if (sign == s.npos || s[sign] != '=') return std::nullopt;
  const std::size_t from = s.find_first_not_of(' ', sign + 1);
  if (from == s.npos || !num::is_digit(s[from])) return std::nullopt;
  return NamedValue{std::string(s.substr(at, name - at)), at, from};
}

// True where a given value may end before byte `end`: no sign goes on with it there, nor a function
// or a word for a number, "2 ln 5", "1 million".
bool may_end(std::string_view s, std::size_t end) {
  constexpr std::string_view goes_on[] = {"times",    "plus",    "minus",  "over",
                                          "divided",  "to",      "mod",    "hundred",
                                          "thousand", "million", "billion"};
  const std::size_t next = s.find_first_not_of(' ', end);
  if (next == s.npos) return true;
  const std::string_view rest = s.substr(next);
  for (const std::string_view mark :
       {";", ":", ")", "\n", "#", "//", "=>", "->", "-->", "⇒", "→", "⟹", "⟶", "∴", "!", "?"})
    if (rest.starts_with(mark)) return true;
  if (rest[0] == ',' || rest[0] == '.') return rest.size() == 1 || rest[1] == ' ';
  if (next == end) return false;
  std::size_t letters = 0;
  while (num::is_letter(num::char_at(rest, letters))) ++letters;
  const std::string word = num::lower(rest.substr(0, letters));
  const std::size_t sign = s.find_first_not_of(' ', name_end(s, next));
  const bool names = name_end(s, next) > next && sign != s.npos && s[sign] == '=';
  const num::FunctionRow* row = num::function_row(word);
  return names || (letters > 1 && !num::is_one_of(word, goes_on) && !(row && row->in_calculations));
}

// The end of the calculation that begins at byte `from`, the longest that its statement holds; npos
// where there is none.
std::size_t value_end(const num::PlainText& plain, std::size_t from) {
  const std::string_view s = plain.text;
  std::size_t end = s.npos;
  int open = 0;
  for (std::size_t at = from + 1; at <= s.size(); ++at) {
    open += num::deeper(s[at - 1]);
    if (open < 0) break;
    if (open > 0 || s[at - 1] == ' ' || !may_end(s, at)) continue;
    const num::Calculation value = num::calculate(plain, from, at);
    if (value.value || !value.readings.empty()) end = at;
    const std::size_t next = s.find_first_not_of(' ', at);
    if (next == s.npos || !num::is_letter(s[next])) break;
  }
  return end;
}

}  // namespace

void put_values(num::PlainText& plain, std::string_view quantity) {
  for (std::size_t from = 0; from < plain.text.size(); ++from) {
    const std::string_view s = plain.text;
    const auto given = named_value_at(s, from);
    if (!given || num::lower(given->name) == "e") continue;
    const std::string_view called = quantity_called(given->name);
    if (!called.empty() && called == quantity) continue;
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < s.size(); ++at) {
      const std::size_t end = name_end(s, at);
      if (s.substr(at, end - at) == given->name && num::char_at(s, end) != '(' &&
          !named_value_at(s, at))
        places.push_back(at);
    }
    if (places.empty()) continue;
    const std::size_t end = value_end(plain, given->from);
    if (end == s.npos) continue;
    const std::string value = "(" + std::string(s.substr(given->from, end - given->from)) + ")";
    plain.blank(given->at, end - given->at);
    for (std::size_t k = places.size(); k-- > 0;)
      plain.replace(places[k], given->name.size(), value);
  }
}

}  // namespace exam
