#include "app/bench.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "app/catalogue.h"
#include "app/workloads.h"
#include "exam/transcript.h"
#include "lab/json.h"
#include "lab/wire.h"

namespace app {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double budget_ms = 400;
constexpr std::size_t fewest_runs = 5, most_runs = 200;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Times `work` again and again within the budget; the first run warms the caches and is left out.
template <class Work>
std::string timed(Work work) {
  work();
  std::vector<double> ms;
  const auto start = Clock::now();
  while (ms.size() < fewest_runs || (ms.size() < most_runs && ms_since(start) < budget_ms)) {
    const auto from = Clock::now();
    work();
    ms.push_back(ms_since(from));
  }
  std::sort(ms.begin(), ms.end());
  const auto quantile = [&](double q) {
    return lab::json(ms[static_cast<std::size_t>(q * static_cast<double>(ms.size() - 1))]);
  };
  return lab::Writer('{')
      .member("median_ms", quantile(0.5))
      .member("low_ms", quantile(0.25))
      .member("high_ms", quantile(0.75))
      .member("runs", std::to_string(ms.size()))
      .done();
}

void take_all_steps(exam::Session& session) {
  while (!session.advance(64)) {
  }
}

}  // namespace

std::string bench_json() {
  lab::Writer all('{');
  for (const char* id : work_ids) all.member(id, timed(work(id)));
  for (const char* link :
       {"initial-loss", "attention", "convolution", "convolution#n=512&kernel=7"})
    all.member(std::string("open, run and report ") + link, timed([&] {
                 exam::Session session(catalogue());
                 session.open(link);
                 take_all_steps(session);
                 session.report();
               }));
  exam::Session session(catalogue());
  session.open("convolution#n=512&kernel=7");
  int row = 0;
  all.member("move the cell of convolution#n=512&kernel=7", timed([&] {
               session.set("row", std::to_string(1 + row++ % 100));
               session.report();
             }));
  const auto bytes = lab::encode(session.view());
  all.member("encode the view of convolution#n=512&kernel=7",
             timed([&] { lab::encode(session.view()); }));
  all.member("decode the view of convolution#n=512&kernel=7", timed([&] { lab::decode(bytes); }));
  all.member("page JSON of convolution#n=512&kernel=7", timed([&] { exam::page_json(session); }));
  return all.done();
}

}  // namespace app
