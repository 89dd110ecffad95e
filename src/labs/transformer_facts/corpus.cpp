#include "labs/transformer_facts/corpus.h"

#include <algorithm>
#include <array>

#include "lab/utf8.h"
#include "labs/phrases.h"
#include "num/rng.h"

namespace laboratory::transformer_facts {
namespace {

constexpr std::size_t made_length = 60'000, most_symbols = 64;
constexpr std::uint64_t text_purpose = 501;
constexpr const char* rare_symbol = "□";

// Sentences in which a verb agrees with its noun, and a noun comes back that stood some words
// before: two things that no memory of two characters can get right.
class Tales {
 public:
  explicit Tales(num::Rng& rng) : rng_(rng) {}

  std::string sentence() {
    const std::string one = noun(), other = noun(one), verb = one_of(rng_, verbs);
    // What is drawn has a name: in which order the parts of a sum are worked out is the compiler's.
    switch (rng_.below(6)) {
      case 0: {
        const std::string where = place(), kind = one_of_adjectives();
        return "the " + kind + one + " " + verb + "s the " + other + " " + where + ".";
      }
      case 1:
        return "the " + one + " " + verb + "s the " + other + " and the " + other + " " + verb +
               "s the " + one + ".";
      case 2:
        return "all " + one + "s " + verb + " the " + other + ", but no " + other + " " + verb +
               "s a " + one + ".";
      case 3: {
        const std::string where = place(), kind = adjective();
        return "if a " + one + " is " + kind + ", the " + one + " " + verb + "s " + where + ".";
      }
      case 4:
        return "where is the " + one + "? the " + one + " is " + place() + ".";
      default:
        return "the " + one + "s " + verb + " " + place() + ".";
    }
  }

 private:
  static constexpr std::array nouns = {"fox",   "owl",  "hen",   "cat",   "dog",    "goat", "bear",
                                       "crow",  "bee",  "king",  "cook",  "miller", "frog", "queen",
                                       "baker", "lamb", "raven", "smith", "sailor", "hare"};
  static constexpr std::array verbs = {"help", "greet", "follow", "fear", "hear",
                                       "know", "call",  "feed",   "meet", "want"};
  static constexpr std::array adjectives = {"old", "red", "shy", "tall", "kind", "wise", "proud"};
  static constexpr std::array places = {"by the sea",    "in the wood", "at noon",
                                        "on the hill",   "at night",    "near the mill",
                                        "under the oak", "in the rain"};

  std::string noun(const std::string& other_than = "") {
    for (;;)
      if (std::string found = one_of(rng_, nouns); found != other_than) return found;
  }
  std::string adjective() { return one_of(rng_, adjectives); }
  std::string one_of_adjectives() { return rng_.below(2) == 0 ? adjective() + " " : ""; }
  std::string place() { return one_of(rng_, places); }

