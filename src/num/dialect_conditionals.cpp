// Values with conditions, in words and in programs: "1 if z > 0 else 0", "z > 0 ? 1 : 0".
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "num/dialect.h"
#include "num/dialect_parts.h"

namespace num {
namespace {

bool is_word_at(std::string_view s, std::size_t at, std::string_view word) {
  return stands_in_any_case_at(s, at, word) && (at == 0 || !is_letter_or_digit(s[at - 1])) &&
         (at == 0 || (s[at - 1] != '\\' && s[at - 1] != '_' && s[at - 1] != '.')) &&
         !is_letter_or_digit(char_at(s, at + word.size())) && char_at(s, at + word.size()) != '_';
}

// True where "=" at `at` parts two sides, and is no part of a comparison.
bool parts_sides(std::string_view s, std::size_t at) {
  const char before = at == 0 ? ' ' : s[at - 1];
  return s[at] == '=' && before != '<' && before != '>' && before != '!' && before != '=' &&
         char_at(s, at + 1) != '=';
}

// The bytes round `at` within the same brackets and on the same side of "=".
struct Scope {
  std::size_t from, end;
};
Scope scope_of(std::string_view s, std::size_t at) {
  Scope scope{at, at};
  int open = 0;
  for (; scope.from > 0; --scope.from) {
    const char c = s[scope.from - 1];
    open -= deeper(c);
    if (open < 0 || (open == 0 && parts_sides(s, scope.from - 1))) break;
  }
  open = 0;
  for (; scope.end < s.size(); ++scope.end) {
    const char c = s[scope.end];
    open += deeper(c);
    if (open < 0) break;
  }
  return scope;
}

// The places in `scope` outside inner brackets where one of `wanted` stands, and which.
struct Found {
  std::size_t at;
  std::string_view word;
};
std::vector<Found> words_in(std::string_view s, Scope scope,
                            std::span<const std::string_view> wanted) {
  std::vector<Found> found;
  int open = 0;
  for (std::size_t at = scope.from; at < scope.end; ++at) {
    open += deeper(s[at]);
    if (open != 0) continue;
    for (const std::string_view word : wanted)
      if (is_letter(word[0]) ? is_word_at(s, at, word) : starts(s, at, word)) {
        found.push_back({at, word});
        break;
      }
  }
  return found;
}

constexpr std::string_view if_words[] = {"if", "for", "when", "where", "whenever", "wherever"};
constexpr std::string_view then_words[] = {"then", ":", ","};
constexpr std::string_view row_words[] = {",", ";", "and", "\n"};
constexpr std::string_view question[] = {"?"}, colon_sign[] = {":"};
constexpr std::string_view else_words[] = {"or else", "else", "otherwise", "elsewhere"};

std::string without_signs(std::string_view s) {
  return std::string(trimmed(s, " ,;:\n", " ,;:\n"));
}

bool holds_comparison(std::string_view s) {
  for (const std::string_view sign :
       {"<",      ">",       "≤",      "≥",        "=",        "\\le",    "\\ge",
        "\\lt",   "\\gt",    "≠",      "positive", "negative", "greater", "less",
        "larger", "smaller", "bigger", "above",    "below",    "equal"})
    if (s.find(sign) != none) return true;
  return false;
}

std::string where(const std::string& condition, const std::string& value,
                  const std::string& otherwise) {
  return "where(" + condition + ", " + value + ", " + otherwise + ")";
}

// "1 if z > 0", or "if z > 0 then 1" and "if z > 0: 1".
struct Branch {
  std::string value, condition;
};
std::optional<Branch> branch(std::string_view s) {
  const std::vector<Found> found = words_in(s, {0, s.size()}, if_words);
  if (found.size() != 1) return std::nullopt;
  const std::size_t behind = found[0].at + found[0].word.size();
  Branch b{without_signs(s.substr(0, found[0].at)), without_signs(s.substr(behind))};
  if (b.value.empty()) {
    const std::vector<Found> then = words_in(s, {behind, s.size()}, then_words);
    if (then.size() != 1) return std::nullopt;
    b.condition = without_signs(s.substr(behind, then[0].at - behind));
    b.value = without_signs(s.substr(then[0].at + then[0].word.size()));
  }
  if (b.value.empty() || !holds_comparison(b.condition)) return std::nullopt;
  return b;
}

// The rows "1 if z > 0", "0 if z <= 0", and "0 otherwise" as the last: their sum, each where it
// holds.
std::optional<std::string> listed(std::string_view s) {
  std::vector<std::string_view> pieces;
  std::size_t from = 0;
  for (const Found& f : words_in(s, {0, s.size()}, row_words)) {
    pieces.push_back(s.substr(from, f.at - from));
    from = f.at + f.word.size();
  }
  pieces.push_back(s.substr(from));
  pieces.erase(std::remove_if(pieces.begin(), pieces.end(),
                              [](std::string_view p) { return without_signs(p).empty(); }),
               pieces.end());
  if (pieces.size() < 2) return std::nullopt;
  std::vector<Branch> branches;
  std::optional<std::string> otherwise;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (const auto b = branch(pieces[i])) {
      branches.push_back(*b);
      continue;
    }
    const std::vector<Found> last = words_in(pieces[i], {0, pieces[i].size()}, else_words);
    if (last.size() != 1 || i + 1 < pieces.size() || branches.empty()) return std::nullopt;
    const std::string before = without_signs(pieces[i].substr(0, last[0].at)),
                      behind = without_signs(pieces[i].substr(last[0].at + last[0].word.size()));
    if (before.empty() == behind.empty()) return std::nullopt;
    otherwise = before.empty() ? behind : before;
  }
  if (otherwise) {
    std::string all = *otherwise;
    for (std::size_t i = branches.size(); i-- > 0;)
      all = where(branches[i].condition, branches[i].value, all);
    return all;
  }
  std::string sum;
  for (const Branch& b : branches)
    sum += (sum.empty() ? "(" : " + ") + ("(" + b.condition + ") ⊙ (" + b.value + ")");
  return sum + ")";
}

// "1 if z > 0 else 0", which may go on in the same way.
std::optional<std::string> with_else(std::string_view s) {
  const std::vector<Found> last = words_in(s, {0, s.size()}, else_words);
  if (last.empty()) return std::nullopt;
  const std::string otherwise = without_signs(s.substr(last.back().at + last.back().word.size()));
  std::string_view before = s.substr(0, last.back().at);
  std::string head;
  if (last.size() > 1) {
    const std::size_t behind = last[last.size() - 2].at + last[last.size() - 2].word.size();
    head = std::string(before.substr(0, behind)) + " ";
    before.remove_prefix(behind);
  }
  while (!before.empty() && std::string_view(" ,;").find(before.back()) != none)
    before.remove_suffix(1);
  const auto b = branch(before);
  if (!b || otherwise.empty()) return std::nullopt;
  const std::string choice = head + where(b->condition, b->value, otherwise);
  return head.empty() ? std::optional(choice) : with_else(choice);
}

// "z > 0 ? 1 : 0".
std::optional<std::string> with_mark(std::string_view s) {
  const std::vector<Found> mark = words_in(s, {0, s.size()}, question);
  if (mark.size() != 1) return std::nullopt;
  const std::vector<Found> colon = words_in(s, {mark[0].at, s.size()}, colon_sign);
  if (colon.size() != 1) return std::nullopt;
  const std::string condition = without_signs(s.substr(0, mark[0].at));
  if (!holds_comparison(condition)) return std::nullopt;
  return where(condition, without_signs(s.substr(mark[0].at + 1, colon[0].at - mark[0].at - 1)),
               without_signs(s.substr(colon[0].at + 1)));
}

}  // namespace

void read_conditionals(PlainText& text) {
  constexpr int most = 16;
  std::size_t from = 0;
  for (int count = 0; count < most; ++count) {
    const std::string& s = text.text;
    std::size_t at = none;
    for (std::size_t next = from; next < s.size() && at == none; ++next) {
      if (s[next] == '?') at = next;
      for (const std::string_view word : if_words)
        if (at == none && is_word_at(s, next, word)) at = next;
    }
    if (at == none) return;
    const Scope scope = scope_of(s, at);
    const std::string_view inner = std::string_view(s).substr(scope.from, scope.end - scope.from);
    auto read = s[at] == '?' ? with_mark(inner) : listed(inner);
    if (!read && s[at] != '?') read = with_else(inner);
    from = at + 1;
    if (!read) continue;
    text.replace(scope.from, scope.end - scope.from, *read);
    from = scope.from + std::string_view("where(").size();
  }
}

}  // namespace num
