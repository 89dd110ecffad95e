#include "num/scanner.h"

#include <cmath>
#include <cstdlib>

namespace num {
namespace {

// Characters beyond ASCII and what they are read as; a blank is skipped.
struct Alias {
  std::string_view utf8;
  char sign;
};
constexpr Alias aliases[] = {{"\u2212", '-'},         {"\u2013", '-'},        {"\u00b7", '*'},
                             {"\u22c5", '*'},         {"\u00d7", '*'},        {"\u00f7", '/'},
                             {"\u00a0", ' '},         {"\u2009", ' '},        {"\u202f", ' '},
                             {"\u221a", Token::root}, {"\u03c0", Token::word}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

const Alias* alias_at(std::string_view text, std::size_t at) {
  for (const Alias& alias : aliases)
    if (text.substr(at, alias.utf8.size()) == alias.utf8) return &alias;
  return nullptr;
}

// An exponent's value and its bytes, both 0 where none stands at `at`.
struct Exponent {
  int value = 0;
  std::size_t size = 0;
};
Exponent exponent_at(std::string_view text, std::size_t at) {
  if (lower(char_at(text, at)) != 'e') return {};
  std::size_t next = at + 1;
  bool negative = false;
  if (const char c = char_at(text, next); c == '-' || c == '+') {
    negative = c == '-';
    ++next;
  } else if (next < text.size()) {
    const Alias* alias = alias_at(text, next);
    negative = alias && alias->sign == '-';
    if (negative) next += alias->utf8.size();
  }
  if (!is_digit(char_at(text, next))) return {};
  int value = 0;
  for (; is_digit(char_at(text, next)); ++next)
    if (value < 10000) value = 10 * value + (text[next] - '0');
  return {negative ? -value : value, next - at};
}

Token number_at(std::string_view text, std::size_t start) {
  Token token{Token::number, start, 0, 0, "", ""};
  const auto refuse = [&token](const char* why) {
    token.sign = Token::unreadable;
    token.error = why;
    return token;
  };
  // The digits without their point: so no locale has a say in how they are read.
  std::string digits;
  int shift = 0;
  bool point = false;
  std::size_t at = start;
  for (; is_digit(char_at(text, at)) || char_at(text, at) == '.' || char_at(text, at) == ',';
       ++at) {
    if (is_digit(text[at])) {
      digits += text[at];
      shift -= point;
    } else if (point) {
      token.at = at;
      return refuse("a number has one decimal point; leave out what separates thousands.");
    } else {
      point = true;
    }
  }
  if (digits.empty()) return refuse("a decimal point needs a digit beside it.");
  const Exponent exponent = exponent_at(text, at);
  digits += 'e' + std::to_string(shift + exponent.value);
  token.size = at + exponent.size - start;
  token.value = std::strtod(digits.c_str(), nullptr);
  return std::isfinite(token.value) ? token : refuse("this number is too large to hold.");
}

Token word_at(std::string_view text, std::size_t start) {
  std::string name, digits;
  std::size_t at = start;
  for (; is_letter(char_at(text, at)); ++at) name += lower(text[at]);
  for (; is_digit(char_at(text, at)); ++at) digits += text[at];
  if (name == "log" && (digits == "2" || digits == "10")) name += digits;
  return {Token::word, start, name.size(), 0, name, ""};
}

// The character is quoted only where it is sure to be text.
Token unreadable_at(std::string_view text, std::size_t start) {
  std::size_t size = 1;
  while (continues_character(char_at(text, start + size))) ++size;
  const char c = text[start];
  std::string name = "this character";
  if (c > ' ' && c < 127) name = {'"', c, '"'};
  return {Token::unreadable, start, size, 0, "", name + " has no meaning in a calculation."};
}

}  // namespace

Token token_at(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char c = text[at];
    if (is_digit(c) || c == '.' || c == ',') return number_at(text, at);
    if (is_letter(c)) return word_at(text, at);
    if (text.substr(at, 2) == "**") return {'^', at, 2, 0, "**", ""};
    if (std::string_view("+-*/^()").find(c) != std::string_view::npos)
      return {c, at, 1, 0, std::string(1, c), ""};
    const Alias* alias = alias_at(text, at);
    const bool blank = c == ' ' || c == '\t' || (alias && alias->sign == ' ');
    const std::size_t size = alias ? alias->utf8.size() : 1;
    if (!blank && !alias) return unreadable_at(text, at);
    if (!blank && alias->sign == Token::word) return {Token::word, at, size, 0, "pi", ""};
    if (!blank) return {alias->sign, at, size, 0, std::string(alias->utf8), ""};
    at += size;
  }
  return {Token::end, text.size(), 0, 0, "", ""};
}

}  // namespace num
