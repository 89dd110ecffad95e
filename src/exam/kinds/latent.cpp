#include "exam/kinds/latent.h"

#include <algorithm>
#include <iterator>

#include "exam/latent_text.h"

namespace exam {
namespace {

template <class Row>
const Row* row_of(const std::vector<Row>& rows, LatentTerm term) {
  const auto at =
      std::find_if(rows.begin(), rows.end(), [term](const Row& r) { return r.term == term; });
  return at == rows.end() ? nullptr : &*at;
}

// The sides of the equation by their symbols, each term of a side once.
std::string read(const LatentReading& reading) {
  std::string all;
  for (const std::vector<LatentTerm>& side : reading.sides) {
    if (!all.empty()) all += " = ";
    for (std::size_t i = 0; i < side.size(); ++i)
      if (std::find(side.begin(), side.begin() + static_cast<std::ptrdiff_t>(i), side[i]) ==
          side.begin() + static_cast<std::ptrdiff_t>(i))
        all += (i > 0 ? ", " : "") + std::string(symbol(side[i]));
  }
  return all;
}

// The first of the terms that is neither the answer nor as good; null where there is none.
const LatentTerm* first_wrong(const Latent& kind, const std::vector<LatentTerm>& terms) {
  const auto at = std::find_if(terms.begin(), terms.end(), [&kind](LatentTerm term) {
    return term != kind.value && !row_of(kind.also, term);
  });
  return at == terms.end() ? nullptr : &*at;
}

}  // namespace

FieldMark Latent::mark(const lab::Json& answer, const std::string& praise, Layout) const {
  FieldMark mark;
  const std::string* text = answer.string();
  if (!text) return invalid("this takes the name of a distribution, such as q(z|x)");
  if (is_blank(*text)) return mark;
  const LatentReading reading = latent_terms(*text);
  if (!reading.error.empty()) return invalid(reading.error);
  mark.read_as = read(reading);
  std::vector<LatentTerm> terms, told;  // all of them, and those that restate nothing
  for (const std::vector<LatentTerm>& side : reading.sides)
    terms.insert(terms.end(), side.begin(), side.end());
  std::copy_if(terms.begin(), terms.end(), std::back_inserter(told), [this](LatentTerm term) {
    const TermMistake* const mistake = row_of(mistakes, term);
    return !mistake || !mistake->restates;
  });
  if (told.empty()) told = terms;
  if (const LatentTerm* const wrong = first_wrong(*this, told)) {
    // One that is right does not stand beside one that is wrong: which is the answer?
    const bool torn = std::any_of(told.begin(), told.end(), [this](LatentTerm term) {
      return term == value || row_of(also, term);
    });
    if (torn && reading.sides.size() == 1)
      return invalid("These are different things: " + mark.read_as + ". Give one of them.");
    const TermMistake* const mistake = row_of(mistakes, *wrong);
    mark.outcome = Outcome::wrong;
    mark.message =
        mistake ? mistake->cure
                : std::string(symbol(*wrong)) + " is another quantity than the one asked for.";
    return mark;
  }
  // The answer itself says what a name beside it means.
  if (std::find(told.begin(), told.end(), value) != told.end()) {
    set_share(mark, 1);
    mark.message = praise;
    return mark;
  }
  const OtherTerm* best = row_of(also, told[0]);
  for (const LatentTerm term : told)
    if (const OtherTerm* const other = row_of(also, term); other->share > best->share) best = other;
  set_share(mark, best->share);
  mark.message = best->note;
  return mark;
}

void Latent::ask(lab::Writer&) const {}

lab::Json Latent::reference() const { return lab::Json{std::string(symbol(value))}; }

Understood Latent::understand(std::string_view text, std::string_view) const {
  const LatentReading reading = latent_terms(text);
  if (!reading.error.empty()) return {false, reading.error};
  return read_as(read(reading));
}

bool Latent::tells_apart() const {
  std::vector<LatentTerm> terms = {value};
  for (const OtherTerm& other : also) terms.push_back(other.term);
  for (const TermMistake& mistake : mistakes) terms.push_back(mistake.term);
  std::sort(terms.begin(), terms.end());
  return std::adjacent_find(terms.begin(), terms.end()) == terms.end();
}

}  // namespace exam
