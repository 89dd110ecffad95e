#include "num/written_number.h"

#include <cmath>

#include "num/letters.h"
#include "num/literal.h"
#include "num/number_dress.h"
#include "num/plain_text.h"
#include "num/utf8.h"

namespace num {
namespace {

constexpr std::size_t longest = 400;  // bytes; a double needs 24 characters

// The text in quotes, cut where it is long.
std::string quoted(std::string_view typed) {
  constexpr std::size_t most = 40;
  std::string shown = PlainText(typed.substr(0, longest)).quoted(0, longest);
  if (shown.size() > most) {
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(shown[end]) & 0xc0) == 0x80) --end;
    shown = shown.substr(0, end) + "…";
  }
  return "\"" + shown + "\"";
}

void drop_blanks(std::string_view& text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
}

// Removes `end` and the blanks before it.
bool drop_end(std::string_view& text, std::string_view end) {
  if (!text.ends_with(end)) return false;
  text.remove_suffix(end.size());
  drop_blanks(text);
  return true;
}

WrittenNumber unread(std::string_view typed, const std::string& why) {
  return {{}, {}, {}, quoted(typed) + " is not a number" + why};
}

WrittenNumber finite(std::string_view typed, double x) {
  if (!std::isfinite(x)) return {{}, {}, {}, quoted(typed) + " is too large to hold."};
  return {x, {}, {}, ""};
}

// The character of `plain` that no number goes on with.
std::string stray(std::string_view plain, std::size_t at) {
  std::size_t next = at;
  while (char_at(plain, next) == ' ') ++next;
  if (!is_digit(char_at(plain, next))) at = next;
  return ": " + character_name(plain, at) + " cannot stand in one.";
}

}  // namespace

WrittenNumber written_number(std::string_view typed, NumberRules rules) {
  if (typed.size() > longest) return {{}, {}, {}, "This is too long for a number."};
  if (is_blank(typed)) return {{}, {}, {}, "Write a number, such as 0.5 or 1e-3."};
  PlainText read(typed);
  read_dress(read);
  const std::string& plain = read.text;
  std::string_view text = plain;
  drop_blanks(text);
  if (text.starts_with("≈")) text.remove_prefix(std::string_view("≈").size());
  drop_blanks(text);
  while (!text.empty() && closing_bracket(text, 0) == text.size() - 1) {
    text = text.substr(1, text.size() - 2);
    drop_blanks(text);
  }
  if (text.size() > 1) drop_end(text, ".");
  const double parts = rules.percent && drop_end(text, "%") ? 100 : 1;
  const bool negative = text.substr(0, 1) == "-";
  std::size_t at = negative || text.substr(0, 1) == "+" ? 1 : 0;
  while (char_at(text, at) == ' ') ++at;
  const auto meant = [&](double x) { return (negative ? -x : x) / parts; };

  // A power of ten by itself is once that power.
  const std::string factored = "*" + std::string(text.substr(at));
  if (const Exponent power = power_of_ten_at(factored, 0, false);
      power.size > 0 && power.size == factored.size())
    return finite(typed, meant(decimal_value("1", 0, power.value)));
  const char first = char_at(text, at);
  if (!is_digit(first) && first != '.' && first != ',')
    return at < text.size() ? unread(typed, stray(text, at)) : unread(typed, ".");
  const Literal literal = literal_at(text, at, rules.separating, true);
  if (!literal.error.empty() && !literal.by_comma) return unread(typed, ": " + literal.error);
  const std::size_t end = at + literal.size;
  if (const Exponent power = power_of_ten_at(text, end, true); power.size > 0) {
    if (end + power.size != text.size()) return unread(typed, stray(text, end + power.size));
    // Digit by digit, so that 6.18·10^-9 is 6.18e-9 to the last bit.
    const std::string number(text.substr(at, end - at));
    if (number.find_first_of("eE") != number.npos)
      return finite(typed, meant(literal.value * decimal_value("1", 0, power.value)));
    const std::string in_one = number + "e" + std::to_string(power.value);
    return finite(typed, meant(literal_at(in_one, 0, rules.separating, true).value));
  }
  if (end != text.size()) return unread(typed, stray(text, end));
  if (!literal.by_comma) return {meant(literal.value), {}, {}, ""};
  std::string question = literal.error;
  question[0] = 'D';
  return {{}, meant(literal.thousands), meant(literal.value), question};
}

}  // namespace num
