#include "exam/kinds/number.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "lab/digits.h"
#include "lab/number.h"
#include "num/expression.h"
#include "num/letters.h"
#include "num/written_number.h"

namespace exam {
namespace {

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

// What to say of a number that fits neither the reference nor a known mistake.
std::string astray(const Number& kind, double x, const std::string& read) {
  if (near(x, -kind.value, kind.tolerance))
    return "You gave " + read +
           ": the size is right and the sign is reversed. Which sign must "
           "this quantity have?";
  return "You gave " + read + ", which is too " + (x > kind.value ? "large" : "small") +
         ". Write down the formula before you put numbers in, then compare with the lab.";
}

std::string_view trimmed_right(std::string_view text) {
  while (!text.empty() && is_blank(text.substr(text.size() - 1))) text.remove_suffix(1);
  return text;
}

// What stands before `unit` at the end of `text`. A longer word that ends alike is not the unit.
std::optional<std::string_view> before(std::string_view text, std::string_view unit) {
  if (unit.empty() || text.size() <= unit.size() || text.substr(text.size() - unit.size()) != unit)
    return std::nullopt;
  const std::string_view number = text.substr(0, text.size() - unit.size());
  if (is_blank(number) || num::is_letter(number.back())) return std::nullopt;
  return trimmed_right(number);
}

// What `text` comes to. The unit of the field may be written after it: "5.52 nats", "20 %". Without
// a unit "20 %" is 0.2.
num::Calculation calculated(const Number& kind, std::string_view text) {
  text = trimmed_right(text);
  // Of two readings the right one counts; where none is, the calculation asks.
  for (const auto& reading :
       {num::written_number(text).decimal, num::written_number(text).thousands})
    if (reading && accepts(kind, *reading)) return {*reading, "", 0};
  if (const auto number = before(text, kind.unit)) return num::calculate(*number);
  for (const char* percent : {"%", "percent", "per cent"}) {
    const auto number = kind.unit.empty() ? before(text, percent) : std::nullopt;
    if (!number) continue;
    num::Calculation hundredths = num::calculate(*number);
    if (hundredths.value) *hundredths.value /= 100;
    return hundredths;
  }
  return num::calculate(text);
}

}  // namespace

bool near(double x, double reference, double tolerance) {
  return std::abs(x - reference) <= tolerance * std::max(std::abs(reference), 1e-12);
}

bool accepts(const Number& field, double x) { return near(x, field.value, field.tolerance); }

FieldMark Number::mark(const lab::Json& answer, const std::string& praise, Layout) const {
  FieldMark mark;
  const std::string* text = answer.string();
  if (!text && !answer.number()) return invalid("this takes a number or a calculation");
  if (text && is_blank(*text)) return mark;
  const auto read = calculated(*this, text ? *text : lab::text(*answer.number()));
  if (!read.value) return invalid(read.error);
  const double x = *read.value;
  if (text && num::written_number(*text).decimal)
    mark.notes.push_back("The comma is read as " +
                         std::string(x == *num::written_number(*text).decimal
                                         ? "a decimal comma."
                                         : "the end of a group of digits."));
  mark.read_as = lab::readable(x, read_digits);
  if (accepts(*this, x)) {
    mark.outcome = Outcome::right;
    mark.share = 1;
    mark.message = praise;
    return mark;
  }
  mark.outcome = Outcome::wrong;
  mark.message = astray(*this, x, mark.read_as);
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
  if (const num::WrittenNumber number = num::written_number(text); number.decimal)
    return read_as(lab::readable(*number.decimal, read_digits) + " or " +
                   lab::readable(*number.thousands, read_digits));
  const num::Calculation read = calculated(*this, text);
  return read.value ? read_as(lab::readable(*read.value, read_digits))
                    : Understood{false, read.error};
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
