// Products in lines that break between factors; a factor that is pointed at, tapped or reached by
// the arrow keys lights its arrows in the graph beside it.

#include "ui/graph/products.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/focus.h"
#include "ui/frame/theme.h"
#include "ui/graph/factor_link.h"
#include "ui/graph/graph_marks.h"

namespace ui {

namespace {

// Words of a line: a piece, or what leads and closes it (-1).
struct ProductWord {
  const lab::ProductPiece* piece = nullptr;
  std::string_view text;
  Box box;  // from the figure's top left
};

float row_step() { return 1.75f * em(); }

// All words where they stand at a width; what continues a line hangs in.
std::vector<ProductWord> set_words(const lab::Products& s, float width) {
  const float pad = 0.2f * em(), hang = 1.6f * em();
  std::vector<ProductWord> all;
  float y = 0;
  for (const lab::ProductLine& line : s.lines) {
    float x = 0;
    const auto add = [&](const lab::ProductPiece* piece, std::string_view text) {
      if (text.empty()) return;
      const float wide = text_size(text).x + 2 * pad;
      if (x > hang && x + wide > width) x = hang, y += row_step();
      all.push_back({piece, text, {{x, y}, {x + wide, y + 1.5f * em()}}});
      x += wide;
    };
    add(nullptr, line.lead);
    for (const lab::ProductPiece& piece : line.pieces) add(&piece, piece.text);
    add(nullptr, line.end);
    y += row_step();
  }
  return all;
}

bool is_lit(const lab::ProductPiece& piece, const std::vector<FactorKey>& keys) {
  return std::find(keys.begin(), keys.end(), FactorKey{piece.set, piece.node}) != keys.end();
}

// The word that the pointer is on, a tap has set or the keys have reached; -1 where there is none.
int pointed_word(const Area& a, const std::vector<ProductWord>& words) {
  int under = -1;
  std::vector<int> pieces;
  for (int i = 0; i < static_cast<int>(words.size()); ++i) {
    const ProductWord& w = words[static_cast<std::size_t>(i)];
    if (!w.piece) continue;
    pieces.push_back(i);
    if (a.hovered && moved(w.box, a.box.min).contains(a.mouse)) under = i;
  }
  const int last = static_cast<int>(pieces.size()) - 1;
  int at = std::min(kept(a.id, "piece", -1), last);
  const Keys k = keys(a);
  if (tapped(a)) {
    const auto place = std::find(pieces.begin(), pieces.end(), under);
    const int tap = place == pieces.end() ? -1 : static_cast<int>(place - pieces.begin());
    at = at == tap ? -1 : tap;
  }
  if (k.escape || (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !a.hovered)) at = -1;
  if (k.any_arrow() && last >= 0)
    at = at < 0 ? 0 : std::clamp(at + (k.right != 0 ? k.right : k.down), 0, last);
  keep(a.id, "piece", at);
  return under >= 0 ? under : at >= 0 ? pieces[static_cast<std::size_t>(at)] : -1;
}

}  // namespace

float Widget<lab::Products>::height(const lab::Products& s, float width) {
  const std::vector<ProductWord> words = set_words(s, width);
  const float bottom = words.empty() ? 0 : words.back().box.max.y;
  return std::ceil(std::max(bottom, row_step()) + 0.3f * em());
}

void Widget<lab::Products>::draw(const char* id, const lab::Products& s, ImVec2 size, Desk&) {
  const Theme t = theme();
  const Area a = area(id, size);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const std::vector<ProductWord> words = set_words(s, a.box.width());
  const int at = pointed_word(a, words);
  std::vector<FactorKey> said;
  if (at >= 0) {
    const lab::ProductPiece& piece = *words[static_cast<std::size_t>(at)].piece;
    said.push_back({piece.set, piece.node});
  }
  // Every word of the same arrows is lit along with the one that is pointed at.
  const std::vector<FactorKey> lit = at >= 0 ? said : lit_by_graph();
  light_from_products(std::move(said));
  draw.PushClipRect(a.box.min, a.box.max, true);
  for (const ProductWord& w : words) {
    const Box box = moved(w.box, a.box.min);
    const bool loud = w.piece && is_lit(*w.piece, lit);
    if (loud) {
      draw.AddRectFilled(box.min, box.max, faded(t.accent, 0.22f), 5);
      draw.AddRect(box.min, box.max, t.accent, 5, 0, 1.5f);
    }
    draw_text(draw, {box.min.x + 0.2f * em(), box.min.y + 0.22f * em()}, w.piece ? t.text : t.faint,
              w.text);
  }
  draw.PopClipRect();
}

}  // namespace ui
