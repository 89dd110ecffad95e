#include "exam/kinds/option.h"

#include <algorithm>

#include "lab/json.h"
#include "lab/link.h"
#include "lab/parts.h"
#include "lab/utf8.h"
#include "num/letters.h"
#include "num/plain_text.h"
#include "num/word_table.h"
#include "num/words.h"

namespace exam {
namespace {

// Words that say nothing of which option is meant, in small letters.
constexpr auto idle_words = num::word_table<std::string_view>(
    {"the",    "a",     "an",     "it",   "it's", "its",      "is",
     "i",      "think", "answer", "just", "only", "option",   "use",
     "choose", "my",    "would",  "be",   "with", "gradient", "gradients"});
// Words that may deny one.
constexpr auto denials = num::word_table<std::string_view>(
    {"not", "no", "never", "neither", "without", "nor", "isn't", "don't", "or", "and", "but"});

// A word without the ending by which "explodes", "explode" and "exploding" differ.
std::string stem(std::string word) {
  constexpr std::size_t shortest = 4;
  for (const std::string_view ending : {"ing", "es", "ed", "s", "e"})
    if (word.size() >= shortest + ending.size() && word.ends_with(ending))
      return word.substr(0, word.size() - ending.size());
  return word;
}

// The words of a text in small plain letters, without the idle ones, which are no option's id; none
// where one denies.
std::vector<std::string> telling_words(const std::vector<Option>& options, std::string_view text) {
  const std::string plain = num::plain_characters(text);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find_first_of(" ,.;:()-_/", at), plain.size());
    const std::string word = num::lower(std::string_view(plain).substr(at, end - at));
    std::string key = num::lower(num::plain(word));
    const bool named = find(options, word) != nullptr;
    if (denials.holds(word) && !named) return {};
    if ((named || !idle_words.holds(word)) && !key.empty()) words.push_back(stem(std::move(key)));
    at = end + 1;
  }
  return words;
}

// The letters and digits of a text in small plain letters, and nothing else.
std::string bare_letters(std::string_view text) {
  std::string bare;
  for (const char c : num::lower(num::plain_characters(text)))
    if (num::is_part_of_word(c)) bare += c;
  return bare;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word;
  return all;
}

// The one option whose id or statement the words are, or begin with, of whose others none is
// named; null where there is none.
const Option* find_told(const std::vector<Option>& options, std::string_view text) {
  const std::vector<std::string> words = telling_words(options, text);
  const std::string told = joined(words);
  if (told.empty()) return nullptr;
  const Option* found = nullptr;
  for (const Option& o : options) {
    const std::string id = joined(telling_words(options, o.id)),
                      all = joined(telling_words(options, o.text));
    constexpr std::size_t short_id = 3;  // may begin a longer word by chance
    const bool begins =
        id.size() > short_id ? told.starts_with(id) : id.size() > 1 && words[0] == id;
    if (told != all && told != id && !begins) {
      if (id.size() > short_id && told.find(id) != told.npos) return nullptr;
      continue;
    }
    if (found) return nullptr;
    found = &o;
  }
  return found;
}

// The one option whose statement begins with the words, two at least: "G(x)" for "G(x) for x from
// …"; null where there is none or more than one.
const Option* find_begun(const std::vector<Option>& options, std::string_view text) {
  const std::vector<std::string> words = telling_words(options, text);
  const Option* found = nullptr;
  for (const Option& o : options) {
    const std::vector<std::string> all = telling_words(options, o.text);
    if (words.size() < 2 || all.size() < words.size() ||
        !std::equal(words.begin(), words.end(), all.begin()))
      continue;
    if (found) return nullptr;
    found = &o;
  }
  return found;
}

}  // namespace

const Option* find(const std::vector<Option>& options, std::string_view id) {
  const auto at =
      std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.id == id; });
  return at == options.end() ? nullptr : &*at;
}

const Option* find_named(const std::vector<Option>& options, std::string_view name) {
  if (const Option* exact = find(options, name)) return exact;
  constexpr std::string_view around = " ().,;:";
  const std::size_t first = name.find_first_not_of(around);
  if (first == name.npos) return nullptr;
  name = name.substr(first, name.find_last_not_of(around) + 1 - first);
  const auto called = [&](const auto& is) {
    const auto at = std::find_if(options.begin(), options.end(), is);
    return at == options.end() ? nullptr : &*at;
  };
  const std::string low = num::lower(name);
  if (const Option* own = called([&](const Option& o) { return num::lower(o.id) == low; }))
    return own;
  const auto is_letter = [](char c) { return num::is_letter(c) || (c & 0x80) != 0; };
  if (std::none_of(name.begin(), name.end(), is_letter)) {
    const bool number =
        name.size() == 1 && num::is_digit(name[0]) && !options.empty() && options[0].id == "i";
    const auto place = static_cast<std::size_t>(name[0] - '1');
    return number && place < options.size() ? &options[place] : nullptr;
  }
  if (const Option* told = find_told(options, name)) return told;
  const std::string bare = bare_letters(name);
  if (const Option* own = called([&](const Option& o) { return bare_letters(o.text) == bare; }))
    return own;
  if (const Option* begun = find_begun(options, name)) return begun;
  return called([&](const Option& o) { return lab::alike(o.id, name); });
}

std::string no_option(const std::vector<Option>& options, std::string_view name) {
  std::vector<std::string> ids;
  for (const Option& o : options) ids.push_back(o.id);
  return "there is no option called " + std::string(lab::whole_characters(name, 40)) +
         "; there are: " + lab::enumerated(ids);
}

std::string options_json(const std::vector<Option>& options) {
  lab::Writer list('[');
  for (const Option& o : options)
    list.item(lab::Writer('{')
                  .member("id", lab::quoted(o.id))
                  .member("text", lab::quoted(o.text))
                  .member("show", lab::quoted(o.show))
                  .done());
  return list.done();
}

}  // namespace exam
