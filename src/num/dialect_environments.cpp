// What LaTeX and Word set in rows: cases, matrices, and lines of equations.
#include <optional>
#include <string>
#include <vector>

#include "num/dialect.h"
#include "num/dialect_parts.h"

namespace num {
namespace {

std::string_view cell(std::string_view s) { return trimmed(s, " \n", " \n,;."); }

// An environment with its name, "cases", and the bytes of what stands in it.
struct Environment {
  std::size_t begin = 0, inner = 0, close = 0, end = 0;
  std::string_view name;
};

// The last environment that begins before byte `before`, which holds no other.
std::optional<Environment> innermost(std::string_view s) {
  constexpr std::string_view opens = "\\begin{", closes = "\\end{";
  Environment e;
  e.begin = s.rfind(opens);
  if (e.begin == none) return std::nullopt;
  const std::size_t name = e.begin + opens.size(), brace = s.find('}', name);
  if (brace == none) return std::nullopt;
  e.name = s.substr(name, brace - name);
  e.inner = brace + 1;
  e.close = s.find(closes, e.inner);
  if (e.close == none) return std::nullopt;
  const std::size_t last = s.find('}', e.close);
  if (last == none) return std::nullopt;
  e.end = last + 1;
  return e;
}

// The parts of `s` between separators outside braces.
std::vector<std::string_view> parted(std::string_view s, std::string_view separator) {
  std::vector<std::string_view> parts;
  int open = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at < s.size(); ++at) {
    open += s[at] == '{' || s[at] == '(' ? 1 : s[at] == '}' || s[at] == ')' ? -1 : 0;
    if (open != 0 || s.substr(at, separator.size()) != separator) continue;
    parts.push_back(s.substr(from, at - from));
    from = at + separator.size();
    at = from - 1;
  }
  parts.push_back(s.substr(from));
  return parts;
}

// A value and when it holds. "\text{if } z > 0" is what stands behind the value, "&" between them.
std::string row_of_cases(std::string_view row) {
  std::vector<std::string_view> cells = parted(row, "&");
  std::string value(cell(cells[0]));
  if (cells.size() < 2) return value;
  std::string when(cell(cells[1]));
  for (const std::string_view text :
       {"\\text{", "\\textrm{", "\\mbox{", "\\mathrm{", "\\textit{", "\\quad", "\\,", "\\;", "\\ "})
    for (std::size_t at; (at = when.find(text)) != std::string::npos;) {
      const std::size_t close = text.back() == '{' ? when.find('}', at) : std::string::npos;
      if (close != std::string::npos) when.replace(close, 1, " ");
      when.replace(at, text.size(), " ");
    }
  const std::size_t word = skip_blanks(when, 0);
  std::size_t end = word;
  while (is_letter(char_at(when, end))) ++end;
  const std::string first = lower(std::string_view(when).substr(word, end - word));
  constexpr std::string_view ifs[] = {"if", "for", "when", "where", "wenn", "si", "falls"};
  constexpr std::string_view elses[] = {"otherwise", "else", "sonst", "sinon", "elsewhere"};
  if (is_one_of(first, elses)) return value + " otherwise";
  return value + " if " + (is_one_of(first, ifs) ? when.substr(end) : when);
}

// "1 if z > 0, 0 otherwise" in brackets, which read_conditionals reads.
std::string cases(std::string_view inner, std::string_view row_end) {
  std::string all;
  for (const std::string_view row : parted(inner, row_end))
    if (!cell(row).empty()) all += (all.empty() ? "" : ", ") + row_of_cases(row);
  return "(" + all + ")";
}

std::string matrix_literal(std::string_view inner, std::string_view row_end) {
  std::string all;
  for (const std::string_view row : parted(inner, row_end)) {
    if (cell(row).empty()) continue;
    std::string cells;
    for (const std::string_view entry : parted(row, "&"))
      cells += (cells.empty() ? "" : ", ") + std::string(cell(entry));
    all += (all.empty() ? "" : "; ") + cells;
  }
  return "[" + all + "]";
}

// Lines of equations: the marks of columns are blanks, and so are the ends of lines.
std::string lines(std::string_view inner) {
  std::string all(inner);
  for (const std::string_view mark : {"\\\\", "&"})
    for (std::size_t at; (at = all.find(mark)) != std::string::npos;)
      all.replace(at, mark.size(), " ");
  return all;
}

std::string in_rows(const Environment& e, std::string_view s) {
  const std::string_view inner = s.substr(e.inner, e.close - e.inner);
  if (e.name.find("cases") != none) return cases(inner, "\\\\");
  if (e.name.ends_with("matrix") || e.name.ends_with("matrix*"))
    return matrix_literal(inner, "\\\\");
  return lines(inner);
}

// Word's "█(1&z>0@0&z≤0)" and "■(1&2@3&4)", one per character of their kind.
void read_word_arrays(PlainText& text) {
  for (const std::string_view sign : {"█(", "■("})
    for (std::size_t at; (at = text.text.find(sign)) != std::string::npos;) {
      const std::size_t from = at + sign.size();
      int open = 1;
      std::size_t end = from;
      for (; end < text.text.size() && open > 0; ++end)
        open += text.text[end] == '(' ? 1 : text.text[end] == ')' ? -1 : 0;
      if (open > 0) return;
      const std::string_view inner = std::string_view(text.text).substr(from, end - 1 - from);
      const std::string rows = sign == "█(" ? cases(inner, "@") : matrix_literal(inner, "@");
      text.replace(at, end - at, rows);
    }
  // "{…┤" is open to the right.
  for (std::size_t at; (at = text.text.find("┤")) != std::string::npos;) {
    const std::size_t open = text.text.rfind('{', at);
    text.replace(at, std::string_view("┤").size(), "");
    if (open != std::string::npos) text.replace(open, 1, "");
  }
}

// Commands with an argument that says nothing of the value, and those that set a frame round it.
void take_frames(PlainText& text) {
  for (const std::string_view dropped :
       {"\\tag{", "\\label{", "\\hspace{", "\\hspace*{", "\\vspace{", "\\textcolor{", "\\color{",
        "\\hphantom{", "\\vphantom{", "\\phantom{"})
    for (std::size_t at; (at = text.text.find(dropped)) != std::string::npos;) {
      const std::size_t close = text.text.find('}', at);
      if (close == std::string::npos) break;
      text.replace(at, close + 1 - at, " ");
    }
  constexpr std::string_view frame = "\\boxed";
  for (std::size_t at; (at = text.text.find(frame)) != std::string::npos;) {
    const std::size_t open = skip_blanks(text.text, at + frame.size());
    const std::size_t close = closing_brace(text.text, open);
    // What is framed may be an equation: its braces go with the frame.
    if (close != none) {
      text.replace(close, 1, " ");
      text.replace(open, 1, " ");
    }
    text.replace(at, frame.size(), " ");
  }
}

}  // namespace

void read_environments(PlainText& text) {
  if (text.text.find('\\') != std::string::npos) {
    take_frames(text);
    while (const auto e = innermost(text.text)) {
      const std::string rows = in_rows(*e, text.text);
      text.replace(e->begin, e->end - e->begin, rows);
    }
  }
  read_word_arrays(text);
}

}  // namespace num
