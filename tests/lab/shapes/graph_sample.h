#pragma once

#include <algorithm>

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Graph> {
  static constexpr const char* name = "graph";

  static lab::Graph usual() {
    return {{{"hard",
              "z₁",
              lab::Role::input,
              {"2×1", "0.5"},
              0,
              1,
              true,
              lab::Light::chosen,
              "",
              "soft"},
             {"soft", "z₂", lab::Role::weight, {}}},
            {{0, 1, "W", lab::Role::weight, true, lab::Light::full, 0}},
            "kind",
            {{"p", "edges", true}},
            "kind"};
  }
  static std::string table() { return "from,to,label,lines\nz₁,,,2×1; 0.5\nz₂,,,\nz₁,z₂,W,\n"; }

  static std::vector<lab::Graph> extremes(const Extreme& e) {
    lab::Graph s;
    const int nodes = std::min(e.count(), 40);
    for (int i = 0; i < nodes; ++i) {
      s.nodes.push_back(
          {e.word, e.word, lab::Role::input, {e.word, ""}, i % 3 - 1, i % 5 - 1, i % 2 == 0});
      s.edges.push_back({i, (i * 7 + 1) % nodes, e.word});
      s.edges.push_back({i, i, ""});
      s.edges.push_back({-1, 1 << 20, ""});
    }
    lab::Graph t = s;
    t.shift = "kind";
    for (lab::Node& n : t.nodes) n.up = n.down = e.word;
    t.sets = {{e.word, "edges", false}, {"", e.word, true}};
    for (std::size_t i = 0; i < t.edges.size(); ++i) {
      t.edges[i].set = static_cast<int>(i % 5) - 2;
      t.edges[i].back = i % 2 == 0;
    }
    return {s, t, {}};
  }
};

}  // namespace tests
