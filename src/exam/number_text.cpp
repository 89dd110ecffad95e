#include "exam/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "exam/number_bounds.h"
#include "exam/number_sides.h"
#include "exam/number_units.h"
#include "exam/number_values.h"
#include "exam/number_words.h"
#include "exam/odd_numbers.h"
#include "exam/quantity_names.h"
#include "num/formula_parser.h"
#include "num/letters.h"
#include "num/literal.h"
#include "num/number_dress.h"
#include "num/plain_text.h"
#include "num/quantity.h"

namespace exam {
namespace {

std::string_view without_edges(std::string_view s) {
  while (s.starts_with(' ') || s.starts_with('$') || s.starts_with('\n')) s.remove_prefix(1);
  return without_blanks(s);
}

// Without words and marks at either end.
std::string_view without_words(std::string_view s) {
  s = without_edges(s);
  s = s.substr(0, words_behind(s));
  s.remove_prefix(std::min(words_before(s), s.size()));
  return without_edges(s);
}

// True for "ln 30", where what stands behind is of the number and not of its logarithm.
bool ends_with_argument(std::string_view s) {
  const std::size_t mark = s.find_last_not_of("0123456789.,");
  if (mark == s.npos || mark + 1 == s.size()) return false;
  s = without_blanks(s.substr(0, mark + 1));
  for (const std::string_view function : {"ln", "log", "log2", "log10", "log_2", "sqrt", "exp"})
    if (num::lower(s).ends_with(function)) return true;
  return false;
}

// One side: the calculation in [from, to) of the plain text.
NumberSide read(const num::PlainText& plain, const SideSpan& span, std::string_view unit) {
  const std::string_view all = plain.text;
  const auto place = [&](std::string_view part) {
    return static_cast<std::size_t>(part.data() - all.data());
  };
  NumberSide side;
  side.sign = span.sign;
  const std::string_view all_of_it = without_edges(all.substr(span.from, span.to - span.from));
  WithUnit found = with_unit(all_of_it, unit);
  if (found.name.empty()) found = with_unit(without_words(all_of_it), unit);
  const std::string_view number = without_words(found.number);
  const std::string_view shown = found.name.empty() ? number : without_words(all_of_it);
  side.written = plain.quoted(place(shown), shown.size());
  side.name = num::plain_label(number.empty() ? all_of_it : number);
  side.counts = number != all_of_it && num::is_letter(num::char_at(all_of_it, 0)) &&
                std::all_of(number.begin(), number.end(), num::is_digit);
  side.unit = found.name;
  side.converts = found.converts;
  bool negative = false;
  if (is_infinite(number, negative)) {
    side.raw = (negative ? -1 : 1) * std::numeric_limits<double>::infinity();
    side.result.value = side.raw;
    return side;
  }
  if (has_no_value(number)) {
    side.result.error = "\"" + side.written +
                        "\" is no number: it says that a calculation has no value. Which one?";
    return side;
  }
  side.result = num::calculate(plain, place(number), place(number) + number.size());
  if (found.name == "%" && (number.find('%') != number.npos || ends_with_argument(number))) {
    // "3 % - 1 %" and "ln 30 %": each is a hundredth by itself.
    side.result = num::calculate(plain, place(all_of_it), place(all_of_it) + all_of_it.size());
    found.size *= 100;
  }
  if (!found.error.empty() && (side.result.value || !side.result.readings.empty())) {
    side.result = {{}, found.error};
    return side;
  }
  if (side.result.value) {
    side.raw = *side.result.value;
    *side.result.value *= found.size;
    side.doubt = doubt(number, side.written);
  }
  side.result.noise *= found.size;
  for (num::CalculationReading& r : side.result.readings) {
    r.value *= found.size;
    r.noise *= found.size;
  }
  if (auto& r = side.result.grouped) {
    r->value *= found.size;
    r->noise *= found.size;
  }
  return side;
}

bool is_number(const NumberSide& side) {
  return side.result.value || !side.result.readings.empty();
}

// True where a side that cannot be computed is a name or a formula in names.
bool is_in_names(const NumberSide& side) {
  const std::string& s = side.written;
  return num::is_blank(s) || side.result.error.find(" is not known") != std::string::npos ||
         num::is_letter(s[0]) || s[0] == '\\' || s[0] == '{' ||
         static_cast<unsigned char>(s[0]) >= 0x80;
}

// True where "±" stands in front of everything; behind a number it says how exact that is.
bool gives_two_signs(std::string_view plain) {
  const std::string_view s = plain.substr(words_before(plain));
  return s.starts_with("±") || s.starts_with("\\pm") || s.starts_with("+/-");
}

// True for a number with a name behind it, as a log of a program has them: "5.52 acc" of "loss=5.52
// acc=0.004", "5.52 - accuracy".
bool runs_on(std::string_view written) {
  const std::size_t end = written.find_first_not_of("0123456789.,e");
  if (end == 0 || end == written.npos || !num::is_digit(written[0])) return false;
  const std::size_t name = written.find_first_not_of(" -|", end);
  constexpr std::size_t shortest = 3;  // a factor has fewer letters
  return name != written.npos && name > end && written.size() - name >= shortest &&
         std::all_of(written.begin() + static_cast<std::ptrdiff_t>(name), written.end(),
                     [](char c) { return num::is_letter(c) || c == '_'; });
}

// A statement: its numbers, its names, and what is wrong with it.
struct Statement {
  std::vector<NumberSide> numbers;
  std::vector<std::string> names;
  std::string fault;
  bool remarks = false;
};

// The value of `number`, a blank and brackets at the end, where the brackets hold the same number
// in another way, "5.52 (ln 250)", and no factor.
std::optional<NumberSide> said_twice(const num::PlainText& plain, const SideSpan& span,
                                     std::string_view unit) {
  const std::string_view s = std::string_view(plain.text).substr(0, span.to);
  const std::size_t last = s.find_last_not_of(' ');
  if (last == s.npos || s[last] != ')') return std::nullopt;
  for (std::size_t at = span.from + 1; at < last; ++at) {
    if (s[at] != '(' || s[at - 1] != ' ' || num::closing_bracket(s, at) != last) continue;
    NumberSide first = read(plain, {span.from, at, span.statement, span.remarks, span.sign}, unit);
    const NumberSide again =
        read(plain, {at + 1, last, span.statement, span.remarks, span.sign}, unit);
    constexpr double close = 0.01;
    if (first.result.value && again.result.value && first.written != again.written &&
        std::abs(*first.result.value - *again.result.value) <= close * std::abs(first.raw))
      return first;
  }
  return std::nullopt;
}

std::vector<Statement> statements(num::PlainText& plain, std::string_view unit) {
  std::vector<Statement> all;
  const std::vector<SideSpan> spans = number_sides(plain);
  std::string unnamed;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (all.empty() || spans[i].statement != spans[i - 1].statement) all.emplace_back();
    Statement& now = all.back();
    now.remarks = spans[i].remarks;
    NumberSide side = read(plain, spans[i], unit);
    if (auto one = said_twice(plain, spans[i], unit)) side = *std::move(one);
    const bool last = i + 1 == spans.size();
    // "E = 5.52" gives the number a name, and so does "loss after epoch 1 = 5.52".
    const bool equated = !last && spans[i + 1].statement == spans[i].statement;
    const bool names_it = equated && (side.written == "E" || side.written == "e" || side.counts);
    if (is_number(side) && !names_it) {
      now.numbers.push_back(std::move(side));
      continue;
    }
    if (equated && runs_on(side.written)) {
      now.fault =
          "\"" + side.written + "\" is a number and the name of the next one. Give one number.";
    } else if (is_in_names(side)) {
      if (!side.name.empty()) now.names.push_back(side.name);
      if (unnamed.empty() && !num::is_blank(side.written)) unnamed = side.result.error;
    } else if (now.fault.empty()) {
      now.fault = side.result.error;
    }
  }
  // A text that has nothing but names: the first one is not known, unless it is prose.
  if (plain.text.find_first_of("0123456789(\\") == std::string::npos &&
      plain.text.find(' ') != std::string::npos)
    unnamed.clear();
  if (std::none_of(all.begin(), all.end(),
                   [](const Statement& s) { return !s.numbers.empty() || !s.fault.empty(); }))
    all[0].fault = unnamed;
  return all;
}

// Sides without a unit are in the unit of the last one where they agree with its number: "log2(250)
// = 7.966 bits".
void share_unit(std::vector<NumberSide>& sides) {
  constexpr double close = 0.02;
  const NumberSide& last = sides.back();
  if (!last.converts || !last.result.value) return;
  for (NumberSide& side : sides) {
    if (!side.unit.empty() || !side.result.value ||
        std::abs(side.raw - last.raw) > close * std::abs(last.raw))
      continue;
    const double size = *last.result.value / last.raw;
    *side.result.value *= size;
    side.result.noise *= size;
  }
}

}  // namespace

