// Signs that are said in words: "yhat minus y", "one over m", "W2 transposed".
#include <optional>

#include "num/dialect.h"
#include "num/dialect_parts.h"
#include "num/numerals.h"

namespace num {
namespace {

// What a word does with what stands beside it.
enum class Effect : std::uint8_t { joins, multiplies, divides, adds };

struct Spoken {
  std::string_view word, sign;
  Effect effect = Effect::joins;
};
// In this order: what begins another comes after it.
constexpr auto spoken = word_table<Spoken>({{"is greater than or equal to", "≥"},
                                            {"greater than or equal to", "≥"},
                                            {"is less than or equal to", "≤"},
                                            {"less than or equal to", "≤"},
                                            {"is greater than", ">"},
                                            {"greater than", ">"},
                                            {"is larger than", ">"},
                                            {"larger than", ">"},
                                            {"bigger than", ">"},
                                            {"is less than", "<"},
                                            {"less than", "<"},
                                            {"smaller than", "<"},
                                            {"is positive", "> 0"},
                                            {"positive", "> 0"},
                                            {"is above", ">"},
                                            {"above", ">"},
                                            {"below", "<"},
                                            {"is equal to", "="},
                                            {"equal to", "="},
                                            {"equals", "="},
                                            {"multiplied by", "·", Effect::multiplies},
                                            {"multiplied with", "·", Effect::multiplies},
                                            {"times", "·", Effect::multiplies},
                                            {"divided by", "/", Effect::divides},
                                            {"over", "/", Effect::divides},
                                            {"plus", "+", Effect::adds},
                                            {"minus", "-", Effect::adds},
                                            {"to the power of", "^"},
                                            {"to the power", "^"},
                                            {"squared", "^2"},
                                            {"the transpose of", "transpose "},
                                            {"transpose of", "transpose "},
                                            {"transposed", "ᵀ"},
                                            {"the diagonal matrix of", "diag "},
                                            {"diagonal matrix of", "diag "},
                                            {"the negative of", "-"}});

bool is_word(std::string_view s, std::size_t at, std::string_view word) {
  const char before = at == 0 ? ' ' : s[at - 1], behind = char_at(s, at + word.size());
  return !is_letter_or_digit(before) && before != '_' && before != '\\' && before != '.' &&
         !is_letter_or_digit(behind) && behind != '_' && behind != '\'' && behind != '(';
}

// Where words have been replaced: the places of the signs in the new text.
struct Said {
  std::size_t at;
  Effect effect;
  std::string_view words;
};

// Which brackets byte `at` stands within: the place of the innermost that is open there.
std::size_t bracket_of(std::string_view s, std::size_t at) {
  int open = 0;
  while (at-- > 0) {
    const char c = s[at];
    open -= deeper(c);
    if (open < 0) return at;
    if (open == 0 && (c == '=' || c == ',' || c == '<' || c == '>')) return at;
  }
  return none;
}

// True where a sum stands beside `at` within the same brackets: before it, or behind it.
bool beside_sum(std::string_view s, std::size_t at, bool behind) {
  const std::size_t bracket = bracket_of(s, at);
  std::size_t from = bracket == none ? 0 : bracket + 1;
  if (behind) from = at + 1;
  const std::size_t end = behind ? s.size() : at;
  int open = 0;
  bool value = false;  // a sign before any value is no sum's
  for (std::size_t next = from; next < end; ++next) {
    const char c = s[next];
    if (closes(c)) {
      if (--open < 0) return false;
    } else if (opens(c)) {
      ++open;
    } else if (open == 0 && (c == '+' || c == '-')) {
      if (value) return true;
    } else if (open == 0 && (c == '=' || c == ',')) {
      return false;
    } else if (c != ' ') {
      value = c != '*' && c != '/' && c != '^';
      continue;
    }
    if (c != ' ' && c != '+' && c != '-') value = true;
  }
  return false;
}

// "W2 transpose" turns what stands before it, where nothing stands behind it.
void read_transpose(PlainText& text) {
  constexpr std::string_view word = "transpose";
  for (std::size_t at = 0; (at = lower(text.text).find(word, at)) != none; ++at) {
    if (!is_word(text.text, at, word) || at == 0) continue;
    std::size_t before = at;
    while (before > 0 && text.text[before - 1] == ' ') --before;
    const char name = before > 0 ? text.text[before - 1] : ' ';
    const char behind = char_at(text.text, skip_blanks(text.text, at + word.size()));
    if (!(is_letter_or_digit(name) || name == ')' || name == '}' || name == ']' || name == '\'') ||
        is_letter_or_digit(behind) || behind == '(' || behind == '[')
      continue;
    text.replace(at, word.size(), "ᵀ");
  }
}

}  // namespace

std::optional<Fault> read_spoken(PlainText& text) {
  std::vector<Said> said;
  bool any = false;
  for (std::size_t at = 0; at < text.text.size(); ++at) {
    if (!is_letter(text.text[at])) continue;
    if (const Spoken* found = spoken.in_any_case_at(
            text.text, at, [&](const Spoken& s) { return is_word(text.text, at, s.word); })) {
      if (found->effect != Effect::joins) said.push_back({at, found->effect, found->word});
      text.replace(at, found->word.size(), found->sign);
      at += found->sign.size() - 1;
      any = true;
    }
    std::size_t end = at;
    while (is_letter(char_at(text.text, end))) ++end;
    const std::string_view word = std::string_view(text.text).substr(at, end - at);
    const std::string figure = numeral(word);
    if (!figure.empty() && is_word(text.text, at, word)) {
      text.replace(at, word.size(), figure);
      any = true;
      end = at + figure.size();
    }
    if (end > at) at = end - 1;
  }
  if (any)
    for (const std::string_view turned : {"(ᵀ)", "( ᵀ )"})
      for (std::size_t at; (at = text.text.find(turned)) != none;)
        text.replace(at, turned.size(), "ᵀ");
  read_transpose(text);
  // Who speaks has no brackets: "yhat minus y over m" may divide all of it.
  bool sums = false;
  for (const Said& s : said) sums = sums || s.effect == Effect::adds;
  for (const Said& s : said) {
    const bool open = (s.effect == Effect::divides && beside_sum(text.text, s.at, false)) ||
                      (s.effect == Effect::multiplies && sums && beside_sum(text.text, s.at, true));
    if (!open) continue;
    const std::size_t from = text.origin(s.at);
    return Fault{placed(text.typed, from,
                        "in words it stays open how far “" + std::string(s.words) +
                            "” reaches. Put brackets round what belongs together."),
                 from};
  }
  return std::nullopt;
}

void read_ratios(PlainText& text, const Words& words) {
  int open = 0;
  std::size_t side = 0;  // where the side of "=" begins that is looked at
  for (std::size_t at = 0; at < text.text.size(); ++at) {
    const std::string_view s = text.text;
    const char c = s[at];
    open += deeper(c);
    if (c == '=' || c == ',') side = at + 1;
    // An arrow to the left gives a value to the name before it.
    if (c == '<' && open == 0 && s.substr(at, 3) == "<- ") text.replace(at, 2, "=");
    if (c != ':' || char_at(s, at + 1) == '=' || at == 0) continue;
    const std::string_view before = s.substr(side, at - side);
    const std::size_t first = before.find_first_not_of(' ');
    const std::size_t last = before.find_last_not_of(' ');
    const std::size_t next = skip_blanks(s, at + 1);
    if (first == none || next >= s.size() || s[next] == ')' || s[next] == ']') continue;
    const std::string_view name = before.substr(first, last + 1 - first);
    // A name that is none here, "δ1:" or "answer:", is what the rest is the value of.
    bool named = true;
    for (const char letter : name)
      named = named && (is_letter_or_digit(letter) || letter == '_' || letter == ' ' ||
                        letter == '{' || letter == '}' || letter == '\\' || (letter & 0x80) != 0);
    const bool quotient = named ? words.has(num::plain(name))
                                : name.find("∂") == none && name.find("\\partial") == none &&
                                      !(name[0] == 'd' && name.find("/d") != none);
    if (quotient) text.replace(at, 1, "/");
    if (!quotient && open == 0) side = at + 1;
  }
}

}  // namespace num
