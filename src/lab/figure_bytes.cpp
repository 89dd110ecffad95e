#include "lab/figure_bytes.h"

#include <algorithm>

namespace lab {
namespace {

constexpr int largest_side = 1 << 15, most_dots = 1 << 20;

// True where a grid of rows x cols holds exactly `size` values.
bool fits(int rows, int cols, std::size_t size) {
  return rows >= 0 && cols >= 0 && rows <= largest_side && cols <= largest_side &&
         static_cast<std::size_t>(rows) * static_cast<std::size_t>(cols) == size;
}

}  // namespace

constexpr int enumerators(Light) { return light_count; }

// The layouts below are reached from ByteReader and ByteWriter by argument-dependent lookup.
template <class Archive, Either<Axis> Self>
void describe(Archive& a, Self& self) {
  a(self.label, self.low, self.high, self.logarithmic);
}

template <class Archive, Either<Rule> Self>
void describe(Archive& a, Self& self) {
  a(self.label, self.at, self.upright);
  a.enumerator(self.role, role_count);
}

template <class Archive, Either<Handle> Self>
void describe(Archive& a, Self& self) {
  a(self.key, self.at);
}

template <class Archive, Either<Bars> Self>
void describe(Archive& a, Self& self) {
  a(self.x, self.y, self.names, self.start, self.width, self.heights);
  a.enumerator(self.role, role_count);
  a(self.lit, self.rules, self.low, self.high, self.notes, self.pull);
  a.require(self.names.empty() || self.names.size() == self.heights.size());
  a.require(self.low.size() == self.high.size());
  a.require(self.low.empty() || self.low.size() == self.heights.size());
  a.require(self.notes.empty() || self.notes.size() == self.heights.size());
}

template <class Archive, Either<Curve> Self>
void describe(Archive& a, Self& self) {
  a(self.name);
  a.enumerator(self.role, role_count);
  a(self.x, self.y, self.low, self.high, self.dashed);
  a.enumerator(self.trace, trace_count);
  a.require(self.x.size() == self.y.size());
  a.require(self.low.size() == self.high.size());
  a.require(self.low.empty() || self.low.size() == self.x.size());
}

template <class Archive, Either<Lines> Self>
void describe(Archive& a, Self& self) {
  a(self.x, self.y, self.curves, self.rules, self.handle);
}

template <class Archive, Either<Cloud> Self>
void describe(Archive& a, Self& self) {
  a(self.name);
  a.enumerator(self.role, role_count);
  a(self.x, self.y, self.labels, self.arrows, self.edit, self.lit);
  a.require(self.x.size() == self.y.size());
  a.require(self.labels.empty() || self.labels.size() == self.x.size());
}

template <class Archive, Either<Scatter> Self>
void describe(Archive& a, Self& self) {
  a(self.x, self.y, self.equal, self.clouds);
}

template <class Archive, Either<Block> Self>
void describe(Archive& a, Self& self) {
  a(self.name);
  a.enumerator(self.role, role_count);
  a(self.values, self.light, self.edit, self.pick_row, self.pick_col, self.joiner);
  a.require(self.light.empty() || self.light.size() == self.values.values.size());
}

template <class Archive, Either<Blocks> Self>
void describe(Archive& a, Self& self) {
  a(self.blocks);
}

template <class Archive, Either<Plane> Self>
void describe(Archive& a, Self& self) {
  a(self.rows, self.cols, self.values);
  a.require(fits(self.rows, self.cols, self.values.size()));
}

template <class Archive, Either<Tiles> Self>
void describe(Archive& a, Self& self) {
  a(self.rows, self.cols, self.names, self.values, self.peak, self.signed_values, self.pick,
    self.lit);
  const std::size_t maps = self.names.size();
  a.require(maps > 0 ? self.values.size() % maps == 0 &&
                           fits(self.rows, self.cols, self.values.size() / maps)
                     : self.values.empty());
}

template <class Archive, Either<Sliding> Self>
void describe(Archive& a, Self& self) {
  a(self.input, self.kernel, self.output, self.colour, self.stride, self.pad, self.dilation);
  a.enumerator(self.border, border_count);
  a(self.row, self.col, self.pick_row, self.pick_col, self.edit_kernel);
  a.require(!self.input.empty() && self.input.size() == self.kernel.size());
  a.require(!self.colour || self.input.size() == 3);
  a.require(self.stride >= 1 && self.dilation >= 1 && self.pad >= 0);
  a.require(self.stride <= largest_side && self.dilation <= largest_side &&
            self.pad <= largest_side);
  a.require(self.row >= 0 && self.row < std::max(self.output.rows, 1));
  a.require(self.col >= 0 && self.col < std::max(self.output.cols, 1));
  if (self.input.empty() || self.kernel.empty()) return;
  for (const Plane& p : self.input)
    a.require(p.rows == self.input[0].rows && p.cols == self.input[0].cols);
  for (const Plane& p : self.kernel)
    a.require(p.rows == self.kernel[0].rows && p.cols == self.kernel[0].cols);
}

template <class Archive, Either<Working> Self>
void describe(Archive& a, Self& self) {
  a(self.lines);
}

template <class Archive, Either<HeatPanel> Self>
void describe(Archive& a, Self& self) {
  a(self.name, self.cells);
}

template <class Archive, Either<Heat> Self>
void describe(Archive& a, Self& self) {
  a(self.x, self.y, self.value, self.signed_values, self.rows, self.panels);
  for (const HeatPanel& p : self.panels)
    a.require(self.rows.empty() || static_cast<int>(self.rows.size()) == p.cells.rows);
}

template <class Archive, Either<BoundaryPanel> Self>
void describe(Archive& a, Self& self) {
  a(self.name, self.field, self.clouds);
}

template <class Archive, Either<Boundary> Self>
void describe(Archive& a, Self& self) {
  a(self.x, self.y, self.panels);
}

template <class Archive, Either<Node> Self>
void describe(Archive& a, Self& self) {
  a(self.id, self.name);
  a.enumerator(self.role, role_count);
  a(self.lines, self.layer, self.row, self.round);
  a.enumerator(self.light, light_count);
  a.require(self.layer >= -1 && self.layer <= largest_side);
  a.require(self.row >= -1 && self.row <= largest_side);
}

template <class Archive, Either<Edge> Self>
void describe(Archive& a, Self& self) {
  a(self.from, self.to, self.label);
  a.enumerator(self.role, role_count);
  a(self.dashed);
  a.enumerator(self.light, light_count);
}

template <class Archive, Either<Graph> Self>
void describe(Archive& a, Self& self) {
  a(self.nodes, self.edges, self.pick);
  const int nodes = static_cast<int>(self.nodes.size());
  for (const Edge& e : self.edges)
    a.require(e.from >= 0 && e.from < nodes && e.to >= 0 && e.to < nodes);
}

template <class Archive, Either<DotGroup> Self>
void describe(Archive& a, Self& self) {
  a(self.name);
  a.enumerator(self.role, role_count);
  a(self.hollow, self.square, self.count);
  a.require(self.count >= 0 && self.count <= most_dots);
}

template <class Archive, Either<Dots> Self>
void describe(Archive& a, Self& self) {
  a(self.groups);
}

template <class Archive, Either<Glance> Self>
void describe(Archive& a, Self& self) {
  a(self.picture, self.number, self.of, self.seconds, self.choices, self.texts, self.pick,
    self.chosen, self.right);
  const int choices = static_cast<int>(self.choices.size());
  a.require(self.texts.size() == self.choices.size());
  a.require(self.chosen >= -1 && self.chosen < choices);
  a.require(self.right >= -1 && self.right < choices);
}

namespace {

template <class Archive, Either<Figure> Self>
void describe_figure(Archive& a, Self& self) {
  a(self.key, self.title, self.alt, self.shape);
  a.enumerator(self.room, room_count);
}

template <class Archive, Either<Matrix> Self>
void describe_matrix(Archive& a, Self& self) {
  a(self.rows, self.cols, self.values);
  a.require(fits(self.rows, self.cols, self.values.size()));
}

}  // namespace

void describe(ByteWriter& a, const Matrix& self) { describe_matrix(a, self); }
void describe(ByteReader& a, Matrix& self) { describe_matrix(a, self); }
void describe(ByteWriter& a, const Figure& self) { describe_figure(a, self); }
void describe(ByteReader& a, Figure& self) { describe_figure(a, self); }

}  // namespace lab
