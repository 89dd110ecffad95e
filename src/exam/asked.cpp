#include "exam/asked.h"

#include <utility>
#include <variant>

#include "exam/form_json.h"

namespace exam {
namespace {

// All that is asked and would be marked, the reference answers included.
std::string content(const Form& form, const Facts& facts) {
  std::string text = form_json(form) + facts_json(facts);
  for (const AnswerField& field : form) {
    text += field.praise;
    text += lab::json(std::visit([](const auto& kind) { return kind.reference(); }, field.kind));
  }
  return text;
}

std::string content(const Instance& instance, const lab::Fields& at) {
  return content(instance.form(at), instance.facts(at));
}

// The values that a question may be about.
std::vector<lab::Slot> asked_of(const lab::Fields& fields) {
  std::vector<lab::Slot> slots;
  for (const lab::Field& field : fields.all())
    if (is_asked_of(field)) slots.push_back(field.slot);
  return slots;
}

// The fields that were set, but for those that only look and are not asked of: they return to their
// initial values one after another as long as `asked` is the content of the question there.
std::vector<std::string> telling(const Instance& instance, lab::Fields at, const std::string& asked,
                                 bool looks_tell) {
  std::vector<std::string> keys;
  for (lab::Field& field : at.all()) {
    if (!is_asked_of(field) || !field.linked()) continue;
    if (field.looks) {
      if (!looks_tell) continue;
      const lab::Slot set = std::exchange(field.slot, field.initial);
      if (content(instance, at) == asked) continue;
      field.slot = set;
    }
    keys.push_back(field.key);
  }
  return keys;
}

}  // namespace

Asked::Asked(Instance instance) : Asked(instance, instance.parameters()) {}

Asked::Asked(Instance instance, lab::Fields at)
    : instance_(std::move(instance)),
      at_(std::move(at)),
      form_(instance_.form(at_)),
      facts_(instance_.facts(at_)),
      prediction_(instance_.prediction(at_)),
      content_(content(form_, facts_)),
      here_{asked_of(at_), false, !form_.empty(), {}} {
  if (differs(instance_.parameters())) own_keys_ = telling(instance_, at_, content_, true);
}

const Asked::Comparison& Asked::compared_with(const lab::Fields& elsewhere) const {
  std::vector<lab::Slot> at = asked_of(elsewhere);
  if (at == here_.at) return here_;
  if (at == last_.at) return last_;
  const Form form = instance_.form(elsewhere);
  const std::string there = content(form, instance_.facts(elsewhere));
  const bool differs = there != content_;
  last_ = {std::move(at), differs, !form.empty(), telling(instance_, elsewhere, there, differs)};
  return last_;
}

}  // namespace exam
