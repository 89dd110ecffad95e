#include "num/algebra.h"

#include <algorithm>

#include "num/dialect.h"
#include "num/formula_parser.h"
#include "num/letters.h"
#include "num/markup.h"
#include "num/plain_text.h"
#include "num/quantity.h"

namespace num {
namespace {

bool is_relation(std::string_view text, std::size_t at) {
  const char before = at > 0 ? text[at - 1] : ' ', after = char_at(text, at + 1);
  return before == '<' || before == '>' || before == '!' || before == '=' || after == '=';
}

// Calls `found(at)` for every byte outside brackets; `found` says how many bytes to step over.
template <class Found>
void outside_brackets(std::string_view text, std::size_t from, Found found) {
  int open = 0;
  for (std::size_t at = from; at < text.size();) {
    const char c = text[at];
    open += deeper(c);
    at += open == 0 ? std::max<std::size_t>(found(at), 1) : 1;
  }
}

// "δ1: (ŷ − y)/m" names what it gives, too.
bool is_equals(std::string_view text, std::size_t at) {
  if (text[at] == ':') return char_at(text, at + 1) != '=';
  if (text[at] != '=' || is_relation(text, at)) return false;
  // "sum_i=1^m" begins a sum there.
  std::size_t index = at;
  while (index > 0 && text[index - 1] == ' ') --index;
  const std::size_t line = text.substr(0, index).rfind('_');
  if (line == text.npos || text.substr(line + 1, index - line - 1).find(' ') != text.npos)
    return true;
  const std::string_view before = text.substr(0, line);
  for (const std::string_view sign : {"sum", "Σ", "∑", "prod", "Π", "∏"})
    if (before.ends_with(sign)) return false;
  return true;
}

// Where the last of several statements begins: "∂L/∂z = y − ŷ, so ∂J/∂z = …" has two.
std::size_t last_statement(std::string_view text) {
  std::size_t from = 0, comma = 0;
  bool commas = false;
  outside_brackets(text, 0, [&](std::size_t at) -> std::size_t {
    for (const std::string_view arrow :
         {"⇒", "→", "⟹", "=>", "\\Rightarrow", "\\implies", "\\Longrightarrow", "∴", "\\therefore"})
      if (text.substr(at, arrow.size()) == arrow) {
        from = at + arrow.size();
        commas = false;
        return arrow.size();
      }
    if (text[at] == ',' || text[at] == ';') {
      comma = at + 1;
      commas = true;
    } else if (commas && is_equals(text, at)) {
      from = comma;
      commas = false;
    }
    return 1;
  });
  // "so ∂J/∂z3 = …" is about ∂J/∂z3.
  for (const std::string_view word : {"so", "hence", "thus", "therefore", "then", "and"}) {
    std::size_t at = from;
    while (char_at(text, at) == ' ') ++at;
    if (from > 0 && text.substr(at, word.size()) == word && char_at(text, at + word.size()) == ' ')
      from = at + word.size();
  }
  return from;
}

// The places where the sides of an equation begin, and the end of the last.
std::vector<std::size_t> sides_of(std::string_view text, std::size_t from) {
  std::vector<std::size_t> begins = {from};
  outside_brackets(text, from, [&](std::size_t at) -> std::size_t {
    if (is_equals(text, at)) begins.push_back(at + 1);
    return 1;
  });
  begins.push_back(text.size() + 1);
  return begins;
}

// "z3'" beside "=" is a derivative of the number z3, not its transpose.
bool is_slope_mark(const Formula& f, const std::vector<Symbol>& symbols) {
  const Node& n = f.node(f.root);
  if (n.op != Op::transpose || f.node(n.parts[0]).op != Op::symbol) return false;
  const Symbol& s = symbols[static_cast<std::size_t>(f.node(n.parts[0]).which)];
  return s.rows == 1 && s.cols == 1;
}

bool ends_in_number(std::string_view label) {
  return label.size() > 1 && is_letter(label[0]) && is_digit(label.back());
}

}  // namespace

Parsed parse(std::string_view text, const std::vector<Symbol>& symbols) {
  std::string names;
  for (const Symbol& s : symbols)
    if (!s.aside) names += (names.empty() ? "" : ", ") + s.text;
  if (auto fault = too_long(text)) return {{}, *std::move(fault)};
  PlainText written(text);
  const Words words(symbols);
  read_markup(written);
  for (char& c : written.text)
    if (c == '\n') c = ' ';
  read_environments(written);
  read_latex(written);
  read_code(written);
  read_derivatives(written, symbols);
  read_indicators(written);
  read_examples(written, words);
  read_logarithms(written);
  read_spoken_sums(written);
  const bool elementwise = read_words(written, words);
  if (auto fault = read_spoken(written)) return {{}, *std::move(fault)};
  read_ratios(written, words);
  const std::string_view all = written.text;
  const std::vector<std::size_t> begins = sides_of(all, last_statement(all));
  Parsed parsed;
  std::vector<std::string> labels;
  std::vector<Formula> sides;
  // From behind: the last side that is a formula counts. What follows it has to be a name.
  for (std::size_t k = begins.size() - 1; k-- > 0;) {
    const std::size_t from = begins[k], end = begins[k + 1] - 1;
    Parsed side = parse_formula(written, from, words, names, end);
    const std::string label = plain_label(all.substr(from, end - from));
    if (!side.formula) {
      if (!parsed.formula && parsed.fault.sentence.empty()) parsed.fault = side.fault;
      if (!parsed.formula && !derivative(label) && !ends_in_number(label)) return parsed;
      if (!label.empty()) labels.insert(labels.begin(), label);
    } else if (!parsed.formula) {
      parsed = std::move(side);
    } else if (!is_slope_mark(*side.formula, symbols)) {
      side.formula->name = label;
      sides.insert(sides.begin(), std::move(*side.formula));
    }
  }
  if (!parsed.formula) return parsed;
  parsed.formula->labels = std::move(labels);
  parsed.formula->sides = std::move(sides);
  parsed.formula->elementwise = parsed.formula->elementwise || elementwise;
  return parsed;
}

namespace {

// What a side of this length is called: by its number where no name, or more than one, is known.
std::string side(int length, const std::vector<Symbol>& symbols) {
  std::string name;
  for (const Symbol& s : symbols)
    for (std::size_t i = 0; i < s.sides.size(); ++i) {
      if (s.sides[i].empty() || (i == 0 ? s.rows : s.cols) != length || s.sides[i] == name)
        continue;
      if (!name.empty()) return std::to_string(length);
      name = s.sides[i];
    }
  return name.empty() ? std::to_string(length) : name;
}

}  // namespace

std::string shape(const Matrix& m, const std::vector<Symbol>& symbols) {
  return side(m.rows, symbols) + "×" + side(m.cols, symbols);
}

}  // namespace num
