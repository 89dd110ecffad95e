// A text whose pieces are shaded by their values. The bar beneath a piece is the second signal: as
// high as the value is on the scale, hollow where the value is negative.

#include "ui/maps/tokens.h"

#include <algorithm>
#include <cmath>

#include "ui/controls/wish.h"
#include "ui/frame/digits.h"
#include "ui/frame/focus.h"
#include "ui/frame/readout.h"
#include "ui/maps/cell_grid.h"
#include "ui/maps/heat_scale.h"
#include "ui/maps/shades.h"

namespace ui {

namespace {

// Blanks and line ends as marks, so that a piece that is nothing else can be seen and hit.
std::string visible(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ')
      out += "·";
    else if (c == '\n')
      out += "↵";
    else if (c == '\t')
      out += "→";
    else if (c != '\r')
      out += c;
  }
  return out.empty() ? "∅" : out;
}

// A stretch of a piece that stands in one line; a piece that is wider than the text has several.
struct TokenRun {
  int piece = 0;
  std::string text;
  int line = 0;
  float x = 0, width = 0;
  bool breaks = false;  // a line may end behind it: at a blank
};

struct TokenLines {
  std::vector<TokenRun> runs;
  int lines = 1;
};

std::string number_of(float v) { return readable(static_cast<double>(v), 3); }

// What numbers beneath the pieces are written in.
float small_print() { return std::max(12.0f, 0.75f * em()); }

float number_width(const lab::Tokens& s, float v) {
  return s.numbers ? text_size(number_of(v)).x * small_print() / em() + 4 : 0;
}

// The longest head of `text` that is not wider than `width`, at least one character, in bytes.
std::size_t head(const std::string& text, float width) {
  const char *const begin = text.data(), *const end = begin + text.size(), *rest = end;
  ImGui::GetFont()->CalcTextSizeA(em(), width, 0, begin, end, &rest);
  if (rest == begin) do
      ++rest;
    while (rest < end && (*rest & 0xC0) == 0x80);
  return static_cast<std::size_t>(rest - begin);
}

// Sets runs one after another, and breaks lines behind a blank where there is one.
class Typeset {
 public:
  explicit Typeset(float width) : width_(width) {}

  void add(TokenRun run) {
    if (x_ > 0 && x_ + run.width > width_) wrap();
    if (x_ > 0 && x_ + run.width > width_) end_line();
    run.line = out_.lines - 1;
    run.x = x_;
    x_ += run.width + 1;
    out_.runs.push_back(std::move(run));
  }
  void end_line() {
    ++out_.lines;
    first_ = out_.runs.size();
    x_ = 0;
  }
  TokenLines take() {
    // The end of the text's last line begins none.
    if (out_.lines > 1 && first_ == out_.runs.size()) --out_.lines;
    return std::move(out_);
  }

 private:
  // Moves what stands behind the line's last blank to a new line, or nothing where there is none.
  void wrap() {
    std::size_t from = out_.runs.size();
    while (from > first_ && !out_.runs[from - 1].breaks) --from;
    if (from == first_) from = out_.runs.size();
    const std::size_t end = out_.runs.size();
    const float shift = from < end ? out_.runs[from].x : x_;
    ++out_.lines;
    first_ = from;
    x_ -= shift;
    for (std::size_t i = from; i < end; ++i) {
      out_.runs[i].x -= shift;
      ++out_.runs[i].line;
    }
  }

