#include "exam/kinds/many_of.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "exam/verdict_text.h"
#include "num/letters.h"
#include "num/plain_text.h"

namespace exam {
namespace {

// The options from the first to the last that "i-iv" names; nothing where it names no two in that
// order.
std::optional<std::pair<std::size_t, std::size_t>> range_of(const ManyOf& kind,
                                                            std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == text.npos || dash == 0) return std::nullopt;
  const Option *first = find_named(kind.options, text.substr(0, dash)),
               *last = find_named(kind.options, text.substr(dash + 1));
  if (!first || !last || first >= last) return std::nullopt;
  return std::pair{static_cast<std::size_t>(first - kind.options.data()),
                   static_cast<std::size_t>(last - kind.options.data())};
}

// The options that a list names are true and the others false; nothing where it names what is none,
// and `wrong` says so.
std::optional<Verdicts> verdicts_of_list(const ManyOf& kind, const lab::Json::Array& chosen,
                                         std::string& wrong) {
  Verdicts verdicts(kind.options.size(), false);
  for (const lab::Json& item : chosen) {
    // Options that count 1, 2 .. may be called by number.
    const std::string id = item.string()   ? *item.string()
                           : item.number() ? lab::json(item)
                                           : "that";
    const Option* option = find_named(kind.options, id);
    if (const auto range = range_of(kind, id)) {
      for (std::size_t k = range->first; k <= range->second; ++k) verdicts[k] = true;
      continue;
    }
    if (!option) {
      wrong = no_option(kind.options, id);
      return std::nullopt;
    }
    verdicts[static_cast<std::size_t>(option - kind.options.data())] = true;
  }
  return verdicts;
}

// "i, iv", "(i) and (iv)": the options that are true, in a text.
lab::Json::Array items_of(std::string_view text) {
  constexpr std::size_t most = 40;
  lab::Json::Array items;
  const std::string plain = num::plain_characters(text.substr(0, 400));
  std::string word;
  for (std::size_t at = 0; at <= plain.size() && items.size() < most; ++at) {
    const char c = num::char_at(plain, at);
    const bool parts = c == '\0' || std::string_view(" ,;+&/()").find(c) != std::string_view::npos;
    if (!parts) {
      word += c;
      continue;
    }
    constexpr std::string_view fillers[] = {"and",        "und",     "et",      "y",       "only",
                                            "just",       "true",    "options", "numbers", "number",
                                            "statements", "answers", "answer",  "option",  "nur"};
    const bool tells = std::any_of(word.begin(), word.end(),
                                   [](char letter) { return num::is_part_of_word(letter); });
    if (tells && !num::is_one_of(num::lower(word), fillers)) items.push_back(lab::Json{word});
    word.clear();
  }
  if (items.empty()) items.push_back(lab::Json{plain});
  return items;
}

// A text without remarks in brackets, "4 (truncated backpropagation)": a word of four letters in
// them is neither a verdict nor an option.
std::string without_remarks(const ManyOf& kind, std::string text) {
  constexpr std::string_view telling[] = {"true",  "false", "only",      "statement", "statements",
                                          "right", "wrong", "option",    "options",   "correct",
                                          "helps", "wahr",  "incorrect", "falsch",    "richtig"};
  constexpr std::size_t shortest = 4;
  for (std::size_t at = 0; (at = text.find('(', at)) != std::string::npos; ++at) {
    const std::size_t close = num::closing_bracket(text, at);
    if (close == std::string::npos) break;
    bool remark = false;
    for (std::size_t from = at + 1; from < close;) {
      std::size_t end = from;
      while (num::is_letter(text[end])) ++end;
      const std::string word = num::lower(std::string_view(text).substr(from, end - from));
      remark = remark || (word.size() >= shortest && !num::is_one_of(word, telling) &&
                          !find_named(kind.options, word));
      from = end + (end == from ? 1 : 0);
    }
    if (remark) text.replace(at, close + 1 - at, close + 1 - at, ' ');
  }
  return text;
}

// Nothing where the answer has another form; `wrong` says why.
std::optional<Verdicts> verdicts(const ManyOf& kind, const lab::Json& answer, std::string& wrong) {
  if (const auto* chosen = answer.array()) {
    if (auto row = verdicts_in_row(kind.options, *chosen)) return row;
    return verdicts_of_list(kind, *chosen, wrong);
  }
  if (const std::string* typed = answer.string()) {
    const std::string bare = without_remarks(kind, *typed);
    const std::string* text = is_blank(bare) ? typed : &bare;
    if (is_blank(*text)) return Verdicts(kind.options.size());
    std::string low = num::lower(num::plain_characters(*text));
    while (low.ends_with('.') || low.ends_with('!')) low.pop_back();
    for (const bool all : {true, false})
      for (const char* const end : {"", " of them", " true", " are true", " of them are true"})
        if (low == (all ? "all" : "none") + std::string(end))
          return Verdicts(kind.options.size(), all);
    // "All but iv".
    for (const std::string_view all : {"all", "everything", "all of them"})
      for (const std::string_view but : {" but ", " except ", " except for "}) {
        const std::size_t size = all.size() + but.size();
        if (!low.starts_with(std::string(all) + std::string(but))) continue;
        auto others = verdicts_of_list(kind, items_of(std::string_view(low).substr(size)), wrong);
        if (!others) continue;
        for (std::optional<bool>& verdict : *others) verdict = !verdict.value_or(false);
        return others;
      }
    if (auto given = verdicts_in_words(kind.options, *text)) return given;
    return verdicts_of_list(kind, items_of(*text), wrong);
  }
  const auto* members = answer.object();
  wrong = "this takes true or false for each option";
  if (!members) return std::nullopt;
  Verdicts given(kind.options.size());
  for (const auto& [id, verdict] : *members) {
    const Option* option = find(kind.options, id);
    if (!option) wrong = no_option(kind.options, id);
    const bool none = std::holds_alternative<std::nullptr_t>(verdict.value);
    if (!option || (!none && !verdict.boolean())) return std::nullopt;
    if (!none) given[static_cast<std::size_t>(option - kind.options.data())] = *verdict.boolean();
  }
  return given;
}

Outcome outcome(const Option& option, std::optional<bool> verdict) {
  if (!verdict || option.key == Key::unscored) return Outcome::blank;
  if (option.key == Key::contested) return Outcome::right;
  return *verdict == (option.key == Key::yes) ? Outcome::right : Outcome::wrong;
}

// What is called true, how much of that rightly, and how much is keyed so.
struct Taken {
  int all = 0, right = 0, keyed = 0;
};

Taken taken(const ManyOf& kind, const Verdicts& given) {
  Taken t;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool yes = given[i].value_or(false), key = kind.options[i].key == Key::yes;
    t.all += yes;
    t.right += yes && key;
    t.keyed += key;
  }
  return t;
}

