// Sums that are said in words: "the sum over j ≠ y of …", "the sum from j = 1 to 3 of …",
// "… summed over the rivals".
#include <optional>
#include <string>

#include "num/dialect.h"
#include "num/dialect_parts.h"

namespace num {
namespace {

// The byte behind the first of `words` that stands at `at`, with blanks behind it; `at` for none.
template <std::size_t n>
std::size_t behind_word(std::string_view s, std::size_t at, const std::string_view (&words)[n]) {
  for (const std::string_view word : words) {
    if (!stands_in_any_case_at(s, at, word)) continue;
    const std::size_t end = at + word.size();
    if (is_letter(word.back()) && is_part_of_word(char_at(s, end))) continue;
    return skip_blanks(s, end);
  }
  return at;
}

constexpr std::string_view sum_words[] = {"sum", "summation", "\\sum", "Σ", "∑"};
constexpr std::string_view sum_leads[] = {"over",   "running over", "taken over",
                                          "across", "for",          "from"};
constexpr std::string_view sum_alls[] = {"all of the", "all the", "all", "the", "every", "each"};
constexpr std::string_view rivals[] = {
    "rival classes",  "rivals",        "rival",           "other classes",     "other class",
    "others",         "wrong classes", "wrong class",     "incorrect classes", "remaining classes",
    "false classes",  "competitors",   "other logits",    "classes but y",     "classes except y",
    "classes j != y", "classes j ≠ y", "classes j \\ne y"};
constexpr std::string_view differs[] = {
    "≠",      "!=",         "\\neq",          "\\ne",  "<>", "not equal to",
    "is not", "other than", "different from", "except"};
constexpr std::string_view sum_ends[] = {"to", "up to",  "..",      "...",
                                         "…",  "\\dots", "\\ldots", "until"};

// What a sum runs over, as the signs below and above it say, and the byte behind that.
struct Run {
  std::string signs;
  std::size_t end = 0;
};

// A whole number or a name with what is added to it, "K - 1", at `at`; empty for none.
std::string_view bound_at(std::string_view s, std::size_t at) {
  std::size_t end = at;
  while (is_letter_or_digit(char_at(s, end))) ++end;
  if (end == at) return {};
  const std::size_t sign = skip_blanks(s, end);
  if (char_at(s, sign) == '-' || char_at(s, sign) == '+') {
    std::size_t last = skip_blanks(s, sign + 1);
    const std::size_t digits = last;
    while (is_digit(char_at(s, last))) ++last;
    if (last > digits && !is_part_of_word(char_at(s, last))) end = last;
  }
  return s.substr(at, end - at);
}

std::optional<Run> run_at(std::string_view s, std::size_t at) {
  at = behind_word(s, at, sum_alls);
  // "the 3 rivals", "the K - 1 rivals", "(K - 1) rivals"
  std::size_t count = at + (char_at(s, at) == '(' ? 1 : 0);
  const std::string_view many = bound_at(s, count);
  count += many.size();
  if (char_at(s, at) == '(' && char_at(s, count) == ')') ++count;
  count = skip_blanks(s, count);
  for (const std::size_t from : {at, count})
    if (const std::size_t end = behind_word(s, from, rivals); end > from) {
      const bool number =
          from == count && !many.empty() && std::all_of(many.begin(), many.end(), is_digit);
      return Run{number ? "_{j=1}^{" + std::string(many) + "}" : "_{j≠y}", end};
    }
  constexpr std::string_view whole[] = {"classes", "classes j", "logits"};
  if (const std::size_t end = behind_word(s, at, whole); end > at) return Run{"_{j}", end};
  const char index = char_at(s, at);
  if (!is_letter(index) || is_part_of_word(char_at(s, at + 1))) return std::nullopt;
  const std::size_t sign = skip_blanks(s, at + 1);
  const std::string below(1, index);
  if (const std::size_t name = behind_word(s, sign, differs); name > sign) {
    const std::string_view left_out = bound_at(s, name);
    if (left_out.empty()) return std::nullopt;
    return Run{"_{" + below + "≠" + std::string(left_out) + "}", name + left_out.size()};
  }
  constexpr std::string_view equal[] = {"=", "from"};
  const std::size_t from = behind_word(s, sign, equal);
  if (from == sign) return Run{"_{" + below + "}", sign};
  const std::string_view first = bound_at(s, from);
  const std::size_t between = skip_blanks(s, from + first.size());
  const std::size_t to = behind_word(s, between, sum_ends);
  const std::string_view last = to > between ? bound_at(s, to) : std::string_view();
  if (first.empty() || last.empty()) return std::nullopt;
  return Run{"_{" + below + "=" + std::string(first) + "}^{" + std::string(last) + "}",
             to + last.size()};
}

// "sum over j ≠ y of" is sum_{j≠y}.
void read_sums(PlainText& text) {
  for (std::size_t at = 0; at < text.text.size(); ++at) {
    const std::string_view s = text.text;
    if (at > 0 && is_letter(s[at]) && is_part_of_word(s[at - 1])) continue;
    const std::size_t sum = behind_word(s, at, sum_words);
    if (sum == at) continue;
    const bool brackets = char_at(s, sum) == '(';  // "sum (over j ≠ y) of"
    const std::size_t lead = sum + (brackets ? 1 : 0);
    const std::size_t over = behind_word(s, lead, sum_leads);
    if (over == lead) continue;
    const auto run = run_at(s, over);
    if (!run) continue;
    std::size_t end = skip_blanks(s, run->end);
    if (brackets && char_at(s, end) != ')') continue;
    if (brackets) end = skip_blanks(s, end + 1);
    constexpr std::string_view links[] = {"of the", "of", ":", ","};
    end = behind_word(s, end, links);
    const std::string signs = "sum" + run->signs + " ";
    std::size_t from = at;
    if (lower(s.substr(0, at)).ends_with("the ")) from -= std::string_view("the ").size();
    text.replace(from, end - from, signs);
    at = from + signs.size() - 1;
  }
}

// Where the term begins that ends before byte `end`: behind a sign of a sum or an opening bracket.
std::size_t term_begin(std::string_view s, std::size_t end) {
  int open = 0;
  for (std::size_t at = end; at > 0; --at) {
    const char c = s[at - 1];
    open -= deeper(c);
    if (open < 0) return at;
    if (open > 0 || std::string_view("+-=,<>").find(c) == none) continue;
    // A sign behind another one, as in e^-m, is no sign of a sum.
    std::size_t before = at - 1;
    while (before > 0 && s[before - 1] == ' ') --before;
    if (before > 0 && std::string_view("^*/_").find(s[before - 1]) == none) return at;
  }
  return 0;
}

// "exp(z_j - z_y) summed over j ≠ y" is sum_{j≠y} exp(z_j - z_y).
void read_summed(PlainText& text) {
  constexpr std::string_view words[] = {"summed", "added up"};
  for (std::size_t at = 1; at < text.text.size(); ++at) {
    const std::string_view s = text.text;
    if (is_part_of_word(s[at - 1])) continue;
    const std::size_t lead = behind_word(s, at, words);
    const std::size_t over = lead == at ? at : behind_word(s, lead, sum_leads);
    if (over == lead) continue;
    const auto run = run_at(s, over);
    if (!run) continue;
    std::size_t before = at;
    while (before > 0 && (s[before - 1] == ' ' || s[before - 1] == ',')) --before;
    const std::size_t from = term_begin(s, before);
    text.replace(before, run->end - before, "");
    text.replace(from, 0, " sum" + run->signs + " ");
  }
}

}  // namespace

void read_spoken_sums(PlainText& text) {
  read_sums(text);
  read_summed(text);
}

}  // namespace num
