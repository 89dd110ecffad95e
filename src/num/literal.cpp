#include "num/literal.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "num/letters.h"

namespace num {
namespace {

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (is_digit(char_at(text, end))) ++end;
  return end - at;
}

std::size_t blanks_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (char_at(text, end) == ' ' || char_at(text, end) == '\t') ++end;
  return end - at;
}

// Rows of digits and what stands between them: "12 345.5" has the rows 12, 345 and 5.
struct Rows {
  std::vector<std::string_view> digits;
  std::string marks;                // one between each two rows
  std::vector<std::size_t> places;  // of the marks
  std::size_t end = 0;

  bool all(char mark) const { return marks.find_first_not_of(mark) == std::string::npos; }
  // True where the first `count` + 1 rows are groups of three digits.
  bool grouped(std::size_t count) const {
    if (digits[0].empty() || digits[0].size() > 3) return false;
    return std::all_of(digits.begin() + 1, digits.begin() + 1 + static_cast<long>(count),
                       [](std::string_view row) { return row.size() == 3; });
  }
  // True where they are groups as in 12,34,567.
  bool grouped_by_two(std::size_t count) const {
    if (count < 2 || digits[0].empty() || digits[0].size() > 2 || digits[count].size() != 3)
      return false;
    return std::all_of(digits.begin() + 1, digits.begin() + static_cast<long>(count),
                       [](std::string_view row) { return row.size() == 2; });
  }
  bool begins_zero() const { return digits[0].starts_with('0'); }
  // The row behind the last point or comma; 0 where there is none.
  std::size_t behind_mark() const {
    const std::size_t mark = marks.find_last_of(".,");
    return mark == std::string::npos ? 0 : mark + 1;
  }
};

bool separates_groups(char c) { return c == ' ' || c == '\'' || c == '_'; }

// True where the blank or sign at `at` parts decimals in groups of three, 5.521 460 917, of which
// the last may be shorter where nothing else follows.
bool parts_decimals(const Rows& rows, std::string_view text, std::size_t at) {
  const std::size_t from = rows.behind_mark();
  const std::size_t size = digits_at(text, at + 1);
  if (from == 0 || size == 0 || size > 3) return false;
  const char mark = rows.marks[from - 1];
  const std::string_view separators = std::string_view(rows.marks).substr(from);
  if (std::count(rows.marks.begin(), rows.marks.end(), mark) != 1 ||
      separators.find_first_not_of(text[at]) != separators.npos ||
      !std::all_of(rows.digits.begin() + static_cast<long>(from), rows.digits.end(),
                   [](std::string_view row) { return row.size() == 3; }))
    return false;
  const std::size_t end = at + 1 + size;
  const char next = char_at(text, end);
  if (next == '.' || next == ',' || next == '^' || next == '/' || next == '*' ||
      raised_at(text, end).size > 0)
    return false;
  const char then = char_at(text, end + blanks_at(text, end));
  return size == 3 || then == '\0' || then == ')' || is_letter(then);
}

// True where the mark at `at` goes on with the number that `rows` have so far.
bool goes_on(const Rows& rows, std::string_view text, std::size_t at, bool separating) {
  const char mark = char_at(text, at), next = char_at(text, at + 1);
  const bool last = blanks_at(text, at + 1) + at + 1 == text.size();
  if (mark == '.') {
    const bool whole = !rows.digits.back().empty();
    if (whole && (next == '*' || next == '/' || next == '^' || next == 'T')) return false;
    return !(last && !rows.marks.empty() && rows.marks.find_first_of(".,") != std::string::npos);
  }
  if (mark == ',') return !separating && is_digit(next);
  if (!separates_groups(mark)) return false;
  if (rows.behind_mark() > 0) return !separating && parts_decimals(rows, text, at);
  if (digits_at(text, at + 1) != 3) return false;
  const bool begun = rows.marks.empty() ? rows.digits[0].size() <= 3 : rows.all(mark);
  return begun && !rows.digits[0].empty();
}

