// Examples, hats and words beside a formula.
#include <algorithm>
#include <optional>

#include "num/dialect.h"
#include "num/dialect_parts.h"

namespace num {
namespace {

// A letter that numbers examples and is no name here; a name in the other case is another thing.
bool numbers_examples(char letter, const Words& words) {
  return std::string_view("ijknt").find(letter) != std::string_view::npos && letter != '\0' &&
         !words.has(std::string(1, letter));
}

// The name that ends before byte `end`, "z" of "2z".
std::string name_before(std::string_view s, std::size_t end) {
  std::size_t from = end;
  while (from > 0 && is_letter(s[from - 1])) --from;
  if (from > 0 && s[from - 1] == '\\') --from;
  return num::plain(s.substr(from, end - from));
}

// What stands above or below the line from `at` on, in brackets of either kind: "^{(i)", "^(i)",
// "_{(2)", "^{[2]}".
struct Mark {
  std::size_t inner = 0, end = 0;  // of what is in the brackets; `end` is behind them
  bool braces = false;
  std::string_view text;
};
std::optional<Mark> mark_at(std::string_view s, std::size_t at) {
  Mark m;
  std::size_t next = at + 1;
  while (char_at(s, next) == ' ') ++next;
  m.braces = char_at(s, next) == '{';
  if (m.braces) ++next;
  while (char_at(s, next) == ' ') ++next;
  const char open = char_at(s, next);
  if (open != '(' && open != '[') return std::nullopt;
  m.inner = ++next;
  while (is_letter_or_digit(char_at(s, next))) ++next;
  if (char_at(s, next) != (open == '(' ? ')' : ']') || next == m.inner) return std::nullopt;
  m.text = s.substr(m.inner, next - m.inner);
  m.end = next + 1;
  return m;
}

// True where `letter` numbers the members of the family `name`: x^{(t)} is x_t under a sum over t.
// Where names are of one example of several, it numbers these.
bool numbers_members(const std::string& text, const std::string& name, char letter,
                     const Words& words) {
  if (words.counts_examples() || words.find(name).kind != Word::family) return false;
  return text.find(std::string("_") + letter) != text.npos ||
         text.find(std::string("_{") + letter) != text.npos;
}

// Takes "(i)" out of what stands above or below the line at `at`; the rest of the braces stays.
bool take_example(PlainText& plain, std::size_t at, const Words& words) {
  const std::string& s = plain.text;
  const auto m = mark_at(s, at);
  if (!m) return false;
  std::size_t end = m->end;
  if (m->text.size() == 1 && is_digit(m->text[0])) {
    const std::string numbered = name_before(s, at) + std::string(m->text);
    if (!words.has(numbered)) return false;
    if (m->braces && char_at(s, skip_blanks(s, end)) == '}') end = skip_blanks(s, end) + 1;
    plain.replace(at, end - at, "_" + std::string(m->text));
    return true;
  }
  if (m->text.size() != 1 || !numbers_examples(m->text[0], words)) return false;
  if (numbers_members(s, name_before(s, at), m->text[0], words)) {
    // "x^{(t)\\top}" has more above the line.
    const bool more = m->braces && char_at(s, skip_blanks(s, end)) != '}';
    if (m->braces && !more) end = skip_blanks(s, end) + 1;
    plain.replace(at, end - at, "_" + std::string(m->text) + (more ? "^{" : ""));
    return true;
  }
  if (!m->braces) {
    plain.replace(at, end - at, "");
    return true;
  }
  end = skip_blanks(s, end);
  while (char_at(s, end) == ',' || char_at(s, end) == ' ') ++end;
  if (char_at(s, end) == '}')
    plain.replace(at, end + 1 - at, "");
  else
    plain.replace(at + 1, end - at - 1, "{");
  return true;
}

// "z_{2,i}" and "z_{2i}" are z_2, "y[i]" is y.
bool take_index(PlainText& plain, std::size_t at, const Words& words) {
  const std::string& s = plain.text;
  if (s[at] == '[') {
    const bool follows =
        at > 0 && (is_letter_or_digit(s[at - 1]) || s[at - 1] == '}' || (s[at - 1] & 0x80));
    if (!follows || char_at(s, at + 2) != ']' || !numbers_examples(char_at(s, at + 1), words))
      return false;
    const char letter = s[at + 1];
    const bool member = numbers_members(s, name_before(s, at), letter, words);
    plain.replace(at, 3, member ? std::string("_") + letter : "");
    return true;
  }
  if (s[at] != '_' || char_at(s, at + 1) != '{') return false;
  std::size_t digits = at + 2;
  while (is_digit(char_at(s, digits))) ++digits;
  std::size_t letter = digits;
  while (char_at(s, letter) == ',' || char_at(s, letter) == ' ') ++letter;
  if (digits == at + 2 || char_at(s, letter + 1) != '}' ||
      !numbers_examples(char_at(s, letter), words))
    return false;
  // An index that a sum runs over says which entry is meant.
  if (s.find(std::string("_") + s[letter]) != s.npos ||
      s.find(std::string("_{") + s[letter] + "=") != s.npos)
    return false;
  plain.replace(digits, letter + 1 - digits, "");
  return true;
}

// "y^ - y", but not "y^-1" and "y^2".
bool is_hat(const std::string& s, std::size_t at) {
  std::size_t hat = skip_blanks(s, at + 1);
  if (char_at(s, hat) != '^') return false;
  const bool apart = hat > at + 1;
  const std::size_t next = skip_blanks(s, hat + 1);
  const char c = char_at(s, next);
  if (c == '+' || c == '-') {
    const char then = char_at(s, skip_blanks(s, next + 1));
    return !is_digit(then) && then != '{' && then != '(' && (!apart || next > hat + 1);
  }
  return c == '\0' || std::string_view("*/)]},;=_").find(c) != std::string_view::npos ||
         s.compare(next, 2, "·") == 0 || s.compare(next, 2, "×") == 0;
}

// Hats that stand beside their letters.
void read_hats(PlainText& plain, const Words& words) {
  for (const char base : {'y', 'Y', 'z'}) {
    if (words.find(std::string(1, base) + "hat").kind != Word::symbol) continue;
    const std::string hat = base == 'y' ? "ŷ" : base == 'Y' ? "Ŷ" : "ẑ";
    for (std::size_t at = 0; at < plain.text.size(); ++at) {
      const std::string& s = plain.text;
      if (at > 0 && (is_letter(s[at - 1]) || s[at - 1] == '_' || s[at - 1] == '\\')) continue;
      if (s[at] == base && !is_letter_or_digit(char_at(s, at + 1)) && is_hat(s, at)) {
        plain.replace(at, skip_blanks(s, at + 1) + 1 - at, hat);
        continue;
      }
      for (const std::string_view form :
           {"?-hat", "? hat", "hat(?)", "hat{?}", "hat ?", "?_{hat}", "?~", "hat?"}) {
        std::string wanted(form);
        std::replace(wanted.begin(), wanted.end(), '?', base);
        if (wanted == std::string(1, base) + "~") continue;
        if (s.compare(at, wanted.size(), wanted) != 0 ||
            is_letter_or_digit(char_at(s, at + wanted.size())))
          continue;
        plain.replace(at, wanted.size(), hat);
        break;
      }
    }
  }
}

// Words that say that a product goes entry by entry, and those that stand beside them.
constexpr std::string_view by_entries[] = {
    "elementwise",     "element-wise",  "element wise",   "entrywise",          "entry-wise",
    "entry wise",      "componentwise", "component-wise", "entry by entry",     "pointwise",
    "point-wise",      "point wise",    "hadamard",       "element by element", "coordinatewise",
    "coordinate-wise", "componentwise", "per element",    "per entry"};
constexpr std::string_view beside[] = {"product",     "multiplication",
                                       "multiplied",  "multiply",
                                       "multiplying", "applied",
                                       "used",        "as",
                                       "a",           "the",
                                       "to",          "be",
                                       "is",          "by",
                                       "with",        "in",
                                       "an",          "it",
                                       "taken",       "operation",
                                       "sense",       "means",
                                       "where",       "and",
                                       "for",         "all",
                                       "i.e.",        "so"};

constexpr std::string_view times = "⊙";

// Blanks out `size` bytes; they stay in their places.
void blank(PlainText& plain, std::size_t at, std::size_t size) {
  std::fill_n(plain.text.begin() + static_cast<std::ptrdiff_t>(at), size, ' ');
}

// Blanks out the words from `end` on, or those that end at `at`, as long as they belong to a remark.
void blank_after(PlainText& plain, std::size_t end) {
  for (;;) {
    const std::size_t from = skip_blanks(plain.text, end);
    std::size_t to = from;
    while (is_letter(char_at(plain.text, to))) ++to;
    if (to == from || !is_one_of(lower(plain.text.substr(from, to - from)), beside)) return;
    blank(plain, from, to - from);
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
    blank(plain, from, at - from);
    at = from;
  }
  if (at > 0 &&
      (plain.text[at - 1] == ',' || plain.text[at - 1] == ';' || plain.text[at - 1] == ':'))
    blank(plain, at - 1, 1);
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
      blank(plain, at, word.size());
      blank_after(plain, at + word.size());
      blank_before(plain, at);
      if (stands_between(plain.text, at)) plain.text.replace(at, times.size(), times);
      found = again = true;
    }
  }
  return found;
}

