// The Siamese network of two towers with shared weights, and its gradients by hand.
//
//   z1 = W1 X + b1    a1 = g(z1)
//   z2 = W1 X' + b1   a2 = g(z2)     a = merge(a1, a2)
//   z3 = W2 a + b2    yhat = sigmoid(z3)
//   J = -(1/m) sum_i y_i log yhat_i + (1 - y_i) log(1 - yhat_i)
//
// Columns are examples. X, X': D x m. W1: Da x D. b1: Da x 1. W2: 1 x Da. Y: 1 x m.
// Bromley et al., "Signature verification using a Siamese time delay neural network" (1993).
#pragma once

#include "labs/siamese/params.h"

namespace laboratory::siamese {

// Slope of the leaky activation below 0.
constexpr double leaky_slope = 0.01;

struct Net {
  Merge merge = Merge::difference;
  Activation activation = Activation::relu;
  lab::Matrix W1, b1, W2, X, Xp, Y;
  double b2 = 0;

  int inputs() const { return W1.cols; }
  int hidden() const { return W1.rows; }
  int examples() const { return X.cols; }
};

// z1, z2, a1, a2, a: Da x m. z3, yhat: 1 x m. J in nats.
struct Forward {
  lab::Matrix z1, z2, a1, a2, a, z3, yhat;
  double J = 0;
};

// Everything that the backward walk meets, from the formulas that a person derives:
//   delta1 = dJ/dz3 = (yhat - y) / m                            1 x m
//   delta2 = dz3/da = W2                                        1 x Da
//   delta3 = the diagonal of da/dz2 for each example            Da x m
//   dJ/da = W2^T delta1,  dJ/dz1 = da/dz1 . dJ/da, likewise z2  Da x m
//   dJ/dW1 = sum_i dz1_i x_i^T + dz2_i x'_i^T                   Da x D
//   dJ/db1 = sum_i dz1_i + dz2_i                                Da x 1
//   dJ/dW2 = sum_i delta1_i a_i^T, dJ/db2 = sum_i delta1_i      1 x Da, 1 x 1
struct Gradients {
  lab::Matrix yhat, delta1, delta2, delta3;
  lab::Matrix merge1, merge2;  // da/da1, da/da2: diagonals, Da x m
  lab::Matrix slope1, slope2;  // da1/dz1, da2/dz2: diagonals, Da x m
  lab::Matrix a, a1, a2, z1, z2;
  lab::Matrix W1, b1, W2, X, Xp;
  double b2 = 0;
};

// The activation g and its slope; the slope at a kink is that from below.
double activate(Activation g, double z);
double activation_slope(Activation g, double z);

Forward forward(const Net& net);
Gradients by_hand(const Net& net, const Forward& f);

// The smallest distance from a place where a slope jumps: |z| for ReLU and leaky, |z1 - z2| for
// the merge |a1 - a2|, unless ReLU has switched both units off. Infinite where nothing jumps.
double kink_distance(const Net& net, const Forward& f);
// The same for one example, counted from 0.
double kink_distance(const Net& net, const Forward& f, int example);

lab::Matrix zeros(int rows, int cols);

}  // namespace laboratory::siamese
