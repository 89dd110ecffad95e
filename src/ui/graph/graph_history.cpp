#include "ui/graph/graph_history.h"

#include <map>
#include <utility>

#include "ui/controls/wish.h"
#include "ui/frame/standing.h"
#include "ui/graph/graph_moving.h"

namespace ui {

namespace {

// A field and its text.
struct HeldText {
  std::string key, text;
  bool operator==(const HeldText&) const = default;
};
using GraphState = std::vector<HeldText>;

struct GraphHistory {
  GraphState now;
  std::vector<GraphState> before, after;
  int asked_in = -1;  // the frame in which `now` was asked for; -1 where it has been seen
};

constexpr std::size_t most_steps_back = 100;
constexpr int frames_of_patience = 120;

struct GraphHistories {
  std::map<ImGuiID, GraphHistory> of;
};

GraphHistory& history(ImGuiID id) { return of_context<GraphHistories>().of[id]; }

void step(GraphHistory& h, std::vector<GraphState>& from, std::vector<GraphState>& to, Desk& desk) {
  if (from.empty()) return;
  const GraphState wanted = from.back();
  from.pop_back();
  for (const HeldText& held : wanted)
    for (const HeldText& here : h.now)
      if (here.key == held.key && here.text != held.text)
        if (const lab::Field* const field = desk.fields.find(held.key))
          wish(desk, *field, held.text);
  to.push_back(std::exchange(h.now, wanted));
  h.asked_in = ImGui::GetFrameCount();
}

}  // namespace

GraphSteps see_history(const lab::Graph& g, ImGuiID id, const GraphHand& hand, const Desk& desk) {
  if (!hand.drawn) return {};
  GraphState seen;
  for (int i = 0; i < static_cast<int>(g.sets.size()); ++i)
    if (const lab::Field* const field = desk.field(g.sets[static_cast<std::size_t>(i)].field))
      seen.push_back({field->key, seen_arrows(g, hand, i, desk)});
  if (const lab::Field* const field = desk.field(hand.drawn->place))
    seen.push_back({field->key, places_text(*hand.drawn)});
  GraphHistory& h = history(id);
  const bool waits = h.asked_in >= 0 && ImGui::GetFrameCount() - h.asked_in < frames_of_patience;
  if (seen == h.now || !waits) {
    if (seen != h.now && !h.now.empty() && h.asked_in < 0) {
      h.before.push_back(h.now);
      if (h.before.size() > most_steps_back) h.before.erase(h.before.begin());
      h.after.clear();
    }
    h.now = std::move(seen);
    h.asked_in = -1;
  }
  return {!h.before.empty(), !h.after.empty()};
}

void undo_graph(ImGuiID id, Desk& desk) {
  GraphHistory& h = history(id);
  step(h, h.before, h.after, desk);
}

void redo_graph(ImGuiID id, Desk& desk) {
  GraphHistory& h = history(id);
  step(h, h.after, h.before, desk);
}

}  // namespace ui
