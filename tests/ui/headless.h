// ImGui without a screen: frames are drawn into lists and thrown away, hands are events.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lab/view.h"
#include "ui/frame/board.h"

namespace tests {

class Headless {
 public:
  explicit Headless(lab::View view, float width = 1200, bool dark = false);
  ~Headless();
  Headless(const Headless&) = delete;

  // One frame. What it asks for is set in the view's fields, as a session would, and kept in
  // `wishes`.
  ui::Drawn frame();
  void frames(int n) {
    while (n-- > 0) frame();
  }

  void move(ImVec2 to);
  void press();
  void release();
  void click(ImVec2 at);
  void double_click(ImVec2 at);
  void drag(ImVec2 from, ImVec2 to, int steps = 8);
  void key(ImGuiKey key);
  void type(const char* text);

  // The figure's frame, as the last frame placed it.
  ui::Place place(const std::string& key) const;
  std::string value(const std::string& key) const;

  lab::View view;
  ui::Curtain curtain;
  std::vector<std::uint64_t> stamps;  // of the figures, or none
  std::vector<ui::Intent> wishes;
  ui::Drawn last;
  ui::Sight sight;      // what is in view, as the page would say
  bool answers = true;  // false: the session is slow and has not answered yet
};

}  // namespace tests
