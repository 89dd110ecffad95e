#include "exam/kinds/one_of.h"

namespace exam {

FieldMark OneOf::mark(const lab::Json& answer, const std::string& praise, Layout) const {
  FieldMark mark;
  const std::string* id = answer.string();
  if (!id) return invalid("this takes the name of one option");
  if (is_blank(*id)) return mark;
  const Option* chosen = find_named(options, *id);
  if (!chosen) return invalid(no_option(options, *id));
  const bool is_right = chosen - options.data() == right;
  set_share(mark, is_right ? 1 : chosen->share);
  mark.read_as = chosen->id;
  mark.message = is_right ? praise : chosen->reason;
  // Of the options that were not chosen only a right answer hears more: the rest would tell it.
  for (const Option& o : options) {
    const bool own = &o == chosen;
    mark.parts.push_back({o.id, own ? mark.outcome : Outcome::blank,
                          own || is_right ? o.reason : "", own && o.key == Key::contested});
  }
  return mark;
}

void OneOf::ask(lab::Writer& page) const { page.member("options", options_json(options)); }

lab::Json OneOf::reference() const {
  return lab::Json{options[static_cast<std::size_t>(right)].id};
}

Understood OneOf::understand(std::string_view text, std::string_view) const {
  return read_as(text);
}

bool OneOf::tells_apart() const { return true; }

}  // namespace exam
