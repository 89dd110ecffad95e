#pragma once

#include <algorithm>

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Products> {
  static constexpr const char* name = "products";

  static lab::Products usual() {
    return {{{"p =", {{"p(z₁)", "p", "z1"}, {"p(z₂|z₁)", "p", "z2"}}, ""},
             {"E_q[", {{"log p(z₁)", "p", "z1"}}, "]"}}};
  }
  static std::string table() {
    return "product,piece,set,node\np =,p(z₁),p,z1\np =,p(z₂|z₁),p,z2\nE_q[,log p(z₁),p,z1\n";
  }

  static std::vector<lab::Products> extremes(const Extreme& e) {
    lab::Products s;
    for (int i = 0; i < std::min(e.count(), 30); ++i)
      s.lines.push_back({e.word, {{e.word, e.word, ""}, {"", "p", e.word}}, e.word});
    s.lines.push_back({});
    return {s, {}};
  }
};

}  // namespace tests