bool is_lone(const Taken& t) { return t.all == 1 && t.right == 1 && t.keyed > 1; }

// The share of a choice with so many right and wrong verdicts.
double share_of_choice(const Taken& t, int right, int wrong, int all) {
  constexpr double lone = 0.5;
  if (is_lone(t)) return lone;
  if (t.all == 0 && t.keyed > 0) return 0;
  return std::max(0, right - wrong) / static_cast<double>(all);
}

std::string count_of(int right, int all) {
  return std::to_string(right) + " of " + std::to_string(all) +
         (right == 1 ? " verdicts is right" : " verdicts are right");
}

// What is said of options without a verdict.
std::string left_open(int missing) {
  if (missing == 0) return "";
  return ". " + std::to_string(missing) +
         (missing == 1 ? " was not given, and earns nothing" : " were not given, and earn nothing");
}

}  // namespace

FieldMark ManyOf::mark(const lab::Json& answer, const std::string& praise, Layout) const {
  FieldMark mark;
  std::string fault;
  std::optional<Verdicts> given = verdicts(*this, answer, fault);
  if (!given) return invalid(fault);
  if (std::none_of(given->begin(), given->end(), [](const auto& v) { return v.has_value(); }))
    return mark;
  int right = 0, wrong = 0, all = 0;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const Option& o = options[i];
    const Outcome result = outcome(o, (*given)[i]);
    if (o.key != Key::unscored) {
      ++all;
      right += result == Outcome::right;
      wrong += result == Outcome::wrong;
    }
    if ((*given)[i])
      mark.read_as +=
          (mark.read_as.empty() ? "" : ", ") + o.id + ((*given)[i].value() ? " true" : " false");
    mark.parts.push_back({o.id, result, o.reason, o.key == Key::contested, o.key == Key::unscored});
  }
  const Taken t = taken(*this, *given);
  const std::string reasons = "; each option has its reason.";
  set_share(mark,
            choice ? share_of_choice(t, right, wrong, all) : static_cast<double>(right) / all);
  if (right == all)
    mark.message = praise;
  else if (choice && is_lone(t))
    mark.message = "That one is right, but not the only one" + reasons;
  else if (choice && t.all == 0 && t.keyed > 0)
    mark.message =
        "An answer that takes none of them earns nothing, and some of them are right" + reasons;
  else
    mark.message = count_of(right, all) +
                   (choice && wrong > 0 ? ", and a wrong one costs what a right one earns" : "") +
                   left_open(all - right - wrong) + reasons;
  return mark;
}

void ManyOf::ask(lab::Writer& page) const { page.member("options", options_json(options)); }

lab::Json ManyOf::reference() const {
  lab::Json::Object verdicts;
  for (const Option& o : options) verdicts.emplace_back(o.id, lab::Json{o.key != Key::no});
  return lab::Json{std::move(verdicts)};
}

Understood ManyOf::understand(std::string_view text, std::string_view) const {
  return read_as(text);
}

bool ManyOf::tells_apart() const { return true; }

}  // namespace exam
