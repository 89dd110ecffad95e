#include "labs/convolution/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "lab/digits.h"
#include "labs/convolution/cell.h"
#include "labs/convolution/study.h"
#include "labs/phrases.h"

namespace laboratory::convolution {
namespace {

constexpr int widest_tile = 128;

std::string kernel_words(const Layer& layer) {
  return sides(layer.conv.kernel_rows, layer.conv.kernel_cols) + " kernel " +
         (layer.kernel_name == "K" ? "K" : "“" + layer.kernel_name + "”");
}

// Said where the layer has more channels than a picture can show.
std::string drawn_words(const Layer& layer) {
  if (layer.channels <= layer.conv.channels) return "";
  return " (" + std::to_string(layer.conv.channels) + " of " + std::to_string(layer.channels) +
         " channels)";
}

std::vector<lab::Plane> planes(const Layer& layer) {
  std::vector<lab::Plane> all;
  const std::ptrdiff_t size = std::ptrdiff_t{layer.conv.rows} * layer.conv.cols;
  for (int h = 0; h < layer.conv.channels; ++h)
    all.push_back({layer.conv.rows,
                   layer.conv.cols,
                   {layer.input.begin() + h * size, layer.input.begin() + (h + 1) * size}});
  return all;
}

void add_sliding(lab::Report& report, const Study& s) {
  const num::Conv& conv = s.layer.conv;
  lab::Sliding sliding;
  sliding.input = planes(s.layer);
  const std::ptrdiff_t size = std::ptrdiff_t{conv.kernel_rows} * conv.kernel_cols;
  for (int h = 0; h < conv.channels; ++h)
    sliding.kernel.push_back(
        {conv.kernel_rows,
         conv.kernel_cols,
         {s.layer.kernel.begin() + h * size, s.layer.kernel.begin() + (h + 1) * size}});
  sliding.output = {conv.out_rows(), conv.out_cols(), s.map};
  sliding.colour = s.layer.colour();
  sliding.stride = conv.stride;
  sliding.pad = conv.pad;
  sliding.dilation = conv.dilation;
  sliding.edge = conv.edge;
  sliding.row = s.row;
  sliding.col = s.col;
  sliding.pick_row = "row";
  sliding.pick_col = "col";
  sliding.edit_kernel = "K";
  const std::vector<num::Tap> taps = num::taps(conv, s.row, s.col);
  const std::string value = brief(cell_value(s, taps)), note = padding_note(s, taps);
  const std::string map = sides(conv.out_rows(), conv.out_cols());
  report
      .figure("sliding",
              "The " + kernel_words(s.layer) + " steps over " +
                  (s.layer.given() ? "X" : "the picture") + drawn_words(s.layer) +
                  " and leaves a map of " + map,
              "Cell " + place(s.row, s.col) + " of the " + map + " map is " + value + ": the " +
                  kernel_words(s.layer) + " over " + reading(s) + " of the " +
                  sides(conv.rows, conv.cols) + " input, one of " +
                  lab::counted(conv.output_size(), "place", "places") + " it visits" +
                  (note.empty() ? "." : "; " + note + "."),
              std::move(sliding))
      .room = lab::Room::story;
}

lab::Tiles maps_of(int rows, int cols) {
  lab::Tiles tiles;
  tiles.rows = rows;
  tiles.cols = cols;
  return tiles;
}

// In place of the story where there is no map.
void add_input(lab::Report& report, const Study& s) {
  lab::Tiles tiles = maps_of(s.layer.conv.rows, s.layer.conv.cols);
  for (int h = 0; h < s.layer.conv.channels; ++h)
    tiles.names.push_back("channel " + std::to_string(h + 1));
  tiles.values = s.layer.input;
  tiles.signed_values = s.layer.given();
  tiles.peak = 0;
  for (const float v : tiles.values) tiles.peak = std::max(tiles.peak, std::fabs(v));
  if (tiles.peak == 0) tiles.peak = 1;
  report
      .figure("input", "The input alone: the kernel does not fit",
              "The " + sides(s.layer.conv.rows, s.layer.conv.cols) +
                  " input. The kernel reaches further than the padded input, so there is no map.",
              std::move(tiles))
      .room = lab::Room::story;
}

void add_bank(lab::Report& report, const Study& s) {
  if (s.bank.rows == 0) return;
  lab::Tiles tiles = maps_of(s.bank.rows, s.bank.cols);
  tiles.names = filter_names();
  tiles.values = s.bank.maps;
  tiles.pick = "filter";
  const bool preset = s.layer.kernel_name == tiles.names[static_cast<std::size_t>(s.params.filter)];
  tiles.lit = preset ? static_cast<int>(s.params.filter) : -1;

  const auto& peaks = s.bank.peaks;
  const auto loudest = std::max_element(peaks.begin(), peaks.end()) - peaks.begin();
  const auto silent = std::count(peaks.begin(), peaks.end(), 0.0);
  const std::string finding =
      "Sixteen maps of one picture: with weights of equal total size, “" +
      tiles.names[static_cast<std::size_t>(loudest)] + "” answers most strongly, by up to " +
      brief(peaks[static_cast<std::size_t>(loudest)]) + ", and " +
      (silent == 0 ? "none stays silent."
                   : std::to_string(silent) +
                         (silent == 1 ? " does not answer at all." : " do not answer at all."));
  report
      .figure("bank", "The picture through sixteen filters, each map in shares of its own peak",
              finding, std::move(tiles))
      .tab = tabs::filters;
}

// Planes of different sizes on tiles of one size, so that a smaller map is seen to be smaller.
class Stage {
 public:
  Stage(int rows, int cols)
      : rows_(rows), cols_(cols), step_((std::max(rows, cols) + widest_tile - 1) / widest_tile) {
    tiles_.rows = (rows + step_ - 1) / step_;
    tiles_.cols = (cols + step_ - 1) / step_;
  }

