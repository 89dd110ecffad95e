#include "exam/kinds/number.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "exam/formula_naming.h"
#include "exam/kinds/number_reading.h"
#include "exam/kinds/per_cent.h"
#include "exam/number_text.h"
#include "exam/odd_numbers.h"
#include "exam/quantity_names.h"
#include "lab/digits.h"
#include "num/elementary.h"

namespace exam {
namespace {

constexpr double share_of_inexact = 0.5;

struct Example {
  const char* text;
  double value;
};

// How a number may be written: by itself, as a fraction, as the value of a function, though not of
// one that many answers are made of.
constexpr Example ways[][3] = {
    {{"3.25", 3.25}, {"13/4", 3.25}, {"√14", 3.7416573867739413}},
    {{"0.8", 0.8}, {"4/5", 0.8}, {"√5", 2.23606797749979}},
    {{"17.5", 17.5}, {"35/2", 17.5}, {"√2", 1.4142135623730951}},
};

// Ways of writing of which none is the answer, nor what a known mistake gives.
std::string example(const Number& kind) {
  const auto tells = [&kind](const Example& e) {
    const auto is = [&](double x) { return near(e.value, x, std::max(kind.tolerance, 0.05)); };
    return is(kind.value) || std::any_of(kind.mistakes.begin(), kind.mistakes.end(),
                                         [&](const NumberMistake& m) { return is(m.value); });
  };
  for (const auto& way : ways) {
    if (std::none_of(std::begin(way), std::end(way), tells))
      return std::string(way[0].text) + ", " + way[1].text + ", " + way[2].text;
  }
  return "";
}

constexpr double exactly = 1e-6;  // what a formula of exact numbers may be off by
constexpr double to_the_last_digit = 1e-9;

// A side as it was typed, with its value in the unit of the field where that is another one.
std::string said(const Number& kind, const NumberSide& side) {
  const double x = *side.result.value;
  return side.converts ? side.written + ", which is " + lab::readable(x) + " " + kind.unit
                       : lab::readable(x);
}

// True of a tenth, a thousand and the like, within the tolerance.
bool is_power_of_ten(double ratio, double tolerance) {
  if (!(ratio > 0) || !std::isfinite(ratio)) return false;
  const double power = std::round(num::log10(ratio));
  return power != 0 && near(ratio, num::pow(10, power), tolerance);
}

// What to say of a number that fits neither the reference nor a known mistake.
std::string astray(const Number& kind, const NumberSide& side) {
  const double x = *side.result.value;
  const std::string given = "You gave " + said(kind, side);
  if (std::isinf(x)) return given + ", and the answer is finite. " + kind.advice;
  if (near(x, -kind.value, kind.tolerance))
    return given +
           ": the size is right and the sign is reversed. Which sign must this quantity have?";
  if (side.converts && accepts(kind, side.raw))
    return given + ". In which unit did you compute it?";
  if (const auto meant = with_power_of_e(side.written); meant && accepts(kind, *meant))
    return given + ": behind a number e stands for a power of ten. For a power of the number e " +
           "write e^ or exp.";
  const std::string slip = per_cent_slip(kind, x, lab::readable(x));
  if (!slip.empty()) return slip;
  if (is_power_of_ten(x / kind.value, kind.tolerance))
    return given + ": the digits are right, and the power of ten is not.";
  return given + ", which is too " + (x > kind.value ? "large" : "small") + ". " + kind.advice;
}

// A side that is a formula of exact numbers, and within the tolerance all the same another value.
const NumberSide* inexact(const Number& kind, const NumberReading& reading) {
  for (const NumberSide& side : reading.sides)
    if (kind.exact && side.result.exact && !near_right(kind, *side.result.value, exactly) &&
        std::abs(*side.result.value - kind.value) > side.result.noise)
      return &side;
  return nullptr;
}

// The other right value that is given: the one of the name that stands there, or one of no name.
const OtherNumber* other_right(const Number& kind, const NumberReading& reading) {
  const auto given = [&reading](const OtherNumber& other) {
    return std::any_of(reading.names.begin(), reading.names.end(), [&other](const auto& name) {
      return !other.label.empty() && is_called(name, other.label);
    });
  };
  for (const OtherNumber& other : kind.also)
    if (given(other)) return &other;
  if (near(reading.value, kind.value, kind.tolerance)) return nullptr;
  for (const OtherNumber& other : kind.also)
    if (other.label.empty() && near(reading.value, other.value, kind.tolerance)) return &other;
  return nullptr;
}

// True where rounding has cost the digits by which an answer is told from the reference.
bool is_lost(const Number& kind, const NumberReading& reading) {
  const double noise = reading.sides.back().result.noise;
  return noise > kind.tolerance * std::abs(kind.value) &&
         std::abs(reading.value - kind.value) <= 2 * noise;
}

constexpr double large = 1e5;     // a count that people round
constexpr double largest = 1e15;  // one that a double holds with all of its digits

// True where `x` is a right value of the field, a large one, rounded to three digits or more, and
// no known mistake is the same when it is rounded so.
bool is_rounded(const Number& field, double x) {
  constexpr int fewest = 3, most = 6;
  if (!(std::abs(x) >= large) || !std::isfinite(x)) return false;
  const double power = std::floor(num::log10(std::abs(x)));
  for (int digits = fewest; digits <= most; ++digits) {
    const double step = num::pow(10, power + 1 - digits);
    const auto is = [&](double value) {
      return near(x, std::round(value / step) * step, to_the_last_digit);
    };
    if (!is(x)) continue;
    return (is(field.value) ||
            std::any_of(field.also.begin(), field.also.end(),
                        [&](const OtherNumber& o) { return o.label.empty() && is(o.value); })) &&
           std::none_of(field.mistakes.begin(), field.mistakes.end(),
                        [&](const NumberMistake& m) { return is(m.value); });
  }
  return false;
}

// What is said of a large count that is right and rounded on all of its sides; empty for any other.
std::string rounded_note(const Number& field, const NumberReading& reading) {
  if (!field.exact || !(std::abs(reading.value) >= large) || std::abs(field.value) > largest)
    return "";
  double closest = field.value;
  for (const OtherNumber& other : field.also)
    if (other.label.empty() &&
        std::abs(reading.value - other.value) < std::abs(reading.value - closest))
      closest = other.value;
  const bool given =
      std::any_of(reading.sides.begin(), reading.sides.end(), [closest](const NumberSide& side) {
        return near(*side.result.value, closest, to_the_last_digit);
      });
  if (closest != std::round(closest) || given) return "";
  return "This is rounded, which is near enough here; the exact count is " +
         lab::grouped(static_cast<long long>(closest)) + ".";
}

}  // namespace

bool near(double x, double reference, double tolerance) {
  return std::abs(x - reference) <= tolerance * std::abs(reference);
}

bool near_right(const Number& field, double x, double tolerance) {
  return near(x, field.value, tolerance) ||
         std::any_of(field.also.begin(), field.also.end(), [&](const OtherNumber& other) {
           return other.label.empty() && near(x, other.value, tolerance);
         });
}

bool accepts(const Number& field, double x) {
  constexpr double nothing = 1e-12;  // what a calculation may leave of 0
  return near_right(field, x, field.tolerance) || is_rounded(field, x) ||
         (field.value == 0 && std::abs(x) <= nothing);
}

FieldMark Number::mark(const lab::Json& answer, const std::string& praise, Layout) const {
  FieldMark mark;
  std::optional<std::string> text = answer.spelled();
  if (!text) return invalid("this takes a number or a calculation");
  if (is_blank(*text)) return mark;
  std::optional<std::string> side = unit == "cells" ? side_of_square(*text) : std::nullopt;
  std::string square_note = side ? *text + " is read as a side of " + *side + "." : "";
  if (side) text = std::move(side);
  const NumberReading reading = read_number(*this, *text, Reading::marking);
  if (!reading.error.empty() && !reading.contradicts) return invalid(reading.error);
  const double x = reading.value;
  mark.read_as = lab::readable(x, read_digits);
  mark.notes = reading.notes;
  if (!square_note.empty()) mark.notes.push_back(std::move(square_note));
  mark.outcome = Outcome::wrong;
  if (reading.contradicts) {
    mark.message = reading.error;
    return mark;
  }
  for (const NumberMistake& slip : slips) {
    if (!near(x, slip.value, to_the_last_digit)) continue;
    mark.message = slip.cure;
    return mark;
  }
  const OtherNumber* const other_value = other_right(*this, reading);
  if (other_value && !other_value->label.empty()) {
    if (near(x, other_value->value, tolerance)) {
      set_share(mark, 1);
      mark.message = other_value->note;
    } else {
      mark.message = "This is not the value of the quantity that you name, " + other_value->label +
                     ", which is another one than is asked for.";
    }
    return mark;
  }
  if (accepts(*this, x)) {
    const NumberSide& last = reading.sides.back();
    if (last.converts && last.written != lab::readable(x) + " " + unit)
      mark.notes.push_back(last.written + " is read as " + lab::readable(x) + " " + unit + ".");
    for (const std::string& called : reading.names) {
      mark.message = names_another(called, quantity);
      if (!mark.message.empty()) return mark;
    }
    if (std::string note = rounded_note(*this, reading); !note.empty())
      mark.notes.push_back(std::move(note));
    const NumberSide* other = inexact(*this, reading);
    set_share(mark, other ? share_of_inexact : 1);
    const bool noted = other_value && !other_value->note.empty();
    mark.message = !other ? (noted ? other_value->note : praise)
                          : other->written + " comes close but is not the answer: its value is " +
                                lab::readable(*other->result.value, read_digits) +
                                ". The tolerance is for decimals; a formula has to be the right "
                                "one. What in it is off?";
    return mark;
  }
  if (is_lost(*this, reading))
    return invalid(
        "The digits of this are lost to rounding. Write it as ln(1 + x) with a small x, "
        "or give the number.");
  for (const std::string& called : reading.names)
    if (mark.message.empty()) mark.message = names_another(called, quantity);
  if (mark.message.empty()) mark.message = astray(*this, reading.sides.back());
  for (const NumberMistake& mistake : mistakes)
    if (near(x, mistake.value, tolerance)) mark.message = mistake.cure;
  return mark;
}

void Number::ask(lab::Writer& page) const {
  page.member("unit", lab::quoted(unit)).member("tolerance", lab::json(tolerance));
  page.member("example", lab::quoted(example(*this)));
}

lab::Json Number::reference() const { return lab::Json{value}; }

Understood Number::understand(std::string_view text, std::string_view) const {
  // Which of two readings is right is not told before it is marked.
  const NumberText taken = number_text(text, unit, quantity);
  if (!taken.sides.empty() && !taken.sides.back().result.readings.empty()) {
    std::string values;
    for (const num::CalculationReading& r : taken.sides.back().result.readings)
      values += (values.empty() ? "" : " or ") + lab::readable(r.value, read_digits);
    return read_as(values);
  }
  const NumberReading reading = read_number(*this, text, Reading::previewing);
  return reading.error.empty() ? read_as(lab::readable(reading.value, read_digits))
                               : Understood{false, reading.error};
}

bool Number::tells_apart() const {
  for (const OtherNumber& other : also)
    if (!other.note.empty() && near(other.value, value, tolerance)) return false;
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    if (accepts(*this, mistakes[i].value)) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (near(mistakes[i].value, mistakes[j].value, tolerance)) return false;
  }
  return true;
}

}  // namespace exam
