// One repeat of the experiment: the same noisy data learned with either penalty.
#pragma once

#include <array>
#include <vector>

#include "labs/weight_penalty/params.h"

namespace laboratory::weight_penalty {

// The weights of logistic regression along a path of λ, from small to large, and the accuracies of
// each. With a given λ the path ends with it, out of order.
struct Path {
  std::vector<double> lambda;
  std::vector<std::vector<float>> weights;  // (features) for each λ
  std::vector<double> train, validation, test;
  std::vector<double> memorised;  // share of the wrong training labels that are reproduced
  std::vector<int> nonzero;
  std::size_t chosen = 0;  // the given λ, or the best on the validation set, the larger of equals
};

struct Contest {
  std::vector<float> truth;   // (features), of length 1
  int wrong_labels = 0;       // among the training points
  std::array<Path, 2> paths;  // by Penalty
  const Path& of(Penalty p) const { return paths[static_cast<std::size_t>(p)]; }
};

// Inputs x ~ N(0, I), label 1 where w.x > 0 for a truth w with N(0, 1) in `informative` places and
// 0 elsewhere. A share `flips` of the labels for training, and of as many for validation, are
// turned over; 500 labels for the test are clean. Both penalties minimise
//   (1/n) sum log(1 + exp(-y z)) + λ |w|_1   or   + λ/2 |w|^2
// by 60 accelerated proximal steps (Beck & Teboulle, "A fast iterative shrinkage-
// thresholding algorithm", 2009) in float32: the proximal step of |w|_1 sets weights to exactly 0.
// Repeats have streams of their own; what one setting draws, another draws, too.
Contest contest(const Params& p, int repeat);

// The weights of a repeat with either penalty as λ grows, one for each step from the first to the
// last, at equal ratios: from a hundredth of the chosen λ to that, and on to ten times of it.
struct Walk {
  struct Stage {
    double lambda;
    std::vector<float> weights;  // (features)
    int nonzero;
    double train, test;  // accuracies
  };
  std::array<std::vector<Stage>, 2> stages;  // by Penalty
  const Stage& at(Penalty p, int step) const {
    return stages[static_cast<std::size_t>(p)][static_cast<std::size_t>(step - 1)];
  }
};
Walk walk(const Params& p, int repeat, const Contest& contest);

// Where λ is tuned: 10^-2.75 to 10^-0.75 for L1, 0.01 to 10 for L2, by equal ratios.
std::vector<double> lambda_grid(Penalty p);

}  // namespace laboratory::weight_penalty
