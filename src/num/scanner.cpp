#include "num/scanner.h"

#include <algorithm>

#include "num/letters.h"
#include "num/literal.h"
#include "num/plain_text.h"
#include "num/utf8.h"
#include "num/word_row.h"
#include "num/word_table.h"

namespace num {
namespace {

// Signs beyond single characters of plain text and what they are read as.
struct Alias {
  std::string_view word;
  char sign;
  bool in_calculations = false;
  double value = 0;  // of a number
};
constexpr auto aliases = word_table<Alias>({
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
    {"\u2297", Token::outer},
    {"\u1d40", Token::transposed},
    {"\u22a4", Token::transposed},
    {".T", Token::transposed},
    {".'", Token::transposed},
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
});
constexpr auto commands = word_table<Alias>({
    {"cdot", '*'},
    {"times", '*'},
    {"odot", Token::each_times},
    {"otimes", Token::outer},
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
});

const Alias* alias_at(std::string_view text, std::size_t at, bool calculation) {
  return aliases.at(text, at, [calculation](const Alias& alias) {
    return alias.in_calculations || !calculation;
  });
}

Token unreadable(std::size_t at, std::size_t size, std::string why) {
  Token token;
  token.sign = Token::unreadable;
  token.at = at;
  token.size = size;
  token.error = std::move(why);
  return token;
}

// True where "10-9" or "10 -9" at `at` stands behind a number and a sign of multiplication: it is
// how a raised exponent comes out of a copy.
bool fallen_power(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "10") return false;
  std::size_t minus = at + 2;
  while (char_at(text, minus) == ' ') ++minus;
  if (char_at(text, minus) != '-' || !is_digit(char_at(text, minus + 1))) return false;
  std::string_view before = text.substr(0, at);
  const auto drop_blanks = [&before] {
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  };
  drop_blanks();
  bool times = false;
  for (const std::string_view sign : {"*", "·", "×", "x", "X", "\\cdot", "\\times"}) {
    if (times || !before.ends_with(sign)) continue;
    before.remove_suffix(sign.size());
    times = true;
  }
  drop_blanks();
  return times && !before.empty() && (is_digit(before.back()) || before.back() == '.');
}

Token question(std::size_t at, std::string sentence) {
  Token token = unreadable(at, 0, std::move(sentence));
  token.asks = true;
  return token;
}

Token number_at(std::string_view text, std::size_t start, bool separating, bool calculation,
                Choice choice) {
  const Literal literal = literal_at(text, start, separating, calculation, choice);
  if (literal.asks) return question(literal.wrong, literal.error);
  if (!literal.error.empty()) return unreadable(literal.wrong, 0, literal.error);
  Token token;
  token.sign = Token::number;
  token.at = start;
  token.size = literal.size;
  token.value = literal.value;
  if (!fallen_power(text, start) || choice.takes_second(Choice::exponent)) return token;
  const std::size_t minus = text.find('-', start);
  const Exponent exponent = exponent_digits(text, minus);
  if (choice.asks)
    return question(start, "does this mean the power 10^" +
                               std::string(text.substr(minus, exponent.size)) +
                               "? Write it so, or put blanks on both sides of the minus.");
  token.size = minus + exponent.size - start;
  token.value = decimal_value("1", 0, exponent.value);
  return token;
}

Token unreadable_at(std::string_view text, std::size_t start, bool calculation) {
  if (stands_at(text, start, "…") && !calculation)
    return unreadable(start, 3, "dots leave open what stands there: write it out, or use Σ or ∏.");
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
  const Alias* command = commands.find(name);
  return command ? command->sign : '\0';
}

// The bytes of the names of modules at `at`, "np." or "math.", in front of a letter.
std::size_t module_at(std::string_view text, std::size_t at) {
  constexpr auto modules = word_table<std::string_view>(
      {"np.", "numpy.", "jnp.", "math.", "cmath.", "Math.", "torch.", "tf."});
  const std::string_view* module = modules.at(
      text, at, [&](std::string_view name) { return is_letter(char_at(text, at + name.size())); });
  return module ? module->size() : 0;
}

// What stands at `at` for a blank: blanks, modules of programs, what LaTeX sets apart with, and a
// full stop or comma behind everything. Its bytes, 0 for none.
std::size_t blank_at(std::string_view text, std::size_t at, bool calculation) {
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\r' || c == '$') return c == '\r' && calculation ? 0 : 1;
  if ((c == '.' || c == ',') && at > 0 && text.find_first_not_of(" $", at + 1) == text.npos)
    return 1;
  if (c == '\\') {
    if (letter_at(text, at).kind != Letter::none) return 0;
    const std::string_view name = command_at(text, at);
    if (command_sign(name) == ' ') return name.size() + 1;
    const char next = char_at(text, at + 1);
    return name.empty() && next != '\0' &&
                   std::string_view(",;:!> \\").find(next) != std::string_view::npos
               ? 2
               : 0;
  }
  return module_at(text, at);
}

// A LaTeX command that is a sign, or an escaped sign such as "\{"; nothing where none stands there.
Token command_token(std::string_view text, std::size_t at) {
  if (letter_at(text, at).kind != Letter::none) return {};
  const std::string_view name = command_at(text, at);
  if (const char sign = command_sign(name); sign != '\0')
    return sign_token(sign, text, at, name.size() + 1, 0);
  const char next = char_at(text, at + 1);
  if (name.empty() && next != '\0' && std::string_view("{}|").find(next) != std::string_view::npos)
    return sign_token(next == '|' ? Token::bars : next, text, at, 2, 0);
  return {};
}

}  // namespace

