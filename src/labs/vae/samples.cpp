#include "labs/vae/samples.h"

#include <algorithm>
#include <cmath>

#include "num/rng.h"

namespace laboratory::vae {
namespace {

constexpr std::uint64_t prior_purpose = 811, noise_purpose = 812;

}  // namespace

Coverage coverage(std::span<const float> points, std::span<const double> centres, double sigma) {
  Coverage c;
  c.of = static_cast<int>(centres.size() / 2);
  std::vector<int> hits(static_cast<std::size_t>(c.of));
  int good = 0;
  for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
    double nearest = near * near * sigma * sigma;
    std::size_t best = hits.size();
    for (std::size_t m = 0; m < hits.size(); ++m) {
      const double dx = static_cast<double>(points[i]) - centres[2 * m];
      const double dy = static_cast<double>(points[i + 1]) - centres[2 * m + 1];
      if (dx * dx + dy * dy <= nearest) nearest = dx * dx + dy * dy, best = m;
    }
    if (best == hits.size()) continue;
    ++hits[best], ++good;
  }
  c.modes = static_cast<int>(
      std::count_if(hits.begin(), hits.end(), [](int n) { return n >= covered_by; }));
  c.quality = points.empty() ? 0 : 2.0 * good / static_cast<double>(points.size());
  return c;
}

std::vector<float> planar_samples(
    int latent, double variance, std::uint64_t seed,
    const std::function<std::vector<float>(std::span<const float>)>& decode) {
  num::Rng prior(seed, prior_purpose), noise(seed, noise_purpose);
  std::vector<float> z(static_cast<std::size_t>(drawn * latent));
  for (float& v : z) v = static_cast<float>(prior.normal());
  std::vector<float> x = decode(z);
  const double sigma = std::sqrt(variance);
  for (float& v : x) v += static_cast<float>(sigma * noise.normal());
  return x;
}

}  // namespace laboratory::vae
