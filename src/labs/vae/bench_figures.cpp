#include "labs/vae/bench_figures.h"

#include <algorithm>
#include <string>
#include <vector>

#include "lab/digits.h"
#include "labs/curves.h"
#include "labs/phrases.h"
#include "labs/vae/evidence.h"
#include "num/elementary.h"
#include "num/evidence.h"
#include "num/statistics.h"

namespace laboratory::vae {
namespace {

using lab::Role;

constexpr double two_pi = 6.283185307179586;
constexpr double beside = 0.12;  // how far the two marks of a seed stand off each other

const char* handicap_words(Gan gan) {
  switch (gan) {
    case Gan::slow:
      return "the discriminator at a tenth of the rate";
    case Gan::fast:
      return "the discriminator at three times the rate";
    case Gan::low:
      return "all rates at a tenth";
    case Gan::high:
      return "all rates at three times";
    case Gan::narrow:
      return "nets of an eighth of the width";
    default:
      return "equal rates";
  }
}

// ln q at (x, y) from the first centre, which the equal mixture q of the others leaves out.
double lost_density(const std::vector<double>& centres, double sigma, double x = 0, double y = 0) {
  const std::size_t n = centres.size() / 2;
  double nearest = 1e300;
  for (std::size_t i = 1; i < n; ++i) {
    const double dx = centres[2 * i] - centres[0] - x;
    const double dy = centres[2 * i + 1] - centres[1] - y;
    nearest = std::min(nearest, dx * dx + dy * dy);
  }
  // Shifted by the nearest, for a density this small may be no double.
  double sum = 0;
  for (std::size_t i = 1; i < n; ++i) {
    const double dx = centres[2 * i] - centres[0] - x;
    const double dy = centres[2 * i + 1] - centres[1] - y;
    sum += num::exp(-(dx * dx + dy * dy - nearest) / (2 * sigma * sigma));
  }
  return num::log(sum / static_cast<double>(n - 1)) - nearest / (2 * sigma * sigma) - log_two_pi -
         2 * num::log(sigma);
}

// KL(p || q) of the equal mixture p of modes that do not overlap, by the sum over a lattice about
// the one that q leaves out.
double lost_divergence(const std::vector<double>& centres, double sigma) {
  constexpr int reach = 24, steps = 4;
  const auto n = static_cast<double>(centres.size() / 2);
  double sum = 0;
  for (int i = -reach; i <= reach; ++i)
    for (int j = -reach; j <= reach; ++j) {
      const double u = static_cast<double>(i) / steps, v = static_cast<double>(j) / steps;
      const double log_p = -0.5 * (u * u + v * v) - log_two_pi - 2 * num::log(sigma) - num::log(n);
      const double weight = num::exp(-0.5 * (u * u + v * v)) / (two_pi * steps * steps);
      sum += weight * (log_p - lost_density(centres, sigma, u * sigma, v * sigma));
    }
  return sum / n + (n - 1) / n * num::log((n - 1) / n);
}

struct Means {
  num::Running vae_modes, gan_modes, vae_quality, gan_quality;
};
Means means_of(const Study& s) {
  Means m;
  for (const Bench::Pair& pair : s.pairs) {
    if (!pair.vae_stands) {
      m.vae_modes.add(pair.vae.modes);
      m.vae_quality.add(pair.vae.quality);
    }
    if (!pair.gan_stands) {
      m.gan_modes.add(pair.gan.modes);
      m.gan_quality.add(pair.gan.quality);
    }
  }
  return m;
}

lab::Curve marks(const char* name, Role role) {
  lab::Curve curve = blank_curve(name, role);
  curve.trace = lab::Trace::marks;
  return curve;
}

}  // namespace

void report_bench(const Params& p, const Study& s, lab::Report& r) {
  struct Mean {
    const char *key, *label;
    const num::Running* over;
  };
  const Means m = means_of(s);
  const Mean means[] = {
      {"modes.vae.mean", "modes that VAEs cover, mean over the seeds", &m.vae_modes},
      {"modes.gan.mean", "modes that GANs cover, mean over the seeds", &m.gan_modes},
      {"quality.vae.mean", "quality of the VAEs, mean over the seeds", &m.vae_quality},
      {"quality.gan.mean", "quality of the GANs, mean over the seeds", &m.gan_quality},
  };
  const char* const modes = "modes that the GAN’s samples cover";
  const char* const quality = "share of its samples within 3σ of a mode";
  const bool counted = !s.pairs.empty() && s.pairs[0].gan.of > 0;
  const char* const why = s.pairs.empty()
                              ? (p.setting.images_only() ? "GANs are trained on points alone"
                                                         : "no GAN is trained beside the VAE")
                              : "these data have no modes that could be counted";
  const char* const stands = "its numbers are no longer finite";
  if (counted && !s.pairs[0].gan_stands) {
    r.count("modes.gan", modes, s.pairs[0].gan.modes);
    r.real("quality.gan", quality, s.pairs[0].gan.quality);
  } else {
    r.undefined("modes.gan", modes, counted ? stands : why);
    r.undefined("quality.gan", quality, counted ? stands : why);
  }
  for (const Mean& mean : means) {
    if (counted && mean.over->count() > 0)
      r.real(mean.key, mean.label, mean.over->mean());
    else
      r.undefined(mean.key, mean.label, counted ? stands : why);
  }
}

void draw_bench(const Params& p, const Study& s, lab::Report& r) {
  if (s.pairs.empty() || s.pairs[0].gan.of == 0) return;
  const Means m = means_of(s);
  lab::Lines modes, quality;
  const double seeds = static_cast<double>(s.pairs.size());
  modes.x = quality.x = {"seed, counted from the first", 0.5, seeds + 0.5, false};
  modes.y = {"modes covered", 0, s.pairs[0].gan.of + 0.5, false};
  quality.y = {"share within 3σ of a mode", 0, 1, false};
  for (lab::Lines* const lines : {&modes, &quality})
    lines->curves = {marks("VAE", Role::prediction), marks("GAN", Role::activation)};
  for (std::size_t i = 0; i < s.pairs.size(); ++i) {
    const Bench::Pair& pair = s.pairs[i];
    const double at = static_cast<double>(i + 1);
    if (!pair.vae_stands) {
      add_point(modes.curves[0], at - beside, pair.vae.modes);
      add_point(quality.curves[0], at - beside, pair.vae.quality);
    }
    if (!pair.gan_stands) {
      add_point(modes.curves[1], at + beside, pair.gan.modes);
      add_point(quality.curves[1], at + beside, pair.gan.quality);
    }
  }
  const std::string of = lab::counted(static_cast<long long>(s.pairs.size()), "seed", "seeds");
  const std::string moment =
      " after " + lab::counted(s.steps, "step", "steps") + ", " + handicap_words(p.gan);
  const auto words = [](const num::Running& v) {
    return v.count() > 0 ? brief(v.mean(), 3) : std::string("–");
  };
  r.figure("bench.modes", "Modes covered" + moment,
           "Over " + of + " the VAEs cover " + words(m.vae_modes) +
               " modes on average and the GANs " + words(m.gan_modes) + ", with " +
               handicap_words(p.gan) + ".",
           std::move(modes))
      .tab = tabs::bench;
  r.figure("bench.quality", "Share of samples near a mode" + moment,
           "Over " + of + " a share of " + words(m.vae_quality) +
               " of the VAEs’ samples lies near a mode, and " + words(m.gan_quality) +
               " of the GANs’.",
           std::move(quality))
      .tab = tabs::bench;
}

void report_price(const Examples& data, double sigma, lab::Report& r) {
  const char* const there = "ln q(x) at the centre of a mode that q leaves out";
  const char* const reverse = "KL(q‖p) of a q that leaves out one mode";
  const char* const middle = "Jensen–Shannon divergence of the same";
  if (data.centres.empty()) {
    const char* const why = "these data have no modes that could be left out";
    r.undefined("price.log_density", there, why);
    r.undefined("price.reverse_kl", reverse, why);
    r.undefined("price.js", middle, why);
    return;
  }
  const num::ModePrice price = num::mode_price(static_cast<int>(data.centres.size() / 2));
  r.real("price.log_density", there, lost_density(data.centres, sigma), "nats");
  r.real("price.reverse_kl", reverse, price.reverse_kl, "nats");
  r.real("price.js", middle, price.jensen_shannon, "nats");
}

void draw_price(const Examples& data, double sigma, lab::Report& r) {
  if (data.centres.empty()) return;
  const int n = static_cast<int>(data.centres.size() / 2);
  const num::ModePrice price = num::mode_price(n);
  const double there = lost_density(data.centres, sigma),
               forward = lost_divergence(data.centres, sigma);
  lab::Bars bars;
  bars.x = {"divergence", 0, 0, false};
  bars.y = {"nats", 0, 0, false};
  bars.names = {"KL(p‖q), likelihood", "KL(q‖p)", "Jensen–Shannon"};
  bars.heights = {static_cast<float>(forward), static_cast<float>(price.reverse_kl),
                  static_cast<float>(price.jensen_shannon)};
  bars.notes = {brief(forward, 3), brief(price.reverse_kl), brief(price.jensen_shannon, 3)};
  bars.roles = {Role::prediction, Role::neutral, Role::activation};
  r.figure("price", "What it costs to leave out one mode of " + std::to_string(n),
           "Data in the lost mode have a log-density of " + brief(there, 3) +
               " nats, so that KL(p‖q) is " + brief(forward, 3) +
               ", and without bound for a model with no mass there; KL(q‖p) is " +
               brief(price.reverse_kl) +
               " and the Jensen–Shannon divergence, which an ideal "
               "discriminator measures, " +
               brief(price.jensen_shannon, 3) + ".",
           std::move(bars))
      .tab = tabs::bench;
}

}  // namespace laboratory::vae
