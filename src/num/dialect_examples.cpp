// Which example is meant, which layer, and indicators of a set.
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
  next = skip_blanks(s, next + 1);
  // Word has brackets of its own round what stands above the line: "^((i) )".
  const bool twice = char_at(s, next) == '(';
  if (twice) next = skip_blanks(s, next + 1);
  m.inner = next;
  while (is_letter_or_digit(char_at(s, next))) ++next;
  m.text = s.substr(m.inner, next - m.inner);
  next = skip_blanks(s, next);
  if (char_at(s, next) != (open == '(' ? ')' : ']') || m.text.empty()) return std::nullopt;
  if (twice) next = skip_blanks(s, next + 1);
  if (twice && char_at(s, next) != ')') return std::nullopt;
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
    const std::string number(m->text);
    if (!words.has(name_before(s, at) + number)) return false;
    if (!m->braces) {
      plain.replace(at, end - at, "_" + number);
      return true;
    }
    // "W^{[2]T}" and "W^{[2]^T}" are W_2^{T}.
    end = skip_blanks(s, end);
    if (char_at(s, end) == '^') end = skip_blanks(s, end + 1);
    const bool braces = char_at(s, end) == '{';
    const std::size_t close = braces ? s.find('}', end) : std::string::npos;
    if (close != std::string::npos) plain.replace(close, 1, "");
    end += braces ? 1 : 0;
    const bool done = char_at(s, end) == '}';
    plain.replace(at, (done ? end + 1 : end) - at, "_" + number + (done ? "" : "^{"));
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

// "W[2]", "W^2" and "W^{2T}" are W_2 where there is no W, and W_2^{T}.
bool take_layer(PlainText& plain, std::size_t at, const Words& words) {
  const std::string& s = plain.text;
  std::size_t name = at;
  while (name > 0 && s[name - 1] == ' ') --name;
  const std::string base = name_before(s, name);
  std::size_t digit = at + 1;
  const bool braces = s[at] == '^' && char_at(s, digit) == '{';
  digit += braces ? 1 : 0;
  const std::string number(1, char_at(s, digit));
  if (base.empty() || !is_digit(number[0]) || is_digit(char_at(s, digit + 1)) ||
      words.find(base).kind == Word::symbol || !words.has(base + number))
    return false;
  if (s[at] == '[') {
    if (char_at(s, digit + 1) != ']') return false;
    plain.replace(name, digit + 2 - name, "_" + number);
    return true;
  }
  const std::size_t rest = skip_blanks(s, digit + 1);
  const bool done = braces && char_at(s, rest) == '}';
  plain.replace(name,
                (done     ? rest + 1
                 : braces ? rest
                          : digit + 1) -
                    name,
                "_" + number + (braces && !done ? "^{" : ""));
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

}  // namespace

void read_examples(PlainText& text, const Words& words) {
  for (std::size_t at = 0; at < text.text.size();) {
    const char c = text.text[at];
    const bool marked = (c == '^' || c == '_') && take_example(text, at, words);
    const bool layered = !marked && (c == '^' || c == '[') && take_layer(text, at, words);
    if (!marked && !layered && !((c == '_' || c == '[') && take_index(text, at, words))) ++at;
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

}  // namespace num
