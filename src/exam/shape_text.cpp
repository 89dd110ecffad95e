#include "exam/shape_text.h"

#include <algorithm>
#include <initializer_list>

#include "num/algebra.h"
#include "num/letters.h"
#include "num/plain_text.h"

namespace exam {
namespace {

constexpr std::size_t longest_shape = 200;

std::string_view trimmed(std::string_view s) {
  constexpr std::string_view blanks = " \t\r\n$";
  const std::size_t first = s.find_first_not_of(blanks);
  if (first == s.npos) return {};
  return s.substr(first, s.find_last_not_of(" \t\r\n$.;") - first + 1);
}

struct Spelling {
  std::string_view written, plain;
};
// In this order: what begins another spelling comes after it.
constexpr Spelling spellings[] = {
    {"\\mathbb{R}", "R"}, {"\\mathbb R", "R"},  {"\\mathbf{R}", "R"},
    {"\\mathrm{R}", "R"}, {"\\reals", "R"},     {"\\Reals", "R"},
    {"\\Re", "R"},        {"ℝ", "R"},           {"\\R^", "R^"},
    {"\\R", "R"},         {"\\left", ""},       {"\\right", ""},
    {"\\bigl", ""},       {"\\bigr", ""},       {"\\big", ""},
    {"\\times", "×"},     {"\\in ", "∈ "},      {"\\in", "∈"},
    {"\\,", " "},         {"\\;", " "},         {"\\:", " "},
    {"\\!", ""},          {"\\ ", " "},         {"~", " "},
    {"\\quad", " "},      {"\\text", ""},       {"\\mathrm", ""},
    {"\\mathbf", ""},     {"\\boldsymbol", ""}, {"\\operatorname", ""},
    {"-by-", "×"},        {" by ", "×"},        {"\\{", "{"},
    {"\\}", "}"},         {"{0,1}", "R"},       {"{0, 1}", "R"},
    {"[0,1]", "R"},       {"\\to", "→"},        {"\\colon", ":"},
    {"**", "^"},          {"{×}", "×"},         {"⨯", "×"}};

void replace_all(std::string& s, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = s.find(from, at)) != std::string::npos; at += to.size())
    s.replace(at, from.size(), to);
}

// "_{1}" is "_1", also within other braces, "D_{a_{1}}".
void unbrace_subscripts(std::string& s) {
  for (std::size_t at = 0; at + 3 < s.size(); ++at)
    if (s[at] == '_' && s[at + 1] == '{' && s[at + 3] == '}') {
      s.erase(at + 3, 1);
      s.erase(at + 1, 1);
    }
}

bool opens(char c) { return c == '(' || c == '[' || c == '{'; }
bool closes(char c) { return c == ')' || c == ']' || c == '}'; }

// `s` without pairs of brackets round everything, and without the set that it is a power of.
std::string_view bare(std::string_view s) {
  for (;;) {
    s = trimmed(s);
    if (s.size() > 1 && s[0] == 'R' && (s[1] == '^' || opens(s[1]))) {
      s.remove_prefix(s[1] == '^' ? 2 : 1);
      continue;
    }
    if (s.size() < 2 || !opens(s.front()) || !closes(s.back())) return s;
    int open = 0;
    for (std::size_t at = 0; at + 1 < s.size(); ++at) {
      open += opens(s[at]) ? 1 : closes(s[at]) ? -1 : 0;
      if (open == 0) return s;
    }
    s = s.substr(1, s.size() - 2);
  }
}

// The parts of `s` between separators outside brackets.
std::vector<std::string_view> parted(std::string_view s, std::string_view separator) {
  std::vector<std::string_view> parts;
  int open = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at < s.size(); ++at) {
    open += opens(s[at]) ? 1 : closes(s[at]) ? -1 : 0;
    if (open != 0 || s.substr(at, separator.size()) != separator) continue;
    parts.push_back(trimmed(s.substr(from, at - from)));
    from = at + separator.size();
    at = from - 1;
  }
  parts.push_back(trimmed(s.substr(from)));
  return parts;
}

// What follows the name of what has the shape: "W1 ∈", "W1:", "shape(W1) =", "W1 is".
std::string_view after_name(std::string_view s) {
  for (const std::string_view sign : {"∈", ":=", "==", "=", ":", " is ", " has "}) {
    const std::vector<std::string_view> parts = parted(s, sign);
    if (parts.size() > 1 && !parts.back().empty()) s = parts.back();
  }
  return s;
}

