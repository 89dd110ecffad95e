// Times the trials of a lab, a slice at a time, so that a page or window stays responsive.
#pragma once

#include <cstddef>
#include <vector>

#include "exam/session.h"
#include "lab/trial.h"

namespace app {

// Seconds since some moment.
using TimeSource = double (*)();
double steady_seconds();

// Runs the trials in turn, round after round, so that a disturbance falls on all of them alike. A
// sample is the mean over as many runs as the clock needs, at least 5 ms of them: browsers give
// time in coarse steps. Where a sample sees no step of the clock at all, the trial begins again
// with twice as many runs, so that no time is 0.
class Stopwatch {
 public:
  explicit Stopwatch(std::vector<lab::Trial> trials, TimeSource clock = steady_seconds);

  // Works for about `seconds`, at least one sample; true when all samples are taken.
  bool run(double seconds);

  // A trial that the clock cannot see, however often it runs, has none.
  std::vector<lab::Timing> timings() const;

 private:
  struct Entry {
    lab::Trial trial;
    int runs = 0;  // in one sample; 0 until it is known
    std::vector<double> samples;
  };
  double timed(const Entry& entry) const;
  void calibrate(Entry& entry) const;
  void sample(Entry& entry) const;
  bool finished() const;

  std::vector<Entry> entries_;
  TimeSource clock_;
  std::size_t next_ = 0;
};

// Times what the session's lab has to time and hands it over, a slice at each call. `idle` is true
// when nothing is left, `told` when the session has just been given new times.
class Timekeeper {
 public:
  struct State {
    bool idle, told;
  };
  State run(exam::Session& session, double seconds);

 private:
  std::vector<Stopwatch> under_way_;  // at most one
  std::uint64_t revision_ = 0;        // of the session that it was begun for
};

// All at once.
void time_trials(exam::Session& session);

}  // namespace app
