// Trained weights as a hash, for a test that every browser computes the same.
#include <cstdint>
#include <iterator>
#include <sstream>
#include <string>

#include "nn/workload.h"

namespace {

std::string line;

}  // namespace

extern "C" {

// "<name> <hash>" after 300 steps of the small version of workload number `index`, as in
// tests/golden/weights.txt; empty after the last.
const char* bench_weights(int index) {
  line.clear();
  if (index >= 0 && index < static_cast<int>(std::size(nn::works))) {
    const nn::Work work = nn::works[index];
    nn::Workload load(work, nn::Size::small);
    for (int i = 0; i < 300; ++i) load.step();
    std::ostringstream text;
    text << nn::name(work) << ' ' << std::hex << load.weights().hash();
    line = text.str();
  }
  return line.c_str();
}
}
