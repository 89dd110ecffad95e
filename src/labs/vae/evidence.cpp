#include "labs/vae/evidence.h"

#include <algorithm>
#include <cmath>

#include "nn/columns.h"
#include "nn/functions.h"
#include "num/elementary.h"
#include "num/evidence.h"
#include "num/rng.h"
#include "num/statistics.h"

namespace laboratory::vae {
namespace {

constexpr std::uint64_t sampling_purpose = 801;

// ln sum_i e^(x_i), shifted by the largest.
double log_sum(std::span<const double> x) {
  const double top = *std::max_element(x.begin(), x.end());
  double sum = 0;
  for (const double v : x) sum += num::exp(v - top);
  return top + num::log(sum);
}

// The same of many floats, which it overwrites; their exponentials are summed in blocks.
double log_sum(std::vector<float>& x) {
  constexpr std::size_t block = 1024;
  const float top = *std::max_element(x.begin(), x.end());
  for (float& v : x) v -= top;
  nn::exp(x.data(), x.data(), x.size());
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); i += block)
    sum += static_cast<double>(nn::sum(x.data() + i, std::min(block, x.size() - i)));
  return static_cast<double>(top) + num::log(sum);
}

// Samples of q for some examples in a row, k each, and ln p(z) - ln q(z | x) of each.
struct Draw {
  std::vector<float> z;
  std::vector<double> log_ratio;
};
Draw draw(const Posteriors& q, int first, int some, int k, num::Rng& rng) {
  const auto latent = static_cast<std::size_t>(q.latent);
  Draw d;
  d.z.reserve(static_cast<std::size_t>(some * k) * latent);
  for (int i = first; i < first + some; ++i) {
    const std::size_t at = static_cast<std::size_t>(i) * latent;
    for (int s = 0; s < k; ++s) {
      double ratio = 0;
      for (std::size_t j = 0; j < latent; ++j) {
        const double e = rng.normal();
        const double log_v = static_cast<double>(q.log_variance[at + j]);
        const double z = static_cast<double>(q.mean[at + j]) + num::exp(0.5 * log_v) * e;
        ratio += 0.5 * (log_v + e * e - z * z);
        d.z.push_back(static_cast<float>(z));
      }
      d.log_ratio.push_back(ratio);
    }
  }
  return d;
}

// Mean over groups of `group` of ln of the group's mean weight.
double grouped_bound(std::span<const double> log_weights, std::size_t group) {
  double sum = 0;
  const std::size_t groups = log_weights.size() / group;
  for (std::size_t i = 0; i < groups; ++i) sum += log_sum(log_weights.subspan(i * group, group));
  return sum / static_cast<double>(groups) - num::log(static_cast<double>(group));
}

// ln p(z) of each node, with the logarithm of the cell's size.
std::vector<float> log_priors(const Setting& s, std::span<const float> nodes) {
  const auto latent = static_cast<std::size_t>(s.latent);
  std::vector<float> all;
  all.reserve(nodes.size() / latent);
  const double cell = s.latent * (num::log(grid_step(s)) - 0.5 * log_two_pi);
  for (std::size_t i = 0; i < nodes.size(); i += latent) {
    double square = 0;
    for (std::size_t j = 0; j < latent; ++j)
      square += static_cast<double>(nodes[i + j]) * static_cast<double>(nodes[i + j]);
    all.push_back(static_cast<float>(cell - 0.5 * square));
  }
  return all;
}

// The squared distance of x from its mean given z.
double squared_error(std::span<const float> x, std::span<const float> out, bool binary) {
  float mean[image_side * image_side];
  if (binary)
    nn::sigmoid(out.data(), mean, out.size());
  else
    std::copy(out.begin(), out.end(), mean);
  double square = 0;
  for (std::size_t j = 0; j < x.size(); ++j) {
    const double d = static_cast<double>(x[j]) - static_cast<double>(mean[j]);
    square += d * d;
  }
  return square;
}

// Places on the straight line from the first held-out point to the second, which is of another
// class, for classes take turns.
std::vector<float> path_of(const Examples& data) {
  std::vector<float> path;
  if (data.binary || data.train.classes < 2) return path;
  const std::vector<float>& test = data.test.inputs;
  for (int i = 0; i < path_places; ++i) {
    const float t = static_cast<float>(i) / (path_places - 1);
    path.push_back((1 - t) * test[0] + t * test[2]);
    path.push_back((1 - t) * test[1] + t * test[3]);
  }
  return path;
}

double mean_of(const std::vector<double>& x) {
  double sum = 0;
  for (const double v : x) sum += v;
  return sum / static_cast<double>(x.size());
}

}  // namespace

