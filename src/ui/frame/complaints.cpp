#include "ui/frame/complaints.h"

#include <string>

#include "ui/frame/marks.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

std::string sentence(const Setting& s, const lab::Problem& p) {
  const lab::Field* field = s.view.fields.find(p.key);
  return field ? field->label + ": " + p.message : p.message;
}

float indent() { return 2.2f * em(); }

// The height of one, with the distance to the next.
float box_height(const std::string& text, float width) {
  return text_size(text, width - indent() - em()).y + 1.5f * em();
}

}  // namespace

float complaints_height(const Setting& s, float width) {
  float height = 0;
  for (const lab::Problem& p : s.view.report.problems) height += box_height(sentence(s, p), width);
  return height;
}

void complaints(const Setting& s, ImVec2 at, float width) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  for (const lab::Problem& p : s.view.report.problems) {
    const std::string text = sentence(s, p);
    const float height = box_height(text, width) - 0.5f * em;
    draw.AddRectFilled(at, {at.x + width, at.y + height}, t.warning_bg, 6);
    draw.AddRectFilled(at, {at.x + 4, at.y + height}, t.warning, 6, ImDrawFlags_RoundCornersLeft);
    const ImVec2 sign{at.x + 1.3f * em, at.y + em};
    draw.AddTriangle({sign.x, sign.y - 0.5f * em}, {sign.x + 0.6f * em, sign.y + 0.5f * em},
                     {sign.x - 0.6f * em, sign.y + 0.5f * em}, t.warning, 1.5f);
    draw.AddRectFilled({sign.x - 1, sign.y - 0.15f * em}, {sign.x + 1, sign.y + 0.2f * em},
                       t.warning);
    draw.AddRectFilled({sign.x - 1, sign.y + 0.28f * em}, {sign.x + 1, sign.y + 0.38f * em},
                       t.warning);
    draw_text(draw, {at.x + indent(), at.y + 0.5f * em}, t.text, text, width - indent() - em);
    at.y += height + 0.5f * em;
  }
}

}  // namespace ui
