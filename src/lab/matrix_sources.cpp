#include "lab/matrix_sources.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "lab/matrix_setting.h"
#include "lab/parts.h"
#include "num/letters.h"

namespace lab {
namespace {
namespace matrix_source_parts {

// Whether nothing stands in `s` but a title and what sets a matrix: brackets, sizes, "$".
bool only_announces(std::string_view s, bool before) {
  std::string rest(s);
  for (const char* const sign :
       {"\\left", "\\right", "\\Big", "\\big", "\\[", "\\]", "\\(", "\\)", "$"})
    rest = replaced(rest, sign, "");
  for (const char* const face : {"\\mathrm", "\\text", "\\operatorname", "\\mathbf", "\\boxed",
                                 "\\boldsymbol", "\\mathcal", "\\displaystyle"})
    rest = replaced(rest, face, "");
  if (rest.find_first_not_of(" \t\n()[]{}.,") == rest.npos) return true;
  if (!before) return false;
  std::string_view title = rest;
  while (!title.empty() && std::string_view(" \t\n([{").find(title.back()) != title.npos)
    title.remove_suffix(1);
  return is_title(title);
}

// The inside of the bracket that opens at `at`; its end is behind the bracket.
struct Inside {
  std::string_view text;
  std::size_t end = 0;
};
std::optional<Inside> inside(std::string_view s, std::size_t at) {
  const std::size_t end = num::closing_bracket(s, at);
  if (end == s.npos) return std::nullopt;
  return Inside{s.substr(at + 1, end - at - 1), end + 1};
}

std::optional<std::string> environment(std::string_view text, int depth = 0) {
  constexpr int deepest = 3;
  const std::size_t begin = text.find("\\begin{");
  if (begin == text.npos) return std::nullopt;
  const std::size_t name_end = text.find('}', begin), end = text.rfind("\\end{");
  if (name_end == text.npos || end == text.npos || end < name_end) return std::nullopt;
  const std::size_t after = text.find('}', end);
  if (after == text.npos || !only_announces(text.substr(0, begin), true) ||
      !only_announces(text.substr(after + 1), false))
    return std::nullopt;
  std::string_view within = text.substr(name_end + 1, end - name_end - 1);
  // The formula round it, as in \\begin{equation}.
  if (within.find("\\begin{") != within.npos)
    return depth < deepest ? environment(within, depth + 1) : std::nullopt;
  const bool columns = text.substr(begin).starts_with("\\begin{array}");
  if (columns && trimmed(within).starts_with("{"))
    within.remove_prefix(std::min(within.find('}') + 1, within.size()));
  return replaced(replaced(std::string(within), "\\crcr", "\\\\"), "\\cr", "\\\\");
}

// \\pmatrix{1 & 2 \\cr 3 & 4} of plain TeX, and ■(1&2@3&4) of Word.
std::optional<std::string> braced(std::string_view text) {
  for (const std::string_view sign : {"\\pmatrix{", "\\bmatrix{", "\\matrix{", "■("}) {
    const std::size_t at = text.find(sign);
    if (at == text.npos) continue;
    const auto part = inside(text, at + sign.size() - 1);
    if (!part || !only_announces(text.substr(0, at), true) ||
        !only_announces(text.substr(part->end), false))
      return std::nullopt;
    const bool word = sign == "■(";
    return word ? replaced(part->text, "@", "\\\\")
                : replaced(replaced(part->text, "\\crcr", "\\\\"), "\\cr", "\\\\");
  }
  return std::nullopt;
}

// The value of "nrow = 3" among the options of a call; 0 where there is none.
int option(std::string_view options, std::string_view name) {
  std::size_t at = options.find(name);
  if (at == options.npos) return 0;
  at = options.find('=', at);
  return at == options.npos ? 0 : std::atoi(std::string(options.substr(at + 1, 9)).c_str());
}

std::vector<std::string> list(std::string_view s) {
  std::vector<std::string> all;
  constexpr int most = 4096;
  for (const std::string_view part : split(s, ',', most)) all.emplace_back(trimmed(part));
  return all;
}

}  // namespace matrix_source_parts
}  // namespace

std::optional<std::string> set_rows(std::string_view text) {
  auto rows = matrix_source_parts::environment(text);
  if (!rows) rows = matrix_source_parts::braced(text);
  if (!rows) return std::nullopt;
  std::string all = replaced(*rows, "\n", " ");
  for (const char* const rule : {"\\hline", "\\displaystyle", "\\,", "\\;", "\\!", "\\phantom{-}",
                                 "\\phantom{+}", "\\hphantom{-}", "\\quad"})
    all = replaced(all, rule, " ");
  std::string out;
  for (std::size_t at = 0; at < all.size();) {
    if (all.compare(at, 2, "\\\\") != 0) {
      out += all[at++];
      continue;
    }
    out += '\n';
    at += 2;
    // "\\\\[4pt]" sets rows apart.
    const std::size_t open = all.find_first_not_of(' ', at);
    const std::size_t close = all.find(']', at);
    if (open != all.npos && all[open] == '[' && close != all.npos && num::is_letter(all[close - 1]))
      at = close + 1;
  }
  return out;
}

std::optional<std::string> rows_of_call(std::string_view text) {
  const std::string_view call = trimmed(text);
  const std::size_t at = call.find("matrix(c(");
  if (call.find("rbind(") != call.npos) {
    std::string rows = replaced(call.substr(call.find("rbind(")), "c(", "(");
    if (!is_title(call.substr(0, call.find("rbind(") + 6))) return std::nullopt;
    return rows.substr(std::string_view("rbind").size());
  }
  if (at == call.npos || (at > 0 && !is_title(call.substr(0, at)))) return std::nullopt;
  const std::size_t open = at + std::string_view("matrix").size();
  const auto whole = matrix_source_parts::inside(call, open);
  const auto entries = matrix_source_parts::inside(call, open + 2);
  if (!whole || !entries || !trimmed(call.substr(whole->end)).empty()) return std::nullopt;
  const std::string options(call.substr(entries->end, whole->end - 1 - entries->end));
  const std::vector<std::string> cells = matrix_source_parts::list(entries->text);
  const int count = static_cast<int>(cells.size());
  int rows = matrix_source_parts::option(options, "nrow");
  const int columns = matrix_source_parts::option(options, "ncol");
  if (rows == 0 && columns > 0) rows = count / columns;
  if (rows <= 0 || count % rows != 0 || (columns > 0 && rows * columns != count))
    return std::nullopt;
  const std::size_t by = options.find("byrow");
  const bool by_row = by != options.npos && options.find('T', by) != options.npos;
  const int width = count / rows;
  std::string all;
  for (int r = 0; r < rows; ++r)
    for (int k = 0; k < width; ++k)
      all += (k > 0   ? "\t"
              : r > 0 ? "\n"
                      : "") +
             cells[static_cast<std::size_t>(by_row ? r * width + k : k * rows + r)];
  return all;
}

}  // namespace lab
