#include "ui/frame/curtain.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/theme.h"

namespace ui {
namespace {

bool among(const std::vector<std::string>& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

float Curtain::share(std::string_view key) const {
  if (among(covered, key)) return 1;
  return among(rising, key) ? 1 - std::clamp(risen, 0.0f, 1.0f) : 0;
}

const Guess* Curtain::guess(std::string_view key) const {
  const auto at = std::find_if(guesses.begin(), guesses.end(),
                               [key](const Guess& g) { return g.figure == key; });
  return at == guesses.end() ? nullptr : &*at;
}

// Folds of cloth: upright stripes a little darker than the ground, and a hem.
void draw_curtain(ImDrawList& draw, const Box& card, float share, std::string_view words) {
  const Theme t = theme();
  const float em = ImGui::GetFontSize(), pitch = 1.5f * em;
  const float hem = std::round(card.min.y + share * card.height());
  const Box cloth{card.min, {card.max.x, hem}};
  draw.PushClipRect(cloth.min, cloth.max, true);
  draw.AddRectFilled(cloth.min, cloth.max, t.raised, 8);
  for (float x = cloth.min.x + pitch; x < cloth.max.x - 4; x += pitch) {
    const float left = std::round(x);
    draw.AddRectFilled({left, cloth.min.y}, {left + 3, cloth.max.y}, faded(t.grid, 0.7f));
  }
  draw.AddRect(card.min, card.max, t.grid, 8);
  draw.AddLine({cloth.min.x, hem - 1}, {cloth.max.x, hem - 1}, t.frame, 1.5f);
  if (share >= 1 && !words.empty()) {
    const float wrap = card.width() - 2 * em;
    const ImVec2 size = text_size(words, wrap);
    const ImVec2 at{std::round(0.5f * (card.min.x + card.max.x - size.x)),
                    std::round(0.5f * (card.min.y + card.max.y - size.y))};
    draw.AddRectFilled({at.x - 0.6f * em, at.y - 0.3f * em},
                       {at.x + size.x + 0.6f * em, at.y + size.y + 0.3f * em}, t.raised, 6);
    draw_text(draw, at, t.faint, words, wrap);
  }
  draw.PopClipRect();
}

}  // namespace ui
