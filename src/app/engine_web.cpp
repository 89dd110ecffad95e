// The engine module of the page: one session behind C functions, run in a Web Worker. Texts and
// bytes come in through the buffer; a result stays valid until the next call.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/catalogue.h"
#include "app/stopwatch.h"
#include "exam/pace.h"
#include "exam/transcript.h"
#include "lab/csv.h"
#include "lab/json.h"
#include "lab/wire.h"

namespace {

std::vector<std::uint8_t> buffer;
std::string result;
std::vector<std::uint8_t> bytes;
int length = 0;
exam::Session session(app::catalogue());
app::Timekeeper timekeeper;

std::string_view input(int n) {
  const std::size_t size = n < 0 ? 0 : std::min(static_cast<std::size_t>(n), buffer.size());
  return {reinterpret_cast<const char*>(buffer.data()), size};
}

const char* text(std::string s) {
  result = std::move(s);
  length = static_cast<int>(result.size());
  return result.c_str();
}

// The texts before and after the first `separator`.
std::pair<std::string_view, std::string_view> parted(std::string_view s, char separator) {
  const std::size_t at = std::min(s.find(separator), s.size());
  return {s.substr(0, at), s.substr(std::min(at + 1, s.size()))};
}

std::string reading_json(const lab::Reading& reading) {
  constexpr const char* names[] = {"taken", "clamped", "refused"};
  return lab::Writer('{')
      .member("outcome", lab::quoted(names[reading.outcome]))
      .member("message", lab::quoted(reading.message))
      .done();
}

std::string opened_json(bool known) {
  lab::Writer problems('[');
  for (const lab::Problem& p : session.notices())
    problems.item(lab::Writer('{')
                      .member("key", lab::quoted(p.key))
                      .member("message", lab::quoted(p.message))
                      .done());
  return lab::Writer('{')
      .member("known", known ? "true" : "false")
      .member("problems", problems.done())
      .done();
}

std::string understood_json(const exam::Understood& understood) {
  return lab::Writer('{')
      .member("valid", understood.valid ? "true" : "false")
      .member("message", lab::quoted(understood.message))
      .done();
}

constexpr int largest_picture = 4096;

}  // namespace

// Every call but these six needs a session that is open; without one it answers with "" or 0.
extern "C" {

std::uint8_t* engine_buffer(int size) {
  buffer.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
  return buffer.data();
}

int engine_length() { return length; }

const char* engine_catalogue(int) { return text(exam::catalogue_json(app::catalogue())); }

const char* engine_open(int n) { return text(opened_json(session.open(input(n)))); }

const char* engine_set(int n) {
  if (!session.is_open()) return text("");
  const auto [key, value] = parted(input(n), '=');
  return text(reading_json(session.set(key, value)));
}

// Steps taken and steps asked for.
double engine_done() { return session.is_open() ? static_cast<double>(session.done()) : 0; }
double engine_total() { return session.is_open() ? static_cast<double>(session.total()) : 0; }

int engine_playing() { return session.is_open() && session.playing(); }

// Sends a run that plays to its next picture, on a machine that takes `step_ms` for a step. Returns
// for how many ms the picture stands, 0 where nothing plays any longer.
double engine_go_on(double step_ms) {
  if (!engine_playing()) return 0;
  const exam::Pace pace = exam::pace(std::get<lab::Whole>(session.horizon()->slot), step_ms / 1000);
  return session.go_on(pace.steps) ? 1000 * pace.seconds : 0;
}

int engine_advance(int steps) { return !session.is_open() || session.advance(steps) ? 1 : 0; }

// Times the lab's trials for about `ms`: 0 while there is more to do, 1 when nothing is left, 2
// when the figures have just got new times.
int engine_measure(int ms) {
  if (!session.is_open()) return 1;
  const app::Timekeeper::State state = timekeeper.run(session, 1e-3 * ms);
  if (state.told) return 2;
  return state.idle ? 1 : 0;
}

const char* engine_page(int) { return text(session.is_open() ? exam::page_json(session) : ""); }

const char* engine_report(int) { return text(session.is_open() ? exam::report_json(session) : ""); }

const std::uint8_t* engine_view(int) {
  bytes = session.is_open() ? lab::encode(session.view()) : std::vector<std::uint8_t>{};
  length = static_cast<int>(bytes.size());
  return bytes.data();
}

const char* engine_mark(int n) {
  if (!session.is_open()) return text("");
  const lab::JsonReading answers = lab::parse_json(input(n));
  if (answers.value) return text(exam::json(session.mark(*answers.value)));
  return text(lab::Writer('{').member("error", lab::quoted(answers.error)).done());
}

const char* engine_understand(int n) {
  if (!session.is_open()) return text("");
  const auto [id, rest] = parted(input(n), '\n');
  const auto [part, answer] = parted(rest, '\n');
  for (const exam::AnswerField& field : session.form())
    if (field.id == id) return text(understood_json(exam::understand(field, answer, part)));
  return text(understood_json({false, "there is no such field"}));
}

const char* engine_csv(int n) {
  if (!session.is_open()) return text("");
  for (const lab::Figure& figure : session.report().figures)
    if (figure.key == input(n)) return text(lab::csv(figure));
  return text("");
}

int engine_picture(int width, int height) {
  if (!session.is_open() || width < 1 || height < 1 || width > largest_picture ||
      height > largest_picture)
    return 0;
  const std::size_t size = 4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  if (buffer.size() < size) return 0;
  const auto end = buffer.begin() + static_cast<std::ptrdiff_t>(size);
  return session.receive({width, height, {buffer.begin(), end}}) ? 1 : 0;
}
}
