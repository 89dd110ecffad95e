#include "ui/plots/splat_ellipses.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/frame/digits.h"

namespace ui {

namespace {

std::size_t ellipses(const lab::Ellipses& e) {
  return std::min({e.x.size(), e.y.size(), e.a.size(), e.b.size(), e.angle.size()});
}

// More would cover each other; the legend says how many are shown.
std::size_t each_of(const lab::Ellipses& e) { return ellipses(e) / 250 + 1; }

std::string legend_name(const lab::Ellipses& e) {
  const std::size_t each = each_of(e);
  if (each == 1 || e.name.empty()) return e.name;
  return e.name + ", 1 of " + readable(static_cast<double>(each)) + " shown";
}

}  // namespace

void add_ellipses(const lab::Ellipses& e, Extent& across, Extent& up) {
  for (std::size_t i = 0; i < ellipses(e); ++i) {
    const float far = std::max(std::fabs(e.a[i]), std::fabs(e.b[i]));
    across.add(static_cast<double>(e.x[i] - far)), across.add(static_cast<double>(e.x[i] + far));
    up.add(static_cast<double>(e.y[i] - far)), up.add(static_cast<double>(e.y[i] + far));
  }
}

void draw_ellipses(const lab::Ellipses& e, const Plot& p, const Theme& t) {
  constexpr int corners = 96;
  // A few stand out from a dense cloud; many would hide it.
  const bool few = ellipses(e) < 20;
  const ImU32 colour = faded(t.of(e.role), few ? 1.0f : 0.6f);
  for (std::size_t i = 0; i < ellipses(e); i += each_of(e)) {
    std::array<ImVec2, corners> at;
    bool sound = true;
    for (int k = 0; k < corners; ++k) {
      const float turn = 6.2831853f * static_cast<float>(k) / corners;
      const float along = e.a[i] * std::cos(turn), across = e.b[i] * std::sin(turn);
      const float cosine = std::cos(e.angle[i]), sine = std::sin(e.angle[i]);
      const double x = static_cast<double>(e.x[i] + along * cosine - across * sine);
      const double y = static_cast<double>(e.y[i] + along * sine + across * cosine);
      sound = sound && std::isfinite(x) && std::isfinite(y);
      at[static_cast<std::size_t>(k)] = p.at(x, y);
    }
    if (!sound) continue;
    if (few)
      p.draw->AddPolyline(at.data(), corners, faded(t.surface, 0.7f), ImDrawFlags_Closed, 3.5f);
    // Small ones are round with fewer corners, and dashed with fewer dashes.
    const std::size_t step = few ? 1 : 4;
    if (!e.dashed) {
      std::size_t n = 0;
      for (std::size_t k = 0; k < corners; k += step) at[n++] = at[k];
      p.draw->AddPolyline(at.data(), static_cast<int>(n), colour, ImDrawFlags_Closed, 1.5f);
      continue;
    }
    for (std::size_t k = 0; k < corners; k += 2 * step)
      p.draw->AddLine(at[k], at[(k + step) % corners], colour, 1.5f);
  }
}

Legend ellipse_legend(const std::vector<lab::Ellipses>& all, const lab::Axis& upright,
                      float width) {
  const Theme t = theme();
  std::vector<LegendName> names;
  for (const lab::Ellipses& e : all)
    names.push_back(
        {legend_name(e), t.of(e.role), e.dashed ? LegendName::dashes : LegendName::stroke});
  return {std::move(names), width, text_size(titled(upright)).x};
}

}  // namespace ui
