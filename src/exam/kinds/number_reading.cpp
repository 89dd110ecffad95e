#include "exam/kinds/number_reading.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "exam/odd_numbers.h"
#include "lab/digits.h"

namespace exam {
namespace {

// Two sides of "=" of which neither is the other, within the tolerance of the field.
bool parts(const Number& kind, const NumberSide& a, const NumberSide& b) {
  const double x = a.result.value.value_or(0), y = b.result.value.value_or(0);
  if (std::isinf(x) || std::isinf(y)) return x != y;
  const double most = std::max(
      {kind.tolerance * std::max(std::abs(x), std::abs(y)), a.result.noise, b.result.noise});
  const bool percent = a.unit == "%";
  const bool share = kind.unit == "%" && percent != (b.unit == "%");
  return std::abs(x - y) > most &&
         !(share && std::abs(percent ? x - 100 * y : 100 * x - y) <= 100 * most);
}

// Takes a side as `r` reads it, and notes that.
void take(NumberSide& side, const num::CalculationReading& r, std::vector<std::string>& notes) {
  side.result.value = r.value;
  side.result.noise = r.noise;
  side.result.exact = r.exact;
  const std::string text = r.text.empty() ? lab::readable(r.value, read_digits) : r.text;
  if (text != side.written) notes.push_back(side.written + " is read as " + text + ".");
}

// Points part thousands where that makes a side the answer, or a mistake that is known, and as
// decimal points they make it no answer.
void settle_points(const Number& kind, NumberSide& side, std::vector<std::string>& notes) {
  const auto& grouped = side.result.grouped;
  if (!grouped || accepts(kind, *side.result.value)) return;
  const bool known = std::any_of(
      kind.mistakes.begin(), kind.mistakes.end(),
      [&](const NumberMistake& m) { return near(grouped->value, m.value, kind.tolerance); });
  if (known || accepts(kind, grouped->value)) take(side, *grouped, notes);
}

// Gives a side that has several readings the one that is right, or that another side agrees with.
// False where none is.
bool settle(const Number& kind, const std::vector<NumberSide>& sides, NumberSide& side,
            std::vector<std::string>& notes) {
  const auto agrees = [&](double x) {
    return accepts(kind, x) ||
           std::any_of(sides.begin(), sides.end(), [&](const NumberSide& other) {
             return other.result.value && near(x, *other.result.value, kind.tolerance);
           });
  };
  for (const num::CalculationReading& r : side.result.readings) {
    if (!agrees(r.value)) continue;
    take(side, r, notes);
    return true;
  }
  return false;
}

// True for what stands between two answers.
bool lists(const std::string& sign) {
  for (const char* between : {"or", "oder", "ou", "and", "bzw.", ",", ";", "\n"})
    if (sign == between) return true;
  return false;
}

std::string contradiction(const NumberSide& side, const NumberSide& last) {
  if (last.sign.find('=') == std::string::npos)
    return "You give two values that differ, " + side.written + " and " + last.written +
           ". Give one.";
  const std::string first = side.written + " is " + lab::readable(*side.result.value);
  const double x = *last.result.value;
  return "The two sides of “=” differ: " + first + ", and " + last.written + " is " +
         (last.written == lab::readable(x) ? "not that" : lab::readable(x)) + ". Give one value.";
}

}  // namespace

NumberReading read_number(const Number& kind, std::string_view text, Reading purpose) {
  NumberText taken = number_text(text, kind.unit, kind.quantity);
  NumberReading reading;
  reading.error = taken.error;
  for (NumberSide& side : taken.sides)
    if (!side.result.value && reading.error.empty() &&
        !settle(kind, taken.sides, side, reading.notes))
      reading.error = side.result.error;
  if (!reading.error.empty()) return reading;
  if (purpose == Reading::marking)
    for (NumberSide& side : taken.sides) settle_points(kind, side, reading.notes);
  if (std::string note = bracket_note(text); !note.empty())
    reading.notes.push_back(std::move(note));
  reading.sides = std::move(taken.sides);
  reading.names = std::move(taken.names);
  const NumberSide& last = reading.sides.back();
  reading.value = *last.result.value;
  for (const NumberSide& side : reading.sides) {
    if (!side.doubt.empty() && !accepts(kind, *side.result.value)) {
      reading.error = side.doubt;
      reading.error[0] = 'D';
      return reading;
    }
    // "10,387,456 ≈ 10.4 million" may be further apart than the tolerance, and both are right.
    const bool right = accepts(kind, *side.result.value) && accepts(kind, reading.value);
    if (right || !parts(kind, side, last)) continue;
    // An equation or a step that does not hold is wrong; two answers are none.
    reading.contradicts = !lists(last.sign);
    reading.error = contradiction(side, last);
    break;
  }
  return reading;
}

}  // namespace exam
