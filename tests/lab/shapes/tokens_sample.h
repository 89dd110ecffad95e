#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Tokens> {
  static constexpr const char* name = "tokens";

  static lab::Tokens usual() {
    return {{"loss [nats]", 0, 4}, true, true, {{"a", 1.5f}, {" cat\n", -2}, {"é", 0.25f}}, "n", 1};
  }
  static std::string table() {
    return "piece,text,loss [nats]\n1,a,1.5\n2,\" cat\n\",-2\n3,é,0.25\n";
  }

  static std::vector<lab::Tokens> extremes(const Extreme& e) {
    lab::Tokens s{e.axis(true), false, false, {}, e.word, 1 << 20};
    for (const float v : e.many) s.pieces.push_back({e.word.substr(0, 2), v});
    lab::Tokens t{e.axis(false), true, true, {}, "n", -7};
    for (const float v : e.some)
      if (t.pieces.size() < 40) t.pieces.push_back({e.word, v});
    if (!t.pieces.empty()) t.pieces[0].text = "\xFF\n\n \t";
    return {s, t, {}};
  }
};

}  // namespace tests
