#include "exam/kinds/number.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "exam/kinds/per_cent.h"
#include "exam/number_text.h"
#include "lab/digits.h"
#include "lab/number.h"

namespace exam {
namespace {

constexpr double share_of_inexact = 0.5;

struct Example {
  const char* text;
  double value;
};

// How a number may be written: by itself, as a fraction, as the value of a function.
constexpr Example ways[][3] = {
    {{"3.25", 3.25}, {"13/4", 3.25}, {"ln 40", 3.688879454113936}},
    {{"0.8", 0.8}, {"4/5", 0.8}, {"ln 7", 1.945910149055313}},
    {{"17.5", 17.5}, {"35/2", 17.5}, {"ln 3", 1.0986122886681098}},
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

std::string said(double x) { return lab::readable(x); }

// What to say of a number that fits neither the reference nor a known mistake.
std::string astray(const Number& kind, double x) {
  const std::string given = "You gave " + said(x);
  if (near(x, -kind.value, kind.tolerance))
    return given +
           ": the size is right and the sign is reversed. Which sign must this quantity have?";
  const std::string slip = per_cent_slip(kind, x, said(x));
  if (!slip.empty()) return slip;
  return given + ", which is too " + (x > kind.value ? "large" : "small") +
         ". Write down the formula before you put numbers in, then compare with the lab.";
}

// Two sides of "=" of which neither is the other, within the tolerance of the field.
bool parts(const Number& kind, const NumberSide& a, const NumberSide& b) {
  const double x = a.result.value.value_or(0), y = b.result.value.value_or(0);
  const double most = std::max(
      {kind.tolerance * std::max(std::abs(x), std::abs(y)), a.result.noise, b.result.noise});
  const bool share = kind.unit == "%" && a.percent != b.percent;
  return std::abs(x - y) > most &&
         !(share && std::abs(a.percent ? x - 100 * y : 100 * x - y) <= 100 * most);
}

// What an answer comes to: a number and the side that it stands on, or the sentence that says why it
// comes to none.
struct Reading {
  double value = 0;
  std::vector<NumberSide> sides;
  std::string note, error;
  bool contradicts = false;
};

// The reading of one comma that is right; where neither is, none.
std::optional<double> right_reading(const Number& kind, const NumberSide& side) {
  for (const auto& x : {side.decimal, side.thousands})
    if (x && accepts(kind, *x)) return x;
  return std::nullopt;
}

Reading read(const Number& kind, std::string_view text) {
  NumberText taken = number_text(text, kind.unit);
  Reading reading;
  reading.error = taken.error;
  for (NumberSide& side : taken.sides) {
    if (!reading.error.empty()) return reading;
    if (side.result.value) continue;
    if (const auto x = right_reading(kind, side)) {
      reading.note = "The comma of " + side.written + " is read as " +
                     (x == side.decimal ? "a decimal comma." : "one between thousands.");
      side.result.value = x;
    } else {
      reading.error = side.result.error;
    }
  }
  if (!reading.error.empty()) return reading;
  reading.sides = std::move(taken.sides);
  const NumberSide& last = reading.sides.back();
  reading.value = *last.result.value;
  for (const NumberSide& side : reading.sides) {
    if (!parts(kind, side, last)) continue;
    reading.contradicts = true;
    reading.error = "The two sides of “=” differ: " + side.written + " is " +
                    said(*side.result.value) + ", and " + last.written +
                    (last.written == said(reading.value) ? "" : " is " + said(reading.value)) +
                    " is not. Give one value.";
    break;
  }
  return reading;
}

// A side that is a formula of exact numbers, and within the tolerance all the same another value.
const NumberSide* inexact(const Number& kind, const Reading& reading) {
  for (const NumberSide& side : reading.sides)
    if (kind.exact && side.result.exact && !near(*side.result.value, kind.value, exactly) &&
        std::abs(*side.result.value - kind.value) > side.result.noise)
      return &side;
  return nullptr;
}

// True where rounding has cost the digits by which an answer is told from the reference.
bool is_lost(const Number& kind, const Reading& reading) {
  const double noise = reading.sides.back().result.noise;
  return noise > kind.tolerance * std::abs(kind.value) &&
         std::abs(reading.value - kind.value) <= 2 * noise;
}

}  // namespace

bool near(double x, double reference, double tolerance) {
  return std::abs(x - reference) <= tolerance * std::abs(reference);
}

bool accepts(const Number& field, double x) {
  constexpr double nothing = 1e-12;  // what a calculation may leave of 0
  return near(x, field.value, field.tolerance) || (field.value == 0 && std::abs(x) <= nothing);
}

FieldMark Number::mark(const lab::Json& answer, const std::string& praise, Layout) const {
  FieldMark mark;
  const std::string* text = answer.string();
  if (!text && !answer.number()) return invalid("this takes a number or a calculation");
  if (text && is_blank(*text)) return mark;
  const Reading reading = read(*this, text ? *text : lab::text(*answer.number()));
  if (!reading.error.empty() && !reading.contradicts) return invalid(reading.error);
  const double x = reading.value;
  mark.read_as = lab::readable(x, read_digits);
  if (!reading.note.empty()) mark.notes.push_back(reading.note);
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
  if (accepts(*this, x)) {
    const NumberSide* other = inexact(*this, reading);
    set_share(mark, other ? share_of_inexact : 1);
    mark.message = !other ? praise
                          : other->written + " comes close, and is not the answer: it is " +
                                lab::readable(*other->result.value, read_digits) +
                                ". The tolerance is for decimals; a formula has to be the right "
                                "one. What in it is off?";
    return mark;
  }
  if (is_lost(*this, reading))
    return invalid(
        "The digits of this are lost to rounding. Write it as ln(1 + x) with a small x, "
        "or give the number.");
  mark.message = astray(*this, x);
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
  const NumberText taken = number_text(text, unit);
  if (!taken.sides.empty() && taken.sides.back().decimal)
    return read_as(lab::readable(*taken.sides.back().decimal, read_digits) + " or " +
                   lab::readable(*taken.sides.back().thousands, read_digits));
  const Reading reading = read(*this, text);
  return reading.error.empty() ? read_as(lab::readable(reading.value, read_digits))
                               : Understood{false, reading.error};
}

bool Number::tells_apart() const {
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    if (accepts(*this, mistakes[i].value)) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (near(mistakes[i].value, mistakes[j].value, tolerance)) return false;
  }
  return true;
}

}  // namespace exam
