#include "ui/frame/card.h"

#include <algorithm>

#include "ui/frame/curtain.h"
#include "ui/frame/focus.h"
#include "ui/frame/recorder.h"
#include "ui/frame/shape.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

// A title leaves the upper right corner to the page's button that takes the figure away.
float title_width(const Setting& s, float width) { return width - 2 * s.spaces.pad - 2 * em(); }

float title_height(const Setting& s, const lab::Figure& f, float width) {
  if (f.title.empty()) return 0;
  const float asked = text_size(f.title, title_width(s, width)).y + 0.7f * em();
  ImGui::PushID(f.key.c_str());
  const float height = largest_so_far("title", width, asked);
  ImGui::PopID();
  return height;
}

std::uint64_t stamp_of(const Setting& s, const lab::Figure& f) {
  std::size_t i = 0;
  while (i < s.stamps.size() && &s.view.report.figures[i] != &f) ++i;
  return i < s.stamps.size() ? s.stamps[i] : 0;
}

}  // namespace

float largest_so_far(const char* name, float width, float asked) {
  const ImGuiID own = ImGui::GetID(name);
  const float type = ImGui::GetFontSize();
  const bool same = kept_real(own, "width") == width && kept_real(own, "type") == type;
  const float largest = same ? std::max(kept_real(own, "largest"), asked) : asked;
  keep_real(own, "width", width);
  keep_real(own, "type", type);
  keep_real(own, "largest", largest);
  return largest;
}

float card_height(const Setting& s, const lab::Figure& f, float width) {
  return wanted_height(f.shape, width - 2 * s.spaces.pad) + title_height(s, f, width) +
         2 * s.spaces.pad;
}

float least_card_height(const Setting& s, const lab::Figure& f, float width) {
  return least_height(f.shape, width - 2 * s.spaces.pad) + title_height(s, f, width) +
         2 * s.spaces.pad;
}

void card(const Setting& s, const lab::Figure& f, ImVec2 at, ImVec2 size) {
  const Theme t = theme();
  const float pad = s.spaces.pad, covered = s.curtain.share(f.key);
  const Box box{at, {at.x + size.x, at.y + size.y}};
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  Recorder* record = recorder();
  if (record) record->begin(f.key, draw, box);
  s.drawn.places.push_back({f.key, at.x, at.y, size.x, size.y});
  if (covered >= 1) {
    draw_curtain(draw, box, covered, s.curtain.words);
    if (record) record->end(draw, s.curtain.words, s.curtain.words, s.desk.gfx);
    return;
  }
  draw.AddRect(box.min, box.max, t.grid, 8);
  const float inner = size.x - 2 * pad, title = title_height(s, f, size.x);
  draw_text(draw, {at.x + pad, at.y + pad}, t.text, f.title, title_width(s, size.x));
  ImGui::SetCursorScreenPos({at.x + pad, at.y + pad + title});
  draw.PushClipRect(box.min, box.max, true);
  s.desk.stamp = stamp_of(s, f);
  s.desk.guess = s.curtain.guess(f.key);
  draw_shape(f.key.c_str(), f.shape, {inner, size.y - 2 * pad - title}, s.desk);
  draw.PopClipRect();
  if (covered > 0) draw_curtain(draw, box, covered, s.curtain.words);
  if (record) record->end(draw, f.title, f.alt, s.desk.gfx);
}

}  // namespace ui
