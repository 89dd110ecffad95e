// Marking formulas.
#include "exam/formula.h"
#include "exam/kind_marking.h"

namespace exam {
namespace {

FieldMark marked(const AnswerField& field, Judgement j) {
  FieldMark mark{field.id};
  mark.outcome = j.outcome;
  mark.share = j.share;
  mark.read_as = std::move(j.read_as);
  mark.message = std::move(j.message);
  mark.notes = std::move(j.notes);
  return mark;
}

}  // namespace

FieldMark mark_field(const AnswerField& field, const Expression& kind, const lab::Json& answer,
                     bool turned) {
  const std::string* text = answer.string();
  if (!text) return invalid({field.id}, "this takes the text of a formula");
  const Standard standard{kind.value,        kind.symbols, kind.mistakes,
                          kind.alternatives, kind.label,   field.id};
  const bool transposed = turned && kind.transposable;
  Judgement j = judge(standard, *text, transposed, field.praise);
  if (transposed && j.transposed && j.outcome == Outcome::right)
    j.notes.push_back("Read in the transposed layout, which is as good as long as you keep to it.");
  return marked(field, std::move(j));
}

}  // namespace exam
