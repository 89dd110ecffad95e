#include "ui/maps/block_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/digits.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

struct Measure {
  float em, text, width;
  bool dense = false;  // as low as it reads
  float cell_height() const { return (dense ? 1.45f : 2.1f) * text * em; }
  float name_height() const { return (dense ? 1.35f : 1.7f) * em; }
  float below() const { return (dense ? 0.15f : 0.4f) * em; }
  float row_gap() const { return (dense ? 0.3f : 0.8f) * em; }
  float bracket() const { return 0.55f * em; }  // on either side of the cells
  float gap() const { return (dense ? 0.3f : 0.75f) * em; }
  float pad() const { return (dense ? 0.5f : 0.9f) * em; }
  float joiner() const { return dense ? 1.0f : joiner_text; }
};

float widest_number(const lab::Matrix& m, int digits, float text) {
  float width = 0;
  for (const double x : m.values) width = std::max(width, text_size(readable(x, digits)).x);
  return width * text;
}

// The block on its own: cell size and digits such that it is not wider than the room.
BlockPlace measured(const lab::Block& b, const Measure& m) {
  BlockPlace p;
  const auto cols = static_cast<float>(std::max(b.values.cols, 1));
  const float most = (m.width - 2 * m.bracket()) / cols;
  for (p.digits = 4; p.digits > 0; --p.digits) {
    // The last digits give way first; words keep their size.
    const float pad = p.digits > 2 ? m.pad() : 0.3f * m.em;
    p.cell.x = std::max(widest_number(b.values, p.digits, m.text) + pad, m.cell_height());
    if (p.cell.x <= most) break;
    p.cell.x = widest_number(b.values, p.digits, m.text) + 0.3f * m.em;
    if (p.cell.x <= most) break;
  }
  p.cell.y = m.cell_height();
  if (p.digits == 0) p.cell = {most, std::min(m.cell_height(), std::max(most, 4.0f))};
  p.cell.x = std::floor(p.cell.x);
  return p;
}

float block_width(const lab::Block& b, const BlockPlace& p, const Measure& m) {
  const float cells = p.cell.x * static_cast<float>(std::max(b.values.cols, 1)) + 2 * m.bracket();
  return std::min(std::max(cells, text_size(b.name).x + 1.2f * m.em), std::max(m.width, 1.0f));
}

float cells_height(const lab::Block& b, const BlockPlace& p) {
  return p.cell.y * static_cast<float>(std::max(b.values.rows, 1));
}

float joiner_width(const lab::Block& b, const Measure& m) {
  return b.joiner.empty() ? m.gap() : m.joiner() * text_size(b.joiner).x + 2 * m.gap();
}

// Puts blocks [first, last) side by side with their tops at y, middles aligned; returns the height.
float lay_row(const lab::Blocks& s, BlockLayout& layout, std::size_t first, std::size_t last,
              float y, const Measure& m) {
  float tallest = 0;
  for (std::size_t i = first; i < last; ++i)
    tallest = std::max(tallest, cells_height(s.blocks[i], layout.places[i]));
  float x = 0;
  for (std::size_t i = first; i < last; ++i) {
    const lab::Block& b = s.blocks[i];
    BlockPlace& p = layout.places[i];
    const float width = block_width(b, p, m), height = cells_height(b, p);
    const float cells = p.cell.x * static_cast<float>(std::max(b.values.cols, 1));
    const float left = std::round(x + 0.5f * (width - cells));
    const float top = std::round(y + m.name_height() + 0.5f * (tallest - height));
    p.cells = {{left, top}, {left + cells, top + height}};
    p.name_y = top - m.name_height();
    x += width;
    layout.size.x = std::max(layout.size.x, x);
    const float joiner = joiner_width(b, m);
    if (!b.joiner.empty() && i + 1 < s.blocks.size())
      layout.size.x = std::max(layout.size.x, std::min(x + joiner, m.width));
    p.joiner = {x + 0.5f * joiner, y + m.name_height() + 0.5f * tallest};
    x += joiner;
  }
  return m.name_height() + tallest + m.below();
}

// Breaks into rows where the width is used up. A joiner ends its row.
BlockLayout laid(const lab::Blocks& s, const Measure& m, int& rows) {
  BlockLayout layout;
  layout.text = m.text;
  layout.joiner = m.joiner();
  for (const lab::Block& b : s.blocks) layout.places.push_back(measured(b, m));
  rows = 0;
  float y = 0;
  for (std::size_t first = 0, last; first < s.blocks.size(); first = last) {
    float x = 0;
    for (last = first; last < s.blocks.size(); ++last) {
      const lab::Block& b = s.blocks[last];
      const float width = block_width(b, layout.places[last], m);
      const float tail = b.joiner.empty() ? 0 : joiner_width(b, m) - m.gap();
      const bool ends = last + 1 == s.blocks.size();
      if (last > first && x + width + (ends ? 0 : tail) > m.width) break;
      x += width + joiner_width(b, m);
    }
    if (rows > 0) y += m.row_gap();
    y += lay_row(s, layout, first, last, y, m);
    ++rows;
  }
  layout.size.y = y;
  return layout;
}

}  // namespace

bool transposes(const lab::Block& b) { return b.joiner.starts_with("ᵀ"); }

BlockLayout block_layout(const lab::Blocks& shape, float width, float largest) {
  const float em = ImGui::GetFontSize();
  int rows = 0, rows_plain = 0;
  BlockLayout plain = laid(shape, {em, 1, width}, rows_plain);
  const auto as_exact = [&](const BlockLayout& other) {
    return std::equal(
        other.places.begin(), other.places.end(), plain.places.begin(),
        [](const BlockPlace& a, const BlockPlace& b) { return a.digits >= b.digits; });
  };
  for (const float text : {1.3f, 1.15f}) {
    if (text > largest) continue;
    BlockLayout larger = laid(shape, {em, text, width}, rows);
    if (rows == rows_plain && larger.size.x <= width && as_exact(larger)) return larger;
  }
  // Slightly smaller numbers are a fair price for a calculation in one line.
  if (rows_plain > 1 && 0.9f * em >= 13) {
    BlockLayout smaller = laid(shape, {em, 0.9f, width}, rows);
    if (rows == 1) return smaller;
  }
  return plain;
}

BlockLayout dense_block_layout(const lab::Blocks& shape, float width) {
  const float em = ImGui::GetFontSize();
  int rows = 0;
  return laid(shape, {em, std::min(1.0f, least_type / em), width, true}, rows);
}

float natural_width(const lab::Blocks& shape) {
  const Measure m{ImGui::GetFontSize(), 1, 1e5f};
  int rows = 0;
  return laid(shape, m, rows).size.x;
}

}  // namespace ui
