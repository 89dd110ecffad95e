// From a shape to its widget. The includes are the only list.

#include "ui/frame/shape.h"

#include "ui/frame/working.h"
#include "ui/graph/drawn_graph.h"
#include "ui/graph/graph.h"
#include "ui/graph/products.h"
#include "ui/maps/blocks.h"
#include "ui/maps/boundary.h"
#include "ui/maps/glance.h"
#include "ui/maps/heat.h"
#include "ui/maps/pairs.h"
#include "ui/maps/pictures.h"
#include "ui/maps/tiles.h"
#include "ui/maps/tokens.h"
#include "ui/plots/bars.h"
#include "ui/plots/dots.h"
#include "ui/plots/lines.h"
#include "ui/plots/scatter.h"
#include "ui/plots/spectrum.h"
#include "ui/plots/splats.h"
#include "ui/sliding/sliding.h"
#include "ui/solid/surface.h"

namespace ui {

namespace {

// Calls `use` with the widget of the shape and the shape itself.
template <class Use>
auto with_widget(const lab::Shape& shape, const Use& use) {
  return std::visit(
      [&]<class S>(const S& s) {
        static_assert(Drawable<S>, "a shape of lab::Shape without a whole ui::Widget");
        return use(Widget<S>(), s);
      },
      shape);
}

}  // namespace

void draw_shape(const char* id, const lab::Shape& shape, ImVec2 size, Desk& desk) {
  with_widget(shape, [&](auto widget, const auto& s) { widget.draw(id, s, size, desk); });
}

float wanted_height(const lab::Shape& shape, float width) {
  return with_widget(shape, [&](auto widget, const auto& s) { return widget.height(s, width); });
}

float least_height(const lab::Shape& shape, float width) {
  return with_widget(shape,
                     [&](auto widget, const auto& s) { return widget.least_height(s, width); });
}

bool stretches(const lab::Shape& shape) {
  return with_widget(shape, [](auto widget, const auto&) { return widget.stretches; });
}

bool wants_full_width(const lab::Shape& shape, float beside) {
  return with_widget(
      shape, [&](auto widget, const auto& s) { return widget.wants_full_width(s, beside); });
}

bool is_square(const lab::Shape& shape) {
  if (const auto* const plane = std::get_if<lab::Splats>(&shape)) return plane->equal;
  const auto* const maps = std::get_if<lab::Tiles>(&shape);
  return maps && maps->names.size() == 1 && maps->rows == maps->cols;
}

}  // namespace ui
