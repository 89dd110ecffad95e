// A kernel that slides over a picture.
#pragma once

#include "lab/shapes/sliding.h"
#include "ui/frame/widget.h"

namespace ui {

template <>
struct Widget<lab::Sliding> {
  static void draw(const char* id, const lab::Sliding& s, ImVec2 size, Desk& desk);
  static float height(const lab::Sliding& s, float width);
  static float least_height(const lab::Sliding& s, float width);
  static constexpr bool stretches = false;
  static bool wants_full_width(const lab::Sliding&, float) { return false; }
};

}  // namespace ui
