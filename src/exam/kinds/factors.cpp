#include "exam/kinds/factors.h"

#include <algorithm>

#include "exam/factoring.h"
#include "num/letters.h"

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

std::string summary(int right, int twofold, int loose, int wrong, int all) {
  std::string text = std::to_string(right) + " of " + std::to_string(all) +
                     (right == 1 ? " factors is there" : " factors are there");
  if (twofold > 0)
    text +=
        ", " + std::to_string(twofold) + (twofold == 1 ? " stands for two" : " stand for two each");
  if (loose > 0)
    text += ", " + std::to_string(loose) +
            (loose == 1 ? " is true but says less" : " are true but say less");
  if (wrong > 0)
    text += ", and " + std::to_string(wrong) + (wrong == 1 ? " does not belong" : " do not belong");
  return text + ".";
}

// The largest number at the end of a variable's name; 0 where none has one.
int last_index(const Factoring& product) {
  int last = 0;
  for (const Factor& factor : product.factors)
    for (const std::string& name : factor.heads)
      if (num::is_digit(name.back())) last = std::max(last, name.back() - '0');
  return last;
}

}  // namespace

FieldMark Factors::mark(const lab::Json& answer, const std::string& praise, Layout) const {
  FieldMark mark;
  const std::string* text = answer.string();
  if (!text) return invalid("this takes a product such as p(a) p(b|a)");
  if (is_blank(*text)) return mark;
  const Factoring reference = factoring(value), given = factoring(*text, last_index(reference));
  if (!given.error.empty()) return invalid(given.error);
  ProductVerdict verdict;
  if (graph) verdict = judge_product(given, *graph);
  if (verdict.kind == ProductVerdict::unread) return invalid(verdict.sentence);
  std::vector<bool> met(reference.factors.size(), false);
  int right = 0, twofold = 0, loose = 0, wrong = 0;
  bool other_letter = false;
  for (std::size_t f = 0; f < given.factors.size(); ++f) {
    const Factor& factor = given.factors[f];
    mark.read_as += (mark.read_as.empty() ? "" : " ") + factor.shown;
    std::size_t i = 0;
    while (i < met.size() && (met[i] || !factor.same_as(reference.factors[i]))) ++i;
    if (i < met.size()) {
      met[i] = true;
      ++right;
      continue;
    }
    const bool own_letter = factor.letter == reference.factors.front().letter;
    other_letter = other_letter || !own_letter;
    const bool judged = graph && own_letter && verdict.factors[f].kind != FactorVerdict::exact;
    const auto is = [&](FactorVerdict::Kind kind) {
      return judged && verdict.factors[f].kind == kind;
    };
    ++(is(FactorVerdict::twofold) ? twofold : is(FactorVerdict::loose) ? loose : wrong);
    mark.notes.push_back(judged ? verdict.factors[f].sentence : fault(factor, reference));
  }
  const int all = static_cast<int>(reference.factors.size());
  const int surplus = std::max(0, static_cast<int>(given.factors.size()) - all);
  // One that stands for two earns half of each.
  const double earned = graph ? right + twofold + 0.5 * loose - 0.5 * surplus : right - wrong;
  set_share(mark, std::clamp(earned / all, 0.0, 1.0));
  if (mark.outcome == Outcome::right)
    mark.message = praise;
  else if (graph)
    mark.message = (verdict.sentence.empty() || other_letter ? "" : verdict.sentence + " ") +
                   summary(right, twofold, loose, wrong, all);
  else
    mark.message = std::to_string(right) + " of " + std::to_string(all) +
                   (right == 1 ? " factors is there" : " factors are there") +
                   (wrong > 0 ? ", and " + std::to_string(wrong) +
                                    (wrong == 1 ? " that does not belong." : " that do not belong.")
                              : ". Every node has one factor; which one is missing?");
  for (const FactorsMistake& m : mistakes)
    if (same_factors(given, factoring(m.value))) mark.message = m.cure;
  return mark;
}

void Factors::ask(lab::Writer& page) const {
  if (!tiles.empty()) page.member("tiles", lab::quoted(tiles));
}

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
