// Marking each kind of field; `mark` in marking.h calls these.
#pragma once

#include "exam/marking.h"
#include "num/expression.h"

namespace exam {

FieldMark mark_field(const AnswerField& field, const OneOf& kind, const lab::Json& answer);
FieldMark mark_field(const AnswerField& field, const ManyOf& kind, const lab::Json& answer);
FieldMark mark_field(const AnswerField& field, const Number& kind, const lab::Json& answer);
FieldMark mark_field(const AnswerField& field, const Cells& kind, const lab::Json& answer);
FieldMark mark_field(const AnswerField& field, const Rubric& kind, const lab::Json& answer);
FieldMark mark_field(const AnswerField& field, const Symbols& kind, const lab::Json& answer);
FieldMark mark_field(const AnswerField& field, const Derivation& kind, const lab::Json& answer);
FieldMark mark_field(const AnswerField& field, const Factors& kind, const lab::Json& answer);

// `turned`: in the transposed layout, which counts where the whole form keeps to it.
FieldMark mark_field(const AnswerField& field, const Expression& kind, const lab::Json& answer,
                     bool turned);
FieldMark mark_field(const AnswerField& field, const ShapeAnswer& kind, const lab::Json& answer,
                     bool turned);

// `answer` to a field of any kind.
FieldMark mark_answer(const AnswerField& field, const lab::Json& answer, bool turned);

// The names that a line of a derivation may use: the symbols, and the lines before it.
std::vector<num::Symbol> symbols_of_line(const Derivation& kind, std::size_t line);

// `mark` with the outcome `invalid` and the sentence that says what the field takes.
FieldMark invalid(FieldMark mark, std::string message);

// What `text` comes to. The unit of the field may be written after it: "5.52 nats", "20 %". Without
// a unit "20 %" is 0.2.
num::Calculation calculated(const Number& kind, std::string_view text);

// True where `text` holds blanks only.
bool is_blank(std::string_view text);

// Sets share and outcome: right at 1, partly above 0, wrong at 0.
void settle(FieldMark& mark, double share);

}  // namespace exam
