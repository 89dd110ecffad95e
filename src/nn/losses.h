// What training makes small. Each is a single number: a mean over the batch (and the places) of
// what its formula gives for one example, in nats where it is a likelihood.
#pragma once

#include "nn/operations.h"

namespace nn {

// -sum_k y_k ln softmax(z)_k for each column of logits z. `target` has the shape of z
// (probabilities, one-hot) or one channel of class indices. No gradient to `target`.
Var softmax_cross_entropy(Var logits, Var target);
// sum over features of ln(1 + e^z) - y z: Bernoulli likelihood from logits. Same shapes;
// y in [0, 1].
Var sigmoid_cross_entropy(Var logits, Var target);

// sum over features of 1/2 (ln 2 pi + v + (x - mean)^2 / e^v), v the log variance. Same shapes, or
// a single number for v.
Var gaussian_nll(Var x, Var mean, Var log_variance);
// KL(N(mean, e^v) || N(0, 1)) = sum over features of 1/2 (mean^2 + e^v - 1 - v).
Var kl_to_standard_normal(Var mean, Var log_variance);
// KL(softmax(p) || softmax(q)) of each column of logits.
Var kl_of_logits(Var p, Var q);

Var l1_loss(Var a, Var b);            // sum over features of |a - b|
Var l2_loss(Var a, Var b);            // sum over features of (a - b)^2 / 2
Var hinge_loss(Var score, Var sign);  // max(0, 1 - sign score), sign +1 or -1

// Adversarial games. `real` and `fake` are the discriminator's logits (or critic's scores).
//   minimax:        E ln D(real) + E ln(1 - D(fake)), which the generator makes small
//   non_saturating: the generator makes -E ln D(fake) small instead
//   least_squares:  Mao et al. (2017), targets 1 and 0
//   wasserstein:    Arjovsky et al. (2017), scores
//   hinge:          Lim & Ye (2017)
enum class Game { minimax, non_saturating, least_squares, wasserstein, hinge };
Var discriminator_loss(Game game, Var real, Var fake);
Var generator_loss(Game game, Var fake);

}  // namespace nn
