#include "exam/shape_text.h"

#include <algorithm>

#include "exam/shape_words.h"
#include "lab/parts.h"
#include "num/algebra.h"
#include "num/dialect.h"
#include "num/letters.h"
#include "num/markup.h"
#include "num/plain_text.h"
#include "num/word_table.h"

namespace exam {
namespace {

constexpr std::size_t longest_shape = 400;  // bytes

std::string_view trimmed(std::string_view s) {
  constexpr std::string_view blanks = " \t\r\n$";
  const std::size_t first = s.find_first_not_of(blanks);
  if (first == s.npos) return {};
  return s.substr(first, s.find_last_not_of(" \t\r\n$.;") - first + 1);
}

struct Spelling {
  std::string_view written, plain;
};
// What num::read_latex leaves. In this order: what begins another spelling comes after it.
constexpr Spelling spellings[] = {
    {"ℝ", "R"},       {"\\reals", "R"}, {"\\Reals", "R"}, {"\\Re", "R"},    {"\\R", "R"},
    {"\\times", "×"}, {"\\in", "∈"},    {"\\to", "→"},    {"\\cdot", "*"},  {"-by-", "×"},
    {"{0,1}", "R"},   {"{0, 1}", "R"},  {"[0,1]", "R"},   {"**", "^"},      {"{×}", "×"},
    {"{}", ""},       {"⨯", "×"},       {"·", "*"},       {" times ", "×"}, {" cross ", "×"},
    {"R¹", "1"},      {"(R)", ""},      {"M_{", "{"}};

// "_{1}" is "_1", also within other braces, "D_{a_{1}}".
void unbrace_subscripts(std::string& s) {
  for (std::size_t at = 0; at + 4 < s.size(); ++at)
    if (s[at] == '{' && s[at + 1] == '{' && s[at + 3] == '}' && s[at + 4] == '}') {
      s.erase(at + 4, 1);
      s.erase(at, 1);
    }
  for (std::size_t at = 0; at + 3 < s.size(); ++at)
    if (s[at] == '_' && s[at + 1] == '{' && s[at + 3] == '}') {
      s.erase(at + 3, 1);
      s.erase(at + 1, 1);
    }
}

// `s` without pairs of brackets round everything, and without the set that it is a power of.
std::string_view bare(std::string_view s) {
  for (;;) {
    s = trimmed(s);
    if (s.size() > 1 && s[0] == 'R' && (s[1] == '^' || num::opens(s[1]))) {
      s.remove_prefix(s[1] == '^' ? 2 : 1);
      continue;
    }
    if (s.size() < 2 || num::closing_bracket(s, 0) != s.size() - 1) return s;
    s = s.substr(1, s.size() - 2);
  }
}

// The parts of `s` between separators outside brackets.
std::vector<std::string_view> parted(std::string_view s, std::string_view separator) {
  std::vector<std::string_view> parts;
  int open = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at < s.size(); ++at) {
    open += num::deeper(s[at]);
    if (open != 0 || !num::stands_at(s, at, separator)) continue;
    parts.push_back(trimmed(s.substr(from, at - from)));
    from = at + separator.size();
    at = from - 1;
  }
  parts.push_back(trimmed(s.substr(from)));
  return parts;
}

bool names_side(std::string_view s) {
  const std::string low = num::lower(s);
  return low.find("row") != low.npos || low.find("col") != low.npos;
}

// "1D array" says that there is one side, and "2-D matrix" that there are two; neither is a size.
void take_dimension_words(std::string& s) {
  if (s.find_first_of("12") == s.npos) return;
  for (const char* const thing : {"array", "tensor", "vector", "matrix", "list"})
    for (const char* const dimension : {"1D ", "1-D ", "1d ", "1-d ", "2D ", "2-D ", "2d ", "2-d "})
      s = lab::replaced(s, std::string(dimension) + thing, thing);
}

// Puts `to` in place of `from`, which is in small letters, wherever that stands in any case and is
// no part of longer words or numbers.
void put_whole(std::string& s, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = num::lower(s).find(from, at)) != std::string::npos;) {
    const bool begins = at == 0 || !num::is_part_of_word(s[at - 1]);
    if (begins && !num::is_part_of_word(num::char_at(s, at + from.size()))) {
      s.replace(at, from.size(), to);
      at += to.size();
    } else {
      at += from.size();
    }
  }
}

