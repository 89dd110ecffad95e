#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Tiles> {
  static constexpr const char* name = "tiles";

  static lab::Tiles usual() { return {1, 2, {"hard", "soft"}, {1, 2, 3, 4}, 4, false, "kind", 1}; }
  static std::string table() {
    return "map,row,column,value\nhard,1,1,1\nhard,1,2,2\nsoft,1,1,3\nsoft,1,2,4\n";
  }

  static std::vector<lab::Tiles> extremes(const Extreme& e) {
    std::vector<lab::Tiles> all;
    // A row, a column, a map for each value, and counts that do not agree.
    all.push_back({1, e.count(), {e.word}, e.many, 1, true, "kind", 7});
    all.push_back({e.count(), 1, {e.word}, e.many, 0, false, e.word, -1});
    const std::size_t maps = std::min<std::size_t>(e.some.size(), 60);
    all.push_back({1,
                   1,
                   std::vector<std::string>(maps, "w"),
                   {e.some.begin(), e.some.begin() + static_cast<std::ptrdiff_t>(maps)},
                   std::nanf(""),
                   true,
                   "n",
                   99});
    all.push_back({3, -3, {e.word, ""}, e.some, -1, true, "", 0});
    return all;
  }
};

}  // namespace tests
