// A graph of named nodes with lines of text, joined by arrows with labels.

#include "ui/graph/graph_figure.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/controls/wish.h"
#include "ui/frame/focus.h"
#include "ui/frame/readout.h"
#include "ui/frame/theme.h"
#include "ui/graph/factor_link.h"
#include "ui/graph/graph_hand.h"
#include "ui/graph/graph_key.h"
#include "ui/graph/graph_layout.h"
#include "ui/graph/graph_marks.h"
#include "ui/graph/graph_memory.h"
#include "ui/graph/graph_moving.h"
#include "ui/graph/graph_placed.h"
#include "ui/graph/graph_reading.h"
#include "ui/graph/graph_rows.h"
#include "ui/graph/hand_bar.h"
#include "ui/graph/shift_bar.h"

namespace ui {

namespace {

// The nearest node in a direction; off to the side counts twice.
int next_node(const GraphLayout& layout, int from, const Keys& k) {
  const auto middle = [&](int i) {
    const Box& b = layout.nodes[static_cast<std::size_t>(i)];
    return ImVec2{0.5f * (b.min.x + b.max.x), 0.5f * (b.min.y + b.max.y)};
  };
  const ImVec2 here = middle(from);
  int best = from;
  float nearest = 1e9f;
  for (int i = 0; i < static_cast<int>(layout.nodes.size()); ++i) {
    const ImVec2 there = middle(i);
    const float dx = there.x - here.x, dy = there.y - here.y;
    const float ahead =
        k.right != 0 ? dx * static_cast<float>(k.right) : dy * static_cast<float>(k.down);
    const float aside = std::fabs(k.right != 0 ? dy : dx);
    if (i == from || ahead <= 1 || ahead + 2 * aside >= nearest) continue;
    nearest = ahead + 2 * aside;
    best = i;
  }
  return best;
}

struct Found {
  int pointed = -1, at = -1, picked = -1;
  bool moved = false;  // the arrow keys went to another node
  int loud() const { return pointed >= 0 ? pointed : at; }
};

// What pointer and keys are at: a tap on a node sets the cursor there, and a second one, a tap
// anywhere else but on the buttons above or Escape takes it away. Where arrows are drawn, a tap
// does no more than that.
Found find(const lab::Graph& g, const GraphLayout& layout, const Area& a, const Keys& k,
           ImVec2 origin, const GraphHand& hand, const Box& bar) {
  Found out;
  for (std::size_t i = 0; a.hovered && i < layout.nodes.size(); ++i) {
    if (moved(layout.nodes[i], origin).contains(a.mouse)) out.pointed = static_cast<int>(i);
  }
  const auto n = static_cast<int>(g.nodes.size());
  int at = std::min(kept(a.id, "node", -1), n - 1);
  const bool tap = tapped(a), arrows = k.any_arrow() && n > 0;
  if (tap) at = at == out.pointed ? -1 : out.pointed;
  if (k.escape && hand.begun < 0 && hand.edge < 0) at = -1;
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !a.hovered && !bar.contains(a.mouse)) at = -1;
  if (arrows) at = at < 0 ? layout.order.front() : next_node(layout, at, k);
  keep(a.id, "node", at);
  out.at = at;
  out.moved = arrows;
  if (hand.set < 0 && !hand.moves) out.picked = tap ? out.pointed : k.enter ? at : -1;
  return out;
}

int chosen(const lab::Graph& g) {
  for (std::size_t i = 0; i < g.nodes.size(); ++i) {
    if (g.nodes[i].light == lab::Light::chosen) return static_cast<int>(i);
  }
  return -1;
}

// How far a graph wider than its area has been moved to the left: a drag moves it, and it follows
// the chosen node when that changes. A drag that is pulling an arrow leaves it where it is.
float panned(const lab::Graph& g, const GraphLayout& layout, const Area& a, bool pulling) {
  const float beyond = layout.size.x - a.box.width();
  if (beyond <= 0) return 0;
  const int now = chosen(g);
  float left = kept_real(a.id, "left", 0);
  if (now >= 0 && now != kept(a.id, "followed", -1))
    left = moved_left(layout, static_cast<std::size_t>(now), a.box.width());
  keep(a.id, "followed", now);
  if (a.held && !pulling) left -= ImGui::GetIO().MouseDelta.x;
  left = std::clamp(left, 0.0f, beyond);
  keep_real(a.id, "left", left);
  return left;
}

bool lines_hidden(const lab::Graph& g, const GraphLayout& layout) {
  return std::any_of(g.nodes.begin(), g.nodes.end(),
                     [&](const lab::Node& n) { return most_lines(n) > layout.lines; });
}

// The line below a graph whose nodes do not show all their lines.
float hint_height() { return 1.6f * em(); }

// The layout for a room, with what stands beneath it.
const GraphLayout& layout_in(const lab::Graph& g, float width, float room) {
  const GraphLayout& whole = recalled_layout(g, width, room);
  return lines_hidden(g, whole) ? recalled_layout(g, width, room - hint_height()) : whole;
}

constexpr float any_height = 1e6f;

// By how much the layout of a graph that is drawn by hand is enlarged: a hand wants room.
float hand_room(const GraphFigure& f, const GraphLayout& layout, float width) {
  constexpr float most = 1.5f;
  return f.drawn ? std::clamp(0.8f * width / std::max(layout.size.x, 1.0f), 1.0f, most) : 1.0f;
}

bool may_have_hand(const GraphFigure& f) {
  return !f.g.sets.empty() || (f.drawn && (!f.drawn->picks.empty() || !f.drawn->place.empty()));
}

float height_in(const GraphFigure& f, float width, float room) {
  const lab::Graph& g = f.g;
  if (g.nodes.empty()) return 2 * ImGui::GetFontSize();
  const GraphLayout& layout = layout_in(g, width, room);
  const float by = room < any_height ? 1.0f : hand_room(f, layout, width);
  return std::ceil(by * layout.size.y) + (lines_hidden(g, layout) ? hint_height() : 0) +
         (may_have_hand(f) ? hand_bar_height(g, width, f.drawn) : 0) +
         (g.shift.empty() ? 0 : shift_bar_height(width)) + graph_key_height(g, width);
}

Filling filling(const lab::DrawnGraph* drawn, std::size_t node) {
  if (!drawn) return Filling::by_light;
  const std::vector<int>& full = drawn->filled;
  return std::find(full.begin(), full.end(), static_cast<int>(node)) == full.end() ? Filling::none
                                                                                   : Filling::much;
}

// A subset takes the node in or lets it go; anything else becomes its id.
void pick_node(const lab::Node& n, const lab::Field& field, Desk& desk) {
  const auto* const subset = std::get_if<lab::Subset>(&field.slot);
  if (!subset) return wish(desk, field, n.id);
  const auto place = std::find(subset->names.begin(), subset->names.end(), n.id);
  if (place != subset->names.end())
    wish(desk, field, subset->toggled(static_cast<int>(place - subset->names.begin())).text());
}

// The key of an arrow in what links figures; nothing where no product can have it.
FactorKey key_of(const lab::Graph& g, const lab::Edge& e) {
  const auto set = static_cast<std::size_t>(e.set), to = static_cast<std::size_t>(e.to);
  if (e.set < 0 || set >= g.sets.size() || e.to < 0 || to >= g.nodes.size()) return {};
  return {g.sets[set].name, g.nodes[to].id};
}

bool is_lit(const lab::Graph& g, const lab::Edge& e, const std::vector<FactorKey>& lit) {
  return e.set >= 0 && std::find(lit.begin(), lit.end(), key_of(g, e)) != lit.end();
}

bool is_lit(const lab::Node& n, const std::vector<FactorKey>& lit) {
  return std::any_of(lit.begin(), lit.end(), [&](const FactorKey& k) { return k.node == n.id; });
}

// Tells products what is pointed at here, an arrow or else a node, and returns what is pointed at
// there.
std::vector<FactorKey> linked(const lab::Graph& g, int node, int edge) {
  if (g.sets.empty()) return {};
  std::vector<FactorKey> here;
  if (edge >= 0)
    here.push_back(key_of(g, g.edges[static_cast<std::size_t>(edge)]));
  else if (node >= 0)
    for (const lab::ArrowSet& set : g.sets)
      here.push_back({set.name, g.nodes[static_cast<std::size_t>(node)].id});
  light_from_graph(std::move(here));
  return lit_by_products();
}

}  // namespace

