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
std::string cell(int n) { return std::to_string(n); }

// Lines of comma-separated cells.
class CsvText {
 public:
  template <class... Cells>
  void line(const Cells&... cells) {
    std::string separator;
    ((text_ += separator + cell(cells), separator = ","), ...);
    text_ += '\n';
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

// row,col,value for each cell, counted from 1, led by what block or map it belongs to.
template <class Number>
void grid(CsvText& out, std::string_view name, int cols, std::span<const Number> values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int at = static_cast<int>(i);
    out.line(name, at / cols + 1, at % cols + 1, static_cast<double>(values[i]));
  }
}

struct ToCsv {
  CsvText& out;

  void operator()(const Bars& s) const {
    const bool named = !s.names.empty();
    if (named && !s.low.empty()) {
      out.line(s.x.label, s.y.label, "low", "high");
      for (std::size_t i = 0; i < s.heights.size(); ++i)
        out.line(s.names[i], static_cast<double>(s.heights[i]), static_cast<double>(s.low[i]),
                 static_cast<double>(s.high[i]));
      return;
    }
    if (named) {
      out.line(s.x.label, s.y.label);
      for (std::size_t i = 0; i < s.heights.size(); ++i)
        out.line(s.names[i], static_cast<double>(s.heights[i]));
      return;
    }
    out.line(s.x.label + " from", s.x.label + " to", s.y.label);
    for (std::size_t i = 0; i < s.heights.size(); ++i)
      out.line(s.start + s.width * static_cast<double>(i),
               s.start + s.width * static_cast<double>(i + 1), static_cast<double>(s.heights[i]));
  }
  void operator()(const Lines& s) const {
    out.line("curve", s.x.label, s.y.label, "low", "high");
    for (const Curve& c : s.curves)
      for (std::size_t i = 0; i < c.x.size(); ++i) {
        const double x = c.x[i], y = c.y[i];
        if (c.low.empty()) {
          out.line(c.name, x, y, "", "");
        } else {
          out.line(c.name, x, y, static_cast<double>(c.low[i]), static_cast<double>(c.high[i]));
        }
      }
    for (const Rule& r : s.rules)
      r.upright ? out.line(r.label, r.at, "", "", "") : out.line(r.label, "", r.at, "", "");
  }
  void operator()(const Scatter& s) const {
    out.line("group", "label", s.x.label, s.y.label);
    for (const Cloud& c : s.clouds)
      for (std::size_t i = 0; i < c.x.size(); ++i)
        out.line(c.name, c.labels.empty() ? "" : c.labels[i], static_cast<double>(c.x[i]),
                 static_cast<double>(c.y[i]));
  }
  void operator()(const Blocks& s) const {
    out.line("matrix", "row", "column", "value");
    for (const Block& b : s.blocks) grid<double>(out, b.name, b.values.cols, b.values.values);
  }
  void operator()(const Tiles& s) const {
    out.line("map", "row", "column", "value");
    const std::size_t each = static_cast<std::size_t>(s.rows) * static_cast<std::size_t>(s.cols);
    const std::span<const float> values = s.values;
    for (std::size_t i = 0; i < s.names.size(); ++i)
      grid<float>(out, s.names[i], s.cols, values.subspan(i * each, each));
  }
  void operator()(const Sliding& s) const {
    out.line("plane", "row", "column", "value");
    for (std::size_t i = 0; i < s.input.size(); ++i) {
      const std::string channel = " " + std::to_string(i + 1);
      grid<float>(out, "input" + channel, s.input[i].cols, s.input[i].values);
      grid<float>(out, "kernel" + channel, s.kernel[i].cols, s.kernel[i].values);
    }
    grid<float>(out, "output", s.output.cols, s.output.values);
  }
  void operator()(const Working& s) const {
    out.line("step");
    for (const std::string& line : s.lines) out.line(line);
  }
  void operator()(const Heat& s) const {
    out.line("panel", "row", "column", s.value.label);
    for (const HeatPanel& p : s.panels) grid<float>(out, p.name, p.cells.cols, p.cells.values);
  }
  void operator()(const Boundary& s) const {
    out.line("panel", "what", s.x.label + " or row", s.y.label + " or column", "probability");
    for (const BoundaryPanel& p : s.panels) {
      for (std::size_t i = 0; i < p.field.values.size(); ++i) {
        const int at = static_cast<int>(i);
        out.line(p.name, "field", at / p.field.cols + 1, at % p.field.cols + 1,
                 static_cast<double>(p.field.values[i]));
      }
      for (const Cloud& c : p.clouds)
        for (std::size_t i = 0; i < c.x.size(); ++i)
          out.line(p.name, c.name, static_cast<double>(c.x[i]), static_cast<double>(c.y[i]), "");
    }
  }
  void operator()(const Graph& s) const {
    out.line("from", "to", "label", "lines");
    for (const Node& n : s.nodes) {
      std::string lines;
      for (const std::string& line : n.lines) lines += (lines.empty() ? "" : "; ") + line;
      out.line(n.name, "", "", lines);
    }
    for (const Edge& e : s.edges)
      out.line(s.nodes[static_cast<std::size_t>(e.from)].name,
               s.nodes[static_cast<std::size_t>(e.to)].name, e.label, "");
  }
  void operator()(const Dots& s) const {
    out.line("group", "count");
    for (const DotGroup& g : s.groups) out.line(g.name, g.count);
  }
  void operator()(const Glance& s) const {
    out.line("choice", "text");
    for (std::size_t i = 0; i < s.choices.size(); ++i) out.line(s.choices[i], s.texts[i]);
  }
};

}  // namespace

std::string csv(const Figure& figure) {
  CsvText out;
  std::visit(ToCsv{out}, figure.shape);
  return out.take();
}

}  // namespace lab
