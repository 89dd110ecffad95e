#include "labs/layer_cost/timed_figures.h"

#include <algorithm>

#include "labs/curves.h"
#include "labs/layer_cost/study.h"
#include "labs/layer_cost/trials.h"
#include "labs/phrases.h"
#include "num/elementary.h"

namespace laboratory::layer_cost {
namespace {

using lab::Role;

constexpr double micro = 1e-6, giga = 1e9;

// "5.08 ms", "12.3 µs"
std::string duration(double seconds) {
  if (seconds < 1e-3) return brief(seconds / micro) + " µs";
  if (seconds < 1) return brief(seconds * 1e3) + " ms";
  return brief(seconds) + " s";
}

}  // namespace

namespace {

// How the layer without arithmetic stands to its neighbours, by what was measured.
std::string max_pooling_words(const Study& s) {
  const lab::Timing *max = s.timing("max_pool"), *norm = s.timing("bn"),
                    *stream = s.timing("stream");
  if (!max || !norm) return "";
  std::string words = " Max pooling does no arithmetic and takes " +
                      brief(max->median / norm->median, 2) + " times as long as batch norm";
  if (stream && stream->median > 0)
    words += ", " + brief(max->median / stream->median, 2) +
             " times as long as only reading and writing the whole map";
  return words + ".";
}

// Before there are times: the bars' places, so that nothing moves when they come.
void draw_waiting(const Study& s, lab::Report& r) {
  lab::Bars bars;
  bars.y = {"time of one pass [µs]", 0, 0, true};
  for (std::size_t i = 0; i < s.layers.size(); ++i) {
    bars.names.push_back(layer_names[i]);
    bars.heights.push_back(0);
    bars.notes.push_back("…");
  }
  r.figure("measured", "The same, measured on this device: a moment", "The layers are being timed.",
           std::move(bars))
      .tab = tabs::measured;
}

}  // namespace

void draw_times(const Study& s, lab::Report& r) {
  lab::Bars bars;
  bars.y = {"time of one pass [µs]", 0, 0, true};
  bars.role = Role::prediction;
  std::string alt = "On this device one pass takes";
  int samples = 0;
  for (std::size_t i = 0; i < s.layers.size(); ++i) {
    const lab::Timing* t = s.timing(layer_keys[i]);
    if (!t) continue;
    bars.names.push_back(layer_names[i]);
    bars.heights.push_back(static_cast<float>(t->median / micro));
    bars.low.push_back(static_cast<float>(t->low / micro));
    bars.high.push_back(static_cast<float>(t->high / micro));
    bars.notes.push_back(duration(t->median));
    alt += std::string(samples ? ", " : " ") + duration(t->median) + " for " + layer_names[i];
    samples = std::max(samples, t->samples);
  }
  if (samples == 0) return s.timings.empty() ? draw_waiting(s, r) : void();
  r.figure("measured",
           "The same, measured on this device: median and quartiles of " + std::to_string(samples) +
               " runs",
           alt + "." + max_pooling_words(s), std::move(bars))
      .tab = tabs::measured;
}

namespace {

// The largest rate that the device allows at an intensity, in GFLOP/s.
double roof(double peak, double bandwidth, double intensity) {
  return std::min(peak, bandwidth * intensity);
}

}  // namespace

void draw_roofline(const Study& s, lab::Report& r) {
  const lab::Timing *peak_time = s.timing("peak"), *stream_time = s.timing("stream");
  if (!peak_time || !stream_time || peak_time->low <= 0 || stream_time->low <= 0) return;
  // What a device can do is what it did when nothing disturbed it: the quicker quartile.
  const double peak = peak_operations() / peak_time->low / giga;
  const double bandwidth =
      8.0 * static_cast<double>(streamed_floats(s.params)) / stream_time->low / giga;
  constexpr double low = 0.03, high = 300;
  lab::Curve line{"what the device can do", Role::target, {}, {}, {}, {}, false};
  constexpr int steps = 40;
  for (int i = 0; i <= steps; ++i) {
    const double x = low * num::pow(high / low, static_cast<double>(i) / steps);
    add_point(line, x, roof(peak, bandwidth, x));
  }
  lab::Lines lines;
  lines.x = {"arithmetic intensity [FLOP/byte]", low, high, true};
  lines.y = {"rate [GFLOP/s]", 0, 0, true};
  lines.curves.push_back(std::move(line));
  std::string alt = "This device reaches " + brief(peak) + " GFLOP/s in registers and moves " +
                    brief(bandwidth) + " GB/s for a map of this size";
  for (std::size_t i = 0; i < s.layers.size(); ++i) {
    const lab::Timing* t = s.timing(layer_keys[i]);
    if (!t || t->median <= 0 || s.layers[i].arithmetic == 0) continue;
    const double rate = static_cast<double>(s.layers[i].arithmetic) / t->median / giga;
    lab::Curve point{layer_names[i], Role::prediction, {}, {}, {}, {}, false, lab::Trace::marks};
    add_point(point, s.layers[i].intensity(), rate);
    lines.curves.push_back(std::move(point));
    alt += "; " + std::string(layer_names[i]) + " runs at " + brief(rate) + " GFLOP/s";
  }
  r.figure("roofline", "Rate against arithmetic intensity, under the measured roof",
           alt + ". Max pooling does no arithmetic and so has no point in this plot.",
           std::move(lines))
      .tab = tabs::roofline;
}

}  // namespace laboratory::layer_cost
