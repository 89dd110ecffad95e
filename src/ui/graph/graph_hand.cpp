#include "ui/graph/graph_hand.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/controls/wish.h"
#include "ui/frame/theme.h"
#include "ui/graph/graph_marks.h"

namespace ui {

namespace {

enum class Refusal { none, loop, unknown, doubled, full };

const lab::Node& node(const lab::Graph& g, int i) { return g.nodes[static_cast<std::size_t>(i)]; }
const lab::ArrowSet& set_of(const lab::Graph& g, int i) {
  return g.sets[static_cast<std::size_t>(i)];
}
const lab::Edge& edge(const lab::Graph& g, int i) { return g.edges[static_cast<std::size_t>(i)]; }

bool drawable(const lab::Graph& g, const lab::Edge& e) {
  const auto n = static_cast<int>(g.nodes.size()), sets = static_cast<int>(g.sets.size());
  return e.set >= 0 && e.set < sets && e.from >= 0 && e.to >= 0 && std::max(e.from, e.to) < n;
}

std::string sentence(const lab::Graph& g, Refusal why, int set, int at) {
  const std::string name = set_of(g, set).name;
  switch (why) {
    case Refusal::none:
      return "";
    case Refusal::loop:
      return "An arrow joins two nodes.";
    case Refusal::unknown:
      return name + " has no arrows at " + node(g, at).name + ".";
    case Refusal::doubled:
      return name + " has this arrow already.";
    case Refusal::full:
      return name + " has " + std::to_string(lab::Arrows::most) +
             " arrows, and there is room for no more.";
  }
  return "";
}

void refuse(ImGuiID id, Refusal why, int set, int at) {
  keep(id, "refusal", static_cast<int>(why));
  keep(id, "refusal set", set);
  keep(id, "refusal node", at);
}

// An arrow and its set are kept by their ends: edges change their places when others come and go.
void select(ImGuiID id, int set, int from, int to) {
  keep(id, "arrow set", set);
  keep(id, "arrow from", from);
  keep(id, "arrow to", to);
}

struct Held {
  const lab::Field* field = nullptr;
  const lab::Arrows* arrows = nullptr;
  int place(const lab::Node& n) const {
    const auto at = std::find(arrows->nodes.begin(), arrows->nodes.end(), n.id);
    return at == arrows->nodes.end() ? -1 : static_cast<int>(at - arrows->nodes.begin());
  }
};

Held held(const lab::Graph& g, int set, const Desk& desk) {
  const lab::Field* const field = desk.field(set_of(g, set).field);
  return {field, field ? std::get_if<lab::Arrows>(&field->slot) : nullptr};
}

// Asks for an arrow more, in place of `old` where that is one of the field.
void connect(const lab::Graph& g, ImGuiID id, int set, int from, int to,
             std::optional<lab::Arrow> old, Desk& desk) {
  const Held h = held(g, set, desk);
  if (!h.arrows) return;
  const lab::Arrow fresh{h.place(node(g, from)), h.place(node(g, to))};
  const bool known = fresh.from >= 0 && fresh.to >= 0;
  if (from == to) return refuse(id, Refusal::loop, set, to);
  if (!known) return refuse(id, Refusal::unknown, set, fresh.from < 0 ? from : to);
  if (h.arrows->has(fresh)) return refuse(id, Refusal::doubled, set, to);
  const lab::Arrows before = old ? h.arrows->toggled(*old) : *h.arrows;
  if (before.value.size() >= lab::Arrows::most) return refuse(id, Refusal::full, set, to);
  wish(desk, *h.field, before.toggled(fresh).text());
  select(id, set, from, to);
}

// What the field holds of a selected edge; nothing where the two do not agree.
std::optional<lab::Arrow> held_arrow(const lab::Graph& g, const lab::Edge& e, const Desk& desk) {
  const Held h = held(g, e.set, desk);
  if (!h.arrows) return std::nullopt;
  const lab::Arrow arrow{h.place(node(g, e.from)), h.place(node(g, e.to))};
  return h.arrows->has(arrow) ? std::optional(arrow) : std::nullopt;
}

// A key of the figure's own while it has the focus.
bool pressed(const Area& a, ImGuiKey key) {
  if (!a.focused || ImGui::GetIO().WantTextInput) return false;
  ImGui::SetKeyOwner(key, a.id);
  return ImGui::IsKeyPressed(key, ImGuiInputFlags_None, a.id);
}

// The arrow after the selected one among those at a node, or among all.
void select_next(const lab::Graph& g, ImGuiID id, const GraphHand& hand, int at) {
  const int n = static_cast<int>(g.edges.size());
  for (int step = 1; step <= n; ++step) {
    const int i = (std::max(hand.edge, -1) + step + n) % n;
    const lab::Edge& e = edge(g, i);
    if (!drawable(g, e) || (at >= 0 && e.from != at && e.to != at)) continue;
    return select(id, e.set, e.from, e.to);
  }
}

ImVec2 middle(const Box& b, ImVec2 origin) {
  return {origin.x + 0.5f * (b.min.x + b.max.x), origin.y + 0.5f * (b.min.y + b.max.y)};
}

bool moved_far() {
  constexpr float still = 8;
  return ImGui::GetIO().MouseDragMaxDistanceSqr[0] >= still * still;
}

}  // namespace

bool has_hand(const lab::Graph& g, const Desk& desk) {
  return std::any_of(g.sets.begin(), g.sets.end(),
                     [&](const lab::ArrowSet& set) { return desk.field(set.field) != nullptr; });
}

GraphHand graph_hand(const lab::Graph& g, ImGuiID id) {
  const auto n = static_cast<int>(g.nodes.size()), sets = static_cast<int>(g.sets.size());
  const auto within = [](int i, int count) { return i < count ? i : -1; };
  GraphHand hand;
  hand.set = within(kept(id, "set", 0), sets);
  hand.begun = within(kept(id, "begun", -1), n);
  hand.pulled = within(kept(id, "pulled", -1), n);
  for (int i = 0; i < static_cast<int>(g.edges.size()); ++i) {
    const lab::Edge& e = edge(g, i);
    if (drawable(g, e) && e.set == kept(id, "arrow set", -1) &&
        e.from == kept(id, "arrow from", -1) && e.to == kept(id, "arrow to", -1))
      hand.edge = i;
  }
  const int at = within(kept(id, "refusal node", -1), n);
  const int set = within(kept(id, "refusal set", -1), sets);
  if (at >= 0 && set >= 0) {
    hand.refused = sentence(g, static_cast<Refusal>(kept(id, "refusal")), set, at);
    hand.refused_at = at;
  }
  return hand;
}

void turn_arrow(const lab::Graph& g, ImGuiID id, const GraphHand& hand, Desk& desk) {
  if (hand.edge < 0) return;
  const lab::Edge& e = edge(g, hand.edge);
  if (const auto old = held_arrow(g, e, desk)) connect(g, id, e.set, e.to, e.from, old, desk);
}

void remove_arrow(const lab::Graph& g, ImGuiID id, const GraphHand& hand, Desk& desk) {
  if (hand.edge < 0) return;
  const lab::Edge& e = edge(g, hand.edge);
  const Held h = held(g, e.set, desk);
  if (const auto old = held_arrow(g, e, desk)) wish(desk, *h.field, h.arrows->toggled(*old).text());
  select(id, -1, -1, -1);
}

int edge_under(const lab::Graph& g, const GraphLayout& layout, const Area& a, ImVec2 origin) {
  const bool finger = ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen;
  float nearest = finger ? 18.0f : 9.0f;
  int best = -1;
  for (int i = 0; a.hovered && i < static_cast<int>(g.edges.size()); ++i) {
    const GraphPath& path = layout.edges[static_cast<std::size_t>(i)];
    if (!drawable(g, edge(g, i)) || path.points.size() < 4) continue;
    const std::vector<ImVec2> line = flattened(path.points, origin);
    for (std::size_t k = 1; k < line.size(); ++k) {
      const ImVec2 on = ImLineClosestPoint(line[k - 1], line[k], a.mouse);
      const float away = std::hypot(on.x - a.mouse.x, on.y - a.mouse.y);
      if (away < nearest) nearest = away, best = i;
    }
  }
  return best;
}

void use_hand(const lab::Graph& g, const Area& a, const Keys& k, const GraphSpot& spot,
              GraphHand& hand, Desk& desk) {
  const ImGuiID id = a.id;
  const bool tap = tapped(a), released = ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  const bool space = pressed(a, ImGuiKey_Space), turns = pressed(a, ImGuiKey_R);
  if (a.pressed || k.any_arrow() || k.enter || k.escape || space || turns)
    refuse(id, Refusal::none, -1, -1);

  // A pull from node to node draws; one that ends elsewhere is given up.
  if (a.pressed) hand.pulled = hand.set >= 0 ? spot.pointed : -1;
  if (released && hand.pulled >= 0 && moved_far() && spot.pointed >= 0)
    connect(g, id, hand.set, hand.pulled, spot.pointed, {}, desk), hand.begun = -1;

  // The ends one after the other, by taps or by Enter.
  const int end = tap ? spot.pointed : k.enter ? spot.at : -1;
  if (hand.set >= 0 && end >= 0) {
    if (hand.begun >= 0) connect(g, id, hand.set, hand.begun, end, {}, desk);
    hand.begun = hand.begun >= 0 ? -1 : end;
    if (hand.begun >= 0) select(id, -1, -1, -1);
  } else if (tap && spot.edge >= 0) {
    const lab::Edge& e = edge(g, spot.edge);
    select(id, e.set, e.from, e.to);
    hand.begun = -1;
  } else if (tap) {
    select(id, -1, -1, -1);
    hand.begun = -1;
  }
  if (released) hand.pulled = -1;

  if (k.escape && hand.begun < 0) select(id, -1, -1, -1);
  if (k.escape) hand.begun = -1;
  if (space) select_next(g, id, hand, spot.at);
  if (turns) turn_arrow(g, id, hand, desk);
  if (k.clear) remove_arrow(g, id, hand, desk);
  keep(id, "begun", hand.begun);
  keep(id, "pulled", hand.pulled);
  const int set = hand.set;
  hand = graph_hand(g, id);
  hand.set = set;

  // A finger that goes down on a node of a graph that is being drawn pulls an arrow.
  if (hand.set >= 0 && spot.pointed >= 0) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (spot.pointed < 0 && spot.edge >= 0) offer_click();
}

void draw_hand(ImDrawList& draw, const lab::Graph& g, const GraphLayout& layout, const Area& a,
               ImVec2 origin, const GraphSpot& spot, const GraphHand& hand) {
  const Theme t = theme();
  const auto centre = [&](int i) {
    return middle(layout.nodes[static_cast<std::size_t>(i)], origin);
  };
  if (hand.edge >= 0) {
    const GraphPath& path = layout.edges[static_cast<std::size_t>(hand.edge)];
    if (path.points.size() >= 4) {
      const std::vector<ImVec2> line = flattened(path.points, origin);
      draw.AddPolyline(line.data(), static_cast<int>(line.size()), faded(t.accent, 0.28f),
                       ImDrawFlags_None, 11);
      for (const ImVec2 tip : {line.front(), line.back()}) draw.AddCircle(tip, 7, t.accent, 0, 2);
    }
  }
  const bool pulling = hand.pulled >= 0 && a.held && moved_far();
  const int from = pulling ? hand.pulled : hand.begun;
  if (from < 0 || hand.set < 0) return;
  const ImVec2 start = centre(from);
  draw.AddCircle(start, 0.5f * layout.nodes[static_cast<std::size_t>(from)].width() + 3, t.accent,
                 0, 2);
  const int target = spot.pointed >= 0 ? spot.pointed : pulling ? -1 : spot.at;
  if (target == from || (!pulling && target < 0)) return;
  ImVec2 tip = a.mouse;
  if (target >= 0) {
    // On the box of the target, where the line from the start meets it.
    const Box& b = layout.nodes[static_cast<std::size_t>(target)];
    const ImVec2 to = centre(target), way{to.x - start.x, to.y - start.y};
    const float share = std::min(0.5f * b.width() / std::max(std::fabs(way.x), 1e-3f),
                                 0.5f * b.height() / std::max(std::fabs(way.y), 1e-3f));
    tip = {to.x - share * way.x, to.y - share * way.y};
  }
  const float length = std::hypot(tip.x - start.x, tip.y - start.y), head = 12;
  if (length < head) return;
  const ImVec2 neck{tip.x - (tip.x - start.x) * head / length,
                    tip.y - (tip.y - start.y) * head / length};
  if (set_of(g, hand.set).dashed)
    dashed_line(draw, start, neck, t.accent, 2.5f);
  else
    draw.AddLine(start, neck, t.accent, 2.5f);
  arrow(draw, neck, tip, t.accent, 2.7f);
}

}  // namespace ui
