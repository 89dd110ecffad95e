#include "lab/matrix_setting.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "lab/parts.h"
#include "num/functions.h"
#include "num/letters.h"
#include "num/look_alike.h"
#include "num/markup.h"
#include "num/utf8.h"

namespace lab {
namespace {
namespace matrix_setting_parts {

constexpr std::string_view blanks = " \t\r\n";

bool is_name(char c) { return num::is_letter(c) || num::is_digit(c) || c == '_' || c == '.'; }

// Functions that give back the matrix that they are given.
constexpr std::string_view makers[] = {"array",
                                       "asarray",
                                       "tensor",
                                       "as_tensor",
                                       "constant",
                                       "matrix",
                                       "mat",
                                       "print",
                                       "display",
                                       "list",
                                       "tuple",
                                       "asmatrix",
                                       "ndarray",
                                       "pprint",
                                       "repr",
                                       "disp",
                                       "rbind",
                                       "pmatrix",
                                       "bmatrix",
                                       "variable",
                                       "floattensor",
                                       "longtensor",
                                       "dataframe",
                                       "eagertensor",
                                       "immutabledensematrix",
                                       "mutabledensematrix"};
// Words that say that what follows is changed.
constexpr std::string_view changers[] = {"minus", "times",    "transpose", "transposed", "softmax",
                                         "not",   "negative", "inverse",   "exp",        "plus"};

// Whether boxes are drawn as brackets of a matrix, with a number right behind a corner.
bool draws_brackets(std::string_view text) {
  for (const std::string_view corner : {"┌", "└"})
    if (const std::size_t at = text.find(corner); at != text.npos) {
      const std::string_view rest = trimmed(text.substr(at + corner.size()));
      return num::is_digit(num::char_at(rest, 0)) || rest.starts_with('-') || rest.starts_with("−");
    }
  return false;
}

// In characters that are plain, with the tab and the line end as they are.
std::string plain_signs(std::string_view text) {
  const bool brackets = draws_brackets(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const std::size_t length = num::utf8_length(text, at);
    if (length <= 1) {
      if (c != '\r') out += c;
      if (c == '\r' && num::char_at(text, at + 1) != '\n') out += '\n';
      ++at;
      continue;
    }
    const std::uint32_t point = num::code_point(text, at, length);
    at += length;
    if (num::is_unseen(point)) continue;
    if (point >= 0x239b && point <= 0x23ad) {
      out += ' ';  // a piece of a bracket that is several lines tall
    } else if (brackets && point >= 0x2500 && point <= 0x256c) {
      out += ' ';
    } else if (point == 0x27e8 || point == 0x27e9) {
      out += point == 0x27e8 ? '(' : ')';
    } else if (point == 0x2502 || point == 0x2503 || point == 0x2551) {
      out += '|';
    } else if (point >= 0x2500 && point <= 0x256c) {
      out += '-';
    } else if (point == 0x2022 || point == 0x25e6 || point == 0x25aa || point == 0x2023) {
      out += "* ";
    } else {
      out += num::utf8(num::plain_character(point));
    }
  }
  return out;
}

std::string without_markdown(std::string s) {
  for (num::CodeMark m = num::code_mark(s, 0); m.size > 0; m = num::code_mark(s, m.at))
    s.erase(m.at, m.size);
  const std::string_view whole = trimmed(s);
  for (const std::string_view mark : {"**", "__", "*", "_"})
    if (whole.size() > 2 * mark.size() && whole.starts_with(mark) && whole.ends_with(mark))
      return std::string(whole.substr(mark.size(), whole.size() - 2 * mark.size()));
  return replaced(std::move(s), "**", "");
}

// A table of HTML as rows with tabs.
std::string without_tags(const std::string& s) {
  if (s.find("<td") == s.npos && s.find("<th") == s.npos) return s;
  std::string out;
  bool first = true;
  for (std::size_t at = 0; at < s.size(); ++at) {
    if (s[at] != '<') {
      if (s[at] != '\n' && s[at] != '\t') out += s[at];
      continue;
    }
    const std::string_view tag = std::string_view(s).substr(at);
    if (tag.starts_with("<tr")) {
      out += '\n';
      first = true;
    } else if (tag.starts_with("<td") || (tag.starts_with("<th") && !tag.starts_with("<the"))) {
      if (!first) out += '\t';
      first = false;
    }
    at = std::min(s.find('>', at), s.size());
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view s) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from <= s.size();) {
    const std::size_t end = std::min(s.find('\n', from), s.size());
    lines.emplace_back(s.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

bool has_digit(std::string_view s) { return std::any_of(s.begin(), s.end(), num::is_digit); }

std::vector<std::string> words_of(std::string_view s) {
  std::vector<std::string> words;
  for (;;) {
    const std::size_t from = s.find_first_not_of(" \t");
    if (from == s.npos) return words;
    s.remove_prefix(from);
    const std::size_t end = std::min(s.find_first_of(" \t"), s.size());
    words.emplace_back(s.substr(0, end));
    s.remove_prefix(end);
  }
}

// "Row 1: 2 3" and "o1 = (2, 3)" without what stands in front.
std::string_view unlabelled(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == ':' || c == '=') {
      const std::string_view label = trimmed(line.substr(0, at));
      const bool named =
          std::any_of(label.begin(), label.end(), num::is_letter) || (label.empty() && c == '=');
      return named && num::char_at(line, at + 1) != '=' ? trimmed(line.substr(at + 1)) : line;
    }
    // "Out[5]:".
    if (c == '[' && at > 0 && num::is_letter(line[at - 1])) {
      const std::size_t close = line.find(']', at);
      if (close != line.npos && close <= at + 5 && num::char_at(line, close + 1) == ':') {
        at = close;
        continue;
      }
    }
    if (!(is_name(c) || c == ' ' || c == '\'' || c == '(' || c == ')' || c == '^' || c == '#'))
      return line;
    // A bracket with numbers in it is no label.
    if (c == '(' && !num::is_letter(num::char_at(line, at + 1))) return line;
  }
  return line;
}

// "[1,]" in front, as R numbers its rows.
std::string_view without_row_number(std::string_view line) {
  std::size_t at = line.find_first_not_of(" \t");
  if (at == line.npos || line[at] != '[') return line;
  const std::size_t digits = ++at;
  while (num::is_digit(num::char_at(line, at))) ++at;
  return at > digits && line.substr(at, 2) == ",]" ? line.substr(at + 2) : line;
}

bool numbers_columns(std::string_view line) {
  const std::vector<std::string> words = words_of(line);
  return !words.empty() && std::all_of(words.begin(), words.end(), [](const std::string& w) {
    return w.starts_with("[,") && w.ends_with("]");
  });
}

// The lines without numbers from 1 on, "1." and "2)", or a bullet, where all have them.
void take_bullets(std::vector<std::string>& lines) {
  const auto number_end = [](std::string_view line, std::size_t wanted) -> std::size_t {
    std::size_t at = line.find_first_not_of(" \t");
    if (at == line.npos) return 0;
    if (line[at] == '(') ++at;
    const std::string digits = std::to_string(wanted);
    if (line.substr(at, digits.size()) != digits) return 0;
    at += digits.size();
    const char sign = num::char_at(line, at);
    return (sign == '.' || sign == ')') && num::char_at(line, at + 1) == ' ' ? at + 1 : 0;
  };
  bool numbered = lines.size() > 1, dashed = lines.size() > 1, twice = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = trimmed(lines[i]);
    numbered = numbered && number_end(lines[i], i + 1) > 0;
    dashed = dashed && line.starts_with("- ");
    twice = twice || line.starts_with("- -");
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = trimmed(lines[i]);
    if (numbered)
      lines[i] = lines[i].substr(number_end(lines[i], i + 1));
    else if (line.starts_with("* ") || (dashed && twice))
      lines[i] = std::string(line.substr(2));
  }
}

// The numbers of rows and columns, from 0 on, that pandas prints round a table.
void take_index(std::vector<std::string>& lines) {
  if (lines.size() < 2) return;
  const std::vector<std::string> head = words_of(lines[0]);
  if (head.size() < 2) return;
  for (std::size_t k = 0; k < head.size(); ++k)
    if (num::is_digit(head[k][0]) ? head[k] != std::to_string(k) : !num::is_letter(head[k][0]))
      return;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string> words = words_of(lines[i]);
    if (words.size() != head.size() + 1 || words[0] != std::to_string(i - 1)) return;
  }
  lines.erase(lines.begin());
  for (std::string& line : lines) {
    const std::string_view bare = trimmed(line);
    line = std::string(trimmed(bare.substr(bare.find_first_of(" \t"))));
  }
}

bool announces_more(std::string_view s) {
  s = trimmed(s);
  while (!s.empty() && num::opens(s.back())) {
    s = trimmed(s.substr(0, s.size() - 1));
    std::size_t name = s.size();
    while (name > 0 && is_name(s[name - 1])) --name;
    if (name == s.size()) continue;
    const std::string_view call = s.substr(name);
    const std::string last = num::lower(call.substr(call.rfind('.') + 1));
    // The bracket of a call, or one behind words.
    if (num::is_one_of(last, makers))
      s = trimmed(s.substr(0, name));
    else
      break;
  }
  if (s.empty() || s.back() == '=' || s.back() == ':') return true;
  for (const char c : s)
    if (!num::is_letter(c) && (c & 0x80) == 0 &&
        std::string_view(" ,.'>()!_#$\n\t\\[").find(c) == std::string_view::npos)
      return false;
  std::string low = num::lower(s);
  for (char& c : low)
    if (!num::is_letter(c)) c = ' ';
  for (const std::string& word : words_of(low))
    if (num::is_one_of(word, changers) || num::function_row(word)) return false;
  return words_of(low).size() > 1 || s.size() > 3;
}

// What follows a title: from the first bracket or number on; of a call, its arguments.
std::string_view behind_title(std::string_view s) {
  const std::string_view whole = trimmed(s);
  // rows_of_call reads these.
  if (whole.find("matrix(c(") != whole.npos || whole.find("rbind(") != whole.npos) return whole;
  std::size_t at = 0;
  while (at < whole.size() && !num::opens(whole[at]) &&
         !(num::is_digit(whole[at]) && (at == 0 || !is_name(whole[at - 1]))))
    ++at;
  const bool bracket = at < whole.size() && num::opens(whole[at]);
  while (!bracket && at > 0 && (whole[at - 1] == '-' || whole[at - 1] == '.')) --at;
  if (at == 0 || at == whole.size()) return whole;
  if (!announces_more(whole.substr(0, at + (bracket ? 1 : 0)))) return whole;
  const bool call = bracket && whole[at] == '(' && is_name(whole[at - 1]);
  return whole.substr(at + (call ? 1 : 0));
}

// The byte where ", dtype=float" begins that a call has behind its argument, or a bracket that
// closes nothing; the end where there is none.
std::size_t argument_end(std::string_view s) {
  int open = 0;
  for (std::size_t at = 0; at < s.size(); ++at) {
    open += num::deeper(s[at]);
    if (open < 0) return at;
    if (open > 0 || s[at] != ',' || at == 0) continue;
    const std::size_t name = std::min(s.find_first_not_of(blanks, at + 1), s.size());
    std::size_t end = name;
    while (end < s.size() && is_name(s[end])) ++end;
    if (end > name && num::is_letter(s[name]) &&
        num::char_at(s, std::min(s.find_first_not_of(' ', end), s.size())) == '=')
      return at;
  }
  return s.size();
}

// Without what ends a call, a sentence or a formula; `called` where its beginning has been taken.
std::string_view without_rest(std::string_view s, bool called) {
  s = trimmed(s);
  const std::string_view rest = s.substr(argument_end(s));
  if (!rest.empty() && (rest[0] == ',' || (called && rest.find_first_of("*/^'+") == rest.npos)))
    s = trimmed(s.substr(0, s.size() - rest.size()));
  const std::size_t comment = s.find("//");
  if (comment != s.npos && comment > 0 && num::is_letter(num::char_at(s, comment + 3)))
    s = trimmed(s.substr(0, comment));
  while (!s.empty() &&
         (s.back() == '$' || (s.back() == '.' && s.size() > 1 && num::closes(s[s.size() - 2]))))
    s = trimmed(s.substr(0, s.size() - 1));
  return s;
}

// True where a label and a row in brackets begin at `at`: "o2 = (2, 3)".
bool labels_row(std::string_view line, std::size_t at) {
  const std::string_view rest = trimmed(line.substr(std::min(at, line.size())));
  const std::string_view row = unlabelled(rest);
  return row.size() < rest.size() && !row.empty() && num::opens(row[0]) &&
         (row.size() < 2 || !num::is_letter(row[1]));
}

// A line of rows that semicolons part, or commas before labels, each without its label.
std::string unlabelled_rows(std::string_view line) {
  const bool labelled = labels_row(line, 0);
  std::string out;
  int open = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    const char c = num::char_at(line, at);
    open += num::deeper(c);
    const bool comma = c == ',' && labelled && labels_row(line, at + 1);
    if (at < line.size() && (open > 0 || (c != ';' && !comma))) continue;
    out += unlabelled(line.substr(from, at - from));
    if (at < line.size()) out += ';';
    from = at + 1;
  }
  return out;
}

}  // namespace matrix_setting_parts
}  // namespace

