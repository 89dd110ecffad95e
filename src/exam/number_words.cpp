#include "exam/number_words.h"

#include <functional>
#include <set>
#include <string>
#include <utility>

#include "exam/number_scales.h"
#include "exam/number_units.h"
#include "num/dialect.h"
#include "num/letters.h"
#include "num/numerals.h"
#include "num/plain_text.h"
#include "num/utf8.h"

namespace exam {
namespace {

// Words that may stand before and behind a number, in small letters.
constexpr std::string_view everywhere[] = {
    "a", "about", "all", "almost", "altogether", "basically", "effectively", "essentially",
    "practically", "an", "and", "answer", "approx", "approximate", "approximately", "around",
    "average", "avg", "be", "believe", "ca", "calculated", "can", "circa", "computed", "cost",
    "could", "cross", "entropy", "epoch", "epochs", "equal", "equals", "exact", "exactly",
    "expected", "final", "first", "for", "get", "gets", "give", "gives", "got", "guess", "hence",
    "her", "here", "i", "i'd", "i'll", "i'm", "i.e", "is", "it", "it's", "its", "just", "like",
    "loss", "losses", "maybe", "mean", "must", "my", "nearly", "of", "our", "perhaps", "probably",
    "result", "results", "roughly", "rounded", "say", "should", "so", "solution", "some", "that",
    "that's", "the", "then", "therefore", "think", "this", "thus", "to", "total", "value", "very",
    "we", "which", "will", "would", "yields", "comes", "works", "out", "at", "as", "always", "sth",
    "something", "well", "ok", "okay", "hmm", "um", "pretty", "much", "quite", "close", "ish",
    "idk", "take", "took", "say", "lol", "sorry", "please", "thanks", "ans", "answer's", "loss's",
    "by", "hand", "calculator", "obviously", "clearly", "simply", "after", "stays", "stay",
    "remains", "was", "untrained", "net", "network", "model", "before", "per", "training",
    "initial", "only", "units",
    // German
    "antwort", "also", "beträgt", "das", "dann", "denke", "der", "die", "durchschnittlich", "er",
    "ergebnis", "ergibt", "es", "etwa", "glaube", "gleich", "ich", "im", "ist", "kommt", "lösung",
    "mittel", "mittlere", "mittlerer", "rund", "schätze", "ungefähr", "verlust", "wert", "zirka",
    "circa", "gerundet", "knapp", "wohl", "vermutlich", "somit", "damit", "daher", "wir",
    "erhalten",
    // French
    "c'est", "ça", "cela", "crois", "donc", "donne", "elle", "environ", "est", "fait", "il", "je",
    "la", "le", "moyenne", "pense", "perte", "peu", "près", "réponse", "résultat", "soit", "vaut",
    "à", "égale", "on", "obtient", "presque", "valeur", "de",
    // Spanish, Portuguese, Italian
    "alrededor", "aproximadamente", "aprox", "respuesta", "resultado", "pérdida", "el", "los",
    "unos", "es", "son", "sería", "creo", "que", "cerca", "resposta", "perda", "é", "cerca",
    "circa", "risposta", "risultato", "perdita", "è", "sono", "uguale", "vale", "di", "una",
    "media", "igual", "da",
    // Dutch, Swedish, Polish, Turkish
    "antwoord", "ongeveer", "het", "verlies", "dus", "ungefär", "svar", "svaret", "är", "około",
    "odpowiedź", "wynosi", "to", "yaklaşık", "cevap", "kayıp",
    // Russian, Chinese, Japanese
    "ответ", "примерно", "около", "это", "равно", "потери", "потеря", "приблизительно", "думаю",
    "я", "равна", "约", "大约", "答", "答案", "损失", "为", "是", "答え", "約", "は", "です"};

// Words that stand behind a number and count nothing that is asked for by itself.
constexpr std::string_view nouns[] = {
    "in",      "sample",   "samples",  "example", "examples", "image", "images",
    "picture", "pictures", "input",    "datum",   "instance", "point", "item",
    "pattern", "each",     "every",    "one",     "any",      "unit",  "step",
    "stück",   "bild",     "beispiel", "exemple", "muestra"};

using Known = std::set<std::string, std::less<>>;

// As they are, and as num/plain_text.h makes them.
template <std::size_t n>
Known known(const std::string_view (&words)[n]) {
  Known all;
  for (const std::string_view word : words) {
    all.emplace(word);
    all.insert(num::plain_characters(word));
  }
  return all;
}

// A letter of a word in any script, or an apostrophe within one; its bytes, 0 for none.
std::size_t letter_size(std::string_view s, std::size_t at) {
  if (at >= s.size()) return 0;
  if (num::is_letter(s[at])) return 1;
  if (s[at] == '\'' && at > 0 && num::is_letter(num::char_at(s, at + 1))) return 1;
  const std::size_t size = num::utf8_length(s, at);
  if (size < 2) return 0;
  const std::uint32_t c = num::code_point(s, at, size);
  const bool latin = c >= 0xc0 && c < 0x250 && c != 0xd7 && c != 0xf7;
  const bool other = (c >= 0x400 && c < 0x530) || (c >= 0x3040 && c < 0x3100) ||
                     (c >= 0x4e00 && c < 0xa000) || (c >= 0x300 && c < 0x370);
  return latin || other ? size : 0;
}

std::string small(std::string_view word) {
  std::string low = num::lower(word);
  // Latin-1 and Cyrillic capitals have their small letters a fixed way behind them.
  for (std::size_t at = 0; at + 1 < low.size(); ++at)
    if (low[at] == '\xc3' && static_cast<unsigned char>(low[at + 1]) >= 0x80 &&
        static_cast<unsigned char>(low[at + 1]) <= 0x9e)
      low[at + 1] = static_cast<char>(low[at + 1] + 0x20);
  return low;
}

bool is_filler(std::string_view word, bool behind) {
  static const Known words = known(everywhere), last = known(nouns);
  const std::string low = small(word);
  return words.count(low) > 0 || (behind && last.count(low) > 0);
}

// The end of the mark at `at` that may stand between or behind words, `at` itself for none. What is
// drawn and not written, as emoji are, is such a mark.
std::size_t mark_end(std::string_view s, std::size_t at) {
  constexpr std::string_view marks[] = {" ", "\n", "\t", "\r", ",", ".", "…", "!", "?",
                                        ":", ";",  "'",  "\"", "“", "”", "’", "¿", "¡"};
  for (const std::string_view mark : marks)
    if (num::stands_at(s, at, mark)) return at + mark.size();
  const std::size_t size = at < s.size() ? num::utf8_length(s, at) : 0;
  if (size < 3) return at;
  const std::uint32_t c = num::code_point(s, at, size);
  const bool drawn = c >= 0x1f000 || (c >= 0x2600 && c < 0x2795) || (c >= 0x2b00 && c < 0x2c00);
  return drawn ? at + size : at;
}

std::size_t character_before(std::string_view s, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(s[at]) & 0xc0) == 0x80);
  return at;
}

