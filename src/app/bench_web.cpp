// A module that runs one kind of work again and again, for web/tools/bench, which holds the clock.
#include <cstddef>
#include <functional>

#include "app/workloads.h"

namespace {

char id[64];
std::function<void()> run;

}  // namespace

extern "C" {

char* bench_buffer() { return id; }

// Opens the work whose name is in the buffer; 0 if there is none.
int bench_open() {
  run = app::work(id);
  return run != nullptr;
}

void bench_run(int times) {
  for (int i = 0; i < times; ++i) run();
}
}
