#include "lab/written_matrix.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "lab/digits.h"
#include "lab/matrix_setting.h"
#include "lab/matrix_sources.h"
#include "lab/parts.h"
#include "num/functions.h"
#include "num/letters.h"

namespace lab {
namespace {
namespace matrix_text_parts {

constexpr std::size_t longest_text = 1 << 20, most_cells = 1 << 16;
constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view nowhere = "it has more than 65 536 entries";

// The parts of `s` between separators outside of brackets and quotation marks.
std::vector<std::string_view> parts(std::string_view s, char separator) {
  std::vector<std::string_view> all;
  int depth = 0;
  bool quoted = false;
  std::size_t from = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '"') quoted = !quoted;
    depth += num::deeper(s[i]);
    if (s[i] != separator || depth > 0 || quoted) continue;
    all.push_back(s.substr(from, i - from));
    from = i + 1;
  }
  all.push_back(s.substr(from));
  return all;
}

bool has(std::string_view s, char separator) { return parts(s, separator).size() > 1; }

std::vector<std::string_view> words(std::string_view s) {
  std::vector<std::string_view> all;
  for (;;) {
    const std::size_t from = s.find_first_not_of(blanks);
    if (from == s.npos) return all;
    s.remove_prefix(from);
    const std::size_t end = std::min(s.find_first_of(blanks), s.size());
    all.push_back(s.substr(0, end));
    s.remove_prefix(end);
  }
}

// Whether it begins as a number does: a digit behind a sign or a point at most.
bool numeric(std::string_view word) {
  constexpr std::string_view minus = "\u2212";
  if (word.starts_with(minus)) word.remove_prefix(minus.size());
  if (!word.empty() && (word[0] == '-' || word[0] == '+')) word.remove_prefix(1);
  if (!word.empty() && (word[0] == '.' || word[0] == ',')) word.remove_prefix(1);
  return !word.empty() && num::is_digit(word[0]);
}

bool all_numeric(const std::vector<std::string_view>& all) {
  return std::all_of(all.begin(), all.end(), numeric);
}

// "1,5, 2,5" and "1,5 2,5": whether commas that have no blank beside them may be decimal ones,
// because others have one, or because blanks alone part numbers.
bool commas_ask(std::string_view row) {
  bool loose = false;
  std::size_t from = 0;
  std::vector<std::string_view> pieces;  // between commas with a blank, and blanks
  for (std::size_t i = 0; i < row.size(); ++i) {
    const bool blank = blanks.find(row[i]) != row.npos;
    const bool comma =
        row[i] == ',' && i + 1 < row.size() &&
        (blanks.find(row[i + 1]) != row.npos || (i > 0 && blanks.find(row[i - 1]) != row.npos));
    if (!blank && !comma) continue;
    loose = true;
    if (i > from) pieces.push_back(row.substr(from, i - from));
    from = i + 1;
  }
  if (from < row.size()) pieces.push_back(row.substr(from));
  const auto tight = [](std::string_view piece) {
    int n = 0;
    for (std::size_t i = 1; i + 1 < piece.size(); ++i)
      n += piece[i] == ',' && num::is_digit(piece[i - 1]) && num::is_digit(piece[i + 1]) ? 1 : 0;
    return n;
  };
  int most = 0;
  for (const std::string_view piece : pieces) most = std::max(most, tight(piece));
  return loose && most == 1 && all_numeric(pieces);
}

// "1,5 2,5": more than one number, each with one comma within.
bool has_decimal_commas(std::string_view row) {
  const std::vector<std::string_view> all = words(row);
  return all.size() > 1 && all_numeric(all) &&
         std::all_of(all.begin(), all.end(), [](std::string_view word) {
           const std::size_t comma = word.find(',');
           return comma != word.npos && comma > 0 && num::is_digit(word[comma - 1]) &&
                  comma + 1 < word.size() && num::is_digit(word[comma + 1]) &&
                  word.find(',', comma + 1) == word.npos;
         });
}

std::string bare(std::string_view cell) {
  cell = trimmed(cell);
  if (cell.size() >= 2 && cell.front() == cell.back() && (cell[0] == '"' || cell[0] == '\''))
    cell = trimmed(cell.substr(1, cell.size() - 2));
  return std::string(cell);
}

// What parts the entries of all rows; a blank where nothing else does.
char separator_of(const std::vector<std::string_view>& rows) {
  for (const char separator : {'\t', '&', '|', ','})
    if (std::any_of(rows.begin(), rows.end(), [&](auto row) { return has(row, separator); }))
      return separator;
  return ' ';
}

// The entries of a row; a row of `width` words has as many, also where one of them is no number.
std::vector<std::string_view> entries(std::string_view row, char separator, bool listed,
                                      std::size_t width) {
  if (separator == ' ') {
    std::vector<std::string_view> all = words(row);
    const bool parted = all_numeric(all) || (width > 1 && all.size() == width);
    return parted ? all : std::vector<std::string_view>{row};
  }
  std::vector<std::string_view> all = parts(row, separator);
  const auto blank = [](std::string_view s) { return trimmed(s).empty(); };
  // A bar may stand on both sides, and a comma behind the last entry of a list in brackets.
  if (separator == '|' && all.size() > 1 && blank(all.front())) all.erase(all.begin());
  const bool ends = separator == '|' || (separator == ',' && listed);
  if (ends && all.size() > 1 && blank(all.back())) all.pop_back();
  return all;
}

WrittenMatrix refused(std::string why) { return {{}, std::move(why), false}; }

// Without a head and names of rows, which tables with bars have: what is no number there, or blank.
void take_names(std::vector<std::vector<std::string>>& rows) {
  const auto named = [](const std::string& cell) { return cell.empty() || !numeric(cell); };
  const auto all_named = [&](const std::vector<std::string>& row) {
    return std::all_of(row.begin(), row.end(), named);
  };
  if (rows.size() > 1 && all_named(rows[0]) && !all_named(rows[1])) rows.erase(rows.begin());
  const auto begins_named = [&](const std::vector<std::string>& row) {
    return row.size() > 1 && named(row[0]) && !named(row[1]);
  };
  if (!std::all_of(rows.begin(), rows.end(), begins_named)) return;
  for (std::vector<std::string>& row : rows) row.erase(row.begin());
}

std::string entry_count(std::size_t n) {
  return counted(static_cast<long long>(n), "entry", "entries");
}

WrittenMatrix in_cells(std::vector<std::string_view> rows, bool laid_out, char given = '\0') {
  WrittenMatrix m;
  // "|1 2|" has bars for brackets.
  if (std::all_of(rows.begin(), rows.end(), [](std::string_view row) {
        row = trimmed(row);
        return row.size() > 2 && row.front() == '|' && row.back() == '|' &&
               std::count(row.begin(), row.end(), '|') == 2 &&
               words(row.substr(1, row.size() - 2)).size() > 1;
      }))
    for (std::string_view& row : rows) row = trimmed(row).substr(1, trimmed(row).size() - 2);
  const char separator = given != '\0' ? given : separator_of(rows);
  // Blanks part decimal numbers where every row has its own line.
  const bool decimal = separator == ',' && rows.size() > 1 &&
                       std::all_of(rows.begin(), rows.end(), has_decimal_commas);
  std::size_t cells = 0, width = 0;
  for (const std::string_view row : rows)
    if (separator == ' ' && all_numeric(words(row))) width = words(row).size();
  for (const std::string_view row : rows) {
    if (separator == ',' && !decimal && commas_ask(trimmed(row)))
      return refused(
          "a comma may part numbers here or stand in one: write decimal points, and a "
          "blank behind every other comma");
    std::vector<std::string>& line = m.rows.emplace_back();
    for (const std::string_view entry : entries(row, decimal ? ' ' : separator, laid_out, width))
      line.push_back(bare(entry));
    cells += line.size();
    if (cells > most_cells) return refused(std::string(nowhere));
  }
  if (separator == '|') take_names(m.rows);
  for (std::size_t r = 1; r < m.rows.size(); ++r)
    if (m.rows[r].size() != m.rows[0].size())
      return refused("row " + std::to_string(r + 1) + " has " + entry_count(m.rows[r].size()) +
                     " and row 1 has " + std::to_string(m.rows[0].size()));
  m.laid_out = laid_out || m.rows.size() > 1 || separator == '\t' || separator == '&';
  return m;
}

// Whether semicolons part single numbers in every line, as where commas are decimal ones.
bool part_entries(const std::vector<std::string_view>& lines) {
  std::size_t width = 0;
  for (const std::string_view line : lines) {
    std::vector<std::string_view> pieces = parts(line, ';');
    if (pieces.size() > 1 && trimmed(pieces.back()).empty()) pieces.pop_back();
    if (width == 0) width = pieces.size();
    if (pieces.size() < 2 || pieces.size() != width) return false;
    for (const std::string_view piece : pieces)
      if (words(piece).size() != 1 || !all_numeric(words(piece)) ||
          std::count(piece.begin(), piece.end(), ',') > 1)
        return false;
  }
  return true;
}

// The rows that `sign` parts within one line, each of as many numbers and of more than one; none
// where it parts something else.
std::vector<std::string_view> rows_by(std::string_view line, std::string_view sign) {
  std::vector<std::string_view> rows;
  for (std::size_t from = 0; from <= line.size();) {
    const std::size_t end = std::min(line.find(sign, from), line.size());
    const std::string_view row = trimmed(line.substr(from, end - from));
    if (!row.empty()) rows.push_back(row);
    from = end + sign.size();
  }
  const auto count = [](std::string_view row) {
    std::size_t numbers = 0;
    for (const std::string_view piece : parts(row, ','))
      numbers += all_numeric(words(piece)) ? words(piece).size() : 0;
    return numbers;
  };
  const std::size_t width = rows.empty() ? 0 : count(rows[0]);
  for (const std::string_view row : rows)
    if (width < 2 || count(row) != width) return {};
  return rows.size() > 1 ? rows : std::vector<std::string_view>();
}

// Rows by line ends or semicolons. A rule under the head of a table with bars is none.
WrittenMatrix plain(std::string_view text, bool laid_out) {
  const auto rule = [](std::string_view row) {
    return row.find_first_of("|-") != row.npos && row.find_first_not_of("|-:+= \t") == row.npos;
  };
  std::vector<std::string_view> rows;
  bool line_ends = false, semicolons = false;
  std::vector<std::string_view> lines = parts(text, '\n');
  lines.erase(std::remove_if(lines.begin(), lines.end(),
                             [&](auto line) { return trimmed(line).empty() || rule(line); }),
              lines.end());
  for (const std::string_view line : lines) {
    line_ends = line_ends || !rows.empty();
    std::vector<std::string_view> pieces = parts(line, ';');
    if (pieces.size() > 1 && trimmed(pieces.back()).empty()) pieces.pop_back();
    semicolons = semicolons || pieces.size() > 1;
    for (const std::string_view piece : pieces) {
      if (trimmed(piece).empty())
        return refused("row " + std::to_string(rows.size() + 1) + " is empty");
      if (rows.size() >= most_cells) return refused(std::string(nowhere));
      rows.push_back(piece);
    }
  }
  if (rows.empty()) return refused("it is empty");
  if (line_ends && semicolons) {
    if (laid_out || !part_entries(lines))
      return refused("semicolons and line ends both part something: use one of them for the rows");
    return in_cells(lines, laid_out, ';');
  }
  if (rows.size() == 1)
    for (const std::string_view sign : {"|", " / "})
      if (const auto several = rows_by(rows[0], sign); !several.empty())
        return in_cells(several, laid_out);
  return in_cells(rows, laid_out);
}

// The insides of the brackets that `s` is a row of, with nothing but blanks, commas and semicolons
// between them; none where it is something else. Round ones count where each holds a list.
std::vector<std::string_view> groups(std::string_view s) {
  std::vector<std::string_view> all;
  constexpr std::string_view between = " \t\r\n,;";
  for (;;) {
    const std::size_t from = s.find_first_not_of(between);
    if (from == s.npos) return all;
    s.remove_prefix(from);
    const std::size_t end = num::closing_bracket(s, 0);
    if (end == s.npos) return {};
    const std::string_view inside = s.substr(1, end - 1);
    if (s[0] == '(' && !has(inside, ',') &&
        !(words(inside).size() > 1 && all_numeric(words(inside))))
      return {};
    if (all.size() >= most_cells) return {};
    all.push_back(inside);
    s.remove_prefix(end + 1);
  }
}

WrittenMatrix bracketed(std::string_view text, int depth) {
  text = trimmed(text);
  constexpr int deepest = 3;
  const bool opens = !text.empty() && num::opens(text[0]);
  if (opens && num::closing_bracket(text, 0) == text.size() - 1 && depth < deepest)
    return bracketed(text.substr(1, text.size() - 2), depth + 1);
  const std::vector<std::string_view> rows = opens ? groups(text) : std::vector<std::string_view>();
  if (rows.empty()) return plain(text, depth > 0);
  // One list with a semicolon behind it.
  if (rows.size() == 1 && depth < deepest) return bracketed(rows[0], depth + 1);
  return in_cells(rows, true);
}

// Without the call around it, "np.array(…, dtype=float)", and without what sets formulas.
std::string_view argument(std::string_view text) {
  text = trimmed(text);
  for (const char* const sign : {"$$", "$"})
    if (text.size() > 2 && text.starts_with(sign) && text.ends_with(sign))
      text = text.substr(std::string_view(sign).size(),
                         text.size() - 2 * std::string_view(sign).size());
  const std::size_t open = text.find('(');
  if (open == 0 || open == text.npos || text.back() != ')') return text;
  const std::string_view name = text.substr(0, open);
  const bool called = std::all_of(name.begin(), name.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_';
  });
  const std::string_view inside = trimmed(text.substr(open + 1, text.size() - open - 2));
  // A function that changes what it is given.
  const bool changes = num::function_row(num::lower(name.substr(name.rfind('.') + 1))) != nullptr;
  if (!called || changes || inside.empty()) return text;
  // mat(1, 2; 3, 4) of Typst.
  if ((name == "mat" || name == "matrix") && has(inside, ';')) return inside;
  const std::size_t end = num::closing_bracket(inside, 0);
  if (end == inside.npos) return text;
  const std::string_view rest = trimmed(inside.substr(end + 1));
  return rest.empty() || rest[0] == ',' ? inside.substr(0, end + 1) : text;
}

