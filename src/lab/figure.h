// Pictures as data: what is seen, not how it is drawn. The canvas has one widget for each shape;
// CSV and the texts for screen readers come from the same values.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "lab/value.h"

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

// How strongly a cell of a block speaks. Each has a second signal: frame, hatching.
enum class Light : std::uint8_t { plain, part, full, chosen, masked };
constexpr int light_count = 5;

// One matrix among others, as tiles with numbers. `light` has one entry for each cell or is empty.
// `edit` names the table field whose cells these are; `pick_row` and `pick_col` name whole fields
// (counted from 1) that a click on a cell sets. `joiner` stands between this block and the next.
struct Block {
  std::string name;
  Role role = Role::neutral;
  Matrix values;
  std::vector<Light> light;
  std::string edit, pick_row, pick_col;
  std::string joiner;
  bool operator==(const Block&) const = default;
};

// Matrices side by side that belong to one calculation.
struct Blocks {
  std::vector<Block> blocks;
  bool operator==(const Blocks&) const = default;
};

// A plane of rows x cols values, row by row.
struct Plane {
  int rows = 0, cols = 0;
  std::vector<float> values;
  bool operator==(const Plane&) const = default;
};

// A stack of maps of one size, drawn as labelled tiles from one texture. `signed_values` asks for
// the two-sided ramp around zero, up to |value| = peak on either side; otherwise 0 to peak.
// `pick` names the field that a click on tile i sets, to names[i].
struct Tiles {
  int rows = 0, cols = 0;
  std::vector<std::string> names;
  std::vector<float> values;  // names.size() x rows x cols
  float peak = 1;
  bool signed_values = true;
  std::string pick;
  int lit = -1;
  bool operator==(const Tiles&) const = default;
};

enum class Border : std::uint8_t { zero, reflect, replicate };
constexpr int border_count = 3;

// A kernel that slides over a picture: output(r, c) = sum over channels, i and j of
// kernel(i, j) * input(r stride - pad + i dilation, c stride - pad + j dilation).
// One input plane and one kernel for each channel; three channels with `colour` are drawn as red,
// green and blue in [0, 1]. `row` and `col` are the output cell that is written out, from 0.
struct Sliding {
  std::vector<Plane> input, kernel;
  Plane output;
  bool colour = false;
  int stride = 1, pad = 0, dilation = 1;
  Border border = Border::zero;
  int row = 0, col = 0;
  std::string pick_row, pick_col;  // whole fields, counted from 1
  std::string edit_kernel;         // the table field with the kernels stacked downwards
  bool operator==(const Sliding&) const = default;
};

// Arithmetic written out, one line for each step.
struct Working {
  std::vector<std::string> lines;
  bool operator==(const Working&) const = default;
};

// One of several planes on a common scale.
struct HeatPanel {
  std::string name;
  Plane cells;
  bool operator==(const HeatPanel&) const = default;
};

// Planes as colours, side by side on one scale: a column of cells at each x, row 0 at the top. The
// axes span the outer edges of the plane. `value` names the scale; its range is fitted to all
// panels where low == high. `signed_values` asks for the two-sided ramp around zero. A NaN is a
// gap.
struct Heat {
  Axis x, y, value;
  bool signed_values = false;
  std::vector<std::string> rows;  // names of the rows, or empty
  std::vector<HeatPanel> panels;
  bool operator==(const Heat&) const = default;
};

// What a classifier says over a plane: `field` holds the probability of the second class, row 0 at
// the top (the largest y). `clouds` are the examples, the first cloud of the first class and so on.
struct BoundaryPanel {
  std::string name;
  Plane field;
  std::vector<Cloud> clouds;
  bool operator==(const BoundaryPanel&) const = default;
};

// Decision regions side by side on one pair of axes.
struct Boundary {
  Axis x, y;
  std::vector<BoundaryPanel> panels;
  bool operator==(const Boundary&) const = default;
};

// A node of a graph. `lines` stand below its name: shape, value, gradient. Nodes with one `layer`
// share a column, from the left; -1 leaves it to the arrows. `row` orders a column; -1 likewise.
struct Node {
  std::string id, name;
  Role role = Role::neutral;
  std::vector<std::string> lines;
  int layer = -1, row = -1;
  bool round = false;  // a random variable; otherwise a box: an operation or a value
  Light light = Light::plain;
  bool operator==(const Node&) const = default;
};

// An arrow between nodes, counted from 0.
struct Edge {
  int from = 0, to = 0;
  std::string label;
  Role role = Role::neutral;
  bool dashed = false;
  Light light = Light::plain;
  bool operator==(const Edge&) const = default;
};

// A graph, laid out in layers from left to right. `pick` names the field that a click on a node
// sets to the node's id.
struct Graph {
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::string pick;
  bool operator==(const Graph&) const = default;
};

// People of one kind in an icon array. Kinds differ by colour and by mark: filled or hollow, round
// or square.
struct DotGroup {
  std::string name;
  Role role = Role::neutral;
  bool hollow = false, square = false;
  int count = 0;
  bool operator==(const DotGroup&) const = default;
};

// One dot for each member of a population, group after group.
struct Dots {
  std::vector<DotGroup> groups;
  bool operator==(const Dots&) const = default;
};

// One picture, ink 0 to 1, and what it may be: a choice sets the field `pick` to the text in
// `texts` of the same place. The picture is in view for `seconds` once it was asked for, or for any
// time where that is 0. `chosen` and `right` count from 0; -1 where there is none, or where the
// truth is not told. Once it is, the picture stays in view.
struct Glance {
  Plane picture;
  int number = 1, of = 1;  // counted from 1
  double seconds = 0;
  std::vector<std::string> choices, texts;
  std::string pick;
  int chosen = -1, right = -1;
  bool operator==(const Glance&) const = default;
};

using Shape = std::variant<Bars, Lines, Scatter, Blocks, Tiles, Sliding, Working, Heat, Boundary,
                           Graph, Dots, Glance>;

// Room that a figure asks for: the story of the lab, a full row, or a share of a row.
enum class Room : std::uint8_t { story, row, share };
constexpr int room_count = 3;

struct Figure {
  std::string key;    // stable, for export: "loss"
  std::string title;  // says what is seen: "Loss of 200 samples"
  std::string alt;    // one sentence with the finding
  Shape shape;
  Room room = Room::share;
  bool operator==(const Figure&) const = default;
};

}  // namespace lab
