#include "ui/frame/recorder.h"

#include <algorithm>

#include "gfx/cache.h"
#include "ui/frame/png.h"
#include "ui/frame/svg_page.h"

namespace ui {

namespace {

// One command's share of the indices from `from` to `to`, in threes.
void add_command(SvgPage& page, const ImDrawList& draw, const ImDrawCmd& cmd, int from, int to,
                 gfx::Cache* cache) {
  const ImDrawVert* v = draw.VtxBuffer.Data + cmd.VtxOffset;
  const ImTextureRef atlas = ImGui::GetIO().Fonts->TexRef;
  const bool ours = cmd.TexRef._TexData == atlas._TexData && cmd.TexRef._TexID == atlas._TexID;
  if (!ours) {
    const gfx::Pixels p =
        cache ? cache->pixels(static_cast<unsigned>(cmd.TexRef._TexID)) : gfx::Pixels{};
    for (int i = from; i + 5 < to && p.width > 0; i += 6) {
      const ImVec2 min = v[draw.IdxBuffer[i]].pos, max = v[draw.IdxBuffer[i + 2]].pos;
      page.image(cmd.ClipRect, min, max, png_uri(p.width, p.height, p.rgba));
    }
    return;
  }
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  for (int i = from; i + 2 < to; i += 3) {
    const ImDrawIdx* index = draw.IdxBuffer.Data + i;
    const ImVec2 uv = v[index[0]].uv;
    if (uv.x == white.x && uv.y == white.y) page.triangle(v, index, cmd.ClipRect);
  }
}

}  // namespace

Recorder* recorder() { return static_cast<Recorder*>(ImGui::GetIO().BackendLanguageUserData); }
void set_recorder(Recorder* to) { ImGui::GetIO().BackendLanguageUserData = to; }

void Recorder::begin(std::string_view key, ImDrawList& draw, const Box& card) {
  if (lines_ || key != key_ || !svg_.empty()) return;
  active_ = true;
  card_ = card;
  first_ = draw.IdxBuffer.Size;
  flags_ = draw.Flags;
  draw.Flags &= ~(ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill |
                  ImDrawListFlags_AntiAliasedLinesUseTex);
}

void Recorder::end(ImDrawList& draw, std::string_view title, std::string_view alt,
                   gfx::Cache* cache) {
  if (!active_) return;
  active_ = false;
  draw.Flags = flags_;
  SvgPage page(card_);
  auto next = elements_.begin();
  int at = 0;
  for (const ImDrawCmd& cmd : draw.CmdBuffer) {
    const int begin = std::max(at, first_), stop = at + static_cast<int>(cmd.ElemCount);
    int from = begin;
    // Elements part the command where they came between its triangles.
    for (; next != elements_.end() && next->after < stop; ++next) {
      if (next->after > from) add_command(page, draw, cmd, from, next->after, cache);
      from = std::max(from, next->after);
      page.element(next->text, next->clip);
    }
    if (stop > from) add_command(page, draw, cmd, from, stop, cache);
    at = stop;
  }
  for (; next != elements_.end(); ++next) page.element(next->text, next->clip);
  svg_ = page.take(title, alt);
}

void Recorder::add(const ImDrawList& draw, std::string text) {
  const ImVec4 clip = draw._ClipRectStack.empty()
                          ? ImVec4{card_.min.x, card_.min.y, card_.max.x, card_.max.y}
                          : draw._ClipRectStack.back();
  elements_.push_back({draw.IdxBuffer.Size, clip, std::move(text)});
}

void Recorder::note(const ImDrawList& draw, ImVec2 at, std::string_view line, float wrap) {
  if (!lines_) return;
  const char* const end = line.data() + line.size();
  const ImVec2 size = ImGui::CalcTextSize(line.data(), end, false, wrap > 0 ? wrap : -1);
  lines_->push_back({std::string(line),
                     {at, {at.x + size.x, at.y + size.y}},
                     {draw.GetClipRectMin(), draw.GetClipRectMax()}});
}

void Recorder::text(const ImDrawList& draw, ImVec2 at, ImU32 colour, std::string_view words,
                    float wrap) {
  // ImGui's size is that of a line, which is higher than the em of DejaVu Sans by this much.
  constexpr float line_of_em = 1.164f;
  const float size = ImGui::GetFontSize();
  const float ascent = ImGui::GetFontBaked()->Ascent;
  float y = at.y + ascent;
  while (!words.empty()) {
    const char *from = words.data(), *stop = from + words.size();
    const char* cut = std::find(from, stop, '\n');
    if (wrap > 0) {
      cut = std::min(cut, ImGui::GetFont()->CalcWordWrapPosition(size, from, stop, wrap));
      if (cut == from) cut = from + 1;
    }
    const std::string_view line(from, static_cast<std::size_t>(cut - from));
    const float width = text_size(line).x;
    // The length holds the layout together where the viewer has another font.
    if (width > 0)
      add(draw, "<text x=\"" + svg_number(at.x) + "\" y=\"" + svg_number(y) + "\" font-size=\"" +
                    svg_number(size / line_of_em) + "\" textLength=\"" + svg_number(width) +
                    "\" lengthAdjust=\"spacingAndGlyphs\"" + svg_fill(colour) + '>' +
                    svg_text(line) + "</text>\n");
    words.remove_prefix(line.size());
    while (!words.empty() && (words.front() == '\n' || (wrap > 0 && words.front() == ' '))) {
      const bool end_of_line = words.front() == '\n';
      words.remove_prefix(1);
      if (end_of_line) break;
    }
    y += size;
  }
}

void Recorder::disc(const ImDrawList& draw, ImVec2 at, float radius, ImU32 colour) {
  add(draw, "<circle cx=\"" + svg_number(at.x) + "\" cy=\"" + svg_number(at.y) + "\" r=\"" +
                svg_number(radius) + '"' + svg_fill(colour) + "/>\n");
}

}  // namespace ui
