#include "ui/controls/controls.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "ui/controls/control.h"
#include "ui/controls/steps.h"
#include "ui/frame/focus.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

constexpr std::size_t most_in_view = 7, most_in_rows = 3;

// The fields whose numbers some figure shows in cells that can be changed.
std::set<std::string> in_figures(const lab::View& view) {
  std::set<std::string> keys;
  for (const lab::Figure& figure : view.report.figures)
    for (const lab::Gesture& gesture : gestures(figure))
      if (gesture.act == lab::Act::edit) keys.insert(gesture.field);
  return keys;
}

struct Sorted {
  std::vector<const lab::Field*> open, more;
  const lab::Field* horizon = nullptr;
  std::set<std::string> edited;  // in figures
};

// What figures edit themselves, what is extra, and what goes beyond seven stands under "more".
Sorted sorted(const lab::View& view) {
  Sorted s;
  s.edited = in_figures(view);
  for (const lab::Field& field : view.fields.all()) {
    if (field.offer == lab::Offer::picked || !field.tabs.empty()) continue;
    if (field.offer == lab::Offer::horizon && !s.horizon) {
      s.horizon = &field;
      continue;
    }
    const bool under_more = field.offer == lab::Offer::extra || s.open.size() >= most_in_view ||
                            s.edited.contains(field.key);
    (under_more ? s.more : s.open).push_back(&field);
  }
  return s;
}

// Columns that are filled one control at a time, always the shortest.
class Columns {
 public:
  Columns(ImVec2 at, float width, Closeness closeness) : at_(at) {
    const float em = ImGui::GetFontSize();
    gap_ = 2 * em;
    below_ = (closeness == Closeness::dense ? 0.2f : 0.45f) * em;
    count_ = std::clamp(static_cast<int>((width + gap_) / (15 * em + gap_)), 1, 4);
    width_ = (width - gap_ * static_cast<float>(count_ - 1)) / static_cast<float>(count_);
    bottoms_.assign(static_cast<std::size_t>(count_), at.y);
  }
  float width() const { return width_; }

  void begin() {
    current_ = std::min_element(bottoms_.begin(), bottoms_.end()) - bottoms_.begin();
    ImGui::SetCursorScreenPos({at_.x + static_cast<float>(current_) * (width_ + gap_),
                               bottoms_[static_cast<std::size_t>(current_)]});
  }
  void end() {
    bottoms_[static_cast<std::size_t>(current_)] = ImGui::GetCursorScreenPos().y + below_;
  }
  float bottom() const { return *std::max_element(bottoms_.begin(), bottoms_.end()); }

 private:
  ImVec2 at_;
  float gap_, below_, width_;
  int count_;
  std::vector<float> bottoms_;
  std::ptrdiff_t current_ = 0;
};

void all(const std::vector<const lab::Field*>& fields, const Sorted& s, Columns& columns,
         Desk& desk) {
  for (const lab::Field* field : fields) {
    columns.begin();
    control(*field, columns.width(), s.edited.contains(field->key), desk);
    columns.end();
  }
}

}  // namespace

bool has_controls(const lab::View& view) {
  const Sorted s = sorted(view);
  return s.horizon || !s.open.empty() || !s.more.empty();
}

bool few_controls(const lab::View& view) {
  const Sorted s = sorted(view);
  return !s.horizon && s.open.size() <= most_in_rows;
}

Taken controls(const lab::View& view, float width, Closeness closeness, Desk& desk) {
  const Sorted s = sorted(view);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float em = ImGui::GetFontSize();
  ImGui::PushID("controls");
  Columns columns(at, width, closeness);
  if (s.horizon) {
    columns.begin();
    steps(view, *s.horizon, columns.width(), desk);
    columns.end();
  }
  all(s.open, s, columns, desk);
  float bottom = columns.bottom(), folded = bottom - at.y;
  if (!s.more.empty()) {
    ImGui::SetCursorScreenPos({at.x, bottom});
    const ImGuiID own = ImGui::GetID("more");
    const bool open = kept(own, "open") != 0;
    const auto changed = std::count_if(s.more.begin(), s.more.end(),
                                       [](const lab::Field* f) { return f->changed(); });
    // A link may have set what is folded away: say so.
    const std::string text =
        std::string(open ? "▾ less" : "▸ more") + (changed > 0 && !open ? " ●" : "");
    if (flat_button("more", text, text_size(text).x + 1.6f * em)) keep(own, "open", !open);
    bottom += closeness == Closeness::dense ? 1.8f * em : 2.3f * em;
    folded = bottom - at.y;
    if (open) {
      Columns rest({at.x, bottom}, width, closeness);
      all(s.more, s, rest, desk);
      bottom = rest.bottom();
    }
  }
  ImGui::PopID();
  ImGui::SetCursorScreenPos({at.x, bottom});
  return {bottom - at.y, folded};
}

float tab_controls(const lab::View& view, const std::string& tab, float width, Desk& desk) {
  Sorted s;
  s.edited = in_figures(view);
  for (const lab::Field& field : view.fields.all()) {
    if (std::find(field.tabs.begin(), field.tabs.end(), tab) != field.tabs.end())
      s.open.push_back(&field);
  }
  if (s.open.empty()) return 0;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::PushID("tab controls");
  Columns columns(at, width, Closeness::dense);
  for (const lab::Field* field : s.open) {
    columns.begin();
    if (field->offer == lab::Offer::horizon)
      steps(view, *field, columns.width(), desk);
    else
      control(*field, columns.width(), s.edited.contains(field->key), desk);
    columns.end();
  }
  ImGui::PopID();
  ImGui::SetCursorScreenPos({at.x, columns.bottom()});
  return columns.bottom() - at.y;
}

}  // namespace ui