float GraphFigure::height(float width) const { return height_in(*this, width, any_height); }

float GraphFigure::least_height(float width) const {
  return std::min(height_in(*this, width, 0), height(width));
}

void GraphFigure::draw(const char* id, ImVec2 size, Desk& desk) const {
  const Theme t = theme();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  GraphHand hand;
  float bar = 0;
  const bool by_hand = !g.nodes.empty() && has_hand(g, desk, drawn);
  if (by_hand) {
    const ImGuiID own = ImGui::GetID(id);
    hand = graph_hand(g, own, drawn);
    bar = hand_bar_height(g, size.x, drawn);
    hand_bar(g, own, hand, {corner, {corner.x + size.x, corner.y + bar}}, desk);
    ImGui::SetCursorScreenPos({corner.x, corner.y + bar});
  }
  const lab::Field* const shifts = shift_field(g, desk);
  int way = 0;
  if (shifts) {
    const float from = corner.y + bar;
    bar += shift_bar_height(size.x);
    const int last = static_cast<int>(g.nodes.size()) - 1;
    const int at = std::min(kept(ImGui::GetID(id), "node", -1), last);
    way = shift_bar(g, at, {{corner.x, from}, {corner.x + size.x, corner.y + bar}});
    ImGui::SetCursorScreenPos({corner.x, corner.y + bar});
  }
  const float key = graph_key_height(g, size.x);
  const Area a = area(id, {size.x, size.y - bar - key});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (g.nodes.empty()) return draw_text(list, a.box.min, t.faint, "no nodes");
  draw_graph_key(list, g, {a.box.min.x, a.box.max.y}, a.box.width(), t);
  // As it asks to be, in all the height that it asks for: one layout for every such height.
  const bool ample = size.y + 1 >= height(size.x);
  const GraphLayout& usual = layout_in(g, a.box.width(), ample ? any_height : a.box.height());
  const bool is_placed = drawn && !drawn->x.empty();
  GraphLayout by_the_hand;
  if (drawn) {
    const float by = std::clamp(a.box.height() / std::max(usual.size.y, 1.0f), 1.0f,
                                hand_room(*this, usual, a.box.width()));
    by_the_hand = enlarged(usual, by);
    if (is_placed) by_the_hand = placed_layout(*drawn, by_the_hand);
  }
  const GraphLayout& layout = drawn ? by_the_hand : usual;
  const float left = panned(g, layout, a, hand.pulled >= 0);
  const float beyond = layout.size.x - a.box.width();
  const bool hidden = lines_hidden(g, layout);
  float free = a.box.height() - layout.size.y - (hidden ? hint_height() : 0);
  // Where there is room beneath the graph, one node at a time says all that it has.
  const float beneath = hidden ? whole_node_height(layout) : 0;
  const bool told_beneath = hidden && free >= beneath;
  if (told_beneath) free -= beneath;
  const ImVec2 origin{std::round(a.box.min.x + std::max(0.0f, -0.5f * beyond) - left),
                      std::round(a.box.min.y + std::max(0.0f, 0.5f * free))};
  Keys k = keys(a);
  if (shifts && shift_by_keys(k) != 0) way = std::exchange(k.down, 0);
  const Box above{corner, {corner.x + size.x, corner.y + bar}};
  GraphSpot before{-1, -1, std::min(kept(a.id, "node", -1), static_cast<int>(g.nodes.size()) - 1)};
  for (std::size_t i = 0; a.hovered && i < layout.nodes.size(); ++i)
    if (moved(layout.nodes[i], origin).contains(a.mouse)) before.pointed = static_cast<int>(i);
  if (by_hand) move_nodes(list, hand, layout, a, k, origin, before, desk);
  const Found found = find(g, layout, a, k, origin, hand, above);
  if (shifts && found.at >= 0)
    shift_node(g.nodes[static_cast<std::size_t>(found.at)], way, *shifts, desk);
  if (found.moved)
    keep_real(a.id, "left", moved_left(layout, static_cast<std::size_t>(found.at), a.box.width()));
  GraphSpot spot{found.pointed, -1, found.at};
  if (by_hand) {
    if (spot.pointed < 0) spot.edge = edge_under(g, layout, a, origin);
    use_hand(g, a, k, spot, hand, desk);
  }
  const int loud = found.loud();
  const std::vector<FactorKey> lit = linked(g, loud, spot.edge >= 0 ? spot.edge : hand.edge);
  const auto touches = [&](std::size_t i) {
    const lab::Edge& e = g.edges[i];
    const auto n = static_cast<int>(i);
    return n == spot.edge || n == hand.edge || is_lit(g, e, lit) ||
           (loud >= 0 && (e.from == loud || e.to == loud));
  };
  ImGui::PushFont(nullptr, t.text_px * layout.text);
  list.PushClipRect(a.box.min, a.box.max, true);
  if (by_hand) draw_hand(list, g, layout, a, origin, spot, hand);
  for (std::size_t e = 0; e < g.edges.size(); ++e)
    draw_arrow(list, layout.edges[e], g.edges[e], origin, touches(e), t);
  for (std::size_t i = 0; i < g.nodes.size(); ++i)
    draw_node(list, g.nodes[i], layout.lines, moved(layout.nodes[i], origin),
              static_cast<int>(i) == loud || is_lit(g.nodes[i], lit), t, filling(drawn, i));
  if (shifts)
    for (std::size_t i = 0; i < g.nodes.size(); ++i)
      draw_shifts(list, g.nodes[i], moved(layout.nodes[i], origin), t.of(g.nodes[i].role));
  for (std::size_t e = 0; e < g.edges.size(); ++e)
    draw_label(list, layout.edges[e], g.edges[e], origin, touches(e), t);
  list.PopClipRect();
  ImGui::PopFont();
  draw_beyond(list, a.box, left > 0.5f, left < beyond - 0.5f, t);
  const float below = origin.y + layout.size.y;
  if (hidden)
    draw_text(list, {a.box.min.x, below + 0.3f * em()}, t.faint,
              "Pick a node to see all that it holds.");
  if (const int told = loud >= 0 ? loud : chosen(g); told_beneath && told >= 0)
    draw_whole_node(list, g.nodes[static_cast<std::size_t>(told)],
                    0.5f * (a.box.min.x + a.box.max.x), below + hint_height(), t);
  const lab::Field* field = desk.field(hand.pick >= 0 ? drawn->picks[at(hand.pick)].field : g.pick);
  if (field && found.picked >= 0) pick_node(g.nodes[at(found.picked)], *field, desk);
  if (!hand.refused.empty()) {
    const Box box = moved(layout.nodes[static_cast<std::size_t>(hand.refused_at)], origin);
    const ReadLine line[] = {{hand.refused, t.warning}};
    return readout({box.max.x, box.min.y}, line);
  }
  // A card would lie over the nodes that an arrow may lead to.
  if (loud < 0 || hand.pulled >= 0 || hand.begun >= 0) return;
  if (field && a.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (!told_beneath) read_node(g, loud, layout, origin, a.box);
}

}  // namespace ui
