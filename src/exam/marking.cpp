#include "exam/marking.h"

#include <algorithm>
#include <optional>

#include "exam/formula.h"
#include "exam/kind_marking.h"
#include "lab/number.h"
#include "num/expression.h"

namespace exam {
namespace {

const Option* find(const std::vector<Option>& options, std::string_view id) {
  const auto at =
      std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.id == id; });
  return at == options.end() ? nullptr : &*at;
}

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
  for (const Option& o : kind.options)
    mark.parts.push_back({o.id, &o == chosen ? mark.outcome : Outcome::blank, o.reason, false});
  return mark;
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

// What to say of a number that fits neither the reference nor a known mistake.
std::string astray(const Number& kind, double x, const std::string& read) {
  if (near(x, -kind.value, kind.tolerance))
    return "You gave " + read +
           ": the size is right and the sign is turned round. Which sign must "
           "this quantity have?";
  return "You gave " + read + ", which is too " + (x > kind.value ? "large" : "small") +
         ". Write down the formula before you put numbers in, then compare with the lab.";
}

FieldMark mark_field(const AnswerField& field, const Number& kind, const lab::Json& answer) {
  FieldMark mark{field.id};
  const std::string* text = answer.string();
  if (!text && !answer.number()) return invalid(mark, "this takes a number or a calculation");
  if (text && is_blank(*text)) return mark;
  const auto read = num::calculate(text ? *text : lab::text(*answer.number()));
  if (!read.value) return invalid(mark, read.error);
  const double x = *read.value;
  mark.read_as = lab::text(x);
  if (accepts(kind, x)) {
    mark.outcome = Outcome::right;
    mark.share = 1;
    mark.message = field.praise;
    return mark;
  }
  mark.outcome = Outcome::wrong;
  mark.message = astray(kind, x, mark.read_as);
  for (const NumberMistake& mistake : kind.mistakes)
    if (near(x, mistake.value, kind.tolerance)) mark.message = mistake.cure;
  return mark;
}

}  // namespace

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

FieldMark invalid(FieldMark mark, std::string message) {
  mark.outcome = Outcome::invalid;
  mark.message = std::move(message);
  return mark;
}

void settle(FieldMark& mark, double share) {
  mark.share = share;
  mark.outcome = share >= 1 ? Outcome::right : share > 0 ? Outcome::partly : Outcome::wrong;
}

const char* name(Outcome outcome) {
  switch (outcome) {
    case Outcome::right:
      return "right";
    case Outcome::partly:
      return "partly";
    case Outcome::wrong:
      return "wrong";
    case Outcome::invalid:
      return "invalid";
    case Outcome::blank:
      break;
  }
  return "blank";
}

namespace {

FieldMark mark_answer(const AnswerField& field, const lab::Json& answer, bool turned) {
  return std::visit(
      [&](const auto& kind) {
        if constexpr (requires { mark_field(field, kind, answer, turned); })
          return mark_field(field, kind, answer, turned);
        else
          return mark_field(field, kind, answer);
      },
      field.kind);
}

bool is_transposable(const AnswerField& field) {
  const auto* expression = std::get_if<Expression>(&field.kind);
  const auto* shape = std::get_if<ShapeAnswer>(&field.kind);
  return (expression && expression->transposable) || (shape && shape->transposable);
}

Marking mark_all(const Form& form, double out_of, const lab::Json& given, bool turned) {
  Marking marking;
  marking.out_of = out_of;
  double shares = 0;
  int counted = 0;
  for (const AnswerField& field : form) {
    const lab::Json* answer = given.member(field.id);
    const bool none = !answer || std::holds_alternative<std::nullptr_t>(answer->value);
    FieldMark mark = none ? FieldMark{field.id} : mark_answer(field, *answer, turned);
    mark.practice = field.practice;
    if (!field.practice) {
      shares += mark.share;
      ++counted;
    }
    marking.fields.push_back(std::move(mark));
  }
  marking.marks = counted == 0 ? 0 : out_of * shares / counted;
  return marking;
}

}  // namespace

Marking mark(const Form& form, double out_of, const lab::Json& answers) {
  const lab::Json* inner = answers.member("answers");
  const lab::Json& given = inner ? *inner : answers;
  Marking straight = mark_all(form, out_of, given, false);
  if (std::none_of(form.begin(), form.end(), is_transposable)) return straight;
  Marking turned = mark_all(form, out_of, given, true);
  return turned.marks > straight.marks ? turned : straight;
}

namespace {

// What a text means for a field of each kind.
struct Meaning {
  std::string_view text, part;

  Understood plain() const { return {true, "read as " + std::string(text)}; }
  Understood calculated() const {
    const auto read = num::calculate(text);
    if (!read.value) return {false, read.error};
    return {true, "read as " + lab::text(*read.value)};
  }
  Understood operator()(const OneOf&) const { return plain(); }
  Understood operator()(const ManyOf&) const { return plain(); }
  Understood operator()(const Rubric&) const { return plain(); }
  Understood operator()(const Number&) const { return calculated(); }
  Understood operator()(const Cells&) const { return calculated(); }
  Understood operator()(const Expression& kind) const { return understood(text, kind.symbols); }
  Understood operator()(const Symbols& kind) const { return understood(text, kind.symbols); }
  Understood operator()(const Derivation& kind) const {
    std::size_t line = kind.steps.size();
    for (std::size_t i = 0; i < kind.steps.size(); ++i)
      if (std::to_string(i + 1) == part) line = i;
    return understood(text, symbols_of_line(kind, line));
  }
  Understood operator()(const ShapeAnswer& kind) const { return marked(kind); }
  Understood operator()(const Factors& kind) const { return marked(kind); }

  // Marking reads the text, too; its verdict is not told.
  template <class Of>
  Understood marked(const Of& kind) const {
    lab::Json answer;
    answer.value = std::string(text);
    const FieldMark mark = mark_answer({"", "", kind, ""}, answer, false);
    if (mark.outcome == Outcome::invalid) return {false, mark.message};
    return {true, "read as " + mark.read_as};
  }
};

}  // namespace

Understood understand(const AnswerField& field, std::string_view text, std::string_view part) {
  if (is_blank(text)) return {false, ""};
  return std::visit(Meaning{text, part}, field.kind);
}

std::string json(const Marking& marking) {
  lab::Writer fields('[');
  for (const FieldMark& f : marking.fields) {
    lab::Writer parts('[');
    for (const PartMark& p : f.parts)
      parts.item(lab::Writer('{')
                     .member("id", lab::quoted(p.id))
                     .member("outcome", lab::quoted(name(p.outcome)))
                     .member("contested", p.contested ? "true" : "false")
                     .member("message", lab::quoted(p.message))
                     .done());
    lab::Writer notes('[');
    for (const std::string& note : f.notes) notes.item(lab::quoted(note));
    fields.item(lab::Writer('{')
                    .member("id", lab::quoted(f.id))
                    .member("outcome", lab::quoted(name(f.outcome)))
                    .member("share", lab::json(f.share))
                    .member("read_as", lab::quoted(f.read_as))
                    .member("message", lab::quoted(f.message))
                    .member("self_assessed", f.self_assessed ? "true" : "false")
                    .member("practice", f.practice ? "true" : "false")
                    .member("parts", parts.done())
                    .member("notes", notes.done())
                    .done());
  }
  return lab::Writer('{')
      .member("marks", lab::json(marking.marks))
      .member("out_of", lab::json(marking.out_of))
      .member("fields", fields.done())
      .done();
}

}  // namespace exam
