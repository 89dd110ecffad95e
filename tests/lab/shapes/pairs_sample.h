#pragma once

#include <algorithm>

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Pairs> {
  static constexpr const char* name = "pairs";

  static lab::Pairs usual() {
    return {"correlation", {"hard", "soft"}, {1, -0.5f, 0, 1}, {2}, "kind", "kind", 1};
  }
  static std::string table() {
    return "row,column,correlation\nhard,hard,1\nhard,soft,-0.5\nsoft,hard,0\nsoft,soft,1\n";
  }

  static std::vector<lab::Pairs> extremes(const Extreme& e) {
    const auto n = static_cast<std::size_t>(std::min(e.count(), 40));
    lab::Pairs s{e.word, std::vector<std::string>(n, e.word), {}, {-1, 0, 1 << 20}, "kind", "", 7};
    for (std::size_t i = 0; i < n * n; ++i) s.cells.push_back(e.many[i % e.many.size()]);
    return {s, {}};
  }
};

}  // namespace tests