// Empty brackets, which a remark has left.
void take_empty(PlainText& plain) {
  for (std::size_t at = 0; (at = plain.text.find('(', at)) != std::string::npos; ++at) {
    const std::size_t close = skip_blanks(plain.text, at + 1);
    if (close > at + 1 && char_at(plain.text, close) == ')') {
      blank(plain, at, 1);
      blank(plain, close, 1);
    }
  }
}

// "… for each example", "… where m is the number of examples".
void take_remarks(PlainText& plain) {
  for (const std::string_view word : {" nats",
                                      " nat",
                                      " where ",
                                      " per example",
                                      " for one example",
                                      " for each example",
                                      " for every example",
                                      " for a single example",
                                      " for example i",
                                      " for the i-th example",
                                      " per pair",
                                      " for one pair",
                                      " for each pair",
                                      " for a pair",
                                      " for all i",
                                      " for each i",
                                      " (per example)",
                                      " (for one example)",
                                      " (one example)",
                                      " for an example"}) {
    const std::size_t at = lower(plain.text).find(word);
    if (at == std::string::npos || at == 0) continue;
    std::size_t from = at;
    while (from > 0 && (plain.text[from - 1] == ' ' || plain.text[from - 1] == ',')) --from;
    plain.replace(from, plain.text.size() - from, "");
  }
}

}  // namespace

