// Derivatives that are names: "∂J/∂z1" is g1 where g1 is known by that name, too.
#include <optional>
#include <utility>
#include <vector>

#include "num/dialect.h"
#include "num/dialect_parts.h"
#include "num/quantity.h"

namespace num {
namespace {

// The byte behind a group in braces at `at`; `at` where there is none.
std::size_t behind_braces(std::string_view s, std::size_t at) {
  const std::size_t close = closing_brace(s, at);
  return close == none ? at : close + 1;
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
      if (char_at(s, end) == '{') {
        end = behind_braces(s, end);
      } else if (const Letter l = letter_at(s, end); l.kind == Letter::letter) {
        end += l.size;
      }
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
  // A plain d may be part of a name; ∂ begins what it stands in front of.
  if (at > 0 &&
      ((s[at] == 'd' && is_letter_or_digit(s[at - 1])) || s[at - 1] == '\\' || s[at - 1] == '{'))
    return none;
  const std::size_t above = behind_differential(s, at);
  if (above == none) return none;
  const std::size_t line = skip_blanks(s, above);
  return char_at(s, line) == '/' ? behind_differential(s, skip_blanks(s, line + 1)) : none;
}

// The byte behind "∇L", "∇_y L" or "\\nabla_{y} L" at `at`, with "(y)" behind it.
std::size_t behind_gradient(std::string_view s, std::size_t at) {
  std::size_t end = at;
  for (const std::string_view sign : {"∇", "\\nabla"})
    if (end == at && s.substr(at, sign.size()) == sign) end = at + sign.size();
  if (end == at) return none;
  end = skip_blanks(s, end);
  if (char_at(s, end) == '_') {
    ++end;
    end = char_at(s, end) == '{' ? behind_braces(s, end) : end + 1;
    end = skip_blanks(s, end);
  }
  if (!is_letter(char_at(s, end)) || is_letter_or_digit(char_at(s, end + 1))) return none;
  return end + 1;
}

// `slice` without the blanks round a sign, which part no names: "h_{t - 1}".
std::string tightened(std::string_view slice) {
  const auto is_sign = [](char c) { return c == '+' || c == '-'; };
  std::string out;
  for (std::size_t at = 0; at < slice.size(); ++at) {
    const bool before = !out.empty() && is_sign(out.back());
    if (slice[at] != ' ' || !(before || is_sign(char_at(slice, skip_blanks(slice, at)))))
      out += slice[at];
  }
  return out;
}

// A derivative of one member of a family by the member before it: of "h2" by "h1".
struct Step {
  std::string family;  // "h"
  std::string symbol;  // of the derivatives: "J"
};
std::optional<Step> step_of(const Derivative& d, const std::string& symbol) {
  const auto bare = [](const std::string& name) { return name.substr(0, name.size() - 1); };
  if (d.of.size() < 2 || d.by.size() != d.of.size() || symbol.empty()) return std::nullopt;
  const char n = d.of.back();
  if (!is_digit(n) || d.by.back() + 1 != n || symbol.back() != n || bare(d.of) != bare(d.by))
    return std::nullopt;
  return Step{bare(d.of), bare(symbol)};
}

// "J_{t}" for ∂h_t/∂h_{t−1} and "J_{t+1}" for ∂h_{t+1}/∂h_t; empty where it is no such derivative.
std::string by_index(const Derivative& given, const Step& step) {
  const std::size_t size = step.family.size();
  if (given.of.substr(0, size) != step.family || given.by.substr(0, size) != step.family) return "";
  const std::string index = given.of.substr(size), before = given.by.substr(size);
  return index == before + "+1" || before == index + "-1" ? step.symbol + "_{" + index + "}" : "";
}

}  // namespace

void read_derivatives(PlainText& text, const std::vector<Symbol>& symbols) {
  std::vector<std::pair<Derivative, std::string>> names;
  for (const Symbol& s : symbols)
    for (const std::string& other : s.also)
      if (auto d = derivative(plain_label(other))) names.emplace_back(*std::move(d), s.text);
  if (names.empty()) return;
  const auto symbol_of = [&names, &symbols](const std::string& label) -> std::string {
    const auto found = derivative(label);
    for (const auto& [name, symbol] : names)
      if (found == name) return symbol;
    for (const auto& [name, symbol] : names)
      if (const auto step = step_of(name, symbol); found && step)
        if (std::string indexed = by_index(*found, *step); !indexed.empty()) return indexed;
    for (const Symbol& s : symbols) {
      if (plain_label(s.text) == label) return s.text;
      // "∇ L" is followed by the number of a member.
      if (plain_label(s.text) == label + "1") return s.text.substr(0, s.text.size() - 1);
    }
    return "";
  };
  for (std::size_t at = 0; at < text.text.size(); ++at) {
    const std::string_view s = text.text;
    std::size_t end = behind_derivative(s, at);
    if (end == none) end = behind_gradient(s, at);
    if (end == none) continue;
    const std::string symbol = symbol_of(plain_label(tightened(s.substr(at, end - at))));
    if (symbol.empty()) continue;
    // A gradient is that at y, whether it says so or not.
    if (s.substr(end, 3) == "(y)") end += 3;
    const bool before = at > 0 && is_letter_or_digit(s[at - 1]);
    const bool after = is_letter_or_digit(char_at(s, end));
    text.replace(at, end - at, (before ? " " : "") + symbol + (after ? " " : ""));
    at += symbol.size() - 1 + (before ? 1 : 0);
  }
}

}  // namespace num
