// What holds of the marking of every exercise in any variant: the reference answer scores, and each
// mistake that is known is recognised and hears a sentence of its own.
#include <doctest/doctest.h>

#include <set>

#include "lab/number.h"
#include "laws/all.h"

namespace {

// A wrong answer to a field, what has to be said of it, of the field or of a part of it, and the
// most that it may earn.
struct Slip {
  lab::Json answer;
  std::string cure;
  std::string part = "";
  double most = 0;
};
using Slips = std::vector<Slip>;

lab::Json text(const std::string& s) { return lab::Json{s}; }

template <class Row>
lab::Json list(const std::vector<Row>& entries) {
  lab::Json::Array items;
  for (const Row& e : entries) items.push_back(lab::Json{e});
  return lab::Json{std::move(items)};
}

lab::Json rows(const std::vector<std::vector<std::string>>& matrix) {
  lab::Json::Array items;
  for (const auto& row : matrix) items.push_back(list(row));
  return lab::Json{std::move(items)};
}

struct Known {
  Slips operator()(const exam::OneOf& kind) const {
    Slips slips;
    for (std::size_t i = 0; i < kind.options.size(); ++i)
      if (static_cast<int>(i) != kind.right && kind.options[i].share < 1)
        slips.push_back(
            {text(kind.options[i].id), kind.options[i].reason, "", kind.options[i].share});
    return slips;
  }
  // Each verdict reversed, by itself.
  Slips operator()(const exam::ManyOf& kind) const {
    Slips slips;
    for (const exam::Option& wrong : kind.options) {
      if (exam::is_contested(wrong.key)) continue;
      lab::Json::Object verdicts;
      for (const exam::Option& o : kind.options)
        verdicts.emplace_back(o.id, lab::Json{(o.key != exam::Key::no) != (&o == &wrong)});
      slips.push_back({lab::Json{std::move(verdicts)}, wrong.reason, wrong.id, 1});
    }
    return slips;
  }
  Slips operator()(const exam::Number& kind) const {
    Slips slips;
    for (const auto* known : {&kind.mistakes, &kind.slips})
      for (const exam::NumberMistake& m : *known) slips.push_back({lab::Json{m.value}, m.cure});
    return slips;
  }
  Slips operator()(const exam::Cells& kind) const {
    Slips slips;
    for (const exam::CellsMistake& m : kind.mistakes)
      slips.push_back({text(lab::text(m.value)), m.cure, "", 1});
    return slips;
  }
  Slips operator()(const exam::Expression& kind) const {
    Slips slips;
    for (const exam::FormulaMistake& m : kind.mistakes)
      slips.push_back(
          {text(m.value + (m.elementwise ? " (entry by entry)" : "")), m.cure, "", m.share});
    return slips;
  }
  Slips operator()(const exam::ShapeAnswer& kind) const {
    Slips slips;
    for (const exam::ShapeMistake& m : kind.mistakes)
      slips.push_back({text(m.rows + " × " + m.cols), m.cure});
    return slips;
  }
  Slips operator()(const exam::Symbols& kind) const {
    Slips slips;
    for (const exam::SymbolsMistake& m : kind.mistakes)
      slips.push_back({rows(m.value), m.cure, "", 1});
    return slips;
  }
  // One wrong line between right ones.
  Slips operator()(const exam::Derivation& kind) const {
    Slips slips;
    for (std::size_t i = 0; i < kind.steps.size(); ++i)
      for (const exam::FormulaMistake& m : kind.steps[i].mistakes) {
        std::vector<std::string> lines;
        for (const exam::Step& step : kind.steps) lines.push_back(step.value);
        lines[i] = m.value;
        slips.push_back({list(lines), m.cure, std::to_string(i + 1), 1});
      }
    return slips;
  }
  Slips operator()(const exam::Factors& kind) const {
    Slips slips;
    for (const exam::FactorsMistake& m : kind.mistakes)
      slips.push_back({text(m.value), m.cure, "", 1});
    return slips;
  }
  Slips operator()(const exam::Latent& kind) const {
    Slips slips;
    for (const exam::TermMistake& m : kind.mistakes)
      slips.push_back({text(exam::symbol(m.term)), m.cure});
    return slips;
  }
  // Nobody reads free text: what is often said instead is answered beside every text.
  Slips operator()(const exam::Rubric&) const { return {}; }
};

const exam::PartMark* part_of(const exam::FieldMark& mark, const std::string& id) {
  for (const exam::PartMark& p : mark.parts)
    if (p.id == id) return &p;
  return nullptr;
}

// The shapes of the names that a field's formulas are tried with.
std::string shapes(const exam::AnswerField& field) {
  const std::vector<num::Symbol>* symbols = nullptr;
  if (const auto* kind = std::get_if<exam::Expression>(&field.kind)) symbols = &kind->symbols;
  if (const auto* kind = std::get_if<exam::Symbols>(&field.kind)) symbols = &kind->symbols;
  if (const auto* kind = std::get_if<exam::Derivation>(&field.kind)) symbols = &kind->symbols;
  if (const auto* kind = std::get_if<exam::ShapeAnswer>(&field.kind)) symbols = &kind->sizes;
  std::string all;
  if (symbols)
    for (const num::Symbol& s : *symbols)
      all += s.text + std::to_string(s.rows) + "x" + std::to_string(s.cols) + lab::text(s.low);
  return all;
}

// Appends what an answer holds.
void append(const lab::Json& answer, std::string& all) {
  if (const std::string* s = answer.string()) all += *s;
  if (const double* x = answer.number()) all += lab::text(*x);
  if (const bool* b = answer.boolean()) all += *b ? "yes" : "no";
  if (const auto* items = answer.array())
    for (const lab::Json& item : *items) append(item, all);
  if (const auto* members = answer.object())
    for (const auto& [key, value] : *members) append(value, all += key);
  all += ',';
}

// All that the marking of a form depends on here: many variants ask for the same formula.
std::string signature(const exam::Form& form, const lab::Json& references) {
  std::string all;
  append(references, all);
  for (const exam::AnswerField& field : form) {
    all += field.id + shapes(field);
    for (const Slip& slip : std::visit(Known{}, field.kind))
      append(slip.answer, all += slip.cure + slip.part);
  }
  return all;
}

// The reference answers with another one in place of that to field `at`.
lab::Json with(const lab::Json& references, std::size_t at, lab::Json answer) {
  lab::Json answers = references;
  std::get<lab::Json::Object>(answers.value)[at].second = std::move(answer);
  return answers;
}

// Whether the value of a field can be counted in several ways, each of which has the slips of all.
bool counts_otherwise(const exam::AnswerField& field) {
  const auto* const number = std::get_if<exam::Number>(&field.kind);
  return number && !number->also.empty();
}

// Makes every slip in field `at` of an otherwise right form: what is said must be the cure alone,
// and each cure be said of one slip.
void check_slips(const exam::Form& form, std::size_t at, const lab::Json& references,
                 const std::string& where) {
  std::set<std::string> said = {"", form[at].praise};
  for (const Slip& slip : std::visit(Known{}, form[at].kind)) {
    const bool fresh = said.insert(slip.part + slip.cure).second;
    CHECK_MESSAGE((fresh || counts_otherwise(form[at])), where << ": " << slip.cure);
    const exam::FieldMark mark = exam::mark(form, 1, with(references, at, slip.answer)).fields[at];
    const exam::PartMark* const part = part_of(mark, slip.part);
    const std::string& message = part ? part->message : mark.message;
    CHECK_MESSAGE(message == slip.cure, where << ": " << slip.cure << " -> " << message);
    const exam::Outcome outcome = part ? part->outcome : mark.outcome;
    const bool fails = outcome == exam::Outcome::wrong || outcome == exam::Outcome::partly;
    CHECK_MESSAGE(fails, where << ": " << slip.cure);
    CHECK_MESSAGE(mark.share < 1, where << ": " << slip.cure);
    CHECK_MESSAGE(mark.share <= slip.most, where << ": " << slip.cure);
  }
}

// What else counts has to count, by its name and by the word where it takes one.
void check_alternatives(const exam::Form& form, std::size_t at, const lab::Json& references,
                        const std::string& where) {
  const auto* kind = std::get_if<exam::Expression>(&form[at].kind);
  if (!kind) return;
  for (const exam::Alternative& a : kind->alternatives) {
    const std::string answer = (a.label.empty() ? "" : a.label + " = ") + a.value +
                               (a.elementwise ? " (entry by entry)" : "");
    const exam::FieldMark mark = exam::mark(form, 1, with(references, at, text(answer))).fields[at];
    CHECK_MESSAGE(mark.message == a.note, where << ": " << answer << " -> " << mark.message);
    CHECK(mark.share == doctest::Approx(a.share));
  }
}

// Each of the variants is marked in hundreds of ways: a thinned test tries one of each exercise,
// and the thorough one makes the mistakes of one in five, others in each turn.
constexpr int all_variants = 1000, one_in = tests::thinning > 1 ? all_variants : 1,
              one_mistaken_in = tests::thinning > 1 ? 1 : 5;

}  // namespace

