// Words beside a formula: that a product goes entry by entry, and remarks.
#include <algorithm>

#include "num/dialect.h"
#include "num/dialect_parts.h"

namespace num {
namespace {

// Words that say that a product goes entry by entry, and those that stand beside them.
constexpr std::string_view by_entries[] = {
    "elementwise",     "element-wise",  "element wise",   "entrywise",          "entry-wise",
    "entry wise",      "componentwise", "component-wise", "entry by entry",     "pointwise",
    "point-wise",      "point wise",    "hadamard",       "element by element", "coordinatewise",
    "coordinate-wise", "componentwise", "per element",    "per entry"};
constexpr std::string_view beside[] = {"product",   "multiplication",
                                       "times",     "multiplied",
                                       "multiply",  "multiplying",
                                       "applied",   "used",
                                       "as",        "a",
                                       "the",       "to",
                                       "be",        "is",
                                       "by",        "with",
                                       "in",        "an",
                                       "it",        "taken",
                                       "operation", "sense",
                                       "means",     "where",
                                       "and",       "for",
                                       "all",       "i.e.",
                                       "so"};

constexpr std::string_view times = "⊙";

// Blanks out the words from `end` on, or those that end at `at`, as long as they belong to a
// remark.
void blank_after(PlainText& plain, std::size_t end) {
  for (;;) {
    const std::size_t from = skip_blanks(plain.text, end);
    std::size_t to = from;
    while (is_letter(char_at(plain.text, to))) ++to;
    if (to == from || !is_one_of(lower(plain.text.substr(from, to - from)), beside)) return;
    plain.blank(from, to - from);
    end = to;
  }
}
void blank_before(PlainText& plain, std::size_t at) {
  for (;;) {
    while (at > 0 && plain.text[at - 1] == ' ') --at;
    std::size_t from = at;
    while (from > 0 && is_letter(plain.text[from - 1])) --from;
    // One letter alone may be a name.
    if (at - from < 2 || !is_one_of(lower(plain.text.substr(from, at - from)), beside)) break;
    plain.blank(from, at - from);
    at = from;
  }
  if (at > 0 &&
      (plain.text[at - 1] == ',' || plain.text[at - 1] == ';' || plain.text[at - 1] == ':'))
    plain.blank(at - 1, 1);
}

// True where a factor stands on either side of `at`, so that the word was the sign between them.
bool stands_between(const std::string& s, std::size_t at) {
  const std::size_t next = skip_blanks(s, at);
  std::size_t before = at;
  while (before > 0 && s[before - 1] == ' ') --before;
  return before > 0 && next < s.size() &&
         std::string_view("+-*/([{=,;<>").find(s[before - 1]) == std::string_view::npos &&
         !s.substr(0, before).ends_with(times) &&
         std::string_view("+-*/)]}=,;<>.").find(s[next]) == std::string_view::npos &&
         s.compare(next, times.size(), times) != 0;
}

bool take_by_entries(PlainText& plain) {
  bool found = false;
  for (bool again = true; again;) {
    again = false;
    const std::string low = lower(plain.text);
    for (const std::string_view word : by_entries) {
      const std::size_t at = low.find(word);
      if (at == std::string::npos) continue;
      constexpr std::string_view denial = "not ";
      const bool denied = std::string_view(low).substr(0, at).ends_with(denial);
      plain.blank(at, word.size());
      blank_after(plain, at + word.size());
      blank_before(plain, at);
      if (stands_between(plain.text, at)) plain.text.replace(at, times.size(), times);
      if (denied) plain.blank(at - denial.size(), denial.size());
      found = found || !denied;
      again = true;
    }
  }
  return found;
}

// Empty brackets, which a remark has left.
void take_empty(PlainText& plain) {
  for (std::size_t at = 0; (at = plain.text.find('(', at)) != std::string::npos; ++at) {
    const std::size_t close = skip_blanks(plain.text, at + 1);
    if (close > at + 1 && char_at(plain.text, close) == ')') {
      plain.blank(at, 1);
      plain.blank(close, 1);
    }
  }
}

// "… for each example", "… where m is the number of examples": what is said beside a formula, to
// the end. Each begins with a blank or a comma.
constexpr std::string_view remarks[] = {
    " nats",      " nat",           " where ",    " per example", " per pair",      " for one ",
    " for each ", " for every ",    " for all ",  " for any ",    " for a single ", " for a ",
    " for an ",   " for example ",  " for the ",  " because",     " since ",        " as ",
    " with ",     " which ",        " due to ",   " i.e.",        " e.g.",          " thanks to ",
    " using ",    " by the ",       " if we ",    " so that ",    " not ",          ", the ",
    ", a row",    ", a column",     ", a vector", ", a matrix",   ", an ",          ", by ",
    ", it ",      " (per ",         " (for ",     " (as ",        " (a ",           " (an ",
    " (the ",     " (with ",        " (where ",   " (because ",   " (since ",       " (by ",
    " (row",      " (column",       " (one ",     " (vector",     " (matrix",       " (chain",
    " (from ",    " (see ",         " (if ",      " (in ",        " (using ",       " (it ",
    " (so ",      " (transposed if"};

// Words that lead on from a formula, to a remark or to another equation.
constexpr std::string_view conclusions[] = {", so ", ", hence ", ", thus ", ", therefore "};

// "ln(K) > 0, so it is never 0": behind a formula, what follows is no equation.
void take_conclusion(PlainText& plain) {
  const std::string low = lower(plain.text);
  for (const std::string_view words : conclusions)
    if (const std::size_t at = low.find(words);
        at != none && low.find_first_of("(^=") < at && low.find_first_of("=:", at) == none &&
        low.find("⇒", at) == none && low.find("→", at) == none)
      plain.replace(at, plain.text.size() - at, "");
}

void take_remarks(PlainText& plain) {
  take_conclusion(plain);
  const std::string low = lower(plain.text);
  std::size_t from = plain.text.size();
  int open = 0;
  for (std::size_t at = 0; at < low.size() && from == plain.text.size(); ++at) {
    const char c = low[at];
    if (open == 0 && at > 0 && (c == ' ' || c == ','))
      for (const std::string_view words : remarks)
        if (low.compare(at, words.size(), words) == 0 &&
            (words.back() == ' ' || !is_letter(char_at(low, at + words.size()))))
          from = std::min(from, at);
    open += deeper(c);
  }
  if (low.find_first_not_of(' ') >= from) return;
  while (from > 0 && (plain.text[from - 1] == ' ' || plain.text[from - 1] == ',')) --from;
  plain.replace(from, plain.text.size() - from, "");
}

// "W2ᵀ (gradient layout)": words in brackets behind everything, two at least, that are no names
// here.
void take_aside(PlainText& plain, const Words& words) {
  const std::string_view s = plain.text;
  const std::size_t open = s.rfind('(');
  if (open == none || open < 2 || s[open - 1] != ' ' || closing_bracket(s, open) != s.size() - 1)
    return;
  const std::string_view before = trimmed(s.substr(0, open), " ", " ");
  std::size_t name = before.size();
  while (name > 0 && is_letter(before[name - 1])) --name;
  const bool calls = words.find(std::string(before.substr(name))).kind == Word::function;
  if (before.empty() || calls || std::string_view("+-*/^=,([").find(before.back()) != none) return;
  int count = 0;
  for (std::size_t at = open + 1; at + 1 < s.size();) {
    std::size_t end = at;
    while (is_letter(char_at(s, end))) ++end;
    if (end == at && s[at] != ' ' && s[at] != ',' && s[at] != '-' && s[at] != '\'') return;
    const std::string word(s.substr(at, end - at));
    if (end > at && words.find(word).kind != Word::unknown) return;
    if (end > at + 1) ++count;
    at = std::max(end, at + 1);
  }
  if (count >= 2) plain.replace(open - 1, s.size() - open + 1, "");
}

// "W2 (1 × D_a)": a shape in brackets behind everything, in sizes that are no names here.
void take_shape(PlainText& plain, const Words& words) {
  const std::string& s = plain.text;
  if (s.empty() || s.back() != ')') return;
  const std::size_t open = s.rfind('(');
  if (open == std::string::npos || open < 2 || s[open - 1] != ' ') return;
  bool cross = false, stranger = false;
  for (std::size_t at = open + 1; at + 1 < s.size();) {
    const std::size_t from = at;
    while (is_letter_or_digit(s[at]) || s[at] == '_') ++at;
    const std::string name = num::plain(std::string_view(s).substr(from, at - from));
    if (name == "x" || name == "by")
      cross = true;
    else if (at > from && !is_digit(name.empty() ? '0' : name[0]) && !words.has(name))
      stranger = true;
    if (at > from) continue;
    if (s.compare(at, 2, "×") == 0) cross = true;
    if (s[at] != ' ' && s[at] != ',' && (s[at] & 0x80) == 0) return;
    ++at;
  }
  if (cross && stranger) plain.replace(open - 1, s.size() - open + 1, "");
}

// What leads up to a formula: "I think it's W2", "just W2", "the answer is W2".
void take_lead(PlainText& plain, const Words& words) {
  constexpr std::string_view verbs[] = {"is",     "be",   "gives", "give",  "get",     "gets",
                                        "obtain", "it's", "its",   "say",   "becomes", "yields",
                                        "guess",  "have", "equal", "reads", "write",   "wrote"};
  constexpr std::string_view fillers[] = {
      "just",   "simply", "only",   "the",    "so",      "therefore", "hence", "thus",   "then",
      "matrix", "row",    "vector", "column", "value",   "it",        "again", "maybe",  "probably",
      "answer", "result", "still",  "of",     "weights", "weight",    "think", "exactly"};
  const std::string low = lower(plain.text);
  int open = 0;
  std::size_t side = 0;
  for (std::size_t at = 0; at < low.size();) {
    const char c = low[at];
    open += deeper(c);
    std::size_t end = at;
    while (is_letter(char_at(low, end)) || (end > at && char_at(low, end) == '\'')) ++end;
    const bool starts = at == 0 || low[at - 1] == ' ';
    if (end > at && starts && open == 0 && char_at(low, end) == ' ' &&
        is_one_of(std::string_view(low).substr(at, end - at), verbs)) {
      // "δ2 is" names what follows; "I think it is" says nothing.
      const bool prose = std::all_of(low.begin() + static_cast<std::ptrdiff_t>(side),
                                     low.begin() + static_cast<std::ptrdiff_t>(at), [](char l) {
                                       return is_letter(l) || l == ' ' || l == '\'' || l == ',';
                                     });
      plain.blank(prose ? side : at, end - (prose ? side : at));
      if (!prose) plain.text[at] = '=';
      side = end;
    }
    if (end == at && open == 0 && (c == '=' || c == ':')) side = at + 1;
    at = std::max(end, at + 1);
  }
  // Words in front of what is left, unless one of them is a name.
  for (std::size_t from = side;;) {
    from = skip_blanks(plain.text, from);
    std::size_t end = from;
    while (is_letter(char_at(plain.text, end))) ++end;
    const std::string word = lower(std::string_view(plain.text).substr(from, end - from));
    if (!is_one_of(word, fillers) || words.has(word) || char_at(plain.text, end) != ' ') return;
    plain.blank(from, end - from);
  }
}

}  // namespace

bool read_words(PlainText& text, const Words& words) {
  const bool elementwise = take_by_entries(text);
  if (elementwise) take_empty(text);
  read_conditionals(text);
  take_remarks(text);
  take_aside(text, words);
  take_lead(text, words);
  take_shape(text, words);
  read_hats(text, words);
  while (!text.text.empty() &&
         std::string_view(".,;:!$ ").find(text.text.back()) != std::string_view::npos)
    text.replace(text.text.size() - 1, 1, "");
  return elementwise;
}

}  // namespace num
