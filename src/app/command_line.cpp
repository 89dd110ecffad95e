#include "app/command_line.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "app/bench.h"
#include "app/crew.h"
#include "app/engine_calls.h"
#include "app/picture_file.h"
#include "app/stopwatch.h"
#include "app/window.h"
#include "exam/transcript.h"
#include "lab/csv.h"
#include "lab/json.h"
#include "lab/number.h"
#include "lab/parts.h"
#include "lab/utf8.h"

namespace app {
namespace {

using Arguments = std::vector<std::string>;

constexpr int most_mates = 64;

constexpr const char* manual =
    "examlab list                          the catalogue as JSON\n"
    "examlab eval LINK...                  the report of each link as JSON, one a line\n"
    "        [--file KEY=FILE]             with a file of your own for the field KEY\n"
    "        [--mates N]                   with N threads beside, which change nothing of it\n"
    "examlab digest LINK...                a hash of each report with its figures, one a line\n"
    "examlab mark LINK ANSWERS.json        marks and feedback; - reads the standard input\n"
    "examlab csv LINK FIGURE               the data of a figure, at most 5 MiB of it\n"
    "examlab window LINK [--shot FILE.png] [--size WxH] [--scale S] [--dark|--light]\n"
    "        [--covered] [--file KEY=FILE] the native window, or one frame of it as a picture;\n"
    "                                      of several shots each looks like the one before but\n"
    "                                      for what follows it\n"
    "examlab call                          the calls of the engine that the page makes, as JSON\n"
    "examlab call LINK NAME [JSON]         its answer at a link, before the first step\n"
    "examlab measure LINK                  what the lab times on this machine, as JSON\n"
    "examlab bench                         timings on this machine as JSON\n"
    "A link is ID or ID#key=value&key=value: 1f#classes=10, or the address of a page with it\n"
    "What stands behind a slash is the lab's alone: 1f#classes=10/sigma=0.5\n";

int misused(const std::string& why) {
  std::fprintf(stderr, "examlab: %s\n\n%s", why.c_str(), manual);
  return 2;
}

int failed(const std::string& why) {
  std::fprintf(stderr, "examlab: %s\n", why.c_str());
  return 1;
}

int print(const std::string& text) {
  std::printf("%s\n", text.c_str());
  return 0;
}

// Opens `link`; where it names nothing, says so and returns false.
bool open(exam::Session& session, const std::string& link) {
  if (session.open(link)) return true;
  for (const lab::Problem& p : session.notices()) failed(p.message);
  return false;
}

// Gives the session the file of "KEY=PATH"; where it cannot, says why and returns false.
bool give(exam::Session& session, const std::string& file) {
  const std::size_t equals = file.find('=');
  const std::string key = file.substr(0, equals);
  const lab::Field* const field = session.fields().find(key);
  const auto* const asset = field ? std::get_if<lab::Asset>(&field->slot) : nullptr;
  lab::ContentReading content;
  const std::string path = equals == std::string::npos ? "" : file.substr(equals + 1);
  if (asset) content = read_content(path, asset->media);
  const lab::Reading reading = session.give(key, path.substr(path.find_last_of('/') + 1), content);
  if (reading.outcome == lab::Reading::refused) failed(reading.message);
  return reading.outcome != lab::Reading::refused;
}

// Takes "--file KEY=PATH" out of the arguments, as often as it is there.
std::vector<std::string> taken_files(Arguments& arguments) {
  std::vector<std::string> files;
  for (std::size_t i = 0; i + 1 < arguments.size();) {
    if (arguments[i] != "--file") {
      ++i;
      continue;
    }
    files.push_back(arguments[i + 1]);
    const auto at = arguments.begin() + static_cast<std::ptrdiff_t>(i);
    arguments.erase(at, at + 2);
  }
  return files;
}

bool give_all(exam::Session& session, const std::vector<std::string>& files) {
  return std::all_of(files.begin(), files.end(),
                     [&](const std::string& file) { return give(session, file); });
}

// Takes "--mates N" out of the arguments: how many threads take part; nothing where N is no such
// number.
std::optional<int> taken_mates(Arguments& arguments) {
  const auto at = std::find(arguments.begin(), arguments.end(), "--mates");
  if (at == arguments.end()) return spare_cores();
  const auto number = at + 1 == arguments.end() ? std::nullopt : lab::real(*(at + 1));
  if (!number || *number < 0 || *number > most_mates || *number != std::floor(*number))
    return std::nullopt;
  arguments.erase(at, at + 2);
  return static_cast<int>(*number);
}

// Runs what the parameters ask for, with the progress of long runs on the error stream.
void finish(exam::Session& session, int mates = spare_cores()) {
  constexpr double slice = 0.05;
  constexpr std::int64_t worth_telling = 1000;
  Crew crew(mates);
  std::int64_t told = 0;
  while (!crew.advance(session, slice)) {
    if (session.done() - told < worth_telling) continue;
    told = session.done();
    std::fprintf(stderr, "\rstep %lld of %lld", static_cast<long long>(told),
                 static_cast<long long>(session.total()));
  }
  if (told > 0) std::fprintf(stderr, "\n");
}

// Prints what `tell` says of each link after its last step, one a line.
int tell_each(const exam::Catalogue& catalogue, Arguments links,
              std::string (*tell)(const exam::Session&)) {
  const std::vector<std::string> files = taken_files(links);
  const std::optional<int> mates = taken_mates(links);
  if (!mates) return misused("--mates takes a number from 0 to " + std::to_string(most_mates));
  if (links.empty()) return misused("it takes at least one link");
  int code = 0;
  for (const std::string& link : links) {
    exam::Session session(catalogue);
    if (!open(session, link)) {
      code = 2;
      continue;
    }
    if (!give_all(session, files)) {
      code = 1;
      continue;
    }
    finish(session, *mates);
    print(tell(session));
  }
  return code;
}

std::optional<std::string> content(const std::string& path) {
  if (path == "-") {
    std::string text;
    for (int c = std::getchar(); c != EOF; c = std::getchar()) text += static_cast<char>(c);
    return text;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// A sentence for each answer to a field that the form does not have.
std::vector<std::string> strays(const exam::Form& form, const lab::Json& answers) {
  const lab::Json* const inner = answers.member("answers");
  const lab::Json::Object* const given = (inner ? *inner : answers).object();
  if (!given) return {"\"answers\" must hold an object of answers"};
  std::vector<std::string> ids, sentences;
  for (const exam::AnswerField& field : form) ids.push_back(field.id);
  for (const auto& [id, answer] : *given)
    if (std::find(ids.begin(), ids.end(), id) == ids.end())
      sentences.push_back("there is no field \"" + std::string(lab::whole_characters(id, 40)) +
                          "\", so its answer is not marked; there are: " + lab::enumerated(ids));
  return sentences;
}

int mark(const exam::Catalogue& catalogue, const Arguments& arguments) {
  if (arguments.size() != 2) return misused("mark takes a link and a file with answers");
  exam::Session session(catalogue);
  if (!open(session, arguments[0])) return 2;
  if (!session.part()) return failed(arguments[0] + " is a lab: there is nothing to mark");
  const auto text = content(arguments[1]);
  if (!text) return failed("the file " + arguments[1] + " cannot be read");
  const lab::JsonReading answers = lab::parse_json(*text);
  if (!answers.value) return failed(arguments[1] + " is not JSON: " + answers.error);
  if (!answers.value->object()) return failed(arguments[1] + " must hold an object of answers");
  for (const lab::Problem& p : session.notices()) failed(p.message);
  for (const std::string& sentence : strays(session.form(), *answers.value)) failed(sentence);
  return print(exam::json(session.mark(*answers.value)));
}

int csv(const exam::Catalogue& catalogue, const Arguments& arguments) {
  if (arguments.size() != 2) return misused("csv takes a link and the key of a figure");
  exam::Session session(catalogue);
  if (!open(session, arguments[0])) return 2;
  finish(session);
  std::string keys;
  for (const lab::Figure& figure : session.report().figures) {
    if (figure.key == arguments[1]) {
      const std::string table = lab::csv(figure);
      std::fputs(table.c_str(), stdout);
      if (const std::string cut = lab::left_out_of_csv(table); !cut.empty()) failed(cut);
      return 0;
    }
    keys += ' ' + figure.key;
  }
  return failed("there is no figure " + arguments[1] + "; there are:" + keys);
}

// Makes one of the engine's calls, as the page does.
int call(const exam::Catalogue& catalogue, const Arguments& arguments) {
  if (arguments.empty()) return print(calls_json());
  if (arguments.size() < 2 || arguments.size() > 3)
    return misused("call takes a link, a name and its arguments");
  Engine engine(catalogue);
  if (!open(engine.session, arguments[0])) return 2;
  const std::span<const Call> all = calls();
  const auto named =
      std::find_if(all.begin(), all.end(), [&](const Call& c) { return c.name == arguments[1]; });
  if (named == all.end()) return misused("the engine has no call " + arguments[1]);
  const Answer answer = make_call(engine, static_cast<std::size_t>(named - all.begin()),
                                  arguments.size() == 3 ? arguments[2] : "{}");
  if (!answer.good) return failed(std::get<std::string>(answer.content));
  const std::span<const std::uint8_t> bytes = answer.bytes();
  std::fwrite(bytes.data(), 1, bytes.size(), stdout);
  return std::holds_alternative<std::string>(answer.content) ? print("") : 0;
}

// {"link": ..., "times": {"conv": {"median_ms", "low_ms", "high_ms", "samples"}, ...}}, with the
// quartiles of one run.
int measure(const exam::Catalogue& catalogue, const Arguments& arguments) {
  if (arguments.size() != 1) return misused("measure takes a link");
  exam::Session session(catalogue);
  if (!open(session, arguments[0])) return 2;
  finish(session);
  Stopwatch stopwatch(session.trials());
  while (!stopwatch.run(1)) {
  }
  lab::Writer times('{');
  for (const lab::Timing& t : stopwatch.timings())
    times.member(t.key, lab::Writer('{')
                            .member("median_ms", lab::json(1e3 * t.median))
                            .member("low_ms", lab::json(1e3 * t.low))
                            .member("high_ms", lab::json(1e3 * t.high))
                            .member("samples", std::to_string(t.samples))
                            .done());
  return print(lab::Writer('{')
                   .member("link", lab::quoted(session.link()))
                   .member("times", times.done())
                   .done());
}

// "1200x800" into a look; false where it is something else.
bool read_size(const std::string& text, Look& look) {
  const std::size_t x = text.find('x');
  if (x == std::string::npos) return false;
  const auto width = lab::real(text.substr(0, x)), height = lab::real(text.substr(x + 1));
  if (!width || !height || *width < 100 || *width > 8192 || *height < 0 || *height > 8192)
    return false;
  look.width = static_cast<int>(*width);
  look.height = static_cast<int>(*height);
  return true;
}

bool read_scale(const std::string& text, Look& look) {
  const auto scale = lab::real(text);
  if (!scale || *scale < 0.25 || *scale > 8) return false;
  look.scale = *scale;
  return true;
}

int window(const exam::Catalogue& catalogue, Arguments arguments) {
  const std::vector<std::string> files = taken_files(arguments);
  WindowOptions options;
  std::string link;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    const bool valued =
        word == "--shot" || word == "--size" || word == "--scale" || word == "--file";
    if (valued && i + 1 == arguments.size()) return misused(word + " needs a value");
    const std::string value = valued ? arguments[++i] : "";
    Look& look = options.shots.empty() ? options.look : options.shots.back().look;
    if (word == "--dark" || word == "--light") {
      look.dark = word == "--dark";
    } else if (word == "--covered") {
      options.covered = true;
    } else if (word == "--shot") {
      options.shots.push_back({value, look});
    } else if (word == "--size" && !read_size(value, look)) {
      return misused("--size takes WIDTHxHEIGHT in points, 100 to 8192");
    } else if (word == "--scale" && !read_scale(value, look)) {
      return misused("--scale takes a number from 0.25 to 8");
    } else if (!valued && (word.starts_with("--") || !link.empty())) {
      return misused("window does not know " + word);
    } else if (!valued) {
      link = word;
    }
  }
  if (link.empty()) return misused("window takes a link");
  exam::Session session(catalogue);
  if (!open(session, link)) return 2;
  if (!give_all(session, files)) return 1;
  return run_window(session, options);
}

}  // namespace

int run_command(const exam::Catalogue& catalogue, int argc, char** argv) {
  const std::string command = argc > 1 ? argv[1] : "";
  const Arguments rest(argv + std::min(argc, 2), argv + argc);
  const bool asks = std::find(rest.begin(), rest.end(), "--help") != rest.end();
  if (command == "--help" || command == "-h" || command == "help" || asks) {
    std::fputs(manual, stdout);
    return 0;
  }
  if (command == "list") return print(exam::catalogue_json(catalogue));
  if (command == "eval") return tell_each(catalogue, rest, exam::report_json);
  if (command == "digest") return tell_each(catalogue, rest, exam::digest_text);
  if (command == "mark") return mark(catalogue, rest);
  if (command == "csv") return csv(catalogue, rest);
  if (command == "window") return window(catalogue, rest);
  if (command == "call") return call(catalogue, rest);
  if (command == "measure") return measure(catalogue, rest);
  if (command == "bench") return print(bench_json());
  return misused(command.empty() ? "a command is missing" : "there is no command " + command);
}

}  // namespace app
