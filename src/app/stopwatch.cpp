#include "app/stopwatch.h"

#include <algorithm>
#include <chrono>

namespace app {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double shortest_sample = 4e-3;  // seconds; Firefox tells milliseconds apart, no less
constexpr std::size_t most_samples = 15;
constexpr int most_in_a_sample = 1 << 16;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double timed(const lab::Trial& trial, int runs) {
  const auto start = Clock::now();
  for (int i = 0; i < runs; ++i) trial.work();
  return seconds_since(start);
}

double quantile(const std::vector<double>& rising, double q) {
  return rising[static_cast<std::size_t>(q * static_cast<double>(rising.size() - 1))];
}

}  // namespace

Stopwatch::Stopwatch(std::vector<lab::Trial> trials) {
  for (lab::Trial& trial : trials) entries_.push_back({std::move(trial), 0, {}});
}

// The first run warms the caches. Doubling the runs until a sample is long enough wastes no more
// than one sample.
void Stopwatch::calibrate(Entry& entry) {
  entry.trial.work();
  entry.runs = 1;
  while (entry.runs < most_in_a_sample && timed(entry.trial, entry.runs) < shortest_sample)
    entry.runs *= 2;
}

bool Stopwatch::run(double seconds) {
  const auto start = Clock::now();
  do {
    if (entries_.empty() || entries_.back().samples.size() == most_samples) return true;
    Entry& entry = entries_[next_];
    if (entry.runs == 0)
      calibrate(entry);
    else
      entry.samples.push_back(timed(entry.trial, entry.runs) / entry.runs);
    next_ = (next_ + 1) % entries_.size();
  } while (seconds_since(start) < seconds);
  return entries_.back().samples.size() == most_samples;
}

std::vector<lab::Timing> Stopwatch::timings() const {
  std::vector<lab::Timing> timings;
  for (const Entry& entry : entries_) {
    std::vector<double> rising = entry.samples;
    if (rising.empty()) continue;
    std::sort(rising.begin(), rising.end());
    timings.push_back({entry.trial.key, quantile(rising, 0.5), quantile(rising, 0.25),
                       quantile(rising, 0.75), static_cast<int>(rising.size())});
  }
  return timings;
}

Timekeeper::State Timekeeper::run(exam::Session& session, double seconds) {
  if (under_way_.empty() || revision_ != session.revision()) {
    under_way_.clear();
    std::vector<lab::Trial> trials = session.trials();
    if (trials.empty()) return {true, false};
    under_way_.emplace_back(std::move(trials));
    revision_ = session.revision();
  }
  if (!under_way_.back().run(seconds)) return {false, false};
  session.take_times(under_way_.back().timings());
  under_way_.clear();
  return {true, true};
}

void time_trials(exam::Session& session) {
  Timekeeper keeper;
  while (!keeper.run(session, 1).idle) {
  }
}

}  // namespace app
