// Lists that blanks or words part: "[10 12 14]", "the mean of 3, 5 and 7".
#include <string>
#include <vector>

#include "num/dialect.h"
#include "num/dialect_parts.h"

namespace num {
namespace {

// The end of the number at `at`, with its sign, decimals and exponent; `at` where none stands.
std::size_t number_end(std::string_view s, std::size_t at) {
  std::size_t end = at;
  if (char_at(s, end) == '-' || char_at(s, end) == '+') ++end;
  const std::size_t first = end;
  const auto is_mark = [s](std::size_t place) {
    return (s[place] == '.' || s[place] == ',') && is_digit(char_at(s, place + 1));
  };
  while (end < s.size() && (is_digit(s[end]) || is_mark(end))) ++end;
  if (end == first) return at;
  if (char_at(s, end) == '.' && char_at(s, end + 1) != '*') ++end;  // "10." of NumPy
  if (lower(char_at(s, end)) == 'e') {
    std::size_t power = end + 1;
    if (char_at(s, power) == '-' || char_at(s, power) == '+') ++power;
    const std::size_t digits = power;
    while (is_digit(char_at(s, power))) ++power;
    if (power > digits) end = power;
  }
  return end;
}

struct Taken {
  std::string_view word, function;
};
constexpr auto taken = word_table<Taken>({{"mean", "mean"},
                                          {"average", "mean"},
                                          {"arithmetic mean", "mean"},
                                          {"mittelwert", "mean"},
                                          {"sum", "sum"},
                                          {"total", "sum"},
                                          {"summe", "sum"},
                                          {"maximum", "max"},
                                          {"max", "max"},
                                          {"largest", "max"},
                                          {"minimum", "min"},
                                          {"min", "min"},
                                          {"smallest", "min"},
                                          {"product", "prod"}});

// The byte behind what parts two numbers of a list in words, ", " or " and "; `at` for none.
std::size_t behind_gap(std::string_view s, std::size_t at) {
  std::size_t end = at;
  if (char_at(s, end) == ',' || char_at(s, end) == ';') ++end;
  const bool mark = end > at;
  end = skip_blanks(s, end);
  for (const std::string_view word : {"and ", "und ", "et ", "y ", "& "})
    if (starts(s, end, word)) return skip_blanks(s, end + word.size());
  return mark ? end : at;
}

}  // namespace

void read_list_gaps(PlainText& text) {
  for (std::size_t at = 0; (at = text.text.find('[', at)) != std::string::npos; ++at) {
    const std::string_view s = text.text;
    std::vector<std::size_t> gaps;  // before each number but the first
    std::size_t next = skip_blanks(s, at + 1);
    for (bool first = true;; first = false) {
      const std::size_t end = number_end(s, next);
      if (end == next) break;
      if (!first) gaps.push_back(next);
      next = skip_blanks(s, end);
      if (next == end) break;
    }
    if (char_at(s, next) != ']' || s.substr(at, next - at).find(',') != s.npos) continue;
    for (std::size_t k = gaps.size(); k-- > 0;) text.replace(gaps[k] - 1, 1, ", ");
  }
}

void read_list_words(PlainText& text) {
  for (std::size_t at = 0; at < text.text.size(); ++at) {
    if (!is_letter(text.text[at]) || (at > 0 && is_part_of_word(text.text[at - 1]))) continue;
    const std::string_view s = text.text;
    const auto of = [&](const Taken& t) {
      const std::size_t next = at + t.word.size();
      return starts(s, next, " of ") || starts(s, next, " von ");
    };
    const Taken* found = taken.in_any_case_at(s, at, of);
    if (!found) continue;
    const std::size_t preposition = at + found->word.size() + 1;
    std::size_t next = skip_blanks(s, s.find(' ', preposition));
    std::string values;
    int count = 0;
    for (std::size_t end = number_end(s, next); end > next; end = number_end(s, next)) {
      // A comma that no blank follows is left to the list.
      values += (count++ == 0 ? "" : ", ") + std::string(s.substr(next, end - next));
      next = behind_gap(s, end);
      if (next == end) break;
      if (number_end(s, next) == next) {
        next = end;
        break;
      }
    }
    if (count < 2 || is_part_of_word(char_at(s, next))) continue;
    const std::string call = std::string(found->function) + "(" + values + ")";
    text.replace(at, next - at, call);
    at += call.size() - 1;
  }
}

}  // namespace num
