#include "exam/kinds/expression.h"

namespace exam {
namespace {

FieldMark marked(Judgement j) {
  FieldMark mark;
  mark.outcome = j.outcome;
  mark.share = j.share;
  mark.read_as = std::move(j.read_as);
  mark.message = std::move(j.message);
  mark.notes = std::move(j.notes);
  return mark;
}

}  // namespace

FieldMark Expression::mark(const lab::Json& answer, const std::string& praise,
                           Layout layout) const {
  const std::string* text = answer.string();
  if (!text) return invalid("this takes the text of a formula");
  const Standard standard{value,        symbols, mistakes,     alternatives,
                          transposable, called,  over_examples};
  const bool transposed = layout == Layout::transposed && transposable;
  Judgement j = judge(standard, *text, transposed, praise);
  if (transposed && j.transposed && j.outcome == Outcome::right)
    j.notes.push_back(
        "Read in the transposed layout, which is just as good, provided that you keep to it.");
  return marked(std::move(j));
}

void Expression::ask(lab::Writer& page) const {
  bool scalars = true;
  for (const num::Symbol& s : symbols) scalars = scalars && s.rows == 1 && s.cols == 1;
  page.member("names", names_json(symbols))
      .member("scalars", lab::truth(scalars))
      .member("tiles", lab::quoted(tiles));
}

lab::Json Expression::reference() const { return lab::Json{value}; }

Understood Expression::understand(std::string_view text, std::string_view) const {
  return understood(text, symbols);
}

bool Expression::tells_apart() const {
  const auto points = points_for(value, symbols);
  const auto same = [&](const std::string& a, const std::string& b) {
    return equivalent(a, b, symbols, points);
  };
  for (const Alternative& a : alternatives)
    if (same(a.value, value)) return false;
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    const std::string& wrong = mistakes[i].value;
    if (same(wrong, value)) return false;
    for (const Alternative& a : alternatives)
      if (a.label.empty() && !a.elementwise && same(wrong, a.value)) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (same(wrong, mistakes[j].value)) return false;
  }
  return true;
}

}  // namespace exam