// True where a sign or a function before the end is short of a value: "5 + ", "ln of ".
bool awaits_value(std::string_view s) {
  s = without_blanks(s);
  if (s.empty()) return false;
  if (std::string_view("+-*/^(=").find(s.back()) != s.npos) return true;
  for (const std::string_view name : {"ln of", "log of", "sqrt of", "} of", "ln", "log", "sqrt"})
    if (num::lower(s).ends_with(name)) return true;
  return false;
}

// True where a number or e ends before byte `at`, and an exponent begins behind byte `end`.
bool raises(std::string_view s, std::size_t at, std::size_t end) {
  const std::string_view base = without_blanks(s.substr(0, at));
  const bool e =
      base.ends_with('e') && (base.size() == 1 || !num::is_letter(base[base.size() - 2]));
  if (!e && !base.ends_with(')') && (base.empty() || !num::is_digit(base.back()))) return false;
  const std::string_view rest = s.substr(std::min(s.find_first_not_of(' ', end), s.size()));
  return rest.starts_with("minus ") || rest.starts_with('-') || rest.starts_with('(') ||
         num::is_digit(num::char_at(rest, 0)) ||
         !num::numeral(rest.substr(0, rest.find(' '))).empty();
}

// True where what stands at byte `at` goes on with a number: the end, a sign, a bracket, or a word
// that ends a calculation. "10 images" counts something.
bool ends_calculation(std::string_view s, std::size_t at) {
  constexpr std::string_view words[] = {"is",   "equals", "gives", "so",  "hence", "thus",
                                        "nats", "nat",    "bits",  "bit", "or",    "which"};
  const std::size_t from = std::min(s.find_first_not_of(' ', at), s.size());
  std::size_t end = from;
  while (letter_size(s, end) > 0) end += letter_size(s, end);
  return end == from || num::is_one_of(num::lower(s.substr(from, end - from)), words);
}

// True where a whole number or a bracket ends before byte `at`, and a number by which it may be
// divided begins behind `end`.
bool parts_whole_numbers(std::string_view s, std::size_t at, std::size_t end) {
  const std::string_view before = without_blanks(s.substr(0, at));
  const std::size_t mark = before.find_last_not_of("0123456789");
  const std::size_t next = s.find_first_not_of(' ', end);
  const bool whole = mark + 1 < before.size() &&
                     (mark == before.npos || (before[mark] != '.' && before[mark] != ','));
  return (whole || before.ends_with(')')) && next != s.npos && num::is_digit(s[next]) &&
         ends_calculation(s, s.find_first_not_of("0123456789.,", next));
}

// The end of the word at byte `at`, and of a second one where both are a number: "twenty-five".
std::size_t numeral_end(std::string_view s, std::size_t at) {
  const auto word_end = [s](std::size_t end) {
    while (num::is_letter(num::char_at(s, end))) ++end;
    return end;
  };
  const std::size_t end = word_end(at);
  const char between = num::char_at(s, end);
  if (between != '-' && between != ' ') return end;
  const std::size_t both = word_end(end + 1);
  const bool whole = !num::is_part_of_word(num::char_at(s, both));
  return whole && !num::numeral(s.substr(at, both - at)).empty() ? both : end;
}

