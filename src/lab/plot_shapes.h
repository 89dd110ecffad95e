// Shapes of figures with axes: bars, curves, points. And what the marks of every figure stand for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lab {

// What a mark stands for. Each has one colour and one second signal everywhere.
enum class Role : std::uint8_t { neutral, input, weight, activation, gradient, target, prediction };
constexpr int role_count = 7;

// `label` carries the unit. A range with low == high is fitted to the values.
struct Axis {
  std::string label;
  double low = 0, high = 0;
  bool logarithmic = false;
  bool operator==(const Axis&) const = default;
};

// A reference line across a plot at x = at (upright) or y = at, with its label beside it.
struct Rule {
  std::string label;
  double at = 0;
  bool upright = false;
  Role role = Role::neutral;
  bool operator==(const Rule&) const = default;
};

// A line that the person drags along x; dropping it sets the real field `key` to x.
struct Handle {
  std::string key;  // empty: no handle
  double at = 0;
  bool operator==(const Handle&) const = default;
};

// Bars from zero: one for each name, or, without names, bar i over [start + i width, + width).
struct Bars {
  Axis x, y;
  std::vector<std::string> names;
  double start = 0, width = 1;
  std::vector<float> heights;
  Role role = Role::neutral;
  int lit = -1;  // the bar in the accent, from 0
  std::vector<Rule> rules;
  std::vector<float> low, high;    // whiskers, one pair for each bar, or empty
  std::vector<std::string> notes;  // what stands above each bar ("0 additions"), or empty
  std::string pull;                // the real field that pulling the lit bar sets to its height
  bool operator==(const Bars&) const = default;
};

// How the points of a curve are shown: joined, as stems from y = 0, or each as a mark of its own.
enum class Trace : std::uint8_t { joined, stems, marks };
constexpr int trace_count = 3;

// A curve; `low` and `high` are a band around y (whiskers where the points are not joined) and
// empty without one. A NaN is a gap.
struct Curve {
  std::string name;
  Role role = Role::neutral;
  std::vector<float> x, y, low, high;
  bool dashed = false;
  Trace trace = Trace::joined;
  bool operator==(const Curve&) const = default;
};

struct Lines {
  Axis x, y;
  std::vector<Curve> curves;
  std::vector<Rule> rules;
  Handle handle;
  bool operator==(const Lines&) const = default;
};

// Points of one kind. As arrows they are drawn from the origin. Where `edit` names a table field,
// point i is the first two entries of its row i and can be dragged.
struct Cloud {
  std::string name;
  Role role = Role::neutral;
  std::vector<float> x, y;
  std::vector<std::string> labels;
  bool arrows = false;
  std::string edit;
  int lit = -1;  // from 0
  bool operator==(const Cloud&) const = default;
};

// Points in a plane; with `equal`, one unit is as long on both axes.
struct Scatter {
  Axis x, y;
  bool equal = false;
  std::vector<Cloud> clouds;
  bool operator==(const Scatter&) const = default;
};

}  // namespace lab
