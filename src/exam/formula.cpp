#include "exam/formula.h"

#include <algorithm>
#include <cmath>

#include "exam/kind_marking.h"
#include "lab/number.h"
#include "num/elementary.h"

namespace exam {
namespace {

constexpr std::uint64_t seed = 2023;

std::string with_shape(const num::Formula& formula, const std::vector<num::Symbol>& symbols,
                       const num::Matrix& value) {
  std::string s = num::text(formula, symbols);
  if (value.rows * value.cols != 1) s += ", " + num::shape(value);
  return s;
}

void gather(const num::Formula& f, int i, std::vector<bool>& used) {
  const num::Node& n = f.node(i);
  if (n.op == num::Op::symbol) used[static_cast<std::size_t>(n.which)] = true;
  if (n.op == num::Op::family)
    for (const int member : f.families[static_cast<std::size_t>(n.which)])
      used[static_cast<std::size_t>(member)] = true;
  for (const int part : n.parts)
    if (part >= 0) gather(f, part, used);
}

std::string list(const num::Matrix& m) {
  if (m.values.size() == 1) return shown(m.values[0]);
  std::string s = "(";
  for (std::size_t i = 0; i < m.values.size(); ++i)
    s += (i == 0 ? "" : static_cast<int>(i) % m.cols == 0 ? "; " : ", ") + shown(m.values[i]);
  return s + ")";
}

// "At ŷ = 0.31 and m = 4", as far as that is short.
std::string place(const num::Formula& given, const num::Formula& reference,
                  const std::vector<num::Symbol>& symbols, const num::Point& point) {
  std::vector<bool> used(symbols.size(), false);
  gather(given, given.root, used);
  gather(reference, reference.root, used);
  std::string s;
  std::size_t entries = 0;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (!used[i] || symbols[i].low == symbols[i].high) continue;
    entries += point[i].values.size();
    s += (s.empty() ? "At " : ", ") + symbols[i].text + " = " + list(point[i]);
  }
  return entries == 0 || entries > 12 ? "At values drawn at random" : s;
}

// Where the two part, in numbers that can be tried by hand.
std::string counter_example(const num::Formula& given, const num::Formula& reference,
                            const std::vector<num::Symbol>& symbols,
                            const std::vector<num::Point>& points, const num::Comparison& c) {
  const std::string where = place(given, reference, symbols, points[c.point]);
  if (c.given.rows != c.wanted.rows || c.given.cols != c.wanted.cols) return "";
  for (int r = 0; r < c.given.rows; ++r)
    for (int k = 0; k < c.given.cols; ++k) {
      const double x = c.given.at(r, k), wanted = c.wanted.at(r, k);
      if (num::agree(x, wanted)) continue;
      const std::string entry =
          c.given.values.size() == 1
              ? ""
              : "entry " + std::to_string(r + 1) + "," + std::to_string(k + 1) + " of ";
      return where + ", " + entry + "yours is " + shown(x) + " and the right value is " +
             shown(wanted) + ".";
    }
  return "";
}

// What a ratio of two, a half and the like is called.
std::string times(double ratio) {
  const double size = std::fabs(ratio);
  const std::string sign = ratio < 0 ? "minus " : "";
  const double inverse = std::round(1 / size);
  if (inverse > 1 && num::agree(size * inverse, 1)) return sign + "1/" + lab::text(inverse);
  return sign + shown(size);
}

std::string ratio_sentence(const num::Diagnosis& d, const std::vector<num::Symbol>& symbols) {
  if (d.slip == num::Slip::ratio)
    return "Yours is " + times(d.ratio) +
           " times the right value, wherever it is tried. Which constant did you drop or add?";
  const std::string name = symbols[static_cast<std::size_t>(d.symbol)].text;
  const std::string power = std::abs(d.power) == 1 ? name : name + "²";
  const std::string sign = d.ratio < 0 ? ", and the sign is turned round" : "";
  if (d.power > 0)
    return "Yours is the right value times " + power + sign + ": is a factor 1/" + power +
           " missing, or " + power + " one too many?";
  return "Yours is the right value divided by " + power + sign + ": is a factor " + power +
         " missing, or 1/" + power + " one too many?";
}

std::string slip_sentence(const num::Diagnosis& d, const std::vector<num::Symbol>& symbols) {
  switch (d.slip) {
    case num::Slip::none:
      return "";
    case num::Slip::transposed:
      return "Yours is the transpose of the right matrix.";
    case num::Slip::sign:
      return "The size is right everywhere and the sign is turned round. Where does a minus enter?";
    case num::Slip::ratio:
    case num::Slip::symbol_ratio:
      return ratio_sentence(d, symbols);
    case num::Slip::reciprocal:
      return "Yours is one over the right value: numerator and denominator are swapped.";
    case num::Slip::term_missing:
      return "One term of the sum is missing. Along which other path does the quantity act?";
    case num::Slip::term_sign:
      return "All terms are there, and one has the wrong sign.";
    case num::Slip::term_extra:
      return "Without the term " + d.part + " yours would be right.";
    case num::Slip::factor_missing:
      return "One factor of the product is missing. Go through the chain rule link by link.";
    case num::Slip::factor_extra:
      return "Without the factor " + d.part + " yours would be right.";
    case num::Slip::slope:
      return "Everything fits but the derivative of the activation. What is its slope on either "
             "side, and what do you have in its place?";
    case num::Slip::inner_transpose:
      return "One transpose is missing.";
  }
  return "";
}

bool has_label(const num::Formula& f, std::string_view label) {
  return !label.empty() &&
         std::find(f.labels.begin(), f.labels.end(), num::plain_label(label)) != f.labels.end();
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

// True where another quantity is named whose value an alternative gives: then only that one counts.
bool names_another(const Case& c) {
  for (const Alternative& a : c.standard.alternatives)
    if (has_label(c.given, a.label)) return true;
  return false;
}

// An alternative that the answer is equal to, and whether it may count as such.
bool take_alternative(const Case& c, Judgement& j) {
  const bool another = names_another(c);
  for (const Alternative& a : c.standard.alternatives) {
    if (a.label.empty() ? another : !has_label(c.given, a.label)) continue;
    if (a.elementwise && !c.given.elementwise) continue;
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

// What is said of a formula that can be computed and is not the right one.
void explain(const Case& c, const num::Comparison& parting, Judgement& j) {
  const std::string example =
      counter_example(c.given, c.reference, c.standard.symbols, c.points, parting);
  if (!example.empty()) j.notes.push_back(example);
  if (names_another(c)) {
    j.message =
        "This is not the value of the quantity that you name, which is another one than is "
        "asked for.";
    return;
  }
  if (take_mistake(c, j)) return;
  const bool shapes_differ =
      parting.given.rows != parting.wanted.rows || parting.given.cols != parting.wanted.cols;
  const num::Diagnosis d = num::diagnose(c.given, c.reference, c.standard.symbols, c.points);
  j.message = slip_sentence(d, c.standard.symbols);
  if (j.message.empty() && shapes_differ)
    j.message = "Yours is " + num::shape(parting.given) + ", and the answer is " +
                num::shape(parting.wanted) + ". Which shape does this quantity have?";
  if (j.message.empty()) j.message = c.standard.otherwise;
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
  const num::Comparison parting = num::compare(c.given, c.reference, standard.symbols, c.points);
  j.read_as = num::text(c.given, standard.symbols);
  j.outcome = Outcome::wrong;
  switch (parting.agreement) {
    case num::Agreement::heavy:
      j.outcome = Outcome::invalid;
      j.message = "this takes too long to compute; shorten it.";
      return j;
    case num::Agreement::misshapen:
      j.message = num::placed(text, parting.fault.at, parting.fault.sentence);
      return j;
    case num::Agreement::undefined:
      if (!parting.fault.sentence.empty())
        j.message = place(c.given, c.reference, standard.symbols, c.points[parting.point]) +
                    " this has no value: " + parting.fault.sentence;
      return j;
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
  if ((fits || own) && !names_another(c)) {
    j.outcome = Outcome::right;
    j.share = 1;
    j.message = praise;
    return j;
  }
  if (take_alternative(c, j)) return j;
  if (parting.agreement == num::Agreement::same) {
    j.message = names_another(c)
                    ? "This is the value that is asked for, and you call it another one."
                    : "This is not the layout of your other answers: keep to one.";
    return j;
  }
  explain(c, parting, j);
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

std::string shown(double x) {
  if (!std::isfinite(x)) return "undefined";
  if (x == 0) return "0";
  const int magnitude = static_cast<int>(std::floor(num::log10(std::fabs(x))));
  const double unit = num::pow(10, std::abs(magnitude - 3));
  const double rounded = magnitude > 3 ? std::round(x / unit) * unit : std::round(x * unit) / unit;
  const std::string digits = lab::text(std::fabs(rounded));
  return (rounded < 0 ? "−" : "") + digits;
}

}  // namespace exam
