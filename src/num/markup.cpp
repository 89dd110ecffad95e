#include "num/markup.h"

#include <algorithm>

#include "num/dialect_parts.h"

namespace num {
namespace {

void erase(PlainText& text, std::size_t at, std::size_t size) { text.replace(at, size, ""); }

bool is_gap(char c) { return c == ' ' || c == '\n' || c == '\0'; }

void trim(PlainText& text) {
  while (!text.text.empty() && is_gap(text.text.back())) erase(text, text.text.size() - 1, 1);
  while (!text.text.empty() && is_gap(text.text.front())) erase(text, 0, 1);
}

// Emphasis that begins the text, and emphasis that ends it. Neither mark is a sign there.
void unstress(PlainText& text) {
  const auto ends = [](char c) { return is_gap(c) || c == '=' || c == ':' || c == '.'; };
  for (const std::string_view mark : {"***", "**", "__", "*", "_"}) {
    const std::string_view s = text.text;
    if (s.starts_with(mark) && !is_gap(char_at(s, mark.size()))) {
      std::size_t end = s.find(mark, mark.size());
      while (end != none && !ends(char_at(s, end + mark.size()))) end = s.find(mark, end + 1);
      if (end != none) {
        erase(text, end, mark.size());
        erase(text, 0, mark.size());
        trim(text);
        continue;
      }
    }
    if (!s.ends_with(mark) || s.size() < 2 * mark.size() + 1) continue;
    std::size_t open = s.rfind(mark, s.size() - mark.size() - 1);
    while (open != none && open > 0 && !ends(s[open - 1])) open = s.rfind(mark, open - 1);
    if (open == none) continue;
    erase(text, s.size() - mark.size(), mark.size());
    erase(text, open, mark.size());
  }
}

void unquote(PlainText& text) {
  const std::string_view s = text.text;
  const auto [open, close] = quotes_around(s);
  if (open.empty()) return;
  // A prime within may be that of a name.
  if (s.substr(open.size(), s.size() - open.size() - close.size()).find(open) != none) return;
  erase(text, s.size() - close.size(), close.size());
  erase(text, 0, open.size());
  trim(text);
}

void read_tags(PlainText& text) {
  struct Tag {
    std::string_view tag, plain;
  };
  constexpr Tag tags[] = {{"<sub>", "_{"}, {"</sub>", "}"}, {"<sup>", "^{"},  {"</sup>", "}"},
                          {"<b>", ""},     {"</b>", ""},    {"<i>", ""},      {"</i>", ""},
                          {"<em>", ""},    {"</em>", ""},   {"<strong>", ""}, {"</strong>", ""},
                          {"<code>", ""},  {"</code>", ""}, {"<p>", ""},      {"</p>", ""},
                          {"<br>", "\n"},  {"<br/>", "\n"}, {"<br />", "\n"}, {"<var>", ""},
                          {"</var>", ""},  {"<math>", ""},  {"</math>", ""},  {"<div>", ""},
                          {"</div>", ""},  {"<span>", ""},  {"</span>", ""},  {"<pre>", ""},
                          {"</pre>", ""},  {"\\_", "_"},    {"\\*", "*"}};
  for (const auto& [tag, plain] : tags)
    for (std::size_t at = 0; (at = text.text.find(tag, at)) != none; at += plain.size())
      text.replace(at, tag.size(), plain);
}

// A row of at least two words.
bool is_prose(std::string_view s) {
  const std::size_t first = s.find_first_not_of(' ');
  if (first == none) return false;
  const std::size_t blank = s.find(' ', first);
  return blank != none && s.find_first_not_of(' ', blank) != none;
}

void uncomment(PlainText& text) {
  for (std::size_t at = 0; at < text.text.size(); ++at) {
    const std::string_view s = text.text;
    const std::size_t end = std::min(s.find('\n', at), s.size());
    const bool apart = at == 0 || is_gap(s[at - 1]) || s[at - 1] == ';';
    const bool slashes = s.substr(at, 2) == "//" && is_gap(char_at(s, at + 2));
    const bool percent = s[at] == '%' && is_prose(s.substr(at + 1, end - at - 1));
    if (s[at] == '#' ? at > 0 && s[at - 1] != '\\' : apart && (slashes || percent))
      erase(text, at, end - at);
  }
}

// "y ̂" is "ŷ", as Word has it when a formula becomes text.
void join_accents(PlainText& text) {
  for (const std::string_view accent : {"\u0302", "\u0303", "\u0304"})
    for (std::size_t at = 0; (at = text.text.find(accent, at)) != none;) {
      std::size_t from = at;
      while (from > 0 && text.text[from - 1] == ' ') --from;
      if (from > 0 && is_letter(text.text[from - 1])) {
        erase(text, from, at - from);
        at = from;
      }
      at += accent.size();
    }
}

}  // namespace

CodeMark code_mark(std::string_view s, std::size_t from) {
  const std::size_t at = s.find('`', from);
  if (at == none) return {};
  std::size_t end = at;
  while (char_at(s, end) == '`') ++end;
  if (end - at >= 3) {
    std::size_t word = end;
    while (is_letter_or_digit(char_at(s, word))) ++word;
    if (char_at(s, word) == '\n') end = word;
  }
  return {at, end - at};
}

void take_code_marks(PlainText& text) {
  for (CodeMark m = code_mark(text.text, 0); m.size > 0; m = code_mark(text.text, m.at))
    text.blank(m.at, m.size);
}

Quotes quotes_around(std::string_view s) {
  constexpr Quotes pairs[] = {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"„", "“"}, {"„", "”"},
                              {"”", "”"},   {"«", "»"}, {"»", "«"}, {"‹", "›"}};
  for (const Quotes& pair : pairs)
    if (s.size() > pair.open.size() + pair.close.size() && s.starts_with(pair.open) &&
        s.ends_with(pair.close))
      return pair;
  return {};
}

void read_markup(PlainText& text) {
  const std::string_view s = text.text;
  if (s.find_first_of("`>*_\"'<#%\\/\xc2\xcc\xe2") == none) return;
  take_code_marks(text);
  trim(text);
  read_tags(text);
  join_accents(text);
  uncomment(text);
  trim(text);
  // Before a digit it is no quoted line: "> 0" says of what is asked that it is positive.
  const bool quoted_line = !is_digit(char_at(text.text, 2));
  for (const std::string_view bullet : {"* ", "· ", "> "})
    if (text.text.starts_with(bullet) && (bullet != "> " || quoted_line))
      erase(text, 0, bullet.size());
  unquote(text);
  unstress(text);
}

}  // namespace num
