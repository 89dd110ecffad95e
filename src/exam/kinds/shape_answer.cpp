#include "exam/kinds/shape_answer.h"

#include <algorithm>

#include "exam/formula.h"
#include "num/equivalence.h"
#include "num/plain_text.h"

namespace exam {
namespace {

constexpr std::uint64_t size_seed = 2024;

std::string_view trimmed(std::string_view s) {
  const std::size_t first = s.find_first_not_of(" \t\r\n$");
  if (first == s.npos) return {};
  return s.substr(first, s.find_last_not_of(" \t\r\n$.") - first + 1);
}

bool take(std::string_view& s, std::string_view prefix) {
  if (s.substr(0, prefix.size()) != prefix) return false;
  s = trimmed(s.substr(prefix.size()));
  return true;
}

// What is left without the set "ℝ^" and without a pair of brackets round everything.
std::string_view bare(std::string_view s) {
  s = trimmed(s);
  for (const char* prefix : {"\\in", "∈", "\\mathbb{R}^", "\\mathbb{R}", "ℝ^", "ℝ", "R^"})
    take(s, prefix);
  for (const std::string_view pair : {"()", "[]", "{}"})
    if (s.size() > 1 && s.front() == pair[0] && s.back() == pair[1])
      return bare(s.substr(1, s.size() - 2));
  return s;
}

// Sizes that stand for any number.
std::vector<num::Symbol> any(std::vector<num::Symbol> sizes) {
  for (num::Symbol& s : sizes) {
    s.low = 2;
    s.high = 90;
    s.whole = true;
  }
  return sizes;
}

bool reads(std::string_view side, const std::vector<num::Symbol>& sizes) {
  const auto parsed = num::parse(side, sizes);
  return parsed.formula && parsed.formula->labels.empty();
}

std::vector<std::string> parted(std::string_view s, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t at; (at = s.find(separator)) != s.npos; s.remove_prefix(at + separator.size()))
    parts.emplace_back(trimmed(s.substr(0, at)));
  parts.emplace_back(trimmed(s));
  return parts;
}

// "5x3" and "DaxD": the first x that leaves a size on either side.
std::vector<std::string> parted_by_letter(std::string_view s,
                                          const std::vector<num::Symbol>& sizes) {
  for (std::size_t at = 1; at + 1 < s.size(); ++at) {
    if (s[at] != 'x' && s[at] != 'X' && s[at] != '*') continue;
    const std::string_view left = trimmed(s.substr(0, at)), right = trimmed(s.substr(at + 1));
    if (reads(left, sizes) && reads(right, sizes)) return {std::string(left), std::string(right)};
  }
  return {std::string(s)};
}

// The sides of a shape: {"5", "3"} for "5×3", "(5, 3)", "5x3", "5 by 3", "ℝ^{5×3}". Names are left
// as they are; "scalar" is 1×1.
std::vector<std::string> sides(std::string_view text, const std::vector<num::Symbol>& sizes) {
  const std::string_view s = bare(text);
  for (const char* one : {"scalar", "a scalar", "number", "a number", "a single number"})
    if (s == one) return {"1", "1"};
  for (const std::string_view separator : {"×", "\\times", ",", ";", " by ", " x ", " X "}) {
    std::vector<std::string> parts = parted(s, separator);
    if (separator == "," && parts.size() == 2 && parts[1].empty()) return {parts[0]};
    if (parts.size() > 1) return parts;
  }
  return parted_by_letter(s, sizes);
}

// True where two sizes agree: as formulas where `given` has names in it, else by their numbers.
bool same_side(std::string_view given, std::string_view reference,
               const std::vector<num::Symbol>& sizes) {
  const auto g = num::parse(given, sizes), r = num::parse(reference, sizes);
  if (!g.formula || !r.formula) return false;
  num::Point own;
  for (const num::Symbol& size : sizes) own.push_back({1, 1, {size.low}});
  const auto agree = [&](const auto& symbols, const std::vector<num::Point>& points) {
    return num::compare(*g.formula, *r.formula, symbols, points).agreement == num::Agreement::same;
  };
  if (!agree(sizes, {own})) return false;
  const auto is_symbol = [](const num::Node& n) { return n.op == num::Op::symbol; };
  const bool symbolic = std::any_of(g.formula->nodes.begin(), g.formula->nodes.end(), is_symbol);
  if (!symbolic || num::text(*g.formula, sizes) == num::text(*r.formula, sizes)) return true;
  const std::vector<num::Symbol> tried = any(sizes);
  return agree(tried, num::sample(tried, *r.formula, size_seed));
}

}  // namespace

