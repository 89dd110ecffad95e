#include "lab/csv.h"

#include <cstdint>
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

constexpr std::string_view left_out_mark = "# the last ";

std::string left_out(std::int64_t rows, std::int64_t all) {
  return std::string(left_out_mark) + std::to_string(rows) + " of " + std::to_string(all) +
         " rows are left out: a table has at most 5 MiB";
}

// Lines of comma-separated cells: what the table of a shape is written to.
class CsvText {
 public:
  template <class... Cells>
  void line(const Cells&... cells) {
    ++rows_;
    if (text_.size() >= csv_bytes) return;
    ++written_;
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
  std::string take() {
    if (rows_ > written_) text_ += left_out(rows_ - written_, rows_) + '\n';
    return std::move(text_);
  }

 private:
  std::string text_;
  std::int64_t rows_ = 0, written_ = 0;
};

}  // namespace

std::string csv(const Figure& figure) {
  CsvText out;
  std::visit([&](const auto& shape) { table(out, shape); }, figure.shape);
  return out.take();
}

std::string left_out_of_csv(std::string_view csv) {
  if (csv.size() < csv_bytes) return "";
  const std::size_t at = csv.rfind("\n", csv.size() - 2) + 1;
  const std::string_view last = csv.substr(at, csv.size() - 1 - at);
  return last.starts_with(left_out_mark) ? std::string(last.substr(2)) : "";
}

}  // namespace lab
