#include "ui/frame/board.h"

#include <algorithm>
#include <cmath>

#include "ui/controls/controls.h"
#include "ui/frame/focus.h"
#include "ui/frame/recorder.h"
#include "ui/frame/shape.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

// From `wide` on the controls may stand beside the story, from `paired` on two figures share a row.
constexpr float wide = 720, paired = 560, narrowest_share = 270;

struct Spaces {
  float edge, gap, pad, column;
};

Spaces spaces(float width) {
  const float em = ImGui::GetFontSize();
  const bool roomy = width >= wide;
  return {roomy ? 0.4f * em : 0.2f * em, 1.2f * em, roomy ? 1.1f * em : 0.8f * em, 20 * em};
}

class Layout {
 public:
  Layout(const lab::View& view, std::span<const std::uint64_t> stamps, const Curtain& curtain,
         Drawn& drawn, Desk& desk, float width)
      : view_(view),
        stamps_(stamps),
        curtain_(curtain),
        drawn_(drawn),
        desk_(desk),
        s_(spaces(width)),
        full_(width - 2 * s_.edge) {
    y_ = s_.edge;
  }

  void all() {
    problems();
    story();
    for (const lab::Figure& f : view_.report.figures) {
      if (f.room == lab::Room::row) row(f);
    }
    shares();
    drawn_.height = std::ceil(y_ - s_.gap + s_.edge);
  }

 private:
  float title_height(const lab::Figure& f, float width) const {
    const float inner = width - 2 * s_.pad;
    return f.title.empty() ? 0 : text_size(f.title, inner).y + 0.7f * ImGui::GetFontSize();
  }
  float card_height(const lab::Figure& f, float width) const {
    return wanted_height(f.shape, width - 2 * s_.pad) + title_height(f, width) + 2 * s_.pad;
  }

  std::uint64_t stamp_of(const lab::Figure& f) const {
    std::size_t i = 0;
    while (i < stamps_.size() && &view_.report.figures[i] != &f) ++i;
    return i < stamps_.size() ? stamps_[i] : 0;
  }

  void card(const lab::Figure& f, ImVec2 at, ImVec2 size) {
    const Theme t = theme();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const Box box{at, {at.x + size.x, at.y + size.y}};
    drawn_.places.push_back({f.key, at.x, at.y, size.x, size.y});
    Recorder* record = recorder();
    if (record) record->begin(f.key, draw, box);
    const float covered = curtain_.share(f.key);
    if (covered >= 1) {
      draw_curtain(draw, box, covered, curtain_.words);
      if (record) record->end(draw, curtain_.words, curtain_.words, desk_.gfx);
      return;
    }
    draw.AddRect(at, {at.x + size.x, at.y + size.y}, t.grid, 8);
    const float inner = size.x - 2 * s_.pad, title = title_height(f, size.x);
    draw_text(draw, {at.x + s_.pad, at.y + s_.pad}, t.text, f.title, inner);
    ImGui::SetCursorScreenPos({at.x + s_.pad, at.y + s_.pad + title});
    draw.PushClipRect(at, {at.x + size.x, at.y + size.y}, true);
    desk_.stamp = stamp_of(f);
    desk_.guess = curtain_.guess(f.key);
    draw_shape(f.key.c_str(), f.shape, {inner, size.y - 2 * s_.pad - title}, desk_);
    draw.PopClipRect();
    if (covered > 0) draw_curtain(draw, box, covered, curtain_.words);
    if (record) record->end(draw, f.title, f.alt, desk_.gfx);
  }

  // What cannot be computed, in words; what can still stands below.
  void problems() {
    const Theme t = theme();
    const float em = ImGui::GetFontSize(), indent = 2.2f * em;
    for (const lab::Problem& p : view_.report.problems) {
      const lab::Field* field = view_.fields.find(p.key);
      const std::string text = field ? field->label + ": " + p.message : p.message;
      const float wrap = full_ - indent - em, height = text_size(text, wrap).y + em;
      ImDrawList& draw = *ImGui::GetWindowDrawList();
      const ImVec2 at{s_.edge, y_};
      draw.AddRectFilled(at, {at.x + full_, at.y + height}, t.warning_bg, 6);
      draw.AddRectFilled(at, {at.x + 4, at.y + height}, t.warning, 6, ImDrawFlags_RoundCornersLeft);
      const ImVec2 sign{at.x + 1.3f * em, at.y + em};
      draw.AddTriangle({sign.x, sign.y - 0.5f * em}, {sign.x + 0.6f * em, sign.y + 0.5f * em},
                       {sign.x - 0.6f * em, sign.y + 0.5f * em}, t.warning, 1.5f);
      draw.AddRectFilled({sign.x - 1, sign.y - 0.15f * em}, {sign.x + 1, sign.y + 0.2f * em},
                         t.warning);
      draw.AddRectFilled({sign.x - 1, sign.y + 0.28f * em}, {sign.x + 1, sign.y + 0.38f * em},
                         t.warning);
      draw_text(draw, {at.x + indent, at.y + 0.5f * em}, t.text, text, wrap);
      y_ += height + 0.5f * em;
    }
    if (!view_.report.problems.empty()) y_ += 0.5f * em;
  }