// Cells of a spreadsheet of which one at the end of a row is blank, where other readers drop what
// looks like a blank around all. Rows and columns without an entry at the edges are none.
std::optional<WrittenMatrix> with_blank_edges(std::string_view text) {
  if (text.find('\t') == text.npos) return std::nullopt;
  std::vector<std::vector<std::string>> rows;
  bool edges = false;
  for (std::string_view line : parts(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    edges = edges || line.front() == '\t' || line.back() == '\t';
    std::vector<std::string>& row = rows.emplace_back();
    for (const std::string_view cell : parts(line, '\t')) row.push_back(bare(cell));
    if (row.size() != rows[0].size() || rows.size() * row.size() > most_cells) return std::nullopt;
  }
  if (!edges) return std::nullopt;
  const auto blank_row = [](const auto& row) {
    return std::all_of(row.begin(), row.end(),
                       [](const std::string& cell) { return cell.empty(); });
  };
  const auto blank_column = [&rows](bool last) {
    return std::all_of(rows.begin(), rows.end(), [last](const std::vector<std::string>& row) {
      return (last ? row.back() : row.front()).empty();
    });
  };
  while (!rows.empty() && blank_row(rows.back())) rows.pop_back();
  while (!rows.empty() && blank_row(rows.front())) rows.erase(rows.begin());
  if (rows.empty()) return std::nullopt;
  for (const bool last : {true, false})
    while (blank_column(last))
      for (std::vector<std::string>& row : rows) row.erase(last ? row.end() - 1 : row.begin());
  // A blank corner between names of rows and of columns.
  const bool headed = rows.size() > 2 && rows[0].size() > 2 && rows[0][0].empty() &&
                      std::all_of(rows[0].begin() + 1, rows[0].end(), [](const std::string& cell) {
                        return !cell.empty() && !numeric(cell);
                      });
  if (headed) take_names(rows);
  return WrittenMatrix{std::move(rows), "", true};
}

}  // namespace matrix_text_parts
}  // namespace

WrittenMatrix written_matrix(std::string_view text) {
  if (text.size() > matrix_text_parts::longest_text)
    return matrix_text_parts::refused("it is longer than 1 MiB");
  if (auto cells = matrix_text_parts::with_blank_edges(text)) return *std::move(cells);
  if (const auto rows = set_rows(text))
    return matrix_text_parts::plain(without_setting(*rows), true);
  const std::string clean = without_setting(text);
  if (const auto rows = rows_of_call(clean)) return matrix_text_parts::bracketed(*rows, 1);
  return matrix_text_parts::bracketed(matrix_text_parts::argument(clean), 0);
}

}  // namespace lab
