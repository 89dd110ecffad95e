#include "labs/vae/companions.h"

#include <algorithm>
#include <cmath>

#include "labs/curves.h"
#include "labs/entries.h"
#include "labs/phrases.h"
#include "num/elementary.h"

namespace laboratory::vae {
namespace {

using lab::Role;

constexpr Entry of_symbols[] = {
    {"discrete.marginal", "∫ p(x | z) p(z) dz of tables that were trained on these symbols"},
    {"discrete.elbo_max", "largest mean ELBO that any model reaches, −H of the symbols"},
    {"discrete.elbo", "mean ELBO that the tables have reached"},
};

double sum_of(const std::vector<double>& p) {
  double sum = 0;
  for (const double v : p) sum += v;
  return sum;
}

// Why the symbols have no distribution; empty where they have.
std::string fault_of(const std::vector<double>& p) {
  if (std::fabs(sum_of(p) - 1) <= 1e-6) return "";
  return "The probabilities sum to " + brief(sum_of(p)) + " and have to sum to 1. Change an entry.";
}

double negative_entropy(const std::vector<double>& p) {
  double sum = 0;
  for (const double v : p)
    if (v > 0) sum += v * num::log(v);
  return sum;
}

num::TableFit fit(const std::vector<double>& p) {
  return num::fit_tables(p, static_cast<int>(p.size()), table_rounds, 1);
}

lab::Curve bell(std::string name, Role role, bool dashed, double mean, double variance, double low,
                double high) {
  lab::Curve curve = blank_curve(std::move(name), role, dashed);
  constexpr int places = 400;
  for (int i = 0; i <= places; ++i) {
    const double z = low + (high - low) * i / places;
    // Relative to its peak: widths differ by powers of ten.
    add_point(curve, z, num::exp(-0.5 * (z - mean) * (z - mean) / variance));
  }
  return curve;
}

}  // namespace

void report_symbols(const Params& p, lab::Report& r) {
  if (const std::string fault = fault_of(p.p_data); !fault.empty()) {
    r.blame("p_data", fault);
    return undefine(of_symbols, "the probabilities do not sum to 1", r);
  }
  const num::TableFit tables = fit(p.p_data);
  r.list("discrete.marginal", label_of(of_symbols, "discrete.marginal"), tables.marginal);
  r.real("discrete.elbo_max", label_of(of_symbols, "discrete.elbo_max"), negative_entropy(p.p_data),
         "nats");
  r.real("discrete.elbo", label_of(of_symbols, "discrete.elbo"),
         std::min(tables.bounds.back(), negative_entropy(p.p_data)), "nats");
}

void report_gaussian(const Params& p, lab::Report& r) {
  const num::GaussianEvidence e = num::gaussian_evidence(p.x, p.x_var);
  r.real("gaussian.post_mean", "mean of z given x", e.post_mean);
  r.real("gaussian.post_var", "variance of z given x", e.post_var);
  r.real("gaussian.recon", "expected squared error (x − z)² under q, the posterior", e.recon);
  r.real("gaussian.kl", "KL of q from the prior", e.kl, "nats");
  r.real("gaussian.log_px", "ln p(x)", e.log_px, "nats");
  r.real("gaussian.elbo", "ELBO of x with this q", e.elbo, "nats");
}

void draw_symbols(const Params& p, lab::Report& r) {
  if (!fault_of(p.p_data).empty()) {
    r.figure("symbols", "No distribution over symbols",
             "The probabilities do not sum to 1, so that there is nothing to learn.",
             lab::Working{{fault_of(p.p_data)}})
        .tab = tabs::numbers;
    return;
  }
  const num::TableFit tables = fit(p.p_data);
  const double best = negative_entropy(p.p_data);
  lab::Lines lines;
  lines.x = {"round of training", 0, 0, false};
  lines.y = {"mean ELBO [nats]", 0, 0, false};
  lab::Curve curve = blank_curve("free tables", Role::prediction);
  for (std::size_t i = 0; i < tables.bounds.size(); ++i)
    add_point(curve, static_cast<double>(i), tables.bounds[i]);
  lines.curves = {curve};
  lines.rules = {{"−H of the data", best, false, Role::target}};
  r.figure("symbols.elbo",
           "Symbols: the ELBO of free tables climbs to −H = " + brief(best) + " nats",
           "After " + grouped(static_cast<std::int64_t>(tables.bounds.size()) - 1) +
               " rounds the mean ELBO is " + brief(tables.bounds.back(), 6) +
               " nats, and no model "
               "gets above −H = " +
               brief(best, 6) + ".",
           std::move(lines))
      .tab = tabs::numbers;
  lab::Bars bars;
  bars.x = {"symbol", 0, 0, false};
  bars.y = {"probability", 0, 0, false};
  bars.role = Role::prediction;
  double apart = 0;
  for (std::size_t i = 0; i < p.p_data.size(); ++i) {
    bars.names.push_back("x" + std::to_string(i + 1));
    bars.heights.push_back(static_cast<float>(tables.marginal[i]));
    bars.notes.push_back("data " + brief(p.p_data[i], 3));
    apart = std::max(apart, std::fabs(tables.marginal[i] - p.p_data[i]));
  }
  r.figure("symbols.marginal", "Symbols: what the trained model gives each of them",
           "The marginal of the trained tables differs from the data’s probabilities by at most " +
               brief(apart, 2) + ".",
           std::move(bars))
      .tab = tabs::numbers;
}

void draw_gaussian(const Params& p, lab::Report& r) {
  const num::GaussianEvidence e = num::gaussian_evidence(p.x, p.x_var);
  const double reach = std::max(4.0, 1.15 * std::fabs(e.post_mean));
  lab::Lines lines;
  lines.x = {"z", -reach, reach, false};
  lines.y = {"density over its peak", 0, 1.05, false};
  lines.curves = {
      bell("prior", Role::neutral, true, 0, 1, -reach, reach),
      bell("q(z | x)", Role::prediction, false, e.post_mean, e.post_var, -reach, reach)};
  lines.rules = {{"x = " + brief(p.x), p.x, true, Role::target}};
  r.figure("gaussian",
           "One point: expected squared error " + brief(e.recon) + ", ln p(x) " + brief(e.log_px),
           "x = " + brief(p.x) + " is reconstructed with an expected squared error of " +
               brief(e.recon) + ", its posterior lies " + brief(e.kl) +
               " nats from the prior, and ln p(x) is " + brief(e.log_px) + ".",
           std::move(lines))
      .tab = tabs::numbers;
}

}  // namespace laboratory::vae
