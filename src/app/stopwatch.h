// Times the trials of a lab, a slice at a time, so that a page or window stays responsive.
#pragma once

#include <cstddef>
#include <vector>

#include "exam/session.h"
#include "lab/trial.h"

namespace app {

// Runs the trials in turn, round after round, so that a disturbance falls on all of them alike. A
// sample is the mean over as many runs as the clock needs: browsers give time in coarse steps.
class Stopwatch {
 public:
  explicit Stopwatch(std::vector<lab::Trial> trials);

  // Works for about `seconds`, at least one sample; true when all samples are taken.
  bool run(double seconds);

  std::vector<lab::Timing> timings() const;

 private:
  struct Entry {
    lab::Trial trial;
    int runs = 0;  // in one sample; 0 until it is known
    std::vector<double> samples;
  };
  void calibrate(Entry& entry);

  std::vector<Entry> entries_;
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
