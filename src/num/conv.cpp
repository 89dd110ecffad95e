#include "num/conv.h"

#include <xmmintrin.h>

#include <algorithm>
#include <cassert>
#include <type_traits>
#include <vector>

namespace num {
namespace {

std::size_t product(int a, int b, int c = 1) {
  return static_cast<std::size_t>(a) * static_cast<std::size_t>(b) * static_cast<std::size_t>(c);
}

// The planes with their borders written out, so that the sums need not ask where they are.
template <class Scalar>
std::vector<Scalar> padded(const Conv& conv, std::span<const Scalar> input) {
  const int rows = conv.rows + 2 * conv.pad, cols = conv.cols + 2 * conv.pad;
  std::vector<int> from(static_cast<std::size_t>(cols));
  for (int c = 0; c < cols; ++c)
    from[static_cast<std::size_t>(c)] = edge_cell(c - conv.pad, conv.cols, conv.edge);

  std::vector<Scalar> planes(product(conv.channels, rows, cols));
  Scalar* to = planes.data();
  for (int h = 0; h < conv.channels; ++h) {
    for (int r = 0; r < rows; ++r, to += cols) {
      const int row = edge_cell(r - conv.pad, conv.rows, conv.edge);
      if (row < 0) continue;
      const Scalar* line = input.data() + product(h * conv.rows + row, conv.cols);
      for (int c = 0; c < conv.pad; ++c) {
        const int left = from[static_cast<std::size_t>(c)];
        const int right = from[static_cast<std::size_t>(cols - 1 - c)];
        if (left >= 0) to[c] = line[left];
        if (right >= 0) to[cols - 1 - c] = line[right];
      }
      std::copy(line, line + conv.cols, to + conv.pad);
    }
  }
  return planes;
}

// One weight of the kernel and where its first input cell lies.
template <class Scalar>
struct Term {
  Scalar weight;
  const Scalar* line;
};

// sum[c] += w0 line0[c stride], then w1 line1[c stride], and so on: each sum in the order of terms.
template <class Scalar>
void add_terms(Scalar* sum, std::span<const Term<Scalar>> terms, int stride, int cells) {
  for (const Term<Scalar>& t : terms)
    for (int c = 0; c < cells; ++c) sum[c] += t.weight * t.line[c * stride];
}

// The sums of 4 `packets` neighbouring cells, kept in registers over all terms.
template <int packets>
void sum_packets(float* sum, std::span<const Term<float>> terms, int from) {
  __m128 cells[packets];
  for (__m128& cell : cells) cell = _mm_setzero_ps();
  for (const Term<float>& t : terms) {
    const __m128 weight = _mm_set1_ps(t.weight);
    for (int k = 0; k < packets; ++k) {
      const __m128 product = _mm_mul_ps(weight, _mm_loadu_ps(t.line + from + 4 * k));
      cells[k] = _mm_add_ps(cells[k], product);
    }
  }
  for (int k = 0; k < packets; ++k) _mm_storeu_ps(sum + from + 4 * k, cells[k]);
}

// The same sums of a row that starts at 0, many at a time where the cells lie side by side.
template <class Scalar>
void sum_row(Scalar* sum, std::vector<Term<Scalar>>& terms, int stride, int cells) {
  int from = 0;
  if constexpr (std::is_same_v<Scalar, float>) {
    if (stride == 1) {
      for (; from + 32 <= cells; from += 32) sum_packets<8>(sum, terms, from);
      for (; from + 4 <= cells; from += 4) sum_packets<1>(sum, terms, from);
      for (Term<Scalar>& t : terms) t.line += from;
    }
  }
  add_terms<Scalar>(sum + from, terms, stride, cells - from);
}

}  // namespace

int edge_cell(int at, int n, Edge edge) {
  if (at >= 0 && at < n) return at;
  if (edge == Edge::zero) return -1;
  if (edge == Edge::replicate || n == 1) return std::clamp(at, 0, n - 1);
  const int period = 2 * (n - 1);
  const int phase = (at % period + period) % period;
  return phase < n ? phase : period - phase;
}

std::size_t Conv::input_size() const { return product(channels, rows, cols); }
std::size_t Conv::kernel_size() const { return product(channels, kernel_rows, kernel_cols); }
std::size_t Conv::output_size() const { return product(out_rows(), out_cols()); }

template <class Scalar>
std::vector<Scalar> convolve(const Conv& conv, std::span<const Scalar> input,
                             std::span<const Scalar> kernel) {
  assert(input.size() == conv.input_size() && kernel.size() == conv.kernel_size());
  std::vector<Scalar> map(conv.output_size());
  if (map.empty()) return map;

  std::vector<Scalar> copy;
  if (conv.pad > 0) copy = padded(conv, input);
  const Scalar* const planes = conv.pad > 0 ? copy.data() : input.data();
  const int rows = conv.rows + 2 * conv.pad, cols = conv.cols + 2 * conv.pad;
  const int out_rows = conv.out_rows(), out_cols = conv.out_cols();
  std::vector<Term<Scalar>> terms;
  terms.reserve(kernel.size());
  for (int r = 0; r < out_rows; ++r) {
    terms.clear();
    const Scalar* weight = kernel.data();
    for (int h = 0; h < conv.channels; ++h)
      for (int i = 0; i < conv.kernel_rows; ++i) {
        const int row = h * rows + r * conv.stride + i * conv.dilation;
        const Scalar* const line = planes + product(row, cols);
        for (int j = 0; j < conv.kernel_cols; ++j, ++weight)
          if (*weight != 0) terms.push_back({*weight, line + j * conv.dilation});
      }
    sum_row(map.data() + product(r, out_cols), terms, conv.stride, out_cols);
  }
  return map;
}

template std::vector<float> convolve(const Conv&, std::span<const float>, std::span<const float>);
template std::vector<double> convolve(const Conv&, std::span<const double>,
                                      std::span<const double>);

std::vector<Tap> taps(const Conv& conv, int row, int col) {
  assert(row >= 0 && row < conv.out_rows() && col >= 0 && col < conv.out_cols());
  std::vector<Tap> all;
  all.reserve(conv.kernel_size());
  std::ptrdiff_t weight = 0;
  for (int h = 0; h < conv.channels; ++h)
    for (int i = 0; i < conv.kernel_rows; ++i)
      for (int j = 0; j < conv.kernel_cols; ++j, ++weight) {
        const int r = row * conv.stride - conv.pad + i * conv.dilation;
        const int c = col * conv.stride - conv.pad + j * conv.dilation;
        const int from_row = edge_cell(r, conv.rows, conv.edge);
        const int from_col = edge_cell(c, conv.cols, conv.edge);
        const bool zero = from_row < 0 || from_col < 0;
        const std::size_t line = product(h * conv.rows + std::max(from_row, 0), conv.cols);
        const std::ptrdiff_t source = zero ? -1 : static_cast<std::ptrdiff_t>(line) + from_col;
        all.push_back({h, i, j, r, c, source, weight});
      }
  return all;
}

void add_cell_gradient(const Conv& conv, std::span<const double> kernel, int row, int col,
                       double scale, std::span<double> gradient) {
  assert(kernel.size() == conv.kernel_size() && gradient.size() == conv.input_size());
  for (const Tap& tap : taps(conv, row, col))
    if (tap.source >= 0)
      gradient[static_cast<std::size_t>(tap.source)] +=
          scale * kernel[static_cast<std::size_t>(tap.weight)];
}

std::vector<Use> uses(int n, int kernel, int stride, int pad, int dilation, Edge edge, int cell) {
  const int side = conv_side(n, kernel, stride, pad, dilation);
  std::vector<Use> all;
  for (int at = -pad; at < n + pad; ++at) {
    if (edge_cell(at, n, edge) != cell) continue;
    for (int tap = 0; tap < kernel; ++tap) {
      const int start = at + pad - tap * dilation;
      if (start >= 0 && start % stride == 0 && start / stride < side)
        all.push_back({start / stride, tap});
    }
  }
  return all;
}

}  // namespace num
