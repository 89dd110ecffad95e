// Marking products of conditional distributions, factor by factor.
#include <algorithm>

#include "exam/factors.h"
#include "exam/kind_marking.h"

namespace exam {
namespace {

std::string listed(const std::vector<std::string>& names) {
  std::string s;
  for (const std::string& n : names) s += (s.empty() ? "" : ", ") + n;
  return s;
}

// What is wrong with a factor that the product does not have.
std::string fault(const Factor& f, const Factoring& reference) {
  for (const Factor& r : reference.factors) {
    if (f.heads != r.heads) continue;
    if (f.letter != r.letter) return f.shown + ": this belongs to the other distribution.";
    return f.shown + ": look again at what " + listed(f.heads) + " depends on.";
  }
  return f.shown + ": the product has no such factor.";
}

}  // namespace

FieldMark mark_field(const AnswerField& field, const Factors& kind, const lab::Json& answer) {
  FieldMark mark{field.id};
  const std::string* text = answer.string();
  if (!text) return invalid(mark, "this takes a product such as p(a) p(b|a)");
  if (is_blank(*text)) return mark;
  const Factoring given = factoring(*text), reference = factoring(kind.value);
  if (!given.error.empty()) return invalid(mark, given.error);
  std::vector<bool> met(reference.factors.size(), false);
  int right = 0, wrong = 0;
  for (const Factor& f : given.factors) {
    mark.read_as += (mark.read_as.empty() ? "" : " ") + f.shown;
    std::size_t i = 0;
    while (i < met.size() && (met[i] || !f.same_as(reference.factors[i]))) ++i;
    if (i < met.size()) {
      met[i] = true;
      ++right;
    } else {
      ++wrong;
      mark.notes.push_back(fault(f, reference));
    }
  }
  const int all = static_cast<int>(reference.factors.size());
  settle(mark, std::max(0.0, static_cast<double>(right - wrong) / all));
  mark.message = mark.outcome == Outcome::right
                     ? field.praise
                     : std::to_string(right) + " of " + std::to_string(all) + " factors are there" +
                           (wrong > 0 ? ", and " + std::to_string(wrong) + " that do not belong."
                                      : ". Every node has one factor; which one is missing?");
  for (const FactorsMistake& m : kind.mistakes)
    if (same_factors(given, factoring(m.value))) mark.message = m.cure;
  return mark;
}

}  // namespace exam
