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

enum class Refusal { none, loop, unknown, doubled, full, circle, closed };

const lab::Node& node(const lab::Graph& g, int i) { return g.nodes[static_cast<std::size_t>(i)]; }
const lab::ArrowSet& set_of(const lab::Graph& g, int i) {
  return g.sets[static_cast<std::size_t>(i)];
}
const lab::Edge& edge(const lab::Graph& g, int i) { return g.edges[static_cast<std::size_t>(i)]; }

bool drawable(const lab::Graph& g, const lab::Edge& e) {
  const auto n = static_cast<int>(g.nodes.size()), sets = static_cast<int>(g.sets.size());
  return e.set >= 0 && e.set < sets && e.from >= 0 && e.to >= 0 && std::max(e.from, e.to) < n;
}

// The shortest way along arrows of a set, nodes from the first to the last; empty where there is
// none. `without` is left out.
std::vector<int> way(const lab::Graph& g, int set, int first, int last, int without) {
  const std::size_t n = g.nodes.size();
  std::vector<int> before(n, -1), met = {first};
  before[static_cast<std::size_t>(first)] = first;
  for (std::size_t i = 0; i < met.size(); ++i)
    for (int k = 0; k < static_cast<int>(g.edges.size()); ++k) {
      const lab::Edge& e = edge(g, k);
      if (k == without || e.set != set || !drawable(g, e) || e.from != met[i]) continue;
      int& known = before[static_cast<std::size_t>(e.to)];
      if (known >= 0) continue;
      known = e.from;
      met.push_back(e.to);
    }
  std::vector<int> nodes;
  if (before[static_cast<std::size_t>(last)] < 0) return nodes;
  for (int at = last; at != first; at = before[static_cast<std::size_t>(at)])
    nodes.insert(nodes.begin(), at);
  nodes.insert(nodes.begin(), first);
  return nodes;
}

bool closes_circle(const lab::Graph& g, int set, int from, int to, int without) {
  return !way(g, set, to, from, without).empty();
}

std::string circle_sentence(const lab::Graph& g, int set, int from, int to, int without) {
  std::string circle = node(g, from).name;
  for (const int at : way(g, set, to, from, without)) circle += " → " + node(g, at).name;
  return "This arrow would close a cycle: " + circle + ".";
}

const lab::ArrowRule* rule_of(const lab::DrawnGraph* drawn, int set) {
  return drawn && static_cast<std::size_t>(set) < drawn->rules.size()
             ? &drawn->rules[static_cast<std::size_t>(set)]
             : nullptr;
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
    case Refusal::closed:
      return "No arrow of " + name + " leads to " + node(g, at).name + ", which is given.";
    case Refusal::circle:
      break;  // has a sentence of its own
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
  std::optional<lab::Arrows> arrows;
  int place(const lab::Node& n) const {
    const auto at = std::find(arrows->nodes.begin(), arrows->nodes.end(), n.id);
    return at == arrows->nodes.end() ? -1 : static_cast<int>(at - arrows->nodes.begin());
  }
};

// The field of a set with its arrows: those that are seen where the graph is drawn, since a field
// may stand back behind a model that was chosen.
Held held(const lab::Graph& g, const GraphHand& hand, int set, const Desk& desk) {
  const lab::Field* const field = desk.field(set_of(g, set).field);
  const auto* const arrows = field ? std::get_if<lab::Arrows>(&field->slot) : nullptr;
  Held h{field, arrows ? std::optional(*arrows) : std::nullopt};
  if (!h.arrows || !hand.drawn) return h;
  h.arrows->value.clear();
  for (const lab::Edge& e : g.edges) {
    if (e.set != set || !drawable(g, e)) continue;
    const lab::Arrow seen{h.place(node(g, e.from)), h.place(node(g, e.to))};
    if (seen.from >= 0 && seen.to >= 0 && !h.arrows->has(seen)) h.arrows = h.arrows->toggled(seen);
  }
  return h;
}

// Asks for an arrow more, in place of `old` where that is one of the field.
void connect(const lab::Graph& g, ImGuiID id, const GraphHand& hand, int set, int from, int to,
             std::optional<lab::Arrow> old, Desk& desk) {
  const Held h = held(g, hand, set, desk);
  if (!h.arrows) return;
  const lab::Arrow fresh{h.place(node(g, from)), h.place(node(g, to))};
  const bool known = fresh.from >= 0 && fresh.to >= 0;
  if (from == to) return refuse(id, Refusal::loop, set, to);
  if (!known) return refuse(id, Refusal::unknown, set, fresh.from < 0 ? from : to);
  if (h.arrows->has(fresh)) return refuse(id, Refusal::doubled, set, to);
  const lab::Arrows before = old ? h.arrows->toggled(*old) : *h.arrows;
  if (before.value.size() >= lab::Arrows::most) return refuse(id, Refusal::full, set, to);
  const lab::ArrowRule* const rule = rule_of(hand.drawn, set);
  if (rule && std::find(rule->closed.begin(), rule->closed.end(), to) != rule->closed.end())
    return refuse(id, Refusal::closed, set, to);
  if (rule && rule->acyclic && closes_circle(g, set, from, to, old ? hand.edge : -1)) {
    keep(id, "refusal from", from);
    keep(id, "refusal without", old ? hand.edge : -1);
    return refuse(id, Refusal::circle, set, to);
  }
  wish(desk, *h.field, before.toggled(fresh).text());
  select(id, set, from, to);
}

