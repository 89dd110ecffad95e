#include "exam/number_values.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "exam/quantity_names.h"
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

// A name that is given a number, "K = 250", and the bytes of that.
struct NamedValue {
  std::string name;
  std::size_t at = 0, end = 0;
  std::string value;
};
std::optional<NamedValue> named_value_at(std::string_view s, std::size_t at) {
  const std::size_t name = name_end(s, at);
  if (name == at || !begins_statement(s, at)) return std::nullopt;
  const std::size_t sign = s.find_first_not_of(' ', name);
  if (sign == s.npos || s[sign] != '=') return std::nullopt;
  const std::size_t from = s.find_first_not_of(' ', sign + 1);
  if (from == s.npos || !num::is_digit(s[from])) return std::nullopt;
  std::size_t end = std::min(s.find_first_not_of("0123456789./", from), s.size());
  if (s[end - 1] == '.') --end;
  return NamedValue{std::string(s.substr(at, name - at)), at, end,
                    std::string(s.substr(from, end - from))};
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
    plain.blank(given->at, given->end - given->at);
    for (std::size_t k = places.size(); k-- > 0;)
      plain.replace(places[k], given->name.size(), "(" + given->value + ")");
  }
}

}  // namespace exam
