#include "exam/formula_naming.h"

#include <algorithm>

#include "num/letters.h"
#include "num/quantity.h"
#include "num/words.h"

namespace exam {
namespace {

// A name in its letters and its number: "z3" is "z" and "3".
struct Numbered {
  std::string letters, number;
};
Numbered numbered(std::string_view name) {
  std::size_t digits = name.size();
  while (digits > 0 && num::is_digit(name[digits - 1])) --digits;
  return {num::lower(name.substr(0, digits)), std::string(name.substr(digits))};
}

// True where `by` may be short for `wanted`, or another case of it.
bool fits(std::string_view by, std::string_view wanted) {
  const Numbered a = numbered(by), b = numbered(wanted);
  return by.empty() || (a.letters == b.letters && (a.number.empty() || a.number == b.number));
}

bool is_symbol(std::string_view key, const std::vector<num::Symbol>& symbols) {
  return std::any_of(symbols.begin(), symbols.end(),
                     [key](const num::Symbol& s) { return num::plain(s.text) == key; });
}

bool differentiates_other(const num::Derivative& given, const num::Derivative& asked,
                          const std::vector<num::Symbol>& symbols) {
  if (fits(given.by, asked.by)) return given.of != asked.of && is_symbol(given.of, symbols);
  // "z_out" may be z3 by a name of one's own; z2 and W2 are not.
  const Numbered a = numbered(given.by), b = numbered(asked.by);
  return !a.number.empty() || a.letters.substr(0, 1) != b.letters.substr(0, 1);
}

}  // namespace

bool is_called(std::string_view label, std::string_view name) {
  const std::string plain = num::plain_label(name);
  if (label == plain) return true;
  const auto given = num::derivative(label), wanted = num::derivative(plain);
  return given && wanted && given->of == wanted->of && fits(given->by, wanted->by);
}

bool has_label(const num::Formula& given, std::string_view name) {
  return !name.empty() &&
         std::any_of(given.labels.begin(), given.labels.end(),
                     [name](const std::string& label) { return is_called(label, name); });
}

bool names_other(std::string_view label, const std::vector<std::string>& called,
                 const std::vector<num::Symbol>& symbols) {
  const auto given = num::derivative(label);
  bool other = false;
  for (const std::string& name : called) {
    if (is_called(label, name)) return false;
    const std::string plain = num::plain_label(name);
    if (const auto asked = num::derivative(plain)) {
      other = other || (given && differentiates_other(*given, *asked, symbols));
      continue;
    }
    const Numbered a = numbered(label), b = numbered(plain);
    other = other || (a.letters == b.letters && !a.number.empty() && a.number != b.number);
  }
  return other;
}

}  // namespace exam