// What the field holds of a selected edge; nothing where the two do not agree.
std::optional<lab::Arrow> held_arrow(const lab::Graph& g, const GraphHand& hand, const lab::Edge& e,
                                     const Desk& desk) {
  const Held h = held(g, hand, e.set, desk);
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

bool has_hand(const lab::Graph& g, const Desk& desk, const lab::DrawnGraph* drawn) {
  if (std::any_of(g.sets.begin(), g.sets.end(),
                  [&](const lab::ArrowSet& set) { return desk.field(set.field) != nullptr; }))
    return true;
  return drawn && (desk.field(drawn->place) != nullptr ||
                   std::any_of(drawn->picks.begin(), drawn->picks.end(), [&](const auto& pick) {
                     return desk.field(pick.field) != nullptr;
                   }));
}

// What the hand does is kept as one number: a set, or one of these, from which picks count down.
constexpr int hand_looks = -1, hand_moves = -2, first_pick = -3;

void take_in_hand(ImGuiID id, GraphHand& hand, int set, int pick, bool moves) {
  hand.set = set, hand.pick = pick, hand.moves = moves;
  hand.begun = -1;
  keep(id, "set", set >= 0 ? set : pick >= 0 ? first_pick - pick : moves ? hand_moves : hand_looks);
  keep(id, "begun", -1);
}

GraphHand graph_hand(const lab::Graph& g, ImGuiID id, const lab::DrawnGraph* drawn) {
  const auto n = static_cast<int>(g.nodes.size()), sets = static_cast<int>(g.sets.size());
  const auto within = [](int i, int count) { return i < count ? i : -1; };
  GraphHand hand;
  hand.drawn = drawn;
  const bool picks = drawn && !drawn->picks.empty();
  const int does = kept(id, "set", g.sets.empty() && picks ? first_pick : 0);
  hand.set = within(does, sets);
  if (picks) hand.pick = within(first_pick - does, static_cast<int>(drawn->picks.size()));
  hand.set = std::max(hand.set, -1), hand.pick = std::max(hand.pick, -1);
  hand.moves = drawn && !drawn->place.empty() && does == hand_moves;
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
    const auto why = static_cast<Refusal>(kept(id, "refusal"));
    const int from = within(kept(id, "refusal from", -1), n);
    hand.refused = why != Refusal::circle ? sentence(g, why, set, at)
                   : from >= 0 ? circle_sentence(g, set, from, at, kept(id, "refusal without", -1))
                               : "";
    hand.refused_at = at;
  }
  return hand;
}

std::string seen_arrows(const lab::Graph& g, const GraphHand& hand, int set, const Desk& desk) {
  const Held h = held(g, hand, set, desk);
  return h.arrows ? h.arrows->text() : "";
}

void turn_arrow(const lab::Graph& g, ImGuiID id, const GraphHand& hand, Desk& desk) {
  if (hand.edge < 0) return;
  const lab::Edge& e = edge(g, hand.edge);
  if (const auto old = held_arrow(g, hand, e, desk))
    connect(g, id, hand, e.set, e.to, e.from, old, desk);
}

void remove_arrow(const lab::Graph& g, ImGuiID id, const GraphHand& hand, Desk& desk) {
  if (hand.edge < 0) return;
  const lab::Edge& e = edge(g, hand.edge);
  const Held h = held(g, hand, e.set, desk);
  if (const auto old = held_arrow(g, hand, e, desk))
    wish(desk, *h.field, h.arrows->toggled(*old).text());
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
  if (a.pressed) hand.pulled = hand.set >= 0 || hand.moves ? spot.pointed : -1;
  if (released && hand.set >= 0 && hand.pulled >= 0 && moved_far() && spot.pointed >= 0)
    connect(g, id, hand, hand.set, hand.pulled, spot.pointed, {}, desk), hand.begun = -1;

  // The ends one after the other, by taps or by Enter.
  const int end = tap ? spot.pointed : k.enter ? spot.at : -1;
  if (hand.set >= 0 && end >= 0) {
    if (hand.begun >= 0) connect(g, id, hand, hand.set, hand.begun, end, {}, desk);
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
  const GraphHand before = hand;
  hand = graph_hand(g, id, before.drawn);
  hand.set = before.set, hand.pick = before.pick, hand.moves = before.moves;

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
