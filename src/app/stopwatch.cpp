#include "app/stopwatch.h"

#include <algorithm>
#include <chrono>

namespace app {
namespace {

constexpr double shortest_sample = 5e-3;  // seconds; Firefox tells milliseconds apart, no less
constexpr std::size_t most_samples = 15;
constexpr int most_in_a_sample = 1 << 16;

double quantile(const std::vector<double>& rising, double q) {
  return rising[static_cast<std::size_t>(q * static_cast<double>(rising.size() - 1))];
}

}  // namespace

double steady_seconds() {
  using Steady = std::chrono::steady_clock;
  return std::chrono::duration<double>(Steady::now().time_since_epoch()).count();
}

Stopwatch::Stopwatch(std::vector<lab::Trial> trials, TimeSource clock) : clock_(clock) {
  for (lab::Trial& trial : trials) entries_.push_back({std::move(trial), 0, {}});
}

double Stopwatch::timed(const Entry& entry) const {
  const double start = clock_();
  for (int i = 0; i < entry.runs; ++i) entry.trial.work();
  return clock_() - start;
}

// The first run warms the caches. Doubling the runs until a sample is long enough wastes no more
// than one sample.
void Stopwatch::calibrate(Entry& entry) const {
  entry.trial.work();
  entry.runs = 1;
  while (entry.runs < most_in_a_sample && timed(entry) < shortest_sample) entry.runs *= 2;
}

// A clock of coarse steps may have stepped just then while the runs were counted out.
void Stopwatch::sample(Entry& entry) const {
  const double seconds = timed(entry);
  if (seconds <= 0 && entry.runs < most_in_a_sample) {
    entry.runs *= 2;
    return entry.samples.clear();
  }
  entry.samples.push_back(seconds / entry.runs);
}

bool Stopwatch::finished() const {
  return std::all_of(entries_.begin(), entries_.end(),
                     [](const Entry& e) { return e.samples.size() == most_samples; });
}

bool Stopwatch::run(double seconds) {
  const double start = clock_();
  do {
    if (finished()) return true;
    Entry& entry = entries_[next_];
    if (entry.runs == 0)
      calibrate(entry);
    else if (entry.samples.size() < most_samples)
      sample(entry);
    next_ = (next_ + 1) % entries_.size();
  } while (clock_() - start < seconds);
  return finished();
}

std::vector<lab::Timing> Stopwatch::timings() const {
  std::vector<lab::Timing> timings;
  for (const Entry& entry : entries_) {
    std::vector<double> rising = entry.samples;
    std::sort(rising.begin(), rising.end());
    if (rising.empty() || rising.front() <= 0) continue;
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