  float width_, x_ = 0;
  std::size_t first_ = 0;  // run of the line
  TokenLines out_;
};

TokenLines set_in_lines(const lab::Tokens& s, float width) {
  Typeset setting(width);
  const float side = 0.15f * em();
  const std::size_t count = std::min(s.pieces.size(), lab::Tokens::most);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& raw = s.pieces[i].text;
    const float least = number_width(s, s.pieces[i].value);
    for (std::size_t from = 0; from < raw.size() || from == 0;) {
      const std::size_t end = raw.find('\n', from);
      const std::size_t to = end == raw.npos ? raw.size() : end + 1;
      std::string rest = visible(raw.substr(from, to - from));
      while (!rest.empty()) {
        const std::size_t n = head(rest, width - 2 * side);
        TokenRun run{static_cast<int>(i), rest.substr(0, n)};
        run.width = std::max(text_size(run.text).x + 2 * side, least);
        run.breaks =
            n < rest.size() || raw.substr(from, to - from).find_last_of(" \t-") == to - from - 1;
        setting.add(std::move(run));
        rest.erase(0, n);
      }
      if (end != raw.npos) setting.end_line();
      from = std::max(to, from + 1);
    }
  }
  return setting.take();
}

float tint_height() { return 1.4f * em(); }
float bar_height() { return 0.45f * em(); }
float line_pitch(const lab::Tokens& s) {
  return tint_height() + bar_height() + (s.numbers ? 1.2f * small_print() : 0) + 0.4f * em();
}

Box box_of(const lab::Tokens& s, const TokenRun& run, ImVec2 at) {
  const ImVec2 from{at.x + run.x, at.y + static_cast<float>(run.line) * line_pitch(s)};
  return {from, {from.x + run.width, from.y + tint_height() + bar_height()}};
}

void draw_run(ImDrawList& draw, const lab::Tokens& s, const TokenRun& run, const Box& box,
              const HeatScale& scale, const gfx::Ramp& ramp, const Theme& t) {
  const float v = s.pieces[static_cast<std::size_t>(run.piece)].value, place = scale.place(v);
  const float foot = box.min.y + tint_height();
  const ImVec2 text{box.min.x + 0.5f * (box.width() - text_size(run.text).x),
                    box.min.y + 0.5f * (tint_height() - em())};
  if (std::isfinite(place)) {
    const gfx::Rgb ground = gfx::colour(ramp, place, 1);
    draw.AddRectFilled(box.min, {box.max.x, foot}, packed(ground));
    draw_text(draw, text, ink_on(ground), run.text);
    const float share = std::min(std::fabs(place), 1.0f), top = box.max.y - share * bar_height();
    const float least = std::min(top, box.max.y - 1);
    if (place < 0)
      draw.AddRect({box.min.x + 0.5f, least}, {box.max.x - 0.5f, box.max.y}, t.text);
    else
      draw.AddRectFilled({box.min.x, least}, box.max, t.text);
  } else {
    hatch(draw, {box.min, {box.max.x, foot}}, faded(t.faint, 0.6f), 4);
    draw_text(draw, text, t.text, run.text);
  }
  if (!s.numbers) return;
  ImGui::PushFont(nullptr, small_print());
  centred(draw, {0.5f * (box.min.x + box.max.x), box.max.y + 0.6f * small_print()}, t.faint,
          number_of(v));
  ImGui::PopFont();
}

// The run that the arrow keys reach from one of `piece`: the next piece, or the nearest of the next
// line.
int walked(const TokenLines& set, int piece, const Keys& k) {
  const int n = static_cast<int>(set.runs.size());
  int at = 0;
  while (at + 1 < n && set.runs[static_cast<std::size_t>(at)].piece < piece) ++at;
  if (k.right != 0) {
    int to = at;
    while (to >= 0 && to < n && set.runs[static_cast<std::size_t>(to)].piece == piece)
      to += k.right;
    return to >= 0 && to < n ? set.runs[static_cast<std::size_t>(to)].piece : piece;
  }
  const TokenRun& here = set.runs[static_cast<std::size_t>(at)];
  const float middle = here.x + 0.5f * here.width;
  int best = piece;
  float nearest = 1e9f;
  for (const TokenRun& run : set.runs) {
    const float away = std::fabs(run.x + 0.5f * run.width - middle);
    if (run.line != here.line + k.down || away >= nearest) continue;
    nearest = away;
    best = run.piece;
  }
  return best;
}

