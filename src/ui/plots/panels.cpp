#include "ui/plots/panels.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/theme.h"
#include "ui/maps/shades.h"

namespace ui {

namespace {

// Of a panel, in units of text. Where they have to go into less height than they ask for, panels
// may be as small as `tight` and `flat`.
constexpr float narrowest = 8, lowest = 6, highest = 19, tight = 4.8f, flat = 3.5f;

struct Plan {
  int columns = 1, rows = 1;
  float left = 0, top = 0, gap = 0;      // room for ticks, titles and between panels
  float name = 0, below = 0, title = 0;  // heights: name above, ticks below, title of x
  float between = 0;                     // from one row of panels to the name of the next
  float width = 0, height = 0;           // of a panel
};

float widest_name(const std::vector<std::string>& names) {
  float width = 0;
  for (const std::string& name : names) width = std::max(width, text_size(name).x);
  return width;
}

std::vector<Tick> level_ticks(const PanelFrame& f, float height) {
  const float em = ImGui::GetFontSize();
  return ticks(f.y_range, std::clamp(static_cast<int>(height / (1.9f * em)), 2, 8));
}

// What a plan has beside its panels.
float fixed_height(const Plan& p, const PanelFrame& f) {
  const auto rows = static_cast<float>(p.rows);
  return p.top + rows * p.name + (rows - 1) * p.between + p.below + p.title + f.foot;
}

float height_of(const Plan& p, const PanelFrame& f) {
  return std::ceil(fixed_height(p, f) + static_cast<float>(p.rows) * p.height);
}

// In columns of at least `least`, in units of text; a panel's height is set by its width.
Plan planned(const PanelFrame& f, float width, float least) {
  const float em = ImGui::GetFontSize();
  const int n = std::max(static_cast<int>(f.names.size()), 1);
  Plan p;
  float labels = 0;
  if (f.row_names) {
    labels = std::min(widest_name(*f.row_names), 0.3f * width);
  } else {
    for (const Tick& tick : level_ticks(f, 8 * em))
      labels = std::max(labels, text_size(tick.label).x);
  }
  p.left = labels + 8;
  p.gap = 1.1f * em;
  const float across = width - p.left + p.gap - 0.5f * em;
  const int most = std::max(static_cast<int>(across / (least * em + p.gap)), 1);
  // Even rows: seven panels on six columns are four and three.
  p.rows = (n + most - 1) / most;
  p.columns = (n + p.rows - 1) / p.rows;
  p.width = std::max(across / static_cast<float>(p.columns) - p.gap, 8.0f);
  p.top = f.y.label.empty() ? 0 : 1.4f * em;
  const bool named = std::any_of(f.names.begin(), f.names.end(),
                                 [](const std::string& name) { return !name.empty(); });
  p.name = named ? 1.4f * em : 0.3f * em;
  p.below = 1.5f * em;
  p.between = 0.5f * em;
  p.title = f.x.label.empty() ? 0 : 1.3f * em;
  p.height = std::clamp(f.aspect * p.width, lowest * em, highest * em);
  return p;
}

// In columns of the usual width, or of less where the room is too low for so many rows.
Plan planned_into(const PanelFrame& f, ImVec2 size) {
  const Plan usual = planned(f, size.x, narrowest), more = planned(f, size.x, tight);
  Plan p = height_of(usual, f) <= size.y + 1 ? usual : more;
  p.height = std::max((size.y - fixed_height(p, f)) / static_cast<float>(p.rows), 8.0f);
  return p;
}

float snapped(float x) { return std::round(x * pixel_ratio()) / pixel_ratio(); }

void row_labels(const Panels& p, const PanelFrame& f, const Box& box, const Theme& t) {
  const float em = ImGui::GetFontSize();
  const auto n = static_cast<int>(f.row_names->size());
  const float pitch = box.height() / static_cast<float>(std::max(n, 1));
  const int every = std::max(1, static_cast<int>(std::ceil(1.1f * em / pitch)));
  for (int i = 0; i < n; i += every) {
    const std::string& name = (*f.row_names)[static_cast<std::size_t>(i)];
    const ImVec2 size = text_size(name);
    const float y = box.min.y + (static_cast<float>(i) + 0.5f) * pitch - 0.5f * size.y;
    p.draw->PushClipRect({p.area.box.min.x, box.min.y - em}, {box.min.x - 4, box.max.y + em}, true);
    draw_text(*p.draw, {std::max(box.min.x - size.x - 6, p.area.box.min.x), y}, t.faint, name);
    p.draw->PopClipRect();
  }
}

void level_labels(const Panels& p, const PanelFrame& f, const Box& box, const Theme& t) {
  for (const Tick& tick : level_ticks(f, box.height())) {
    if (tick.label.empty()) continue;
    const ImVec2 size = text_size(tick.label);
    const float y = box.max.y - static_cast<float>(p.y.share(tick.at)) * box.height();
    p.draw->AddLine({box.min.x - 3, std::round(y)}, {box.min.x, std::round(y)}, t.frame);
    draw_text(*p.draw, {box.min.x - size.x - 6, y - 0.5f * size.y}, t.faint, tick.label);
  }
}

void upright_labels(const Panels& p, const Box& box, const Theme& t) {
  const float em = ImGui::GetFontSize();
  std::vector<Tick> all;
  for (int most = std::clamp(static_cast<int>(box.width() / (3 * em)), 2, 10);; --most) {
    all = ticks(p.x, most);
    float room = 0;
    for (const Tick& tick : all)
      room += tick.label.empty() ? 0 : text_size(tick.label).x + 0.8f * em;
    if (most <= 2 || room <= box.width()) break;
  }
  float free = box.min.x - em;
  for (const Tick& tick : all) {
    if (tick.label.empty()) continue;
    const float x = box.min.x + static_cast<float>(p.x.share(tick.at)) * box.width();
    const float width = text_size(tick.label).x;
    const float left = std::min(x - 0.5f * width, p.area.box.max.x - width);
    p.draw->AddLine({std::round(x), box.max.y}, {std::round(x), box.max.y + 3}, t.frame);
    if (left < free) continue;
    draw_text(*p.draw, {left, box.max.y + std::max(4.0f, 0.3f * em)}, t.faint, tick.label);
    free = left + width + 0.5f * em;
  }
}

}  // namespace

ImVec2 Panels::at(std::size_t panel, double vx, double vy) const {
  const Box& box = inner[panel];
  return {box.min.x + static_cast<float>(std::clamp(x.share(vx), -4.0, 5.0)) * box.width(),
          box.max.y - static_cast<float>(std::clamp(y.share(vy), -4.0, 5.0)) * box.height()};
}

int Panels::find(ImVec2 point) const {
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i].contains(point)) return static_cast<int>(i);
  }
  return -1;
}

