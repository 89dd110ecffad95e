// Bars from a zero line: named ones, or a histogram. Where there are more bars than pixels, a
// column of pixels shows the reach of the bars that share it.

#include "ui/plots/bars.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "ui/frame/digits.h"
#include "ui/frame/readout.h"
#include "ui/frame/widget.h"
#include "ui/frame/wrapping.h"
#include "ui/plots/bar_range.h"
#include "ui/plots/guess.h"
#include "ui/plots/legend.h"
#include "ui/plots/plot.h"
#include "ui/plots/plot_labels.h"
#include "ui/plots/pull.h"
#include "ui/plots/zoom.h"

namespace ui {

namespace {

// "[2, 2.5)", or the middle where a bar stands for one whole number.
std::string place_of(const lab::Bars& s, std::size_t i) {
  if (!s.names.empty())
    return i < s.names.size() ? s.names[i] : readable(static_cast<double>(i + 1));
  const double from = left_edge(s, i), to = left_edge(s, i + 1), middle = 0.5 * (from + to);
  if (s.width == 1 && middle == std::floor(middle)) return s.x.label + " " + readable(middle);
  return s.x.label + " " + readable(from) + " to " + readable(to);
}

int bar_under(const lab::Bars& s, const Plot& p) {
  if (!p.area.hovered || !p.inner.contains(p.area.mouse) || s.heights.empty()) return -1;
  const double i = (p.x_at(p.area.mouse.x) - left_edge(s, 0)) / bar_width(s);
  return i >= 0 && i < static_cast<double>(s.heights.size()) ? static_cast<int>(i) : -1;
}

lab::Role role_of(const lab::Bars& s, std::size_t i) {
  return i < s.roles.size() ? s.roles[i] : s.role;
}

void one_bar(const lab::Bars& s, const Plot& p, std::size_t i, float base, ImU32 colour, bool lit) {
  const float left = p.px(left_edge(s, i)), right = p.px(left_edge(s, i + 1));
  // Air between bars, and no bar so wide that it reads as an area.
  const float air = right - left > 5 ? std::min(0.12f * (right - left), 6.0f) : 0;
  const float gap = std::max(air, 0.5f * (right - left - 6 * ImGui::GetFontSize()));
  const float tip = p.py(static_cast<double>(s.heights[i]));
  if (!std::isfinite(left) || !std::isfinite(right) || !std::isfinite(tip)) return;
  const float rounding = right - left > 12 ? 2.0f : 0;
  const ImVec2 min{left + gap, std::min(tip, base)}, max{right - gap, std::max(tip, base)};
  p.draw->AddRectFilled(min, max, colour, rounding);
  // A lit bar that has a colour of its own keeps it, within a frame.
  if (lit && !s.roles.empty()) p.draw->AddRect(min, max, theme().text, rounding, 0, 2);
  if (!lit || few(s)) return;
  const float x = 0.5f * (left + right), y = std::max(min.y, p.inner.min.y + 9) - 2;
  p.draw->AddTriangleFilled({x - 6, y - 8}, {x + 6, y - 8}, {x, y}, theme().accent);
}

// The logarithm of 0.
bool endless(float height) { return std::isinf(height) && height < 0; }

// Hatched, and open where the axis ends.
void endless_bar(const Plot& p, float left, float right, float base, ImU32 colour) {
  const float air = std::min(0.12f * (right - left), 6.0f), foot = p.inner.max.y;
  const Box box{{left + air, std::min(base, foot)}, {right - air, foot}};
  hatch(*p.draw, box, faded(colour, 0.35f));
  const ImVec2 corners[] = {
      {box.min.x, foot}, {box.min.x, box.min.y}, {box.max.x, box.min.y}, {box.max.x, foot}};
  for (std::size_t c = 1; c < std::size(corners); ++c)
    dashed_line(*p.draw, corners[c - 1], corners[c], colour, 1.5f, 4);
}

// The outline of the bar that another run has there.
void ghost_bar(const lab::Bars& s, const Plot& p, std::size_t i, float base, const Theme& t) {
  const float left = p.px(left_edge(s, i)), right = p.px(left_edge(s, i + 1));
  const float tip = p.py(static_cast<double>(s.ghost[i]));
  if (!std::isfinite(left) || !std::isfinite(right) || !std::isfinite(tip)) return;
  const float air = std::min(0.06f * (right - left), 3.0f);
  const float top = std::min(tip, base), foot = std::max(tip, base);
  const float x0 = left + air, x1 = right - air;
  // The surface beneath the dots parts them from a bar of any colour.
  p.draw->AddRect({x0, top}, {x1, foot}, faded(t.surface, 0.7f), 0, 0, 3);
  const ImVec2 corners[] = {{x0, foot}, {x0, top}, {x1, top}, {x1, foot}};
  for (std::size_t c = 1; c < std::size(corners); ++c)
    dashed_line(*p.draw, corners[c - 1], corners[c], t.text, 1.5f, 2.5f);
}

// The bars that the axis shows a part of, from the first to one beyond the last.
std::pair<std::size_t, std::size_t> in_view(const lab::Bars& s, const Plot& p) {
  const auto n = static_cast<double>(s.heights.size());
  const auto index = [&](double x) {
    const double i = (x - left_edge(s, 0)) / bar_width(s);
    return static_cast<std::size_t>(std::isfinite(i) ? std::clamp(i, 0.0, n) : 0.0);
  };
  return {index(p.x.low), std::min(index(p.x.high) + 1, s.heights.size())};
}

// Many bars in little room: one upright line for each column of pixels.
void columns(const lab::Bars& s, const Plot& p, float base, ImU32 colour) {
  const int width = std::max(1, static_cast<int>(p.inner.width()));
  const double per_pixel = (p.x.high - p.x.low) / width;
  for (int column = 0; column < width; ++column) {
    const double from = (p.x.low + column * per_pixel - left_edge(s, 0)) / bar_width(s);
    const double to = from + per_pixel / bar_width(s),
                 count = static_cast<double>(s.heights.size());
    if (!(to > 0) || from >= count) continue;
    Extent reach;
    reach.add(p.y.logarithmic ? p.y.low : 0.0);
    for (auto i = static_cast<std::size_t>(std::max(from, 0.0));
         static_cast<double>(i) < std::min(to, count); ++i)
      reach.add(static_cast<double>(s.heights[i]));
    const float x = p.inner.min.x + static_cast<float>(column);
    p.draw->AddRectFilled({x, std::min(p.py(reach.high()), base)},
                          {x + 1, std::max(p.py(reach.low()), base)}, colour);
  }
}

// From low to high over the middle of a bar, with feet; beyond the axis it just goes on.
void whiskers(const lab::Bars& s, const Plot& p, float pitch, const Theme& t) {
  const std::size_t n = std::min({s.heights.size(), s.low.size(), s.high.size()});
  if (pitch < 4) return;
  const float foot = std::clamp(0.18f * pitch, 2.0f, 8.0f);
  for (std::size_t i = 0; i < n; ++i) {
    double low = static_cast<double>(s.low[i]);
    const double high = static_cast<double>(s.high[i]);
    if (std::isfinite(low) && p.y.logarithmic && low <= 0) low = p.y.low;
    if (!std::isfinite(p.y.share(low)) || !std::isfinite(p.y.share(high))) continue;
    const float x = std::round(p.px(left_edge(s, i) + 0.5 * bar_width(s)));
    const float top = p.py(high), bottom = p.py(low);
    // A rim of the ground shows them on bars of any colour.
    for (const auto& [colour, thick] : {std::pair(t.surface, 4.0f), std::pair(t.text, 1.5f)}) {
      p.draw->AddLine({x, top}, {x, bottom}, colour, thick);
      p.draw->AddLine({x - foot, top}, {x + foot, top}, colour, thick);
      p.draw->AddLine({x - foot, bottom}, {x + foot, bottom}, colour, thick);
    }
  }
}

// What stands above a bar: its note or its value, or where digits are given its value in these,
// which takes less room.
std::string above(const lab::Bars& s, std::size_t i, int digits) {
  const double value = static_cast<double>(s.heights[i]);
  const bool noted = i < s.notes.size() && !s.notes[i].empty();
  if (endless(s.heights[i])) return noted ? s.notes[i] : "0";
  if (digits > 0) return readable(value, digits);
  return noted ? s.notes[i] : readable(value);
}

// The same in lines of no more than the pitch, where words allow it; a word is never broken.
std::vector<std::string> lines_above(const lab::Bars& s, std::size_t i, int digits, float pitch) {
  return broken(above(s, i, digits), noted(s) ? pitch - 4 : 1e6f);
}

ImVec2 size_of(const std::vector<std::string>& lines) {
  ImVec2 size{0, 0};
  for (const std::string& line : lines)
    size = {std::max(size.x, text_size(line).x), size.y + text_size(line).y};
  return size;
}

bool all_fit(const lab::Bars& s, float pitch, int digits) {
  for (std::size_t i = 0; i < s.heights.size(); ++i) {
    if (size_of(lines_above(s, i, digits, pitch)).x + 4 > pitch) return false;
  }
  return true;
}

// The fullest form in which every bar has what stands above it: 0 for whole, or digits.
std::optional<int> form_above(const lab::Bars& s, float pitch) {
  for (const int digits : {0, 3, 2})
    if (all_fit(s, pitch, digits)) return digits;
  return std::nullopt;
}

// Off the level rules, which would strike it through.
float off_rules(const lab::Bars& s, const Plot& p, float y, float height, bool upwards) {
  for (const lab::Rule& rule : s.rules) {
    const float at = rule.upright ? -1 : p.py(rule.at);
    if (at <= y || at >= y + height) continue;
    const float beyond = upwards ? at - height - 2 : at + 2;
    if (beyond >= p.inner.min.y - height && beyond + height <= p.inner.max.y) y = beyond;
  }
  return y;
}

// The words above the bars, where every one of them fits, in small type where that helps; notes may
// take lines. A zero, for which a logarithmic axis has no place, stands at the foot and is always
// written.
void values(const lab::Bars& s, const Plot& p, float base, Labels& labels, const Theme& t) {
  if (!few(s) || s.heights.empty()) return;
  const float pitch = p.px(left_edge(s, 1)) - p.px(left_edge(s, 0));
  const LeastType type(!form_above(s, pitch));
  const std::optional<int> form = form_above(s, pitch);
  for (std::size_t i = 0; i < s.heights.size(); ++i) {
    double value = static_cast<double>(s.heights[i]);
    const bool nothing = endless(s.heights[i]);
    if (!form && !nothing && !(p.y.logarithmic && value == 0)) continue;
    const double share = p.x.share(left_edge(s, i) + 0.5 * bar_width(s));
    if (share < 0 || share > 1) continue;
    const std::vector<std::string> lines = lines_above(s, i, form.value_or(2), pitch);
    const ImVec2 size = size_of(lines);
    if (i < s.low.size() && i < s.high.size() && std::isfinite(s.low[i]) &&
        std::isfinite(s.high[i]))
      value = static_cast<double>(value < 0 ? s.low[i] : s.high[i]);
    const float tip = nothing                           ? p.inner.max.y
                      : std::isfinite(p.y.share(value)) ? p.py(value)
                                                        : base;
    // Beyond the tip, but off what stands above and beneath the plot.
    float y = tip <= base ? std::max(tip - size.y - 2, p.inner.min.y - size.y)
                          : std::min(tip + 2, p.inner.max.y - size.y - 1);
    y = off_rules(s, p, y, size.y, tip <= base);
    const float middle = p.px(left_edge(s, i) + 0.5 * bar_width(s)), left = middle - 0.5f * size.x;
    // A ground of their own keeps them readable on the line of a rule.
    const Box box{{left, y}, {left + size.x, y + size.y}};
    p.draw->AddRectFilled({box.min.x - 1, box.min.y}, {box.max.x + 1, box.max.y},
                          faded(t.surface, 0.85f), 3);
    labels.keep_clear(box);
    for (const std::string& line : lines) {
      const ImVec2 extent = text_size(line);
      draw_text(*p.draw, {middle - 0.5f * extent.x, y}, t.text, line);
      y += extent.y;
    }
  }
}

// Asks labels to stay off the bars.
void keep_clear_bars(const lab::Bars& s, const Plot& p, float base, Labels& labels) {
  if (!few(s)) return;
  for (std::size_t i = 0; i < s.heights.size(); ++i) {
    const float left = p.px(left_edge(s, i)), right = p.px(left_edge(s, i + 1));
    const float tip = p.py(static_cast<double>(s.heights[i]));
    if (std::isfinite(left) && std::isfinite(right) && std::isfinite(tip))
      labels.keep_clear({{left, std::min(tip, base)}, {right, std::max(tip, base)}});
  }
}

// What the outlines are.
Legend ghost_legend(const lab::Bars& s, float width) {
  std::vector<LegendName> names;
  if (!s.ghost.empty()) names.push_back({"pinned", theme().text, LegendName::dashes});
  return {std::move(names), width, text_size(titled(s.y)).x};
}

// Room at the right for the names of level rules, 0 where they are too long for that.
float rule_room(const lab::Bars& s, float width) {
  float widest = 0;
  for (const lab::Rule& rule : s.rules) {
    if (!rule.upright) widest = std::max(widest, text_size(rule.label).x + 10);
  }
  return widest <= 0.22f * width ? widest : 0;
}

}  // namespace

float Widget<lab::Bars>::height(const lab::Bars& s, float width) {
  return plot_height(width, s.names);
}

void Widget<lab::Bars>::draw(const char* id, const lab::Bars& s, ImVec2 size, Desk& desk) {
  const Theme t = theme();
  const float room = rule_room(s, size.x);
  const Legend legend = ghost_legend(s, size.x);
  Plot p = plot(id,
                {.x = s.x,
                 .y = s.y,
                 .x_range = bars_along_x(s),
                 .y_range = bars_along_y(s),
                 .right_room = room,
                 .head = legend.below(),
                 .zoomable = s.names.empty() ? Zoomable::x : Zoomable::no,
                 .names = s.names.empty() ? nullptr : &s.names},
                size);
  p.named_beside = room > 0;
  const float base = std::clamp(p.py(p.y.logarithmic ? p.y.low : 0), p.inner.min.y, p.inner.max.y);
  const int read = cursor(p.area, bar_under(s, p), static_cast<int>(s.heights.size()), desk.stamp);
  const float pitch = p.inner.width() * static_cast<float>(bar_width(s) / (p.x.high - p.x.low));

  p.draw->PushClipRect({p.inner.min.x - 2, p.inner.min.y}, {p.inner.max.x + 2, p.inner.max.y + 1},
                       true);
  long long odd = 0;
  if (pitch < 1.5f) columns(s, p, base, t.of(s.role));
  const auto [first, last] = in_view(s, p);
  for (std::size_t i = first; i < last; ++i) {
    const bool lit = static_cast<int>(i) == s.lit, loud = static_cast<int>(i) == read;
    const ImU32 own = lit && s.roles.empty() ? t.accent : t.of(role_of(s, i));
    if (endless(s.heights[i]) && pitch >= 4) {
      endless_bar(p, p.px(left_edge(s, i)), p.px(left_edge(s, i + 1)), base, own);
    } else if (!std::isfinite(s.heights[i])) {
      // A note says better why there is no bar.
      if (i < s.notes.size() && !s.notes[i].empty()) continue;
      if (pitch >= 6 || odd == 0)
        cross(*p.draw, {p.px(left_edge(s, i) + 0.5 * bar_width(s)), base - 5}, 4, t.bad);
      ++odd;
    } else if (pitch >= 1.5f || lit || loud) {
      one_bar(s, p, i, base, loud && !lit ? mix(own, t.text, 0.35f) : own, lit);
    }
  }
  if (pitch >= 1.5f)
    for (std::size_t i = first; i < std::min(last, s.ghost.size()); ++i)
      ghost_bar(s, p, i, base, t);
  whiskers(s, p, pitch, t);
  p.draw->PopClipRect();

  Labels labels(p);
  rule_lines(p, s.rules);
  guess_line(p, desk, labels);
  values(s, p, base, labels, t);
  keep_clear_bars(s, p, base, labels);
  rule_names(p, s.rules, labels);
  guess_words(p, desk, labels);
  legend.draw(*p.draw, p.area.box.min);
  if (odd > 0) note(p, counted(odd, "value is not finite", "values are not finite"));
  const double place =
      left_edge(s, static_cast<std::size_t>(std::max(read, 0))) + 0.5 * bar_width(s);
  navigate(p, false, read < 0 ? std::nan("") : place, desk);
  const auto lit = static_cast<std::size_t>(std::max(s.lit, 0));
  const bool pulled = pull(s, p, left_edge(s, lit), left_edge(s, lit + 1), desk);
  if (pulled || read < 0 || p.x.share(place) < 0 || p.x.share(place) > 1) return;
  const auto i = static_cast<std::size_t>(read);
  const double height = static_cast<double>(s.heights[i]);
  const bool brief = short_of_room(p.inner.width());
  const std::string what = brief || s.y.label.empty() ? "" : s.y.label + " ";
  std::vector<ReadLine> lines = {{place_of(s, i)}};
  if (!endless(s.heights[i]))
    lines.push_back({what + readable(height, brief ? 4 : 7), t.of(role_of(s, i))});
  if (i < s.low.size() && i < s.high.size() && !endless(s.low[i]))
    lines.push_back({"from " + readable(static_cast<double>(s.low[i])) + " to " +
                     readable(static_cast<double>(s.high[i]))});
  if (i < s.notes.size() && !s.notes[i].empty()) lines.push_back({s.notes[i]});
  const float y = std::isfinite(p.y.share(height)) ? p.py(height) : base;
  readout({p.px(left_edge(s, i) + 0.5 * bar_width(s)), std::clamp(y, p.inner.min.y, p.inner.max.y)},
          lines);
}

}  // namespace ui
