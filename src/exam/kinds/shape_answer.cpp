#include "exam/kinds/shape_answer.h"

#include <algorithm>
#include <optional>

#include "exam/formula.h"
#include "exam/shape_text.h"
#include "num/equivalence.h"

namespace exam {
namespace {

constexpr std::uint64_t size_seed = 2024;

// Sizes that stand for any number.
std::vector<num::Symbol> any(std::vector<num::Symbol> sizes) {
  for (num::Symbol& s : sizes) {
    s.low = 2;
    s.high = 90;
    s.whole = true;
  }
  return sizes;
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

// A fault without "At character 3: ", which counts in a part of what was typed.
std::string without_place(std::string_view fault) {
  const std::size_t end = fault.find(": ");
  std::string s(fault.substr(fault.substr(0, 3) == "At " && end != fault.npos ? end + 2 : 0));
  if (!s.empty() && s[0] >= 'a' && s[0] <= 'z') s[0] = static_cast<char>(s[0] - 'a' + 'A');
  return s;
}

// The text of an answer; a list of sides, and a number, are texts of these.
std::optional<std::string> written(const lab::Json& answer) {
  if (std::optional<std::string> text = answer.spelled()) return text;
  const auto* list = answer.array();
  if (!list || list->size() > 8) return std::nullopt;
  std::string sides;
  for (const lab::Json& side : *list) {
    const std::optional<std::string> text = side.spelled();
    if (!text) return std::nullopt;
    sides += (sides.empty() ? "" : ", ") + *text;
  }
  return "(" + sides + ")";
}

}  // namespace

FieldMark ShapeAnswer::mark(const lab::Json& answer, const std::string& praise,
                            Layout layout) const {
  FieldMark mark;
  const std::optional<std::string> text = written(answer);
  if (!text) return invalid("this takes a shape, such as 5×3");
  if (is_blank(*text)) return mark;
  ShapeText given = shape_text(*text, sizes);
  if (!given.fault.empty()) return invalid(given.fault);
  std::vector<std::string>& sides = given.sides;
  for (const std::string& side : sides) {
    const auto parsed = num::parse(side, sizes);
    if (!parsed.formula)
      return invalid("\"" + side + "\" is not a size. Write rows × columns. " +
                     without_place(parsed.fault.sentence));
    mark.read_as += (mark.read_as.empty() ? "" : "×") + num::text(*parsed.formula, sizes);
  }
  if (sides.size() > 2) {
    if (!is_block(sides))
      return invalid("a matrix has two sides: rows × columns. This gives " +
                     std::to_string(sides.size()) + ".");
    set_share(mark, 1);
    mark.message = praise;
    mark.notes.push_back(block_note);
    return mark;
  }
  for (const std::vector<std::string>& other : given.also) {
    const auto agree = [&](std::size_t i) {
      return same_side(other[i], sides[i], sizes) || same_side(sides[i], other[i], sizes);
    };
    if (sides.size() == 2 && agree(0) && agree(1)) continue;
    mark.outcome = Outcome::wrong;
    mark.message = "You give two shapes, " + other[0] + "×" + other[1] + " and " + mark.read_as +
                   ", which are not the same. Give one.";
    return mark;
  }
  // A one-dimensional array is neither a row nor a column.
  const bool single = sides.size() == 1;
  if (single) {
    sides.emplace_back("1");
    mark.notes.emplace_back(
        "A single size has no orientation: it counts as a row and as a column.");
  }
  const auto is_as_written = [&](std::string_view down, std::string_view along) {
    return same_side(sides[0], down, sizes) && same_side(sides[1], along, sizes);
  };
  const auto is = [&](std::string_view down, std::string_view along) {
    return is_as_written(down, along) || (single && is_as_written(along, down));
  };
  const bool across = layout == Layout::transposed && transposable;
  if (across ? is(cols, rows) : is(rows, cols)) {
    set_share(mark, 1);
    mark.message = praise;
    if (across && !is(rows, cols)) {
      if (!praise_across.empty()) mark.message = praise_across;
      mark.notes.push_back(
          "Read with examples as rows. That is as good if all your answers keep to it: one with "
          "examples as columns turns either itself or this one wrong.");
    }
    return mark;
  }
  mark.outcome = Outcome::wrong;
  mark.message = (across ? is(rows, cols) : is(cols, rows)) ? "Rows and columns are swapped. "
                 : single && rows != "1" && cols != "1" ? "This is a matrix, which has two sides. "
                                                        : "";
  mark.message += cure.empty()
                      ? "Write down the product that this takes part in: neighbouring sides "
                        "have to agree, and the outer ones are what is left."
                      : cure;
  const auto known = std::find_if(mistakes.begin(), mistakes.end(), [&](const ShapeMistake& m) {
    return across ? is(m.cols, m.rows) : is(m.rows, m.cols);
  });
  if (known != mistakes.end())
    mark.message = across && !known->across.empty() ? known->across : known->cure;
  // The form is read in the layout that earns more, which others of its answers then have.
  if (transposable && (across ? is(rows, cols) : is(cols, rows)))
    mark.notes.emplace_back(
        across ? "It would be right with examples as columns, and your other answers have them as "
                 "rows: keep to one layout."
               : "It would be right with examples as rows, and your other answers have them as "
                 "columns: keep to one layout.");
  return mark;
}

bool ShapeAnswer::is_block(const std::vector<std::string>& given) const {
  if (block.empty() || given.size() != block.size()) return false;
  std::vector<std::string> left = block;
  for (const std::string& side : given) {
    const auto met = std::find_if(left.begin(), left.end(), [&](const std::string& wanted) {
      return same_side(side, wanted, sizes);
    });
    if (met == left.end()) return false;
    left.erase(met);
  }
  return true;
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
