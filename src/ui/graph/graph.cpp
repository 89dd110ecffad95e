// A graph of named nodes with lines of text, joined by arrows with labels.

#include "ui/graph/graph.h"

#include <algorithm>
#include <cmath>

#include "ui/controls/wish.h"
#include "ui/frame/focus.h"
#include "ui/frame/readout.h"
#include "ui/frame/theme.h"
#include "ui/graph/graph_hand.h"
#include "ui/graph/graph_layout.h"
#include "ui/graph/graph_marks.h"
#include "ui/graph/graph_memory.h"
#include "ui/graph/graph_reading.h"
#include "ui/graph/hand_bar.h"

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
// anywhere else or Escape takes it away. Where arrows are drawn, a tap does no more than that.
Found find(const lab::Graph& g, const GraphLayout& layout, const Area& a, const Keys& k,
           ImVec2 origin, const GraphHand& hand) {
  Found out;
  for (std::size_t i = 0; a.hovered && i < layout.nodes.size(); ++i) {
    if (moved(layout.nodes[i], origin).contains(a.mouse)) out.pointed = static_cast<int>(i);
  }
  const auto n = static_cast<int>(g.nodes.size());
  int at = std::min(kept(a.id, "node", -1), n - 1);
  const bool tap = tapped(a), arrows = k.any_arrow() && n > 0;
  if (tap) at = at == out.pointed ? -1 : out.pointed;
  if (k.escape && hand.begun < 0 && hand.edge < 0) at = -1;
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !a.hovered) at = -1;
  if (arrows) at = at < 0 ? layout.order.front() : next_node(layout, at, k);
  keep(a.id, "node", at);
  out.at = at;
  out.moved = arrows;
  if (hand.set < 0) out.picked = tap ? out.pointed : k.enter ? at : -1;
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
                     [&](const lab::Node& n) { return n.lines.size() > layout.lines; });
}

// The line below a graph whose nodes do not show all their lines.
float hint_height() { return 1.6f * em(); }

// The layout for a room, with what stands beneath it.
const GraphLayout& layout_in(const lab::Graph& g, float width, float room) {
  const GraphLayout& whole = recalled_layout(g, width, room);
  return lines_hidden(g, whole) ? recalled_layout(g, width, room - hint_height()) : whole;
}

float height_in(const lab::Graph& g, float width, float room) {
  if (g.nodes.empty()) return 2 * ImGui::GetFontSize();
  const GraphLayout& layout = layout_in(g, width, room);
  return std::ceil(layout.size.y) + (lines_hidden(g, layout) ? hint_height() : 0) +
         (g.sets.empty() ? 0 : hand_bar_height(g, width));
}

constexpr float any_height = 1e6f;

}  // namespace

float Widget<lab::Graph>::height(const lab::Graph& g, float width) {
  return height_in(g, width, any_height);
}

float Widget<lab::Graph>::least_height(const lab::Graph& g, float width) {
  return std::min(height_in(g, width, 0), height(g, width));
}

void Widget<lab::Graph>::draw(const char* id, const lab::Graph& g, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  GraphHand hand;
  float bar = 0;
  const bool by_hand = !g.nodes.empty() && has_hand(g, desk);
  if (by_hand) {
    const ImGuiID own = ImGui::GetID(id);
    hand = graph_hand(g, own);
    bar = hand_bar_height(g, size.x);
    hand_bar(g, own, hand, {corner, {corner.x + size.x, corner.y + bar}}, desk);
    ImGui::SetCursorScreenPos({corner.x, corner.y + bar});
  }
  const Area a = area(id, {size.x, size.y - bar});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (g.nodes.empty()) return draw_text(draw, a.box.min, t.faint, "no nodes");
  // As it asks to be, in all the height that it asks for: one layout for every such height.
  const bool ample = size.y + 1 >= height(g, size.x);
  const GraphLayout& layout = layout_in(g, a.box.width(), ample ? any_height : a.box.height());
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
  const Keys k = keys(a);
  const Found found = find(g, layout, a, k, origin, hand);
  if (found.moved)
    keep_real(a.id, "left", moved_left(layout, static_cast<std::size_t>(found.at), a.box.width()));
  GraphSpot spot{found.pointed, -1, found.at};
  if (by_hand) {
    if (spot.pointed < 0) spot.edge = edge_under(g, layout, a, origin);
    use_hand(g, a, k, spot, hand, desk);
  }
  const int loud = found.loud();
  const auto touches = [&](std::size_t i) {
    const lab::Edge& e = g.edges[i];
    const auto n = static_cast<int>(i);
    return n == spot.edge || n == hand.edge || (loud >= 0 && (e.from == loud || e.to == loud));
  };
  ImGui::PushFont(nullptr, t.text_px * layout.text);
  draw.PushClipRect(a.box.min, a.box.max, true);
  if (by_hand) draw_hand(draw, g, layout, a, origin, spot, hand);
  for (std::size_t e = 0; e < g.edges.size(); ++e)
    draw_arrow(draw, layout.edges[e], g.edges[e], origin, touches(e), t);
  for (std::size_t i = 0; i < g.nodes.size(); ++i)
    draw_node(draw, g.nodes[i], layout.lines, moved(layout.nodes[i], origin),
              static_cast<int>(i) == loud, t);
  for (std::size_t e = 0; e < g.edges.size(); ++e)
    draw_label(draw, layout.edges[e], g.edges[e], origin, touches(e), t);
  draw.PopClipRect();
  ImGui::PopFont();
  draw_beyond(draw, a.box, left > 0.5f, left < beyond - 0.5f, t);
  const float below = origin.y + layout.size.y;
  if (hidden)
    draw_text(draw, {a.box.min.x, below + 0.3f * em()}, t.faint,
              "A tap on a node shows its values.");
  if (const int told = loud >= 0 ? loud : chosen(g); told_beneath && told >= 0)
    draw_whole_node(draw, g.nodes[static_cast<std::size_t>(told)],
                    0.5f * (a.box.min.x + a.box.max.x), below + hint_height(), t);
  const lab::Field* field = desk.field(g.pick);
  if (field && found.picked >= 0)
    wish(desk, *field, g.nodes[static_cast<std::size_t>(found.picked)].id);
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
