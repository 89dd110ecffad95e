// Ours and the reference as a peer in another process asks for them, web/tools/bench/pytorch.py:
// lines "ours W2 10" or "reference W2 10" in, milliseconds of one of ten runs out, or "none".
#include <chrono>
#include <functional>
#include <iostream>
#include <map>
#include <string>

#include "app/workloads.h"
#include "bench/reference.h"

int main() {
  using Clock = std::chrono::steady_clock;
  std::map<std::string, std::function<void()>> opened;
  std::string side, id;
  for (int times = 0; std::cin >> side >> id >> times;) {
    const auto [at, fresh] = opened.try_emplace(side + ' ' + id);
    if (fresh) at->second = side == "ours" ? app::work(id) : reference::work(id);
    if (at->second == nullptr) {
      std::cout << "none" << std::endl;
      continue;
    }
    const auto start = Clock::now();
    for (int i = 0; i < times; ++i) at->second();
    const std::chrono::duration<double, std::milli> took = Clock::now() - start;
    std::cout << took.count() / times << std::endl;
  }
}