Rows rows_at(std::string_view text, std::size_t at, bool separating) {
  Rows rows;
  for (;;) {
    const std::size_t size = digits_at(text, at);
    rows.digits.push_back(text.substr(at, size));
    at += size;
    rows.end = at;
    if (!goes_on(rows, text, at, separating)) return rows;
    rows.marks += text[at];
    rows.places.push_back(at++);
  }
}

std::string joined(const Rows& rows) {
  std::string all;
  for (const std::string_view row : rows.digits) all += row;
  return all;
}

// How the marks are meant: `decimals` digits stand behind the point; `asks` where the one comma may
// separate a group as well.
struct Meaning {
  int decimals = 0;
  bool asks = false;
  std::size_t wrong = 0;  // the place of a mark
  const char* error = nullptr;
};

constexpr const char* one_point =
    "a number has one decimal point; leave out what separates thousands.";
constexpr const char* odd_groups =
    "these commas do not separate groups of three digits; write the number without them.";

Meaning meaning(const Rows& rows) {
  const std::string_view marks = std::string_view(rows.marks).substr(0, rows.behind_mark());
  const std::size_t n = marks.size();
  const auto count = [&](char c) { return std::count(marks.begin(), marks.end(), c); };
  const auto points = count('.'), commas = count(',');
  if (points + commas == 0) return {};
  int decimals = 0;
  for (std::size_t row = n; row < rows.digits.size(); ++row)
    decimals += static_cast<int>(rows.digits[row].size());
  const char last = marks[n - 1];
  const bool zero = rows.begins_zero();
  if (points + commas == 1)  // behind groups by blanks, if any
    return {decimals,
            last == ',' && rows.marks.size() == 1 && decimals == 3 && rows.grouped(1) && !zero};
  const bool same = marks.find_first_not_of(last) == marks.npos;
  const bool mixed = count(last) == 1 && marks.find_first_not_of(marks[0]) == n - 1;
  const auto grouped = [&](std::size_t rows_behind) {
    return !zero &&
           (rows.grouped(rows_behind) || (marks[0] == ',' && rows.grouped_by_two(rows_behind)));
  };
  if (same && grouped(n)) return {};
  if (mixed && grouped(n - 1)) return {decimals};
  Meaning wrong;
  wrong.wrong = rows.places[1];
  wrong.error = points > 0 ? one_point : odd_groups;
  return wrong;
}

// The exponent behind a number, or one that may be meant: `asked` is how it is written then, and
// `other` what the signs say.
struct Tail {
  Exponent exponent;
  std::string asked = "", other = "";
  std::size_t size = 0;  // of what is asked about, in bytes
};

// The exponent in `digits` behind the signs [at, next), where one of them is a minus or none is.
std::string signed_digits(std::string_view text, std::size_t at, std::size_t next) {
  const std::string_view signs = text.substr(at, next - at);
  return (signs.find('-') == signs.npos ? "+" : "-") +
         std::string(text.substr(next, digits_at(text, next)));
}