Token token_at(std::string_view text, std::size_t at, const Words& words, Place place,
               Choice choice) {
  const bool calculation = words.calculation(), separating = place.commas == Commas::between;
  const std::string_view signs = !calculation      ? "+-*/^()[]{},;<>=|"
                                 : place.below_sum ? "+-*/^()[]{}|;="
                                                   : "+-*/^()[]{}|;";
  while (at < text.size()) {
    if (const std::size_t blank = blank_at(text, at, calculation); blank > 0) {
      at += blank;
      continue;
    }
    const char c = text[at];
    if (const Alias* alias = alias_at(text, at, calculation && !place.below_sum))
      return sign_token(alias->sign, text, at, alias->word.size(), alias->value);
    if (const Raised raised = raised_at(text, at); raised.size > 0)
      return sign_token(Token::raised, text, at, raised.size, raised.value);
    const bool decimal_comma = c == ',' && !separating && is_digit(char_at(text, at + 1));
    if (is_digit(c) || c == '.' || decimal_comma)
      return number_at(text, at, separating, calculation, choice);
    if (calculation && c == '%') return sign_token(Token::percent, text, at, 1, 0);
    if (calculation && c == ',' && place.commas == Commas::decimal)
      return unreadable(
          at, 1, "a comma cannot stand here; it parts numbers in log(x, b) and in lists alone.");
    if (signs.find(c) != signs.npos || c == ',') return sign_token(c, text, at, 1, 0);
    // Multiplication, since no number is called x.
    if (calculation && (c == 'x' || c == 'X') && !is_letter(char_at(text, at + 1)))
      return sign_token('*', text, at, 1, 0);
    if (c == '\\')
      if (Token sign = command_token(text, at); sign.sign != Token::end) return sign;
    const Letter letter = letter_at(text, at);
    if (letter.kind == Letter::letter) return word_at(text, at, words);
    if (!calculation && letter.kind == Letter::prime)
      return sign_token(Token::transposed, text, at, letter.size, 0);
    const bool figure = !calculation && letter.kind == Letter::digit;  // below the line, "₂"
    if (letter.kind == Letter::below || letter.kind == Letter::subscript || c == '_' || figure) {
      Token token = sign_token('_', text, at, letter.kind == Letter::none ? 1 : letter.size, 0);
      if (letter.kind == Letter::subscript || figure) token.key = letter.key;
      return token;
    }
    return unreadable_at(text, at, calculation);
  }
  return sign_token(Token::end, text, text.size(), 0, 0);
}

}  // namespace num
