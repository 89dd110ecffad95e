// Both losses on numbers by hand, drawn.
#include <algorithm>
#include <cmath>

#include "labs/curves.h"
#include "labs/phrases.h"
#include "labs/super_resolution/by_hand.h"
#include "labs/super_resolution/figures.h"
#include "num/elementary.h"

namespace laboratory::super_resolution {
namespace {

using lab::Role;

std::string listed(const std::vector<double>& values) {
  std::string all;
  for (const double v : values) all += (all.empty() ? "" : ", ") + brief(v);
  return all;
}

void draw_slopes(const Params& p, const AdversaryLosses& l, lab::Report& r) {
  constexpr int points = 97;
  lab::Curve saturating = blank_curve("ln(1 − D), saturating", Role::gradient, true),
             other = blank_curve("−ln D, non-saturating", Role::prediction);
  for (int i = 0; i < points; ++i) {
    const double d = 0.02 + 0.96 * i / (points - 1);
    add_point(saturating, d, num::log(1 - d));
    add_point(other, d, -num::log(d));
  }
  lab::Curve low = blank_curve("", Role::gradient), high = blank_curve("", Role::prediction);
  low.trace = high.trace = lab::Trace::marks;
  low.name = "typed in, saturating", high.name = "typed in, the other";
  for (const double d : p.D_fake) {
    if (d < 1) add_point(low, d, num::log(1 - d));
    if (d > 0) add_point(high, d, -num::log(d));
  }
  lab::Lines lines;
  lines.x = {"D(G(x))", 0, 1, false};
  lines.y = {"what the generator makes small", 0, 0, false};
  lines.curves = {std::move(saturating), std::move(other), std::move(low), std::move(high)};
  std::string alt = "As the logit of D(G(x)) rises, ln(1 − D) falls by " +
                    brief(l.pull_saturating, 3) + " per unit on average and −ln D by " +
                    brief(l.pull_nonsaturating, 3) +
                    ": where D sees through the fakes, the second has the stronger gradient.";
  if (std::isfinite(l.G_nonsaturating))
    alt += " The means are " + brief(l.G_saturating) + " and " + brief(l.G_nonsaturating) + ".";
  r.figure("slopes", "Two losses of a generator with the same aim", alt, std::move(lines)).tab =
      tabs::losses;
}

}  // namespace

void draw_losses_by_hand(const Params& p, lab::Report& r) {
  const AdversaryLosses l = adversary_losses(p);
  draw_slopes(p, l, r);
  const auto value = [](double x) {
    return std::isfinite(x) ? brief(x, 6) : std::string("infinite");
  };
  lab::Working w;
  w.lines = {"D(y) = " + listed(p.D_real) + "; D(G(x)) = " + listed(p.D_fake),
             "D: −mean ln D(y) − mean ln(1 − D(G(x))) = " + value(l.D_bce),
             "G, saturating: mean ln(1 − D(G(x))) = " + value(l.G_saturating) + ", made small",
             "G, non-saturating: −mean ln D(G(x)) = " + value(l.G_nonsaturating),
             "scores of y: " + listed(p.score_real) + "; of G(x): " + listed(p.score_fake),
             "least squares: D " + value(l.D_lsgan) + ", G " + value(l.G_lsgan),
             "Wasserstein: D " + value(l.D_wgan) + ", G " + value(l.G_wgan),
             "hinge: D " + value(l.D_hinge) + ", G " + value(l.G_hinge)};
  r.figure("losses.numbers", "The losses of these outputs",
           "The discriminator’s cross-entropy is " + value(l.D_bce) + ".", std::move(w))
      .tab = tabs::losses;
}

void draw_consistency_by_hand(const Params& p, lab::Report& r) {
  const auto c = consistency_by_hand(p.G, p.x, p.game.factor);
  lab::Blocks blocks;
  lab::Block g, x;
  g.name = "G(x)", g.role = Role::prediction, g.values = p.G, g.edit = "G";
  x.name = "x", x.role = Role::input, x.values = p.x, x.edit = "x";
  if (!c) {
    g.joiner = "and";
    blocks.blocks = {std::move(g), std::move(x)};
    r.figure("consistency.blocks", "Sides that do not fit each other",
             unfit_sides(p.G, p.x, p.game.factor), std::move(blocks))
        .tab = tabs::by_hand;
    return;
  }
  lab::Block down, off;
  g.joiner = "→";
  down.name = "down(G(x))", down.role = Role::prediction, down.values = c->down, down.joiner = "−";
  x.joiner = "=";
  off.name = "difference", off.role = Role::gradient, off.values = c->difference;
  blocks.blocks = {std::move(g), std::move(down), std::move(x), std::move(off)};
  const int f = p.game.factor;
  lab::Figure& figure =
      r.figure("consistency.blocks", "G(x) made small, beside x",
               "Each number of down(G(x)) is the mean of " + std::to_string(f * f) +
                   " neighbours; the differences from x have mean absolute value " +
                   brief(c->l1_mean) + " and mean square " + brief(c->l2_mean) + ".",
               std::move(blocks));
  figure.room = lab::Room::row;
  figure.tab = tabs::by_hand;
}

}  // namespace laboratory::super_resolution
