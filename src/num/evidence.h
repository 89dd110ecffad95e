// Latent-variable models whose marginal likelihood is known in closed form, so that bounds on it
// can be held against the truth. All in nats.
//
// For any q: ln p(x) = E_q[ln p(x | z)] - KL(q || p(z)) + KL(q || p(z | x)); the first two terms
// are the evidence lower bound. Kingma & Welling, "Auto-encoding variational Bayes" (2014).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace num {

// z ~ N(0, 1), x | z ~ N(z, v), v > 0, and q the exact posterior N(x / (1 + v), v / (1 + v)).
struct GaussianEvidence {
  double post_mean, post_var;
  double recon;   // E_q[(x - z)^2]
  double kl;      // KL(q || N(0, 1))
  double log_px;  // ln N(x; 0, 1 + v)
  double elbo;    // -ln(2 pi v) / 2 - recon / (2 v) - kl, which equals log_px for this q
};
GaussianEvidence gaussian_evidence(double x, double v);

// What a variational autoencoder of free tables learns of a distribution over n symbols: p(z) is
// uniform over `latents` codes, p(x | z) and q(z | x) are tables. Both are improved in turn (the
// steps of expectation and maximisation), which never lowers the bound.
struct TableFit {
  std::vector<double> bounds;    // E_p[bound] at the start and after each round
  std::vector<double> marginal;  // sum_z p(x | z) p(z) after the last round, one for each symbol
  std::vector<double> codes;     // sum_x q(z | x) p(x), likewise, one for each code
};
// p: (n), at least 0, sums to 1. Ends early where a round gains less than 1e-15. `latents` >= 1.
TableFit fit_tables(std::span<const double> p, int latents, int rounds, std::uint64_t seed);

// What it costs a model q to leave out one of n >= 2 equal modes that do not overlap and to share
// its mass among the others. KL(p || q) is infinite.
struct ModePrice {
  double reverse_kl;      // KL(q || p) = ln(n / (n - 1))
  double jensen_shannon;  // (KL(p || m) + KL(q || m)) / 2 with m = (p + q) / 2
};
ModePrice mode_price(int n);

// -ln(s / largest) / 2 for s below the largest eigenvalue of the data's covariance, else 0: the
// divergence from the prior of one dimension of an optimal linear model whose decoder has the
// variance s, or beta times it in the objective. Lucas et al., "Don't blame the ELBO!" (2019).
double linear_kl(double eigenvalue, double s);

// KL(N(mean, variance) || N(0, 1)), variance > 0.
double kl_to_standard_normal(double mean, double variance);
// The same of ln variance, finite where the variance itself is too small for a number.
double kl_to_standard_normal_of_log(double mean, double log_variance);

}  // namespace num
