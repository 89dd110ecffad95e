#include "num/algebra.h"

#include "num/formula_parser.h"
#include "num/letters.h"
#include "num/plain_text.h"

namespace num {
namespace {

bool is_relation(std::string_view text, std::size_t at) {
  const char before = at > 0 ? text[at - 1] : ' ', after = char_at(text, at + 1);
  return before == '<' || before == '>' || before == '!' || before == '=' || after == '=';
}

// The place after the last "=" outside brackets; what stands before each is a label.
std::size_t after_labels(std::string_view text, std::vector<std::string>& labels) {
  int open = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '(' || c == '[' || c == '{') ++open;
    if (c == ')' || c == ']' || c == '}') --open;
    if (c != '=' || open != 0 || is_relation(text, at)) continue;
    if (plain_label(text.substr(from, at - from)).empty() && from > 0) break;
    labels.push_back(plain_label(text.substr(from, at - from)));
    from = at + 1;
  }
  return from;
}

// "(elementwise)" and its like say that a product goes entry by entry; blanks take their place.
bool take_word(std::string& text) {
  for (const char* word : {"elementwise", "element-wise", "element wise", "entrywise", "entry-wise",
                           "componentwise", "entry by entry"}) {
    std::size_t at = lower(text).find(word);
    if (at == std::string::npos) continue;
    std::size_t end = at + std::string_view(word).size();
    if (at > 0 && text[at - 1] == '(' && char_at(text, end) == ')') {
      --at;
      ++end;
    }
    std::size_t comma = at;
    while (comma > 0 && text[comma - 1] == ' ') --comma;
    if (comma > 0 && text[comma - 1] == ',') at = comma - 1;
    text.replace(at, end - at, std::string(end - at, ' '));
    return true;
  }
  return false;
}

}  // namespace

Parsed parse(std::string_view text, const std::vector<Symbol>& symbols) {
  std::string names;
  for (const Symbol& s : symbols) names += (names.empty() ? "" : ", ") + s.text;
  if (auto fault = too_long(text)) return {{}, *std::move(fault)};
  PlainText written(text);
  for (char& c : written.text)
    if (c == '\n') c = ' ';
  const bool elementwise = take_word(written.text);
  std::vector<std::string> labels;
  const std::size_t from = after_labels(written.text, labels);
  Parsed parsed = parse_formula(written, from, Words(symbols), names);
  if (parsed.formula) {
    parsed.formula->labels = std::move(labels);
    parsed.formula->elementwise = parsed.formula->elementwise || elementwise;
  }
  return parsed;
}

std::string shape(const Matrix& m) { return std::to_string(m.rows) + "×" + std::to_string(m.cols); }

std::string plain_label(std::string_view text) {
  std::string tidy = plain_characters(text);
  for (std::string_view gone : {"\\left", "\\right", "\\frac", "\\dfrac", "^{(i)}", "^(i)"})
    for (std::size_t at; (at = tidy.find(gone)) != std::string::npos;) tidy.erase(at, gone.size());
  for (std::size_t at; (at = tidy.find("}{")) != std::string::npos;) tidy.replace(at, 2, "/");
  std::string label;
  for (std::size_t at = 0; at < tidy.size();) {
    const Letter l = letter_at(tidy, at);
    if (l.kind != Letter::none) {
      label += l.key;
      at += l.size;
      continue;
    }
    if (std::string_view(" \t{}()_$").find(tidy[at]) == std::string_view::npos) label += tidy[at];
    ++at;
  }
  return label;
}

}  // namespace num
