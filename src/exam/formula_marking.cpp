// Marking formulas.
#include "exam/formula.h"
#include "exam/kind_marking.h"
#include "lab/number.h"

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

std::string cell(std::size_t r, std::size_t c) {
  return std::to_string(r + 1) + "," + std::to_string(c + 1);
}

std::string place(std::size_t r, std::size_t c) {
  return "Row " + std::to_string(r + 1) + ", column " + std::to_string(c + 1);
}

// The text in a cell of nested lists; "" where there is none.
std::string text_at(const lab::Json::Array& rows, std::size_t r, std::size_t c) {
  const auto* row = r < rows.size() ? rows[r].array() : nullptr;
  const std::string* text = row && c < row->size() ? (*row)[c].string() : nullptr;
  const double* number = row && c < row->size() ? (*row)[c].number() : nullptr;
  return text ? *text : number ? lab::text(*number) : "";
}

bool is_mistake(const Symbols& kind, const SymbolsMistake& mistake, const lab::Json::Array& rows) {
  for (std::size_t r = 0; r < kind.entries.size(); ++r)
    for (std::size_t c = 0; c < kind.entries[r].size(); ++c)
      if (!kind.entries[r][c].given &&
          !equivalent(text_at(rows, r, c), mistake.value[r][c], kind.symbols,
                      points_for(mistake.value[r][c], kind.symbols)))
        return false;
  return true;
}

}  // namespace

FieldMark mark_field(const AnswerField& field, const Symbols& kind, const lab::Json& answer) {
  FieldMark mark{field.id};
  const auto* rows = answer.array();
  if (!rows) return invalid(mark, "this takes nested lists of formulas, row by row");
  const std::vector<FormulaMistake> no_mistakes;
  const std::vector<Alternative> no_alternatives;
  int asked = 0, right = 0, blank = 0;
  for (std::size_t r = 0; r < kind.entries.size(); ++r)
    for (std::size_t c = 0; c < kind.entries[r].size(); ++c) {
      const Entry& entry = kind.entries[r][c];
      if (entry.given) continue;
      const Standard standard{entry.value, kind.symbols, no_mistakes, no_alternatives};
      Judgement j = judge(standard, text_at(*rows, r, c), false, "");
      ++asked;
      right += j.outcome == Outcome::right ? 1 : 0;
      blank += j.outcome == Outcome::blank ? 1 : 0;
      if (j.outcome == Outcome::wrong || j.outcome == Outcome::invalid)
        mark.notes.push_back(place(r, c) + ": " + j.message);
      mark.parts.push_back({cell(r, c), j.outcome, std::move(j.message), false});
    }
  if (blank == asked) return FieldMark{field.id};
  settle(mark, static_cast<double>(right) / asked);
  mark.message = right == asked ? field.praise
                                : std::to_string(right) + " of " + std::to_string(asked) +
                                      " entries are right.";
  for (const SymbolsMistake& m : kind.mistakes) {
    if (!is_mistake(kind, m, *rows)) continue;
    // One slip, which its cure names, is behind all that is wrong.
    mark.message = m.cure;
    mark.notes.clear();
    break;
  }
  return mark;
}

FieldMark mark_field(const AnswerField& field, const Expression& kind, const lab::Json& answer,
                     bool turned) {
  const std::string* text = answer.string();
  if (!text) return invalid({field.id}, "this takes the text of a formula");
  const Standard standard{kind.value, kind.symbols, kind.mistakes, kind.alternatives,
                          kind.transposable};
  const bool transposed = turned && kind.transposable;
  Judgement j = judge(standard, *text, transposed, field.praise);
  if (transposed && j.transposed && j.outcome == Outcome::right)
    j.notes.push_back("Read in the transposed layout, which is as good as long as you keep to it.");
  return marked(field, std::move(j));
}

}  // namespace exam
