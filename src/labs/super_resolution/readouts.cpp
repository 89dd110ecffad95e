#include "labs/super_resolution/readouts.h"

#include <cmath>
#include <optional>

#include "labs/phrases.h"

namespace laboratory::super_resolution {
namespace {

struct Label {
  const char *key, *label, *unit;
};

constexpr Label losses[] = {
    {"loss.D", "loss of the discriminator, mean of the last 25 batches", ""},
    {"loss.G", "loss of the generator with its weights, mean of the last 25 batches", ""}};
constexpr Label measures[] = {
    {"consistency", "mean |down(G(x)) − x| on new images", ""},
    {"consistency.bicubic", "the same of bicubic", ""},
    {"psnr", "PSNR of G(x) against the hidden truth", "dB"},
    {"psnr.bicubic", "the same of bicubic", "dB"},
    {"sharpness", "mean squared step between neighbours, as a ratio to real images", ""},
    {"sharpness.bicubic", "the same of bicubic", ""},
    {"laplacian", "mean squared Laplacian, as a ratio to real images", ""},
    {"laplacian.bicubic", "the same of bicubic", ""},
    {"nearest", "least root mean square difference of a small image from any large one made small",
     ""}};

void report_failures(const Trained* t, const char* why, lab::Report& r) {
  for (int i = 0; i < failure_count; ++i) {
    const std::string key = failures[i].key, of = std::string(", ") + failures[i].name;
    const Label all[] = {{"consistency.", "mean |down(G(x)) − x|", ""},
                         {"psnr.", "PSNR", "dB"},
                         {"sharpness.", "sharpness", ""}};
    const bool there = t && !t->failing.empty();
    const Quality q = there ? t->failing[static_cast<std::size_t>(i)] : Quality{};
    const double values[] = {q.consistency, q.psnr, q.sharpness};
    for (std::size_t k = 0; k < 3; ++k) {
      if (!there)
        r.undefined(all[k].key + key, all[k].label + of, why);
      else if (!std::isfinite(values[k]))
        r.undefined(all[k].key + key, all[k].label + of, "its numbers are no longer finite");
      else
        r.real(all[k].key + key, all[k].label + of, values[k], all[k].unit);
    }
  }
}

constexpr Label by_learned[] = {{"consistency.learned", "mean |F(G(x)) − x| by the learned F", ""},
                                {"consistency.noised", "the same with noise of 2/255 on G(x)", ""}};

void report_learned(const Trained* t, const char* why, lab::Report& r) {
  const std::optional<double> values[] = {t ? t->learned : std::nullopt,
                                          t ? t->noised : std::nullopt};
  for (std::size_t i = 0; i < 2; ++i) {
    const Label& l = by_learned[i];
    if (!values[i])
      r.undefined(l.key, l.label, why);
    else if (!std::isfinite(*values[i]))
      r.undefined(l.key, l.label, "its numbers are no longer finite");
    else
      r.real(l.key, l.label, *values[i]);
  }
}

void report_loss(const Label& l, const std::vector<float>& all, const char* none, lab::Report& r) {
  if (all.empty())
    r.undefined(l.key, l.label, none);
  else
    r.real(l.key, l.label, Trained::recent_mean(all), l.unit);
}

}  // namespace

void report_training(const Params& p, const Sets& sets, const Trained& t, lab::Report& r) {
  const char* const first = "no step has been taken";
  report_loss(losses[0], t.losses_D,
              p.game.adversary == 0 ? "with weight 0 there is no adversary" : first, r);
  report_loss(losses[1], t.losses_G, first, r);
  const double values[] = {t.now.consistency, t.bicubic.consistency, t.now.psnr,
                           t.bicubic.psnr,    t.now.sharpness,       t.bicubic.sharpness,
                           t.now.laplacian,   t.bicubic.laplacian,   sets.nearest};
  for (std::size_t i = 0; i < std::size(measures); ++i) {
    const Label& l = measures[i];
    const bool ours = i % 2 == 0 && i < 8;
    if (ours && !t.finite())
      r.undefined(l.key, l.label, "the numbers of the networks are no longer finite");
    else
      r.real(l.key, l.label, values[i], l.unit);
  }
  report_learned(&t, "no F is learned", r);
  report_failures(&t, "the four failures are not trained beside it", r);
}

void report_no_training(const char* why, lab::Report& r) {
  for (const Label& l : losses) r.undefined(l.key, l.label, why);
  for (const Label& l : measures) r.undefined(l.key, l.label, why);
  report_learned(nullptr, why, r);
  report_failures(nullptr, why, r);
}

void report_by_hand(const Params& p, lab::Report& r) {
  const AdversaryLosses l = adversary_losses(p);
  const auto say = [&r](const char* key, const char* label, double value) {
    if (std::isfinite(value))
      r.real(key, label, value);
    else
      r.undefined(key, label, "a logarithm of 0 is infinite");
  };
  say("D.bce", "D: −mean ln D(y) − mean ln(1 − D(G(x)))", l.D_bce);
  say("G.saturating", "G, saturating: mean ln(1 − D(G(x))), to be minimised", l.G_saturating);
  say("G.nonsaturating", "G, non-saturating: −mean ln D(G(x))", l.G_nonsaturating);
  say("D.lsgan", "D, least squares: ½ mean (s(y) − 1)² + ½ mean s(G(x))²", l.D_lsgan);
  say("G.lsgan", "G, least squares: ½ mean (s(G(x)) − 1)²", l.G_lsgan);
  say("D.wgan", "D, Wasserstein, no penalty: mean s(G(x)) − mean s(y)", l.D_wgan);
  say("G.wgan", "G, Wasserstein: −mean s(G(x))", l.G_wgan);
  say("D.hinge", "D, hinge: mean max(0, 1 − s(y)) + mean max(0, 1 + s(G(x)))", l.D_hinge);
  say("G.hinge", "G, hinge: −mean s(G(x))", l.G_hinge);

  r.real("pull.saturating", "how fast ln(1 − D) falls with the logit of D(G(x)), mean",
         l.pull_saturating);
  r.real("pull.nonsaturating", "how fast −ln D falls with the logit of D(G(x)), mean",
         l.pull_nonsaturating);

  constexpr const char* keys[] = {"l1.mean", "l2.mean", "l1.sum", "l2.sum"};
  constexpr const char* labels[] = {
      "mean |down(G(x)) − x|", "mean (down(G(x)) − x)², no half, no root",
      "sum of |down(G(x)) − x|", "sum of (down(G(x)) − x)², no half, no root"};
  const auto c = consistency_by_hand(p.G, p.x, p.game.factor);
  if (!c) {
    r.blame("G", unfit_sides(p.G, p.x, p.game.factor));
    r.undefined("down", "down(G(x)), averages of blocks", "the sides do not fit");
    for (int i = 0; i < 4; ++i) r.undefined(keys[i], labels[i], "the sides do not fit");
    return;
  }
  r.matrix("down", "down(G(x)), averages of blocks", c->down);
  const double values[] = {c->l1_mean, c->l2_mean, c->l1_sum, c->l2_sum};
  for (int i = 0; i < 4; ++i) r.real(keys[i], labels[i], values[i]);
}

}  // namespace laboratory::super_resolution