bool reads(std::string_view side, const std::vector<num::Symbol>& sizes) {
  const auto parsed = num::parse(side, sizes);
  return parsed.formula && parsed.formula->labels.empty();
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
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What the words beside the sizes say, and the sizes that stand before "rows" and "columns".
struct Said {
  bool scalar = false, row = false, column = false;
  std::string rows, cols;
};

// A size without what parts it from others.
std::string size_of(std::string_view s) {
  constexpr std::string_view apart = " ,;()";
  const std::size_t first = s.find_first_not_of(apart);
  if (first == s.npos) return {};
  s = s.substr(first, s.find_last_not_of(apart) + 1 - first);
  if (s.starts_with("×")) return size_of(s.substr(std::string_view("×").size()));
  return std::string(s);
}

// Takes words out of `s`.
Said take_words(std::string& s) {
  Said said;
  std::string left;
  std::size_t from = 0;  // in `left`, behind the last word that counts
  for (std::size_t at = 0; at < s.size();) {
    std::size_t end = at;
    while (end < s.size() && num::is_letter(s[end])) ++end;
    const char before = at == 0 ? ' ' : s[at - 1];
    // A letter below the line belongs to a name, and so does one that a subscript follows.
    const bool whole = end > at && before != '_' && before != '{' && num::char_at(s, end) != '_';
    const std::string word = whole ? num::lower(std::string_view(s).substr(at, end - at)) : "";
    if (is_one_of(word, {"rows", "columns", "cols"})) {
      (word == "rows" ? said.rows : said.cols) = size_of(std::string_view(left).substr(from));
      left += ' ';
      from = left.size();
    } else if (is_one_of(word, {"scalar", "number", "constant", "real"})) {
      said.scalar = true;
    } else if (is_one_of(word, {"row", "column", "col"})) {
      (word == "row" ? said.row : said.column) = true;
    } else if (!is_one_of(word,
                          {"matrix",    "array",      "tensor",      "shape", "size",   "dim",
                           "dimension", "dimensions", "dimensional", "of",    "length", "with",
                           "a",         "an",         "the",         "each",  "both",   "entries",
                           "elements",  "and",        "np",          "torch", "vector", "single",
                           "is",        "one"})) {
      end = std::max(end, at + 1);
      left += std::string_view(s).substr(at, end - at);
    }
    at = end;
  }
  for (const std::string_view empty : {"()", "( )", "[]"}) replace_all(left, empty, "");
  std::string_view rest = trimmed(left);
  while (!rest.empty() && (rest.front() == '.' || rest.front() == ',')) rest.remove_prefix(1);
  while (!rest.empty() && (rest.back() == '-' || rest.back() == ' ')) rest.remove_suffix(1);
  s = std::string(trimmed(rest));
  return said;
}

}  // namespace

ShapeText shape_text(std::string_view text, const std::vector<num::Symbol>& sizes) {
  if (text.size() > longest_shape)
    return {{}, "This is too long for a shape. Write rows × columns."};
  std::string plain(trimmed(num::plain_characters(text)));
  for (const Spelling& s : spellings) replace_all(plain, s.written, s.plain);
  unbrace_subscripts(plain);
  // What follows is said beside the shape.
  for (const std::string_view beside : {" for ", "i.e.", " where ", " since ", " because "})
    plain.resize(std::min(plain.size(), plain.find(beside)));
  std::string rest(after_name(plain));
  // The shape of a number in NumPy and PyTorch.
  if (rest == "()" || rest == "[]" || rest.ends_with("([])")) return {{"1", "1"}, ""};
  const Said said = take_words(rest);
  if (!said.rows.empty() && !said.cols.empty()) return {{said.rows, said.cols}, ""};
  if (rest.empty() || rest == "R")
    return said.scalar || rest == "R" ? ShapeText{{"1", "1"}, ""}
                                      : ShapeText{{}, "A size is missing. Write rows × columns."};
  ShapeText shape;
  put_sides(rest, sizes, shape.sides);
  if (shape.sides.size() == 1 && said.column) shape.sides.emplace_back("1");
  if (shape.sides.size() == 1 && said.row) shape.sides.insert(shape.sides.begin(), "1");
  for (const std::string& side : shape.sides)
    if (side.empty()) return {{}, "A side is missing. Write rows × columns."};
  return shape;
}

}  // namespace exam
