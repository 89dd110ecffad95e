// The arithmetic of convolution: sides, feature maps, and who depends on whom.
// Shapes and names follow Dumoulin & Visin, "A guide to convolution arithmetic for deep learning"
// (2016). As in deep learning, the kernel is not flipped: this is cross-correlation.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "num/edge.h"

namespace num {

// Cells from the first to the last that a kernel touches along one axis: dilation (kernel - 1) + 1.
// Needs kernel, dilation >= 1. This is the side of the receptive field of one output cell.
constexpr int conv_span(int kernel, int dilation) { return dilation * (kernel - 1) + 1; }

// Output side of a convolution or pooling window along one axis, in cells:
//   floor((n + 2 pad - span) / stride) + 1,  span = dilation (kernel - 1) + 1.
// 0 when the window does not fit. Needs n, kernel, stride, dilation >= 1 and pad >= 0.
// Dumoulin & Visin (2016), sections 2.4 and 5.1.
constexpr int conv_side(int n, int kernel, int stride, int pad, int dilation = 1) {
  const int span = conv_span(kernel, dilation);
  return n + 2 * pad < span ? 0 : (n + 2 * pad - span) / stride + 1;
}

// The cell of an axis of n >= 1 cells that stands at position `at`, which may lie beyond both ends;
// -1 for a zero. Mirrors as often as it takes; an axis of one cell mirrors into that cell.
int edge_cell(int at, int n, Edge edge);

// One convolution: `channels` planes of rows x cols cells, each met by a kernel of its own, and the
// products summed to one map. Every count is >= 1 and pad >= 0.
struct Conv {
  int channels = 1, rows = 1, cols = 1;
  int kernel_rows = 1, kernel_cols = 1;
  int stride = 1, pad = 0, dilation = 1;
  Edge edge = Edge::zero;

  int out_rows() const { return conv_side(rows, kernel_rows, stride, pad, dilation); }
  int out_cols() const { return conv_side(cols, kernel_cols, stride, pad, dilation); }
  bool fits() const { return out_rows() > 0 && out_cols() > 0; }
  std::size_t input_size() const;   // channels x rows x cols
  std::size_t kernel_size() const;  // channels x kernel_rows x kernel_cols
  std::size_t output_size() const;  // out_rows x out_cols; 0 where the kernel does not fit
  bool operator==(const Conv&) const = default;
};

// The feature map, row by row:
//   y(r, c) = sum over h, i, j of
//             k(h, i, j) x(h, r stride - pad + i dilation, c stride - pad + j dilation)
// with x continued beyond its border by `edge`. input: (channels, rows, cols), kernel: (channels,
// kernel_rows, kernel_cols), both stacked; empty where the kernel does not fit. Each cell is summed
// in the order h, i, j, so that the bits are the same on every platform. Scalar: float or double.
template <class Scalar>
std::vector<Scalar> convolve(const Conv& conv, std::span<const Scalar> input,
                             std::span<const Scalar> kernel);

// One product of an output cell: kernel entry (channel, i, j), which stands at (row, col) of the
// input, maybe beyond its border. `source` and `weight` index the stacked input and kernel; source
// is -1 where a zero of the padding is read.
struct Tap {
  int channel, i, j;
  int row, col;
  std::ptrdiff_t source, weight;
};

// The products of output cell (row, col) in the order in which they are summed: its receptive field
// cell by cell. The cell must lie on the map.
std::vector<Tap> taps(const Conv& conv, int row, int col);

// Adds scale * dy(row, col) / dx to `gradient`, stacked as the input is. Summed over all cells with
// scale = g(row, col) this is the transposed convolution of g, borders included.
void add_cell_gradient(const Conv& conv, std::span<const double> kernel, int row, int col,
                       double scale, std::span<double> gradient);

// Kernel entry `tap` of output cell `out` reads the input cell in question, along one axis.
struct Use {
  int out, tap;
};

// Every use of input cell `cell` along an axis of n cells, through the border too, by position and
// then by tap. In the plane, the uses of a cell are those of its row crossed with those of its
// column. Arguments as for conv_side.
std::vector<Use> uses(int n, int kernel, int stride, int pad, int dilation, Edge edge, int cell);

}  // namespace num
