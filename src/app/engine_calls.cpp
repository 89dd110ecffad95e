#include "app/engine_calls.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "app/sharing_calls.h"
#include "exam/marking.h"
#include "exam/pace.h"
#include "exam/written_lines.h"
#include "lab/asset.h"
#include "lab/csv.h"
#include "lab/json.h"
#include "lab/reading.h"
#include "lab/wire.h"
#include "lab/written_matrix.h"

namespace app {
namespace {

// What each call does; by the names of the calls, some of which the command line has, too.
namespace called {

Answer all_calls(Engine&, const Given&) { return {true, calls_json()}; }

Answer catalogue(Engine& engine, const Given&) {
  return {true, exam::catalogue_json(engine.catalogue)};
}

// {"known": ..., "problems": [...]}
Answer open(Engine& engine, const Given& given) {
  const bool known = engine.session.open(given.text("link"));
  return {true, lab::Writer('{')
                    .member("known", lab::truth(known))
                    .member("problems", exam::problems_json(engine.session.notices()))
                    .done()};
}

Answer link(Engine& engine, const Given&) { return {true, lab::quoted(engine.session.link())}; }

double is_open(Engine& engine, double) { return engine.session.is_open(); }

// {"outcome": ..., "message": ...}
std::string reading_json(const lab::Reading& reading) {
  constexpr const char* outcomes[] = {"taken", "clamped", "refused"};
  return lab::Writer('{')
      .member("outcome", lab::quoted(outcomes[reading.outcome]))
      .member("message", lab::quoted(reading.message))
      .done();
}

// Sets [[key, value], ...] in this order: a reading for each.
Answer set(Engine& engine, const Given& given) {
  lab::Writer readings('[');
  const lab::Json::Array* const pairs = given.json("pairs").array();
  if (!pairs) return refused("set takes a list of pairs");
  for (const lab::Json& pair : *pairs) {
    const lab::Json::Array* const two = pair.array();
    if (!two || two->size() != 2 || !(*two)[0].string() || !(*two)[1].string())
      return refused("set takes pairs of a key and a value");
    readings.item(reading_json(engine.session.set(*(*two)[0].string(), *(*two)[1].string())));
  }
  return {true, readings.done()};
}

// The lab's numbers become the question's: a reading.
Answer ask(Engine& engine, const Given&) { return {true, reading_json(engine.session.ask())}; }

// The lab returns to the question's numbers. Answers with its link.
Answer back(Engine& engine, const Given&) {
  engine.session.back();
  return {true, lab::quoted(engine.session.link())};
}

// A guess has been made: its truth is worked out with the steps that follow. Answers with null.
Answer seek_truth(Engine& engine, const Given&) {
  engine.session.seek_truth();
  return {true, "null"};
}

Answer mark(Engine& engine, const Given& given) {
  return {true, exam::json(engine.session.mark(given.json("answers")))};
}

// What `text` means as the answer to a question or to a part of it: {"valid": ..., "message": ...}.
Answer understand(Engine& engine, const Given& given) {
  for (const exam::AnswerField& field : engine.session.form()) {
    if (field.id != given.text("question")) continue;
    const exam::Understood understood =
        exam::understand(field, given.text("text"), given.text("part"));
    return {true, lab::Writer('{')
                      .member("valid", lab::truth(understood.valid))
                      .member("message", lab::quoted(understood.message))
                      .done()};
  }
  return refused("there is no such field");
}

// The data of a figure: {"text": ..., "left_out": ...}, the latter a sentence or "".
Answer csv(Engine& engine, const Given& given) {
  const lab::Figure* const figure = engine.session.report().figures.find(given.text("figure"));
  if (!figure) return refused("there is no such figure");
  const std::string table = lab::csv(*figure);
  return {true, lab::Writer('{')
                    .member("text", lab::quoted(table))
                    .member("left_out", lab::quoted(lab::left_out_of_csv(table)))
                    .done()};
}

// What a matrix as people write it has in its cells: {"rows": [["1", "2"]], "laid_out": false,
// "error": ""}, as lab/written_matrix.h has it.
Answer matrix(Engine&, const Given& given) {
  const lab::WrittenMatrix written = lab::written_matrix(given.text("text"));
  lab::Writer rows('[');
  for (const std::vector<std::string>& row : written.rows) rows.item(lab::quoted(row));
  return {true, lab::Writer('{')
                    .member("rows", rows.done())
                    .member("laid_out", lab::truth(written.laid_out))
                    .member("error", lab::quoted(written.error))
                    .done()};
}

// The lines of a text for several lines (exam/written_lines.h), as a list.
Answer lines(Engine&, const Given& given) {
  return {true, lab::quoted(exam::written_lines(given.text("text")))};
}

// Gives the field `key` the file that comes along: its bytes, or for a picture four bytes for each
// of its `pixels`, [width, height]; null with any other file. Answers with a reading.
Answer give(Engine& engine, const Given& given) {
  int sides[2] = {};
  if (const lab::Json::Array* const pixels = given.json("pixels").array()) {
    if (pixels->size() != 2) return refused("give takes the two sides of a picture");
    for (std::size_t i = 0; i < 2; ++i) {
      const double* const side = (*pixels)[i].number();
      constexpr double most = 1 << 20;
      if (!side || !(*side >= 1 && *side <= most) || *side != static_cast<int>(*side))
        return refused("the sides of a picture are whole numbers");
      sides[i] = static_cast<int>(*side);
    }
  }
  const std::string_view key = given.text("key");
  const lab::Field* const field = engine.session.fields().find(key);
  const auto* const asset = field ? std::get_if<lab::Asset>(&field->slot) : nullptr;
  const lab::ContentReading content =
      asset ? lab::content_of(asset->media, given.file, sides[0], sides[1]) : lab::ContentReading{};
  return {true, reading_json(engine.session.give(key, given.text("name"), content))};
}

Answer page(Engine& engine, const Given&) { return {true, exam::page_json(engine.session)}; }

Answer report(Engine& engine, const Given&) { return {true, exam::report_json(engine.session)}; }

Answer digest(Engine& engine, const Given&) {
  return {true, lab::quoted(exam::digest_text(engine.session))};
}

std::vector<std::uint8_t> view(Engine& engine, const Given&) {
  return lab::encode(engine.session.view());
}

// The page's members and the view's figures that are not as they were at the last of these calls.
Answer page_changes(Engine& engine, const Given&) {
  return {true, engine.pages.changes(engine.session)};
}
std::vector<std::uint8_t> parcel(Engine& engine, const Given&) {
  return engine.sender.parcel(engine.session.view());
}

// Steps taken and steps asked for.
double done(Engine& engine, double) { return static_cast<double>(engine.session.done()); }
double total(Engine& engine, double) { return static_cast<double>(engine.session.total()); }

// Takes up to so many steps: 1 when none is left, else 0.
double advance(Engine& engine, double steps) {
  constexpr double most = 1e15;
  const double whole = steps > 0 ? std::min(steps, most) : 0;
  const bool settled = engine.session.advance(static_cast<std::int64_t>(whole));
  if (settled) engine.own.rest();
  return settled;
}

double playing(Engine& engine, double) { return engine.session.playing(); }

// Sends a run that plays to its next picture, on a machine that takes `step_ms` for a step and
// `picture_ms` from one picture to the next: for how many ms the picture stands, 0 where nothing
// plays any longer.
Answer go_on(Engine& engine, const Given& given) {
  exam::Session& session = engine.session;
  if (!session.playing()) return {true, "0"};
  const exam::Speed speed{given.number("step_ms") / 1000, given.number("picture_ms") / 1000};
  const exam::Pace pace = exam::pace(std::get<lab::Whole>(session.horizon()->slot), speed);
  return {true, session.go_on(pace.steps) ? lab::json(1000 * pace.seconds) : "0"};
}

// Times the lab's trials for about `ms`: 0 while there is more to do, 1 when nothing is left, 2
// when the figures have just got new times.
double measure(Engine& engine, double ms) {
  const Timekeeper::State state = engine.timekeeper.run(engine.session, 1e-3 * ms);
  if (state.told) return 2;
  return state.idle ? 1 : 0;
}

using enum Takes;
constexpr bool anytime = false;

constexpr Call table[] = {
    {"calls", {}, all_calls, anytime},
    {"catalogue", {}, catalogue, anytime},
    {"open", {{{"link", text}}}, open, anytime},
    {"set", {{{"pairs", json}}}, set},
    {"ask", {}, ask},
    {"back", {}, back},
    {"seek_truth", {}, seek_truth},
    {"mark", {{{"answers", json}}}, mark},
    {"understand", {{{"question", text}, {"part", text}, {"text", text}}}, understand},
    {"csv", {{{"figure", text}}}, csv},
    {"matrix", {{{"text", text}}}, matrix, anytime},
    {"lines", {{{"text", text}}}, lines, anytime},
    {"give", {{{"key", text}, {"name", text}, {"pixels", json}}}, give},
    {"link", {}, link},
    {"page", {}, page},
    {"report", {}, report},
    {"digest", {}, digest},
    {"view", {}, view},
    {"page_changes", {}, page_changes},
    {"parcel", {}, parcel},
    {"is_open", {}, is_open, anytime},
    {"done", {}, done},
    {"total", {}, total},
    {"advance", {{{"steps", number}}}, advance},
    {"members", {}, sharing::members},
    {"work", {}, sharing::work},
    {"assist", {{{"ms", number}}}, sharing::assist},
    {"stands", {}, sharing::stands},
    {"errand", {{{"mate", number}}}, sharing::errand},
    {"run_errand", {}, sharing::run_errand},
    {"bring", {}, sharing::bring},
    {"lose", {{{"mate", number}}}, sharing::lose},
    {"playing", {}, playing},
    {"go_on", {{{"step_ms", number}, {"picture_ms", number}}}, go_on},
    {"measure", {{{"ms", number}}}, measure},
};

}  // namespace called

constexpr std::span<const Call> table = called::table;

const char* name(Takes kind) {
  switch (kind) {
    case Takes::text:
      return "text";
    case Takes::number:
      return "number";
    case Takes::json:
      break;
  }
  return "json";
}

bool is(const lab::Json& value, Takes kind) {
  switch (kind) {
    case Takes::text:
      return value.string();
    case Takes::number:
      return value.number();
    case Takes::json:
      break;
  }
  return true;
}

// What is wrong with the arguments of a call; "" where nothing is.
std::string fault(const Call& call, const lab::Json& named) {
  const lab::Json::Object* const members = named.object();
  if (!members) return std::string(call.name) + " takes its arguments as an object";
  std::size_t declared = 0;
  for (const Argument& a : call.takes) {
    if (!a.name) continue;
    ++declared;
    const lab::Json* const value = named.member(a.name);
    if (!value || !is(*value, a.kind))
      return std::string(call.name) + " takes \"" + a.name + "\", which is " + name(a.kind);
  }
  if (members->size() == declared) return "";
  return std::string(call.name) + " does not take all that is given";
}

// The call at `place` where it can be made, else null.
const Call* found(const Engine& engine, std::size_t place) {
  if (place >= table.size()) return nullptr;
  const Call& call = table[place];
  return engine.session.is_open() || !call.needs_link ? &call : nullptr;
}

struct GivenBy {
  const char* operator()(Call::Json) const { return "json"; }
  const char* operator()(Call::Bytes) const { return "bytes"; }
  const char* operator()(Call::Number) const { return "number"; }
};

}  // namespace

std::span<const std::uint8_t> Answer::bytes() const {
  if (const auto* raw = std::get_if<std::vector<std::uint8_t>>(&content)) return *raw;
  const std::string& words = std::get<std::string>(content);
  return {reinterpret_cast<const std::uint8_t*>(words.data()), words.size()};
}

Answer refused(std::string sentence) { return {false, std::move(sentence)}; }

std::span<const Call> calls() { return table; }

std::string calls_json() {
  lab::Writer list('[');
  for (const Call& call : table) {
    lab::Writer takes('{');
    for (const Argument& a : call.takes)
      if (a.name) takes.member(a.name, lab::quoted(name(a.kind)));
    list.item(lab::Writer('{')
                  .member("name", lab::quoted(call.name))
                  .member("takes", takes.done())
                  .member("gives", lab::quoted(std::visit(GivenBy{}, call.made)))
                  .done());
  }
  return list.done();
}

Answer make_call(Engine& engine, std::size_t place, std::string_view arguments,
                 std::span<const std::uint8_t> file) {
  const Call* const call = found(engine, place);
  if (!call) return refused(place < table.size() ? "nothing is open" : "there is no such call");
  lab::JsonReading read = lab::parse_json(arguments);
  if (!read.value) return refused(std::string(call->name) + ": " + read.error);
  if (std::string wrong = fault(*call, *read.value); !wrong.empty()) return refused(wrong);
  if (const auto* made = std::get_if<Call::Json>(&call->made))
    return (*made)(engine, {std::move(*read.value), file});
  if (const auto* made = std::get_if<Call::Bytes>(&call->made))
    return {true, (*made)(engine, {std::move(*read.value), file})};
  return refused(std::string(call->name) + " goes from number to number");
}

double make_number_call(Engine& engine, std::size_t place, double argument) {
  const Call* const call = found(engine, place);
  const auto* const made = call ? std::get_if<Call::Number>(&call->made) : nullptr;
  return made ? (*made)(engine, argument) : 0;
}

}  // namespace app
