#pragma once

#include <algorithm>

#include "lab/shapes/graph_sample.h"

namespace tests {

template <>
struct Sample<lab::DrawnGraph> {
  static constexpr const char* name = "drawn graph";

  static lab::DrawnGraph usual() {
    lab::DrawnGraph s{Sample<lab::Graph>::usual(),
                      {1},
                      {{true, {0}}},
                      {{"from", "kind"}, {"", ""}},
                      {0.25f, 1},
                      {0, 0.5f},
                      "Q"};
    s.graph.pick = "";
    s.graph.shift = "";
    return s;
  }
  static std::string table() { return Sample<lab::Graph>::table(); }

  static std::vector<lab::DrawnGraph> extremes(const Extreme& e) {
    std::vector<lab::DrawnGraph> all;
    for (const lab::Graph& graph : Sample<lab::Graph>::extremes(e)) {
      lab::DrawnGraph s{graph, {-1, 0, 1 << 20}, {}, {{e.word, "kind"}}, {}, {}, "Q"};
      s.rules.resize(graph.sets.size());
      for (lab::ArrowRule& rule : s.rules) rule = {true, {-1, 0, 1 << 20}};
      all.push_back(s);
      for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        s.x.push_back(e.many[i]);
        s.y.push_back(e.many[graph.nodes.size() - 1 - i]);
      }
      all.push_back(s);
    }
    return all;
  }
};

}  // namespace tests
