// Marking numbers.
#include <optional>

#include "exam/kind_marking.h"
#include "lab/number.h"
#include "num/letters.h"

namespace exam {
namespace {

// What to say of a number that fits neither the reference nor a known mistake.
std::string astray(const Number& kind, double x, const std::string& read) {
  if (near(x, -kind.value, kind.tolerance))
    return "You gave " + read +
           ": the size is right and the sign is turned round. Which sign must "
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

}  // namespace

num::Calculation calculated(const Number& kind, std::string_view text) {
  text = trimmed_right(text);
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

FieldMark mark_field(const AnswerField& field, const Number& kind, const lab::Json& answer) {
  FieldMark mark{field.id};
  const std::string* text = answer.string();
  if (!text && !answer.number()) return invalid(mark, "this takes a number or a calculation");
  if (text && is_blank(*text)) return mark;
  const auto read = calculated(kind, text ? *text : lab::text(*answer.number()));
  if (!read.value) return invalid(mark, read.error);
  const double x = *read.value;
  mark.read_as = lab::text(x);
  if (accepts(kind, x)) {
    mark.outcome = Outcome::right;
    mark.share = 1;
    mark.message = field.praise;
    return mark;
  }
  mark.outcome = Outcome::wrong;
  mark.message = astray(kind, x, mark.read_as);
  for (const NumberMistake& mistake : kind.mistakes)
    if (near(x, mistake.value, kind.tolerance)) mark.message = mistake.cure;
  return mark;
}

}  // namespace exam
