#include "ui/maps/block_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/digits.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

constexpr std::string_view raised_t = "ᵀ";

// Numbers are never far smaller than what stands around them: in a hall all of it gives way.
float least_text(float em) { return std::min(1.0f, std::max(least_type / em, 0.85f)); }

struct Measure {
  float em, text, width;
  float ease = 1;  // of the distances: 1 as usual, 0 as low as it reads
  float between(float least, float usual) const { return least + ease * (usual - least); }
  float cell_height() const { return between(1.45f, 2.1f) * text * em; }
  float name_height() const { return between(1.35f, 1.7f) * em; }
  float below() const { return between(0.15f, 0.4f) * em; }
  float row_gap() const { return between(0.3f, 0.8f) * em; }
  float bracket() const { return 0.55f * em; }  // on either side of the cells
  float gap() const { return between(0.3f, 0.75f) * em; }
  float pad() const { return between(0.5f, 0.9f) * em; }
  float joiner() const { return between(1, joiner_text); }
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

// What an operator takes at the beginning of a row.
float lead_width(const lab::Block& before, const Measure& m) {
  return m.joiner() * text_size(operator_of(before)).x + m.gap();
}

// Whether the operator before block i begins the row with it, where a row begins there. It ends the
// row before where the block has no room beside it.
bool leads(const lab::Blocks& s, const BlockLayout& layout, std::size_t i, const Measure& m) {
  if (i == 0 || operator_of(s.blocks[i - 1]).empty()) return false;
  return lead_width(s.blocks[i - 1], m) + block_width(s.blocks[i], layout.places[i], m) <= m.width;
}

// What block i needs behind it where its row ends there.
float tail_width(const lab::Blocks& s, const BlockLayout& layout, std::size_t i, const Measure& m) {
  if (i + 1 == s.blocks.size()) return 0;
  if (!leads(s, layout, i + 1, m))
    return s.blocks[i].joiner.empty() ? 0 : joiner_width(s.blocks[i], m) - m.gap();
  return transposes(s.blocks[i]) ? 0.5f * m.em : 0;
}

// Puts blocks [first, last) side by side with their tops at y, middles aligned; returns the height.
float lay_row(const lab::Blocks& s, BlockLayout& layout, std::size_t first, std::size_t last,
              float y, const Measure& m) {
  float tallest = 0;
  for (std::size_t i = first; i < last; ++i)
    tallest = std::max(tallest, cells_height(s.blocks[i], layout.places[i]));
  const float middle = y + m.name_height() + 0.5f * tallest;
  float x = 0;
  if (leads(s, layout, first, m)) {
    x = lead_width(s.blocks[first - 1], m);
    layout.places[first - 1].joiner = {0.5f * (x - m.gap()), middle};
  }
  for (std::size_t i = first; i < last; ++i) {
    const lab::Block& b = s.blocks[i];
    BlockPlace& p = layout.places[i];
    const float width = block_width(b, p, m), height = cells_height(b, p);
    const float cells = p.cell.x * static_cast<float>(std::max(b.values.cols, 1));
    const float left = std::round(x + 0.5f * (width - cells));
    const float top = std::round(middle - 0.5f * height);
    p.cells = {{left, top}, {left + cells, top + height}};
    p.name_y = top - m.name_height();
    x += width;
    const float end = i + 1 < last ? joiner_width(b, m) : tail_width(s, layout, i, m);
    layout.size.x = std::max(layout.size.x, std::min(x + end, std::max(x, m.width)));
    const float joiner = joiner_width(b, m);
    p.joiner = {x + 0.5f * joiner, middle};
    x += joiner;
  }
  return m.name_height() + tallest + m.below();
}

// Breaks into rows where the width is used up, before an operator.
BlockLayout laid(const lab::Blocks& s, const Measure& m, int& rows) {
  BlockLayout layout;
  layout.text = m.text;
  layout.joiner = m.joiner();
  for (const lab::Block& b : s.blocks) layout.places.push_back(measured(b, m));
  rows = 0;
  float y = 0;
  for (std::size_t first = 0, last; first < s.blocks.size(); first = last) {
    float x = leads(s, layout, first, m) ? lead_width(s.blocks[first - 1], m) : 0;
    for (last = first; last < s.blocks.size(); ++last) {
      const float width = block_width(s.blocks[last], layout.places[last], m);
      if (last > first && x + width + tail_width(s, layout, last, m) > m.width) break;
      x += width + joiner_width(s.blocks[last], m);
    }
    if (rows > 0) y += m.row_gap();
    y += lay_row(s, layout, first, last, y, m);
    ++rows;
  }
  layout.size.y = y;
  return layout;
}

// Whether no matrix has fewer digits than in the other layout.
bool as_exact(const BlockLayout& a, const BlockLayout& than) {
  return std::equal(
      a.places.begin(), a.places.end(), than.places.begin(),
      [](const BlockPlace& one, const BlockPlace& other) { return one.digits >= other.digits; });
}

}  // namespace

bool transposes(const lab::Block& b) { return b.joiner.starts_with(raised_t); }

std::string_view operator_of(const lab::Block& b) {
  std::string_view sign = b.joiner;
  if (transposes(b)) sign.remove_prefix(raised_t.size());
  while (sign.starts_with(' ')) sign.remove_prefix(1);
  return sign;
}

BlockLayout block_layout(const lab::Blocks& shape, float width, float largest) {
  const float em = ImGui::GetFontSize();
  int rows = 0, rows_plain = 0;
  BlockLayout plain = laid(shape, {em, 1, width}, rows_plain);
  for (const float text : {1.3f, 1.15f}) {
    if (text > largest) continue;
    BlockLayout larger = laid(shape, {em, text, width}, rows);
    if (rows == rows_plain && larger.size.x <= width && as_exact(larger, plain)) return larger;
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
  return laid(shape, {em, least_text(em), width, 0}, rows);
}

BlockLayout fitted_block_layout(const lab::Blocks& shape, ImVec2 room) {
  const BlockLayout usual = block_layout(shape, room.x);
  if (usual.size.y <= room.y) return usual;
  const float em = ImGui::GetFontSize();
  const float least = least_text(em);
  int rows = 0;
  const BlockLayout plain = laid(shape, {em, 1, room.x}, rows);
  for (float text = std::max(usual.text, 1.0f); text > least; text -= 1 / em)
    for (const float ease : {1.0f, 0.66f, 0.33f, 0.0f}) {
      BlockLayout layout = laid(shape, {em, text, room.x, ease}, rows);
      if (layout.size.y <= room.y && layout.size.x <= room.x && as_exact(layout, plain))
        return layout;
    }
  for (const float ease : {1.0f, 0.66f, 0.33f}) {
    BlockLayout layout = laid(shape, {em, least, room.x, ease}, rows);
    if (layout.size.y <= room.y) return layout;
  }
  return dense_block_layout(shape, room.x);
}

float natural_width(const lab::Blocks& shape) {
  const Measure m{ImGui::GetFontSize(), 1, 1e5f};
  int rows = 0;
  return laid(shape, m, rows).size.x;
}

}  // namespace ui
