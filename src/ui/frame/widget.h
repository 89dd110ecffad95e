// What every widget is given and gives back.
#pragma once

#include <imgui.h>

#include <concepts>
#include <cstdint>
#include <string>
#include <vector>

#include "lab/fields.h"
#include "lab/figure.h"

namespace gfx {
class Cache;
}

namespace ui {

struct Guess;

// A wish of the person: set this parameter to this text. Front ends pass it to the session.
struct Intent {
  std::string key, value;
};

// Whether two fingers, or the wheel as well, would enlarge what lies under the pointer. Of a plot
// that shows all the wheel turns `inwards` alone: outwards it is the page's.
enum class Zooms { no, pinch, inwards, wheel };

// What widgets read and write. A widget owns nothing: what must outlive a frame is in ImGui's state
// storage under its id.
struct Desk {
  const lab::Fields& fields;  // current values, for widgets that edit one
  std::vector<Intent>& intents;
  gfx::Cache* gfx = nullptr;  // keeps textures between frames; null: all but the textures is drawn
  bool reduced_motion = false;
  bool restless = false;  // set by what moves on its own: another frame is wanted
  Zooms zooms = Zooms::no;
  bool counts = true;  // false under a curtain: how many steps there are is not told
  // Of the figure that is being drawn: the same number stands for the same values, 0 for any.
  std::uint64_t stamp = 0;
  // What a person guessed of it, null where nothing.
  const Guess* guess = nullptr;

  // The field that a gesture sets, or null where the figure does not offer the gesture, or the lab
  // has no such field of the kind that it needs.
  template <lab::Act act>
  const lab::Field* field(const lab::Target<act>& target) const {
    const lab::Field* const found = target.empty() ? nullptr : fields.find(target.field);
    return found && lab::suits(act, found->slot) ? found : nullptr;
  }
};

// How a shape is drawn: one specialisation for each alternative of lab::Shape, in the header that
// bears the widget's name. No member has a default.
//
//   template <>
//   struct Widget<lab::Bars> {
//     // Draws at ImGui's cursor into `size` and appends what the person asks for.
//     static void draw(const char* id, const lab::Bars& s, ImVec2 size, Desk& desk);
//     // The height that the shape asks for at this width, in points.
//     static float height(const lab::Bars& s, float width);
//     // The least height that it can still be read in; `height` where it cannot be drawn lower.
//     static float least_height(const lab::Bars& s, float width);
//     // Plots may be made higher than they ask for; what is counted in cells and lines may not.
//     static constexpr bool stretches = true;
//     // True where the shape would have to break into rows in the width that controls at its side
//     // leave.
//     static bool wants_full_width(const lab::Bars& s, float beside);
//   };
template <class Shape>
struct Widget;

// A shape that has all of it.
template <class Shape>
concept Drawable = requires(const char* id, const Shape& shape, ImVec2 size, Desk& desk,
                            float width) {
  Widget<Shape>::draw(id, shape, size, desk);
  { Widget<Shape>::height(shape, width) } -> std::same_as<float>;
  { Widget<Shape>::least_height(shape, width) } -> std::same_as<float>;
  { Widget<Shape>::wants_full_width(shape, width) } -> std::same_as<bool>;
  requires std::same_as<decltype(Widget<Shape>::stretches), const bool>;
};

}  // namespace ui
