// Work whose time is measured on the machine that the product runs on. Times differ from machine to
// machine and from run to run, so they enter figures but never readouts: a link reports the same
// bits everywhere.
#pragma once

#include <functional>
#include <string>

namespace lab {

struct Trial {
  std::string key;             // "conv"
  std::function<void()> work;  // one run, the same each time; it owns what it works on
};

// Seconds that one run of a trial takes: the median over `samples`, and the quartiles.
struct Timing {
  std::string key;
  double median = 0, low = 0, high = 0;
  int samples = 0;
};

}  // namespace lab
