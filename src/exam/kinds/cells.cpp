#include "exam/kinds/cells.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "exam/odd_numbers.h"
#include "lab/digits.h"
#include "lab/written_matrix.h"
#include "num/expression.h"
#include "num/letters.h"
#include "num/plain_text.h"

namespace exam {
namespace {

constexpr int largest_side = 64;
constexpr std::size_t longest_text = 200000;  // bytes: 64×64 cells of 48

using Texts = std::vector<std::vector<std::string>>;  // rows of cells, as given

// The cell's text; nothing where it is neither a text, a number nor null, which is blank.
std::optional<std::string> cell_text(const lab::Json& cell) {
  if (std::holds_alternative<std::nullptr_t>(cell.value)) return std::string();
  return cell.spelled();
}

// The cells as given, or why there are none; "" where there is nothing to say but what is wanted.
struct Given {
  std::optional<Texts> rows;
  std::string why;
  bool as_cells = false;  // each on its own, not in one text
};

Given in_text(std::string_view text) {
  if (text.size() > longest_text) return {};
  if (is_blank(text)) return {Texts{{""}}, ""};
  const std::string plain = num::plain_characters(text);
  if (std::none_of(plain.begin(), plain.end(), num::is_digit))
    return {std::nullopt, "no number stands in it"};
  lab::WrittenMatrix written = lab::written_matrix(text);
  if (written.rows.empty()) return {std::nullopt, std::move(written.error)};
  return {std::move(written.rows), ""};
}

// Whether the first cell is the only one that is not blank.
bool first_alone(const Texts& rows) {
  std::size_t given = 0;
  for (const auto& row : rows)
    for (const std::string& cell : row) given += is_blank(cell) ? 0 : 1;
  return given == 1 && !rows[0].empty() && !is_blank(rows[0][0]);
}

// Nested lists, or a text with all of the matrix, which may stand in the first of blank cells.
Given texts(const lab::Json& answer) {
  if (const std::string* s = answer.string()) return in_text(*s);
  Texts rows;
  const auto* lists = answer.array();
  if (!lists) return {};
  for (const lab::Json& list : *lists) {
    if (!list.array()) return {};
    std::vector<std::string>& row = rows.emplace_back();
    for (const lab::Json& cell : *list.array()) {
      const auto text = cell_text(cell);
      if (!text) return {};
      row.push_back(*text);
    }
  }
  if (!rows.empty() && first_alone(rows)) {
    const lab::WrittenMatrix written = lab::written_matrix(rows[0][0]);
    if (written.laid_out && written.height() * written.width() > 1) return {written.rows, ""};
  }
  return {std::move(rows), "", true};
}

bool is_rectangle(const Texts& rows) {
  for (const auto& row : rows)
    if (row.size() != rows[0].size() || row.size() > largest_side) return false;
  return !rows.empty() && rows.size() <= largest_side && !rows[0].empty();
}

// The numbers of the cells, NaN for a blank one and for one that is no number. `bad` gets a mark
// for each of the latter, and `first` what is said of the first of these.
lab::Matrix numbers(const Texts& rows, std::vector<PartMark>& bad, std::string& first) {
  lab::Matrix m{static_cast<int>(rows.size()), static_cast<int>(rows[0].size()), {}};
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      double x = std::nan("");
      if (!is_blank(rows[r][c])) {
        const auto read = num::calculate(rows[r][c]);
        if (read.value) {
          x = *read.value;
        } else {
          if (bad.empty()) first = cell_place(r, c) + ": " + read.error;
          bad.push_back({cell_id(r, c), Outcome::invalid, read.error, false});
        }
      }
      m.values.push_back(x);
    }
  return m;
}

std::string shape(const lab::Matrix& m) {
  return std::to_string(m.rows) + "×" + std::to_string(m.cols);
}

bool agrees(double x, double right, double tolerance) { return std::abs(x - right) <= tolerance; }

// The reference with those cells in place of its own that `given`, of its shape, agrees with in
// more places.
lab::Matrix closest(const Cells& kind, const lab::Matrix& given) {
  lab::Matrix best = kind.value;
  for (const OtherCells& other : kind.also) {
    const int count = static_cast<int>(other.values.size());
    const auto theirs = [&](int i) { return other.values[static_cast<std::size_t>(i)]; };
    const auto ours = [&](int i) { return best.at(other.row, other.from + i); };
    const auto agreeing = [&](auto right) {
      int agreed = 0;
      for (int i = 0; i < count; ++i)
        agreed += agrees(given.at(other.row, other.from + i), right(i), kind.tolerance);
      return agreed;
    };
    if (agreeing(theirs) <= agreeing(ours)) continue;
    for (int i = 0; i < count; ++i)
      best.values[static_cast<std::size_t>(other.row * given.cols + other.from + i)] = theirs(i);
  }
  return best;
}

// Marks each cell and returns how many are right; `given` has the shape of the reference, and `bad`
// are the marks of the cells that are no numbers, in order.
int mark_cells(FieldMark& mark, const Cells& kind, const lab::Matrix& given,
               const std::vector<PartMark>& bad) {
  const lab::Matrix reference = closest(kind, given);
  auto unread = bad.begin();
  int right = 0;
  for (int r = 0; r < given.rows; ++r)
    for (int c = 0; c < given.cols; ++c) {
      const double x = given.at(r, c);
      PartMark part{cell_id(static_cast<std::size_t>(r), static_cast<std::size_t>(c))};
      if (unread != bad.end() && unread->id == part.id)
        part = *unread++;
      else if (!std::isnan(x))
        part.outcome =
            agrees(x, reference.at(r, c), kind.tolerance) ? Outcome::right : Outcome::wrong;
      right += part.outcome == Outcome::right ? 1 : 0;
      mark.parts.push_back(std::move(part));
    }
  return right;
}

// "11 of 12 cells are right." with what is to be done about the others.
std::string cells_words(int right, const FieldMark& mark) {
  const bool wrong = std::any_of(mark.parts.begin(), mark.parts.end(), [](const PartMark& part) {
    return part.outcome == Outcome::wrong;
  });
  return std::to_string(right) + " of " + std::to_string(mark.parts.size()) +
         (right == 1 ? " cells is right." : " cells are right.") +
         (wrong ? " Pick a cell that is marked as wrong in the lab, and follow its arithmetic."
                : "");
}

std::string shapes_words(const lab::Matrix& given, const lab::Matrix& value) {
  return "You gave a matrix of " + shape(given) + "; the answer is one of " + shape(value) +
         (given.rows == value.rows   ? ". Which factor decides the number of columns?"
          : given.cols == value.cols ? ". Which factor decides the number of rows?"
                                     : ". Which factor decides the number of rows, and which that "
                                       "of columns?");
}

// The largest distance of two entries; infinite where the shapes differ or an entry is blank.
double distance(const lab::Matrix& a, const lab::Matrix& b) {
  if (a.rows != b.rows || a.cols != b.cols) return std::numeric_limits<double>::infinity();
  double most = 0;
  for (std::size_t i = 0; i < a.values.size(); ++i) {
    const double off = std::abs(a.values[i] - b.values[i]);
    most = std::isnan(off) ? std::numeric_limits<double>::infinity() : std::max(most, off);
  }
  return most;
}

// The mistake that was made, as people write numbers: to one decimal or more. Null where the
// reference is as near.
const CellsMistake* nearest(const Cells& kind, const lab::Matrix& given) {
  constexpr double rounding = 0.05;
  const CellsMistake* best = nullptr;
  double least = std::min(distance(given, kind.value), std::max(kind.tolerance, rounding * 1.001));
  for (const CellsMistake& mistake : kind.mistakes) {
    const double off = distance(given, mistake.value);
    if (off >= least) continue;
    least = off;
    best = &mistake;
  }
  return best;
}

}  // namespace

