#include "exam/number_sides.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "exam/number_bounds.h"
#include "exam/number_units.h"
#include "exam/number_words.h"
#include "num/letters.h"
#include "num/literal.h"
#include "num/number_dress.h"
#include "num/word_table.h"

namespace exam {
namespace {

constexpr std::string_view equalities[] = {":=",      "==",     "=",       "≈", "\\approx",
                                           "\\simeq", "\\cong", "\\equiv", "≡", "<-"};
constexpr std::string_view flows[] = {"=>",
                                      "-->",
                                      "->",
                                      "⇒",
                                      "→",
                                      "⟹",
                                      "⟶",
                                      "∴",
                                      "\\implies",
                                      "\\Rightarrow",
                                      "\\rightarrow",
                                      "\\to",
                                      "\\therefore",
                                      "\\Longrightarrow",
                                      ";",
                                      "\n",
                                      "#",
                                      "//"};
// Words that part as signs do, in small letters.
constexpr std::string_view equal_words[] = {"is",     "equals", "ist",   "est",    "beträgt",
                                            "ergibt", "vaut",   "gives", "yields", "wynosi"};
constexpr std::string_view flow_words[] = {"so",   "or",    "hence", "thus", "therefore", "i.e.",
                                           "ie",   "which", "also",  "oder", "ou",        "donc",
                                           "that", "then",  "bzw.",  "d.h.", "and"};

// Words and signs that begin a remark, and those that come back to the answer.
constexpr std::string_view spreads[] = {"±", "+/-", "+-", "\\pm"};
constexpr std::string_view remark_signs[] = {"#", "//", "±", "+/-", "+-", "\\pm"};
constexpr std::string_view remark_words[] = {
    "because", "since",    "for",  "with",  "when",   "if",   "where", "while",
    "over",    "averaged", "not",  "nicht", "weil",   "da",   "car",   "für",
    "bei",     "puisque",  "pour", "pues",  "porque", "avec", "mit"};
constexpr std::string_view result_words[] = {"so", "hence", "thus", "therefore", "also", "donc",
                                             "=>", "->",    "-->",  "⇒",         "→",    "⟹",
                                             "⟶",  "∴",     "then", "which"};

struct Sign {
  std::size_t at, size;
  bool flows;
};

std::size_t longest_at(std::string_view s, std::size_t at, const std::string_view* from,
                       std::size_t count) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < count; ++i)
    if (num::stands_at(s, at, from[i])) size = std::max(size, from[i].size());
  return size;
}

// The bytes of a whole word of a list at `at`, blanks around it.
std::size_t listed_word_at(std::string_view s, std::size_t at, const std::string_view* from,
                           std::size_t count) {
  if (at == 0 || s[at - 1] != ' ' || !num::is_letter(s[at])) return 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view word = from[i];
    const char next = num::char_at(s, at + word.size());
    if ((next == ' ' || next == ',') && num::stands_in_any_case_at(s, at, word)) return word.size();
  }
  return 0;
}

// A comma that ends a statement: what follows is no digit, or what is before it is a word.
bool ends_statement(std::string_view s, std::size_t at) {
  if (s[at] != ',' || num::char_at(s, at + 1) != ' ') return false;
  const std::size_t next = s.find_first_not_of(' ', at + 1);
  return next != s.npos && (!num::is_digit(s[next]) || (at > 0 && num::is_letter(s[at - 1])));
}

// The bytes of a sign at `at` that says by how much a number may be off. "+-" is one only behind a
// blank, and where a number alone follows up to the end or a bracket: 6+-0.48 is a calculation.
std::size_t spread_at(std::string_view s, std::size_t at) {
  const std::size_t size = longest_at(s, at, spreads, std::size(spreads));
  if (size == 0 || s.substr(at, size) != "+-") return size;
  if (at == 0 || (s[at - 1] != ' ' && s[at - 1] != '(')) return 0;
  const std::string_view rest = s.substr(at + size);
  const std::string_view number =
      without_blanks(with_unit(rest.substr(0, rest.find_first_of(")\n;")), "").number);
  const std::size_t first = number.find_first_not_of(' ');
  if (first == number.npos || !num::is_digit(number[first])) return 0;
  return first + num::literal_at(number, first, false, true, {false}).size == number.size() ? size
                                                                                            : 0;
}

std::optional<Sign> sign_at(std::string_view s, std::size_t from, std::size_t at, bool open) {
  if (open) return std::nullopt;
  if (const std::size_t size = spread_at(s, at); size > 0) return Sign{at, size, true};
  if (const std::size_t size = benchmark_size(s, at); size > 0) return Sign{at, size, true};
  if (const std::size_t size = longest_at(s, at, flows, std::size(flows)); size > 0)
    if (num::is_letter(num::char_at(s, at + size)) ? s[at] != '\\' : true)
      return Sign{at, size, true};
  if (const std::size_t size = longest_at(s, at, equalities, std::size(equalities)); size > 0)
    return Sign{at, size, false};
  if (const std::size_t size = listed_word_at(s, at, equal_words, std::size(equal_words)); size > 0)
    return Sign{at, size, false};
  if (const std::size_t size = listed_word_at(s, at, flow_words, std::size(flow_words)); size > 0)
    return Sign{at, size, true};
  if (const std::size_t size = listed_word_at(s, at, remark_words, std::size(remark_words));
      size > 0)
    return Sign{at, size, true};
  if (ends_statement(s, at)) return Sign{at, 1, true};
  // "Loss: 5.52", and no time of day.
  const std::size_t first = s.find_first_not_of(' ', from);
  const bool name = first < at && !num::is_digit(s[first]) && s[first] != '-' && s[first] != '.';
  if (s[at] == ':' && (name || num::char_at(s, at + 1) == ' ')) return Sign{at, 1, false};
  return std::nullopt;
}

