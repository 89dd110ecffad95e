#include "ui/frame/board.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "ui/controls/controls.h"
#include "ui/frame/card.h"
#include "ui/frame/focus.h"
#include "ui/frame/story.h"
#include "ui/frame/tabs.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

// From `paired` on two figures share a row, in points.
constexpr float paired = 560, narrowest_share = 230, narrowest_crowded = 300;
constexpr int few_names = 4;

// The least width in which a figure shares a row: the names of many curves need room beside them.
float least_share(const lab::Figure& f) {
  const auto* const lines = std::get_if<lab::Lines>(&f.shape);
  if (!lines) return narrowest_share;
  const auto named = std::count_if(lines->curves.begin(), lines->curves.end(),
                                   [](const lab::Curve& c) { return !c.name.empty(); });
  return named > few_names ? narrowest_crowded : narrowest_share;
}

bool is_wide(float width) { return width >= wide_board && width >= 42 * em(); }

Spaces spaces(float width) {
  const bool roomy = is_wide(width);
  return {roomy ? 0.4f * em() : 0.2f * em(), 1.1f * em(), roomy ? 0.9f * em() : 0.7f * em()};
}

using Some = std::vector<const lab::Figure*>;

float row(const Setting& s, const lab::Figure& f, float y) {
  const float wanted = card_height(s, f, s.full);
  const float height = std::max(std::min(wanted, s.fold()), least_card_height(s, f, s.full));
  card(s, f, {s.spaces.edge, y}, {s.full, height});
  return y + height + s.spaces.gap;
}

// A small figure that has a row to itself is no higher than it would be beside another, unless it
// cannot be drawn in less.
float share_height(const Setting& s, const lab::Figure& f, float width) {
  const float wanted = card_height(s, f, width), beside = 0.5f * (s.full - s.spaces.gap);
  if (width <= beside || s.full < paired) return wanted;
  return std::max(least_card_height(s, f, width), std::min(wanted, card_height(s, f, beside)));
}

// Small figures in rows of equal heights, two or three in a row.
float shares(const Setting& s, const Some& figures, float y) {
  const float gap = s.spaces.gap;
  float least = narrowest_share;
  for (const lab::Figure* f : figures) least = std::max(least, least_share(*f));
  const auto fit = static_cast<std::size_t>(
      s.full < paired ? 1 : std::clamp((s.full + gap) / (least + gap), 2.0f, 3.0f));
  // Four figures are two and two, not three and a widow.
  const std::size_t rows = (figures.size() + fit - 1) / fit;
  for (std::size_t from = 0, left = rows; from < figures.size(); --left) {
    const std::size_t n = (figures.size() - from + left - 1) / left;
    const auto count = static_cast<float>(n);
    const float width = (s.full - gap * (count - 1)) / count;
    float height = 0;
    for (std::size_t i = from; i < from + n; ++i)
      height = std::max(height, share_height(s, *figures[i], width));
    for (std::size_t i = 0; i < n; ++i)
      card(s, *figures[from + i], {s.spaces.edge + static_cast<float>(i) * (width + gap), y},
           {width, height});
    y += height + gap;
    from += n;
  }
  return y;
}

// The figures that stand under `tab`, apart from `story` and its companion: first those that have a
// row of their own.
float figures(const Setting& s, const std::string& tab, const lab::Figure* story, float y) {
  const lab::Figure* const second = story ? companion_of(s) : nullptr;
  Some small;
  for (const lab::Room room : {lab::Room::story, lab::Room::row, lab::Room::share}) {
    for (const lab::Figure& f : s.view.report.figures) {
      if (f.room != room || f.tab != tab || &f == story || &f == second) continue;
      if (room == lab::Room::share)
        small.push_back(&f);
      else
        y = row(s, f, y);
    }
  }
  return shares(s, small, y);
}

float tabbed(const Setting& s, float y) {
  const float strip = tab_strip_height(s.view, s.full);
  if (strip <= 0) return y;
  tab_strip(s, {s.spaces.edge, y}, s.full);
  const std::string tab = open_tab(s.view);
  const float top = y + strip + 0.6f * s.spaces.gap;
  ImGui::SetCursorScreenPos({s.spaces.edge + 2, top});
  const float controls = tab_controls(s.view, tab, s.full - 4, s.desk);
  const float from = controls > 0 ? top + controls + 0.4f * s.spaces.gap : top;
  return figures(s, tab, nullptr, from);
}

float all(const Setting& s) {
  const float strip = tab_strip_height(s.view, s.full);
  float y = draw_story(s, s.spaces.edge, strip > 0 ? strip + s.spaces.gap : 0);
  ImGui::PushFont(nullptr, story_type(s));
  y = tabbed(s, figures(s, "", story_of(s.view), y));
  ImGui::PopFont();
  return std::ceil(y - s.spaces.gap + s.spaces.edge);
}

}  // namespace

Drawn board(const lab::View& view, gfx::Cache* gfx, bool reduced_motion,
            std::span<const std::uint64_t> stamps, const Curtain& curtain, Sight sight) {
  Drawn drawn;
  Desk desk{view.fields, drawn.intents, gfx, reduced_motion};
  const lab::Figure* const story = story_of(view);
  desk.counts = !story || curtain.share(story->key) <= 0;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(display);
  ImGui::Begin("board", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  // Figures of another lab must not inherit what a hand left behind in these.
  ImGui::PushID(view.title.c_str());
  const Spaces distances = spaces(display.x);
  drawn.height = all({view, stamps, curtain, drawn, desk, sight, is_wide(display.x), distances,
                      display.x - 2 * distances.edge});
  if (const std::optional<Box> box = newly_reached())
    drawn.reached = {box->min.y, box->max.y - box->min.y, drawn.reached.covered};
  ImGui::PopID();
  // Tells ImGui how far the content goes; it asks for that after a cursor was set by hand.
  ImGui::SetCursorScreenPos({0, 0});
  ImGui::Dummy({1, 1});
  ImGui::End();
  drawn.restless = desk.restless;
  drawn.zooms = desk.zooms;
  return drawn;
}

}  // namespace ui
