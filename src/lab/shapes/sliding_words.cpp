#include "lab/shapes/sliding_words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "lab/digits.h"
#include "lab/shapes/sliding_reading.h"

namespace lab {

namespace {

constexpr std::size_t most_products = 25;  // that are written one by one
constexpr int most_kernel_rows = 7;        // of a kernel, that are written one by one

std::string sides(int rows, int cols) {
  return std::to_string(rows) + " × " + std::to_string(cols);
}

// "3 to 7", or "every 2nd from 3 to 7"; beyond the border there is padding, and its numbers say so.
std::string span(int first, int taps, int dilation) {
  const int last = first + dilation * (taps - 1);
  if (taps == 1) return readable(first + 1);
  const std::string range = readable(first + 1) + " to " + readable(last + 1);
  if (dilation == 1) return range;
  const char* ending = dilation == 2 ? "nd" : dilation == 3 ? "rd" : "th";
  return "every " + std::to_string(dilation) + ending + " of " + range;
}

// In brackets where a sign would stand next to an operator.
std::string factor(double x) {
  const std::string text = readable(x, 3);
  return x < 0 ? "(" + text + ")" : text;
}

// "2 (red) − 14 (green)" from numbers and what they are of.
using Part = std::pair<std::string, double>;
std::string joined(const std::vector<Part>& parts) {
  std::string text;
  for (const auto& [name, value] : parts) {
    const bool first = text.empty(), minus = value < 0 && !first;
    if (!first) text += minus ? " − " : " + ";
    text += readable(minus ? -value : value, 4) + " (" + name + ")";
  }
  return text;
}

std::string all_products(const std::vector<Product>& terms) {
  std::string text;
  for (const Product& p : terms)
    text += (text.empty() ? "" : " + ") + (text.empty() ? readable(p.value, 3) : factor(p.value)) +
            "·" + factor(p.weight);
  return text;
}

// The products above zero and those below, each counted and summed.
std::string by_sign(const std::vector<Product>& terms) {
  int above = 0, below = 0;
  double up = 0, down = 0;
  for (const Product& p : terms) {
    const double x = p.product();
    if (x > 0) ++above, up += x;
    if (x < 0) ++below, down += x;
  }
  return joined({{counted(above, "product", "products") + " above zero", up},
                 {readable(below) + " below", down}});
}

}  // namespace

std::string channel_name(const Sliding& s, int channel) {
  constexpr const char* colours[] = {"red", "green", "blue"};
  return s.colour && channel < 3 ? colours[channel] : "channel " + std::to_string(channel + 1);
}

std::string input_words(const Sliding& s) {
  const Plane& input = s.input.front();
  return "input " + sides(input.rows, input.cols);
}

std::string padding_words(const Sliding& s) {
  if (s.pad == 0) return "";
  const char* ring = s.edge == num::Edge::zero      ? " of zeros"
                     : s.edge == num::Edge::reflect ? " mirrored"
                                                    : " repeated";
  return ", padding " + std::to_string(s.pad) + ring;
}

std::string output_words(const Sliding& s) {
  return "output " + sides(s.output.rows, s.output.cols) +
         (s.stride > 1 ? ", stride " + std::to_string(s.stride) : "");
}

std::string cell_words(int row, int col) {
  return "row " + std::to_string(row + 1) + ", column " + std::to_string(col + 1);
}

std::string reading_words(const Sliding& s, int row, int col) {
  return reading_ways(s, row, col).front();
}

std::vector<std::string> reading_ways(const Sliding& s, int row, int col) {
  const Plane& input = s.input.front();
  const Plane& kernel = s.kernel.front();
  const int top = row * s.stride - s.pad, left = col * s.stride - s.pad;
  const bool padding = top < 0 || left < 0 || top + s.dilation * (kernel.rows - 1) >= input.rows ||
                       left + s.dilation * (kernel.cols - 1) >= input.cols;
  const std::string rows = "rows " + span(top, kernel.rows, s.dilation);
  const std::string cols = "columns " + span(left, kernel.cols, s.dilation);
  const std::string whole = "reads " + rows + ", " + cols;
  return {whole + (padding ? ", padding included" : ""), whole, rows + ", " + cols};
}

std::string feeding_words(const Sliding& s, int row, int col) {
  const Plane& input = s.input.front();
  const Plane& kernel = s.kernel.front();
  const std::size_t rows = readers(s, row, input.rows, kernel.rows, s.output.rows).size();
  const std::size_t cols = readers(s, col, input.cols, kernel.cols, s.output.cols).size();
  return cell_words(row, col) + " feeds " +
         counted(static_cast<long long>(rows * cols), "output cell", "output cells");
}

std::vector<std::string> sum_words(const Sliding& s, int row, int col) {
  const std::string head =
      "output(" + std::to_string(row + 1) + ", " + std::to_string(col + 1) + ") = ";
  const auto at = static_cast<std::size_t>(row * s.output.cols + col);
  const std::string tail = " = " + readable(static_cast<double>(s.output.values[at]), 5);
  std::vector<std::string> ways;
  const auto add = [&](const std::string& middle) { ways.push_back(head + middle + tail); };

  std::vector<Part> parts;
  const int channels = static_cast<int>(s.input.size());
  if (channels > 1) {
    for (int c = 0; c < channels; ++c)
      parts.emplace_back(channel_name(s, c), sum(products(s, c, row, col)));
    add(joined(parts));
    return ways;
  }
  const std::vector<Product> terms = products(s, 0, row, col);
  if (terms.size() <= most_products) add(all_products(terms));
  const Plane& kernel = s.kernel.front();
  for (int i = 0; i < kernel.rows && kernel.rows <= most_kernel_rows; ++i) {
    const auto from = terms.begin() + i * kernel.cols;
    parts.emplace_back("row " + std::to_string(i + 1), sum({from, from + kernel.cols}));
  }
  if (!parts.empty()) add(joined(parts));
  add(by_sign(terms));
  return ways;
}

}  // namespace lab