bool is_title(std::string_view s) { return matrix_setting_parts::announces_more(s); }

std::string without_setting(std::string_view text) {
  std::string clean = matrix_setting_parts::without_markdown(
      matrix_setting_parts::without_tags(matrix_setting_parts::plain_signs(text)));
  std::vector<std::string> lines = matrix_setting_parts::lines_of(clean);
  const auto blank = [](const std::string& line) { return trimmed(line).empty(); };
  lines.erase(std::remove_if(lines.begin(), lines.end(), blank), lines.end());
  const auto announces = [](const std::string& line) { return is_title(line); };
  if (std::all_of(lines.begin(), lines.end(), announces)) return clean;
  const auto first = std::find_if_not(lines.begin(), lines.end(), announces);
  const bool titled = first != lines.begin();
  lines.erase(lines.begin(), first);
  while (lines.size() > 1 && is_title(lines.back()) &&
         !matrix_setting_parts::has_digit(lines.back()))
    lines.pop_back();
  if (lines.size() > 1 && matrix_setting_parts::numbers_columns(lines[0])) {
    lines.erase(lines.begin());
    for (std::string& line : lines)
      line = std::string(matrix_setting_parts::without_row_number(line));
  }
  matrix_setting_parts::take_bullets(lines);
  for (std::string& line : lines) line = matrix_setting_parts::unlabelled_rows(line);
  matrix_setting_parts::take_index(lines);
  std::string all;
  for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + line;
  const std::string_view part = matrix_setting_parts::behind_title(all);
  return std::string(
      matrix_setting_parts::without_rest(part, titled || part.size() < trimmed(all).size()));
}

}  // namespace lab
