#include "labs/vae/bound_figures.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "labs/curves.h"
#include "labs/phrases.h"
#include "labs/vae/figures.h"
#include "num/elementary.h"
#include "num/evidence.h"

namespace laboratory::vae {
namespace {

using lab::Role;

constexpr double lowest = 1e-3, highest = 1;  // of the dial of the collapse
constexpr int places = 121;
constexpr int mixed = 400;  // posteriors that the aggregate is a mean of

}  // namespace

Spread spread_of(std::span<const float> points) {
  const double n = static_cast<double>(points.size() / 2);
  double mx = 0, my = 0, xx = 0, xy = 0, yy = 0;
  for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
    mx += static_cast<double>(points[i]) / n;
    my += static_cast<double>(points[i + 1]) / n;
  }
  for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
    const double dx = static_cast<double>(points[i]) - mx;
    const double dy = static_cast<double>(points[i + 1]) - my;
    xx += dx * dx / n, xy += dx * dy / n, yy += dy * dy / n;
  }
  const double middle = 0.5 * (xx + yy);
  const double apart = std::sqrt(0.25 * (xx - yy) * (xx - yy) + xy * xy);
  return {middle + apart, middle - apart};
}

void draw_samples_bound(const Params& p, const Learner& l, const Study& s, lab::Report& r) {
  if (!s.evidence) return;
  const Evidence& e = *s.evidence;
  lab::Lines lines;
  lines.x = {"samples k", 1, std::max(2.0, static_cast<double>(e.counts.back())), true};
  lines.y = {"nats per example", 0, 0, false};
  lab::Curve curve = blank_curve("bound of k samples", Role::weight);
  for (std::size_t i = 0; i < e.counts.size(); ++i) {
    add_point(curve, e.counts[i], e.bounds[i]);
    // The error over the examples is that of the largest k throughout.
    add_band(curve, e.bounds[i] - e.stderr_iwae, e.bounds[i] + e.stderr_iwae);
  }
  lines.curves = {curve};
  lines.rules = {{"ELBO", e.elbo, false, Role::prediction}};
  if (e.exact) lines.rules.push_back({"ln p(x), exact", *e.exact, false, Role::activation});
  if (l.data.ceiling) lines.rules.push_back({"ceiling −H", *l.data.ceiling, false, Role::target});
  const std::string exact = e.exact ? "; the integral over a grid gives " + brief(*e.exact, 3) +
                                          ", so that q lies " + brief(*e.exact - e.elbo, 3) +
                                          " nats from the posterior on average"
                                    : std::string();
  r.figure("bounds", "Held-out examples: the more samples, the tighter the bound",
           "The bound rises from " + brief(e.bounds.front(), 3) + " nats with one sample to " +
               brief(e.iwae, 3) + " with " + std::to_string(p.setting.k) + exact + ".",
           std::move(lines))
      .tab = tabs::bounds;
}

void draw_dimensions(const Params& p, const Study& s, lab::Report& r) {
  if (!s.evidence) return;
  lab::Bars bars;
  bars.x = {"dimension", 0, 0, false};
  bars.y = {"KL from the prior [nats]", 0, 0, false};
  for (std::size_t j = 0; j < s.evidence->kl.size(); ++j) {
    const bool active = s.mean_variance[j] > active_above;
    bars.names.push_back(z_name(static_cast<int>(j)));
    bars.heights.push_back(static_cast<float>(s.evidence->kl[j]));
    bars.roles.push_back(active ? Role::prediction : Role::neutral);
    bars.notes.push_back(active ? brief(s.evidence->kl[j], 2) : "idle");
  }
  r.figure("dimensions", "KL of each dimension from the prior",
           std::to_string(s.active) + " of " + std::to_string(s.evidence->kl.size()) +
               " dimensions are active: the variance of E_q[z] over the data is above " +
               brief(active_above) + ".",
           std::move(bars))
      .tab = tabs::dimensions;
  const auto at = static_cast<std::size_t>(drawn_dims(p).across);
  const auto latent = static_cast<std::size_t>(s.cloud.latent);
  const int n = std::min(s.cloud.size(), mixed);
  lab::Lines lines;
  lines.x = {z_name(static_cast<int>(at)), -4, 4, false};
  lines.y = {"density", 0, 0, false};
  lab::Curve all = blank_curve("aggregate posterior", Role::prediction),
             prior = blank_curve("prior", Role::neutral, true);
  constexpr double two_pi = 6.283185307179586;
  double farthest = 0;
  for (int i = 0; i < 2 * places; ++i) {
    const double z = -4 + 8.0 * i / (2 * places - 1);
    double sum = 0;
    for (std::size_t e = 0; e < static_cast<std::size_t>(n); ++e) {
      const double mean = static_cast<double>(s.cloud.mean[e * latent + at]);
      const double log_v = static_cast<double>(s.cloud.log_variance[e * latent + at]);
      const double d = z - mean;
      sum += num::exp(-0.5 * (d * d * num::exp(-log_v) + log_v)) / n;
    }
    const double own = num::exp(-0.5 * z * z) / std::sqrt(two_pi);
    add_point(all, z, sum / std::sqrt(two_pi));
    add_point(prior, z, own);
    farthest = std::max(farthest, std::fabs(sum / std::sqrt(two_pi) - own));
  }
  lines.curves = {all, prior};
  r.figure("aggregate", "Aggregate posterior and prior along " + z_name(static_cast<int>(at)),
           "Where the aggregate posterior is not the prior, samples of the prior meet z that the "
           "decoder has hardly seen: the densities differ by up to " +
               brief(farthest, 2) + ".",
           std::move(lines))
      .tab = tabs::dimensions;
}

void draw_collapse(const Params& p, const Learner& l, const Study& s, lab::Report& r) {
  if (!s.evidence || l.data.binary) return;
  const Spread spread = spread_of(l.data.train.inputs);
  const double here = p.setting.beta * s.variance, told = s.evidence->told();
  lab::Lines lines;
  lines.x = {"β σ²", lowest, highest, true};
  lines.y = {"KL [nats]", 0, 0, false};
  lab::Curve linear = blank_curve("best linear model", Role::weight);
  for (int i = 0; i < places; ++i) {
    const double x = num::exp(num::log(lowest) + num::log(highest / lowest) * i / (places - 1));
    double kl = num::linear_kl(spread.large, x);
    if (p.setting.latent > 1) kl += num::linear_kl(spread.small, x);
    add_point(linear, x, kl);
  }
  lab::Curve own = blank_curve("this model", Role::prediction);
  own.trace = lab::Trace::marks;
  if (here > 0) add_point(own, std::clamp(here, lowest, highest), told);
  lines.curves = {linear, own};
  lines.rules = {{"largest eigenvalue of the data", spread.large, true, Role::target}};
  r.figure(
       "collapse",
       "From β σ² = " + brief(spread.large, 3) + " upwards the KL of the best linear model is 0",
       "Here β σ² is " + brief(here, 3) + " and the KL of this model " + brief(told, 3) +
           " nats; from the largest eigenvalue of the data’s covariance, " +
           brief(spread.large, 3) + ", upwards that of the best linear model is 0.",
       std::move(lines))
      .tab = tabs::collapse;
}

}  // namespace laboratory::vae
