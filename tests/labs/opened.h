// A lab as a front end drives it: parameters by their texts, all steps taken.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "lab/lab.h"
#include "lab/link.h"

namespace tests {

// The report of `row` at "key=value&key=value" after at most `steps` steps.
inline lab::Report report_at(const lab::LabRow& row, const std::string& pairs,
                             std::int64_t steps = 1 << 20) {
  const std::unique_ptr<lab::Lab> lab = row.make();
  lab::Fields fields = lab->declaration();
  for (const auto& [key, value] : lab::parse_link("lab#" + pairs).pairs)
    REQUIRE(fields.set(key, value).outcome == lab::Reading::taken);
  lab->take(fields);
  lab->advance(steps);
  return lab->report();
}

inline double real(const lab::Report& report, const char* key) {
  CAPTURE(key);
  const lab::Readout* readout = report.find(key);
  REQUIRE(readout);
  if (const auto* n = std::get_if<std::int64_t>(&readout->value)) return static_cast<double>(*n);
  REQUIRE(std::holds_alternative<double>(readout->value));
  return std::get<double>(readout->value);
}

// The most figures that are in view at once, whichever tab is open: those without a tab and those
// of the fullest one.
inline int most_in_view(const lab::Report& report) {
  std::map<std::string, int> tabs;
  for (const lab::Figure& f : report.figures) ++tabs[f.tab];
  int fullest = 0;
  for (const auto& [tab, figures] : tabs)
    if (!tab.empty()) fullest = std::max(fullest, figures);
  return tabs[""] + fullest;
}

// By value, so that the report may be a temporary.
template <class T>
T value(const lab::Report& report, const char* key) {
  CAPTURE(key);
  const lab::Readout* readout = report.find(key);
  REQUIRE(readout);
  REQUIRE(std::holds_alternative<T>(readout->value));
  return std::get<T>(readout->value);
}

// Why the readout has no value.
inline std::string reason(const lab::Report& report, const char* key) {
  return value<lab::Undefined>(report, key).reason;
}

inline const lab::Figure* figure(const lab::Report& report, const std::string& key) {
  for (const lab::Figure& f : report.figures)
    if (f.key == key) return &f;
  return nullptr;
}

template <class Shape>
Shape shape(const lab::Report& report, const char* key) {
  CAPTURE(key);
  const lab::Figure* f = figure(report, key);
  REQUIRE(f);
  REQUIRE(std::holds_alternative<Shape>(f->shape));
  return std::get<Shape>(f->shape);
}

}  // namespace tests
