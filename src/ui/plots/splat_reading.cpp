#include "ui/plots/splat_reading.h"

#include <cmath>
#include <numeric>

#include "ui/plots/splat_ellipses.h"

namespace ui {

std::size_t point_count(const lab::Splats& s) {
  return std::min({s.px.size(), s.py.size(), s.of.size()});
}

SplatSummary summary_of(const lab::Splats& s) {
  SplatSummary all;
  all.classes.resize(s.classes.size());
  all.across.add(s.px), all.up.add(s.py);
  for (const lab::Ellipses& e : s.ellipses) add_ellipses(e, all.across, all.up);
  for (std::size_t i = 0; i < point_count(s); ++i) {
    const bool sound = std::isfinite(s.px[i]) && std::isfinite(s.py[i]);
    all.lost += !sound;
    if (!sound || s.of[i] >= all.classes.size()) continue;
    ClassMiddle& m = all.classes[s.of[i]];
    m.x += static_cast<double>(s.px[i]), m.y += static_cast<double>(s.py[i]), ++m.count;
  }
  return all;
}

SplatStrips strips_of(const lab::Splats& s, const Extent& across) {
  SplatStrips all;
  const std::size_t count = std::clamp<std::size_t>(point_count(s) / 32, 1, 4096);
  all.first.assign(count + 1, 0);
  if (!across.empty() && across.high() > across.low()) {
    all.low = across.low();
    all.per_unit = static_cast<double>(count) / (across.high() - across.low());
  }
  const auto each_sound = [&s](auto use) {
    for (std::size_t i = 0; i < point_count(s); ++i)
      if (std::isfinite(s.px[i]) && std::isfinite(s.py[i])) use(i);
  };
  each_sound([&](std::size_t i) { ++all.first[all.strip(static_cast<double>(s.px[i])) + 1]; });
  std::partial_sum(all.first.begin(), all.first.end(), all.first.begin());
  all.order.resize(all.first.back());
  std::vector<std::uint32_t> next = all.first;
  each_sound([&](std::size_t i) {
    all.order[next[all.strip(static_cast<double>(s.px[i]))]++] = static_cast<std::uint32_t>(i);
  });
  return all;
}

std::size_t nearest_point(const lab::Splats& s, const SplatStrips& all, const Plot& p,
                          float reach) {
  float nearest = reach * reach;
  std::size_t best = point_count(s);
  const auto ax = static_cast<float>(p.inner.width() / (p.x.high - p.x.low));
  const auto ay = static_cast<float>(p.inner.height() / (p.y.high - p.y.low));
  const auto x = static_cast<float>(p.x_at(p.area.mouse.x));
  const auto y = static_cast<float>(p.y_at(p.area.mouse.y));
  const std::size_t from = all.first[all.strip(static_cast<double>(x - reach / ax))];
  const std::size_t to = all.first[all.strip(static_cast<double>(x + reach / ax)) + 1];
  for (std::size_t k = from; k < to; ++k) {
    const std::size_t i = all.order[k];
    const float dx = (s.px[i] - x) * ax, dy = (s.py[i] - y) * ay, away = dx * dx + dy * dy;
    if (away < nearest || (away == nearest && i < best)) nearest = away, best = i;
  }
  return best;
}

}  // namespace ui
