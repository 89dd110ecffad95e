#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Blocks> {
  static constexpr const char* name = "blocks";

  static lab::Blocks usual() {
    return {{{"Q",
              lab::Role::input,
              {1, 2, {1, 2}},
              {lab::Light::plain, lab::Light::masked},
              "Q",
              "n",
              "n",
              "×"},
             {"sum", lab::Role::activation, {2, 1, {3, -4.5}}, {}}}};
  }
  static std::string table() {
    return "matrix,row,column,value\nQ,1,1,1\nQ,1,2,2\nsum,1,1,3\nsum,2,1,-4.5\n";
  }

  static std::vector<lab::Blocks> extremes(const Extreme& e) {
    lab::Blocks s;
    for (int i = 0; i < (e.fill == Fill::nothing ? 1 : 3); ++i)
      s.blocks.push_back({e.word,
                          lab::Role::input,
                          e.matrix,
                          {lab::Light::masked},
                          i == 0 ? "Q" : "",
                          "n",
                          "n",
                          "="});
    return {s, {}};
  }
};

}  // namespace tests