// What stands at `next`, behind an e with `blanks` before it, and is no exponent as programs write
// one, but may be meant for one: "-9" with a blank on one side of its sign, or behind another sign;
// and where `strict`, in brackets, and behind "^" where the E is a capital, which no number has for
// its name.
Tail doubtful_tail(std::string_view text, std::size_t at, std::size_t next, bool capital,
                   bool strict) {
  const auto is_sign = [text](std::size_t place) {
    return char_at(text, place) == '-' || char_at(text, place) == '+';
  };
  const auto asked = [&](const std::string& exponent, std::size_t end) {
    std::string as_written(text.substr(at + blanks_at(text, at), end - at - blanks_at(text, at)));
    return Tail{{}, exponent, std::move(as_written), end - at};
  };
  const std::size_t far = next + blanks_at(text, next);
  const std::size_t behind = far + 1 + blanks_at(text, far + 1);
  if (is_sign(far) && (far > next) != (behind > far + 1) && digits_at(text, behind) > 0) {
    Tail apart = asked(signed_digits(text, far, behind), behind + digits_at(text, behind));
    apart.other = std::string("e ") + text[far] + " " + apart.asked.substr(1);
    return apart;
  }
  std::size_t digits = next;
  while (is_sign(digits)) ++digits;
  if (digits > next + 1 && digits_at(text, digits) > 0)
    return asked(signed_digits(text, next, digits), digits + digits_at(text, digits));
  if (!strict) return {};
  std::size_t open = next;
  if (capital && char_at(text, open) == '^') ++open;
  const bool raises = open > next || (capital && raised_at(text, next).size > 0);
  const char close = char_at(text, open) == '(' ? ')' : char_at(text, open) == '{' ? '}' : '\0';
  const std::size_t first = close == '\0' ? open : open + 1;
  const Exponent inner = exponent_digits(text, first);
  const std::size_t last = first + inner.size;
  if (inner.size == 0 || (close == '\0' ? !raises : char_at(text, last) != close)) return {};
  return asked((inner.value < 0 ? "" : "+") + std::to_string(inner.value),
               last + (close == '\0' ? 0 : 1));
}

Tail tail_at(std::string_view text, std::size_t at, bool strict) {
  const std::size_t blanks = blanks_at(text, at);
  const char letter = char_at(text, at + blanks);
  if (lower(letter) != 'e') return {};
  // Calculators have a key of that name.
  const bool twice = text.substr(at + blanks, 2) == "EE";
  const std::size_t next = at + blanks + (twice ? 2 : 1);
  const char sign = char_at(text, next);
  const bool signed_on = sign == '-' || sign == '+';
  if (blanks > 0 && !signed_on && !strict) return {};
  if (Tail doubtful = doubtful_tail(text, at, next, letter == 'E', strict); doubtful.size > 0)
    return doubtful;
  if (sign == ' ') return {};
  const std::size_t digits = digits_at(text, next + (signed_on ? 1 : 0));
  if (digits == 0) return {};
  const Exponent found = exponent_digits(text, next);
  return {{found.value, next - at + found.size}};
}

// The tail in question, as an exponent or as none.
Tail chosen(const Tail& tail, Choice choice) {
  if (choice.takes_second(Choice::exponent)) return {};
  return {{exponent_digits(tail.asked, 0).value, tail.size}};
}

// What stands for "·10^-3" in "2.10^-3", the point counted; `size` is 0 for any other number.
Exponent pointed_power(const Rows& rows, std::string_view text) {
  if (rows.marks != "." || rows.digits[1] != "10") return {};
  return power_of_ten_at("*10" + std::string(text.substr(rows.end)), 0, false);
}

}  // namespace

double decimal_value(std::string_view digits, int decimals, int exponent) {
  const std::string text = std::string(digits) + 'e' + std::to_string(exponent - decimals);
  return std::strtod(text.c_str(), nullptr);
}

Exponent exponent_digits(std::string_view text, std::size_t at) {
  if (const Raised raised = raised_at(text, at); raised.size > 0)
    return {raised.value, raised.size};
  const char sign = char_at(text, at);
  const std::size_t first = at + (sign == '-' || sign == '+' ? 1 : 0);
  const std::size_t count = digits_at(text, first);
  if (count == 0) return {};
  int value = 0;
  for (const char c : text.substr(first, count))
    if (value < 10000) value = 10 * value + (c - '0');
  return {sign == '-' ? -value : value, first + count - at};
}