  // Magnified by whole steps as far as there is room, and centred; gaps around it. `value(r, c)` is
  // divided by `peak`.
  template <class Value>
  void add(std::string name, int rows, int cols, float peak, Value value) {
    const int zoom = std::max(1, std::min(rows_ / rows, cols_ / cols));
    const int top = (rows_ - rows * zoom) / 2, left = (cols_ - cols * zoom) / 2;
    tiles_.names.push_back(std::move(name));
    for (int r = 0; r < tiles_.rows; ++r)
      for (int c = 0; c < tiles_.cols; ++c) {
        const int y = r * step_ - top, x = c * step_ - left;
        const bool there = y >= 0 && y < rows * zoom && x >= 0 && x < cols * zoom;
        tiles_.values.push_back(there ? value(y / zoom, x / zoom) / peak
                                      : std::numeric_limits<float>::quiet_NaN());
      }
  }
  lab::Tiles take() { return std::move(tiles_); }

 private:
  int rows_, cols_, step_;
  lab::Tiles tiles_;
};

float largest(const std::vector<float>& values) {
  float most = 0;
  for (const float v : values) most = std::max(most, std::fabs(v));
  return most > 0 ? most : 1;
}

std::string shift_finding(const Shift& shift) {
  const std::string by = place(shift.dx - 1, shift.dy - 1);
  const std::string follows = "The picture moved by " + by + " px (right, down) and the map by " +
                              place(shift.map_dx - 1, shift.map_dy - 1) + " cells: ";
  if (!shift.error) return follows + "no cell sees the same part of the picture before and after.";
  return follows + "away from the border the two maps " +
         (*shift.error == 0 ? "agree exactly" : "differ by up to " + brief(*shift.error)) +
         ", while in place the map changed by up to " + brief(shift.change) + ".";
}

void add_shift(lab::Report& report, const Study& s) {
  const num::Conv& conv = s.layer.conv;
  const Shift& shift = s.shift;
  const int rows = conv.out_rows(), cols = conv.out_cols();
  const auto of = [](const std::vector<float>& plane, int width) {
    return [&plane, width](int r, int c) {
      return plane[static_cast<std::size_t>(r) * static_cast<std::size_t>(width) +
                   static_cast<std::size_t>(c)];
    };
  };
  const auto before = of(s.map, cols), after = of(shift.map, cols);
  const auto miss = [&](int r, int c) {
    const int y = r - shift.map_dy, x = c - shift.map_dx;
    const bool known = y >= 0 && y < rows && x >= 0 && x < cols;
    return known ? after(r, c) - before(y, x) : std::numeric_limits<float>::quiet_NaN();
  };
  Stage stage(std::max(rows, conv.rows), std::max(cols, conv.cols));
  const float bright = largest(s.layer.input), loud = largest(s.map);
  stage.add("picture", conv.rows, conv.cols, bright, of(s.layer.input, conv.cols));
  stage.add("picture, moved", conv.rows, conv.cols, bright, of(shift.input, conv.cols));
  stage.add("map", rows, cols, loud, before);
  stage.add("map of the moved picture", rows, cols, loud, after);
  stage.add("its difference to the first map", rows, cols, loud, miss);
  report
      .figure("shift", "Move the picture and its map moves along", shift_finding(shift),
              stage.take())
      .tab = tabs::moved;
}

void add_sides(lab::Report& report, const Study& s) {
  const num::Conv& conv = s.layer.conv;
  const int most = std::max(8, conv.stride);
  lab::Bars bars;
  bars.x.label = "stride [px]";
  bars.y.label = "output height [px]";
  bars.start = 0.5;
  for (int stride = 1; stride <= most; ++stride)
    bars.heights.push_back(static_cast<float>(
        num::conv_side(conv.rows, conv.kernel_rows, stride, conv.pad, conv.dilation)));
  bars.role = lab::Role::activation;
  bars.lit = conv.stride - 1;
  std::string finding = "At stride " + std::to_string(conv.stride) + " the map is " +
                        sides(conv.out_rows(), conv.out_cols()) + ", from an input of " +
                        sides(conv.rows, conv.cols) + ": it is " + brief(bars.heights[0]) +
                        " px high at stride 1";
  if (conv.stride > 2) finding += ", " + brief(bars.heights[1]) + " at stride 2";
  const std::size_t next = static_cast<std::size_t>(std::max(conv.stride - 1, 1));
  finding += " and " + brief(bars.heights[next]) + " at stride " + std::to_string(next + 1) + ".";
  report.figure("sides", "Output height against stride", finding, std::move(bars)).tab =
      tabs::sizes;
}

}  // namespace

void add_figures(lab::Report& report, const Study& study) {
  if (study.layer.conv.fits()) {
    add_sliding(report, study);
  } else {
    add_input(report, study);
  }
  add_bank(report, study);
}

void add_consequences(lab::Report& report, const Study& study) {
  if (!study.layer.conv.fits()) return;
  add_shift(report, study);
  add_gradient(report, study);
  add_sides(report, study);
}

}  // namespace laboratory::convolution
