#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Working> {
  static constexpr const char* name = "working";

  static lab::Working usual() { return {{"1 + 1 = 2", "so 2, not 3"}}; }
  static std::string table() { return "step\n1 + 1 = 2\n\"so 2, not 3\"\n"; }

  static std::vector<lab::Working> extremes(const Extreme& e) {
    return {{{e.word, "", e.word + " " + e.word}}, {}};
  }
};

}  // namespace tests
