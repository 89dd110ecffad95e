// Derivatives that are names: "∂J/∂z1" is g1 where g1 is known by that name, too.
#include <utility>

#include "num/dialect.h"
#include "num/dialect_parts.h"
#include "num/quantity.h"

namespace num {
namespace {

constexpr std::size_t none = std::string_view::npos;

// The byte behind a group in braces at `at`; `at` where there is none.
std::size_t behind_braces(std::string_view s, std::size_t at) {
  int open = 0;
  for (std::size_t end = at; end < s.size(); ++end) {
    open += s[end] == '{' ? 1 : s[end] == '}' ? -1 : 0;
    if (open == 0) return end == at ? at : end + 1;
  }
  return at;
}

// The byte behind "∂J" or "\\partial z_{1}" at `at`.
std::size_t behind_differential(std::string_view s, std::size_t at) {
  constexpr std::string_view signs[] = {"∂", "\\partial", "d"};
  std::size_t end = at;
  for (const std::string_view sign : signs)
    if (end == at && s.substr(at, sign.size()) == sign) end = at + sign.size();
  if (end == at) return none;
  end = skip_blanks(s, end);
  const std::size_t name = end;
  while (is_letter_or_digit(char_at(s, end))) ++end;
  if (end == name) return none;
  for (;;) {
    if (char_at(s, end) == '\'') {
      ++end;
    } else if (char_at(s, end) == '_') {
      ++end;
      if (char_at(s, end) == '{') end = behind_braces(s, end);
      while (is_letter_or_digit(char_at(s, end))) ++end;
    } else if (const Letter l = letter_at(s, end); l.kind == Letter::digit) {
      end += l.size;
    } else {
      return end;
    }
  }
}

// The byte behind the derivative that begins at `at`.
std::size_t behind_derivative(std::string_view s, std::size_t at) {
  constexpr std::string_view frac = "\\frac";
  if (s.substr(at, frac.size()) == frac) {
    const std::size_t above = skip_blanks(s, at + frac.size());
    const std::size_t below = skip_blanks(s, behind_braces(s, above));
    const std::size_t end = behind_braces(s, below);
    return below > above && end > below ? end : none;
  }
  if (at > 0 && (is_letter_or_digit(s[at - 1]) || s[at - 1] == '\\' || s[at - 1] == '{'))
    return none;
  const std::size_t above = behind_differential(s, at);
  if (above == none) return none;
  const std::size_t line = skip_blanks(s, above);
  return char_at(s, line) == '/' ? behind_differential(s, skip_blanks(s, line + 1)) : none;
}

}  // namespace

void read_derivatives(PlainText& text, const std::vector<Symbol>& symbols) {
  std::vector<std::pair<Derivative, std::string>> names;
  for (const Symbol& s : symbols)
    for (const std::string& other : s.also)
      if (auto d = derivative(plain_label(other))) names.emplace_back(*std::move(d), s.text);
  if (names.empty()) return;
  for (std::size_t at = 0; at < text.text.size(); ++at) {
    const std::string_view s = text.text;
    const std::size_t end = behind_derivative(s, at);
    if (end == none) continue;
    const auto found = derivative(plain_label(s.substr(at, end - at)));
    for (const auto& [name, symbol] : names)
      if (found == name) {
        text.replace(at, end - at, is_letter_or_digit(char_at(s, end)) ? symbol + " " : symbol);
        at += symbol.size() - 1;
        break;
      }
  }
}

}  // namespace num
