#include "exam/formula_sentences.h"

#include <cmath>
#include <optional>
#include <utility>

#include "lab/digits.h"
#include "lab/number.h"
#include "num/elementary.h"

namespace exam {
namespace {

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
  if (m.values.size() == 1) return readable(m.values[0]);
  std::string s = "(";
  for (std::size_t i = 0; i < m.values.size(); ++i)
    s += (i == 0 ? "" : static_cast<int>(i) % m.cols == 0 ? "; " : ", ") + readable(m.values[i]);
  return s + ")";
}

// What a ratio of two, a half and the like is called.
std::string times(double ratio) {
  const double size = std::fabs(ratio);
  const std::string sign = ratio < 0 ? "minus " : "";
  const double inverse = std::round(1 / size);
  if (inverse > 1 && num::agree(size * inverse, 1)) return sign + "1/" + lab::text(inverse);
  return sign + readable(size);
}

std::string ratio_sentence(const num::Diagnosis& d, const std::vector<num::Symbol>& symbols) {
  if (d.slip == num::Slip::ratio)
    return "Yours is " + times(d.ratio) +
           " times the right value, wherever it is tried. Which constant did you drop or add?";
  const std::string name = symbols[static_cast<std::size_t>(d.symbol)].text;
  const std::string power = std::abs(d.power) == 1 ? name : name + "²";
  const std::string sign = d.ratio < 0 ? ", and the sign is reversed" : "";
  if (d.power > 0)
    return "Yours is the right value times " + power + sign + ": did you leave out a factor 1/" +
           power + ", or put in a factor " + power + "?";
  return "Yours is the right value divided by " + power + sign + ": did you leave out a factor " +
         power + ", or put in a factor 1/" + power + "?";
}

}  // namespace

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

namespace {

// Both values in as many digits as tell them apart.
std::pair<std::string, std::string> told_apart(double x, double y) {
  if (!std::isfinite(x) || !std::isfinite(y)) return {readable(x), readable(y)};
  int digits = 4;
  while (digits < 12 && lab::readable(x, digits) == lab::readable(y, digits)) ++digits;
  // One digit more where the two would pass for one value that is rounded in two ways.
  const double gap = std::fabs(x - y), size = std::fmax(std::fabs(x), std::fabs(y));
  while (digits < 12 && gap * num::pow(10, digits - 2) < size) ++digits;
  return {lab::readable(x, digits), lab::readable(y, digits)};
}

// The entry in which the two part most, in proportion: its place, "entry 1,2 of ", and both values.
struct Difference {
  std::string entry, given, wanted;
};
std::optional<Difference> largest_difference(const num::Comparison& c) {
  if (c.given.rows != c.wanted.rows || c.given.cols != c.wanted.cols) return std::nullopt;
  std::size_t most = c.given.values.size();
  double largest = -1;
  for (std::size_t i = 0; i < c.given.values.size(); ++i) {
    const double x = c.given.values[i], wanted = c.wanted.values[i];
    if (num::agree(x, wanted)) continue;
    const double size = std::fmax(std::fabs(x), std::fabs(wanted));
    const double apart = std::fabs(x - wanted) / size;
    if (most < c.given.values.size() && !(apart > largest)) continue;
    most = i, largest = apart;
  }
  if (most == c.given.values.size()) return std::nullopt;
  const auto cols = static_cast<std::size_t>(c.given.cols);
  const std::string entry = c.given.values.size() == 1
                                ? ""
                                : "entry " + std::to_string(most / cols + 1) + "," +
                                      std::to_string(most % cols + 1) + " of ";
  const auto [given, wanted] = told_apart(c.given.values[most], c.wanted.values[most]);
  return Difference{entry, given, wanted};
}

// The slips that lie in what a function is applied to.
std::string inner_sentence(num::Slip slip) {
  const std::string head = "Everything fits but what a function is applied to";
  switch (slip) {
    case num::Slip::term_missing:
      return head + ": a term of it is missing.";
    case num::Slip::term_sign:
      return head + ": a term of it has the wrong sign.";
    case num::Slip::factor_missing:
      return head + ": a factor of it is missing.";
    default:
      return head + ".";
  }
}

}  // namespace

std::string counter_example(const num::Formula& given, const num::Formula& reference,
                            const std::vector<num::Symbol>& symbols,
                            const std::vector<num::Point>& points, const num::Comparison& c,
                            const std::string& called) {
  const auto p = largest_difference(c);
  if (!p) return "";
  return place(given, reference, symbols, points[c.point]) + ", " + p->entry + "yours is " +
         p->given + " and " + called + " is " + p->wanted + ".";
}

std::string parting_sides(const num::Formula& left, const num::Formula& right,
                          const std::vector<num::Symbol>& symbols,
                          const std::vector<num::Point>& points, const num::Comparison& c) {
  const auto p = largest_difference(c);
  if (!p) return "";
  return place(left, right, symbols, points[c.point]) + ", " + p->entry + "the left side is " +
         p->given + " and the right side is " + p->wanted + ".";
}

std::string slip_sentence(const num::Diagnosis& d, const std::vector<num::Symbol>& symbols,
                          bool derivative) {
  const bool argument = d.slip == num::Slip::term_missing || d.slip == num::Slip::term_sign ||
                        d.slip == num::Slip::factor_missing;
  if (derivative && d.inside && argument) return inner_sentence(d.slip);
  switch (d.slip) {
    case num::Slip::none:
      return "";
    case num::Slip::transposed:
      return "Yours is the transpose of the right matrix.";
    case num::Slip::sign:
      return "The size is right everywhere and the sign is reversed. Where does a minus enter?";
    case num::Slip::ratio:
    case num::Slip::symbol_ratio:
      return ratio_sentence(d, symbols);
    case num::Slip::reciprocal:
      return "Yours is one over the right value: numerator and denominator are swapped.";
    case num::Slip::term_missing:
      return derivative
                 ? "One term of the sum is missing. Along which other path does the quantity act?"
                 : "One term of a sum is missing. Which one?";
    case num::Slip::term_sign:
      return "All terms are there, and one has the wrong sign.";
    case num::Slip::term_extra:
      return "Without the term " + d.part + " yours would be right.";
    case num::Slip::factor_missing:
      return derivative
                 ? "One factor of the product is missing. Go through the chain rule link by link."
                 : "One factor of a product is missing. Which one?";
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

std::string readable(double x) { return std::isfinite(x) ? lab::readable(x) : "undefined"; }

}  // namespace exam
