// What a lab remembers from one report to the next, so that what stands is not computed again. It
// never changes what is reported: the same parameters give the same report with a memory or without
// one, which a law checks for every lab.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lab/dependence.h"
#include "lab/report.h"

namespace lab {

// A value that is made again where what it depends on has changed.
template <class T>
class Kept {
 public:
  // What `make()` returned when the values were as they are; valid until the next call.
  template <class Make>
  const T& of(Dependence values, Make make) {
    if (!value_ || !(values == on_)) {
      value_.emplace(make());
      on_ = std::move(values);
      ++version_;
    }
    return *value_;
  }

  // Counts up with each value that is made: what follows from a large value depends on this.
  std::uint64_t version() const { return version_; }
  void depend(Dependence& d) const { d.add(version_); }

 private:
  Dependence on_;
  std::optional<T> value_;
  std::uint64_t version_ = 0;
};

// The figures of the last report by what they depend on.
class Drawings {
 public:
  // Appends to `report` the figures that `make(report)` appends: those of the last report, the very
  // same objects, where under this name it was drawn on equal values; else what `make` draws.
  // `make` appends figures and nothing else. A name is used once in a report.
  template <class Make>
  void draw(Report& report, std::string_view name, Dependence values, Make make) {
    Drawing* drawing = find(name);
    if (drawing && drawing->on == values) {
      for (const SharedFigure& figure : drawing->figures) report.figures.add(figure);
    } else {
      const std::size_t before = report.figures.size();
      make(report);
      if (!drawing) drawing = &all_.emplace_back(Drawing{std::string(name), {}, {}, false});
      drawing->on = std::move(values);
      const std::vector<SharedFigure>& figures = report.figures.shared();
      drawing->figures.assign(figures.begin() + static_cast<std::ptrdiff_t>(before), figures.end());
    }
    drawing->in_report = true;
  }

  // After a report: forgets what it did not draw.
  void end_report();

  void clear() { all_.clear(); }

 private:
  struct Drawing {
    std::string name;
    Dependence on;
    std::vector<SharedFigure> figures;
    bool in_report;
  };
  Drawing* find(std::string_view name);

  std::vector<Drawing> all_;
};

}  // namespace lab
