#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Glance> {
  static constexpr const char* name = "glance";

  static lab::Glance usual() {
    return {{1, 2, {0, 1}}, 3, 10, 2.5, {"box", "edge"}, {"1", "0.5,1"}, "p", 1, 0};
  }
  static std::string table() { return "choice,text\nbox,1\nedge,\"0.5,1\"\n"; }

  static std::vector<lab::Glance> extremes(const Extreme& e) {
    return {{{3, 3, {1}}, e.count(), -1, 1e30, {e.word, e.word}, {e.word}, e.word, 7, e.count()},
            {}};
  }
};

}  // namespace tests
