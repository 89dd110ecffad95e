#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Spectrum> {
  static constexpr const char* name = "spectrum";

  static lab::Spectrum usual() {
    return {{"Re", -2, 2},
            {"Im", -1, 1},
            {"distance", 0, 1},
            {1, 2, {0.5f, 2}},
            {{"circle", lab::Role::neutral, true, {0}, {0}, {1}, {1}, {0}}},
            {{"λ", lab::Role::weight, {1}, {0.5f}, {"λ₁"}, false, "Q", 0}},
            {"z", "t", "n"}};
  }
  static std::string table() {
    return "what,name,Re or row,Im or column,distance\npoint,λ₁,1,0.5,\n"
           "field,,1,1,0.5\nfield,,1,2,2\n";
  }

  static std::vector<lab::Spectrum> extremes(const Extreme& e) {
    const int n = e.count(), one = n > 0 ? 1 : 0;
    std::vector<lab::Spectrum> all = {{}};
    for (const bool log : {false, true})
      all.push_back({e.axis(log),
                     e.axis(log),
                     e.axis(log),
                     {log ? n : one, log ? one : n, e.many},
                     {{e.word, lab::Role::weight, log, e.some, e.some, e.some, e.some, e.some}},
                     {{e.word, lab::Role::target, e.some, e.some, {"a"}, false, "Q", 0}},
                     {e.word, "t", log ? e.word.c_str() : "n"}});
    return all;
  }
};

}  // namespace tests