void read_examples(PlainText& text, const Words& words) {
  for (std::size_t at = 0; at < text.text.size();) {
    const char c = text.text[at];
    const bool marked = (c == '^' || c == '_') && take_example(text, at, words);
    if (!marked && !((c == '_' || c == '[') && take_index(text, at, words))) ++at;
  }
}

void read_indicators(PlainText& text) {
  constexpr std::string_view positive[] = {"(0,∞)", "[0,∞)", "(0,+∞)", "]0,∞[", "R_+", "R^+",
                                           "R_{+}", "R^{+}", "R_{>0}", "R+",    ">0",  "≥0"};
  for (std::size_t at = 0; (at = text.text.find("_{", at)) != std::string::npos; ++at) {
    const std::string_view s = text.text;
    std::size_t from = at;
    for (const std::string_view one : {"1", "𝟙", "𝕀", "I"})
      if (s.substr(0, at).ends_with(one)) from = at - one.size();
    int open = 0;
    std::size_t end = at + 1;
    std::string set;
    do {
      open += s[end] == '{' ? 1 : s[end] == '}' ? -1 : 0;
      if (s[end] != ' ') set += s[end];
    } while (++end < s.size() && open > 0);
    if (from == at || open > 0 || char_at(s, skip_blanks(s, end)) != '(') continue;
    if (is_one_of(std::string_view(set).substr(1, set.size() - 2), positive))
      text.replace(from, end - from, "step");
  }
}

bool read_words(PlainText& text, const Words& words) {
  take_remarks(text);
  const bool elementwise = take_by_entries(text);
  if (elementwise) take_empty(text);
  read_hats(text, words);
  while (!text.text.empty() &&
         std::string_view(".,;:!$ ").find(text.text.back()) != std::string_view::npos)
    text.replace(text.text.size() - 1, 1, "");
  return elementwise;
}

}  // namespace num
