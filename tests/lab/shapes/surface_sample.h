#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Surface> {
  static constexpr const char* name = "surface";

  // A tent of two triangles with its ridge, a line, and a point above.
  static lab::Surface usual() {
    return {{"x", -2, 2},
            {"y"},
            {"height [m]"},
            false,
            {0, 0, 1, 1},
            {0, 1, 0, -1},
            {1, 1, 0, 0.5f},
            {0, 1, 2, 0, 2, 3},
            lab::Role::weight,
            {"loss", 0, 2},
            true,
            {0, 1, 2, 0.5f},
            {{"ridge", lab::Role::gradient, {0, 1}}},
            {{"top", lab::Role::target, 0, 0.5f, 1.5f}},
            -40,
            25,
            "yaw",
            "pitch"};
  }
  static std::string table() {
    return "what,name,number,x,y,height [m],loss,vertex,vertex,vertex\n"
           "vertex,,1,0,0,1,0,,,\nvertex,,2,0,1,1,1,,,\n"
           "vertex,,3,1,0,0,2,,,\nvertex,,4,1,-1,0.5,0.5,,,\n"
           "triangle,,1,,,,,1,2,3\ntriangle,,2,,,,,1,3,4\nline,ridge,1,,,,,1,2,\n"
           "point,top,1,0,0.5,1.5,,,,\n";
  }

  static std::vector<lab::Surface> extremes(const Extreme& e) {
    std::vector<lab::Surface> all;
    const auto n = static_cast<std::int32_t>(
        std::min<std::size_t>(e.many.size(), lab::Surface::most_vertices));
    const std::vector<float> some(e.many.begin(), e.many.begin() + n);
    for (const bool valued : {false, true}) {
      std::vector<std::int32_t> corners, ends;
      for (std::int32_t i = 0; i + 2 < n && i < 40000; ++i)
        corners.insert(corners.end(), {i, i + 1, i + 2});
      for (std::int32_t i = 0; i + 1 < n && i < 20000; ++i) ends.insert(ends.end(), {i, n - 1 - i});
      all.push_back(
          {e.axis(false),
           e.axis(false),
           e.axis(false),
           valued,
           some,
           {some.rbegin(), some.rend()},
           some,
           corners,
           lab::Role::input,
           e.axis(!valued),
           valued,
           valued ? some : std::vector<float>(),
           {{e.word, lab::Role::weight, ends}, {e.word, lab::Role::target, ends}},
           {{e.word, lab::Role::neutral, std::nanf(""), 0, 1}, {e.word, lab::Role::input, 1, 1, 1}},
           valued ? 1e9 : std::nan(""),
           valued ? -1e9 : HUGE_VAL,
           e.word,
           "t"});
    }
    // Corners that no vertex has, and a logarithmic axis.
    all.push_back({e.axis(true), {}, {}, true, e.some, e.some, e.some, {0, 1, 1 << 30}});
    all.push_back({e.axis(false),
                   {},
                   {},
                   true,
                   e.many,
                   e.many,
                   e.many,
                   std::vector<std::int32_t>(150000, -1)});
    return all;
  }
};

}  // namespace tests
