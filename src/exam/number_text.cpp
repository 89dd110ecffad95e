#include "exam/number_text.h"

#include <algorithm>
#include <iterator>

#include "num/formula_parser.h"
#include "num/letters.h"
#include "num/plain_text.h"
#include "num/utf8.h"
#include "num/written_number.h"

namespace exam {
namespace {

// The names of one unit, in small letters.
struct Unit {
  const char* name;
  std::vector<std::string_view> spellings;
  const char* in_nats = nullptr;  // what one of it is
  double size = 1;                // of one, in units of that name
};

const std::vector<Unit>& units() {
  static const std::vector<Unit> all = {
      {"nats", {"nats", "nat"}},
      {"bits", {"bits", "bit", "shannons", "shannon"}, "ln 2"},
      {"dits", {"dits", "dit", "bans", "ban", "hartleys", "hartley"}, "ln 10"},
      {"%", {"\\%", "%", "per cents", "per cent", "per-cent", "percents", "percent", "pct"}},
      {"FLOPs", {"kflops", "kflop"}, nullptr, 1e3},
      {"FLOPs", {"mflops", "mflop"}, nullptr, 1e6},
      {"FLOPs", {"gflops", "gflop"}, nullptr, 1e9},
      {"FLOPs", {"flops", "flop"}},
      {"MACs", {"macs", "mac"}},
      {"px", {"px", "pixels", "pixel"}}};
  return all;
}

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

std::string_view without_stop(std::string_view s) {
  s = without_blanks(s);
  if (s.ends_with('.') || s.ends_with(',')) s.remove_suffix(1);
  return without_blanks(s);
}

// What stands before `spelling` at the end of `s`. A longer word that ends alike is another one.
std::optional<std::string_view> before(std::string_view s, std::string_view spelling) {
  if (s.size() <= spelling.size() ||
      num::lower(s.substr(s.size() - spelling.size())) != num::lower(spelling))
    return std::nullopt;
  const std::string_view number = without_blanks(s.substr(0, s.size() - spelling.size()));
  const bool word = num::is_letter(spelling[0]) && s.size() > spelling.size() &&
                    num::is_letter(s[s.size() - spelling.size() - 1]);
  if (number.empty() || word) return std::nullopt;
  return number;
}

// The same with the unit in brackets or in a typeface: "5.52 [nats]", "5.52\text{ nats}".
std::optional<std::string_view> before_wrapped(std::string_view s, std::string_view spelling) {
  if (const auto number = before(s, spelling)) return number;
  for (const auto& [open, close] : {std::pair<std::string_view, char>{"[", ']'},
                                    {"(", ')'},
                                    {"\\text{", '}'},
                                    {"\\mathrm{", '}'},
                                    {"\\textrm{", '}'},
                                    {"\\operatorname{", '}'}}) {
    const std::size_t at = s.rfind(open);
    if (at == s.npos || s.back() != close) continue;
    std::string_view inner = s.substr(at + open.size());
    inner.remove_suffix(1);
    while (inner.starts_with(' ')) inner.remove_prefix(1);
    if (num::lower(without_blanks(inner)) != num::lower(spelling)) continue;
    const std::string_view number = without_blanks(s.substr(0, at));
    if (!number.empty()) return number;
  }
  return std::nullopt;
}

struct Parted {
  std::string_view number;
  const Unit* unit = nullptr;
};

// The number and the unit behind it, where one of those that are known stands there.
Parted parted(std::string_view s) {
  for (const Unit& u : units())
    for (const std::string_view spelling : u.spellings)
      if (const auto number = before_wrapped(s, spelling)) return {*number, &u};
  return {s};
}

std::string another_unit(const Unit& u, std::string_view unit) {
  const std::string given = std::string("\"") + u.name + "\" is not the unit here: ";
  if (unit.empty()) return given + "a plain number is asked.";
  std::string sentence = given + "the answer is asked in " + std::string(unit) + ".";
  if (u.in_nats && unit == "nats") {
    std::string one = u.name;
    one.pop_back();
    sentence += " 1 " + one + " is " + u.in_nats + " nats.";
  }
  return sentence;
}

// `typed` with a blank for each character outside of [from, to), so that places stay.
std::string only(std::string_view typed, std::size_t from, std::size_t to) {
  return std::string(num::characters(typed.substr(0, from)), ' ') +
         std::string(typed.substr(from, to - from));
}

std::size_t approximation(std::string_view s) {
  for (const std::string_view sign : {"\\approx", "\\simeq", "\\sim", "≈", "~"})
    if (s.starts_with(sign)) return sign.size();
  for (const std::string_view word : {"approximately", "approx.", "approx", "circa", "ca."})
    if (num::lower(s.substr(0, word.size())) == word &&
        !num::is_letter(num::char_at(s, word.size())))
      return word.size();
  return 0;
}

// Where the next sign of equality begins and how long it is; the end and 0 where there is none.
struct Sign {
  std::size_t at, size;
};
Sign equality(std::string_view s, std::size_t from) {
  for (std::size_t at = from; at < s.size(); ++at) {
    const std::string_view rest = s.substr(at);
    // "Loss: 5.52" and "ln 250 ~ 5.52"; a tilde parts a unit from its number, too.
    if (rest[0] == ':' && rest.substr(1, 1) != "=" && num::is_letter(num::char_at(s, from)))
      return {at, 1};
    const std::size_t next = s.find_first_not_of(' ', at + 1);
    if (rest[0] == '~' && at > from && next != s.npos &&
        (num::is_digit(s[next]) || s[next] == '.' || s[next] == '-'))
      return {at, 1};
    for (const std::string_view sign : {":=", "==", "=", "≈", "\\approx", "\\simeq"})
      if (rest.starts_with(sign)) return {at, sign.size()};
  }
  return {s.size(), 0};
}

// One side: the calculation in [from, to) of the plain text.
NumberSide read(const num::PlainText& plain, std::size_t from, std::size_t to,
                std::string_view unit) {
  std::string_view s = std::string_view(plain.text).substr(from, to - from);
  while (s.starts_with(' ') || s.starts_with('$')) s.remove_prefix(1);
  s.remove_prefix(approximation(s));
  s = without_blanks(s);
  NumberSide side;
  const auto place = [&](std::string_view part) {
    return static_cast<std::size_t>(part.data() - plain.text.data());
  };
  side.written = plain.quoted(place(s), s.size());
  std::string_view number = s;
  const std::string_view stopped = without_stop(s);
  const Parted p = parted(stopped);
  if (const auto own = p.unit || unit.empty()
                           ? std::nullopt
                           : before_wrapped(stopped, num::plain_characters(unit))) {
    number = *own;
  } else if (p.unit) {
    number = p.number;
    side.percent = p.unit->name == std::string_view("%");
    const bool hundredths = unit.empty() && side.percent;
    if (!hundredths && p.unit->name != unit) {
      side.result.error = another_unit(*p.unit, unit);
      return side;
    }
  }
  const double parts = unit.empty() && side.percent ? 100 : 1;
  const double size = p.unit ? p.unit->size : 1;
  const std::size_t begin = plain.origin(place(number));
  const std::string text = only(plain.typed, begin, plain.origin(place(number) + number.size()));
  side.result = num::calculate(text);
  if (side.result.value) *side.result.value *= size / parts;
  side.result.noise *= size / parts;
  const num::WrittenNumber one = num::written_number(number);
  if (one.decimal) {
    side.decimal = *one.decimal * size / parts;
    side.thousands = *one.thousands * size / parts;
  }
  return side;
}

// True where a side that cannot be computed is a name or a formula in names.
bool is_in_names(const NumberSide& side) {
  const std::string& s = side.written;
  return num::is_blank(s) || side.result.error.find(" is not known") != std::string::npos ||
         num::is_letter(s[0]) || s[0] == '\\' || static_cast<unsigned char>(s[0]) >= 0x80;
}

}  // namespace

NumberText number_text(std::string_view typed, std::string_view unit) {
  if (const auto fault = num::too_long(typed)) return {{}, fault->sentence};
  const num::PlainText plain(typed);
  NumberText text;
  std::string fault;
  for (std::size_t from = 0;;) {
    const Sign sign = equality(plain.text, from);
    const bool last = sign.size == 0;
    NumberSide side = read(plain, from, sign.at, unit);
    const bool asks = side.decimal.has_value();
    const bool names_it = !last && (side.written == "E" || side.written == "e");
    if (names_it) {
      // "E = 5.52" gives the number a name.
    } else if (side.result.value || asks) {
      text.sides.push_back(std::move(side));
    } else if ((last && text.sides.empty()) || !is_in_names(side)) {
      fault = side.result.error;
    }
    if (!fault.empty()) return {{}, fault};
    if (last) return text;
    from = sign.at + sign.size;
  }
}

}  // namespace exam