// The piece that the keyboard has reached, or that a click has set; -1 where there is none.
int pinned(const Area& a, const TokenLines& set, int pointed, const Keys& k) {
  const int last = set.runs.back().piece;
  int at = std::min(kept(a.id, "piece", -1), last);
  if (tapped(a)) at = at == pointed ? -1 : pointed;
  if (k.escape) at = -1;
  if (k.any_arrow()) at = at < 0 ? (k.right < 0 ? last : 0) : walked(set, at, k);
  keep(a.id, "piece", at);
  return at;
}

void read_out(const lab::Tokens& s, int piece, const Box& box, const HeatScale& scale,
              const gfx::Ramp& ramp) {
  const lab::Token& token = s.pieces[static_cast<std::size_t>(piece)];
  const float place = scale.place(token.value);
  const std::string name = s.value.label.empty() ? "value" : s.value.label;
  std::string text = visible(token.text);
  if (const std::size_t n = head(text, 20 * em()); n < text.size()) text = text.substr(0, n) + "…";
  readout({box.max.x, box.min.y},
          std::vector<ReadLine>{
              {"“" + text + "”"},
              {name + " " +
                   (std::isfinite(place) ? readable(static_cast<double>(token.value), 6)
                                         : "is " + missing_words(s.value)),
               std::isfinite(place) ? packed(gfx::colour(ramp, place, 1)) : 0},
              {"piece " + std::to_string(piece + 1) + " of " + std::to_string(s.pieces.size())}});
}

HeatScale scale_of(const lab::Tokens& s) {
  std::vector<float> values;
  values.reserve(s.pieces.size());
  for (const lab::Token& piece : s.pieces) values.push_back(piece.value);
  return heat_scale(s.value, s.signed_values, {values});
}

}  // namespace

float Widget<lab::Tokens>::height(const lab::Tokens& s, float width) {
  if (s.pieces.empty()) return 2 * em();
  return std::ceil(static_cast<float>(set_in_lines(s, width).lines) * line_pitch(s) +
                   scale_bar_height());
}

void Widget<lab::Tokens>::draw(const char* id, const lab::Tokens& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const Area a = area(id, size);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (s.pieces.empty()) return draw_text(draw, a.box.min, t.faint, "no text");
  const TokenLines set = set_in_lines(s, a.box.width());
  const HeatScale scale = scale_of(s);
  const gfx::Ramp ramp = ramp_of(scale, t);
  const ImVec2 origin = a.box.min;
  int pointed = -1;
  for (const TokenRun& run : set.runs)
    if (a.hovered && box_of(s, run, origin).contains(a.mouse)) pointed = run.piece;
  const Keys k = keys(a);
  const int at = pinned(a, set, pointed, k), loud = pointed >= 0 ? pointed : at;

  const TokenRun* read = nullptr;
  for (const TokenRun& run : set.runs) {
    draw_run(draw, s, run, box_of(s, run, origin), scale, ramp, t);
    if (run.piece == loud && !read) read = &run;
  }
  for (const TokenRun& run : set.runs) {
    const Box box = box_of(s, run, origin);
    if (run.piece == s.lit) outline(draw, box, t.accent, 2.5f, t);
    if (run.piece == loud) outline(draw, box, t.text, 1.5f, t);
  }
  const float foot = origin.y + static_cast<float>(set.lines) * line_pitch(s) - 0.4f * em();
  scale_bar(draw, s.value, scale, a.box, {origin.x + 2, foot}, t);

  const lab::Field* const field = desk.field(s.pick);
  if (field && pointed >= 0) offer_click();
  const int picked = tapped(a) ? pointed : k.enter ? at : -1;
  if (field && picked >= 0) wish(desk, *field, std::to_string(picked + 1));
  if (read) read_out(s, loud, box_of(s, *read, origin), scale, ramp);
}

}  // namespace ui
