// Marking choices: one option of several, or a verdict on each.
#include <algorithm>
#include <optional>

#include "exam/kind_marking.h"

namespace exam {
namespace {

const Option* find(const std::vector<Option>& options, std::string_view id) {
  const auto at =
      std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.id == id; });
  return at == options.end() ? nullptr : &*at;
}

// The verdicts by option, in the options' order; a missing one was not given. Nothing where the
// answer has another form; `wrong` says why.
using Verdicts = std::vector<std::optional<bool>>;

std::optional<Verdicts> verdicts_of_list(const ManyOf& kind, const lab::Json::Array& chosen,
                                         std::string& wrong) {
  Verdicts verdicts(kind.options.size(), false);
  for (const lab::Json& item : chosen) {
    const std::string* id = item.string();
    const Option* option = id ? find(kind.options, *id) : nullptr;
    if (!option) {
      wrong = "there is no option called " + (id ? id->substr(0, 40) : "that");
      return std::nullopt;
    }
    verdicts[static_cast<std::size_t>(option - kind.options.data())] = true;
  }
  return verdicts;
}

std::optional<Verdicts> verdicts(const ManyOf& kind, const lab::Json& answer, std::string& wrong) {
  if (const auto* chosen = answer.array()) return verdicts_of_list(kind, *chosen, wrong);
  const auto* members = answer.object();
  wrong = "this takes true or false for each option";
  if (!members) return std::nullopt;
  Verdicts given(kind.options.size());
  for (const auto& [id, verdict] : *members) {
    const Option* option = find(kind.options, id);
    if (!option) wrong = "there is no option called " + id.substr(0, 40);
    const bool none = std::holds_alternative<std::nullptr_t>(verdict.value);
    if (!option || (!none && !verdict.boolean())) return std::nullopt;
    if (!none) given[static_cast<std::size_t>(option - kind.options.data())] = *verdict.boolean();
  }
  return given;
}

Outcome outcome(const Option& option, std::optional<bool> verdict) {
  if (!verdict) return Outcome::blank;
  if (option.key == Key::contested) return Outcome::right;
  return *verdict == (option.key == Key::yes) ? Outcome::right : Outcome::wrong;
}

// True where one single option is called true, and rightly, and it is not the only true one.
bool is_lone(const ManyOf& kind, const Verdicts& given) {
  int chosen = 0, right = 0, keyed = 0;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool yes = given[i].value_or(false), key = kind.options[i].key == Key::yes;
    chosen += yes;
    right += yes && key;
    keyed += key;
  }
  return chosen == 1 && right == 1 && keyed > 1;
}

}  // namespace

FieldMark mark_field(const AnswerField& field, const OneOf& kind, const lab::Json& answer) {
  FieldMark mark{field.id};
  const std::string* id = answer.string();
  if (!id) return invalid(mark, "this takes the name of one option");
  if (is_blank(*id)) return mark;
  const Option* chosen = find(kind.options, *id);
  if (!chosen) return invalid(mark, "there is no option called " + id->substr(0, 40));
  const bool right = chosen - kind.options.data() == kind.right;
  settle(mark, right ? 1 : chosen->share);
  mark.read_as = chosen->id;
  mark.message = right ? field.praise : chosen->reason;
  // Of the options that were not chosen only a right answer hears more: the rest would tell it.
  for (const Option& o : kind.options) {
    const bool own = &o == chosen;
    mark.parts.push_back(
        {o.id, own ? mark.outcome : Outcome::blank, own || right ? o.reason : "", false});
  }
  return mark;
}

FieldMark mark_field(const AnswerField& field, const ManyOf& kind, const lab::Json& answer) {
  FieldMark mark{field.id};
  std::string wrong;
  const auto given = verdicts(kind, answer, wrong);
  if (!given) return invalid(mark, wrong);
  if (std::none_of(given->begin(), given->end(), [](const auto& v) { return v.has_value(); }))
    return mark;
  int right = 0;
  for (std::size_t i = 0; i < kind.options.size(); ++i) {
    const Option& o = kind.options[i];
    const Outcome result = outcome(o, (*given)[i]);
    right += result == Outcome::right ? 1 : 0;
    if ((*given)[i])
      mark.read_as +=
          (mark.read_as.empty() ? "" : ", ") + o.id + ((*given)[i].value() ? " true" : " false");
    mark.parts.push_back({o.id, result, o.reason, o.key == Key::contested});
  }
  const int all = static_cast<int>(kind.options.size());
  mark.share = static_cast<double>(right) / all;
  mark.outcome = right == all ? Outcome::right : right > 0 ? Outcome::partly : Outcome::wrong;
  mark.message = right == all ? field.praise
                              : std::to_string(right) + " of " + std::to_string(all) +
                                    " verdicts are right; the reasons stand beside the options";
  if (kind.lone > 0 && is_lone(kind, *given)) {
    mark.share = kind.lone;
    mark.message = "That one is right and not the only one; the reasons stand beside the options";
  }
  return mark;
}

}  // namespace exam
