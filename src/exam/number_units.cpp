#include "exam/number_units.h"

#include <optional>
#include <vector>

#include "num/elementary.h"
#include "num/letters.h"
#include "num/plain_text.h"

namespace exam {
namespace {

// The names of one unit, in small letters.
struct Unit {
  const char* name;
  std::vector<std::string_view> spellings;
  double size = 1;  // of one, in the unit `of`, or else in units of that name
  const char* of = nullptr;
};

const std::vector<Unit>& units() {
  static const std::vector<Unit> all = {
      {"nats", {"nats", "nat", "nit", "nits", "nepit"}},
      {"bits", {"bits", "bit", "shannons", "shannon", "sh"}, num::log(2), "nats"},
      {"dits", {"dits", "dit", "bans", "ban", "hartleys", "hartley", "hart"}, num::log(10), "nats"},
      {"%",
       {"\\%",
        "%-points",
        "% points",
        "percentage points",
        "percentage point",
        "percent points",
        "prozentpunkte",
        "prozentpunkt",
        "per cents",
        "per cent",
        "per-cent",
        "percents",
        "percent",
        "pct",
        "pp",
        "p.p",
        "prozent",
        "pour cent",
        "pourcent",
        "por ciento",
        "por cento",
        "per cento",
        "procent",
        "procents",
        "points",
        "%"}},
      {"%", {"‰", "per mille", "per mil", "promille"}, 0.1},
      {"FLOPs", {"kflops", "kflop", "k flops", "kiloflops", "k ops", "kops"}, 1e3},
      {"FLOPs", {"mflops", "mflop", "m flops", "megaflops", "mega flops", "m ops", "mops"}, 1e6},
      {"FLOPs", {"gflops", "gflop", "g flops", "gigaflops", "giga flops", "g ops", "gops"}, 1e9},
      {"FLOPs",
       {"flops", "flop", "floating-point operations", "floating point operations", "operations",
        "operation", "ops"}},
      {"MACs", {"macs", "mac"}},
      {"cells", {"cells", "cell"}},
      {"px", {"px", "pixels", "pixel"}, 1, "cells"}};
  return all;
}

// What stands before `spelling` at the end of `s`. A longer word that ends alike is another one.
std::optional<std::string_view> number_before(std::string_view s, std::string_view spelling) {
  if (s.size() <= spelling.size() || num::lower(s.back()) != num::lower(spelling.back()) ||
      num::lower(s.substr(s.size() - spelling.size())) != num::lower(spelling))
    return std::nullopt;
  const std::string_view number = without_blanks(s.substr(0, s.size() - spelling.size()));
  const bool word =
      num::is_letter(spelling[0]) && num::is_letter(s[s.size() - spelling.size() - 1]);
  if (number.empty() || word) return std::nullopt;
  return number;
}

// A number and what stands behind it in brackets or in a typeface, in small letters: "5.52 [nats]",
// "5.52\text{ nats}".
struct Wrapped {
  std::string_view number;
  std::string inner;
};
std::vector<Wrapped> wrapped(std::string_view s) {
  std::vector<Wrapped> all;
  for (const auto& [open, close] : {std::pair<std::string_view, char>{"[", ']'},
                                    {"(", ')'},
                                    {"\\text{", '}'},
                                    {"\\mathrm{", '}'},
                                    {"\\textrm{", '}'},
                                    {"\\operatorname{", '}'}}) {
    const std::size_t at = s.empty() || s.back() != close ? s.npos : s.rfind(open);
    if (at == s.npos) continue;
    std::string_view inner = s.substr(at + open.size());
    inner.remove_suffix(1);
    while (inner.starts_with(' ')) inner.remove_prefix(1);
    const std::string_view number = without_blanks(s.substr(0, at));
    if (!number.empty()) all.push_back({number, num::lower(without_blanks(inner))});
  }
  return all;
}

// The number before a unit of that spelling, by itself or as `wraps` have it.
std::optional<std::string_view> number_before(std::string_view s, const std::vector<Wrapped>& wraps,
                                              std::string_view spelling) {
  if (const auto number = number_before(s, spelling)) return number;
  for (const Wrapped& w : wraps)
    if (w.inner == num::lower(spelling)) return w.number;
  return std::nullopt;
}

struct Parted {
  std::string_view number;
  const Unit* unit = nullptr;
};

// Prefixes that stand for a unit by themselves where that counts operations: "39.3 M".
const std::vector<Unit>& prefixes() {
  static const std::vector<Unit> all = {
      {"FLOPs", {"k"}, 1e3}, {"FLOPs", {"m"}, 1e6}, {"FLOPs", {"g"}, 1e9}};
  return all;
}

// The number and the unit behind it, where one of those that are known stands there.
Parted number_and_unit(std::string_view s, const std::vector<Wrapped>& wraps,
                       const std::vector<Unit>& of) {
  for (const Unit& u : of)
    for (const std::string_view spelling : u.spellings)
      if (const auto number = number_before(s, wraps, spelling)) return {*number, &u};
  return {s};
}

std::string another_unit(const Unit& u, std::string_view unit) {
  const std::string given = std::string("\"") + u.name + "\" is not the unit here: ";
  if (unit.empty()) return given + "a plain number is asked.";
  return given + "the answer is asked in " + std::string(unit) + ".";
}

}  // namespace

std::string_view without_blanks(std::string_view s) {
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view blank : {" ", "\t", "\r", "\n", "$", "~", "\\,", "\\;", "\\ "}) {
      if (!s.ends_with(blank)) continue;
      s.remove_suffix(blank.size());
      found = true;
    }
  }
  return s;
}

WithUnit with_unit(std::string_view s, std::string_view unit) {
  const std::vector<Wrapped> wraps = wrapped(s);
  Parted p = number_and_unit(s, wraps, units());
  if (!p.unit && unit == "FLOPs") p = number_and_unit(s, wraps, prefixes());
  if (!p.unit) {
    const auto own =
        unit.empty() ? std::nullopt : number_before(s, wraps, num::plain_characters(unit));
    return own ? WithUnit{*own, std::string(unit)} : WithUnit{s, ""};
  }
  WithUnit found{p.number, p.unit->name, p.unit->size};
  found.converts = p.unit->of && unit == p.unit->of;
  if (found.name == "%" && (unit.empty() || unit == "nats")) {
    found.size /= 100;
    found.converts = !unit.empty();
  } else if (found.name != unit && !found.converts) {
    found.error = another_unit(*p.unit, unit);
  }
  return found;
}

}  // namespace exam
