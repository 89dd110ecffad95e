// A figure as SVG: what a widget draws, taken down from the draw list while a frame is made, with
// its words as words.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "ui/frame/marks.h"

namespace gfx {
class Cache;
}

namespace ui {

// A line of words as it was drawn, and the box that it was clipped to.
struct DrawnLine {
  std::string text;
  Box box, clip;
};

// Takes down one figure of one frame. Set it as the context's recorder before the frame.
class Recorder {
 public:
  explicit Recorder(std::string key) : key_(std::move(key)) {}
  // Takes down no figure, but notes every line of words that is drawn.
  explicit Recorder(std::vector<DrawnLine>& lines) : lines_(&lines) {}

  // Around the figure with this key. Edges are drawn sharp in between: smoothing is the viewer's.
  void begin(std::string_view key, ImDrawList& draw, const Box& card);
  void end(ImDrawList& draw, std::string_view title, std::string_view alt, gfx::Cache* cache);

  // Between them: words at ImGui's size of text, or an element, in place of what the draw list
  // gets.
  bool active() const { return active_; }
  void note(const ImDrawList& draw, ImVec2 at, std::string_view line, float wrap);
  void text(const ImDrawList& draw, ImVec2 at, ImU32 colour, std::string_view words, float wrap);
  void disc(const ImDrawList& draw, ImVec2 at, float radius, ImU32 colour);

  // The drawing; empty where the figure was not in the frame.
  const std::string& svg() const { return svg_; }

 private:
  struct Element {
    int after;  // indices of the draw list before it
    ImVec4 clip;
    std::string text;
  };
  void add(const ImDrawList& draw, std::string text);

  std::string key_, svg_;
  std::vector<DrawnLine>* lines_ = nullptr;
  bool active_ = false;
  Box card_;
  int first_ = 0;  // index of the draw list
  ImDrawListFlags flags_ = 0;
  std::vector<Element> elements_;
};

// The current context's recorder, or null; it lives in ImGui's IO.
Recorder* recorder();
void set_recorder(Recorder* to);

}  // namespace ui
