#include "ui/frame/readout.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/frame/theme.h"

namespace ui {

namespace {

// The card of a readout in its type, which is small on a narrow display.
class ReadCard {
 public:
  explicit ReadCard(std::span<const ReadLine> lines) : lines_(lines) {
    const bool narrow = ImGui::GetIO().DisplaySize.x < 32 * em();
    ImGui::PushFont(nullptr, narrow ? std::min(least_type, em()) : em());
    row_ = (narrow ? 1.2f : 1.35f) * em();
    pad_ = (narrow ? 0.4f : 0.55f) * em();
    float width = 0;
    for (const ReadLine& line : lines) {
      if (line.swatch) indent_ = 0.75f * em();
      width = std::max(width, text_size(line.text).x);
    }
    size_ = {width + indent_ + 2 * pad_, row_ * static_cast<float>(lines.size()) + 2 * pad_};
  }
  ~ReadCard() { ImGui::PopFont(); }
  ReadCard(const ReadCard&) = delete;
  ReadCard& operator=(const ReadCard&) = delete;

  ImVec2 size() const { return size_; }

  // Inside the display, whatever is asked for.
  void draw(ImVec2 at) const {
    const Theme t = theme();
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    at.x = std::round(std::max(4.0f, std::min(at.x, display.x - size_.x - 4)));
    at.y = std::round(std::max(4.0f, std::min(at.y, display.y - size_.y - 4)));
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    const ImVec2 end{at.x + size_.x, at.y + size_.y};
    draw.AddRectFilled({at.x + 1, at.y + 2}, {end.x + 1, end.y + 3}, IM_COL32(0, 0, 0, 40), 6);
    draw.AddRectFilled(at, end, t.raised, 6);
    draw.AddRect(at, end, t.frame, 6);
    float y = at.y + pad_;
    for (const ReadLine& line : lines_) {
      if (line.swatch)
        draw.AddCircleFilled({at.x + pad_ + 0.25f * em(), y + 0.5f * row_}, 0.25f * em(),
                             line.swatch);
      draw_text(draw, {at.x + pad_ + indent_, y + 0.5f * (row_ - em())}, t.text, line.text);
      y += row_;
    }
  }

 private:
  std::span<const ReadLine> lines_;
  float row_ = 0, pad_ = 0, indent_ = 0;
  ImVec2 size_;
};

float hidden_area(const Box& card, std::span<const Box> boxes) {
  float area = 0;
  for (const Box& box : boxes) area += card.shared(box);
  return area;
}

bool hides(const Box& card, std::span<const Box> boxes) {
  return std::any_of(boxes.begin(), boxes.end(),
                     [&card](const Box& box) { return card.shared(box) > 0; });
}

// How far a card is from what it reads out.
float gap_between(const Box& a, const Box& b) {
  const float dx = std::max({0.0f, b.min.x - a.max.x, a.min.x - b.max.x});
  const float dy = std::max({0.0f, b.min.y - a.max.y, a.min.y - b.max.y});
  return std::hypot(dx, dy);
}

// Where a card of this length may begin on one axis: at the ends of the room, and before and behind
// whatever is to stay clear.
std::vector<float> beginnings(float low, float high, float length, std::span<const Box> clear,
                              bool upright) {
  constexpr float air = 5;
  std::vector<float> all = {low, high - length};
  for (const Box& box : clear) {
    all.push_back((upright ? box.max.y : box.max.x) + air);
    all.push_back((upright ? box.min.y : box.min.x) - air - length);
  }
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](float at) { return at < low || at + length > high + 0.5f; }),
            all.end());
  return all;
}

}  // namespace

bool short_of_room(float width) { return width < 20 * em(); }

void readout(ImVec2 anchor, std::span<const ReadLine> lines) {
  if (lines.empty()) return;
  const ReadCard card(lines);
  const ImVec2 size = card.size();
  // To the right of the place and above it, unless that leaves the display.
  ImVec2 at{anchor.x + em(), anchor.y - size.y - 0.6f * em()};
  if (at.x + size.x > ImGui::GetIO().DisplaySize.x - 4) at.x = anchor.x - size.x - em();
  if (at.y < 4) at.y = anchor.y + 1.2f * em();
  card.draw(at);
}

void readout_beside(const Box& of, std::span<const ReadLine> lines, const Box& within,
                    std::span<const Box> clear, std::span<const Box> lesser) {
  if (lines.empty()) return;
  const ReadCard card(lines);
  const ImVec2 size = card.size();
  // What hides nothing is drawn nearest; a label that is hidden weighs as much as a long way.
  constexpr float far = 1e9f, weight = 0.2f;
  ImVec2 best{of.min.x, within.max.y + 4};
  float least = far;
  for (const float x : beginnings(within.min.x, within.max.x, size.x, clear, false)) {
    for (const float y : beginnings(within.min.y, within.max.y, size.y, clear, true)) {
      const Box at{{x, y}, {x + size.x, y + size.y}};
      const float gap = gap_between(at, of);
      // Most places are too far off, whatever they hide.
      if (gap >= least || hides(at, clear)) continue;
      const float cost = gap + weight * hidden_area(at, lesser);
      if (cost < least) least = cost, best = at.min;
    }
  }
  card.draw(best);
}

}  // namespace ui
