#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Pictures> {
  static constexpr const char* name = "pictures";

  static lab::Pictures usual() {
    return {{{"hard", lab::Tone::two_sided, 1, 2, {-1, 0.5f}},
             {"soft", lab::Tone::colour, 1, 1, {0.25f, 0.5f, 1}}},
            2,
            "kind",
            1};
  }
  static std::string table() {
    return "picture,row,column,value\nhard,1,1,-1\nhard,1,2,0.5\n"
           "soft red,1,1,0.25\nsoft green,1,1,0.5\nsoft blue,1,1,1\n";
  }

  static std::vector<lab::Pictures> extremes(const Extreme& e) {
    const auto n = static_cast<int>(e.some.size());
    // A row, a column, and counts that do not agree; more pictures than a page holds.
    lab::Pictures s{{{e.word, lab::Tone::two_sided, 1, n, e.some},
                     {e.word, lab::Tone::grey, n, 1, e.some},
                     {"", lab::Tone::colour, 3, -3, e.some}},
                    std::nanf(""),
                    e.word,
                    -9};
    lab::Pictures t{{}, -1, "n", 1 << 20};
    for (int i = 0; i < std::min(n, 60); ++i)
      t.pictures.push_back({"w", lab::Tone::grey, 1, 1, {e.some[static_cast<std::size_t>(i)]}});
    return {s, t};
  }
};

}  // namespace tests