// True where brackets behind a blank, at the end, hold words that are no unit, "1 % (the panel)",
// or an equation, "5.52 (L = ln 250)".
bool is_remark(std::string_view s, std::size_t open, std::size_t close) {
  if (s[open - 1] != ' ' || s.find_first_not_of(" .,!?\n", close + 1) != s.npos) return false;
  const std::string_view inner = s.substr(open + 1, close - open - 1);
  const std::size_t sign = inner.find('=');
  if (sign != inner.npos) return sign > 0 && inner.find_first_not_of(' ') < sign;
  std::size_t letters = 0, longest = 0;
  for (const char c : inner) {
    if (!num::is_letter(c) && c != ' ' && c != '\'' && c != ',' && c != '-') return false;
    letters = num::is_letter(c) ? letters + 1 : 0;
    longest = std::max(longest, letters);
  }
  return longest >= 3 && with_unit("1 " + std::string(inner), "").name.empty();
}

// "1f) " and "1g-ii: " at the start, the name of an exercise.
void take_exercise(num::PlainText& text) {
  const std::string_view s = text.text;
  const std::size_t from = std::min(s.find_first_not_of(" ("), s.size());
  std::size_t at = from;
  if (!num::is_digit(num::char_at(s, at)) || !num::is_letter(num::char_at(s, at + 1))) return;
  at += 2;
  if (num::char_at(s, at) == '-' || num::char_at(s, at) == '.') ++at;
  while (std::string_view("ivx").find(num::char_at(s, at)) != std::string_view::npos &&
         at < s.size())
    ++at;
  const char mark = num::char_at(s, at);
  if ((mark == ')' || mark == ':' || mark == '.') && num::char_at(s, at + 1) == ' ')
    text.blank(0, at + 1);
}

// Brackets around all of it, and around a remark that begins with a sign or a word.
void take_brackets(num::PlainText& text) {
  for (;;) {
    const std::size_t from = text.text.find_first_not_of(" \n");
    const std::size_t last = text.text.find_last_not_of(" \n.");
    if (from == std::string::npos || last == std::string::npos ||
        num::closing_bracket(text.text, from) != last)
      break;
    text.blank(from, 1);
    text.blank(last, 1);
  }
  for (std::size_t at = 0; (at = text.text.find('(', at)) != std::string::npos; ++at) {
    const std::size_t close = num::closing_bracket(text.text, at);
    if (close == std::string::npos || at == 0) continue;
    const std::string_view s = text.text;
    const std::size_t inner = s.find_first_not_of(' ', at + 1);
    const std::string_view rest = s.substr(inner, close - inner);
    const std::size_t benchmark = benchmark_size(s, inner);
    if ((s[at - 1] == ' ' && spread_at(s, inner) > 0) ||  // "(±0.02)"
        (benchmark > 0 && inner + benchmark == close)) {  // "(> 1)"
      text.blank(at, close + 1 - at);
      continue;
    }
    const bool equal = longest_at(rest, 0, equalities, std::size(equalities)) > 0;
    const std::size_t words = words_before(rest);
    if (is_remark(s, at, close)) {
      text.blank(close, 1);
      text.text[at] = '#';
      continue;
    }
    if (!equal && (words == 0 || words == rest.size() || s[at - 1] != ' ')) continue;
    if (rest.find_first_not_of("0123456789 ", words) == rest.npos) {  // "(epoch 1)"
      text.blank(at, close + 1 - at);
      continue;
    }
    text.blank(close, 1);
    text.text[at] = equal ? ' ' : '=';
  }
}

}  // namespace

std::vector<SideSpan> number_sides(num::PlainText& text) {
  take_exercise(text);
  take_brackets(text);
  const std::string_view s = text.text;
  std::vector<SideSpan> sides = {{}};
  int open = 0;
  for (std::size_t at = 0; at < s.size();) {
    open = std::max(0, open + num::deeper(s[at]));
    const auto sign = sign_at(s, sides.back().from, at, open > 0);
    if (!sign) {
      ++at;
      continue;
    }
    sides.back().to = at;
    at += sign->size;
    std::string what = num::lower(s.substr(sign->at, sign->size));
    const bool begins =
        sign->flows && (num::is_one_of(what, remark_words) || num::is_one_of(what, remark_signs) ||
                        benchmark_size(s, sign->at) > 0);
    const bool remarks =
        begins || (sides.back().remarks && !(sign->flows && num::is_one_of(what, result_words)));
    sides.push_back(
        {at, at, sides.back().statement + (sign->flows ? 1 : 0), remarks, std::move(what)});
    open = 0;
  }
  sides.back().to = s.size();
  return sides;
}

}  // namespace exam
