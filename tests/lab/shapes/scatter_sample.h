#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Scatter> {
  static constexpr const char* name = "scatter";

  static lab::Scatter usual() {
    return {{"x"},
            {"y"},
            true,
            {{"q", lab::Role::input, {1}, {2}, {"q1"}, true, "Q", 0},
             {"k", lab::Role::weight, {3, 4}, {5, 6}, {}}}};
  }
  static std::string table() { return "group,label,x,y\nq,q1,1,2\nk,,3,5\nk,,4,6\n"; }

  static std::vector<lab::Scatter> extremes(const Extreme& e) {
    std::vector<lab::Scatter> all;
    for (const bool log : {false, true})
      all.push_back({e.axis(log),
                     e.axis(log),
                     !log,
                     {{e.word, lab::Role::target, e.some, e.some, {"a"}, !log, "Q", 0}}});
    return all;
  }
};

}  // namespace tests