float panels_height(const PanelFrame& f, float width) {
  return height_of(planned(f, width, narrowest), f);
}

float least_panels_height(const PanelFrame& f, float width) {
  Plan p = planned(f, width, tight);
  p.height = std::min(p.height, flat * ImGui::GetFontSize());
  return std::min(height_of(p, f), panels_height(f, width));
}

Panels panels(const char* id, const PanelFrame& f, ImVec2 size) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize();
  Panels p;
  p.area = area(id, size);
  p.draw = ImGui::GetWindowDrawList();
  p.x = f.x_range;
  p.y = f.y_range;
  const Plan plan = planned_into(f, {p.area.box.width(), p.area.box.height()});
  p.columns = plan.columns;
  const ImVec2 origin = p.area.box.min;
  const float pitch_x = plan.width + plan.gap;
  // Names that their panels are too narrow for are smaller.
  const bool crowded = plan.columns > 1 && widest_name(f.names) > plan.width + plan.gap - 4;
  const float pitch_y = plan.name + plan.height + plan.between;
  for (std::size_t i = 0; i < f.names.size(); ++i) {
    const auto col = static_cast<float>(static_cast<int>(i) % plan.columns);
    const auto row = static_cast<float>(static_cast<int>(i) / plan.columns);
    const float x = snapped(origin.x + plan.left + col * pitch_x);
    const float y = snapped(origin.y + plan.top + row * pitch_y + plan.name);
    const Box box{{x, y}, {snapped(x + plan.width), snapped(y + plan.height)}};
    p.inner.push_back(box);
    const float room = plan.width + (plan.columns == 1 ? 0 : plan.gap - 4);
    p.draw->PushClipRect({x, y - plan.name}, {x + room, y}, true);
    if (crowded) ImGui::PushFont(nullptr, std::min(least_type, em));
    draw_text(*p.draw, {x, y - 1.25f * em}, t.text, f.names[i]);
    if (crowded) ImGui::PopFont();
    p.draw->PopClipRect();
    if (static_cast<int>(i) % plan.columns == 0)
      f.row_names ? row_labels(p, f, box, t) : level_labels(p, f, box, t);
    // Panels above one another share their ticks.
    if (i + static_cast<std::size_t>(plan.columns) >= f.names.size()) upright_labels(p, box, t);
  }
  draw_text(*p.draw, origin, t.faint, titled(f.y));
  p.foot = {origin.x + plan.left, p.area.box.max.y - f.foot};
  const std::string title = titled(f.x);
  const float width = text_size(title).x, whole = p.area.box.max.x - p.foot.x;
  draw_text(*p.draw, {p.foot.x + std::max(0.0f, 0.5f * (whole - width)), p.foot.y - plan.title},
            t.faint, title);
  return p;
}

ImU32 class_colour(int index) {
  const Theme t = theme();
  const ImU32 all[] = {t.negative, t.positive, t.of(lab::Role::input), t.of(lab::Role::weight)};
  return all[std::max(index, 0) % 4];
}

void class_marker(ImDrawList& draw, ImVec2 at, float radius, int index, bool hollow) {
  const Theme t = theme();
  constexpr lab::Role shapes[] = {lab::Role::input, lab::Role::weight, lab::Role::activation,
                                  lab::Role::prediction};
  const lab::Role shape = shapes[std::max(index, 0) % 4];
  marker(draw, at, radius + 1.2f, shape, t.surface);  // a rim parts it from the field
  marker(draw, at, radius, shape, class_colour(index));
  if (hollow) marker(draw, at, 0.5f * radius, shape, t.surface);
}

}  // namespace ui
