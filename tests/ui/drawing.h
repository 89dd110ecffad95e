// A figure as the SVG that a person takes of it, for tests.
#pragma once

#include <string>
#include <utility>

#include "ui/frame/recorder.h"
#include "ui/headless.h"

namespace tests {

// Of a shape that stands in a row of its own on a display of that width.
inline std::string drawing_of(lab::Shape shape, float width) {
  lab::View v;
  v.title = "Drawing";
  v.report.figure("plot", "Drawing", "", std::move(shape)).room = lab::Room::row;
  Headless s(v, width);
  s.frame();
  ui::Recorder record("plot");
  ui::set_recorder(&record);
  s.frame();
  ui::set_recorder(nullptr);
  return record.svg();
}

}  // namespace tests
