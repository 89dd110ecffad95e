#include "exam/marking.h"

#include <algorithm>

#include "exam/kind_marking.h"

namespace exam {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

FieldMark invalid(FieldMark mark, std::string message) {
  mark.outcome = Outcome::invalid;
  mark.message = std::move(message);
  return mark;
}

void settle(FieldMark& mark, double share) {
  mark.share = share;
  mark.outcome = share >= 1 ? Outcome::right : share > 0 ? Outcome::partly : Outcome::wrong;
}

const char* name(Outcome outcome) {
  switch (outcome) {
    case Outcome::right:
      return "right";
    case Outcome::partly:
      return "partly";
    case Outcome::wrong:
      return "wrong";
    case Outcome::invalid:
      return "invalid";
    case Outcome::blank:
      break;
  }
  return "blank";
}

FieldMark mark_answer(const AnswerField& field, const lab::Json& answer, bool turned) {
  return std::visit(
      [&](const auto& kind) {
        if constexpr (requires { mark_field(field, kind, answer, turned); })
          return mark_field(field, kind, answer, turned);
        else
          return mark_field(field, kind, answer);
      },
      field.kind);
}

namespace {

bool is_transposable(const AnswerField& field) {
  const auto* expression = std::get_if<Expression>(&field.kind);
  const auto* shape = std::get_if<ShapeAnswer>(&field.kind);
  return (expression && expression->transposable) || (shape && shape->transposable);
}

Marking mark_all(const Form& form, double out_of, const lab::Json& given, bool turned) {
  Marking marking;
  marking.out_of = out_of;
  double shares = 0;
  int counted = 0;
  for (const AnswerField& field : form) {
    const lab::Json* answer = given.member(field.id);
    const bool none = !answer || std::holds_alternative<std::nullptr_t>(answer->value);
    FieldMark mark = none ? FieldMark{field.id} : mark_answer(field, *answer, turned);
    mark.practice = field.practice;
    if (!field.practice) {
      shares += mark.share;
      ++counted;
    }
    marking.fields.push_back(std::move(mark));
  }
  marking.marks = counted == 0 ? 0 : out_of * shares / counted;
  return marking;
}

}  // namespace

Marking mark(const Form& form, double out_of, const lab::Json& answers) {
  const lab::Json* inner = answers.member("answers");
  const lab::Json& given = inner ? *inner : answers;
  Marking straight = mark_all(form, out_of, given, false);
  if (std::none_of(form.begin(), form.end(), is_transposable)) return straight;
  Marking turned = mark_all(form, out_of, given, true);
  return turned.marks > straight.marks ? turned : straight;
}

std::string json(const Marking& marking) {
  lab::Writer fields('[');
  for (const FieldMark& f : marking.fields) {
    lab::Writer parts('[');
    for (const PartMark& p : f.parts)
      parts.item(lab::Writer('{')
                     .member("id", lab::quoted(p.id))
                     .member("outcome", lab::quoted(name(p.outcome)))
                     .member("contested", p.contested ? "true" : "false")
                     .member("message", lab::quoted(p.message))
                     .done());
    lab::Writer notes('[');
    for (const std::string& note : f.notes) notes.item(lab::quoted(note));
    fields.item(lab::Writer('{')
                    .member("id", lab::quoted(f.id))
                    .member("outcome", lab::quoted(name(f.outcome)))
                    .member("share", lab::json(f.share))
                    .member("read_as", lab::quoted(f.read_as))
                    .member("message", lab::quoted(f.message))
                    .member("self_assessed", f.self_assessed ? "true" : "false")
                    .member("practice", f.practice ? "true" : "false")
                    .member("parts", parts.done())
                    .member("notes", notes.done())
                    .done());
  }
  return lab::Writer('{')
      .member("marks", lab::json(marking.marks))
      .member("out_of", lab::json(marking.out_of))
      .member("fields", fields.done())
      .done();
}

}  // namespace exam
