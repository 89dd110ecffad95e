// Marking numbers.
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

}  // namespace

num::Calculation calculated(const Number& kind, std::string_view text) {
  const auto trim = [&text] {
    while (!text.empty() && is_blank(text.substr(text.size() - 1))) text.remove_suffix(1);
  };
  trim();
  const std::size_t unit = kind.unit.size();
  if (unit == 0 || text.size() <= unit || text.substr(text.size() - unit) != kind.unit)
    return num::calculate(text);
  // A longer word that ends alike is not the unit.
  const std::string_view number = text.substr(0, text.size() - unit);
  if (is_blank(number) || num::is_letter(number.back())) return num::calculate(text);
  text = number;
  trim();
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