// "One column for each example" is m columns, where m counts the examples.
void put_examples(std::string& s, const std::vector<num::Symbol>& sizes) {
  const auto m = std::find_if(sizes.begin(), sizes.end(),
                              [](const num::Symbol& size) { return size.counts_examples; });
  const std::string low = num::lower(s);
  if (m == sizes.end() || (low.find("column") == low.npos && low.find("row") == low.npos)) return;
  for (const char* const one : {"one ", "a ", "1 "})
    for (const char* const side : {"column", "row"})
      for (const char* const each : {" for each ", " for every ", " per ", " of each "})
        for (const char* const thing : {"example", "pair", "sample", "input", "image", "instance"})
          put_whole(s, std::string(one) + side + each + thing, m->text + " " + side + "s");
}

// What "=", ":" and the like part; the last is the shape, and the others are its names, or the same
// shape once more. Words may lead up to it: "I think it's".
std::vector<std::string_view> after_names(std::string_view s) {
  std::vector<std::string_view> all;
  for (const std::string_view sign :
       {"∈", ":=", "==", "=", ":", " is ", " has ", "it's ", "say "}) {
    const std::vector<std::string_view> parts = parted(s, sign);
    const bool sizes = sign == ":" || sign == "=";
    // "rows: 5, columns: 4".
    const bool sides = sizes && ((parts.size() > 2 && names_side(s)) || names_side(parts[0]));
    if (parts.size() < 2 || parts.back().empty() || sides) continue;
    all.insert(all.end(), parts.begin(), parts.end() - 1);
    s = parts.back();
  }
  all.push_back(s);
  return all;
}

bool reads(std::string_view side, const std::vector<num::Symbol>& sizes) {
  const auto parsed = num::parse(side, sizes);
  return parsed.formula && parsed.formula->labels.empty() && parsed.formula->sides.empty();
}

// "5x3" and "DaxD": the first x that leaves a size on either side.
std::vector<std::string_view> parted_by_letter(std::string_view s,
                                               const std::vector<num::Symbol>& sizes) {
  for (std::size_t at = 1; at + 1 < s.size(); ++at) {
    if (s[at] != 'x' && s[at] != 'X' && s[at] != '*') continue;
    const std::string_view left = trimmed(s.substr(0, at)), right = trimmed(s.substr(at + 1));
    if (reads(left, sizes) && reads(right, sizes)) return {left, right};
  }
  return {s};
}

void put_sides(std::string_view text, const std::vector<num::Symbol>& sizes,
               std::vector<std::string>& sides) {
  const std::string_view s = bare(text);
  for (const std::string_view separator : {"×", ",", ";", " x ", " X "}) {
    std::vector<std::string_view> parts = parted(s, separator);
    if (parts.size() == 1) continue;
    if (separator == "," && parts.back().empty()) parts.pop_back();
    for (const std::string_view part : parts)
      if (part.empty() || sides.size() > 4)
        sides.emplace_back(part);
      else
        put_sides(part, sizes, sides);
    return;
  }
  for (const std::string_view part : parted_by_letter(s, sizes)) sides.emplace_back(bare(part));
  // "[5 4]" and "ans = 5 4", as MATLAB has it.
  const std::size_t blank = s.find(' ');
  if (sides.size() != 1 || blank == s.npos) return;
  const std::string_view down = s.substr(0, blank), along = trimmed(s.substr(blank));
  const bool digits = s.find_first_not_of("0123456789 ") == s.npos;
  if ((digits || s.size() < trimmed(text).size()) && reads(down, sizes) && reads(along, sizes) &&
      along.find(' ') == along.npos)
    sides = {std::string(down), std::string(along)};
}

// A shape in one of its spellings, without a name in front.
ShapeText unnamed(std::string_view text, const std::vector<num::Symbol>& sizes) {
  // The shape of a number in NumPy and PyTorch.
  const std::string_view whole = trimmed(text);
  if (whole == "()" || whole == "[]" || whole.ends_with("([])") || whole == "0-dimensional" ||
      whole == "0-d" || whole == "0D")
    return {{"1", "1"}, ""};
  const ShapeWords said = shape_words(text);
  ShapeText shape;
  const std::string_view rest = said.rest;
  if (rest.empty() || rest == "R") {
    if (!said.rows.empty()) shape.sides.push_back(said.rows);
    if (!said.columns.empty()) shape.sides.push_back(said.columns);
    if (!shape.sides.empty()) return shape;
    if (said.scalar || rest == "R") return {{"1", "1"}, ""};
    return {{}, "A size is missing. Write rows × columns."};
  }
  if (said.scalar && rest == "1") return {{"1", "1"}, ""};
  put_sides(rest, sizes, shape.sides);
  // "one column of 5".
  if (shape.sides.size() == 1 && (!said.columns.empty() || said.column) && said.rows.empty())
    shape.sides.emplace_back(said.columns.empty() ? "1" : said.columns);
  else if (shape.sides.size() == 1 && (!said.rows.empty() || said.row) && said.columns.empty())
    shape.sides.insert(shape.sides.begin(), said.rows.empty() ? "1" : said.rows);
  else if (!said.rows.empty() && !said.columns.empty())
    shape.sides = {said.rows, said.columns};
  for (const std::string& side : shape.sides)
    if (side.empty()) return {{}, "A side is missing. Write rows × columns."};
  return shape;
}