// True where a number in words behind `s` is one: "5.52 for one image" and "loss of one image"
// count nothing anew.
bool counts(std::string_view s) {
  if (awaits_value(s)) return true;
  return s.find_first_of("0123456789") == s.npos && !s.ends_with("for ") && !s.ends_with("per ") &&
         !s.ends_with("of ");
}

}  // namespace

std::size_t approximation(std::string_view s) {
  for (const std::string_view sign :
       {"\\approx", "\\simeq", "\\cong", "\\sim", "≈", "~", "±0", "≙", "≃"})
    if (s.substr(0, sign.size()) == sign) return sign.size();
  for (const std::string_view word : {"approximately", "approx.", "approx", "circa", "ca.", "c."})
    if (num::lower(s.substr(0, word.size())) == word &&
        !num::is_letter(num::char_at(s, word.size())))
      return word.size();
  return 0;
}

std::size_t words_before(std::string_view s) {
  for (std::size_t at = 0;;) {
    std::size_t next = at;
    if (const std::size_t about = approximation(s.substr(at))) next = at + about;
    std::size_t end = next;
    while (const std::size_t size = letter_size(s, end)) end += size;
    // "loss_0", "loss(1)" and "loss1" are names.
    const char then = num::char_at(s, end);
    const bool goes_on = end > next && num::is_letter(s[end - 1]) &&
                         (then == '_' || then == '(' || then == '[' || num::is_digit(then));
    const bool word = end > next && !goes_on && is_filler(s.substr(next, end - next), false);
    if (word) next = end;
    // A full stop before a digit is a decimal point.
    for (std::size_t mark = mark_end(s, next); mark > next; mark = mark_end(s, next)) {
      if ((s[next] == '.' || s[next] == ',') && num::is_digit(num::char_at(s, mark))) break;
      next = mark;
    }
    if (next == at) return at;
    at = next;
  }
}

std::size_t words_behind(std::string_view s) {
  std::size_t begin = s.size();
  int open = 0;
  for (std::size_t at = s.size(); at > 0;) {
    std::size_t from = character_before(s, at);
    if (letter_size(s, from) > 0) {
      while (from > 0 && letter_size(s, character_before(s, from)) > 0)
        from = character_before(s, from);
      if (!is_filler(s.substr(from, at - from), true)) break;
    } else if (s[from] == '(' || s[from] == ')') {
      open += s[from] == ')' ? 1 : -1;
      if (open < 0) break;
    } else if (s[from] == '/' || s[from] == '-') {
      // "nats/sample", "5.52 - I think".
      const bool apart = num::char_at(s, at) == ' ' && from > 0 && s[from - 1] == ' ';
      if (at == s.size() || !(apart || letter_size(s, at) > 0)) break;
    } else if (mark_end(s, from) != at) {
      break;
    }
    at = from;
    if (open == 0) begin = at;
  }
  return begin;
}

void read_number_words(num::PlainText& text) {
  // The longest of those that begin alike stands first.
  constexpr std::pair<std::string_view, std::string_view> spoken[] = {
      {"square root", "sqrt"},
      {"to the power of", "^"},
      {"to the power", "^"},
      {"to the", "^"},
      {"minus the", "-"},
      {"minus", "-"},
      {"plus", "+"},
      {"times", "*"},
      {"divided by", "/"},
      // Of whole numbers, "one over 250", "1 in 100".
      {"over", "/"},
      {"out of", "/"},
      {"in", "/"},
      {"the negative", "-"},
      {"negative", "-"}};
  num::read_logarithms(text);
  num::read_spoken_sums(text);
  num::read_list_words(text);
  for (std::size_t at = 0; at < text.text.size(); ++at) {
    if (!num::is_letter(text.text[at]) || (at > 0 && num::is_part_of_word(text.text[at - 1])))
      continue;
    const std::string_view s = text.text;
    for (const auto& [words, sign] : spoken) {
      if (!num::stands_in_any_case_at(s, at, words) ||
          num::is_part_of_word(num::char_at(s, at + words.size())))
        continue;
      if (sign == "^" && !raises(s, at, at + words.size())) break;
      if (sign == "/" && words != "divided by" && !parts_whole_numbers(s, at, at + words.size()))
        break;
      text.replace(at, words.size(), sign);
      break;
    }
    if (read_number_scale(text, at)) continue;
    const std::size_t end = numeral_end(text.text, at);
    const std::string_view word = std::string_view(text.text).substr(at, end - at);
    const std::string_view before = std::string_view(text.text).substr(0, at);
    if (num::is_part_of_word(num::char_at(text.text, end))) continue;
    if (const std::string figure = num::numeral(word); !figure.empty() && counts(before))
      text.replace(at, word.size(), figure);
    else if (num::lower(word) == "the" && awaits_value(before))
      text.blank(at, word.size());
  }
}

}  // namespace exam