TEST_CASE("in 1 000 variants the reference scores full marks and each mistake hears its own cure") {
  for (const exam::Part& part : exercises::paper()) {
    if (!part.exercise) continue;
    std::set<std::string> tried;
    tests::Thinned thinned(one_in), mistaken(one_mistaken_in);
    for (int n = 0; n < all_variants; ++n) {
      if (!thinned.tries()) continue;
      const std::string link = std::string(part.id) + "#variant=" + std::to_string(n);
      exam::Session session(tests::product());
      CHECK(session.open(link));
      CHECK_MESSAGE(session.notices().empty(), link);
      // A report takes much longer than all that is marked here.
      if (n % 50 == 0) CHECK_MESSAGE(session.report().problems.empty(), link);
      const exam::Form form = session.form();
      const lab::Json references = exam::reference_answers(form);
      const exam::Marking marking = session.mark(references);
      CHECK_MESSAGE(marking.marks == doctest::Approx(part.marks), link);
      for (const exam::FieldMark& f : marking.fields)
        CHECK_MESSAGE(f.outcome == exam::Outcome::right, link << " " << f.id);
      if (!mistaken.tries() || !tried.insert(signature(form, references)).second) continue;
      CHECK_MESSAGE(exam::tells_apart(form), link);
      for (std::size_t i = 0; i < form.size(); ++i) {
        const std::string where = link + " " + form[i].id;
        check_slips(form, i, references, where);
        check_alternatives(form, i, references, where);
      }
    }
  }
}
