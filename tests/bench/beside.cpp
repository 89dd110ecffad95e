// Ours beside the reference, run by run in turn in one process, so that what disturbs the machine
// falls on both:
//   bench_beside [ROUNDS [ID...]]
// prints the least processor time of one run of each, in milliseconds, and what ours is of the
// reference's.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "app/workloads.h"
#include "bench/reference.h"

namespace {

double ms_of(const std::function<void()>& run, int times) {
  const std::clock_t start = std::clock();
  for (int i = 0; i < times; ++i) run();
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / times;
}

void compare(const std::string& id, int rounds) {
  const std::function<void()> ours = app::work(id), theirs = reference::work(id);
  if (!ours || !theirs) {
    std::printf("%-8s is no work of both\n", id.c_str());
    return;
  }
  const double first = std::max(ms_of(ours, 1), ms_of(theirs, 1));
  const int times = std::clamp(static_cast<int>(10 / std::max(first, 0.01)), 1, 1000);
  double least[] = {std::numeric_limits<double>::infinity(),
                    std::numeric_limits<double>::infinity()};
  for (int i = 0; i < rounds; ++i) {
    least[0] = std::min(least[0], ms_of(ours, times));
    least[1] = std::min(least[1], ms_of(theirs, times));
  }
  std::printf("%-8s %9.4g %9.4g %7.2f\n", id.c_str(), least[0], least[1], least[0] / least[1]);
}

}  // namespace

int main(int count, char** arguments) {
  const int rounds = count > 1 ? std::max(1, std::atoi(arguments[1])) : 30;
  std::vector<std::string> ids(arguments + std::min(count, 2), arguments + count);
  if (ids.empty()) ids.assign(std::begin(app::work_ids), std::end(app::work_ids));
  std::printf("%-8s %9s %9s %7s\n", "work", "ours", "reference", "ratio");
  for (const std::string& id : ids) compare(id, rounds);
}
