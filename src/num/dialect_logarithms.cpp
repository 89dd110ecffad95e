// Logarithms that are said in words: their names, and their bases before and behind what they are
// of.
#include <optional>

#include "num/dialect.h"
#include "num/dialect_parts.h"
#include "num/numerals.h"

namespace num {
namespace {

// What a logarithm is called, the longest name first where one begins another.
struct Name {
  std::string_view word, plain;
};
constexpr auto names = word_table<Name>({{"natural logarithm", "ln"},
                                         {"natural log", "ln"},
                                         {"logarithmus naturalis", "ln"},
                                         {"natürlicher logarithmus", "ln"},
                                         {"logarithme naturel", "ln"},
                                         {"logarithme népérien", "ln"},
                                         {"logaritmo natural", "ln"},
                                         {"binary logarithm", "log2"},
                                         {"binary log", "log2"},
                                         {"common logarithm", "log10"},
                                         {"common log", "log10"},
                                         {"logarithmus", "log"},
                                         {"logarithme", "log"},
                                         {"logarithm", "log"},
                                         {"logaritmo", "log"}});

// A logarithm is of something: "(natural log)" is a remark.
bool applies(std::string_view s, std::size_t end) {
  const char next = char_at(s, skip_blanks(s, end));
  return next != '\0' && next != ')' && next != '\n';
}

void read_names(PlainText& text) {
  for (std::size_t at = 0; at < text.text.size(); ++at) {
    if (!is_letter(text.text[at]) || (at > 0 && is_part_of_word(text.text[at - 1]))) continue;
    const std::string_view s = text.text;
    const Name* name = names.in_any_case_at(s, at, [&](const Name& n) {
      const std::size_t end = at + n.word.size();
      return !is_part_of_word(char_at(s, end)) && applies(s, end);
    });
    if (name) text.replace(at, name->word.size(), name->plain);
  }
}

// The word that ends before byte `end`, blanks skipped.
std::string_view word_before(std::string_view s, std::size_t end) {
  while (end > 0 && s[end - 1] == ' ') --end;
  std::size_t from = end;
  while (from > 0 && is_letter(s[from - 1])) --from;
  return s.substr(from, end - from);
}

bool is_log(std::string_view word) { return lower(word) == "log" || lower(word) == "ln"; }

// What is said of a base, "to the base 2": the bytes [from, end) with its brackets and commas.
struct Phrase {
  std::size_t from, end;
  std::string base;
};

// The phrase about the word for a base that stands at [at, end); nothing where no base follows.
std::optional<Phrase> phrase_at(std::string_view s, std::size_t at, std::size_t end) {
  while (char_at(s, end) == ' ' || char_at(s, end) == '-' || char_at(s, end) == '=') ++end;
  const std::size_t first = end;
  while (is_letter_or_digit(char_at(s, end))) ++end;
  std::string base(s.substr(first, end - first));
  if (const std::string digits = numeral(base); !digits.empty()) base = digits;
  if (base.empty() || (base.size() > 1 && !std::all_of(base.begin(), base.end(), is_digit)))
    return std::nullopt;
  constexpr std::string_view lead[] = {"to",  "in",  "with", "at", "the", "a",
                                       "zur", "mit", "der",  "en", "la"};
  for (std::string_view word = word_before(s, at); is_one_of(lower(word), lead);
       word = word_before(s, at))
    at = static_cast<std::size_t>(word.data() - s.data());
  while (at > 0 && s[at - 1] == ' ') --at;
  const char sign = at > 0 ? s[at - 1] : '\0';
  if (sign == '(' && char_at(s, skip_blanks(s, end)) == ')') {
    --at;
    end = skip_blanks(s, end) + 1;
  } else if (sign == ',' || sign == '-') {
    --at;
    if (sign == ',' && char_at(s, end) == ',') ++end;
  }
  return Phrase{at, end, base};
}

// The end of the last "log" before `at`, outside brackets that are closed there, that has no base.
std::size_t log_before(std::string_view s, std::size_t at) {
  int open = 0;
  for (std::size_t end = at; end > 0; --end) {
    const char c = s[end - 1];
    open -= deeper(c);
    if (open < 0 || c == '\n') return none;
    const std::string_view word = word_before(s, end);
    if (open == 0 && is_letter(c) && !is_letter(char_at(s, end)) && lower(word) == "log")
      return char_at(s, end) == '_' ? none : end;
  }
  return none;
}

// "log base 2 of 250", "base-2 log of 250" and "log 250 (base 2)" are log_{2} of 250.
void read_bases(PlainText& text) {
  for (const std::string_view noun : {"base", "basis"})
    for (std::size_t at = 0; (at = lower(text.text).find(noun, at)) != none; ++at) {
      const std::string_view s = text.text;
      const std::size_t end = at + noun.size();
      if ((at > 0 && is_part_of_word(s[at - 1])) || is_letter(char_at(s, end))) continue;
      const auto phrase = phrase_at(s, at, end);
      if (!phrase) continue;
      const std::string subscript = "_{" + phrase->base + "} ";
      const std::string_view before = word_before(s, phrase->from);
      const std::size_t next = skip_blanks(s, phrase->end);
      std::size_t behind = next + (char_at(s, next) == '-' ? 1 : 0);
      const std::size_t name = behind;
      while (is_letter(char_at(s, behind))) ++behind;
      if (is_log(before) && applies(s, phrase->end)) {
        const auto from = static_cast<std::size_t>(before.data() - s.data());
        text.replace(from, phrase->end - from, "log" + subscript);
      } else if (!is_log(before) && is_log(s.substr(name, behind - name))) {
        text.replace(phrase->from, behind - phrase->from, " log" + subscript);
      } else if (const std::size_t log = log_before(s, phrase->from); log != none) {
        text.blank(phrase->from, phrase->end - phrase->from);
        text.replace(log, 0, subscript);
      }
    }
}

}  // namespace

void read_logarithms(PlainText& text) {
  const std::string low = lower(text.text);
  if (low.find("log") == none) return;
  read_names(text);
  read_bases(text);
}

}  // namespace num
