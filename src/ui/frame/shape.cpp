// From a shape to its widget and its height.

#include "ui/frame/shape.h"

#include <algorithm>

#include "ui/frame/map_widgets.h"
#include "ui/frame/widget.h"
#include "ui/frame/working.h"
#include "ui/maps/block_layout.h"
#include "ui/plots/plot.h"

namespace ui {

void draw_shape(const char* id, const lab::Shape& shape, ImVec2 size, Desk& desk) {
  struct Visit {
    const char* id;
    ImVec2 size;
    Desk& desk;
    void operator()(const lab::Bars& s) const { bars(id, s, size, desk); }
    void operator()(const lab::Lines& s) const { lines(id, s, size, desk); }
    void operator()(const lab::Scatter& s) const { scatter(id, s, size, desk); }
    void operator()(const lab::Blocks& s) const { blocks(id, s, size, desk); }
    void operator()(const lab::Tiles& s) const { tiles(id, s, size, desk); }
    void operator()(const lab::Sliding& s) const { sliding(id, s, size, desk); }
    void operator()(const lab::Working& s) const { working(id, s, size, desk); }
    void operator()(const lab::Heat& s) const { heat(id, s, size, desk); }
    void operator()(const lab::Boundary& s) const { boundary(id, s, size, desk); }
    void operator()(const lab::Graph& s) const { graph(id, s, size, desk); }
    void operator()(const lab::Dots& s) const { dots(id, s, size, desk); }
    void operator()(const lab::Glance& s) const { glance(id, s, size, desk); }
  };
  std::visit(Visit{id, size, desk}, shape);
}

float wanted_height(const lab::Shape& shape, float width) {
  struct Visit {
    float width;
    float operator()(const lab::Bars&) const { return plot_height(width); }
    float operator()(const lab::Lines&) const { return plot_height(width); }
    float operator()(const lab::Scatter& s) const {
      return s.equal ? std::min(0.85f * width, 26 * ImGui::GetFontSize()) : plot_height(width);
    }
    float operator()(const lab::Blocks& s) const { return block_layout(s, width).size.y; }
    float operator()(const lab::Tiles& s) const { return tiles_height(s, width); }
    float operator()(const lab::Sliding& s) const { return sliding_height(s, width); }
    float operator()(const lab::Working& s) const { return working_height(s, width); }
    float operator()(const lab::Heat& s) const { return heat_height(s, width); }
    float operator()(const lab::Boundary& s) const { return boundary_height(s, width); }
    float operator()(const lab::Graph& s) const { return graph_height(s, width); }
    float operator()(const lab::Dots& s) const { return dots_height(s, width); }
    float operator()(const lab::Glance& s) const { return glance_height(s, width); }
  };
  return std::visit(Visit{width}, shape);
}

bool stretches(const lab::Shape& shape) {
  return std::holds_alternative<lab::Bars>(shape) || std::holds_alternative<lab::Lines>(shape) ||
         std::holds_alternative<lab::Scatter>(shape);
}

bool wants_full_width(const lab::Shape& shape, float beside) {
  const auto* matrices = std::get_if<lab::Blocks>(&shape);
  return matrices && natural_width(*matrices) > beside;
}

}  // namespace ui
