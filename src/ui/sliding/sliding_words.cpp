#include "ui/sliding/sliding_words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "ui/frame/digits.h"
#include "ui/sliding/receptive.h"

namespace ui {

namespace {

constexpr std::size_t most_products = 25;  // that are written one by one
constexpr int most_kernel_rows = 7;        // of a kernel, that are written one by one

std::string sides(int rows, int cols) {
  return std::to_string(rows) + " × " + std::to_string(cols);
}

// "3 to 7", or "every 2nd from 3 to 7"; beyond the border there is padding, and its numbers say so.
std::string span(int first, int taps, int dilation) {
  const int last = first + dilation * (taps - 1);
  if (taps == 1) return shown(first + 1);
  const std::string range = shown(first + 1) + " to " + shown(last + 1);
  if (dilation == 1) return range;
  const char* ending = dilation == 2 ? "nd" : dilation == 3 ? "rd" : "th";
  return "every " + std::to_string(dilation) + ending + " of " + range;
}

// In brackets where a sign would stand next to an operator.
std::string factor(double x) {
  const std::string text = shown(x, 3);
  return x < 0 ? "(" + text + ")" : text;
}

// "2 (red) − 14 (green)" from numbers and what they are of.
using Part = std::pair<std::string, double>;
std::string joined(const std::vector<Part>& parts) {
  std::string text;
  for (const auto& [name, value] : parts) {
    const bool first = text.empty(), minus = value < 0 && !first;
    if (!first) text += minus ? " − " : " + ";
    text += shown(minus ? -value : value, 4) + " (" + name + ")";
  }
  return text;
}

std::string all_products(const std::vector<Product>& terms) {
  std::string text;
  for (const Product& p : terms)
    text += (text.empty() ? "" : " + ") + (text.empty() ? shown(p.value, 3) : factor(p.value)) +
            "·" + factor(p.weight);
  return text;
}

// Breaks a text at spaces; how many lines of `width` points it takes.
struct Broken {
  std::string text;
  int lines = 1;
};
Broken broken(const std::string& text, float width) {
  Broken b;
  std::string line;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find(' ', from + 1), text.size());
    const std::string word = text.substr(from, end - from);
    if (!line.empty() && text_size(line + word).x > width) {
      b.text += line + "\n";
      ++b.lines;
      line = word.substr(1);
    } else {
      line += word;
    }
    from = end;
  }
  b.text += line;
  return b;
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
                 {shown(below) + " below", down}});
}

}  // namespace

std::string channel_name(const lab::Sliding& s, int channel) {
  constexpr const char* colours[] = {"red", "green", "blue"};
  return s.colour && channel < 3 ? colours[channel] : "channel " + std::to_string(channel + 1);
}

std::string input_words(const lab::Sliding& s, float width) {
  const lab::Plane& input = s.input.front();
  std::string text = "input " + sides(input.rows, input.cols);
  if (s.pad == 0) return text;
  const char* ring = s.border == lab::Border::zero      ? " of zeros"
                     : s.border == lab::Border::reflect ? " mirrored"
                                                        : " repeated";
  const std::string full = text + ", padding " + std::to_string(s.pad) + ring;
  return text_size(full).x <= width ? full : text;
}

std::string output_words(const lab::Sliding& s) {
  return "output " + sides(s.output.rows, s.output.cols) +
         (s.stride > 1 ? ", stride " + std::to_string(s.stride) : "");
}

std::string cell_words(Cell cell) {
  return "row " + std::to_string(cell.row + 1) + ", column " + std::to_string(cell.col + 1);
}

std::string reading_words(const lab::Sliding& s, Cell cell, Cell source) {
  const lab::Plane& input = s.input.front();
  const lab::Plane& kernel = s.kernel.front();
  if (source.any()) {
    const std::size_t rows = readers(s, source.row, input.rows, kernel.rows, s.output.rows).size();
    const std::size_t cols = readers(s, source.col, input.cols, kernel.cols, s.output.cols).size();
    return cell_words(source) + " feeds " +
           counted(static_cast<long long>(rows * cols), "output cell", "output cells");
  }
  const int top = cell.row * s.stride - s.pad, left = cell.col * s.stride - s.pad;
  const bool padding = top < 0 || left < 0 || top + s.dilation * (kernel.rows - 1) >= input.rows ||
                       left + s.dilation * (kernel.cols - 1) >= input.cols;
  return "reads rows " + span(top, kernel.rows, s.dilation) + ", columns " +
         span(left, kernel.cols, s.dilation) + (padding ? ", padding included" : "");
}

std::string sum_words(const lab::Sliding& s, Cell cell, float width, int lines) {
  const std::string head =
      "output(" + std::to_string(cell.row + 1) + ", " + std::to_string(cell.col + 1) + ") = ";
  const auto at = static_cast<std::size_t>(cell.row * s.output.cols + cell.col);
  const std::string tail = " = " + shown(static_cast<double>(s.output.values[at]), 5);
  const auto fits = [&](const std::string& middle) {
    return broken(head + middle + tail, width).lines <= lines;
  };
  const auto whole = [&](const std::string& middle) {
    return broken(head + middle + tail, width).text;
  };

  std::vector<Part> parts;
  const int channels = static_cast<int>(s.input.size());
  if (channels > 1) {
    for (int c = 0; c < channels; ++c)
      parts.emplace_back(channel_name(s, c), sum(products(s, c, cell.row, cell.col)));
    return whole(joined(parts));
  }
  const std::vector<Product> terms = products(s, 0, cell.row, cell.col);
  if (terms.size() <= most_products && fits(all_products(terms))) return whole(all_products(terms));

  const lab::Plane& kernel = s.kernel.front();
  for (int i = 0; i < kernel.rows && kernel.rows <= most_kernel_rows; ++i) {
    const auto from = terms.begin() + i * kernel.cols;
    parts.emplace_back("row " + std::to_string(i + 1), sum({from, from + kernel.cols}));
  }
  const std::string rows = joined(parts);
  return whole(!rows.empty() && fits(rows) ? rows : by_sign(terms));
}

}  // namespace ui
