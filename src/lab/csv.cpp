#include "lab/csv.h"

#include <span>
#include <string_view>

#include "lab/number.h"

namespace lab {
namespace {

std::string cell(std::string_view s) {
  std::string safe(s);
  const bool formula = !safe.empty() && std::string_view("=+-@\t\r").find(safe[0]) != s.npos;
  if (formula && !real(safe)) safe.insert(0, 1, '\'');
  if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

std::string cell(double x) { return text(x); }
std::string cell(float x) { return text(static_cast<double>(x)); }
std::string cell(int n) { return std::to_string(n); }

// Lines of comma-separated cells: what the table of a shape is written to.
class CsvText {
 public:
  template <class... Cells>
  void line(const Cells&... cells) {
    std::string separator;
    ((text_ += separator + cell(cells), separator = ","), ...);
    text_ += '\n';
  }
  // row,col,value for each cell, counted from 1, led by what block or map it belongs to.
  template <class Number>
  void grid(std::string_view name, int cols, std::span<const Number> values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const int at = static_cast<int>(i);
      line(name, at / cols + 1, at % cols + 1, values[i]);
    }
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

std::string csv(const Figure& figure) {
  CsvText out;
  std::visit([&](const auto& shape) { table(out, shape); }, figure.shape);
  return out.take();
}

}  // namespace lab
