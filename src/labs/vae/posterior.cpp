#include "labs/vae/posterior.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "labs/curves.h"
#include "labs/phrases.h"
#include "num/elementary.h"

namespace laboratory::vae {
namespace {

using lab::Role;

constexpr double window_half = 6;  // deviations of q, of the window about its mean
constexpr int line_cells = 601, side_cells = 101, image_cells = 61;

const char* const gap_label = "KL of q from the exact posterior of the picked example";

}  // namespace

int example_of(const Params& p, const Examples& data) {
  return std::min(p.point, data.test.size()) - 1;
}

std::optional<ExactPosterior> exact_posterior(const Params& p, Learner& l, const Study& s) {
  if (!l.model || !s.evidence || p.setting.latent > 2) return std::nullopt;
  ExactPosterior e;
  e.example = example_of(p, l.data);
  const std::size_t features = static_cast<std::size_t>(l.data.features());
  const std::span<const float> x =
      std::span(l.data.test.inputs)
          .subspan(static_cast<std::size_t>(e.example) * features, features);
  const Posteriors q = l.model->encode(x);
  const auto latent = static_cast<std::size_t>(q.latent);
  e.cols = latent == 1 ? line_cells : l.data.binary ? image_cells : side_cells;
  e.rows = latent == 1 ? 1 : e.cols;
  for (std::size_t j = 0; j < latent; ++j) {
    e.mean.push_back(static_cast<double>(q.mean[j]));
    e.deviation.push_back(num::exp(0.5 * static_cast<double>(q.log_variance[j])));
  }
  // A square window: shapes are seen as they are.
  const double widest = *std::max_element(e.deviation.begin(), e.deviation.end());
  for (std::size_t j = 0; j < latent; ++j) {
    e.low[j] = e.mean[j] - window_half * widest;
    e.step[j] = 2 * window_half * widest / (e.cols - 1);
  }
  std::vector<float> nodes;
  for (int row = 0; row < e.rows; ++row)
    for (int col = 0; col < e.cols; ++col) {
      nodes.push_back(static_cast<float>(e.low[0] + col * e.step[0]));
      if (latent == 2) nodes.push_back(static_cast<float>(e.low[1] + row * e.step[1]));
    }
  const std::vector<float> out = l.model->decode(nodes);
  const double log_v = l.model->log_variance();
  const std::size_t n = nodes.size() / latent;
  std::vector<double> log_joint(n), log_q(n);
  double top = -1e300;
  for (std::size_t i = 0; i < n; ++i) {
    double joint =
        log_seen(x, std::span(out).subspan(i * features, features), l.data.binary, log_v);
    for (std::size_t j = 0; j < latent; ++j) {
      const double z = static_cast<double>(nodes[i * latent + j]);
      const double d = (z - e.mean[j]) / e.deviation[j];
      joint -= 0.5 * (log_two_pi + z * z);
      log_q[i] -= 0.5 * (log_two_pi + d * d) + num::log(e.deviation[j]);
    }
    log_joint[i] = joint;
    top = std::max(top, joint);
  }
  double cell = 1, sum = 0;
  for (std::size_t j = 0; j < latent; ++j) cell *= e.step[j];
  for (const double joint : log_joint) sum += cell * num::exp(joint - top);
  // What lies outside the window is left out of the posterior; the likelihood of the whole grid
  // says what the gap is.
  const double log_all = top + num::log(sum);
  double mass = 0;
  for (std::size_t i = 0; i < n; ++i) {
    e.density.push_back(num::exp(log_joint[i] - log_all));
    const double q_here = cell * num::exp(log_q[i]);
    mass += q_here;
    e.gap += q_here * (log_q[i] - log_joint[i]);
  }
  const double log_px =
      std::max(log_all, s.evidence->exact_each[static_cast<std::size_t>(e.example)]);
  e.gap = e.gap / mass + log_px;
  return e;
}

void report_posterior(const std::optional<ExactPosterior>& e, lab::Report& r) {
  if (e)
    r.real("posterior.gap", gap_label, e->gap, "nats");
  else
    r.undefined("posterior.gap", gap_label, "it is integrated over one or two dimensions alone");
}

void draw_posterior(const Params& p, const ExactPosterior& e, lab::Report& r) {
  const std::string which = "held-out example " + std::to_string(e.example + 1);
  const std::string alt =
      "The Gaussian of the encoder is " + brief(e.gap, 3) + " nats from the exact posterior of " +
      which +
      (p.setting.model == Model::linear
           ? ". The posterior of a linear model is a Gaussian itself, which training approaches."
       : e.gap < 0.02 ? ": here a Gaussian is as good as exact."
                      : ": the best q is the posterior itself, which has another shape.");
  const std::string title = "The exact posterior of " + which + ", and the encoder’s Gaussian";
  if (p.setting.latent == 1) {
    lab::Lines lines;
    lines.x = {"z₁", e.low[0], e.low[0] + e.step[0] * (e.cols - 1), false};
    lines.y = {"density", 0, 0, false};
    lab::Curve exact = blank_curve("p(z | x)", Role::activation),
               q = blank_curve("q(z | x)", Role::prediction, true);
    for (int i = 0; i < e.cols; ++i) {
      const double z = e.low[0] + i * e.step[0], d = (z - e.mean[0]) / e.deviation[0];
      add_point(exact, z, e.density[static_cast<std::size_t>(i)]);
      add_point(q, z, num::exp(-0.5 * (d * d + log_two_pi)) / e.deviation[0]);
    }
    lines.curves = {exact, q};
    r.figure("posterior", title, alt, std::move(lines)).tab = tabs::posterior;
    return;
  }
  lab::Spectrum plane;
  plane.x = {"z₁", e.low[0] - 0.5 * e.step[0], e.low[0] + e.step[0] * (e.cols - 0.5), false};
  plane.y = {"z₂", e.low[1] - 0.5 * e.step[1], e.low[1] + e.step[1] * (e.rows - 0.5), false};
  plane.value = {"p(z | x)", 0, 0, false};
  plane.field = {e.rows, e.cols, {}};
  for (int row = e.rows - 1; row >= 0; --row)
    for (int col = 0; col < e.cols; ++col)
      plane.field.values.push_back(
          static_cast<float>(e.density[static_cast<std::size_t>(row * e.cols + col)]));
  lab::Ellipses q{"q(z | x), 1σ and 2σ", Role::prediction, false, {}, {}, {}, {}, {}};
  for (const double times : {1.0, 2.0}) {
    q.x.push_back(static_cast<float>(e.mean[0]));
    q.y.push_back(static_cast<float>(e.mean[1]));
    q.a.push_back(static_cast<float>(times * e.deviation[0]));
    q.b.push_back(static_cast<float>(times * e.deviation[1]));
    q.angle.push_back(0);
  }
  plane.ellipses = {q};
  r.figure("posterior", title, alt, std::move(plane)).tab = tabs::posterior;
}

}  // namespace laboratory::vae
