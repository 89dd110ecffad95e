#pragma once

#include "lab/shapes/sample.h"

namespace tests {

template <>
struct Sample<lab::Dots> {
  static constexpr const char* name = "dots";

  static lab::Dots usual() {
    lab::Dots dots{{{"ill", lab::Role::target, true, true, 20}, {"well", lab::Role::input}}};
    dots.queue = {1, 0, 0};
    dots.each = 10;
    dots.parted = 2;
    dots.stops = {0, 0.25, 0.5, 1};
    dots.drag = "t";
    dots.counter = "cost 20";
    return dots;
  }
  static std::string table() { return "group,count\nill,20\nwell,0\n"; }

  static std::vector<lab::Dots> extremes(const Extreme& e) {
    const int n = e.count();
    lab::Dots queue{{{e.word, lab::Role::gradient, false, false, n}}};
    queue.queue.assign(static_cast<std::size_t>(n), 0);
    queue.parted = n;
    queue.counter = e.word;
    return {{{{e.word, lab::Role::input, true, true, -5},
              {e.word, lab::Role::target, true, false, n},
              {e.word, lab::Role::weight, false, false, n > 1000 ? 2147483647 : 1}}},
            queue,
            {}};
  }
};

}  // namespace tests
