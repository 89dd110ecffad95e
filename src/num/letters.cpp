#include "num/letters.h"

#include "num/word_table.h"

namespace num {
namespace {

struct Spelling {
  std::string_view word;
  Letter::Kind kind;
  const char* key;
};

constexpr auto spellings = word_table<Spelling>({
    {"α", Letter::letter, "alpha"},      {"β", Letter::letter, "beta"},
    {"γ", Letter::letter, "gamma"},      {"δ", Letter::letter, "delta"},
    {"ε", Letter::letter, "epsilon"},    {"η", Letter::letter, "eta"},
    {"θ", Letter::letter, "theta"},      {"κ", Letter::letter, "kappa"},
    {"λ", Letter::letter, "lambda"},     {"μ", Letter::letter, "mu"},
    {"ν", Letter::letter, "nu"},         {"ξ", Letter::letter, "xi"},
    {"π", Letter::letter, "pi"},         {"ρ", Letter::letter, "rho"},
    {"σ", Letter::letter, "sigma"},      {"τ", Letter::letter, "tau"},
    {"φ", Letter::letter, "phi"},        {"ψ", Letter::letter, "psi"},
    {"ω", Letter::letter, "omega"},      {"Δ", Letter::letter, "Delta"},
    {"Θ", Letter::letter, "Theta"},      {"Σ", Letter::letter, "sum"},
    {"∑", Letter::letter, "sum"},        {"∏", Letter::letter, "prod"},
    {"Π", Letter::letter, "prod"},       {"∂", Letter::letter, "d"},
    {"∇", Letter::letter, "grad"},       {"ŷ", Letter::letter, "yhat"},
    {"Ŷ", Letter::letter, "Yhat"},       {"ẑ", Letter::letter, "zhat"},
    {"ℓ", Letter::letter, "l"},          {"\u0302", Letter::letter, "hat"},
    {"\u0303", Letter::letter, "tilde"}, {"\u0304", Letter::letter, "bar"},
    {"'", Letter::prime, "'"},           {"′", Letter::prime, "'"},
    {"’", Letter::prime, "'"},           {"_", Letter::below, ""},
    {"₀", Letter::digit, "0"},           {"₁", Letter::digit, "1"},
    {"₂", Letter::digit, "2"},           {"₃", Letter::digit, "3"},
    {"₄", Letter::digit, "4"},           {"₅", Letter::digit, "5"},
    {"₆", Letter::digit, "6"},           {"₇", Letter::digit, "7"},
    {"₈", Letter::digit, "8"},           {"₉", Letter::digit, "9"},
    {"ᵢ", Letter::subscript, "i"},       {"ⱼ", Letter::subscript, "j"},
    {"ₖ", Letter::subscript, "k"},       {"ₜ", Letter::subscript, "t"},
    {"ₙ", Letter::subscript, "n"},       {"ₘ", Letter::subscript, "m"},
    {"ₐ", Letter::subscript, "a"},       {"ₕ", Letter::subscript, "h"},
    {"ₓ", Letter::subscript, "x"},       {"ₑ", Letter::subscript, "e"},
});

// Commands that stand between other things or are signs, and are no part of a word.
constexpr auto sign_commands = word_table<std::string_view>(
    {"otimes", "cdot", "times",        "odot",   "circ",    "top",   "le",    "ge",
     "leq",    "geq",  "ne",           "neq",    "div",     "left",  "right", "quad",
     "mathrm", "text", "operatorname", "mathbf", "Vert",    "lvert", "rvert", "vert",
     "big",    "bigl", "bigr",         "mathbb", "intercal"});

// The letter under an accent command: "\hat{y}", "\hat y".
Letter accented(std::string_view text, std::size_t at, std::size_t size, std::string_view accent) {
  std::size_t inner = at + size;
  while (char_at(text, inner) == ' ') ++inner;
  const bool braces = char_at(text, inner) == '{';
  const Letter base = letter_at(text, inner + (braces ? 1 : 0));
  if (base.kind != Letter::letter) return {};
  std::size_t end = inner + (braces ? 1 : 0) + base.size;
  if (braces && char_at(text, end++) != '}') return {};
  return {Letter::letter, end - at, base.key + std::string(accent)};
}

// Letters in a type of their own: "\\mathbf{W}", "\\operatorname{diag}".
Letter typeset(std::string_view text, std::size_t at, std::size_t size) {
  std::size_t end = at + size;
  if (char_at(text, end) != '{') return {};
  const std::size_t first = ++end;
  while (is_letter(char_at(text, end))) ++end;
  if (end == first || char_at(text, end) != '}') return {};
  return {Letter::letter, end + 1 - at, std::string(text.substr(first, end - first))};
}

constexpr std::string_view typefaces[] = {"mathrm",       "mathbf",     "text",
                                          "operatorname", "boldsymbol", "mathit"};

Letter command(std::string_view text, std::size_t at) {
  const std::string_view name = command_at(text, at);
  for (const std::string_view face : typefaces)
    if (name == face) return typeset(text, at, name.size() + 1);
  if (name.empty() || sign_commands.holds(name)) return {};
  if (name == "hat" || name == "widehat") return accented(text, at, name.size() + 1, "hat");
  if (name == "tilde" || name == "bar") return accented(text, at, name.size() + 1, name);
  if (name == "nabla") return {Letter::letter, name.size() + 1, "grad"};
  if (name == "partial") return {Letter::letter, name.size() + 1, "d"};
  if (name == "prime") return {Letter::prime, name.size() + 1, "'"};
  return {Letter::letter, name.size() + 1, std::string(name)};
}

// Letters and digits, also in two rows, as in "D_{a_1}".
bool is_subscript(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

// True where "{" at `at` opens a subscript of letters and digits only.
bool opens_subscript(std::string_view text, std::size_t at) {
  if (at == 0 || text[at - 1] != '_') return false;
  std::size_t next = at + 1;
  while (is_subscript(char_at(text, next))) ++next;
  return next > at + 1 && char_at(text, next) == '}';
}

bool closes_subscript(std::string_view text, std::size_t at) {
  std::size_t open = at;
  while (open > 0 && is_subscript(text[open - 1])) --open;
  return open > 1 && open < at && text[open - 1] == '{' && text[open - 2] == '_';
}

}  // namespace

Letter letter_at(std::string_view text, std::size_t at) {
  const char c = char_at(text, at);
  if (is_letter(c)) return {Letter::letter, 1, std::string(1, c)};
  if (is_digit(c)) return {Letter::digit, 1, std::string(1, c)};
  if (c == '\\') return command(text, at);
  if (c == '{' && opens_subscript(text, at)) return {Letter::open, 1, ""};
  if (c == '}' && closes_subscript(text, at)) return {Letter::close, 1, ""};
  if (c == '_' && char_at(text, at + 1) == '{' && !opens_subscript(text, at + 1)) return {};
  const Spelling* s = spellings.at(text, at);
  return s ? Letter{s->kind, s->word.size(), s->key} : Letter{};
}

Raised raised_at(std::string_view text, std::size_t at) {
  constexpr std::string_view digits[] = {"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                         "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  constexpr std::string_view minus = "\u207b";
  const bool negative = text.substr(at, minus.size()) == minus;
  std::size_t next = negative ? at + minus.size() : at;
  const std::size_t first = next;
  int value = 0;
  for (bool found = true; found;) {
    found = false;
    for (int d = 0; d < 10 && !found; ++d) {
      if (text.substr(next, digits[d].size()) != digits[d]) continue;
      found = true;
      value = std::min(9999, 10 * value + d);
      next += digits[d].size();
    }
  }
  if (next == first) return {};
  return {negative ? -value : value, next - at};
}

std::string_view command_at(std::string_view text, std::size_t at) {
  if (char_at(text, at) != '\\') return {};
  std::size_t end = at + 1;
  while (is_letter(char_at(text, end))) ++end;
  return text.substr(at + 1, end - at - 1);
}

bool is_part_of_word(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '\\' || (c & 0x80) != 0;
}
std::string lower(std::string_view s) {
  std::string low(s);
  for (char& c : low) c = lower(c);
  return low;
}

std::size_t closing_bracket(std::string_view s, std::size_t at) {
  if (!opens(char_at(s, at))) return std::string_view::npos;
  for (int open = 0; at < s.size(); ++at) {
    open += deeper(s[at]);
    if (open == 0) return at;
  }
  return std::string_view::npos;
}

std::size_t closing_brace(std::string_view s, std::size_t at) {
  if (char_at(s, at) != '{') return std::string_view::npos;
  for (int open = 0; at < s.size(); ++at) {
    open += s[at] == '{' ? 1 : s[at] == '}' ? -1 : 0;
    if (open == 0) return at;
  }
  return std::string_view::npos;
}

}  // namespace num
