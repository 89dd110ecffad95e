#include "num/scanner.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "num/letters.h"
#include "num/plain_text.h"
#include "num/utf8.h"
#include "num/word_row.h"

namespace num {
namespace {

// Signs beyond single characters of plain text and what they are read as.
struct Alias {
  std::string_view text;
  char sign;
  bool in_calculations = false;
  double value = 0;  // of a number
};
constexpr Alias aliases[] = {
    {"**", '^', true},
    {"\u00b7", '*', true},
    {"\u00d7", '*', true},
    {"\u00f7", '/', true},
    {"\u221a", Token::root, true},
    {".*", Token::each_times},
    {"./", Token::each_over},
    {".^", Token::each_power},
    {"\u2299", Token::each_times},
    {"\u2218", Token::each_times},
    {"\u2a00", Token::each_times},
    {"\u1d40", Token::transposed},
    {"\u22a4", Token::transposed},
    {".T", Token::transposed},
    {"<=", Token::at_most},
    {">=", Token::at_least},
    {"!=", Token::unequal},
    {"==", '='},
    {"\u2264", Token::at_most},
    {"\u2265", Token::at_least},
    {"\u2260", Token::unequal},
    {"||", Token::bars},
    {"\u2016", Token::bars},
    {"\U0001d7d9", Token::number, false, 1},
    {"\U0001d7cf", Token::number, false, 1},
    {"\U0001d540", Token::number, false, 1},
};
constexpr Alias commands[] = {
    {"cdot", '*'},
    {"times", '*'},
    {"odot", Token::each_times},
    {"circ", Token::each_times},
    {"div", '/'},
    {"top", Token::transposed},
    {"intercal", Token::transposed},
    {"le", Token::at_most},
    {"leq", Token::at_most},
    {"ge", Token::at_least},
    {"geq", Token::at_least},
    {"ne", Token::unequal},
    {"neq", Token::unequal},
    {"left", ' '},
    {"right", ' '},
    {"big", ' '},
    {"bigl", ' '},
    {"bigr", ' '},
    {"quad", ' '},
    {"mathrm", ' '},
    {"text", ' '},
    {"operatorname", ' '},
    {"mathbf", ' '},
    {"mathbb", ' '},
    {"Vert", Token::bars},
    {"vert", '|'},
    {"lvert", '|'},
    {"rvert", '|'},
};

const Alias* alias_at(std::string_view text, std::size_t at, bool calculation) {
  const char first = char_at(text, at);
  for (const Alias& alias : aliases)
    if (first == alias.text[0] && (alias.in_calculations || !calculation) &&
        text.substr(at, alias.text.size()) == alias.text)
      return &alias;
  return nullptr;
}

// An exponent's value and its bytes, both 0 where none stands at `at`.
struct Exponent {
  int value = 0;
  std::size_t size = 0;
};
Exponent exponent_at(std::string_view text, std::size_t at) {
  if (lower(char_at(text, at)) != 'e') return {};
  std::size_t next = at + 1;
  bool negative = false;
  if (const char c = char_at(text, next); c == '-' || c == '+') {
    negative = c == '-';
    ++next;
  }
  if (!is_digit(char_at(text, next))) return {};
  int value = 0;
  for (; is_digit(char_at(text, next)); ++next)
    if (value < 10000) value = 10 * value + (text[next] - '0');
  return {negative ? -value : value, next - at};
}

Token unreadable(std::size_t at, std::size_t size, std::string why) {
  Token token;
  token.sign = Token::unreadable;
  token.at = at;
  token.size = size;
  token.error = std::move(why);
  return token;
}

// True where a blank stands at `at` behind which a group of three digits goes on with a number, as
// in "49 152".
bool parts_group(std::string_view text, std::size_t at) {
  if (char_at(text, at) != ' ') return false;
  std::size_t digits = 0;
  while (digits < 4 && is_digit(char_at(text, at + 1 + digits))) ++digits;
  return digits == 3;
}

Token number_at(std::string_view text, std::size_t start, bool separating) {
  // The digits without their point: so no locale has a say in how they are read.
  std::string digits;
  int shift = 0;
  bool point = false;
  std::size_t at = start;
  const auto is_point = [&](char c) { return c == '.' || (c == ',' && !separating); };
  std::size_t grouped = 0;  // digits up to the last blank between groups of three
  for (; is_digit(char_at(text, at)) || is_point(char_at(text, at)); ++at) {
    if (is_digit(text[at])) {
      digits += text[at];
      shift -= point;
      const bool whole = grouped == 0 ? digits.size() <= 3 : digits.size() == grouped + 3;
      if (whole && !point && parts_group(text, at + 1)) {
        grouped = digits.size();
        ++at;
      }
    } else if (const char next = char_at(text, at + 1);
               !digits.empty() && text[at] == '.' && (next == '*' || next == '/' || next == '^')) {
      break;
    } else if (point) {
      return unreadable(at, 0,
                        "a number has one decimal point; leave out what separates thousands.");
    } else {
      point = true;
    }
  }
  if (digits.empty()) return unreadable(start, 0, "a decimal point needs a digit beside it.");
  const Exponent exponent = exponent_at(text, at);
  digits += 'e' + std::to_string(shift + exponent.value);
  Token token;
  token.sign = Token::number;
  token.at = start;
  token.size = at + exponent.size - start;
  token.value = std::strtod(digits.c_str(), nullptr);
  return std::isfinite(token.value) ? token
                                    : unreadable(start, 0, "this number is too large to hold.");
}

Token unreadable_at(std::string_view text, std::size_t start, bool calculation) {
  return unreadable(start, std::max<std::size_t>(utf8_length(text, start), 1),
                    character_name(text, start) + " has no meaning in a " +
                        (calculation ? "calculation." : "formula."));
}

Token sign_token(char sign, std::string_view text, std::size_t at, std::size_t size, double value) {
  Token token;
  token.sign = sign;
  token.at = at;
  token.size = size;
  token.value = value;
  token.text = text.substr(at, size);
  return token;
}

// The sign of a LaTeX command: its token's sign, '\0' where it has none.
char command_sign(std::string_view name) {
  for (const Alias& command : commands)
    if (name == command.text) return command.sign;
  return '\0';
}

}  // namespace

Token token_at(std::string_view text, std::size_t at, const Words& words, bool separating) {
  const bool calculation = words.calculation();
  const std::string_view signs = calculation ? "+-*/^()" : "+-*/^()[]{},;<>=|";
  while (at < text.size()) {
    const char c = text[at];
    if (const Alias* alias = alias_at(text, at, calculation)) {
      if (alias->sign != ' ')
        return sign_token(alias->sign, text, at, alias->text.size(), alias->value);
      at += alias->text.size();
      continue;
    }
    if (const Raised raised = raised_at(text, at); raised.size > 0)
      return sign_token(Token::raised, text, at, raised.size, raised.value);
    if (is_digit(c) || c == '.' || (c == ',' && !separating))
      return number_at(text, at, separating);
    if (signs.find(c) != signs.npos) return sign_token(c, text, at, 1, 0);
    if (c == ' ' || c == '\t' || (!calculation && (c == '\r' || c == '$'))) {
      ++at;
      continue;
    }
    if (!calculation && c == '\\' && letter_at(text, at).kind == Letter::none) {
      const std::string_view name = command_at(text, at);
      const char sign = command_sign(name);
      const std::size_t size = name.size() + 1;
      if (sign != '\0' && sign != ' ') return sign_token(sign, text, at, size, 0);
      if (sign == ' ' || (name.empty() && at + 1 < text.size())) {
        at += name.empty() ? 2 : size;
        continue;
      }
    }
    const Letter letter = letter_at(text, at);
    if (letter.kind == Letter::letter) return word_at(text, at, words);
    if (!calculation && letter.kind == Letter::prime)
      return sign_token(Token::transposed, text, at, letter.size, 0);
    if (!calculation &&
        (letter.kind == Letter::below || letter.kind == Letter::subscript || c == '_')) {
      Token token = sign_token('_', text, at, letter.kind == Letter::none ? 1 : letter.size, 0);
      if (letter.kind == Letter::subscript) token.key = letter.key;
      return token;
    }
    return unreadable_at(text, at, calculation);
  }
  return sign_token(Token::end, text, text.size(), 0, 0);
}

}  // namespace num
