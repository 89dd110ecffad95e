// The text of an SVG drawing, put together from triangles, pictures and elements.
#pragma once

#include <imgui.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame/marks.h"

namespace ui {

std::string svg_number(float x);  // at most two decimals, without needless zeros
std::string svg_text(std::string_view words);
std::string svg_fill(ImU32 colour);  // the attributes

// Writes elements one after another, each under its clip; triangles of one colour become one path.
class SvgPage {
 public:
  explicit SvgPage(const Box& card) : card_(card) {}

  void element(const std::string& text, const ImVec4& clip);
  // By three indices. Fans, which is how ImGui fills shapes, become one outline.
  void triangle(const ImDrawVert* v, const ImDrawIdx* i, const ImVec4& clip);
  void image(const ImVec4& clip, ImVec2 min, ImVec2 max, const std::string& uri);
  // The whole document.
  std::string take(std::string_view title, std::string_view alt);

 private:
  void under(const ImVec4& clip);
  void close_fan();
  void flush();
  void graded(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImVec4& clip);

  Box card_;
  std::string defs_, body_, path_;
  std::map<std::string, int> clips_;
  ImVec4 clip_, path_clip_;
  bool open_ = false;
  ImU32 colour_ = 0;
  std::vector<ImVec2> fan_;
  ImDrawIdx first_ = 0, last_ = 0;
  int gradients_ = 0;
};

}  // namespace ui
