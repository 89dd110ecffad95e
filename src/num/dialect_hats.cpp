// Hats that stand beside their letters.
#include <algorithm>

#include "num/dialect.h"
#include "num/dialect_parts.h"

namespace num {
namespace {

// "y^ - y", but not "y^-1" and "y^2".
bool is_hat(const std::string& s, std::size_t at) {
  std::size_t hat = skip_blanks(s, at + 1);
  if (char_at(s, hat) != '^') return false;
  const bool apart = hat > at + 1;
  const std::size_t next = skip_blanks(s, hat + 1);
  const char c = char_at(s, next);
  if (c == '+' || c == '-') {
    const char then = char_at(s, skip_blanks(s, next + 1));
    return !is_digit(then) && then != '{' && then != '(' && (!apart || next > hat + 1);
  }
  return c == '\0' || std::string_view("*/)]},;=_").find(c) != std::string_view::npos ||
         s.compare(next, 2, "·") == 0 || s.compare(next, 2, "×") == 0;
}

// True where "^y" at `at` has nothing to raise it to: the hat came before its letter.
bool stands_alone(const std::string& s, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && s[before - 1] == ' ') --before;
  return (before == 0 ||
          std::string_view("+-*/([{=,").find(s[before - 1]) != std::string_view::npos) &&
         !is_letter_or_digit(char_at(s, at + 2)) && char_at(s, at + 2) != '^';
}

// What is said for a letter with a hat, and for one without.
struct Form {
  std::string_view form;
  bool hatted;
};
constexpr Form forms[] = {
    {"?-hat", true},   {"? hat", true},    {"hat(?)", true},    {"hat{?}", true},
    {"hat ?", true},   {"?_{hat}", true},  {"hat?", true},      {"?_pred", true},
    {"?pred", true},   {"?_{pred}", true}, {"?^{pred}", true},  {"?_{p}", true},
    {"?_true", false}, {"?true", false},   {"?_{true}", false}, {"?_label", false}};

}  // namespace

void read_hats(PlainText& plain, const Words& words) {
  for (const char base : {'y', 'Y', 'z'}) {
    if (words.find(std::string(1, base) + "hat").kind != Word::symbol) continue;
    const std::string hat = base == 'y' ? "ŷ" : base == 'Y' ? "Ŷ" : "ẑ";
    for (std::size_t at = 0; at < plain.text.size(); ++at) {
      const std::string& s = plain.text;
      if (at > 0 && (is_letter(s[at - 1]) || s[at - 1] == '_' || s[at - 1] == '\\')) continue;
      if (s[at] == base && !is_letter_or_digit(char_at(s, at + 1)) && is_hat(s, at)) {
        plain.replace(at, skip_blanks(s, at + 1) + 1 - at, hat);
        continue;
      }
      if (s[at] == '^' && char_at(s, at + 1) == base && stands_alone(s, at)) {
        plain.replace(at, 2, hat);
        continue;
      }
      if (s[at] != base && s[at] != 'h') continue;  // as every form begins
      for (const auto& [form, hatted] : forms) {
        std::string wanted(form);
        std::replace(wanted.begin(), wanted.end(), '?', base);
        if (s.compare(at, wanted.size(), wanted) != 0 ||
            is_letter_or_digit(char_at(s, at + wanted.size())))
          continue;
        plain.replace(at, wanted.size(), hatted ? hat : std::string(1, base));
        break;
      }
    }
  }
}

}  // namespace num
