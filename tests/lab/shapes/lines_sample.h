#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Lines> {
  static constexpr const char* name = "lines";

  static lab::Lines usual() {
    lab::Lines s{{"x"}, {"y", 0, 4}, {}, {{"mean", 2, true, lab::Role::target}, {"ln K", 1}}, {}};
    s.curves = {{"c", lab::Role::weight, {0, 1}, {1, 2}, {0, 1}, {2, 3}, true, lab::Trace::stems},
                {"d", lab::Role::input, {0, 1}, {3, 3.5f}, {}, {}}};
    s.handle = {"t", 0.5};
    return s;
  }
  static std::string table() {
    return "curve,x,y,low,high\nc,0,1,0,2\nc,1,2,1,3\nd,0,3,,\nd,1,3.5,,\nmean,2,,,\nln K,,1,,\n";
  }

  static std::vector<lab::Lines> extremes(const Extreme& e) {
    std::vector<lab::Lines> all;
    for (const bool log : {false, true})
      all.push_back({e.axis(log),
                     e.axis(log),
                     {{e.word, lab::Role::weight, e.many, e.many, e.many, e.many, true},
                      {"", lab::Role::input, e.some, e.some, {}, {}, false}},
                     {{e.word, 1}},
                     {"t", log ? 1.0 : std::nan("")}});
    return all;
  }
};

}  // namespace tests
