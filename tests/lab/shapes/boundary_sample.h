#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Boundary> {
  static constexpr const char* name = "boundary";

  static lab::Boundary usual() {
    return {{"x"},
            {"y"},
            {{"net", {1, 2, {0, 1}}, {{"moons", lab::Role::input, {3}, {4}, {}, false, "Q"}}}}};
  }
  static std::string table() {
    return "panel,what,x or row,y or column,probability\nnet,field,1,1,0\nnet,field,1,2,1\n"
           "net,moons,3,4,\n";
  }

  static std::vector<lab::Boundary> extremes(const Extreme& e) {
    const int n = e.count();
    std::vector<lab::Boundary> all = {{}};
    for (const bool log : {false, true}) {
      lab::Boundary s{e.axis(log), e.axis(log), {}};
      for (const lab::Plane& plane :
           {lab::Plane{n > 0 ? 1 : 0, n, e.many}, lab::Plane{3, 3, e.many}})
        s.panels.push_back({e.word, plane, {{e.word, lab::Role::input, e.many, e.many, {}}}});
      all.push_back(s);
    }
    return all;
  }
};

}  // namespace tests
