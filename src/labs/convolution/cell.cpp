#include "labs/convolution/cell.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "lab/digits.h"
#include "labs/convolution/figures.h"
#include "labs/convolution/study.h"
#include "labs/phrases.h"

namespace laboratory::convolution {
namespace {

bool padding(const num::Conv& conv, const num::Tap& tap) {
  return tap.row < 0 || tap.row >= conv.rows || tap.col < 0 || tap.col >= conv.cols;
}

// "46 to 48", or "46 to 50 in steps of 2": rows or columns counted from 1.
std::string stretch(int first, int kernel, int dilation) {
  std::string s = brief(first + 1);
  if (kernel > 1) s += " to " + brief(first + 1 + (kernel - 1) * dilation);
  if (kernel > 1 && dilation > 1) s += " in steps of " + std::to_string(dilation);
  return s;
}

// A square window of side `side` with its middle at (row, col).
struct Window {
  int top, left, side;
};

// The derivative of the picked cell with respect to the input cells of one channel.
std::vector<float> depends_on(const Study& s, const std::vector<num::Tap>& taps, int channel,
                              const Window& at) {
  const num::Conv& conv = s.layer.conv;
  std::vector<float> plane;
  for (int r = at.top; r < at.top + at.side; ++r)
    for (int c = at.left; c < at.left + at.side; ++c) {
      const bool there = r >= 0 && r < conv.rows && c >= 0 && c < conv.cols;
      plane.push_back(there ? 0 : std::numeric_limits<float>::quiet_NaN());
    }
  for (const num::Tap& tap : taps) {
    if (tap.channel != channel || tap.source < 0) continue;
    const int cell = static_cast<int>(tap.source) - channel * conv.rows * conv.cols;
    const int r = cell / conv.cols - at.top, c = cell % conv.cols - at.left;
    if (r >= 0 && r < at.side && c >= 0 && c < at.side)
      plane[static_cast<std::size_t>(r * at.side + c)] += static_cast<float>(s.layer.weight(tap));
  }
  return plane;
}

// The derivative of the output cells with respect to one input cell of the first channel.
std::vector<float> feeds(const Study& s, int row, int col, const Window& at) {
  const num::Conv& conv = s.layer.conv;
  std::vector<float> plane;
  for (int r = at.top; r < at.top + at.side; ++r)
    for (int c = at.left; c < at.left + at.side; ++c) {
      const bool there = r >= 0 && r < conv.out_rows() && c >= 0 && c < conv.out_cols();
      plane.push_back(there ? 0 : std::numeric_limits<float>::quiet_NaN());
    }
  const auto across =
      num::uses(conv.cols, conv.kernel_cols, conv.stride, conv.pad, conv.dilation, conv.edge, col);
  for (const num::Use& down :
       num::uses(conv.rows, conv.kernel_rows, conv.stride, conv.pad, conv.dilation, conv.edge, row))
    for (const num::Use& over : across) {
      const int r = down.out - at.top, c = over.out - at.left;
      if (r >= 0 && r < at.side && c >= 0 && c < at.side)
        plane[static_cast<std::size_t>(r * at.side + c)] += static_cast<float>(
            s.layer.kernel[static_cast<std::size_t>(down.tap * conv.kernel_cols + over.tap)]);
    }
  return plane;
}

// How many input cells of one channel the picked cell reads.
std::size_t distinct(const std::vector<num::Tap>& taps) {
  std::vector<std::ptrdiff_t> sources;
  for (const num::Tap& tap : taps)
    if (tap.channel == 0 && tap.source >= 0) sources.push_back(tap.source);
  std::sort(sources.begin(), sources.end());
  return static_cast<std::size_t>(std::unique(sources.begin(), sources.end()) - sources.begin());
}

}  // namespace

std::string reading(const Study& s) {
  const num::Conv& conv = s.layer.conv;
  return "rows " + stretch(s.row * conv.stride - conv.pad, conv.kernel_rows, conv.dilation) +
         " and columns " + stretch(s.col * conv.stride - conv.pad, conv.kernel_cols, conv.dilation);
}

std::string padding_note(const Study& s, const std::vector<num::Tap>& taps) {
  const auto beyond = std::count_if(
      taps.begin(), taps.end(), [&](const num::Tap& tap) { return padding(s.layer.conv, tap); });
  if (beyond == 0) return "";
  const char* const what = s.layer.conv.edge == num::Edge::zero      ? "zeros"
                           : s.layer.conv.edge == num::Edge::reflect ? "mirrored cells"
                                                                     : "repeated cells";
  if (taps.size() == 1) return "the only product reads the padding: " + std::string(what);
  return share_of(beyond, static_cast<std::int64_t>(taps.size()), "products", "reads", "read") +
         " the padding: " + what;
}

double cell_value(const Study& study, const std::vector<num::Tap>& taps) {
  double sum = 0;
  for (const num::Tap& tap : taps) sum += study.layer.product(tap);
  return sum;
}

void add_gradient(lab::Report& report, const Study& s) {
  const num::Conv& conv = s.layer.conv;
  constexpr int margin = 4, widest = 127;
  const std::vector<num::Tap> taps = num::taps(conv, s.row, s.col);
  const int span = num::conv_span(std::max(conv.kernel_rows, conv.kernel_cols), conv.dilation);
  const int side = std::min(span + 2 * margin, widest);
  // The input cell under the middle of the kernel, brought onto the input.
  const auto middle = [&](int out, int kernel, int n) {
    return std::clamp(out * conv.stride - conv.pad + (kernel - 1) / 2 * conv.dilation, 0, n - 1);
  };
  const int row = middle(s.row, conv.kernel_rows, conv.rows);
  const int col = middle(s.col, conv.kernel_cols, conv.cols);

  lab::Tiles tiles;
  tiles.rows = tiles.cols = side;
  const auto add = [&](std::string name, const std::vector<float>& plane) {
    tiles.names.push_back(std::move(name));
    tiles.values.insert(tiles.values.end(), plane.begin(), plane.end());
  };
  const std::string cell = place(s.row, s.col), pixel = place(row, col);
  const int shown = std::min(conv.channels, table_planes);
  for (int h = 0; h < shown; ++h)
    add("∂y" + cell + "/∂x" + (conv.channels > 1 ? ", channel " + std::to_string(h + 1) : ""),
        depends_on(s, taps, h, {row - side / 2, col - side / 2, side}));
  add("∂y/∂x" + pixel, feeds(s, row, col, {s.row - side / 2, s.col - side / 2, side}));

  tiles.peak = 0;
  for (const float v : tiles.values)
    if (std::fabs(v) > tiles.peak) tiles.peak = std::fabs(v);
  if (tiles.peak == 0) tiles.peak = 1;
  const auto count = [](int n, int kernel, int at, const num::Conv& c) {
    return num::uses(n, kernel, c.stride, c.pad, c.dilation, c.edge, at).size();
  };
  const std::size_t fed =
      count(conv.rows, conv.kernel_rows, row, conv) * count(conv.cols, conv.kernel_cols, col, conv);
  report
      .figure(
          "gradient", "Who depends on whom: " + cell + " of the map, " + pixel + " of the input",
          "Output cell " + cell + " depends on " +
              lab::counted(static_cast<long long>(distinct(taps)), "input cell", "input cells") +
              " of a channel, each with its weight as derivative; input cell " + pixel +
              " is used " + std::to_string(fed) +
              (fed == 1 ? " time." : " times, by the weights of one kernel."),
          std::move(tiles))
      .tab = tabs::sizes;
}

}  // namespace laboratory::convolution
