#include "exam/marking.h"

#include <algorithm>

namespace exam {

namespace {

bool has_layouts(const AnswerField& field) {
  return std::visit([](const auto& kind) { return kind.has_layouts(); }, field.kind);
}

// What is to be said of several answers alike stands beside the first of them.
void say_once(std::vector<FieldMark>& fields) {
  std::vector<std::string> said;
  for (FieldMark& field : fields)
    std::erase_if(field.notes, [&said](const std::string& note) {
      const bool before = std::find(said.begin(), said.end(), note) != said.end();
      if (!before) said.push_back(note);
      return before;
    });
}

Marking mark_all(const Form& form, double out_of, const lab::Json& given, Layout layout) {
  Marking marking;
  marking.out_of = out_of;
  double shares = 0;
  int counted = 0;
  for (const AnswerField& field : form) {
    const lab::Json* answer = given.member(field.id);
    const bool none = !answer || std::holds_alternative<std::nullptr_t>(answer->value);
    FieldMark mark;
    if (!none)
      mark = std::visit([&](const auto& kind) { return kind.mark(*answer, field.praise, layout); },
                        field.kind);
    mark.id = field.id;
    mark.practice = field.practice;
    if (!field.practice) {
      shares += mark.share;
      ++counted;
    }
    marking.fields.push_back(std::move(mark));
  }
  say_once(marking.fields);
  marking.marks = counted == 0 ? 0 : out_of * shares / counted;
  return marking;
}

}  // namespace

Marking mark(const Form& form, double out_of, const lab::Json& answers) {
  const lab::Json* inner = answers.member("answers");
  const lab::Json& given = inner ? *inner : answers;
  Marking own = mark_all(form, out_of, given, Layout::own);
  if (std::none_of(form.begin(), form.end(), has_layouts)) return own;
  Marking transposed = mark_all(form, out_of, given, Layout::transposed);
  return transposed.marks > own.marks ? transposed : own;
}

Understood understand(const AnswerField& field, std::string_view text, std::string_view part) {
  if (is_blank(text)) return {false, ""};
  return std::visit([&](const auto& kind) { return kind.understand(text, part); }, field.kind);
}

lab::Json reference_answers(const Form& form) {
  lab::Json::Object answers;
  for (const AnswerField& field : form)
    answers.emplace_back(field.id,
                         std::visit([](const auto& kind) { return kind.reference(); }, field.kind));
  return lab::Json{std::move(answers)};
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
                     .member("unscored", p.unscored ? "true" : "false")
                     .member("message", lab::quoted(p.message))
                     .done());
    fields.item(lab::Writer('{')
                    .member("id", lab::quoted(f.id))
                    .member("outcome", lab::quoted(name(f.outcome)))
                    .member("share", lab::json(f.share))
                    .member("read_as", lab::quoted(f.read_as))
                    .member("message", lab::quoted(f.message))
                    .member("self_assessed", f.self_assessed ? "true" : "false")
                    .member("practice", f.practice ? "true" : "false")
                    .member("parts", parts.done())
                    .member("notes", lab::quoted(f.notes))
                    .done());
  }
  return lab::Writer('{')
      .member("marks", lab::json(marking.marks))
      .member("out_of", lab::json(marking.out_of))
      .member("fields", fields.done())
      .done();
}

}  // namespace exam
