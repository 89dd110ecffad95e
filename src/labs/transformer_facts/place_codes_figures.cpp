// Sinusoid codes: their map, their distances, and whether two of them are one.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "lab/digits.h"
#include "labs/curves.h"
#include "labs/phrases.h"
#include "labs/transformer_facts/figures.h"
#include "num/elementary.h"

namespace laboratory::transformer_facts {
namespace {

using lab::Role;

void draw_map(const CodeStudy& s, lab::Report& r) {
  constexpr int positions = 96;
  lab::Heat heat;
  heat.x = {"position", 0, positions, false};
  heat.y = {"entry of the code", 0, static_cast<double>(s.code.width), false};
  heat.value = {"code", -1, 1, false};
  heat.signed_values = true;
  lab::Plane plane{s.code.width, positions, {}};
  plane.values.resize(static_cast<std::size_t>(s.code.width) * positions);
  for (int p = 0; p < positions; ++p) {
    const std::vector<double> code = s.code.at(p);
    // The first row of a plane is its top one: entry 0 stands at the foot, as its axis says.
    for (std::size_t i = 0; i < code.size(); ++i)
      plane.values[(code.size() - 1 - i) * positions + static_cast<std::size_t>(p)] =
          static_cast<float>(code[i]);
  }
  heat.panels.push_back({"", std::move(plane)});
  const int hands = (s.code.width + 1) / 2;
  const double slowest = s.code.frequencies().back();
  r.figure("codes",
           "The codes of 96 positions: a clock with " + lab::counted(hands, "hand", "hands") +
               (hands == 1 ? "" : ", each slower than the last"),
           "The first pair of entries turns once in 6.283 positions, the last once in " +
               brief(2 * std::numbers::pi / slowest) +
               "; no code asks for a smallest or a largest position.",
           std::move(heat))
      .tab = tabs::positions;
}

// The least and the largest distance of differences side by side on a logarithmic axis.
void draw_distances(const CodeStudy& s, lab::Report& r) {
  constexpr int spans = 240;
  lab::Curve curve = blank_curve("least and largest", Role::activation);
  const auto count = static_cast<int>(s.distances.size());
  for (int from = 1, i = 0; from <= count; ++i) {
    const auto wanted = static_cast<int>(num::pow(count, static_cast<double>(i + 1) / spans));
    const int to = std::clamp(wanted, from, count);
    const auto begin = s.distances.begin() + from - 1, end = s.distances.begin() + to;
    const auto [low, high] = std::minmax_element(begin, end);
    add_point(curve, from, static_cast<double>(*low));
    add_band(curve, static_cast<double>(*low), static_cast<double>(*high));
    from = to + 1;
  }
  lab::Lines lines;
  lines.x = {"difference of two positions", 1, static_cast<double>(count), true};
  lines.y = {"distance of their codes", 0, 0, false};
  lines.curves.push_back(std::move(curve));
  lines.rules.push_back({"closest: " + grouped(s.closest.difference) + " apart",
                         static_cast<double>(s.closest.difference), true, Role::gradient});
  r.figure("codes.distance", "How far apart the codes are, against how far apart the positions are",
           "Of all pairs up to 20 000 apart those " + grouped(s.closest.difference) +
               " apart are closest, at " + brief(s.closest.distance, 5) +
               "; the distance is never 0.",
           std::move(lines))
      .tab = tabs::positions;
}

void draw_court(const Court& c, lab::Report& r) {
  lab::Bars bars;
  bars.x = {"width d of the code", 0, 0, false};
  bars.y = {"least distance", 0, 0, true};
  bars.role = Role::activation;
  for (std::size_t i = 0; i < c.closest.size(); ++i) {
    bars.names.push_back(std::to_string(court_widths[i]));
    bars.heights.push_back(static_cast<float>(c.closest[i].distance));
    bars.notes.push_back(brief(c.closest[i].distance, 5) + " at " +
                         grouped(c.closest[i].difference));
  }
  r.figure("codes.court", "The closest two positions, width by width",
           "At width 2 positions " + grouped(c.closest[0].difference) + " apart have codes only " +
               brief(c.closest[0].distance, 5) + " apart; at width 64 the closest are " +
               brief(c.closest.back().distance, 5) + " apart.",
           std::move(bars))
      .tab = tabs::one_to_one;
}

// Each sine and its cosine are a point on a circle: those of position 0 and of the closest one. The
// circles stand two by two, as large as a card lets them be.
void draw_circles(const CodeStudy& s, lab::Report& r) {
  constexpr std::size_t most_circles = 4;
  constexpr int marks = 240;  // of all circles
  constexpr double apart = 2.6;
  const std::vector<double> frequencies = s.code.frequencies();
  const std::size_t count = std::min(most_circles, frequencies.size());
  lab::Cloud circles{"all angles", Role::neutral, {}, {}, {}, false, {}, -1};
  lab::Cloud first{"position 0", Role::target, {}, {}, {}, false, {}, -1};
  lab::Cloud second{
      "position " + grouped(s.closest.difference), Role::gradient, {}, {}, {}, false, {}, -1};
  const auto add = [&](lab::Cloud& cloud, std::size_t i, double angle) {
    const double right = apart * static_cast<double>(i % 2),
                 down = apart * static_cast<double>(i / 2);
    cloud.x.push_back(static_cast<float>(right + num::cos(angle)));
    cloud.y.push_back(static_cast<float>(num::sin(angle) - down));
  };
  for (std::size_t i = 0; i < count; ++i) {
    const int each = marks / static_cast<int>(count);
    for (int k = 0; k <= each; ++k) add(circles, i, 2 * std::numbers::pi * k / each);
    add(first, i, 0);
    add(second, i, frequencies[i] * s.closest.difference);
  }
  lab::Scatter plane;
  plane.equal = true;
  const double across = count > 1 ? apart : 0, below = count > 2 ? apart : 0;
  plane.x = {count > 2 ? "cosine; pairs 1, 2 above 3, 4" : "cosine", -1.3, across + 1.3, false};
  plane.y = {"sine", -below - 1.3, 1.3, false};
  plane.clouds = {std::move(circles), std::move(first), std::move(second)};
  r.figure("codes.circles",
           "The closest pair, 0 and " + grouped(s.closest.difference) + ", on the circles of its " +
               (count < frequencies.size() ? "first " : "") + std::to_string(count) +
               (count == 1 ? " frequency" : " frequencies"),
           "Two positions have the same code only where all their hands point the same way; these "
           "two come to within " +
               brief(s.closest.distance, 5) + ".",
           std::move(plane))
      .tab = tabs::one_to_one;
}

void draw_verdict(const CodeStudy& s, lab::Report& r) {
  const std::string least = s.code.has_pairs()
                                ? ", at least " + brief(s.closest.distance, 5) +
                                      " apart up to a difference of " + grouped(furthest)
                                : "";
  const std::string reals = s.period ? "repeats after " + brief(*s.period, 6) + " = 2π · " +
                                           brief(*s.period / (2 * std::numbers::pi))
                                     : "never repeats: two frequencies have an irrational ratio";
  lab::Working working{{"on whole positions: one-to-one" + least, "on the real line: it " + reals,
                        "in numbers of 16 bits: " + grouped(s.distinct_half) + " of " +
                            grouped(furthest) + " positions are told apart"}};
  if (!s.code.has_pairs()) working.lines[1] = "on the real line: an odd width is not judged";
  r.figure("codes.verdict", "One-to-one or not, at width " + std::to_string(s.code.width),
           "On whole positions no two codes are equal; over the reals the code " +
               (s.code.has_pairs() ? reals : std::string("is not judged at an odd width")) + ".",
           std::move(working))
      .tab = tabs::one_to_one;
}

}  // namespace

void draw_codes(const CodeStudy& s, const Court& c, lab::Report& r) {
  draw_map(s, r);
  if (s.code.has_pairs()) {
    draw_distances(s, r);
    draw_circles(s, r);
  }
  draw_court(c, r);
  draw_verdict(s, r);
}

}  // namespace laboratory::transformer_facts
