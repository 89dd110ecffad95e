#include "num/plain_text.h"

#include <algorithm>
#include <cstdint>

#include "num/look_alike.h"
#include "num/utf8.h"

namespace num {
namespace {

// A character of the text as it was typed; `point` is `no_character` for a byte that is no UTF-8.
struct Character {
  std::uint32_t point;
  std::size_t at, size;
};
constexpr std::uint32_t no_character = 0xffffffff;

struct Entity {
  std::string_view name;
  std::uint32_t point;
};
constexpr Entity entities[] = {
    {"lt", '<'},       {"gt", '>'},       {"amp", '&'},      {"nbsp", ' '},     {"quot", '"'},
    {"apos", '\''},    {"minus", 0x2212}, {"times", 0xd7},   {"middot", 0xb7},  {"sdot", 0x22c5},
    {"divide", 0xf7},  {"frasl", 0x2044}, {"le", 0x2264},    {"ge", 0x2265},    {"ne", 0x2260},
    {"leq", 0x2264},   {"geq", 0x2265},   {"sum", 0x2211},   {"part", 0x2202},  {"radic", 0x221a},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"prime", 0x2032}, {"asymp", 0x2248}, {"thinsp", ' '},
    {"zwnj", 0x200c},  {"shy", 0xad},     {"sup2", 0xb2}};

// The number written in `digits`, 0 where that is no character.
std::uint32_t numbered_point(std::string_view digits) {
  const bool hexadecimal = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hexadecimal) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return 0;
  std::uint32_t value = 0;
  for (const char c : digits) {
    const char low = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool letter = low >= 'a' && low <= 'f';
    if (!(low >= '0' && low <= '9') && !(hexadecimal && letter)) return 0;
    value = value * (hexadecimal ? 16 : 10) +
            static_cast<std::uint32_t>(letter ? low - 'a' + 10 : low - '0');
  }
  return utf8(value).empty() ? 0 : value;
}

// What HTML writes for a character, which may have been escaped again: "&amp;gt;". 0 bytes where
// there is none.
Character entity_at(std::string_view s, std::size_t at) {
  std::size_t from = at + 1;
  while (s.substr(from, 4) == "amp;" &&
         s.substr(from + 4).find_first_of("; &") != std::string_view::npos &&
         s[from + 4 + s.substr(from + 4).find_first_of("; &")] == ';')
    from += 4;
  constexpr std::size_t longest = 10;
  const std::size_t size = s.substr(from, longest).find(';');
  if (size == std::string_view::npos) return {0, at, 0};
  const std::string_view name = s.substr(from, size);
  const std::size_t end = from + size + 1;
  if (!name.empty() && name[0] == '#') {
    const std::uint32_t point = numbered_point(name.substr(1));
    return {point, at, point == 0 ? 0 : end - at};
  }
  for (const Entity& e : entities)
    if (name == e.name) return {e.point, at, end - at};
  return {0, at, 0};
}

Character character_at(std::string_view s, std::size_t at) {
  if (s[at] == '&')
    if (const Character entity = entity_at(s, at); entity.size > 0) return entity;
  const std::size_t length = utf8_length(s, at);
  return length == 0 ? Character{no_character, at, 1}
                     : Character{code_point(s, at, length), at, length};
}

std::vector<Character> seen_characters(std::string_view s) {
  std::vector<Character> all;
  for (std::size_t at = 0; at < s.size();) {
    const Character c = character_at(s, at);
    at += c.size;
    if (!is_unseen(c.point)) all.push_back(c);
  }
  while (!all.empty() && is_blank(all.back().point)) all.pop_back();
  const auto first =
      std::find_if(all.begin(), all.end(), [](const Character& c) { return !is_blank(c.point); });
  all.erase(all.begin(), first);
  return all;
}

// A fraction that is one character, in brackets, and a logarithm that is one; "" for any other
// character.
std::string_view spelled_out(std::uint32_t point) {
  if (point == 0x33d1) return "ln";
  if (point == 0x33d2) return "log";
  struct Fraction {
    std::uint32_t point;
    std::string_view written;
  };
  constexpr Fraction fractions[] = {{0xbc, "(1/4)"},   {0xbd, "(1/2)"},   {0xbe, "(3/4)"},
                                    {0x2150, "(1/7)"}, {0x2151, "(1/9)"}, {0x2152, "(1/10)"},
                                    {0x2153, "(1/3)"}, {0x2154, "(2/3)"}, {0x2155, "(1/5)"},
                                    {0x2156, "(2/5)"}, {0x2157, "(3/5)"}, {0x2158, "(4/5)"},
                                    {0x2159, "(1/6)"}, {0x215a, "(5/6)"}, {0x215b, "(1/8)"},
                                    {0x215c, "(3/8)"}, {0x215d, "(5/8)"}, {0x215e, "(7/8)"}};
  for (const Fraction& f : fractions)
    if (f.point == point) return f.written;
  return "";
}

