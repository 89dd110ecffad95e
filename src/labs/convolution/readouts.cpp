#include "labs/convolution/readouts.h"

#include <algorithm>

#include "labs/convolution/cell.h"
#include "labs/convolution/study.h"

namespace laboratory::convolution {
namespace {

constexpr int shown_products = 147;         // three channels of 7 x 7
constexpr std::size_t shown_output = 4096;  // cells

const std::string no_map = "the kernel does not fit the padded input";

void add_counts(lab::Report& report, const Study& s) {
  const num::Conv& conv = s.layer.conv;
  const bool fits = conv.fits();
  const std::int64_t filters = s.params.filters, channels = s.layer.channels;
  const std::int64_t weights = std::int64_t{conv.kernel_rows} * conv.kernel_cols * channels;
  if (fits) {
    report.count("out.height", "output height", conv.out_rows(), "cells");
    report.count("out.width", "output width", conv.out_cols(), "cells");
  } else {
    report.undefined("out.height", "output height", no_map);
    report.undefined("out.width", "output width", no_map);
  }
  report.count("out.parameters", "weights and biases to learn", filters * (weights + 1));
  if (fits) {
    const std::int64_t cells = std::int64_t{conv.out_rows()} * conv.out_cols();
    report.count("out.macs", "multiply-adds", filters * weights * cells);
    // Beyond 64 bits for the largest layers.
    const double inputs = static_cast<double>(channels) * conv.rows * conv.cols;
    report.real("dense.parameters", "weights and biases of a dense layer between the same sizes",
                static_cast<double>(filters) * static_cast<double>(cells) * (inputs + 1));
  } else {
    report.undefined("out.macs", "multiply-adds", no_map);
    report.undefined("dense.parameters",
                     "weights and biases of a dense layer between the same sizes", no_map);
  }
  report.count("receptive.side", "side of the receptive field",
               num::conv_span(conv.kernel_rows, conv.dilation), "cells");
  if (conv.kernel_cols != conv.kernel_rows)
    report.count("receptive.width", "width of the receptive field",
                 num::conv_span(conv.kernel_cols, conv.dilation), "cells");
  report.count("drawn.channels", "channels that are computed and drawn", conv.channels);
}

void add_cell(lab::Report& report, const Study& s) {
  report.count("cell.row", "row of the picked cell", s.row + 1);
  report.count("cell.col", "column of the picked cell", s.col + 1);
  const std::vector<num::Tap> taps = num::taps(s.layer.conv, s.row, s.col);
  report.real("cell.value", "value of the picked cell", cell_value(s, taps));

  const num::Conv& conv = s.layer.conv;
  lab::Matrix products{conv.channels * conv.kernel_rows, conv.kernel_cols, {}};
  int outside = 0;
  for (const num::Tap& tap : taps) {
    products.values.push_back(s.layer.product(tap));
    outside += tap.row < 0 || tap.row >= conv.rows || tap.col < 0 || tap.col >= conv.cols;
  }
  if (static_cast<int>(taps.size()) <= shown_products)
    report.matrix("cell.products", "products that it sums", std::move(products));
  report.count("cell.padding", "products of the cell that read the padding", outside);
}

// What the padding holds diagonally beyond the first cell.
void add_beyond(lab::Report& report, const Study& s) {
  const char* const label = "input value one step beyond the top left corner";
  const num::Conv& conv = s.layer.conv;
  if (conv.pad == 0) {
    report.undefined("pad.beyond", label,
                     s.params.pad_mode == PadMode::none ? "without padding the input ends there"
                                                        : "padding 0 px wide adds nothing there");
    return;
  }
  const int row = num::edge_cell(-1, conv.rows, conv.edge);
  const int col = num::edge_cell(-1, conv.cols, conv.edge);
  const bool zero = row < 0 || col < 0;
  report.real("pad.beyond", label,
              zero ? 0 : s.layer.input_at(static_cast<std::ptrdiff_t>(row) * conv.cols + col));
}

void add_map(lab::Report& report, const Study& s) {
  const auto [low, high] = std::minmax_element(s.map.begin(), s.map.end());
  double sum = 0;
  for (const float v : s.map) sum += v;
  report.real("map.low", "smallest value of the map", *low);
  report.real("map.high", "largest value of the map", *high);
  report.real("map.mean", "mean of the map", sum / static_cast<double>(s.map.size()));
}

// Left out where no cell sees the same part of the picture before and after.
void add_equivariance(lab::Report& report, const Study& s) {
  if (s.shift.error)
    report.real("equivariance.error",
                "largest miss of the map that should move along, away from the border",
                *s.shift.error);
  report.real("equivariance.change", "largest change of the map in place", s.shift.change);
}

void add_output(lab::Report& report, const Study& s) {
  if (!s.layer.given()) return;
  const num::Conv& conv = s.layer.conv;
  if (conv.output_size() > shown_output) {
    report.undefined("output", "output for X",
                     "it has more than " + std::to_string(shown_output) + " cells");
    return;
  }
  report.matrix("output", "output for X",
                {conv.out_rows(), conv.out_cols(),
                 num::convolve<double>(conv, s.layer.exact, s.layer.kernel)});
}

}  // namespace

void add_readouts(lab::Report& report, const Study& study) {
  add_counts(report, study);
  add_beyond(report, study);
  if (!study.layer.conv.fits()) return;
  add_cell(report, study);
  add_map(report, study);
  add_equivariance(report, study);
  add_output(report, study);
}

}  // namespace laboratory::convolution
