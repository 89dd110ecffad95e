#include "exam/number_bounds.h"

#include <algorithm>
#include <string>

#include "exam/number_words.h"
#include "num/letters.h"
#include "num/word_table.h"

namespace exam {

bool says_range(std::string_view s) {
  const std::string low = num::lower(s);
  const auto is_number = [&low](std::size_t at) {
    const std::size_t from = low.find_first_not_of(' ', at);
    return from != std::string::npos && num::is_digit(low[from]);
  };
  for (const std::string_view word : {"between ", "somewhere from ", "zwischen ", "entre "})
    for (std::size_t at = 0; (at = low.find(word, at)) != std::string::npos; ++at) {
      const std::size_t first = at + word.size();
      if ((at > 0 && num::is_part_of_word(low[at - 1])) || !is_number(first)) continue;
      for (const std::string_view other : {" and ", " und ", " y ", " et ", " e ", " to ", " - "})
        if (const std::size_t next = low.find(other, first);
            next != std::string::npos && is_number(next + other.size()) &&
            std::count(low.begin() + static_cast<std::ptrdiff_t>(first),
                       low.begin() + static_cast<std::ptrdiff_t>(next), ' ') <= 1)
          return true;  // a unit at most before the second number
    }
  return false;
}

std::size_t benchmark_size(std::string_view s, std::size_t at) {
  constexpr auto signs = num::word_table<std::string_view>(
      {"<=", ">=", "<", ">", "≤", "≥", "\\leq", "\\geq", "\\le", "\\ge", "\\lt", "\\gt"});
  const std::string_view* sign = signs.at(s, at);
  const std::size_t before = at == 0 ? s.npos : s.find_last_not_of(" (", at - 1);
  if (!sign || before == s.npos) return 0;
  const std::size_t from = s.find_last_not_of("0123456789.,", before) + 1;
  const std::string_view number = s.substr(from, before + 1 - from);
  const bool named = from > 0 && (num::is_part_of_word(s[from - 1]) || s[from - 1] == '_');
  if (number.empty() || number == "0" || number == "1" || named) return 0;
  const std::size_t mark = std::min(s.find_first_not_of(' ', at + sign->size()), s.size());
  const char digit = num::char_at(s, mark), next = num::char_at(s, mark + 1);
  const bool whole =
      !num::is_digit(next) && !(next == '.' && num::is_digit(num::char_at(s, mark + 2)));
  return (digit == '0' || digit == '1') && whole && next != '/' && next != '^' ? mark + 1 - at : 0;
}

bool says_bound(std::string_view s) {
  const std::string low = num::lower(s);
  constexpr auto anywhere = num::word_table<std::string_view>({"less than ",
                                                               "more than ",
                                                               "fewer than ",
                                                               "greater than ",
                                                               "larger than ",
                                                               "smaller than ",
                                                               "bigger than ",
                                                               "at most ",
                                                               "at least ",
                                                               "no more than ",
                                                               "not more than ",
                                                               "no less than ",
                                                               "<",
                                                               ">",
                                                               "≤",
                                                               "≥",
                                                               "\\le ",
                                                               "\\leq ",
                                                               "\\ge ",
                                                               "\\geq "});
  constexpr auto in_front =
      num::word_table<std::string_view>({"over ", "under ", "above ", "below "});
  const std::size_t first = words_before(s);
  for (std::size_t at = 0; at < low.size(); ++at) {
    const char before = at > 0 ? low[at - 1] : ' ';
    if (num::is_part_of_word(before) && num::is_letter(low[at])) continue;
    const std::string_view* word = anywhere.at(low, at);
    if (!word && (at == 0 || at == first)) word = in_front.at(low, at);
    if (!word || std::string_view("-=<>").find(before) != std::string_view::npos) continue;
    if (benchmark_size(s, at) > 0) continue;
    std::size_t next = at + word->size();
    if (word->size() == 1 && num::char_at(low, next) == '=') ++next;
    while (num::char_at(low, next) == ' ') ++next;
    const char digit = num::char_at(low, next);
    if (num::is_digit(digit) || (digit == '.' && num::is_digit(num::char_at(low, next + 1))))
      return true;
  }
  return false;
}

}  // namespace exam
