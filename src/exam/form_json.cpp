#include "exam/form_json.h"

#include "lab/json.h"

namespace exam {

std::string form_json(const Form& form) {
  lab::Writer list('[');
  for (const AnswerField& field : form) {
    lab::Writer w('{');
    w.member("id", lab::quoted(field.id)).member("label", lab::quoted(field.label));
    w.member("practice", lab::truth(field.practice));
    std::visit(
        [&w](const auto& kind) {
          w.member("kind", lab::quoted(kind.name));
          kind.ask(w);
        },
        field.kind);
    list.item(w.done());
  }
  return list.done();
}

}  // namespace exam
