#include "exam/canonical_link.h"

#include "lab/link.h"
#include "lab/view.h"

namespace exam {
namespace {

void add_pair(std::string& pairs, const std::string& key, const std::string& value) {
  if (!pairs.empty()) pairs += '&';
  pairs += key + '=' + lab::escaped(value);
}

// The fields that differ from their initial values.
void add_pairs(std::string& pairs, const lab::Fields& fields) {
  for (const lab::Field& field : fields.all())
    if (field.linked()) add_pair(pairs, field.key, lab::text(field.slot));
}

void add_variant(std::string& pairs, const Asked& asked) {
  const int number = asked.instance().number();
  if (number != 0) add_pair(pairs, variant_key, std::to_string(number));
}

}  // namespace

std::string canonical_link(const LinkState& state) {
  std::string question, lab;
  if (state.asked) {
    add_variant(question, *state.asked);
    add_pairs(question, state.asked->at());
  }
  add_pairs(lab, *state.fields);
  if (!state.tab.empty()) add_pair(lab, lab::tab_key, state.tab);
  if (state.pinned) {
    std::string pin;
    add_pairs(pin, state.pinned->at());
    add_pair(lab, lab::pin_key, pin.empty() ? pin_start : pin);
  }
  std::string link = state.id;
  if (!question.empty() || !lab.empty()) link += '#' + question;
  if (state.asked && !lab.empty()) link += '/';
  return link + lab;
}

std::string question_link(const std::string& id, const Asked& asked) {
  std::string pairs;
  add_variant(pairs, asked);
  for (const std::string& key : asked.own_keys())
    add_pair(pairs, key, lab::text(asked.at().find(key)->slot));
  return pairs.empty() ? id : id + '#' + pairs;
}

}  // namespace exam
