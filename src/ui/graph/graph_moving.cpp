#include "ui/graph/graph_moving.h"

#include <cmath>

#include "lab/number.h"
#include "ui/controls/wish.h"
#include "ui/frame/theme.h"
#include "ui/graph/graph_marks.h"
#include "ui/graph/graph_placed.h"

namespace ui {

namespace {

// Two digits behind the point are finer than a pixel.
double rounded(float v) { return std::round(100 * static_cast<double>(v)) / 100; }

// All places, with one node at another.
std::string with_moved(const GraphLayout& layout, std::size_t node, ImVec2 middle) {
  lab::Matrix all{static_cast<int>(layout.nodes.size()), 2, {}};
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    const Box& b = layout.nodes[i];
    const ImVec2 at =
        i == node ? middle : ImVec2{0.5f * (b.min.x + b.max.x), 0.5f * (b.min.y + b.max.y)};
    const ImVec2 place = place_in_square(layout, at);
    all.values.insert(all.values.end(), {rounded(place.x), rounded(place.y)});
  }
  return lab::text(all);
}

}  // namespace

std::string places_text(const lab::DrawnGraph& s) {
  lab::Matrix all{static_cast<int>(s.x.size()), 2, {}};
  for (std::size_t i = 0; i < s.x.size(); ++i)
    all.values.insert(all.values.end(), {rounded(s.x[i]), rounded(s.y[i])});
  return s.x.empty() ? "" : lab::text(all);
}

void move_nodes(ImDrawList& draw, const GraphHand& hand, const GraphLayout& layout, const Area& a,
                Keys& k, ImVec2 origin, const GraphSpot& spot, Desk& desk) {
  const lab::Field* const field = hand.drawn ? desk.field(hand.drawn->place) : nullptr;
  if (!field) return;
  const auto box = [&layout](int i) { return layout.nodes[static_cast<std::size_t>(i)]; };
  if (spot.at >= 0 && k.any_arrow() && ImGui::GetIO().KeyShift) {
    const Box b = box(spot.at);
    constexpr float step = 12;
    const ImVec2 to{0.5f * (b.min.x + b.max.x) + step * static_cast<float>(k.right),
                    0.5f * (b.min.y + b.max.y) + step * static_cast<float>(k.down)};
    k.right = k.down = 0;
    return wish(desk, *field, with_moved(layout, static_cast<std::size_t>(spot.at), to));
  }
  if (!hand.moves) return;
  if (spot.pointed >= 0) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
  if (hand.pulled < 0 || (!a.held && !ImGui::IsMouseReleased(ImGuiMouseButton_Left))) return;
  const ImVec2 by = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 0);
  const Box from = box(hand.pulled);
  const ImVec2 to{0.5f * (from.min.x + from.max.x) + by.x, 0.5f * (from.min.y + from.max.y) + by.y};
  const bool far = ImGui::GetIO().MouseDragMaxDistanceSqr[0] >= 64;
  if (far && a.held) {
    const Theme t = theme();
    draw.AddEllipse(plus(to, origin), {0.5f * from.width(), 0.5f * from.height()}, t.accent, 0, 0,
                    2);
  }
  if (far && ImGui::IsMouseReleased(ImGuiMouseButton_Left))
    wish(desk, *field, with_moved(layout, static_cast<std::size_t>(hand.pulled), to));
}

}  // namespace ui
