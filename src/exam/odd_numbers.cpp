#include "exam/odd_numbers.h"

#include <algorithm>

#include "exam/number_units.h"
#include "num/letters.h"
#include "num/literal.h"

namespace exam {
namespace {

// The number, without a sign, that stands first in `s`; 0 where there is none.
double first_number(std::string_view s) {
  const std::size_t at = s.find_first_of("0123456789.");
  return at == s.npos ? 0 : num::literal_at(s, at, false, false, {false}).value;
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

bool has_no_value(std::string_view s) {
  const std::string low = num::lower(s);
  for (const std::string_view word : {"nan", "#num!", "#div/0!", "#value!", "#name?", "undefined",
                                      "none", "null", "n/a", "indeterminate"})
    if (low == word) return true;
  return false;
}

std::string doubt(std::string_view s, const std::string& written) {
  const auto digits = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), num::is_digit);
  };
  constexpr std::string_view dot = "·";
  if (const std::size_t at = s.find(dot); at != s.npos) {
    const std::string_view first = s.substr(0, at), last = s.substr(at + dot.size());
    if (digits(first) && digits(last))
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
