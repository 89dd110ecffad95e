#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Splats> {
  static constexpr const char* name = "splats";

  static lab::Splats usual() {
    return {{"z₁", -3, 3},
            {"z₂"},
            false,
            {"zero", "one"},
            {1, 1.5f, 2},
            {0, 1, -1},
            {0, 1, 1},
            {{"prior", lab::Role::neutral, true, {0}, {0}, {1}, {1}, {0}},
             {"posteriors", lab::Role::weight, false, {1}, {0}, {0.5f}, {0.25f}, {0.5f}}},
            {"z", "t", "n"}};
  }
  static std::string table() {
    return "what,name,z₁,z₂,half axis,other half axis,angle\n"
           "point,zero,1,0,,,\npoint,one,1.5,1,,,\npoint,one,2,-1,,,\n"
           "ellipse,prior,0,0,1,1,0\nellipse,posteriors,1,0,0.5,0.25,0.5\n";
  }

  static std::vector<lab::Splats> extremes(const Extreme& e) {
    std::vector<lab::Splats> all;
    for (const bool equal : {false, true}) {
      std::vector<std::uint8_t> of;
      for (int i = 0; i < e.count(); ++i) of.push_back(static_cast<std::uint8_t>(i % 60));
      all.push_back({e.axis(false),
                     e.axis(false),
                     equal,
                     std::vector<std::string>(60, e.word),
                     e.many,
                     {e.many.rbegin(), e.many.rend()},
                     of,
                     {{e.word, lab::Role::weight, equal, e.some, e.some, e.some, e.some, e.some}},
                     {e.word, "t", equal ? e.word.c_str() : "n"}});
    }
    all.push_back({e.axis(true), e.axis(true), true, {}, e.some, {1}, {200}, {}, {}});
    return all;
  }
};

}  // namespace tests
