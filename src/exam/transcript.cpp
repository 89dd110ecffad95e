#include "exam/transcript.h"

#include "exam/form_json.h"
#include "lab/json.h"

namespace exam {
namespace {

using lab::json;
using lab::quoted;
using lab::truth;
using lab::whole;
using lab::Writer;

const char* name(lab::Offer offer) {
  switch (offer) {
    case lab::Offer::extra:
      return "extra";
    case lab::Offer::picked:
      return "picked";
    case lab::Offer::horizon:
      return "horizon";
    case lab::Offer::played:
      return "played";
    case lab::Offer::control:
      break;
  }
  return "control";
}

// A bound of a field as JSON.
std::string bound(std::int64_t n) { return whole(n); }
std::string bound(int n) { return whole(n); }
std::string bound(double x) { return json(x); }
std::string bound(bool b) { return truth(b); }
std::string bound(const std::string& s) { return quoted(s); }
std::string bound(const std::vector<std::string>& list) { return quoted(list); }
std::string bound(lab::Media media) { return quoted(lab::name(media)); }

std::string fields_json(const lab::Fields& fields) {
  Writer list('[');
  for (const lab::Field& f : fields.all()) {
    Writer w('{');
    w.member("key", quoted(f.key)).member("label", quoted(f.label));
    w.member("offer", quoted(name(f.offer)));
    const auto kind = [&w](const auto& slot) {
      w.member("kind", quoted(slot.kind));
      slot.bounds(slot, [&w](const char* key, const auto& b) { w.member(key, bound(b)); });
    };
    std::visit(kind, f.slot);
    if (!f.said.empty()) w.member("said", quoted(f.said));
    if (!f.withheld.empty()) w.member("withheld", quoted(f.withheld));
    w.member("value", quoted(text(f.slot))).member("initial", quoted(text(f.initial)));
    list.item(w.done());
  }
  return list.done();
}

std::string readouts_json(const std::vector<lab::Readout>& readouts) {
  Writer list('[');
  for (const lab::Readout& r : readouts) {
    const auto* undefined = std::get_if<lab::Undefined>(&r.value);
    list.item(Writer('{')
                  .member("key", quoted(r.key))
                  .member("label", quoted(r.label))
                  .member("unit", quoted(r.unit))
                  .member("value", json(r.value))
                  .member("reason", quoted(undefined ? undefined->reason : ""))
                  .done());
  }
  return list.done();
}

std::string figures_json(const lab::Figures& figures) {
  Writer list('[');
  for (const lab::Figure& f : figures)
    list.item(Writer('{')
                  .member("key", quoted(f.key))
                  .member("title", quoted(f.title))
                  .member("alt", quoted(f.alt))
                  .done());
  return list.done();
}

std::string part_json(const Part& part) {
  Writer w('{');
  w.member("id", quoted(part.id)).member("title", quoted(part.title));
  w.member("question", whole(part.question)).member("marks", json(part.marks));
  w.member("built", truth(part.exercise != nullptr));
  if (part.exercise) {
    const Instance paper = Instance::of_paper(*part.exercise);
    w.member("lab", quoted(part.exercise->lab().id));
    w.member("fields", fields_json(paper.parameters()));
    w.member("form", form_json(paper.form()));
  }
  return w.done();
}

}  // namespace

std::string problems_json(const std::vector<lab::Problem>& problems) {
  Writer list('[');
  for (const lab::Problem& p : problems)
    list.item(Writer('{').member("key", quoted(p.key)).member("message", quoted(p.message)).done());
  return list.done();
}

std::string catalogue_json(const Catalogue& catalogue) {
  Writer labs('['), paper('['), kinds('[');
  for (const lab::LabRow* row : catalogue.labs)
    labs.item(Writer('{')
                  .member("id", quoted(row->id))
                  .member("title", quoted(row->title))
                  .member("fields", fields_json(row->make()->declaration()))
                  .done());
  for (const Part& part : catalogue.paper) paper.item(part_json(part));
  for (const std::string_view kind : AllKinds::names) kinds.item(quoted(kind));
  return Writer('{')
      .member("labs", labs.done())
      .member("paper", paper.done())
      .member("kinds", kinds.done())
      .done();
}

std::string report_json(const Session& session) {
  Writer readouts('{'), reasons('{');
  bool undefined = false;
  for (const lab::Readout& r : session.report().readouts) {
    readouts.member(r.key, json(r.value));
    const auto* none = std::get_if<lab::Undefined>(&r.value);
    if (none) reasons.member(r.key, quoted(none->reason));
    undefined = undefined || none;
  }
  Writer report('{');
  report.member("link", quoted(session.link())).member("readouts", readouts.done());
  if (undefined) report.member("undefined", reasons.done());
  return report.member("problems", problems_json(session.report().problems)).done();
}

std::string digest_text(const Session& session) {
  const std::uint64_t digest = session.digest();
  std::string digits;
  for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[digest >> shift & 15];
  return digits;
}

namespace {

// The truth is told where the lab does what is asked about and no step is left. What is looked at,
// and how far the lab runs, may be elsewhere by then: the truth is what the lab says and draws at
// the question's numbers, once that is known.
std::string guess_json(const Session& session) {
  const Prediction* const prediction = session.prediction();
  if (!prediction) return "null";
  const bool told = session.done() >= session.total() && session.moved().empty();
  return prediction_json(*prediction, session.report(), told ? session.question_report() : nullptr);
}

// What is asked beside the lab: its link, the fields that make it a person's own question, whether
// the truth of a guess is sought, the values of all fields, and what the lab says there; `readouts`
// is null where that is what it says now, or not known yet. null for a bare lab.
std::string question_json(const Session& session) {
  if (!session.asked()) return "null";
  lab::Writer values('{');
  for (const lab::Field& field : session.asked()->at().all())
    values.member(field.key, quoted(text(field.slot)));
  std::string readouts = "null";
  const std::vector<std::string> moved = session.moved();
  if (const auto* known = moved.empty() ? nullptr : session.question_report()) {
    lab::Writer w('{');
    for (const lab::Readout& r : known->readouts) w.member(r.key, json(r.value));
    readouts = w.done();
  }
  return Writer('{')
      .member("link", quoted(session.question_link()))
      .member("own", quoted(session.asked()->own_keys()))
      .member("moved", quoted(moved))
      .member("askable", truth(session.askable()))
      .member("sought", truth(session.seeks_truth()))
      .member("values", values.done())
      .member("readouts", readouts)
      .done();
}

// Of the pinned run: its values of the fields that differ from the lab's, and its readouts, null
// until they are known. null where none is pinned.
std::string pinned_json(const Session& session) {
  const Pinned* const pinned = session.pinned();
  if (!pinned) return "null";
  std::string readouts = "null";
  if (pinned->report()) {
    lab::Writer w('{');
    for (const lab::Readout& r : pinned->report()->readouts) w.member(r.key, json(r.value));
    readouts = w.done();
  }
  lab::Writer values('{');
  for (const lab::Field& field : pinned->at().all())
    if (!(field.slot == session.fields().find(field.key)->slot))
      values.member(field.key, quoted(text(field.slot)));
  return Writer('{').member("values", values.done()).member("readouts", readouts).done();
}

using Members = std::vector<std::pair<const char*, std::string>>;

Members page_members(const Session& session) {
  const lab::Report& report = session.report();
  return {{"link", quoted(session.link())},
          {"id", quoted(session.id())},
          {"title", quoted(session.title())},
          {"variant", whole(session.variant_number())},
          {"marks", json(session.part() ? session.part()->marks : 0)},
          {"done", whole(session.done())},
          {"total", whole(session.total())},
          {"most", whole(session.most())},
          {"playing", truth(session.playing())},
          {"fields", fields_json(session.offered())},
          {"readouts", readouts_json(report.readouts)},
          {"figures", figures_json(report.figures)},
          {"problems", problems_json(report.problems)},
          {"question", question_json(session)},
          {"pinned", pinned_json(session)},
          {"form", form_json(session.form())},
          {"facts", facts_json(session.facts())},
          {"prediction", guess_json(session)}};
}

}  // namespace

std::string page_json(const Session& session) {
  Writer w('{');
  for (const auto& [name, value] : page_members(session)) w.member(name, value);
  return w.done();
}

std::string PageSender::changes(const Session& session) {
  Writer w('{');
  for (auto& [name, value] : page_members(session)) {
    std::string& sent = sent_[name];
    if (sent == value) continue;
    w.member(name, value);
    sent = std::move(value);
  }
  return w.done();
}

}  // namespace exam
