#include "ui/frame/marks.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/frame/recorder.h"
#include "ui/frame/wrapping.h"

namespace ui {

namespace {

ImVec2 along(ImVec2 from, ImVec2 to, float share) {
  return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

}  // namespace

void disc(ImDrawList& draw, ImVec2 at, float radius, ImU32 colour) {
  if (Recorder* r = recorder(); r && r->active()) return r->disc(draw, at, radius, colour);
  // Of about the size that it is shown at, so that small ones keep their edges.
  const float size = std::clamp(std::round(3.2f * radius), 6.0f, 48.0f);
  const ImFontGlyph& letter =
      *ImGui::GetFont()->GetFontBaked(size)->FindGlyph(static_cast<ImWchar>(0x25CF));
  draw.PrimReserve(6, 4);
  draw.PrimRectUV({at.x - radius, at.y - radius}, {at.x + radius, at.y + radius},
                  {letter.U0, letter.V0}, {letter.U1, letter.V1}, colour);
}

void marker(ImDrawList& draw, ImVec2 at, float radius, lab::Role role, ImU32 colour) {
  const float r = radius;
  switch (role) {
    case lab::Role::neutral:
      return disc(draw, at, 0.8f * r, colour);
    case lab::Role::input:
      return disc(draw, at, r, colour);
    case lab::Role::weight:
      return draw.AddRectFilled({at.x - 0.85f * r, at.y - 0.85f * r},
                                {at.x + 0.85f * r, at.y + 0.85f * r}, colour, r > 4 ? 1 : 0);
    case lab::Role::activation:
      return draw.AddTriangleFilled({at.x, at.y - r}, {at.x + r, at.y + 0.8f * r},
                                    {at.x - r, at.y + 0.8f * r}, colour);
    case lab::Role::gradient:
      return draw.AddTriangleFilled({at.x, at.y + r}, {at.x - r, at.y - 0.8f * r},
                                    {at.x + r, at.y - 0.8f * r}, colour);
    case lab::Role::target:
      return draw.AddCircle(at, 0.85f * r, colour, 0, 2);
    case lab::Role::prediction:
      return draw.AddQuadFilled({at.x, at.y - 1.15f * r}, {at.x + 1.15f * r, at.y},
                                {at.x, at.y + 1.15f * r}, {at.x - 1.15f * r, at.y}, colour);
  }
}

void dashed_line(ImDrawList& draw, ImVec2 from, ImVec2 to, ImU32 colour, float thick, float dash) {
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  if (!(length > 0)) return;
  for (float at = 0; at < length; at += 1.7f * dash)
    draw.AddLine(along(from, to, at / length),
                 along(from, to, std::min(at + dash, length) / length), colour, thick);
}

void hatch(ImDrawList& draw, const Box& box, ImU32 colour, float gap) {
  const float height = box.height();
  draw.PushClipRect(box.min, box.max, true);
  for (float x = box.min.x - height; x < box.max.x; x += gap)
    draw.AddLine({x, box.max.y}, {x + height, box.min.y}, colour, 1);
  draw.PopClipRect();
}

void arrow(ImDrawList& draw, ImVec2 from, ImVec2 to, ImU32 colour, float thick) {
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  if (!(length > 1)) return;
  const ImVec2 way{(to.x - from.x) / length, (to.y - from.y) / length};
  const float head = std::min(4.5f * thick, 0.5f * length), half = 0.45f * head;
  const ImVec2 neck{to.x - head * way.x, to.y - head * way.y};
  draw.AddLine(from, neck, colour, thick);
  draw.AddTriangleFilled(to, {neck.x - half * way.y, neck.y + half * way.x},
                         {neck.x + half * way.y, neck.y - half * way.x}, colour);
}

void cross(ImDrawList& draw, ImVec2 at, float radius, ImU32 colour) {
  draw.AddLine({at.x - radius, at.y - radius}, {at.x + radius, at.y + radius}, colour, 1.5f);
  draw.AddLine({at.x - radius, at.y + radius}, {at.x + radius, at.y - radius}, colour, 1.5f);
}

namespace {

// ImGui would break a line behind the point of a number.
std::vector<std::string> lines_of(std::string_view text, float wrap) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::vector<std::string> part = broken(text.substr(0, end), wrap);
    all.insert(all.end(), part.begin(), part.end());
    if (end == 0) all.emplace_back();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

}  // namespace

ImVec2 text_size(std::string_view text, float wrap) {
  const ImVec2 whole = ImGui::CalcTextSize(text.data(), text.data() + text.size());
  if (wrap <= 0 || whole.x <= wrap) return whole;
  ImVec2 size;
  for (const std::string& line : lines_of(text, wrap)) {
    // A word that is wider than the line is broken anywhere.
    const char* const end = line.data() + line.size();
    const ImVec2 one = ImGui::CalcTextSize(line.data(), end, false, wrap);
    size = {std::max(size.x, one.x), size.y + one.y};
  }
  return size;
}

namespace {

void draw_line(ImDrawList& draw, ImVec2 at, ImU32 colour, std::string_view line, float wrap) {
  Recorder* const r = recorder();
  if (r) r->note(draw, at, line, wrap);
  if (r && r->active()) return r->text(draw, at, colour, line, wrap);
  draw.AddText(ImGui::GetFont(), ImGui::GetFontSize(), {std::round(at.x), std::round(at.y)}, colour,
               line.data(), line.data() + line.size(), std::max(wrap, 0.0f));
}

}  // namespace

void draw_text(ImDrawList& draw, ImVec2 at, ImU32 colour, std::string_view text, float wrap) {
  if (wrap <= 0 || text_size(text).x <= wrap) return draw_line(draw, at, colour, text, wrap);
  for (const std::string& line : lines_of(text, wrap)) {
    draw_line(draw, at, colour, line, wrap);
    const std::string_view seen = line.empty() ? " " : std::string_view(line);
    at.y += ImGui::CalcTextSize(seen.data(), seen.data() + seen.size(), false, wrap).y;
  }
}

void centred(ImDrawList& draw, ImVec2 at, ImU32 colour, std::string_view text) {
  const ImVec2 size = text_size(text);
  draw_text(draw, {at.x - 0.5f * size.x, at.y - 0.5f * size.y}, colour, text);
}

}  // namespace ui