  num::Rng& rng_;
};

// Names whose vowels are all of one kind, bright or dark, and whose last syllable begins like the
// first.
std::string name(num::Rng& rng) {
  constexpr std::array onsets = {"b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "v"};
  constexpr std::array codas = {"", "", "n", "r", "l", "s"};
  constexpr std::array bright = {"e", "i"};
  constexpr std::array dark = {"a", "o", "u"};
  const bool is_bright = rng.below(2) == 0;
  const std::string first = one_of(rng, onsets);
  const int syllables = 2 + rng.below(3);
  std::string found;
  for (int i = 0; i < syllables; ++i) {
    found += i == 0 || i + 1 == syllables ? first : one_of(rng, onsets);
    found += is_bright ? one_of(rng, bright) : one_of(rng, dark);
    found += one_of(rng, codas);
  }
  return found;
}

// Brackets of three kinds, each closed by its own, at most five deep.
std::string brackets(num::Rng& rng) {
  constexpr std::array pairs = {"()", "[]", "{}"};
  constexpr std::size_t deepest = 5;
  const std::size_t wanted = 6 + static_cast<std::size_t>(rng.below(16));
  std::string found, open;
  while (found.size() < wanted || !open.empty()) {
    const bool opens =
        open.empty() || (found.size() < wanted && open.size() < deepest && rng.below(2) == 0);
    if (opens) {
      const char* const pair = one_of(rng, pairs);
      found += pair[0];
      open += pair[1];
    } else {
      found += open.back();
      open.pop_back();
    }
  }
  return found;
}

std::string made(Corpus corpus, int seed) {
  num::Rng rng(static_cast<std::uint64_t>(seed), text_purpose + static_cast<std::uint64_t>(corpus));
  Tales tales(rng);
  std::string text;
  while (text.size() < made_length) {
    if (corpus == Corpus::names)
      text += name(rng) + "\n";
    else if (corpus == Corpus::brackets)
      text += brackets(rng) + "\n";
    else {
      const char* const end = rng.below(4) == 0 ? "\n" : " ";
      text += tales.sentence() + end;
    }
  }
  return text;
}

std::vector<std::string> characters(std::string_view text) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = std::max<std::size_t>(1, lab::utf8_length(text, at));
    all.emplace_back(text.substr(at, length));
    at += length;
  }
  return all;
}

// The most frequent characters, in the order of their bytes; `rare_symbol` last where some are
// left.
std::vector<std::string> symbols_of(const std::vector<std::string>& text) {
  std::map<std::string, int> counts;
  for (const std::string& c : text) ++counts[c];
  std::vector<std::pair<int, std::string>> by_count;
  for (const auto& [symbol, count] : counts) by_count.emplace_back(-count, symbol);
  std::sort(by_count.begin(), by_count.end());
  const bool some_rare = by_count.size() > most_symbols;
  if (some_rare) by_count.resize(most_symbols - 1);
  std::vector<std::string> symbols;
  for (const auto& entry : by_count) symbols.push_back(entry.second);
  std::sort(symbols.begin(), symbols.end());
  if (some_rare) symbols.emplace_back(rare_symbol);
  return symbols;
}

int number_of(const std::vector<std::string>& symbols, const std::string& symbol) {
  const auto at = std::find(symbols.begin(), symbols.end(), symbol);
  return at == symbols.end() ? -1 : static_cast<int>(at - symbols.begin());
}

// The person's text, cut to what is used, or nothing.
std::vector<std::string> own_text(const ModelParams& p) {
  const auto* const given = p.corpus == Corpus::own ? p.text.as<std::string>() : nullptr;
  if (!given) return {};
  std::vector<std::string> text = characters(*given);
  if (text.size() < shortest_text) return {};
  text.resize(std::min(text.size(), longest_text));
  return text;
}

std::string why_not_own(const ModelParams& p) {
  if (p.corpus != Corpus::own) return "";
  if (!p.text.given())
    return "Drop or choose a text of your own; a link cannot carry one. Until then the tales stand "
           "in its place.";
  return "A text of your own needs at least " + grouped(shortest_text) +
         " characters, so that there is something to learn; the tales stand in its place.";
}

}  // namespace

std::vector<int> Reading::numbers(std::string_view text) const {
  const int blank = std::max(0, number_of(symbols, " "));
  std::vector<int> found;
  for (const std::string& c : characters(text)) {
    const int number = number_of(symbols, c);
    found.push_back(number < 0 ? blank : number);
  }
  return found;
}

std::string Reading::unknown(std::string_view text) const {
  std::string found;
  for (const std::string& c : characters(text))
    if (number_of(symbols, c) < 0 && found.find(c) == std::string::npos) found += c;
  return found;
}

Reading reading_of(const ModelParams& p) {
  std::vector<std::string> text = own_text(p);
  Reading r;
  if (text.empty()) {
    r.not_own = why_not_own(p);
    text = characters(made(p.corpus, p.seed));
  }
  r.symbols = symbols_of(text);
  const std::size_t learned = text.size() - text.size() / 10;
  std::map<std::string, int> numbers;
  for (int i = 0; i < r.size(); ++i) numbers[r.symbols[static_cast<std::size_t>(i)]] = i;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto known = numbers.find(text[i]);
    r.rare += known == numbers.end();
    (i < learned ? r.train : r.held_out)
        .push_back(known == numbers.end() ? r.size() - 1 : known->second);
  }
  return r;
}

}  // namespace laboratory::transformer_facts
