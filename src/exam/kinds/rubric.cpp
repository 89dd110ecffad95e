#include "exam/kinds/rubric.h"

#include <algorithm>
#include <optional>

namespace exam {
namespace {

// Whether each point is ticked. Nothing where no ticks are given; `wrong` says what is amiss.
using Ticks = std::optional<std::vector<bool>>;

std::size_t index_of(const Rubric& kind, std::string_view id) {
  const auto at = std::find_if(kind.points.begin(), kind.points.end(),
                               [id](const RubricPoint& p) { return p.id == id; });
  return static_cast<std::size_t>(at - kind.points.begin());
}

Ticks ticks(const Rubric& kind, const lab::Json* given, std::string& wrong) {
  if (!given || std::holds_alternative<std::nullptr_t>(given->value)) return std::nullopt;
  std::vector<bool> ticked(kind.points.size(), false);
  const auto tick = [&](const std::string* id, bool yes) {
    const std::size_t at = id ? index_of(kind, *id) : ticked.size();
    if (at == ticked.size())
      wrong = "there is no point called " + (id ? id->substr(0, 40) : "that");
    else
      ticked[at] = yes;
  };
  if (const auto* list = given->array()) {
    for (const lab::Json& item : *list) tick(item.string(), true);
  } else if (const auto* members = given->object()) {
    for (const auto& member : *members)
      if (const bool* yes = member.second.boolean()) tick(&member.first, *yes);
    if (std::none_of(members->begin(), members->end(),
                     [](const auto& m) { return m.second.boolean() != nullptr; }))
      return std::nullopt;
  } else {
    wrong = "the points are an object from their names to true or false, or a list of names";
  }
  return ticked;
}

double weighed(const Rubric& kind, const std::vector<bool>& ticked) {
  double all = 0, made = 0;
  for (std::size_t i = 0; i < ticked.size(); ++i) {
    all += kind.points[i].weight;
    made += ticked[i] ? kind.points[i].weight : 0;
  }
  return all > 0 ? made / all : 0;
}

}  // namespace

FieldMark Rubric::mark(const lab::Json& answer, const std::string& praise, Layout) const {
  FieldMark mark;
  const std::string* text = answer.string();
  if (!text && answer.member("text")) text = answer.member("text")->string();
  if (!text && !answer.member("points"))
    return invalid("this takes a text and, beside it, the points that it makes");
  std::string wrong;
  const Ticks ticked = ticks(*this, answer.member("points"), wrong);
  if (!wrong.empty()) return invalid(wrong);
  if (!text || is_blank(*text)) {
    if (ticked)
      mark.message = "There is no text, so the ticks earn nothing: write your answer first";
    return mark;
  }

  mark.self_assessed = true;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const RubricPoint& p = points[i];
    const Outcome made = !ticked ? Outcome::blank : (*ticked)[i] ? Outcome::right : Outcome::wrong;
    mark.parts.push_back({p.id, made, p.text + (p.reason.empty() ? "" : " " + p.reason), false});
  }
  for (const Trap& trap : traps)
    mark.notes.push_back("Often said: “" + trap.text + "” " + trap.cure);
  if (!ticked) {
    mark.message =
        "Nobody but you reads your text. Compare it with the points, tick those that it makes "
        "in your own words, and check again.";
    return mark;
  }
  set_share(mark, weighed(*this, *ticked));
  mark.message = "These marks are your own judgement. " + praise;
  return mark;
}

// Only the names of the points: what they say is part of the marking.
void Rubric::ask(lab::Writer& page) const {
  lab::Writer names('[');
  for (const RubricPoint& p : points) names.item(lab::quoted(p.id));
  page.member("points", names.done());
}

lab::Json Rubric::reference() const {
  lab::Json::Array made;
  std::string sentences;
  for (const RubricPoint& p : points) {
    sentences += (sentences.empty() ? "" : " ") + p.text;
    made.push_back(lab::Json{p.id});
  }
  lab::Json::Object answer;
  answer.emplace_back("text", lab::Json{std::move(sentences)});
  answer.emplace_back("points", lab::Json{std::move(made)});
  return lab::Json{std::move(answer)};
}

Understood Rubric::understand(std::string_view text, std::string_view) const {
  return read_as(text);
}

bool Rubric::tells_apart() const { return true; }

}  // namespace exam
