// How likely a model makes what it has not seen: bounds from samples, and the integral itself.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "labs/vae/autoencoder.h"

namespace laboratory::vae {

inline constexpr int path_places = 61;
inline constexpr double log_two_pi = 1.8378770664093455;

// Of the held-out examples, in nats each.
struct Evidence {
  double elbo = 0, recon = 0;  // recon: the mean of ln p(x | z) under q, so elbo = recon - kl
  std::vector<double> kl;      // of each dimension
  double told() const;         // sum of these: what the code tells of an example
  double error = 0;            // mean squared distance of x from the mean of x given z, under q
  std::vector<double> bounds;  // of 1, 2, 4 ... samples and, at last, of all k
  std::vector<int> counts;     // how many samples each of these has
  double iwae = 0, stderr_iwae = 0;  // the last of these, with its standard error over examples
  std::vector<double> iwae_each;     // by example
  std::optional<double> exact;       // the integral, for one or two dimensions
  std::vector<double> exact_each;
  std::vector<float> path;          // places between two held-out points of different classes
  std::vector<double> path_likely;  // ln p(x) of each, exact
};
Evidence evidence(const Setting& s, const Examples& data, Autoencoder& model);

// ln p(x) of each of `examples` by the grid, for one or two dimensions.
std::vector<double> integrals(const Setting& s, const Examples& data, Autoencoder& model,
                              std::span<const float> examples);

// ln p(x | z) of one example for the output of the decoder at z; `log_variance` is not read where
// the data are binary.
double log_seen(std::span<const float> x, std::span<const float> out, bool binary,
                double log_variance);

// The grid over [-reach, reach] in each of at most two dimensions that the integral is a sum over.
inline constexpr double grid_reach = 5.5;
int grid_side(const Setting& s);
double grid_step(const Setting& s);
// Its nodes, `latent` numbers each, the first dimension fastest.
std::vector<float> grid_nodes(const Setting& s);

}  // namespace laboratory::vae