bool same(const lab::Matrix& a, const lab::Matrix& b, double tolerance) {
  if (a.rows != b.rows || a.cols != b.cols) return false;
  for (std::size_t i = 0; i < a.values.size(); ++i)
    if (!(std::abs(a.values[i] - b.values[i]) <= tolerance)) return false;
  return true;
}

FieldMark Cells::mark(const lab::Json& answer, const std::string& praise, Layout) const {
  FieldMark mark;
  const auto [rows, why, as_cells] = texts(answer);
  if (!rows || !is_rectangle(*rows)) {
    mark.outcome = Outcome::invalid;
    mark.message = !why.empty() ? "this cannot be read as a matrix: " + why
                                : "this takes a matrix: rows of the same length, at most 64×64";
    return mark;
  }
  std::vector<PartMark> bad;
  std::string first;
  const lab::Matrix given = numbers(*rows, bad, first);
  const bool fits = given.rows == value.rows && given.cols == value.cols;
  std::size_t without = 0;  // cells with no number
  for (const double x : given.values) without += std::isnan(x) ? 1 : 0;
  const std::size_t read = given.values.size() - without;
  const int right = fits ? mark_cells(mark, *this, given, bad) : 0;
  // One that is no number spoils itself alone, where it is known which of the reference it stands
  // for; where few are numbers, and none is right, it is no answer.
  if (!bad.empty() && (!as_cells || !fits || (right == 0 && bad.size() > read))) {
    mark.outcome = Outcome::invalid;
    mark.message = std::move(first);
    mark.parts = std::move(bad);
    return mark;
  }
  if (read == 0) {
    mark.parts.clear();
    return mark;
  }

  for (std::size_t i = 0; i < given.values.size() && mark.notes.empty(); ++i)
    if (std::string note = bracket_note((*rows)[i / (*rows)[0].size()][i % (*rows)[0].size()]);
        !note.empty())
      mark.notes.push_back(std::move(note));
  mark.read_as = without == 0 ? lab::readable(given, read_digits) : "";
  mark.outcome = Outcome::wrong;
  const int all = value.rows * value.cols;
  mark.share = static_cast<double>(right) / all;
  if (right == all) {
    mark.outcome = Outcome::right;
    mark.message = praise;
    return mark;
  }
  mark.message = fits ? cells_words(right, mark) : shapes_words(given, value);
  if (const CellsMistake* const known = nearest(*this, given)) {
    mark.message = known->cure;
    mark.share = std::min(mark.share, known->most);
  }
  if (mark.share > 0) mark.outcome = Outcome::partly;
  if (!bad.empty()) mark.message = first + (first.ends_with('.') ? " " : ". ") + mark.message;
  return mark;
}

void Cells::ask(lab::Writer& page) const {
  page.member("rows", lab::whole(value.rows)).member("cols", lab::whole(value.cols));
  page.member("tolerance", lab::json(tolerance));
}

lab::Json Cells::reference() const {
  lab::Json::Array rows;
  for (int r = 0; r < value.rows; ++r) {
    lab::Json::Array row;
    for (int c = 0; c < value.cols; ++c) row.push_back(lab::Json{value.at(r, c)});
    rows.push_back(lab::Json{std::move(row)});
  }
  return lab::Json{std::move(rows)};
}

Understood Cells::understand(std::string_view text, std::string_view) const {
  const num::Calculation read = num::calculate(text);
  return read.value ? read_as(lab::readable(*read.value, read_digits))
                    : Understood{false, read.error};
}

bool Cells::tells_apart() const {
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    if (same(mistakes[i].value, value, tolerance)) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (same(mistakes[i].value, mistakes[j].value, tolerance)) return false;
  }
  return true;
}

}  // namespace exam
