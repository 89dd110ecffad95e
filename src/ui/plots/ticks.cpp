#include "ui/plots/ticks.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/frame/digits.h"

namespace ui {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// The finest step of 1, 2 or 5 times a power of ten that has no more than `most` multiples in the
// range.
double step_for(const Range& r, int most) {
  const double length = r.high - r.low;
  for (double power = std::pow(10, std::floor(std::log10(length / most)));; power *= 10) {
    for (const double factor : {1.0, 2.0, 5.0}) {
      const double step = factor * power;
      const double count = std::floor(r.high / step + 1e-9) - std::ceil(r.low / step - 1e-9) + 1;
      if (count <= most || step > length) return step;
    }
  }
}

// Whether two whole numbers lie in the range.
bool holds_two(const Range& r) { return std::floor(r.high) - std::ceil(r.low) >= 1; }

std::vector<Tick> linear_ticks(const Range& r, int most) {
  std::vector<Tick> out;
  const double length = r.high - r.low;
  const double step = std::max(step_for(r, most), r.whole && holds_two(r) ? 1.0 : 0.0);
  const double first = std::ceil(r.low / step - 1e-9);
  for (int i = 0; i <= most; ++i) {
    const double at = (first + i) * step;
    if (at > r.high + 1e-9 * length) break;
    // As many digits as tell two neighbours apart, so that 1000.5 and 1001 do not look alike.
    const double size = std::max({std::fabs(r.low), std::fabs(r.high), step});
    const int digits = static_cast<int>(std::ceil(std::log10(size / step) - 1e-9)) + 1;
    out.push_back({at, readable(std::fabs(at) < 1e-9 * step ? 0 : at, std::clamp(digits, 4, 15))});
  }
  return out;
}

std::vector<Tick> log_ticks(const Range& r, int most) {
  std::vector<Tick> out;
  const int first = static_cast<int>(std::floor(std::log10(r.low) + 1e-9));
  const int last = static_cast<int>(std::floor(std::log10(r.high) + 1e-9));
  // The first that lies within: names are counted from there.
  const int named_from = static_cast<int>(std::ceil(std::log10(r.low) - 1e-9));
  const int every = std::max(1, (last - named_from) / std::max(most, 1) + 1);
  const bool few = std::log10(r.high / r.low) < 2;
  const bool wide = last - first >= 6 || last >= 6;  // then powers read better than many zeros
  const bool crowded = last - first > 4 * most;      // then not every decade has its line
  for (int decade = first; decade <= last; ++decade) {
    for (int m = 1; m < 10; ++m) {
      if ((every > 1 && m > 1) || (crowded && (decade - named_from) % every != 0)) break;
      const double at = m * std::pow(10, decade);
      if (at < r.low * (1 - 1e-9) || at > r.high * (1 + 1e-9)) continue;
      const bool named = m == 1 ? (decade - named_from) % every == 0 : few && (m == 2 || m == 5);
      out.push_back({at, !named ? "" : wide && m == 1 ? power_of_ten(decade) : readable(at)});
    }
  }
  return out;
}

}  // namespace

void Extent::add(double x) {
  if (!std::isfinite(x)) return;
  if (empty()) low_ = high_ = x;
  low_ = std::min(low_, x);
  high_ = std::max(high_, x);
  whole_ = whole_ && x == std::floor(x);
  if (x > 0 && (positive_ == 0 || x < positive_)) positive_ = x;
}

void Extent::add(std::span<const float> values) {
  for (const float x : values) add(static_cast<double>(x));
}

double Range::share(double x) const {
  if (!logarithmic) return std::isfinite(x) ? (x - low) / (high - low) : nan;
  if (!(x > 0) || std::isinf(x)) return nan;
  return std::log(x / low) / std::log(high / low);
}

double Range::value(double share) const {
  if (!logarithmic) return low + share * (high - low);
  return low * std::exp(share * std::log(high / low));
}

Range fitted(const lab::Axis& axis, const Extent& values, bool with_zero) {
  const bool log = axis.logarithmic;
  if (axis.low < axis.high && std::isfinite(axis.high - axis.low) && (!log || axis.low > 0))
    return {axis.low, axis.high, log, values.whole()};
  if (log) {
    if (values.smallest_positive() == 0) return {0.1, 10, true};
    const double low = values.smallest_positive(), high = values.high();
    const double room = std::max(std::pow(high / low, 0.05), 1.1);
    return {low / room, high * room, true, values.whole()};
  }
  if (values.empty()) return {0, 1, false};
  double low = values.low(), high = values.high();
  if (with_zero) low = std::min(low, 0.0), high = std::max(high, 0.0);
  if (low == high) {
    const double half = low == 0 ? 1 : 0.5 * std::fabs(low);
    return {low - half, high + half, false, values.whole()};
  }
  const double room = 0.06 * (high - low);
  return {with_zero && low == 0 ? 0 : low - room, with_zero && high == 0 ? 0 : high + room, false,
          values.whole()};
}

lab::Axis linear(lab::Axis axis) {
  axis.logarithmic = false;
  return axis;
}

std::string titled(const lab::Axis& axis) {
  if (!axis.logarithmic || axis.label.find("log") != std::string::npos) return axis.label;
  return axis.label.empty() ? "log scale" : axis.label + ", log scale";
}

std::vector<Tick> ticks(const Range& range, int most) {
  if (!(range.low < range.high) || !std::isfinite(range.high - range.low)) return {};
  if (range.logarithmic) return log_ticks(range, most);
  std::vector<Tick> all = linear_ticks(range, std::max(most, 2));
  // One number alone would not tell the scale: rather some more of them.
  constexpr int still_few = 5;
  for (int more = std::max(most, 2) + 1; all.size() < 2 && more <= still_few; ++more)
    all = linear_ticks(range, more);
  return all;
}

}  // namespace ui
