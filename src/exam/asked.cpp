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

// The parameters that a question may be about.
std::vector<lab::Slot> askable(const lab::Fields& fields) {
  std::vector<lab::Slot> slots;
  for (const lab::Field& field : fields.all())
    if (field.offer != lab::Offer::horizon && !std::holds_alternative<lab::Asset>(field.slot))
      slots.push_back(field.slot);
  return slots;
}

}  // namespace

Asked::Asked(Instance instance) : Asked(instance, instance.parameters()) {}

Asked::Asked(Instance instance, lab::Fields at)
    : instance_(std::move(instance)),
      at_(std::move(at)),
      form_(instance_.form(at_)),
      facts_(instance_.facts(at_)),
      prediction_(instance_.prediction(at_)),
      content_(content(form_, facts_)) {
  if (!differs(instance_.parameters())) return;
  for (const lab::Field& field : at_.all())
    if (field.linked() && field.offer != lab::Offer::horizon && !field.looks)
      own_keys_.push_back(field.key);
}

bool Asked::differs(const lab::Fields& elsewhere) const {
  std::vector<lab::Slot> at = askable(elsewhere);
  if (at != compared_) {
    differed_ = content(instance_.form(elsewhere), instance_.facts(elsewhere)) != content_;
    compared_ = std::move(at);
  }
  return differed_;
}

}  // namespace exam
