// What all repeats so far have shown.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "lab/report.h"
#include "labs/weight_penalty/contest.h"
#include "nn/snapshot.h"
#include "num/statistics.h"

namespace laboratory::weight_penalty {

// What one repeat has come to, by Penalty: accuracies and weights that are not 0 at the chosen λ
// and along the grid.
struct Outcome {
  struct Side {
    double accuracy = 0, train = 0, nonzero = 0, memorised = 0, log_lambda = 0;
    std::vector<double> test_path, nonzero_path;

    template <class Archive, class Self>
    static void describe(Archive& a, Self& self) {
      a(self.accuracy, self.train, self.nonzero, self.memorised, self.log_lambda, self.test_path,
        self.nonzero_path);
    }
  };
  std::array<Side, 2> sides;
  int wrong_labels = 0;

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.sides[0], self.sides[1], self.wrong_labels);
  }
};
Outcome outcome(const Contest& contest);

// One penalty over the repeats; the first four at the λ chosen in each.
struct Side {
  num::Running accuracy, train, nonzero, memorised;
  num::Running log_lambda;
  std::vector<num::Running> test_path, nonzero_path;  // at each λ of the grid
  int wins = 0;                                       // repeats in which it alone was the better
};

struct Record {
  Params params;
  std::optional<Contest> first;  // whose weights are shown,
  Walk walk;                     // as λ grows
  std::array<Side, 2> sides;
  num::Running lead;  // accuracy of L1 less that of L2
  int repeats = 0;

  void add(const Outcome& outcome);
  // Takes the contest for the one whose weights are shown.
  void show(Contest contest);
  const Side& of(Penalty p) const { return sides[static_cast<std::size_t>(p)]; }
};

constexpr std::array both_penalties = {Penalty::l1, Penalty::l2};
inline const char* name(Penalty p) { return p == Penalty::l1 ? "L1" : "L2"; }

}  // namespace laboratory::weight_penalty
