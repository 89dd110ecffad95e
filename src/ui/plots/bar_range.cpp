#include "ui/plots/bar_range.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// Bars on a logarithmic axis begin at a decade below all of them: their lengths mean nothing, but
// none may look like nothing.
Range decades(const lab::Bars& s, const Extent& e) {
  const double low = e.smallest_positive(), high = e.high();
  if (!(low > 0)) return fitted(s.y, e, true);
  const double foot = std::pow(10, std::floor(std::log10(low) - 0.3));
  const double room = noted(s) ? 0.16 : few(s) ? 0.1 : 0.03;
  return {foot, high * std::pow(high / foot, room), true};
}

}  // namespace

double left_edge(const lab::Bars& s, std::size_t i) {
  return s.names.empty() ? s.start + static_cast<double>(i) * s.width : static_cast<double>(i);
}

double bar_width(const lab::Bars& s) { return s.names.empty() ? s.width : 1; }

bool few(const lab::Bars& s) { return s.heights.size() <= 16; }

bool noted(const lab::Bars& s) {
  return std::any_of(s.notes.begin(), s.notes.end(), [](const auto& n) { return !n.empty(); });
}

Range bars_along_x(const lab::Bars& s) {
  // Bars of whole widths stand for whole numbers.
  const bool whole = s.width == std::floor(s.width);
  if (s.names.empty() && s.x.low < s.x.high) {
    Range own = fitted(s.x, {}, false);
    own.whole = whole;
    return own;
  }
  const double low = left_edge(s, 0),
               high = left_edge(s, std::max<std::size_t>(s.heights.size(), 1));
  return high > low && std::isfinite(high - low) ? Range{low, high, false, whole} : Range{};
}

Range bars_along_y(const lab::Bars& s) {
  Extent e;
  e.add(s.heights), e.add(s.ghost);
  e.add(s.low), e.add(s.high);
  for (const lab::Rule& rule : s.rules) {
    if (!rule.upright) e.add(rule.at);
  }
  Range r = fitted(s.y, e, /*with_zero=*/true);
  if (s.y.low < s.y.high) {
    // A bar that reaches the end of its axis needs room for its value.
    const double end = e.empty() ? r.low : e.high(), span = r.high - r.low;
    if (few(s) && !r.logarithmic && end > r.high - 0.09 * span && end <= r.high)
      r.high = end + (noted(s) ? 0.18 : 0.1) * span;
    const double foot = e.empty() ? r.low : e.low();
    if (few(s) && !r.logarithmic && foot < 0 && foot < r.low + 0.09 * span && foot >= r.low)
      r.low = foot - 0.1 * span;
    return r;
  }
  if (r.logarithmic) return decades(s, e);
  // Room for what is written beyond the bars: values, the names of rules.
  const double share = noted(s) ? 0.18 : few(s) || !s.rules.empty() ? 0.1 : 0.03;
  const double room = share * (r.high - r.low);
  return {r.low < 0 ? r.low - room : r.low, r.high > 0 ? r.high + room : r.high, false, r.whole};
}

}  // namespace ui
