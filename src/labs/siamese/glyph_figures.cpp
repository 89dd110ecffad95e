#include "labs/siamese/glyph_figures.h"

#include <algorithm>
#include <array>

#include "labs/phrases.h"
#include "labs/siamese/glyphs.h"
#include "labs/siamese/walk.h"
#include "num/elementary.h"
#include "num/metrics.h"

namespace laboratory::siamese {
namespace {

using lab::Role;

void draw_loss(const GlyphTraining& t, lab::Report& report) {
  lab::Curve loss;
  loss.name = "loss";
  loss.role = Role::prediction;
  // The mean over a few steps, as single batches of 32 pairs are noisy.
  constexpr std::size_t window = 10;
  double sum = 0;
  for (std::size_t i = 0; i < t.losses.size(); ++i) {
    sum += static_cast<double>(t.losses[i]);
    if (i >= window) sum -= static_cast<double>(t.losses[i - window]);
    loss.x.push_back(static_cast<float>(i + 1));
    loss.y.push_back(static_cast<float>(sum / static_cast<double>(std::min(i + 1, window))));
  }
  const double last = static_cast<double>(loss.y.back());
  lab::Lines lines;
  lines.x = {"training step", 1, static_cast<double>(t.losses.size()), false};
  lines.y = {"loss [nats], mean of 10 steps", 0, 0, false};
  const double chance = num::log(2);
  lines.rules.push_back({"ln 2, a coin", chance, false, Role::target});
  lines.curves.push_back(std::move(loss));
  report
      .figure("pairs.loss", "Loss on pairs of glyphs",
              "After " + std::to_string(t.losses.size()) + " steps a pair costs " + brief(last) +
                  " nats; tossing a coin costs " + brief(chance) + ".",
              std::move(lines))
      .tab = "glyphs";
}

void draw_spots(const GlyphTraining& t, lab::Report& report) {
  constexpr std::array<Role, glyph_signs> roles = {
      Role::input, Role::weight, Role::activation, Role::gradient, Role::prediction, Role::target};
  lab::Scatter plane;
  plane.x = {"axis 1", 0, 0, false};
  plane.y = {"axis 2", 0, 0, false};
  plane.equal = true;
  for (int sign = 0; sign < glyph_signs; ++sign) {
    lab::Cloud cloud;
    cloud.name = "glyph " + std::to_string(sign);
    cloud.role = roles[static_cast<std::size_t>(sign)];
    for (const GlyphTraining::Spot& spot : t.spots) {
      if (spot.sign != sign) continue;
      cloud.x.push_back(static_cast<float>(spot.x));
      cloud.y.push_back(static_cast<float>(spot.y));
    }
    plane.clouds.push_back(std::move(cloud));
  }
  report
      .figure("pairs.embedding", "Where one twin puts drawings it has never seen",
              "The activations of " + std::to_string(t.spots.size()) + " held-out drawings of " +
                  std::to_string(glyph_signs) +
                  " glyphs, along the two directions in which they spread most.",
              std::move(plane))
      .tab = "glyphs";
}

void draw_glyph_roc(const num::Ranking& ranking, double auc, lab::Report& report) {
  lab::Curve roc;
  roc.name = "twins";
  roc.role = Role::prediction;
  for (const num::Ranking::Point& point : ranking.points()) {
    const num::Confusion& c = point.table;
    roc.x.push_back(static_cast<float>(static_cast<double>(c.fp) / c.negatives()));
    roc.y.push_back(static_cast<float>(static_cast<double>(c.tp) / c.positives()));
  }
  lab::Curve coin;
  coin.name = "a coin";
  coin.role = Role::neutral;
  coin.dashed = true;
  coin.x = coin.y = {0, 1};
  lab::Lines lines;
  lines.x = {"different pairs called the same", 0, 1, false};
  lines.y = {"same pairs called the same", 0, 1, false};
  lines.curves = {std::move(roc), std::move(coin)};
  report
      .figure("pairs.roc", "Same or different? Every threshold",
              "On held-out pairs the area under the curve is " + brief(auc) + "; a coin has 0.5.",
              std::move(lines))
      .tab = "glyphs";
}

}  // namespace

void report_glyphs(const Params& p, const GlyphTraining& t, lab::Report& report) {
  if (p.train == 0) return;
  const num::Ranking ranking(t.same, t.different);
  const double auc = ranking.auc().value_or(0.5);
  report.real("pairs.auc", "glyph pairs: area under the ROC curve, held out", auc);
  report.real("pairs.accuracy", "glyph pairs: share called right at ŷ = 1/2, held out",
              num::accuracy(ranking.at(0)).value_or(0));
  report.real("pairs.loss", "glyph pairs: loss of the last step",
              static_cast<double>(t.losses.back()), "nats");
  draw_loss(t, report);
  draw_spots(t, report);
  draw_glyph_roc(ranking, auc, report);
}

}  // namespace laboratory::siamese
