#include "exam/kinds/factors.h"

#include <algorithm>

#include "exam/factoring.h"

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

FieldMark Factors::mark(const lab::Json& answer, const std::string& praise, Layout) const {
  FieldMark mark;
  const std::string* text = answer.string();
  if (!text) return invalid("this takes a product such as p(a) p(b|a)");
  if (is_blank(*text)) return mark;
  const Factoring given = factoring(*text), reference = factoring(value);
  if (!given.error.empty()) return invalid(given.error);
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
  set_share(mark, std::max(0.0, static_cast<double>(right - wrong) / all));
  mark.message =
      mark.outcome == Outcome::right
          ? praise
          : std::to_string(right) + " of " + std::to_string(all) +
                (right == 1 ? " factors is there" : " factors are there") +
                (wrong > 0 ? ", and " + std::to_string(wrong) +
                                 (wrong == 1 ? " that does not belong." : " that do not belong.")
                           : ". Every node has one factor; which one is missing?");
  for (const FactorsMistake& m : mistakes)
    if (same_factors(given, factoring(m.value))) mark.message = m.cure;
  return mark;
}

void Factors::ask(lab::Writer&) const {}

lab::Json Factors::reference() const { return lab::Json{value}; }

Understood Factors::understand(std::string_view text, std::string_view) const {
  return read_as(mark(lab::Json{std::string(text)}, "", Layout::own));
}

bool Factors::tells_apart() const {
  std::vector<Factoring> known = {factoring(value)};
  for (const FactorsMistake& m : mistakes) {
    const Factoring wrong = factoring(m.value);
    for (const Factoring& other : known)
      if (same_factors(wrong, other)) return false;
    known.push_back(wrong);
  }
  return true;
}

}  // namespace exam