  void row(const lab::Figure& f) {
    const float height = card_height(f, full_);
    card(f, {s_.edge, y_}, {full_, height});
    y_ += height + s_.gap;
  }

  void controls_below() {
    if (!has_controls(view_)) return;
    ImGui::SetCursorScreenPos({s_.edge + 2, y_});
    y_ += controls(view_, full_ - 4, desk_) + s_.gap;
  }

  // The first figure that tells the story with the controls at its side, or beneath where the width
  // is small or the story needs all of it; further ones in rows of their own.
  void story() {
    const lab::Figure* first = nullptr;
    for (const lab::Figure& f : view_.report.figures) {
      if (f.room == lab::Room::story && !first) first = &f;
    }
    const float beside = full_ - s_.column - 2 * s_.gap;
    if (!first) {
      controls_below();
    } else if (full_ < wide || !has_controls(view_) || !companionable(*first, beside)) {
      row(*first);
      controls_below();
    } else {
      story_beside(*first, beside);
    }
    for (const lab::Figure& f : view_.report.figures) {
      if (f.room == lab::Room::story && &f != first) row(f);
    }
  }

  // Controls stand beside a story that can be made as high as they are, or is so anyway.
  bool companionable(const lab::Figure& f, float width) const {
    return stretches(f.shape) || (!wants_full_width(f.shape, width - 2 * s_.pad) &&
                                  card_height(f, width) > 0.45f * width);
  }

  void story_beside(const lab::Figure& f, float width) {
    // How high the controls are is known once they are drawn, and they come after the story in the
    // order of the keyboard: a plot takes over their height of the frame before.
    const ImGuiID own = ImGui::GetID("controls height");
    const float before = kept_real(own, "points");
    const float wanted = card_height(f, width);
    const float height = stretches(f.shape) ? std::clamp(before, wanted, 2 * wanted) : wanted;
    const float top = y_;
    card(f, {s_.edge, top}, {width, height});
    ImGui::SetCursorScreenPos({s_.edge + width + 2 * s_.gap, top + 2});
    const float taken = controls(view_, s_.column - 2, desk_);
    if (std::fabs(taken - before) > 0.5f) {
      keep_real(own, "points", taken);
      desk_.restless = true;
    }
    y_ = top + std::max(height, taken) + s_.gap;
  }

  // Small figures in rows of equal heights, two or three in a row.
  void shares() {
    std::vector<const lab::Figure*> figures;
    for (const lab::Figure& f : view_.report.figures) {
      if (f.room == lab::Room::share) figures.push_back(&f);
    }
    const auto fit = static_cast<std::size_t>(
        full_ < paired ? 1 : std::clamp((full_ + s_.gap) / (narrowest_share + s_.gap), 2.0f, 3.0f));
    // Four figures are two and two, not three and a widow.
    const std::size_t rows = (figures.size() + fit - 1) / std::max<std::size_t>(fit, 1);
    for (std::size_t from = 0, left = rows; from < figures.size(); --left) {
      const std::size_t n = (figures.size() - from + left - 1) / left;
      const auto count = static_cast<float>(n);
      const float width = (full_ - s_.gap * (count - 1)) / count;
      float height = 0;
      for (std::size_t i = from; i < from + n; ++i)
        height = std::max(height, card_height(*figures[i], width));
      for (std::size_t i = 0; i < n; ++i)
        card(*figures[from + i], {s_.edge + static_cast<float>(i) * (width + s_.gap), y_},
             {width, height});
      y_ += height + s_.gap;
      from += n;
    }
  }

  const lab::View& view_;
  std::span<const std::uint64_t> stamps_;
  const Curtain& curtain_;
  Drawn& drawn_;
  Desk& desk_;
  const Spaces s_;
  const float full_;
  float y_ = 0;
};

}  // namespace

Drawn board(const lab::View& view, gfx::Cache* gfx, bool reduced_motion,
            std::span<const std::uint64_t> stamps, const Curtain& curtain) {
  Drawn drawn;
  Desk desk{view.fields, drawn.intents, gfx, reduced_motion};
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(display);
  ImGui::Begin("board", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  // Figures of another lab must not inherit what a hand left behind in these.
  ImGui::PushID(view.title.c_str());
  Layout(view, stamps, curtain, drawn, desk, display.x).all();
  ImGui::PopID();
  // Tells ImGui how far the content goes; it asks for that after a cursor was set by hand.
  ImGui::SetCursorScreenPos({0, 0});
  ImGui::Dummy({1, 1});
  ImGui::End();
  drawn.restless = desk.restless;
  drawn.zooms = desk.zooms;
  return drawn;
}

}  // namespace ui