// 𝟙, 𝟏 and 𝕀, which begin an indicator where a condition follows.
bool may_indicate(std::uint32_t point) {
  return point == 0x1d7d9 || point == 0x1d7cf || point == 0x1d540;
}

bool bracket_follows(const std::vector<Character>& all, std::size_t next) {
  while (next < all.size() && (is_blank(all[next].point) || all[next].point == '\\')) ++next;
  return next < all.size() &&
         std::string_view("([{_").find(static_cast<char>(std::min<std::uint32_t>(
             plain_character(all[next].point), 0x7f))) != std::string_view::npos;
}

// The end of the row of raised characters that begins at `first`; `whole` where it is a whole
// number.
std::size_t raised_end(const std::vector<Character>& all, std::size_t first, bool& whole) {
  whole = true;
  std::size_t end = first;
  for (; end < all.size(); ++end) {
    const std::uint32_t c = raised_character(all[end].point);
    if (c == 0) break;
    whole = whole && ((c >= '0' && c <= '9') || (c == '-' && end == first));
  }
  return end;
}

}  // namespace

PlainText::PlainText(std::string_view typed_text) : typed(typed_text) {
  const std::vector<Character> all = seen_characters(typed);
  const auto put = [this](std::uint32_t point, std::size_t from) {
    text += utf8(point);
    origins_.resize(text.size(), from);
  };
  for (std::size_t i = 0; i < all.size();) {
    const auto [point, at, size] = all[i];
    bool whole = true;
    const std::size_t end = raised_end(all, i, whole);
    if (!whole) {
      const bool bare = end - i == 1 || (raised_character(point) == '(' &&
                                         raised_character(all[end - 1].point) == ')');
      put('^', at);
      if (!bare) put('(', at);
      for (; i < end; ++i) put(raised_character(all[i].point), all[i].at);
      if (!bare) put(')', all[end - 1].at);
      continue;
    }
    ++i;
    const bool after_digit = !text.empty() && text.back() >= '0' && text.back() <= '9';
    if (std::string all_of_it(spelled_out(point)); !all_of_it.empty()) {
      // "1½" is the mixed number 1 1/2.
      if (after_digit && all_of_it[0] == '(')
        all_of_it = " " + all_of_it.substr(1, all_of_it.size() - 2);
      for (const char c : all_of_it) put(static_cast<unsigned char>(c), at);
    } else if (point == no_character) {
      text += typed[at];
      origins_.push_back(at);
    } else {
      put(may_indicate(point) && bracket_follows(all, i) ? point : plain_character(point), at);
    }
  }
  origins_.push_back(all.empty() ? typed.size() : all.back().at + all.back().size);
}

std::size_t PlainText::origin(std::size_t at) const { return origins_[std::min(at, text.size())]; }

void PlainText::replace(std::size_t at, std::size_t size, std::string_view with) {
  const auto first = origins_.begin() + static_cast<std::ptrdiff_t>(at);
  const std::size_t from = *first;
  origins_.insert(origins_.erase(first, first + static_cast<std::ptrdiff_t>(size)), with.size(),
                  from);
  text.replace(at, size, with);
}

void PlainText::blank(std::size_t at, std::size_t size) {
  std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), size, ' ');
}

std::string PlainText::quoted(std::size_t at, std::size_t size) const {
  const std::size_t end = origin(at + size);
  std::string quote;
  for (std::size_t from = origin(at); from < end;) {
    const Character c = character_at(typed, from);
    if (!is_unseen(c.point)) quote += typed.substr(from, c.size);
    from += c.size;
  }
  return quote;
}

std::string plain_characters(std::string_view typed) { return PlainText(typed).text; }

bool is_blank(std::string_view typed) {
  for (std::size_t at = 0; at < typed.size();) {
    if (typed[at] == ' ') {
      ++at;
      continue;
    }
    const Character c = character_at(typed, at);
    if (!is_blank(c.point) && !is_unseen(c.point)) return false;
    at += c.size;
  }
  return true;
}

std::string character_name(std::string_view text, std::size_t at) {
  const std::size_t length = utf8_length(text, at);
  if (length > 0) return character_name(code_point(text, at, length));
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(text[at]);
  return std::string("the byte ") + digits[byte >> 4] + digits[byte & 15] + " (no UTF-8)";
}

}  // namespace num
