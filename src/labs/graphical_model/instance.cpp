#include "labs/graphical_model/instance.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "num/rng.h"

namespace laboratory::graphical_model {

num::LinearGaussian instance(const Source& s, double a, double r) {
  const int n = s.sizes.nodes();
  num::LinearGaussian model{s.p, num::Matrix::zero(n, n),
                            std::vector<double>(static_cast<std::size_t>(n), 1)};
  const auto order = num::topological_order(s.p);
  assert(order);
  // Nodes that come later have no weight yet, which changes nothing of those before them.
  for (const int node : *order) {
    const bool latent = s.sizes.is_latent(node);
    double& noise = model.noise[static_cast<std::size_t>(node)];
    const std::vector<int> parents = num::nodes_of(s.p.parents(node));
    if (parents.empty()) {
      noise = latent ? 1 : 1 + r;
      continue;
    }
    const num::Matrix known = num::covariance(model);
    const auto scale = [&known](int parent) { return 1 / std::sqrt(known.at(parent, parent)); };
    double spread = 0;
    for (const int one : parents)
      for (const int other : parents) spread += known.at(one, other) * scale(one) * scale(other);
    for (const int parent : parents)
      model.weights.at(parent, node) = (latent ? a : 1) * scale(parent) / std::sqrt(spread);
    noise = latent ? 1 - a * a : r;
  }
  return model;
}

Residuals residuals(const num::LinearGaussian& model, const num::Matrix& covariance, int from,
                    int to, num::NodeSet given, int samples, int seed) {
  constexpr int drawn = 1;
  num::Rng rng(static_cast<std::uint64_t>(seed), drawn);
  const auto order = num::topological_order(model.graph);
  assert(order);
  const std::vector<int> on = num::nodes_of(given);
  const std::vector<double> off_from = num::regression(covariance, from, given);
  const std::vector<double> off_to = num::regression(covariance, to, given);
  Residuals out;
  double xx = 0, xy = 0, yy = 0, x_sum = 0, y_sum = 0;
  std::vector<double> value(static_cast<std::size_t>(model.graph.nodes()));
  const auto at = [&value](int node) -> double& { return value[static_cast<std::size_t>(node)]; };
  for (int i = 0; i < samples; ++i) {
    for (const int node : *order) {
      at(node) = std::sqrt(model.noise[static_cast<std::size_t>(node)]) * rng.normal();
      for (const int parent : num::nodes_of(model.graph.parents(node)))
        at(node) += model.weights.at(parent, node) * at(parent);
    }
    double x = at(from), y = at(to);
    for (std::size_t k = 0; k < on.size(); ++k) {
      x -= off_from[k] * at(on[k]);
      y -= off_to[k] * at(on[k]);
    }
    out.from.push_back(static_cast<float>(x));
    out.to.push_back(static_cast<float>(y));
    x_sum += x, y_sum += y, xx += x * x, xy += x * y, yy += y * y;
  }
  const double n = samples;
  const double varied = (xx - x_sum * x_sum / n) * (yy - y_sum * y_sum / n);
  out.correlation = std::clamp((xy - x_sum * y_sum / n) / std::sqrt(varied), -1.0, 1.0);
  return out;
}

double encoder_cost(const num::Matrix& covariance, const Sizes& sizes, const num::Digraph& q) {
  return num::best_encoder(covariance, sizes.latent(), q).nats;
}

}  // namespace laboratory::graphical_model
