// The place of a decision region that is read out.

#include "ui/maps/boundary_reading.h"

#include <cmath>

#include "ui/frame/digits.h"
#include "ui/frame/readout.h"
#include "ui/frame/theme.h"

namespace ui {

namespace {

struct InPanel {
  int panel = -1;
  double x = 0, y = 0;
};

// The place under the pointer, or the one that the arrow keys have moved to.
InPanel under_hand(const lab::Boundary& s, const Panels& p) {
  const ImGuiID id = p.area.id;
  const int pointed = p.area.hovered ? p.find(p.area.mouse) : -1;
  const auto n = static_cast<int>(s.panels.size());
  int panel = std::min(kept(id, "panel", -1), n - 1);
  float across = kept_real(id, "across", 0.5f), up = kept_real(id, "up", 0.5f);
  const auto shares = [&](int of) {
    const Box& box = p.inner[static_cast<std::size_t>(of)];
    return ImVec2{(p.area.mouse.x - box.min.x) / box.width(),
                  (box.max.y - p.area.mouse.y) / box.height()};
  };
  if (p.area.pressed) {
    panel = panel >= 0 && pointed < 0 ? -1 : pointed;
    if (panel >= 0) across = shares(panel).x, up = shares(panel).y;
  }
  const Keys k = keys(p.area);
  if (k.escape) panel = -1;
  if (k.any_arrow() && panel < 0) {
    panel = n > 0 ? 0 : -1;
  } else if (k.any_arrow()) {
    constexpr float step = 1.0f / 40;
    across += step * static_cast<float>(k.right);
    up = std::clamp(up - step * static_cast<float>(k.down), 0.0f, 1.0f);
    if (across > 1 && panel + 1 < n) across = 0, ++panel;
    if (across < 0 && panel > 0) across = 1, --panel;
    across = std::clamp(across, 0.0f, 1.0f);
  }
  keep(id, "panel", panel);
  keep_real(id, "across", across);
  keep_real(id, "up", up);
  const ImVec2 at = pointed >= 0 ? shares(pointed) : ImVec2{across, up};
  return {pointed >= 0 ? pointed : panel, p.x.value(static_cast<double>(at.x)),
          p.y.value(static_cast<double>(at.y))};
}

// The example within reach of a place, as a line of words.
std::string example_near(const lab::BoundaryPanel& panel, std::size_t index, const Panels& p,
                         ImVec2 place) {
  std::string text;
  float nearest = 7;
  for (const lab::Cloud& c : panel.clouds) {
    for (std::size_t i = 0; i < points(c); ++i) {
      const ImVec2 at = p.at(index, static_cast<double>(c.x[i]), static_cast<double>(c.y[i]));
      const float away = std::hypot(at.x - place.x, at.y - place.y);
      if (!(away < nearest)) continue;
      nearest = away;
      text = i < c.labels.size() ? c.labels[i] : "example of " + c.name;
    }
  }
  return text;
}

void read_out(const lab::Boundary& s, const Panels& p, const InPanel& spot, const Theme& t) {
  const auto i = static_cast<std::size_t>(spot.panel);
  const lab::BoundaryPanel& panel = s.panels[i];
  const ImVec2 at = p.at(i, spot.x, spot.y);
  p.draw->AddCircle(at, 5, t.surface, 0, 4);
  p.draw->AddCircle(at, 5, t.text, 0, 1.5f);
  std::vector<ReadLine> lines;
  if (!panel.name.empty()) lines.push_back({panel.name});
  lines.push_back(
      {s.x.label + " " + readable(spot.x, 4) + ", " + s.y.label + " " + readable(spot.y, 4)});
  if (sound(panel.field)) {
    const double v = field_at(panel.field, p.x.share(spot.x), 1 - p.y.share(spot.y));
    const std::string second =
        panel.clouds.size() > 1 && !panel.clouds[1].name.empty() ? panel.clouds[1].name : "class 2";
    lines.push_back({std::isfinite(v) ? "probability of " + second + ": " + readable(v, 4)
                                      : "the network's output is not finite here",
                     std::isfinite(v) ? class_colour(v < 0.5 ? 0 : 1) : 0});
  }
  const std::string example = example_near(panel, i, p, at);
  if (!example.empty()) lines.push_back({example});
  readout(at, lines);
}

}  // namespace

double field_at(const lab::Plane& f, double across, double down) {
  const auto place = [](double share, int n) {
    return std::clamp(share * n - 0.5, 0.0, static_cast<double>(n - 1));
  };
  const double x = place(across, f.cols), y = place(down, f.rows);
  const int col = std::min(static_cast<int>(x), std::max(f.cols - 2, 0));
  const int row = std::min(static_cast<int>(y), std::max(f.rows - 2, 0));
  const double wx = x - col, wy = y - row;
  const auto cell = [&](int r, int c) {
    r = std::min(r, f.rows - 1), c = std::min(c, f.cols - 1);
    return static_cast<double>(f.values[static_cast<std::size_t>(r * f.cols + c)]);
  };
  const double top = cell(row, col) * (1 - wx) + cell(row, col + 1) * wx;
  const double bottom = cell(row + 1, col) * (1 - wx) + cell(row + 1, col + 1) * wx;
  return top * (1 - wy) + bottom * wy;
}

void read_region(const lab::Boundary& s, const Panels& p) {
  const InPanel read = under_hand(s, p);
  if (read.panel >= 0) read_out(s, p, read, theme());
}

}  // namespace ui
