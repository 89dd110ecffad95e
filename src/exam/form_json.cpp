#include "exam/form_json.h"

#include "lab/json.h"

namespace exam {
namespace {

using lab::json;
using lab::quoted;
using lab::truth;
using lab::whole;
using lab::Writer;

std::string options_json(const std::vector<Option>& options) {
  Writer list('[');
  for (const Option& o : options)
    list.item(Writer('{')
                  .member("id", quoted(o.id))
                  .member("text", quoted(o.text))
                  .member("show", quoted(o.show))
                  .done());
  return list.done();
}

// The names that a formula may use. What is computed from others is a name like them.
std::string symbols_json(const std::vector<num::Symbol>& symbols) {
  Writer list('[');
  for (const num::Symbol& s : symbols) list.item(quoted(s.text));
  return list.done();
}

struct Asked {
  Writer& w;

  void operator()(const OneOf& kind) const {
    w.member("kind", quoted("one-of")).member("options", options_json(kind.options));
  }
  void operator()(const ManyOf& kind) const {
    w.member("kind", quoted("many-of")).member("options", options_json(kind.options));
  }
  void operator()(const Number& kind) const {
    w.member("kind", quoted("number")).member("unit", quoted(kind.unit));
    w.member("tolerance", json(kind.tolerance));
  }
  void operator()(const Cells& kind) const {
    w.member("kind", quoted("cells")).member("rows", whole(kind.value.rows));
    w.member("cols", whole(kind.value.cols)).member("tolerance", json(kind.tolerance));
  }
  void operator()(const Expression& kind) const {
    bool scalars = true;
    for (const num::Symbol& s : kind.symbols) scalars = scalars && s.rows == 1 && s.cols == 1;
    w.member("kind", quoted("expression")).member("names", symbols_json(kind.symbols));
    w.member("scalars", truth(scalars));
  }
  void operator()(const ShapeAnswer& kind) const {
    w.member("kind", quoted("shape")).member("names", symbols_json(kind.sizes));
  }
  void operator()(const Symbols& kind) const {
    Writer rows('[');
    for (const std::vector<Entry>& row : kind.entries) {
      Writer entries('[');
      for (const Entry& e : row) entries.item(e.given ? quoted(e.value) : "null");
      rows.item(entries.done());
    }
    w.member("kind", quoted("symbols")).member("names", symbols_json(kind.symbols));
    w.member("rows", whole(std::ssize(kind.entries)));
    w.member("cols", whole(kind.entries.empty() ? 0 : std::ssize(kind.entries[0])));
    w.member("given", rows.done());
  }
  void operator()(const Derivation& kind) const {
    Writer lines('[');
    for (std::size_t i = 0; i < kind.steps.size(); ++i)
      lines.item(Writer('{')
                     .member("id", quoted(std::to_string(i + 1)))
                     .member("prompt", quoted(kind.steps[i].prompt))
                     .member("left", quoted(kind.steps[i].name.text))
                     .done());
    w.member("kind", quoted("derivation")).member("names", symbols_json(kind.symbols));
    w.member("lines", lines.done());
  }
  void operator()(const Factors&) const { w.member("kind", quoted("factors")); }
  // Only the names of the points: what they say is part of the marking.
  void operator()(const Rubric& kind) const {
    Writer points('[');
    for (const RubricPoint& p : kind.points) points.item(quoted(p.id));
    w.member("kind", quoted("rubric")).member("points", points.done());
  }
};

}  // namespace

std::string form_json(const Form& form) {
  Writer list('[');
  for (const AnswerField& field : form) {
    Writer w('{');
    w.member("id", quoted(field.id)).member("label", quoted(field.label));
    w.member("practice", truth(field.practice));
    std::visit(Asked{w}, field.kind);
    list.item(w.done());
  }
  return list.done();
}

}  // namespace exam
