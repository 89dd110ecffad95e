// Gaussian variables that are linear in their parents in an acyclic graph, and what an encoder of a
// given shape has to pay for the arrows that it lacks.
#pragma once

#include <vector>

#include "num/digraph.h"
#include "num/matrix.h"

namespace num {

// x_v = sum over parents u of weights(u, v) x_u + e_v, e_v ~ N(0, noise[v]), all means 0.
struct LinearGaussian {
  Digraph graph;              // acyclic
  Matrix weights;             // (n, n), at (from, to); what is no arrow is not read
  std::vector<double> noise;  // variances, (n), > 0
};

// (n, n).
Matrix covariance(const LinearGaussian& model);

// The weights b of the best linear guess of `node` from the nodes `on`, rising: b · on. Given the
// covariance of these, which is positive definite.
std::vector<double> regression(const Matrix& covariance, int node, NodeSet on);

// Correlation of a and b, given `given`: what is left of it when both have been regressed on that.
// In [-1, 1]. The covariance of all three parts is positive definite.
double partial_correlation(const Matrix& covariance, int a, int b, NodeSet given);

// An encoder q(z|x) = product over z of N(z; b · parents, variance), as cheap as its arrows allow.
struct Encoder {
  double nats = 0;                // E_x KL(q(z|x) ‖ p(z|x)), x from p; at least 0
  Matrix weights;                 // (n, n), at (from, to); 0 where there is no arrow
  std::vector<double> variances;  // (n); those of x are 0
};

// The least E_x KL(q ‖ p(z|x)) over all q with the arrows of `shape` into the nodes `latent`; the
// other nodes are the x, and arrows into them are not read. With P the precision of p and S that
// covariance of (z, x) in which x is p's and z follows q,
//   KL = (tr(P S) - n - sum of ln variance_z + ln |cov p| - ln |cov p of x|) / 2,
// which is quadratic in the weights of one z: each is solved for in turn, and none makes the cost
// rise. `shape` is acyclic; `covariance` is p's, positive definite.
Encoder best_encoder(const Matrix& covariance, NodeSet latent, const Digraph& shape);

}  // namespace num