std::vector<double> integrals(const Setting& s, const Examples& data, Autoencoder& model,
                              std::span<const float> examples) {
  const std::vector<float> nodes = grid_nodes(s), out = model.decode(nodes);
  std::vector<float> base = log_priors(s, nodes);
  const std::size_t n = base.size(), features = static_cast<std::size_t>(data.features());
  const double log_v = model.log_variance();
  const float half_precision = static_cast<float>(0.5 * num::exp(-log_v));
  if (data.binary) {
    std::vector<float> soft(out.size());
    nn::softplus(out.data(), soft.data(), out.size());
    for (std::size_t i = 0; i < n; ++i) base[i] -= nn::sum(soft.data() + i * features, features);
  } else {
    const auto shift = static_cast<float>(0.5 * data.features() * (log_two_pi + log_v));
    for (float& b : base) b -= shift;
  }
  std::vector<float> terms(n);
  std::vector<double> all;
  for (std::size_t e = 0; e < examples.size() / features; ++e) {
    const float* const x = &examples[e * features];
    if (data.binary) {
      for (std::size_t i = 0; i < n; ++i)
        terms[i] = base[i] + nn::dot(x, out.data() + i * features, features);
    } else {
      const float x0 = x[0], x1 = x[1];
      for (std::size_t i = 0; i < n; ++i) {
        const float d0 = out[2 * i] - x0, d1 = out[2 * i + 1] - x1;
        terms[i] = base[i] - half_precision * (d0 * d0 + d1 * d1);
      }
    }
    all.push_back(log_sum(terms));
  }
  return all;
}

double Evidence::told() const {
  double sum = 0;
  for (const double v : kl) sum += v;
  return sum;
}

double log_seen(std::span<const float> x, std::span<const float> out, bool binary,
                double log_variance) {
  if (binary) {
    // y z - ln(1 + e^z)
    float soft[image_side * image_side];
    nn::softplus(out.data(), soft, out.size());
    return static_cast<double>(nn::dot(x.data(), out.data(), x.size())) -
           static_cast<double>(nn::sum(soft, out.size()));
  }
  double square = 0;
  for (std::size_t j = 0; j < x.size(); ++j) {
    const double d = static_cast<double>(x[j]) - static_cast<double>(out[j]);
    square += d * d;
  }
  return -0.5 * (static_cast<double>(x.size()) * (log_two_pi + log_variance) +
                 square * num::exp(-log_variance));
}

int grid_side(const Setting& s) {
  if (s.latent == 1) return 2001;
  // As fine as the decoder's cost allows.
  const double nodes = 4e8 / static_cast<double>(work(s).decoder);
  return std::clamp(static_cast<int>(std::sqrt(nodes)), 61, 201);
}
double grid_step(const Setting& s) { return 2 * grid_reach / (grid_side(s) - 1); }

std::vector<float> grid_nodes(const Setting& s) {
  const int side = grid_side(s);
  const double step = grid_step(s);
  std::vector<float> nodes;
  for (int row = 0; row < (s.latent == 1 ? 1 : side); ++row)
    for (int col = 0; col < side; ++col) {
      nodes.push_back(static_cast<float>(col * step - grid_reach));
      if (s.latent == 2) nodes.push_back(static_cast<float>(row * step - grid_reach));
    }
  return nodes;
}

Evidence evidence(const Setting& s, const Examples& data, Autoencoder& model) {
  Evidence e;
  const Posteriors q = model.encode(data.test.inputs);
  const auto latent = static_cast<std::size_t>(s.latent);
  const std::size_t features = static_cast<std::size_t>(data.features());
  const int n = data.test.size(), k = s.k;
  const double log_v = model.log_variance();
  e.kl.assign(latent, 0);
  for (std::size_t i = 0; i < q.mean.size(); ++i)
    e.kl[i % latent] += num::kl_to_standard_normal_of_log(static_cast<double>(q.mean[i]),
                                                          static_cast<double>(q.log_variance[i])) /
                        n;
  for (int c = 1; c < k; c *= 2) e.counts.push_back(c);
  e.counts.push_back(k);
  e.bounds.assign(e.counts.size(), 0);
  num::Rng rng(static_cast<std::uint64_t>(s.seed), sampling_purpose);
  num::Running over;
  std::vector<double> weights(static_cast<std::size_t>(k));
  for (int i = 0; i < n; ++i) {
    const Draw d = draw(q, i, 1, k, rng);
    const std::vector<float> out = model.decode(d.z);
    const std::span<const float> x =
        std::span(data.test.inputs).subspan(static_cast<std::size_t>(i) * features, features);
    for (std::size_t j = 0; j < weights.size(); ++j) {
      const std::span<const float> at = std::span(out).subspan(j * features, features);
      const double seen = log_seen(x, at, data.binary, log_v);
      weights[j] = seen + d.log_ratio[j];
      e.recon += seen / (static_cast<double>(n) * k);
      const double square = squared_error(x, at, data.binary);
      e.error += square / (static_cast<double>(n) * k);
    }
    for (std::size_t c = 0; c < e.counts.size(); ++c)
      e.bounds[c] += grouped_bound(weights, static_cast<std::size_t>(e.counts[c])) / n;
    const double own = grouped_bound(weights, weights.size());
    over.add(own);
    e.iwae_each.push_back(own);
  }
  e.elbo = e.recon - e.told();
  e.iwae = over.mean();
  e.stderr_iwae = over.standard_error();
  if (s.latent <= 2) {
    std::vector<float> all = data.test.inputs;
    e.path = path_of(data);
    all.insert(all.end(), e.path.begin(), e.path.end());
    e.exact_each = integrals(s, data, model, all);
    e.path_likely.assign(e.exact_each.begin() + n, e.exact_each.end());
    e.exact_each.resize(static_cast<std::size_t>(n));
    e.exact = mean_of(e.exact_each);
  }
  return e;
}

}  // namespace laboratory::vae
