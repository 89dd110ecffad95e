// What a person's text is read as, before it is marked.
#include "exam/formula.h"
#include "exam/kind_marking.h"
#include "lab/number.h"
#include "num/expression.h"

namespace exam {
namespace {

// What a text means for a field of each kind.
struct Meaning {
  std::string_view text, part;

  Understood plain() const { return {true, "read as " + std::string(text)}; }
  static Understood come_to(const num::Calculation& read) {
    if (!read.value) return {false, read.error};
    return {true, "read as " + lab::text(*read.value)};
  }
  Understood operator()(const OneOf&) const { return plain(); }
  Understood operator()(const ManyOf&) const { return plain(); }
  Understood operator()(const Rubric&) const { return plain(); }
  Understood operator()(const Number& kind) const { return come_to(calculated(kind, text)); }
  Understood operator()(const Cells&) const { return come_to(num::calculate(text)); }
  Understood operator()(const Expression& kind) const { return understood(text, kind.symbols); }
  Understood operator()(const Symbols& kind) const { return understood(text, kind.symbols); }
  Understood operator()(const Derivation& kind) const {
    std::size_t line = kind.steps.size();
    for (std::size_t i = 0; i < kind.steps.size(); ++i)
      if (std::to_string(i + 1) == part) line = i;
    return understood(text, symbols_of_line(kind, line));
  }
  Understood operator()(const ShapeAnswer& kind) const { return marked(kind); }
  Understood operator()(const Factors& kind) const { return marked(kind); }

  // Marking reads the text, too; its verdict is not told.
  template <class Of>
  Understood marked(const Of& kind) const {
    lab::Json answer;
    answer.value = std::string(text);
    const FieldMark mark = mark_answer({"", "", kind, ""}, answer, false);
    if (mark.outcome == Outcome::invalid) return {false, mark.message};
    return {true, "read as " + mark.read_as};
  }
};

}  // namespace

Understood understand(const AnswerField& field, std::string_view text, std::string_view part) {
  if (is_blank(text)) return {false, ""};
  return std::visit(Meaning{text, part}, field.kind);
}

}  // namespace exam
