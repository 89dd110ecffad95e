#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Dots> {
  static constexpr const char* name = "dots";

  static lab::Dots usual() {
    return {{{"ill", lab::Role::target, true, true, 100}, {"well", lab::Role::input}}};
  }
  static std::string table() { return "group,count\nill,100\nwell,0\n"; }

  static std::vector<lab::Dots> extremes(const Extreme& e) {
    const int n = e.count();
    return {{{{e.word, lab::Role::input, true, true, -5},
              {e.word, lab::Role::target, true, false, n},
              {e.word, lab::Role::weight, false, false, n > 1000 ? 2147483647 : 1}}},
            {}};
  }
};

}  // namespace tests