Exponent power_of_ten_at(std::string_view text, std::size_t at, bool fallen) {
  std::size_t next = at + blanks_at(text, at);
  std::size_t sign = 0;
  for (const std::string_view times : {"*", "·", "×", "x", "X", "\\cdot", "\\times"})
    if (text.substr(next, times.size()) == times) sign = times.size();
  if (sign == 0) return {};
  next += sign;
  next += blanks_at(text, next);
  if (text.substr(next, 2) != "10") return {};
  next += 2;
  std::size_t end = next + blanks_at(text, next);
  char close = '\0';
  if (text.substr(end, 2) == "**") {
    next = end + 2;
  } else if (char_at(text, end) == '^') {
    next = end + 1;
  } else if (raised_at(text, next).size == 0 &&
             !(fallen && (char_at(text, next) == '-' || char_at(text, next) == '+'))) {
    return {};
  }
  next += blanks_at(text, next);
  if (const char open = char_at(text, next); open == '(' || open == '{') {
    close = open == '(' ? ')' : '}';
    ++next;
    next += blanks_at(text, next);
  }
  const Exponent exponent = exponent_digits(text, next);
  if (exponent.size == 0) return {};
  end = next + exponent.size;
  if (close != '\0') {
    end += blanks_at(text, end);
    if (char_at(text, end) != close) return {};
    ++end;
  }
  return {exponent.value, end - at};
}

Literal literal_at(std::string_view text, std::size_t start, bool separating, bool strict,
                   Choice choice) {
  Literal literal;
  literal.wrong = start;
  const Rows rows = rows_at(text, start, separating);
  const std::string digits = joined(rows);
  if (digits == "0" && rows.end == start + 1 && lower(char_at(text, rows.end)) == 'x' &&
      is_digit(char_at(text, rows.end + 1))) {
    literal.error = "this is how programs write numbers in base 16; write it in base 10.";
    return literal;
  }
  if (digits.empty()) {
    literal.error = "a decimal point needs a digit beside it.";
    return literal;
  }
  const Meaning meant = meaning(rows);
  if (meant.error) {
    literal.error = meant.error;
    literal.wrong = meant.wrong;
    return literal;
  }
  Tail tail = tail_at(text, rows.end, strict);
  if (!tail.asked.empty() && !choice.asks) tail = chosen(tail, choice);
  literal.size = rows.end + tail.exponent.size - start;
  literal.value = decimal_value(digits, meant.decimals, tail.exponent.value);
  if (choice.takes_second(Choice::point) && rows.marks == "." && rows.grouped(1) &&
      !rows.begins_zero() && tail.exponent.size == 0)
    literal.value = decimal_value(digits, 0, 0);
  const std::string written(text.substr(start, rows.end - start));
  const std::size_t end = start + literal.size;
  if (!tail.asked.empty()) {
    literal.asks = true;
    literal.wrong = rows.end;
    literal.error = "does this mean " + written + "e" + tail.asked + " or " + written + "·" +
                    tail.other + "? Write the one that you mean.";
  } else if (tail.exponent.size > 0 && char_at(text, end) == '.' &&
             is_digit(char_at(text, end + 1))) {
    literal.error = "the exponent behind e has to be a whole number; write 10^x for another one.";
    literal.wrong = end;
  } else if (!std::isfinite(literal.value)) {
    literal.error = "this number is too large to hold.";
  } else if (const Exponent power = pointed_power(rows, text);
             power.size > 0 && tail.exponent.size == 0) {
    const std::string first(rows.digits[0]);
    if (!choice.asks) {
      if (!choice.takes_second(Choice::exponent)) {
        literal.value = decimal_value(first, 0, power.value);
        literal.size = first.size() + power.size;
      }
      return literal;
    }
    literal.asks = true;
    literal.error = "does this mean " + first + "·10 or " + first +
                    ".1, raised to a power? Write the sign of multiplication, or brackets.";
  } else if (meant.asks && tail.exponent.size == 0 &&
             power_of_ten_at(text, rows.end, false).size == 0) {
    literal.thousands = decimal_value(digits, 0, 0);
    if (!choice.asks) {
      if (choice.takes_second(Choice::comma)) literal.value = literal.thousands;
      return literal;
    }
    literal.asks = literal.by_comma = true;
    const std::string point = std::string(rows.digits[0]) + "." + std::string(rows.digits[1]);
    literal.error = "does " + written + " mean " + digits + " or " + point +
                    "? Write it without the comma, or with a point.";
  }
  return literal;
}

}  // namespace num
