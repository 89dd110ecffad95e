#include "exam/odd_numbers.h"

#include <algorithm>

#include "exam/number_units.h"
#include "num/expression.h"
#include "num/letters.h"
#include "num/literal.h"
#include "num/plain_text.h"

namespace exam {
namespace {

// The number, without a sign, that stands first in `s`; 0 where there is none.
double first_number(std::string_view s) {
  const std::size_t at = s.find_first_of("0123456789.");
  return at == s.npos ? 0 : num::literal_at(s, at, false, false, {false}).value;
}

bool is_row_of_digits(std::string_view part) {
  return !part.empty() && std::all_of(part.begin(), part.end(), num::is_digit);
}

// The bytes of digits at the start of `s`.
std::size_t decimal_digits(std::string_view s) {
  return std::min(s.find_first_not_of("0123456789"), s.size());
}

bool is_sign(char c) { return c == '-' || c == '+'; }

// The bytes of digits with at most one point or comma at the start of `s`.
std::size_t decimal_size(std::string_view s) {
  const std::size_t whole = std::min(s.find_first_not_of("0123456789"), s.size());
  if (num::char_at(s, whole) != '.' && num::char_at(s, whole) != ',') return whole;
  return std::min(s.find_first_not_of("0123456789", whole + 1), s.size());
}

// The sign of multiplication at the start of `s`, blanks around it counted, in bytes.
std::size_t times_size(std::string_view s) {
  const auto blanks = [s](std::size_t at) {
    return std::min(s.find_first_not_of(' ', at), s.size());
  };
  for (const std::string_view sign : {"·", "×", "*", "x", "X", "\\cdot", "\\times"})
    if (s.substr(blanks(0)).starts_with(sign)) return blanks(blanks(0) + sign.size());
  return 0;
}

// "-9" of "e-9", "E-9" and, behind `ten`, "10e-9", where that is all of `s`; empty for any other.
std::string power_behind_e(std::string_view s, bool ten) {
  if (ten != s.starts_with("10")) return "";
  if (ten) s.remove_prefix(2);
  if (num::lower(num::char_at(s, 0)) != 'e') return "";
  const std::string_view power = s.substr(1);
  const bool signed_on = is_sign(num::char_at(power, 0));
  return (ten || signed_on) && is_row_of_digits(power.substr(signed_on ? 1 : 0))
             ? std::string(power)
             : "";
}

// What e may mean behind a number: an exponent that is missing, that has lost its number, or that
// stands behind a sign of multiplication.
std::string doubt_of_e(std::string_view s, const std::string& written) {
  const std::string does = "does " + written + " mean ";
  const std::size_t size = decimal_size(s);
  const std::string number(s.substr(0, size));
  const std::string_view rest = s.substr(size);
  const std::string_view behind = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
  if (size == 0) {
    const std::string power = power_behind_e(s, false);
    return power.empty() ? "" : does + "1e" + power + ", or is a number missing before e?";
  }
  if (behind == "e" || behind == "E")
    return does + number + " times the number e, or is an exponent missing behind it?";
  if (number.find_first_of(".,") != std::string::npos && rest.starts_with('e')) {
    const std::size_t hat = num::char_at(rest, 1) == '^' ? 2 : 1;
    const num::Exponent power = num::exponent_digits(rest, hat);
    const bool raised = hat == 2 || num::raised_at(rest, 1).size > 0;
    if (raised && power.size > 0 && hat + power.size == rest.size())
      return does + number + "e" + std::to_string(power.value) + " or a power of the number e? " +
             "Write " + number + "e" + std::to_string(power.value) + " or " + number + "·exp(" +
             std::to_string(power.value) + ").";
  }
  const std::size_t times = times_size(rest);
  if (times == 0) return "";
  const std::string_view factor = rest.substr(times);
  if (const std::string power = power_behind_e(factor, false); !power.empty())
    return does + number + "e" + power + ", or " + number + " times e " +
           (power[0] == '-' ? "minus " : "plus ") + power.substr(1) + "? Write one of them.";
  if (const std::string power = power_behind_e(factor, true); !power.empty())
    return does + number + "e" + power +
           ", or ten times that, as it says? Write it without the 10.";
  return "";
}

}  // namespace

bool is_infinite(std::string_view s, bool& negative) {
  negative = s.starts_with('-');
  if (negative || s.starts_with('+')) s.remove_prefix(1);
  const std::string low = num::lower(without_blanks(s));
  for (const std::string_view word :
       {"∞", "\\infty", "inf", "infinity", "infinite", "unendlich", "infini", "infinito", "oo"})
    if (low == word) return true;
  return false;
}

std::optional<double> with_power_of_e(std::string_view written) {
  const std::string plain = num::plain_characters(written);
  const std::size_t size = decimal_size(plain);
  const std::string power = power_behind_e(std::string_view(plain).substr(size), false);
  if (size == 0 || power.empty()) return std::nullopt;
  const num::Calculation read = num::calculate(plain.substr(0, size) + "*exp(" + power + ")");
  return read.value;
}

std::optional<std::string> side_of_square(std::string_view typed) {
  const std::string plain = num::plain_characters(typed);
  std::string_view s = without_blanks(plain);
  if (num::closing_bracket(s, 0) + 1 == s.size()) s = s.substr(1, s.size() - 2);
  for (const std::string_view unit : {"cells", "cell", "pixels", "pixel", "px"})
    if (s.ends_with(unit)) s = without_blanks(s.substr(0, s.size() - unit.size()));
  const auto trimmed = [](std::string_view part) {
    return without_blanks(part.substr(std::min(part.find_first_not_of(' '), part.size())));
  };
  const std::string_view first = s.substr(0, decimal_digits(s));
  if (first.empty()) return std::nullopt;
  const std::string_view rest = trimmed(s.substr(first.size()));
  if (rest == "²" || rest == "^2") return std::string(first);
  for (const std::string_view sign : {"×", "\\times", "x", "X", "*", "by", ","})
    if (rest.starts_with(sign) && trimmed(rest.substr(sign.size())) == first)
      return std::string(first);
  return std::nullopt;
}

std::string bracket_note(std::string_view typed) {
  const std::string plain = num::plain_characters(typed);
  const std::size_t close = num::closing_bracket(plain, 0);
  if (close == std::string::npos || plain[0] != '(') return "";
  const std::string_view inner = std::string_view(plain).substr(1, close - 1);
  const std::string_view behind = std::string_view(plain).substr(close + 1);
  const bool unit = std::none_of(behind.begin(), behind.end(), [](char c) {
    return num::is_digit(c) || std::string_view("+-*/^(=").find(c) != std::string_view::npos;
  });
  if (!unit || inner.find_first_of("0123456789") == inner.npos ||
      inner.find_first_not_of("0123456789.,' ") != inner.npos)
    return "";
  const std::string number(without_blanks(inner.substr(inner.find_first_not_of(' '))));
  return plain.substr(0, close + 1) + " is read as " + number + " in brackets, and not as −" +
         number + ".";
}

bool has_no_value(std::string_view s) {
  const std::string low = num::lower(s);
  for (const std::string_view word : {"nan", "#num!", "#div/0!", "#value!", "#name?", "undefined",
                                      "none", "null", "n/a", "indeterminate"})
    if (low == word) return true;
  return false;
}

std::string doubt(std::string_view s, const std::string& written) {
  if (std::string question = doubt_of_e(s, written); !question.empty()) return question;
  if (is_sign(num::char_at(s, 0)) && is_sign(num::char_at(s, 1)))
    return "does " + written + " begin with a minus or not? Write one sign at most.";
  if (s.find("^--") != s.npos)
    return "does " + written + " have a minus above the line? Write one sign there.";
  constexpr std::string_view dot = "·";
  if (const std::size_t at = s.find(dot); at != s.npos) {
    const std::string_view first = s.substr(0, at), last = s.substr(at + dot.size());
    if (is_row_of_digits(first) && is_row_of_digits(last))
      return "does " + written + " mean " + std::string(first) + "." + std::string(last) + " or " +
             std::string(first) + " times " + std::string(last) +
             "? Write a decimal point, or × for the product.";
  }
  if (std::count(s.begin(), s.end(), '.') > 1 && s.find_first_not_of("0123456789.") == s.npos) {
    std::string whole, point;
    for (const char c : s) {
      if (c != '.') whole += c;
      if (c != '.' || point.find('.') == std::string::npos) point += c;
    }
    return "does " + written + " mean " + whole + " or " + point +
           "? Write one decimal point, or none.";
  }
  const std::size_t dash = s.find('-', 1);
  if (dash == s.npos || s.find_first_not_of("0123456789.- ") != s.npos) return "";
  // With blanks around it a dash is a minus, unless the second number is the larger one.
  if (s[dash - 1] == ' ' && !(first_number(s) < first_number(s.substr(dash + 1)))) return "";
  return "does " + written + " mean a range, or a difference? Give one value.";
}

}  // namespace exam
