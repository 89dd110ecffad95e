// Numbers behind a graph: a linear-Gaussian instance, what it says of two nodes, and what encoders
// cost on it.
#pragma once

#include <vector>

#include "labs/graphical_model/source.h"
#include "num/linear_gaussian.h"

namespace laboratory::graphical_model {

// Every z has variance 1 and correlation `a` with the sum of its parents, where it has some; every
// x is the sum of its parents, scaled to variance 1, with noise of variance r, or by itself of
// variance 1 + r. Each parent enters a sum with variance 1 and a plus. p is acyclic.
num::LinearGaussian instance(const Source& s, double a, double r);

// What is left of two nodes once the given ones have been taken off, in samples of an instance.
struct Residuals {
  std::vector<float> from, to;
  double correlation = 0;
};
Residuals residuals(const num::LinearGaussian& model, const num::Matrix& covariance, int from,
                    int to, num::NodeSet given, int samples, int seed);

// What an encoder of that shape costs at best, in nats. q is acyclic.
double encoder_cost(const num::Matrix& covariance, const Sizes& sizes, const num::Digraph& q);

}  // namespace laboratory::graphical_model
