// The remedies side by side: the same net from the same seed, each with one thing changed.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "lab/figure.h"
#include "lab/report.h"
#include "labs/depth/net.h"

namespace laboratory::depth {

// One net of the line-up. The first is the plain one, as the parameters give it.
struct Contender {
  std::string id;     // "plain", "i" ... "iv", "skips", "he", ...
  std::string name;   // "iv batch norm"
  std::string brief;  // where there is little room: "iv"
  lab::Role role;     // its colour in every figure
  bool dashed;        // its curves: the paper does not list it
  Params params;
  std::unique_ptr<Net> net;  // made with the first step
};

// The nets that the parameters ask for, without their nets: the line-up, or the plain one and
// another.
std::vector<Contender> line_up(const Params& p);

// How a net stands: what the verdicts are decided by.
struct Health {
  double dead_share = 0;  // of the hidden units
  double first = 0;       // |dJ/dW| of the first layer
  double reach = 0;       // first, as a share of the largest over the layers; 0 where all are 0
};
Health health(Net& net);

// A remedy helps where it does one of the two, judged by the last step's gradients:
//   revives: at least a hundredth of the plain net's units are dead, and at most half of that share
//            is left;
//   carries: in the plain net less than a millionth of the largest gradient reaches the first
//            layer, and with the remedy a millionth or more does.
struct Verdict {
  bool revives = false, carries = false;
  bool helps() const { return revives || carries; }
  const char* words() const {
    return revives && carries ? "revives units and carries the gradient"
           : revives          ? "revives units, no more"
           : carries          ? "carries the gradient"
                              : "neither";
  }
};
Verdict judge(const Health& plain, const Health& remedy);

constexpr double fewest_dead = 0.01, least_reach = 1e-6;

// All that a run has shown: what figures and readouts are made from.
struct Record {
  Params params;
  std::vector<Contender> nets;
  int steps = 0;
  // Steps that show about as many examples as the training set has: over so many the loss and the
  // accuracy are averaged.
  int window() const;
};

}  // namespace laboratory::depth
