#include "ui/graph/hand_bar.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame/recorder.h"
#include "ui/frame/theme.h"
#include "ui/graph/graph_history.h"
#include "ui/graph/graph_marks.h"

namespace ui {

namespace {

const lab::ArrowSet& bar_set(const lab::Graph& g, int i) {
  return g.sets[static_cast<std::size_t>(i)];
}

std::string node_name(const lab::Graph& g, int node) {
  return node < 0 ? "the node" : g.nodes[static_cast<std::size_t>(node)].name;
}

// A button of the bar: its words, and a line as the arrows of a set are drawn.
struct BarButton {
  const char* id;
  std::string text;
  int set = -1;  // or the pick
  bool pressed_in = false, enabled = true;
  Box box;
};

bool draws(const BarButton& b) { return std::string_view(b.id) == "draw"; }

std::vector<BarButton> bar_buttons(const lab::Graph& g, const GraphHand& hand, GraphSteps steps,
                                   float width) {
  std::vector<BarButton> all;
  const lab::DrawnGraph* const drawn = hand.drawn;
  if (drawn)
    for (int i = 0; i < static_cast<int>(drawn->picks.size()); ++i)
      all.push_back(
          {"pick", drawn->picks[static_cast<std::size_t>(i)].name, i, hand.pick == i, true, {}});
  if (all.empty()) all.push_back({"look", "Look", -1, hand.set < 0 && !hand.moves, true, {}});
  for (int i = 0; i < static_cast<int>(g.sets.size()); ++i)
    all.push_back({"draw", "Draw " + bar_set(g, i).name, i, hand.set == i, true, {}});
  if (drawn && !drawn->place.empty()) all.push_back({"move", "Move", -1, hand.moves, true, {}});
  if (!g.sets.empty()) {
    all.push_back({"turn", "Turn", -1, false, hand.edge >= 0, {}});
    all.push_back({"delete", "Delete", -1, false, hand.edge >= 0, {}});
    if (drawn) all.push_back({"undo", "Undo", -1, false, steps.back, {}});
    if (drawn) all.push_back({"redo", "Redo", -1, false, steps.forth, {}});
  }
  const float height = 2.1f * em(), gap = 0.4f * em();
  ImVec2 at;
  for (BarButton& b : all) {
    const float wide =
        std::min(text_size(b.text).x + (draws(b) ? 3.2f : 1.4f) * em(), std::max(width, 1.0f));
    if (at.x > 0 && at.x + wide > width) at = {0, at.y + height + gap};
    b.box = {at, {at.x + wide, at.y + height}};
    at.x += wide + gap;
  }
  return all;
}

bool bar_button(const BarButton& b, const lab::Graph& g, const Box& box, const Theme& t) {
  ImGui::SetCursorScreenPos(box.min);
  ImGui::PushID(b.set);
  const Area a = area(b.id, {box.width(), box.height()});
  ImGui::PopID();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImU32 ink = b.pressed_in ? t.on_accent : b.enabled ? t.text : t.faint;
  draw.AddRectFilled(box.min, box.max, b.pressed_in ? t.accent : t.raised, 6);
  draw.AddRect(box.min, box.max, a.hovered && b.enabled ? t.text : b.enabled ? t.frame : t.grid, 6);
  const float y = 0.5f * (box.min.y + box.max.y);
  draw_text(draw, {box.min.x + 0.7f * em(), y - 0.5f * em()}, ink, b.text);
  if (draws(b)) {
    const ImVec2 from{box.max.x - 2.2f * em(), y}, to{box.max.x - 0.6f * em(), y};
    if (bar_set(g, b.set).dashed)
      dashed_line(draw, from, {to.x - 0.5f * em(), y}, ink, 2, 4);
    else
      draw.AddLine(from, {to.x - 0.5f * em(), y}, ink, 2);
    arrow(draw, {to.x - 0.5f * em(), y}, to, ink, 2);
  }
  if (a.hovered && b.enabled) offer_click();
  return a.activated && b.enabled;
}

// What the line under the buttons can say.
std::array<std::string, 6> hints(const lab::Graph& g, const GraphHand& hand) {
  const lab::Edge* const selected =
      hand.edge < 0 ? nullptr : &g.edges[static_cast<std::size_t>(hand.edge)];
  const bool picks = hand.drawn && !hand.drawn->picks.empty();
  return {picks || g.sets.empty() ? "" : "A tap on an arrow selects it.",
          "Drag from node to node, or tap one and then the other. A tap on an arrow selects it.",
          "From " + node_name(g, hand.begun) +
              ": tap the node that the arrow leads to; Escape cancels.",
          (selected ? node_name(g, selected->from) + " → " + node_name(g, selected->to)
                    : std::string("The arrow")) +
              " is selected: R turns it, Delete removes it.",
          hand.drawn && !hand.drawn->place.empty()
              ? "Drag a node to where it is to stand; Shift with an arrow key moves it, too."
              : "",
          picks ? "A tap on a node sets what is chosen above." : ""};
}

const std::string& hint(const std::array<std::string, 6>& all, const GraphHand& hand) {
  return all[hand.begun >= 0  ? 2
             : hand.edge >= 0 ? 3
             : hand.set >= 0  ? 1
             : hand.moves     ? 4
             : hand.pick >= 0 ? 5
                              : 0];
}

}  // namespace

float hand_bar_height(const lab::Graph& g, float width, const lab::DrawnGraph* drawn) {
  GraphHand idle;
  idle.drawn = drawn;
  const std::array<std::string, 6> all = hints(g, idle);
  float below = 0;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!g.sets.empty() || i > 3)
      below = std::max(below, text_size(all[i], std::max(width, 1.0f)).y);
  return bar_buttons(g, idle, {}, width).back().box.max.y + below + 1.1f * em();
}

void hand_bar(const lab::Graph& g, ImGuiID id, GraphHand& hand, Box box, Desk& desk) {
  if (const Recorder* r = recorder(); r && r->active()) return;  // no part of the picture
  const Theme t = theme();
  float bottom = box.min.y;
  const GraphSteps steps = see_history(g, id, hand, desk);
  for (const BarButton& b : bar_buttons(g, hand, steps, box.width())) {
    const Box at{plus(b.box.min, box.min), plus(b.box.max, box.min)};
    bottom = at.max.y;
    if (!bar_button(b, g, at, t)) continue;
    const std::string_view name = b.id;
    if (name == "turn") turn_arrow(g, id, hand, desk);
    if (name == "delete") remove_arrow(g, id, hand, desk);
    if (name == "undo") undo_graph(id, desk);
    if (name == "redo") redo_graph(id, desk);
    if (name == "look") take_in_hand(id, hand, -1, -1, false);
    if (name == "draw") take_in_hand(id, hand, b.set, -1, false);
    if (name == "move") take_in_hand(id, hand, -1, -1, true);
    if (name == "pick") take_in_hand(id, hand, -1, b.set, false);
  }
  draw_text(*ImGui::GetWindowDrawList(), {box.min.x, bottom + 0.4f * em()}, t.faint,
            hint(hints(g, hand), hand), box.width());
}

}  // namespace ui