FieldMark ShapeAnswer::mark(const lab::Json& answer, const std::string& praise,
                            Layout layout) const {
  FieldMark mark;
  const std::string* text = answer.string();
  if (!text) return invalid("this takes a shape, such as 5×3");
  if (is_blank(*text)) return mark;
  constexpr std::size_t longest = 400;  // bytes; every place of it may part the sides
  if (text->size() > longest) return invalid("This is too long for a shape, such as 5×3.");
  std::vector<std::string> given = sides(num::plain_characters(*text), sizes);
  const bool single = given.size() == 1;
  if (single) given.push_back("1");
  if (given.size() > 2)
    return invalid("a matrix has two sides: rows × columns. This gives " +
                   std::to_string(given.size()) + ".");
  for (const std::string& side : given) {
    const auto parsed = num::parse(side, sizes);
    if (!parsed.formula)
      return invalid("\"" + side + "\" is no size. Write rows × columns. " + parsed.fault.sentence);
    mark.read_as += (mark.read_as.empty() ? "" : "×") + num::text(*parsed.formula, sizes);
  }
  if (single) mark.notes.push_back("A single size is read as a column.");
  const auto is = [&](std::string_view down, std::string_view along) {
    return same_side(given[0], down, sizes) && same_side(given[1], along, sizes);
  };
  const bool across = layout == Layout::transposed && transposable;
  if (across ? is(cols, rows) : is(rows, cols)) {
    set_share(mark, 1);
    mark.message = praise;
    if (across && !is(rows, cols))
      mark.notes.push_back(
          "Read with examples as rows, which is as good as long as you keep to it.");
    return mark;
  }
  mark.outcome = Outcome::wrong;
  mark.message = is(cols, rows)
                     ? "Rows and columns are swapped. Multiply it out: which side has to meet the "
                       "next factor?"
                     : "Write down the product that this takes part in: neighbouring sides have to "
                       "agree, and the outer ones are what is left.";
  const auto known = std::find_if(mistakes.begin(), mistakes.end(),
                                  [&](const ShapeMistake& m) { return is(m.rows, m.cols); });
  if (known != mistakes.end()) mark.message = known->cure;
  return mark;
}

void ShapeAnswer::ask(lab::Writer& page) const {
  // The first that is not the answer.
  std::string example;
  for (const char* shape : {"5×3", "7×2", "4×6"}) {
    if (example.empty() && mark(lab::Json{std::string(shape)}, "", Layout::own).share < 1)
      example = shape;
  }
  page.member("names", names_json(sizes)).member("example", lab::quoted(example));
}

lab::Json ShapeAnswer::reference() const { return lab::Json{rows + " × " + cols}; }

Understood ShapeAnswer::understand(std::string_view text, std::string_view) const {
  return read_as(mark(lab::Json{std::string(text)}, "", Layout::own));
}

bool ShapeAnswer::tells_apart() const {
  const auto same_shapes = [this](const auto& a, const auto& b) {
    return same_side(a.rows, b.rows, sizes) && same_side(a.cols, b.cols, sizes);
  };
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    if (same_shapes(mistakes[i], *this)) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (same_shapes(mistakes[i], mistakes[j])) return false;
  }
  return true;
}

}  // namespace exam
