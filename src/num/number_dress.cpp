#include "num/number_dress.h"

#include <algorithm>

#include "num/dialect.h"
#include "num/dialect_parts.h"
#include "num/markup.h"
#include "num/number_programs.h"

namespace num {
namespace {

bool is_in(char c, std::string_view signs) { return c != '\0' && signs.find(c) != signs.npos; }

// The last byte before `at` that is no blank, '\0' at the start.
char before(std::string_view s, std::size_t at) {
  while (at > 0 && s[at - 1] == ' ') --at;
  return at == 0 ? '\0' : s[at - 1];
}

// <b> and </b> are nothing, <sup>-9</sup> is ^(-9).
void take_tags(PlainText& text) {
  constexpr std::size_t longest = 40;
  for (std::size_t at = 0; (at = text.text.find('<', at)) != std::string::npos; ++at) {
    const std::string_view s = text.text;
    const std::size_t end = s.substr(0, at + longest).find('>', at);
    const std::size_t name = at + (char_at(s, at + 1) == '/' ? 2 : 1);
    if (end == s.npos || !is_letter(char_at(s, name))) continue;
    const std::string_view tag = s.substr(at + 1, end - at - 1);
    if (tag == "sup")
      text.replace(at, end + 1 - at, "^(");
    else if (tag == "/sup")
      text.replace(at, end + 1 - at, ")");
    else
      text.blank(at, end + 1 - at);
  }
}

// \( \) \[ \] and $, environments, line ends, and boxes with their braces.
void take_latex_frames(PlainText& text) {
  constexpr std::string_view boxes[] = {"boxed", "fbox", "num", "ensuremath", "underline"};
  constexpr std::string_view pairs[] = {"begin", "end", "textcolor", "color"};
  for (std::size_t at = 0; at < text.text.size(); ++at) {
    const std::string_view s = text.text;
    if (s[at] == '$') text.blank(at, 1);
    if (s[at] != '\\') continue;
    const std::string_view name = command_at(s, at);
    if (name.empty()) {
      const char sign = char_at(s, at + 1);
      if (is_in(sign, "()[]$\\")) text.blank(at, 2);
      if (is_in(sign, "%_#")) text.blank(at, 1);
      ++at;
      continue;
    }
    const std::size_t open = skip_blanks(s, at + 1 + name.size());
    const std::size_t close = char_at(s, open) == '{' ? closing_bracket(s, open) : s.npos;
    if (close == s.npos) continue;
    if (is_one_of(name, pairs)) {
      text.blank(at, close + 1 - at);
    } else if (is_one_of(name, boxes)) {
      text.blank(close, 1);
      text.blank(at, open + 1 - at);
    }
  }
}

// 5{,}52 is 5,52.
void take_braced_marks(PlainText& text) {
  for (const std::string_view mark : {"{,}", "{.}"})
    for (std::size_t at; (at = text.text.find(mark)) != std::string::npos;)
      text.replace(at, mark.size(), mark.substr(1, 1));
}

// 6.18e{-9} is 6.18e-9, as LaTeX sets what programs print.
void take_braced_exponents(PlainText& text) {
  for (std::size_t at = 0; (at = text.text.find("e{", at)) != std::string::npos; ++at) {
    const std::string_view s = text.text;
    const std::size_t close = closing_brace(s, at + 1);
    if (close == s.npos || !is_digit(before(s, at))) continue;
    const std::string_view inner = s.substr(at + 2, close - at - 2);
    if (inner.find_first_not_of("+-0123456789") != inner.npos) continue;
    text.replace(close, 1, "");
    text.replace(at + 1, 1, "");
  }
}

// Stars and lines around what is set off: "**5.52**", "Answer: *5.52*". Between two numbers a star
// multiplies.
void take_emphasis(PlainText& text) {
  for (const std::string_view mark : {"***", "**", "__", "*", "_"})
    for (std::size_t at = 0; (at = text.text.find(mark, at)) != std::string::npos; ++at) {
      const std::string_view s = text.text;
      const char left = before(s, at), first = char_at(s, at + mark.size());
      const bool begins = left == '\0' || is_in(left, "\n:=(") || (left & 0x80) != 0 ||
                          (is_letter(left) && s[at - 1] == ' ');
      if (!begins || is_in(first, " *_") || first == '\0') continue;
      const std::size_t end = s.find(mark, at + mark.size() + 1);
      if (end == s.npos || is_in(s[end - 1], " *(")) continue;
      const char next = char_at(s, skip_blanks(s, end + mark.size()));
      const bool heading = s[end - 1] == ':';  // "**Answer:** 5.52"
      if (!heading && next != '\0' && !is_in(next, "\n.,;:!?=)(") && !is_letter(next) &&
          (next & 0x80) == 0)
        continue;
      text.blank(at, mark.size());
      text.blank(end, mark.size());
    }
}

// Quotes around all of it, and the sign of a heading or list before it.
void take_ends(PlainText& text) {
  std::size_t from = text.text.find_first_not_of(' ');
  if (from == std::string::npos) return;
  std::size_t end = text.text.find_last_not_of(" .") + 1;
  if (const Quotes q = quotes_around(std::string_view(text.text).substr(from, end - from));
      !q.open.empty()) {
    text.blank(end - q.close.size(), q.close.size());
    text.blank(from, q.open.size());
  }
  from = skip_blanks(text.text, 0);
  std::size_t marks = from;
  while (char_at(text.text, marks) == '#') ++marks;
  for (const std::string_view sign : {"·", "*"})
    if (marks == from && starts(text.text, from, sign)) marks += sign.size();
  if (marks > from && char_at(text.text, marks) == ' ') text.blank(from, marks - from);
}

// "~" is "about", but between a number and its unit it is a blank.
void read_tildes(PlainText& text) {
  for (std::size_t at = 0; (at = text.text.find('~', at)) != std::string::npos; ++at) {
    const std::string_view s = text.text;
    const std::size_t next = skip_blanks(s, at + 1);
    const char left = before(s, at);
    bool unit = is_letter(char_at(s, next)) && (is_digit(left) || is_in(left, ")}"));
    for (const std::string_view function : {"ln", "log", "exp", "sqrt", "Log", "LN", "LOG"})
      unit = unit && !starts(s, next, function);
    text.replace(at, 1, unit ? " " : "≈");
  }
}

// log₂250 is log₂ 250: a figure below the line does not go on with one on it.
void part_subscripts(PlainText& text) {
  for (std::size_t at = 0; at + 3 < text.text.size(); ++at) {
    const std::string_view s = text.text;
    const bool below = s[at] == '\xe2' && s[at + 1] == '\x82' &&
                       static_cast<unsigned char>(s[at + 2]) >= 0x80 &&
                       static_cast<unsigned char>(s[at + 2]) <= 0x89;
    if (below && is_digit(s[at + 3])) text.replace(at + 3, 0, " ");
  }
}

}  // namespace

void read_dress(PlainText& text) {
  read_programs(text);
  take_tags(text);
  take_code_marks(text);
  take_latex_frames(text);
  take_braced_marks(text);
  take_emphasis(text);
  take_ends(text);
  read_tildes(text);
  part_subscripts(text);
  read_latex(text);
  take_braced_exponents(text);
}

}  // namespace num