bool has_both_sides(const ShapeText& shape, const std::vector<num::Symbol>& sizes) {
  return shape.sides.size() == 2 && reads(shape.sides[0], sizes) && reads(shape.sides[1], sizes);
}

bool has_long_word(std::string_view s) {
  constexpr std::size_t longest_name = 3;
  std::size_t letters = 0;
  for (const char c : s) {
    letters = num::is_letter(c) ? letters + 1 : 0;
    if (letters > longest_name) return true;
  }
  return false;
}

// The shape in `text`, where words, or the same once more, may stand behind it: in brackets, behind
// a comma.
ShapeText with_remarks(std::string_view text, const std::vector<num::Symbol>& sizes) {
  const std::string_view s = trimmed(text);
  const auto add = [&](ShapeText shape, std::string_view beside) {
    ShapeText other = unnamed(beside, sizes);
    if (has_both_sides(other, sizes)) shape.also.push_back(std::move(other.sides));
    return shape;
  };
  const std::size_t open = s.empty() || s.back() != ')' ? s.npos : s.rfind('(');
  if (open != s.npos && open > 0) {
    ShapeText shape = unnamed(s.substr(0, open), sizes);
    const std::string_view beside = s.substr(open + 1, s.size() - open - 2);
    const bool single = shape.sides.size() == 1 && reads(shape.sides[0], sizes);
    if (has_both_sides(shape, sizes) || (single && has_long_word(beside)))
      return add(std::move(shape), beside);
  }
  const std::vector<std::string_view> pieces = parted(s, ",");
  constexpr std::size_t most = 6;
  std::vector<ShapeText> shapes;
  for (std::size_t i = 0; pieces.size() > 1 && pieces.size() <= most && i < pieces.size(); ++i)
    shapes.push_back(unnamed(pieces[i], sizes));
  const auto complete = [&](const ShapeText& shape) { return has_both_sides(shape, sizes); };
  const auto first = std::find_if(shapes.begin(), shapes.end(), complete);
  if (first == shapes.end()) return unnamed(s, sizes);
  ShapeText shape = *first;
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    if (shapes.begin() + static_cast<std::ptrdiff_t>(k) == first || pieces[k].empty()) continue;
    if (complete(shapes[k]))
      shape.also.push_back(shapes[k].sides);
    else if (!has_long_word(pieces[k]))
      return unnamed(s, sizes);
  }
  return shape;
}

}  // namespace

ShapeText shape_text(std::string_view text, const std::vector<num::Symbol>& sizes) {
  if (text.size() > longest_shape)
    return {{}, "This is too long for a shape. Write rows × columns."};
  num::PlainText written(text);
  num::read_markup(written);
  num::read_environments(written);
  num::read_latex(written);
  std::replace(written.text.begin(), written.text.end(), '\n', ' ');
  std::string plain(trimmed(written.text));
  for (const Spelling& s : spellings) plain = lab::replaced(plain, s.written, s.plain);
  unbrace_subscripts(plain);
  take_dimension_words(plain);
  // "D a", as a subscript is copied from a page.
  for (const num::Symbol& size : sizes)
    if (const std::size_t line = size.text.find('_'); line != std::string::npos) {
      std::string apart = size.text;
      apart[line] = ' ';
      for (const char* const behind : {" ", "×", ",", ")", "}"})
        plain = lab::replaced(plain, apart + behind, size.text + behind);
    }
  put_examples(plain, sizes);
  plain = with_digits(trimmed(without_reasons(plain)));
  plain = lab::replaced(plain, " by ", "×");
  std::vector<std::string_view> statements = after_names(plain);
  ShapeText shape = with_remarks(statements.back(), sizes);
  statements.pop_back();
  // "D_a × D = 3 × 2": each has to be right.
  for (const std::string_view other : statements)
    if (ShapeText same = unnamed(other, sizes); has_both_sides(same, sizes))
      shape.also.push_back(std::move(same.sides));
  return shape;
}

}  // namespace exam
