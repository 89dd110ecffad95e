#include "labs/convolution/net_figures.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "labs/convolution/figures.h"
#include "labs/convolution/net_input.h"
#include "labs/convolution/net_pointed.h"
#include "labs/phrases.h"

namespace laboratory::convolution {
namespace {

// The strongest cell of a map where none was picked.
int strongest(const std::vector<float>& maps, int filter, int side) {
  const auto begin = maps.begin() + std::ptrdiff_t{filter} * side * side;
  return static_cast<int>(std::max_element(begin, begin + side * side) - begin);
}

lab::Tiles tiles(int side, int count, std::vector<float> values, std::string pick, int lit) {
  lab::Tiles t;
  t.rows = t.cols = side;
  for (int i = 1; i <= count; ++i) t.names.push_back(std::to_string(i));
  float peak = 0;
  for (const float v : values) peak = std::max(peak, std::fabs(v));
  t.peak = peak > 0 ? peak : 1;
  t.values = std::move(values);
  t.pick = std::move(pick);
  t.lit = lit;
  return t;
}

// The sentence beneath the picture in the network's own grey.
std::string made_for_net(const StoryPicture& story) {
  return std::string(
             "It is shown in grey on 16 × 16 pixels; its rim counts as empty and what is ") +
         (story.dark_ink ? "darkest" : "brightest") +
         " as ink, as the digits are ink on an empty ground.";
}

// "The network takes this 2 for a 2; draw a digit of your own over it", and what stands beside it.
std::string sliding_title(const Pointed& at, int taken) {
  const std::string seen = at.digit ? "this " + std::to_string(*at.digit) : at.shown();
  const std::string own = at.digit || at.story ? "; draw a digit of your own over it" : "";
  return "The network takes " + seen + " for " + (taken == 8 ? "an " : "a ") +
         std::to_string(taken) + own + ". Beside it, what filter " + std::to_string(at.filter + 1) +
         " makes of it";
}

void draw_maps(const SmallNet::Passage& p, const Pointed& at, lab::Report& report) {
  const int side = NetSizes::map_side[at.layer], count = NetSizes::filters[at.layer];
  lab::Tiles t = tiles(side, count, p.maps[at.layer], "map", at.filter);
  t.signed_values = false;
  int silent = 0;
  for (int f = 0; f < count; ++f)
    silent += p.maps[at.layer][static_cast<std::size_t>(f * side * side +
                                                        strongest(p.maps[at.layer], f, side))] <= 0;
  const std::string layer = at.layer == 0 ? "first" : "second";
  report
      .figure("net.maps",
              "The " + layer + " layer's " + std::to_string(count) + " maps of " + at.shown(),
              "Of the " + std::to_string(count) + " maps that the " + layer + " layer makes of " +
                  at.shown() + ", " + std::to_string(silent) + (silent == 1 ? " is" : " are") +
                  " silent; number " + std::to_string(at.filter + 1) + " is picked, at cell " +
                  place(at.row, at.col) + ".",
              std::move(t))
      .tab = tabs::network;
}

void draw_filters(SmallNet& net, const Pointed& at, lab::Report& report) {
  const int side = NetSizes::kernel[at.layer], count = NetSizes::filters[at.layer];
  const int inputs = at.layer == 0 ? 1 : NetSizes::filters[0];
  const std::vector<float> all = net.filters(at.layer);
  // Of a filter over several maps the first is shown for each: the rest stand in the CSV of the
  // picked one.
  std::vector<float> shown;
  const std::ptrdiff_t plane = std::ptrdiff_t{side} * side;
  if (at.layer == 0) {
    shown = all;
  } else {
    // Inputs stand side by side at each place of a filter.
    const auto begin = all.begin() + at.filter * plane * inputs;
    shown.resize(static_cast<std::size_t>(plane * inputs));
    for (std::ptrdiff_t i = 0; i < plane; ++i)
      for (std::ptrdiff_t c = 0; c < inputs; ++c)
        shown[static_cast<std::size_t>(c * plane + i)] = *(begin + i * inputs + c);
  }
  const int tiles_shown = at.layer == 0 ? count : inputs;
  lab::Tiles t = tiles(side, tiles_shown, std::move(shown), at.layer == 0 ? "map" : "",
                       at.layer == 0 ? at.filter : -1);
  const double peak = t.peak;
  const std::string title = at.layer == 0
                                ? "The eight filters of the first layer, as they were learned"
                                : "Filter " + std::to_string(at.filter + 1) +
                                      " of the second layer: one kernel for each map of the first";
  report
      .figure("net.filters", title,
              "Learned weights of " + std::to_string(tiles_shown) + " kernels of " +
                  sides(side, side) + ", up to " + brief(peak) + " in size after " +
                  std::to_string(net.steps()) + " steps.",
              std::move(t))
      .tab = tabs::learned;
}

void draw_slope(SmallNet& net, const Pointed& at, lab::Report& report) {
  const std::vector<float> slope =
      net.slope(at.picture, at.edit, at.layer, at.filter, at.row, at.col);
  int top = NetSizes::side, bottom = -1, pixels = 0;
  for (std::size_t i = 0; i < slope.size(); ++i) {
    if (slope[i] == 0) continue;
    const int row = static_cast<int>(i) / NetSizes::side;
    top = std::min(top, row), bottom = std::max(bottom, row), ++pixels;
  }
  lab::Tiles t = tiles(NetSizes::side, 1, slope, "", -1);
  const std::string cell = place(at.row, at.col) + " of map " + std::to_string(at.filter + 1);
  t.names = {"∂ cell / ∂ input"};
  const std::string rows =
      pixels > 0 ? " between rows " + std::to_string(top + 1) + " and " + std::to_string(bottom + 1)
                 : "";
  report
      .figure("net.slope", "Which pixels the cell " + cell + " depends on, and how",
              "Cell " + cell + " has a slope other than 0 in " +
                  share_of(pixels, NetSizes::side * NetSizes::side, "pixels") + rows + ".",
              std::move(t))
      .tab = tabs::learned;
}

void draw_sliding(SmallNet& net, const SmallNet::Passage& p, const Pointed& at,
                  lab::Report& report) {
  if (at.layer != 0) return;
  constexpr int side = NetSizes::side, kernel = NetSizes::kernel[0];
  lab::Sliding s;
  s.input = {{side, side, p.input}};
  s.kernel = {{kernel, kernel, net.first_filter(at.filter, at.edit)}};
  const auto begin = p.raw[0].begin() + std::ptrdiff_t{at.filter} * side * side;
  s.output = {side, side, {begin, begin + side * side}};
  s.pad = kernel / 2;
  s.row = at.row, s.col = at.col;
  s.pick_row = "net_row", s.pick_col = "net_col", s.edit_kernel = "net_kernel";
  s.paint_input = "drawing";
  const double value = s.output.values[static_cast<std::size_t>(at.row * side + at.col)];
  lab::Figure& figure =
      report.figure("net.sliding", sliding_title(at, likeliest(p)),
                    "Filter " + std::to_string(at.filter + 1) + " over " + at.shown() +
                        " answers with " + brief(value) + " at cell " + place(at.row, at.col) +
                        " of its map, bias included and before ReLU." +
                        (at.story ? " " + made_for_net(*at.story) : ""),
                    std::move(s));
  figure.room = lab::Room::row;
  figure.tab = tabs::network;
}

Pointed pointed(lab::Report& report, const SmallNet& net, const Study& study) {
  const Params& p = study.params;
  Pointed at;
  at.layer = static_cast<int>(p.net_layer);
  at.filter = std::min(p.map, NetSizes::filters[at.layer]) - 1;
  at.edit = {p.net_layer, p.ablate, at.filter + 1, at.layer == 0 ? p.net_kernel : lab::Matrix{}};
  if (p.drawing.rows == NetSizes::side && p.drawing.cols == NetSizes::side) {
    at.picture.assign(p.drawing.values.begin(), p.drawing.values.end());
    return at;
  }
  if (!p.drawing.empty())
    report.blame("drawing", "the network looks at 16 × 16 pixels; this drawing is " +
                                sides(p.drawing.rows, p.drawing.cols) + " and is left out");
  if (p.feed == Feed::picture) {
    NetInput in = net_input(study.layer);
    const bool own = p.image == Scene::own && p.picture.given() && !study.layer.given();
    at.picture = std::move(in.pixels);
    at.story = {own, in.dark_ink};
    return at;
  }
  at.picture = net.glyph(p.glyph - 1);
  at.digit = net.digit(p.glyph - 1);
  return at;
}

}  // namespace

void add_net(lab::Report& report, SmallNet& net, const Study& study) {
  const Params& p = study.params;
  Pointed at = pointed(report, net, study);
  if (p.ablate > NetSizes::filters[at.layer])
    report.blame("ablate", "the " + std::string(at.layer == 0 ? "first" : "second") +
                               " layer has " + std::to_string(NetSizes::filters[at.layer]) +
                               " filters; none is switched off");
  constexpr int kernel = NetSizes::kernel[0];
  if (!at.edit.kernel.empty() && (at.edit.kernel.rows != kernel || at.edit.kernel.cols != kernel)) {
    report.blame("net_kernel", "the filters of the first layer are 5 × 5; this one is " +
                                   sides(at.edit.kernel.rows, at.edit.kernel.cols) +
                                   " and is left out");
    at.edit.kernel = {};
  }
  if (!net.fault().empty()) report.blame("steps", net.fault());

  report.count("net.steps", "training steps of the small network", net.steps());
  report.count("net.parameters", "weights and biases of the small network", net.weight_count());
  const SmallNet::Passage now = net.pass(at.picture, at.edit), intact = net.pass(at.picture, {});
  const int side = NetSizes::map_side[at.layer];
  const int best = strongest(now.maps[at.layer], at.filter, side);
  at.row = p.net_row == 0 ? best / side : std::min(p.net_row, side) - 1;
  at.col = p.net_col == 0 ? best % side : std::min(p.net_col, side) - 1;
  const auto cell = static_cast<std::size_t>((at.filter * side + at.row) * side + at.col);
  report.real("net.cell", "picked cell of the picked map, before ReLU",
              static_cast<double>(now.raw[at.layer][cell]));
  const char* const label = "probability of the true digit";
  if (at.digit) {
    report.real("net.probability", label,
                static_cast<double>(now.probabilities[static_cast<std::size_t>(*at.digit)]));
  } else {
    const std::string what = at.story ? "picture" : "drawing";
    report.undefined("net.probability", label, "nobody has said what the " + what + " shows");
    report.count("net.taken_for", "digit that the network takes the " + what + " for",
                 likeliest(now));
  }
  report.real("net.accuracy", "share of 200 new digits that is recognised", net.accuracy(at.edit));
  draw_sliding(net, now, at, report);
  draw_verdict(now, intact, at, report);
  draw_maps(now, at, report);
  draw_filters(net, at, report);
  draw_slope(net, at, report);
  draw_worth(net, at, report);
  draw_losses(net, p, report);
}

}  // namespace laboratory::convolution
