#include "exam/number_scales.h"

#include <algorithm>
#include <string_view>

#include "exam/number_units.h"
#include "num/letters.h"
#include "num/literal.h"
#include "num/word_table.h"

namespace exam {
namespace {

// A word behind figures by which they are multiplied, "39 million"; it may end in "s" or "en". The
// factor has no exponent, behind which nobody groups: "39,338 thousand" has two readings.
struct Scale {
  std::string_view word, factor;
  double size;
};
constexpr auto scales = num::word_table<Scale>({{"hundred", "·100", 1e2},
                                                {"thousand", "·1000", 1e3},
                                                {"tausend", "·1000", 1e3},
                                                {"million", "·1000000", 1e6},
                                                {"mio", "·1000000", 1e6},
                                                {"mln", "·1000000", 1e6},
                                                {"mn", "·1000000", 1e6},
                                                {"billion", "·1000000000", 1e9},
                                                {"bn", "·1000000000", 1e9},
                                                {"milliarde", "·1000000000", 1e9},
                                                {"milliard", "·1000000000", 1e9}});

// The byte behind such a word and its ending.
std::size_t scale_end(std::string_view s, std::size_t at, const Scale& scale) {
  std::size_t end = at + scale.word.size();
  while (end < s.size() && std::string_view("ens").find(s[end]) != s.npos) ++end;
  return end;
}

const Scale* scale_at(std::string_view s, std::size_t at) {
  return scales.in_any_case_at(s, at, [s, at](const Scale& scale) {
    const std::string_view figures = without_blanks(s.substr(0, at));
    return num::is_digit(figures.empty() ? ' ' : figures.back()) &&
           !num::is_part_of_word(num::char_at(s, scale_end(s, at, scale)));
  });
}

// Where the smaller number begins that is added behind a word for a power of ten, "39 million 338
// thousand" and "3 thousand and 20", with the byte `end` behind that word; `end` for none.
std::size_t addend_at(std::string_view s, std::size_t end, const Scale& scale) {
  std::size_t at = s.find_first_not_of(' ', end);
  for (const std::string_view word : {"and ", "und ", "et "})
    if (at != s.npos && num::stands_in_any_case_at(s, at, word))
      at = s.find_first_not_of(' ', at + word.size());
  if (at == s.npos || at == end || !num::is_digit(s[at])) return end;
  const num::Literal number = num::literal_at(s, at, false, true);
  if (!number.error.empty()) return end;
  const std::size_t behind = std::min(s.find_first_not_of(' ', at + number.size), s.size());
  const Scale* own = scale_at(s, behind);
  return number.value * (own ? own->size : 1) < scale.size ? at : end;
}

}  // namespace

bool read_number_scale(num::PlainText& text, std::size_t at) {
  const Scale* scale = scale_at(text.text, at);
  if (!scale) return false;
  const std::size_t end = scale_end(text.text, at, *scale);
  const std::size_t more = addend_at(text.text, end, *scale);
  text.replace(at, end - at, scale->factor);
  if (more > end) text.replace(at + scale->factor.size(), more - end, "+");
  return true;
}

}  // namespace exam
