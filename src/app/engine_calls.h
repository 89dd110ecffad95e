// The calls that a page makes of the engine. Each is declared once, in the table of the source: its
// name, what it takes and what it does. `examlab call` prints the table, and a test holds it
// against web/src/calls.ts, which gives the page's types to the same names.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/assistant.h"
#include "app/stopwatch.h"
#include "exam/session.h"
#include "exam/transcript.h"
#include "lab/json.h"
#include "lab/parcel.h"

namespace app {

// What the calls work on: one session, the times that its lab takes, and the part that is taken
// here of a shared run, its own or that of another engine.
struct Engine {
  explicit Engine(exam::Catalogue shown) : catalogue(shown), session(shown) {}

  exam::Catalogue catalogue;
  exam::Session session;
  Timekeeper timekeeper;
  Assistant own;
  lab::Mate hired;
  lab::Sender sender;      // to the canvas
  exam::PageSender pages;  // to the page beside it
};

// How an argument comes: as a JSON string, a JSON number, or any JSON.
enum class Takes : std::uint8_t { text, number, json };

struct Argument {
  const char* name = nullptr;  // null behind the last one
  Takes kind = Takes::text;
};

// The arguments of one call by name, and the bytes of a file behind them. Those that the call
// declares are there and of their kind.
struct Given {
  lab::Json named;
  std::span<const std::uint8_t> file = {};

  const lab::Json& json(std::string_view name) const { return *named.member(name); }
  std::string_view text(std::string_view name) const { return *json(name).string(); }
  double number(std::string_view name) const { return *json(name).number(); }
};

// A result, or where `good` is false the sentence that says why there is none.
struct Answer {
  bool good = true;
  std::variant<std::string, std::vector<std::uint8_t>> content = {};

  std::span<const std::uint8_t> bytes() const;
};
Answer refused(std::string sentence);

// A call answers in JSON or in bytes; or it takes one number, gives one, and goes without texts,
// which is for what a worker asks between two slices of work.
struct Call {
  using Json = Answer (*)(Engine&, const Given&);
  using Bytes = std::vector<std::uint8_t> (*)(Engine&, const Given&);
  using Number = double (*)(Engine&, double);

  const char* name;
  std::array<Argument, 3> takes;
  std::variant<Json, Bytes, Number> made;
  bool needs_link = true;  // works on what is open
};

// All calls; a caller names one by its place. The first is "calls", which tells the others' places.
std::span<const Call> calls();

// The table as JSON: [{"name": "open", "takes": {"link": "text"}, "gives": "json"}, ...] where
// "gives" is "json", "bytes" or "number".
std::string calls_json();

// Makes the call at `place` with the arguments in the JSON object `arguments`. Refused where there
// is no such call, where an argument is missing, unknown or of another kind, and where nothing is
// open.
Answer make_call(Engine& engine, std::size_t place, std::string_view arguments,
                 std::span<const std::uint8_t> file = {});

// The same for a call from number to number; 0 where `make_call` would refuse.
double make_number_call(Engine& engine, std::size_t place, double argument);

}  // namespace app
