// Layouts of shapes that were drawn lately.
#pragma once

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace ui {

// A layout of a shape in a room, at the size of the font in use, made once for as long as nothing
// of that changes: every frame asks for it several times, for heights and for the picture. Of so
// many layouts the one that was made first gives way to the next.
template <class Shape, class Layout, std::size_t places>
class Recalled {
 public:
  // What `make()` returned for this shape in this room; valid until the next call.
  template <class Make>
  const Layout& of(const Shape& shape, std::array<float, 2> room, Make make) {
    const float text = ImGui::GetFontSize();
    const auto known = std::find_if(kept_.begin(), kept_.end(), [&](const Entry& k) {
      return k.room == room && k.text == text && k.shape == shape;
    });
    if (known != kept_.end()) return known->layout;
    Entry& made = kept_[oldest_];
    oldest_ = (oldest_ + 1) % places;
    made = {shape, room, text, make()};
    return made.layout;
  }

 private:
  struct Entry {
    Shape shape;
    std::array<float, 2> room{-1, -1};
    float text = -1;
    Layout layout;
  };
  std::array<Entry, places> kept_;
  std::size_t oldest_ = 0;
};

}  // namespace ui
