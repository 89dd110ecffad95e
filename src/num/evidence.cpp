#include "num/evidence.h"

#include <cmath>

#include "num/elementary.h"
#include "num/rng.h"

namespace num {
namespace {

constexpr double log_two_pi = 1.8378770664093455;

// x ln(x / y), 0 where x is.
double term(double x, double y) { return x > 0 ? x * log(x / y) : 0; }

// Makes a column of positive numbers sum to 1.
void normalise(std::span<double> p) {
  double sum = 0;
  for (const double x : p) sum += x;
  for (double& x : p) x /= sum;
}

// Tables with a row of symbols for each code.
struct Tables {
  std::size_t symbols, codes;
  std::vector<double> decoder, encoder;  // p(x | z) and q(z | x), both at [z symbols + x]

  double prior() const { return 1 / static_cast<double>(codes); }

  std::vector<double> marginal() const {
    std::vector<double> m(symbols);
    for (std::size_t z = 0; z < codes; ++z)
      for (std::size_t x = 0; x < symbols; ++x) m[x] += prior() * decoder[z * symbols + x];
    return m;
  }

  // q(z | x) = p(x | z) p(z) / p(x)
  void expect() {
    const std::vector<double> m = marginal();
    for (std::size_t z = 0; z < codes; ++z)
      for (std::size_t x = 0; x < symbols; ++x)
        encoder[z * symbols + x] = m[x] > 0 ? prior() * decoder[z * symbols + x] / m[x] : prior();
  }

  // p(x | z) in proportion to p_data(x) q(z | x)
  void maximise(std::span<const double> p) {
    for (std::size_t z = 0; z < codes; ++z) {
      for (std::size_t x = 0; x < symbols; ++x)
        decoder[z * symbols + x] = p[x] * encoder[z * symbols + x];
      normalise(std::span(decoder).subspan(z * symbols, symbols));
    }
  }

  // sum_x p_data(x) sum_z q(z | x) ln(p(x | z) p(z) / q(z | x))
  double bound(std::span<const double> p) const {
    double sum = 0;
    for (std::size_t x = 0; x < symbols; ++x)
      for (std::size_t z = 0; z < codes && p[x] > 0; ++z) {
        const std::size_t at = z * symbols + x;
        sum -= p[x] * term(encoder[at], prior() * decoder[at]);
      }
    return sum;
  }
};

}  // namespace

GaussianEvidence gaussian_evidence(double x, double v) {
  GaussianEvidence e{};
  e.post_mean = x / (1 + v);
  e.post_var = v / (1 + v);
  const double miss = x * v / (1 + v);
  e.recon = miss * miss + e.post_var;
  e.kl = kl_to_standard_normal(e.post_mean, e.post_var);
  e.log_px = -0.5 * (log_two_pi + log(1 + v) + x * x / (1 + v));
  e.elbo = -0.5 * (log_two_pi + log(v) + e.recon / v) - e.kl;
  return e;
}

TableFit fit_tables(std::span<const double> p, int latents, int rounds, std::uint64_t seed) {
  constexpr double settled = 1e-15;
  Tables t{p.size(), static_cast<std::size_t>(latents), {}, {}};
  t.decoder.resize(t.symbols * t.codes);
  t.encoder.resize(t.symbols * t.codes);
  Rng rng(seed, 1);
  for (std::size_t z = 0; z < t.codes; ++z) {
    const std::span<double> row = std::span(t.decoder).subspan(z * t.symbols, t.symbols);
    for (double& x : row) x = 0.1 + rng.uniform();
    normalise(row);
  }
  TableFit fit;
  t.expect();
  fit.bounds.push_back(t.bound(p));
  for (int i = 0; i < rounds; ++i) {
    t.maximise(p);
    t.expect();
    fit.bounds.push_back(t.bound(p));
    if (fit.bounds.back() - fit.bounds[fit.bounds.size() - 2] < settled) break;
  }
  fit.marginal = t.marginal();
  for (std::size_t z = 0; z < t.codes; ++z) {
    double share = 0;
    for (std::size_t x = 0; x < t.symbols; ++x) share += p[x] * t.encoder[z * t.symbols + x];
    fit.codes.push_back(share);
  }
  return fit;
}

ModePrice mode_price(int n) {
  const double p = 1.0 / n, q = 1.0 / (n - 1), m = (p + q) / 2;
  const double of_p = (n - 1) * term(p, m) + term(p, p / 2), of_q = (n - 1) * term(q, m);
  return {(n - 1) * term(q, p), (of_p + of_q) / 2};
}

double linear_kl(double eigenvalue, double s) {
  return s < eigenvalue ? 0.5 * log(eigenvalue / s) : 0;
}

double kl_to_standard_normal(double mean, double variance) {
  return 0.5 * (mean * mean + variance - 1 - log(variance));
}
double kl_to_standard_normal_of_log(double mean, double log_variance) {
  return 0.5 * (mean * mean + exp(log_variance) - 1 - log_variance);
}

}  // namespace num
