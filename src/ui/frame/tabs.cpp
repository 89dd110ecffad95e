#include "ui/frame/tabs.h"

#include <algorithm>
#include <vector>

#include "ui/frame/focus.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

// In the order in which their figures stand.
std::vector<std::string> tabs_of(const lab::View& view) {
  std::vector<std::string> tabs;
  for (const lab::Figure& f : view.report.figures) {
    if (!f.tab.empty() && std::find(tabs.begin(), tabs.end(), f.tab) == tabs.end())
      tabs.push_back(f.tab);
  }
  return tabs;
}

// A finger finds it.
float tab_height() { return 2.5f * em(); }

// Side by side from the left, in further rows where the width is used up.
std::vector<Box> boxes(const std::vector<std::string>& tabs, ImVec2 at, float width) {
  std::vector<Box> out;
  ImVec2 p = at;
  for (const std::string& tab : tabs) {
    const float wide = std::min(text_size(tab).x + 1.8f * em(), width);
    if (p.x > at.x && p.x + wide > at.x + width) p = {at.x, p.y + tab_height()};
    out.push_back({p, {p.x + wide, p.y + tab_height()}});
    p.x += wide;
  }
  return out;
}

void draw_tab(const std::string& tab, const Box& box, bool open, bool pointed, const Theme& t) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (open) draw.AddRectFilled(box.min, box.max, t.raised, 6, ImDrawFlags_RoundCornersTop);
  // The open tab has a ground of its own and a line under it, the others neither.
  if (open)
    draw.AddRectFilled({box.min.x, box.max.y - 3}, box.max, t.accent);
  else if (pointed)
    draw.AddRectFilled({box.min.x, box.max.y - 3}, box.max, t.frame);
  centred(draw, {0.5f * (box.min.x + box.max.x), 0.5f * (box.min.y + box.max.y)},
          open ? t.text : t.faint, tab);
}

}  // namespace

std::string open_tab(const lab::View& view) {
  const std::vector<std::string> tabs = tabs_of(view);
  const bool found = std::find(tabs.begin(), tabs.end(), view.tab) != tabs.end();
  return found ? view.tab : tabs.empty() ? "" : tabs.front();
}

float tab_strip_height(const lab::View& view, float width) {
  const std::vector<Box> all = boxes(tabs_of(view), {0, 0}, width);
  return all.empty() ? 0 : all.back().max.y;
}

void tab_strip(const Setting& s, ImVec2 at, float width) {
  const Theme t = theme();
  const std::vector<std::string> tabs = tabs_of(s.view);
  if (tabs.empty()) return;
  const std::vector<Box> all = boxes(tabs, at, width);
  const auto last = static_cast<int>(tabs.size()) - 1;
  const auto now =
      static_cast<int>(std::find(tabs.begin(), tabs.end(), open_tab(s.view)) - tabs.begin());
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float bottom = all.back().max.y;
  draw.AddLine({at.x, bottom - 0.5f}, {at.x + width, bottom - 0.5f}, t.grid);
  ImGui::SetCursorScreenPos(at);
  const Area a = area("tabs", {width, bottom - at.y});
  int under = -1;
  for (int i = 0; i <= last; ++i) {
    if (a.hovered && all[static_cast<std::size_t>(i)].contains(a.mouse)) under = i;
  }
  if (under >= 0) offer_click();
  const Keys k = keys(a);
  int wanted = tapped(a) && under >= 0 ? under : now;
  if (k.right != 0) wanted = std::clamp(now + k.right, 0, last);
  if (wanted != now)
    s.desk.intents.push_back({lab::tab_key, tabs[static_cast<std::size_t>(wanted)]});
  for (int i = 0; i <= last; ++i) {
    const auto at_i = static_cast<std::size_t>(i);
    draw_tab(tabs[at_i], all[at_i], i == now, i == under, t);
  }
}

}  // namespace ui
