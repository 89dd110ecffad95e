#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Bars> {
  static constexpr const char* name = "bars";

  static lab::Bars usual() {
    lab::Bars s{{"x", 0, 1, true}, {"y"}, {"i", "ii"}, 2, 0.5, {1, -2.5f}};
    s.role = lab::Role::weight;
    s.lit = 1;
    s.rules = {{"ln K", 5.5, false, lab::Role::target}};
    s.low = {0.5f, 1}, s.high = {1.5f, 2}, s.notes = {"", "none"};
    s.pull = "t";
    s.ghost = {2, 1};
    return s;
  }
  static std::string table() { return "x,y,low,high\ni,1,0.5,1.5\nii,-2.5,1,2\n"; }

  static std::vector<lab::Bars> extremes(const Extreme& e) {
    std::vector<lab::Bars> all;
    for (const bool log : {false, true}) {
      const lab::Axis axis = e.axis(log);
      all.push_back(
          {axis, axis, {}, 0, 1, e.many, lab::Role::input, 5, {{e.word, 1, true}, {e.word, 2}}});
      all.push_back({axis,
                     axis,
                     std::vector<std::string>(e.some.size(), "n"),
                     0,
                     1,
                     e.some,
                     lab::Role::input,
                     99,
                     {}});
    }
    all.back().pull = e.word;
    return all;
  }
};

}  // namespace tests