NumberText number_text(std::string_view typed, std::string_view unit, std::string_view quantity) {
  if (const auto fault = num::too_long(typed)) return {{}, {}, fault->sentence};
  num::PlainText plain(typed);
  num::read_dress(plain);
  if (says_range(plain.text)) return {{}, {}, "This gives a range. Give one value."};
  if (says_bound(plain.text)) return {{}, {}, "This gives a bound. Give one value."};
  if (gives_two_signs(plain.text))
    return {{}, {}, "± gives two values. Give the one that you mean."};
  read_number_words(plain);
  put_values(plain, quantity);
  std::vector<Statement> all = statements(plain, unit);
  const auto names_asked = [quantity](const Statement& s) {
    return !quantity.empty() && std::any_of(s.names.begin(), s.names.end(), [&](const auto& name) {
      return quantity_called(name) == quantity;
    });
  };
  // Remarks count where there is nothing else.
  if (std::any_of(all.begin(), all.end(),
                  [](const Statement& s) { return !s.remarks && !s.numbers.empty(); }))
    std::erase_if(all, [&](const Statement& s) { return s.remarks && !names_asked(s); });
  const Statement* main = nullptr;
  bool asked = false;
  for (const Statement& s : all) {
    const bool names_it = names_asked(s);
    if (s.numbers.empty() || (asked && !names_it)) continue;
    main = &s;
    asked = asked || names_it;
  }
  NumberText text;
  for (const Statement& s : all) {
    if (&s != main && !s.names.empty() && main && !s.numbers.empty()) continue;
    if (!s.fault.empty() && text.error.empty() && (&s == main || s.names.empty()))
      text.error = s.fault;
    if (&s != main) text.sides.insert(text.sides.end(), s.numbers.begin(), s.numbers.end());
  }
  if (!main) {
    for (const Statement& s : all)
      if (text.error.empty()) text.error = s.fault;
    if (text.error.empty()) text.error = "There is no number in this. Give one, or a calculation.";
    return text;
  }
  text.sides.insert(text.sides.end(), main->numbers.begin(), main->numbers.end());
  text.names = main->names;
  if (!text.error.empty()) return {{}, {}, text.error};
  share_unit(text.sides);
  return text;
}

}  // namespace exam
