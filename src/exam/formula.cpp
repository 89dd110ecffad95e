#include "exam/formula.h"

#include <algorithm>

#include "exam/formula_layouts.h"
#include "exam/formula_naming.h"
#include "exam/formula_sentences.h"
#include "lab/json.h"
#include "num/quantity.h"

namespace exam {
namespace {

constexpr std::uint64_t seed = 2023;

std::string with_shape(const num::Formula& formula, const std::vector<num::Symbol>& symbols,
                       const num::Matrix& value) {
  std::string s = num::text(formula, symbols);
  if (value.rows * value.cols != 1) s += ", " + num::shape(value, symbols);
  return s;
}

// One answer under judgement, with the reference and the points that all is tried at.
struct Case {
  const Standard& standard;
  num::Formula given, reference;
  std::vector<num::Point> points;

  num::Agreement against(std::string_view other) const {
    const auto parsed = num::parse(other, standard.symbols);
    if (!parsed.formula) return num::Agreement::different;
    return num::compare(given, *parsed.formula, standard.symbols, points).agreement;
  }
};

// True of an answer that says that it is multiplied entry by entry: beside it, or by a product that
// does so itself. An asterisk, which stands for any product, says nothing.
bool says_elementwise(const num::Formula& f) {
  int at = f.root;
  while (f.node(at).op == num::Op::negate) at = f.node(at).parts[0];
  const num::Node& last = f.node(at);
  return f.elementwise || (last.op == num::Op::each_multiply && last.which != num::starred);
}

// The alternative for a quantity that the answer names; then only that one counts.
const Alternative* named(const Case& c) {
  for (const Alternative& a : c.standard.alternatives)
    if (has_label(c.given, a.label)) return &a;
  return nullptr;
}

// True where the answer says that it gives another quantity, of which nothing is known here.
bool names_stranger(const Case& c) {
  const auto& labels = c.given.labels;
  return !named(c) && std::any_of(labels.begin(), labels.end(), [&c](const std::string& label) {
    return names_other(label, c.standard.called, c.standard.symbols);
  });
}

bool asks_derivative(const Standard& s) {
  return std::any_of(s.called.begin(), s.called.end(), [](const std::string& name) {
    return num::derivative(num::plain_label(name)).has_value();
  });
}

// An alternative that the answer is equal to, and whether it may count as such.
bool take_alternative(const Case& c, Judgement& j) {
  const bool another = named(c) != nullptr;
  for (const Alternative& a : c.standard.alternatives) {
    if (a.label.empty() ? another : !has_label(c.given, a.label)) continue;
    if (a.elementwise && !says_elementwise(c.given)) continue;
    if (c.against(a.value) != num::Agreement::same) continue;
    j.share = a.share;
    j.outcome = a.share >= 1 ? Outcome::right : Outcome::partly;
    j.message = a.note;
    return true;
  }
  return false;
}

bool take_mistake(const Case& c, Judgement& j) {
  for (const FormulaMistake& m : c.standard.mistakes) {
    if (m.elementwise && !says_elementwise(c.given)) continue;
    const num::Agreement agreement = c.against(m.value);
    if (agreement != num::Agreement::same &&
        !(c.standard.transposable && agreement == num::Agreement::transposed))
      continue;
    j.message = m.cure;
    j.share = m.share;
    if (m.share > 0) j.outcome = Outcome::partly;
    return true;
  }
  return false;
}

std::string asked_for(const Standard& s) {
  std::string names;
  for (const std::string& name : s.called) names += (names.empty() ? "" : " = ") + name;
  return names;
}

// The answer beside the value of the quantity that it names.
void explain_named(const Case& c, const Alternative& other, Judgement& j) {
  j.message = "This is not the value of the quantity that you name, " + other.label +
              ", which is not the one that is asked for.";
  const auto reference = num::parse(other.value, c.standard.symbols).formula;
  if (!reference) return;
  const auto parting = num::compare(c.given, *reference, c.standard.symbols, c.points);
  if (parting.agreement != num::Agreement::different) return;
  const std::string example =
      counter_example(c.given, *reference, c.standard.symbols, c.points, parting, other.label);
  if (!example.empty()) j.notes.push_back(example);
}

// Where the answer parts from the reference and from all else that counts: where it has the value
// of another right answer, people would not see what is wrong with it.
num::Comparison telling(const Case& c, const num::Comparison& parting) {
  const auto at = [&c](std::size_t i, std::string_view other) {
    const auto parsed = num::parse(other, c.standard.symbols);
    return !parsed.formula ||
           num::compare(c.given, *parsed.formula, c.standard.symbols, {c.points[i]}).agreement !=
               num::Agreement::same;
  };
  for (std::size_t i = parting.point; i < c.points.size(); ++i) {
    num::Comparison here = num::compare(c.given, c.reference, c.standard.symbols, {c.points[i]});
    if (here.agreement != num::Agreement::different) continue;
    here.point = i;
    const auto& others = c.standard.alternatives;
    if (std::all_of(others.begin(), others.end(),
                    [&](const Alternative& a) { return !a.label.empty() || at(i, a.value); }))
      return here;
  }
  return parting;
}

bool uses(const num::Formula& f, int i, const std::vector<num::Symbol>& symbols,
          const std::string& name) {
  const num::Node& n = f.node(i);
  if (n.op == num::Op::symbol && symbols[static_cast<std::size_t>(n.which)].text == name)
    return true;
  return std::any_of(n.parts.begin(), n.parts.end(),
                     [&](int part) { return part >= 0 && uses(f, part, symbols, name); });
}

// What an answer earns at most that leaves a name in place of what it stands for here.
void limit_unfinished(const Case& c, Judgement& j) {
  for (const Unfinished& u : c.standard.unfinished) {
    if (j.share <= 0 || !uses(c.given, c.given.root, c.standard.symbols, u.name)) continue;
    if (j.outcome == Outcome::right) j.message = u.note;
    j.outcome = Outcome::partly;
    j.share = std::min(j.share, u.share);
  }
}

// What is said of a formula that can be computed and is not the right one.
void explain(const Case& c, const num::Comparison& parting, Judgement& j) {
  const std::string example = counter_example(c.given, c.reference, c.standard.symbols, c.points,
                                              telling(c, parting), "the right value");
  if (!example.empty()) j.notes.push_back(example);
  if (take_mistake(c, j)) return;
  const bool shapes_differ =
      parting.given.rows != parting.wanted.rows || parting.given.cols != parting.wanted.cols;
  const num::Diagnosis d = num::diagnose(c.given, c.reference, c.standard.symbols, c.points);
  j.message = slip_sentence(d, c.standard.symbols, asks_derivative(c.standard));
  if (j.message.empty() && shapes_differ)
    j.message = "Yours is " + num::shape(parting.given, c.standard.symbols) +
                ", and the answer is " + num::shape(parting.wanted, c.standard.symbols) +
                ". Which of the names has these sides, or which product of them?";
  if (j.message.empty()) j.message = c.standard.otherwise;
}

// The case with the transposed reference, where the answer has that one's shape and not the
// other's.
std::optional<Case> laid_across(const Case& c, const num::Comparison& parting) {
  if (!c.standard.transposable || parting.given.rows == parting.wanted.rows ||
      parting.given.rows != parting.wanted.cols || parting.given.cols != parting.wanted.rows)
    return std::nullopt;
  Case turned = c;
  turned.reference.nodes.push_back({num::Op::transpose, 0, 0, 0, {c.reference.root}});
  turned.reference.root = static_cast<int>(turned.reference.nodes.size()) - 1;
  return turned;
}

// The first side of the equation that the answer is not equal to.
bool contradicts(const Case& c, Judgement& j) {
  const auto& symbols = c.standard.symbols;
  const auto& called = c.standard.called;
  for (const num::Formula& side : c.given.sides) {
    // "g1" is the name that is asked for here, even where "g 1" could be read.
    if (std::any_of(called.begin(), called.end(),
                    [&side](const std::string& name) { return is_called(side.name, name); }))
      continue;
    const num::Comparison parting = num::compare(side, c.given, symbols, c.points);
    if (parting.agreement == num::Agreement::same ||
        parting.agreement == num::Agreement::undefined ||
        parting.agreement == num::Agreement::heavy)
      continue;
    constexpr std::size_t longest = 60;
    const std::string left = num::text(side, symbols), right = num::text(c.given, symbols);
    j.message = "What stands on both sides of “=” has to be equal, and ";
    j.message +=
        left.size() + right.size() > longest ? "yours is not." : left + " is not " + right + ".";
    const std::string example = parting_sides(side, c.given, symbols, c.points, parting);
    if (!example.empty()) j.notes.push_back(example);
    return true;
  }
  return false;
}

// A sum over the examples has the value of one of them here, and is another quantity.
void judge_sum(const Case& c, bool fits, Judgement& j) {
  constexpr double most = 0.5;
  if (!fits && !take_alternative(c, j)) return;
  j.share = fits ? most : std::min(j.share, most);
  j.outcome = Outcome::partly;
  j.message = c.standard.over_examples;
}

// The answer in the layout of derivatives in which it is right, where that is another one.
void take_layout(Case& c, bool turned, num::Comparison& parting, Judgement& j) {
  const num::Agreement wanted = turned ? num::Agreement::transposed : num::Agreement::same;
  if (parting.agreement == wanted) return;
  for (num::Formula& other : other_layouts(c.given, c.standard.symbols)) {
    num::Comparison reading = num::compare(other, c.reference, c.standard.symbols, c.points);
    if (reading.agreement != wanted) continue;
    c.given = std::move(other);
    parting = std::move(reading);
    j.notes.emplace_back(
        "The product of derivatives is read in the layout in which it is right: which way it runs "
        "depends on how a derivative of a vector by a vector is laid out.");
    return;
  }
}

}  // namespace

namespace {

void judge(Case& c, bool turned, std::string_view text, const std::string& praise, Judgement& j) {
  const Standard& standard = c.standard;
  num::Comparison parting = num::compare(c.given, c.reference, standard.symbols, c.points);
  j.read_as = num::text(c.given, standard.symbols);
  take_layout(c, turned, parting, j);
  j.outcome = Outcome::wrong;
  switch (parting.agreement) {
    case num::Agreement::heavy:
      j.outcome = Outcome::invalid;
      j.message = "this takes too long to compute; shorten it.";
      return;
    case num::Agreement::misshapen:
      j.message = num::placed(text, parting.fault.at, parting.fault.sentence);
      return;
    case num::Agreement::undefined:
      if (!parting.fault.sentence.empty())
        j.message = place(c.given, c.reference, standard.symbols, c.points[parting.point]) +
                    " this has no value: " + parting.fault.sentence;
      return;
    default:
      break;
  }
  const num::Evaluation value = num::evaluate(c.given, standard.symbols, c.points[parting.point]);
  j.read_as = with_shape(c.given, standard.symbols, value.value);
  j.transposed = parting.agreement == num::Agreement::transposed;
  const bool fits = turned ? j.transposed : parting.agreement == num::Agreement::same;
  // A scalar and a symmetric matrix are their own transposes.
  const bool own = turned && parting.agreement == num::Agreement::same &&
                   num::agree(value.value, num::transposed(value.value));
  if (contradicts(c, j)) return;
  const Alternative* const other = named(c);
  if (value.over_examples && !standard.over_examples.empty() && !other) {
    judge_sum(c, fits || own, j);
    if (j.outcome == Outcome::partly) return;
    explain(c, parting, j);
    j.notes.emplace_back(standard.over_examples);
    return;
  }
  if (names_stranger(c)) {
    j.message = "You name another quantity. The question asks for " + asked_for(standard) + ".";
    return;
  }
  if ((fits || own) && !other) {
    j.outcome = Outcome::right;
    j.share = 1;
    j.message = praise;
    return;
  }
  if (take_alternative(c, j)) return;
  if (parting.agreement == num::Agreement::same) {
    j.message = other ? "This is the value that is asked for, under the name of another quantity."
                      : "This is not the layout of your other answers: keep to one.";
    return;
  }
  if (other) {
    explain_named(c, *other, j);
    return;
  }
  if (const auto across = laid_across(c, parting)) {
    explain(*across, num::compare(c.given, across->reference, standard.symbols, c.points), j);
    return;
  }
  explain(c, parting, j);
}

}  // namespace

Judgement judge(const Standard& standard, std::string_view text, bool turned,
                const std::string& praise, const std::vector<num::Point>& points) {
  Judgement j;
  if (is_blank(text)) return j;
  auto given = num::parse(text, standard.symbols);
  auto reference = num::parse(standard.value, standard.symbols);
  if (!given.formula || !reference.formula) {
    j.outcome = Outcome::invalid;
    j.message = given.fault.sentence;
    return j;
  }
  Case c{standard, std::move(*given.formula), std::move(*reference.formula), points};
  if (c.points.empty()) c.points = num::sample(standard.symbols, c.reference, seed);
  judge(c, turned, text, praise, j);
  limit_unfinished(c, j);
  return j;
}

Understood understood(std::string_view text, const std::vector<num::Symbol>& symbols) {
  const auto parsed = num::parse(text, symbols);
  if (!parsed.formula) return {false, parsed.fault.sentence};
  const auto points = num::sample(symbols, *parsed.formula, seed);
  num::Point zero;
  for (const num::Symbol& s : symbols) zero.push_back(num::Matrix::zero(s.rows, s.cols));
  const num::Evaluation e =
      num::evaluate(*parsed.formula, symbols, points.empty() ? zero : points[0]);
  if (e.misshapen) return {false, num::placed(text, e.misshapen->at, e.misshapen->sentence)};
  if (e.heavy) return {false, "this takes too long to compute; shorten it."};
  return {true, "read as " + with_shape(*parsed.formula, symbols, e.value)};
}

std::vector<num::Point> points_for(std::string_view value,
                                   const std::vector<num::Symbol>& symbols) {
  const auto parsed = num::parse(value, symbols);
  return parsed.formula ? num::sample(symbols, *parsed.formula, seed) : std::vector<num::Point>();
}

bool equivalent(std::string_view a, std::string_view b, const std::vector<num::Symbol>& symbols,
                const std::vector<num::Point>& points) {
  const auto x = num::parse(a, symbols), y = num::parse(b, symbols);
  return x.formula && y.formula &&
         num::compare(*x.formula, *y.formula, symbols, points).agreement == num::Agreement::same;
}

std::string names_json(const std::vector<num::Symbol>& symbols) {
  lab::Writer list('[');
  for (const num::Symbol& s : symbols)
    if (!s.aside) list.item(lab::quoted(s.text));
  return list.done();
}

}  // namespace exam
