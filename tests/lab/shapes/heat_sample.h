#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Heat> {
  static constexpr const char* name = "heat";

  static lab::Heat usual() {
    return {{"step"}, {"layer"}, {"norm", 0, 1, true}, true, {"1"}, {{"a", {1, 2, {2, -0.5f}}}}};
  }
  static std::string table() { return "panel,row,column,norm\na,1,1,2\na,1,2,-0.5\n"; }

  static std::vector<lab::Heat> extremes(const Extreme& e) {
    const int n = e.count(), one = n > 0 ? 1 : 0;
    std::vector<lab::Heat> all = {{}};
    for (const bool log : {false, true}) {
      lab::Heat s{e.axis(log), e.axis(log), e.axis(log), !log, {}, {}};
      for (const lab::Plane& plane :
           {lab::Plane{n, one, e.many}, lab::Plane{one, n, e.many}, lab::Plane{3, 3, e.many}})
        s.panels.push_back({e.word, plane});
      s.panels.push_back({e.word, {2, 2, {1, 1, 1, 1}}});
      all.push_back(s);
    }
    return all;
  }
};

}  // namespace tests
