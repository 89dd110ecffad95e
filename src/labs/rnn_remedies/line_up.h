// The remedies side by side: the same net on the same sequences, with one thing changed.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "lab/shapes/role.h"
#include "labs/rnn_remedies/net.h"
#include "labs/rnn_remedies/probe.h"

namespace laboratory::rnn_remedies {

// What remedies set where they are more than a switch.
constexpr double measured_momentum = 0.9;  // the first decay of Adam
constexpr double measured_clip = 1;        // the norm that gradients are clipped to
constexpr double keeping_bias = 2;         // added to that of a GRU's update gate, which keeps
constexpr int kept_steps(const Params& p) { return p.T < 5 ? 1 : p.T / 5; }  // by truncation

// One way to build or to train the net. The first is the net as the parameters give it.
struct Remedy {
  std::string key;   // as readouts name it: "bn" in ratio.bn
  std::string name;  // "batch norm"
  lab::Role role;    // its colour in every figure
  bool dashed;       // its curves: it has another cell or start than the plain net
  Params params;
};
std::vector<Remedy> remedies(const Params& p);

// Multiplications with an addition in one training step of all nets.
std::int64_t multiply_adds(const Params& p);
// What all nets hold: the values of each unit and of the ends of a step, for all columns.
std::int64_t numbers(const Params& p);

// A number of several seeds: their median, or where it is said the geometric mean, and the range.
struct Spread {
  double middle = 0, low = 0, high = 0;
};

// What one remedy has come to, over its seeds.
struct Outcome {
  Spread loss;      // of the nets that stand on finite numbers; NaN where none does
  int running = 0;  // how many these are
  int solved = 0;   // nets that have solved the task
  int median = 0;   // the step after which half of the nets had; 0 where fewer have
};

class LineUp {
 public:
  // The nets and probes are built when they are first asked for.
  explicit LineUp(const Params& p);

  // Remedy after remedy with all its seeds: each learns by itself.
  int nets() const { return static_cast<int>(remedies_.size()) * p_.repeats; }
  Net& net(int place);
  void set_steps(int steps) { steps_ = steps; }
  int steps() const { return steps_; }

  const std::vector<Remedy>& remedies() const { return remedies_; }
  int repeats() const { return p_.repeats; }

  // Of each seed: at the first weights, and at those of now.
  const std::vector<Flow>& flows_at_start(std::size_t remedy);
  std::vector<Flow> flows(std::size_t remedy);

  Outcome outcome(std::size_t remedy);
  // Mean of the loss over the window that ends at each step; the middle of the seeds, and the
  // range.
  std::vector<Spread> history(std::size_t remedy);
  // Median over the seeds of the loss on fresh sequences; batch norm has its running moments there.
  double held_out(std::size_t remedy);
  // Why a net stands still, with the seed; empty where all run.
  std::string fault(std::size_t remedy);

 private:
  Net& net(std::size_t remedy, int repeat) {
    return net(static_cast<int>(remedy) * p_.repeats + repeat);
  }
  Probe& probe(std::size_t remedy);

  Params p_;
  std::vector<Remedy> remedies_;
  std::vector<std::unique_ptr<Net>> nets_;      // by remedy and seed
  std::vector<std::unique_ptr<Probe>> probes_;  // by remedy
  std::vector<std::vector<Flow>> at_start_;     // by remedy; none where nobody has asked yet
  int steps_ = 0;
};

// The share that arrives at each step back, as a geometric mean over the seeds, with its range.
// Shorter than the flows where what remains is nothing: a gradient that was cut, or that a float32
// cannot hold.
std::vector<Spread> share(const std::vector<Flow>& flows);

// The share that arrives at the first step: 0 where nothing does; NaN where it is not finite, or
// where no gradient enters at the last step.
Spread first_share(const std::vector<Flow>& flows);

}  // namespace laboratory::rnn_remedies
