// Mixtures of equally round Gaussians in the plane, with their entropy.
#pragma once

#include <vector>

namespace num {

// p(x, y) = sum_i weight_i N((x, y); (x_i, y_i), sigma^2 I). Weights are positive and sum to 1.
struct Mixture {
  struct Node {
    double x, y, weight;
  };
  std::vector<Node> nodes;
  double sigma = 1;  // > 0

  double density(double x, double y) const;
  // The integral of p ln p, in nats: what no model's mean log-likelihood of data from p exceeds. By
  // the trapezoidal rule with steps of sigma / 4 as far as 8 sigma about each node, which for what
  // is so smooth errs by less than 1e-6.
  double negative_entropy() const;
};

}  // namespace num
