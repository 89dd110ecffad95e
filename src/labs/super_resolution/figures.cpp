// What the networks do: the row of pictures, how training went, and what goes wrong.
#include "labs/super_resolution/figures.h"

#include <algorithm>
#include <cmath>

#include "labs/curves.h"
#include "labs/phrases.h"

namespace laboratory::super_resolution {
namespace {

using lab::Role;

std::vector<float> difference(const std::vector<float>& a, const std::vector<float>& b) {
  std::vector<float> d(a.size());
  for (std::size_t i = 0; i < d.size(); ++i) d[i] = a[i] - b[i];
  return d;
}

float largest(const std::vector<float>& v) {
  float most = 0;
  for (const float x : v) most = std::max(most, std::fabs(x));
  return most;
}

double mean_size(const std::vector<float>& v) {
  double sum = 0;
  for (const float x : v) sum += std::fabs(static_cast<double>(x));
  return sum / static_cast<double>(v.size());
}

// How the network compares with bicubic on new pictures.
std::string verdict(const Trained& t) {
  const bool sharper = t.now.sharpness > t.bicubic.sharpness,
             truer = t.now.consistency < t.bicubic.consistency;
  if (sharper && truer) return "G(x) is sharper than bicubic and truer to x";
  if (sharper) return "G(x) is sharper than bicubic, and less true to x";
  if (truer) return "G(x) is truer to x than bicubic, and no sharper";
  return "G(x) is neither sharper than bicubic nor truer to x";
}

lab::Curve trail(const std::vector<Quality>& checks, double Quality::*member, std::string name,
                 Role role) {
  lab::Curve c = blank_curve(std::move(name), role);
  for (std::size_t i = 0; i < checks.size(); ++i)
    if (std::isfinite(checks[i].*member))
      add_point(c, static_cast<double>(i) * Game::check_every, checks[i].*member);
  return c;
}

// From the first check to where the run is, at whose end its name stands. All begin alike, so that
// one start is named.
lab::Cloud path(const std::vector<Quality>& checks, const Quality& now, const std::string& name,
                Role role, const char* start) {
  lab::Cloud c;
  c.name = name;
  c.role = role;
  c.way = true;
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (!std::isfinite(checks[i].psnr) || !std::isfinite(checks[i].sharpness)) break;
    c.x.push_back(static_cast<float>(checks[i].sharpness));
    c.y.push_back(static_cast<float>(checks[i].psnr));
    c.labels.push_back(i == 0 ? start : "");
  }
  if (std::isfinite(now.psnr) && std::isfinite(now.sharpness)) {
    c.x.push_back(static_cast<float>(now.sharpness));
    c.y.push_back(static_cast<float>(now.psnr));
    c.labels.push_back(name);
    c.lit = static_cast<int>(c.x.size()) - 1;
  }
  return c;
}

void draw_plane(const Trained& t, lab::Report& r) {
  lab::Scatter s;
  s.x = {"sharpness, 1 as in real images", 0, 0, false};
  s.y = {"PSNR [dB]", 0, 0, false};
  lab::Cloud bicubic;
  bicubic.name = "bicubic";
  bicubic.role = Role::target;
  bicubic.x = {static_cast<float>(t.bicubic.sharpness)};
  bicubic.y = {static_cast<float>(t.bicubic.psnr)};
  bicubic.labels = {"bicubic"};
  s.clouds = {bicubic, path(t.checks, t.now, "G", Role::prediction, "start")};
  constexpr Role roles[] = {Role::input, Role::weight, Role::activation, Role::gradient};
  for (std::size_t i = 0; i < t.failing.size(); ++i)
    s.clouds.push_back(path(t.failing_checks[i], t.failing[i], failures[i].name, roles[i], ""));
  r.figure("plane", "Near the truth or sharp: the run’s way between the two",
           "Bicubic stands at " + brief(t.bicubic.psnr) + " dB and sharpness " +
               brief(t.bicubic.sharpness, 3) + ", G(x) " + after_steps(t.steps) + " at " +
               brief(t.now.psnr) + " dB and " + brief(t.now.sharpness, 3) +
               ". Real images have sharpness 1; more than that is noise.",
           std::move(s))
      .tab = tabs::training;
}

lab::Curve batch_losses(const std::vector<float>& losses, std::string name, Role role) {
  constexpr std::size_t most_points = 300;
  lab::Curve c = blank_curve(std::move(name), role);
  const std::size_t span = losses.size() / most_points + 1;
  for (std::size_t from = 0; from < losses.size(); from += span) {
    const std::size_t n = std::min(span, losses.size() - from);
    double sum = 0;
    for (std::size_t i = from; i < from + n; ++i) sum += static_cast<double>(losses[i]);
    add_point(c, static_cast<double>(from + n), sum / static_cast<double>(n));
  }
  return c;
}

}  // namespace

std::string after_steps(std::int64_t steps) {
  if (steps == 0) return "before the first step";
  return "after " + grouped(steps) + (steps == 1 ? " step" : " steps");
}

lab::PictureCard card(std::string name, int side, const std::vector<float>& values,
                      lab::Tone tone) {
  return {std::move(name), tone, side, side, values};
}

void draw_row(const Seen& s, const Trained& t, lab::Report& r) {
  const std::vector<float> ours = difference(s.down_output, s.x),
                           bicubic = difference(s.down_enlarged, s.x);
  lab::Pictures pictures;
  pictures.peak = std::max({largest(ours), largest(bicubic), 1e-6f});
  pictures.pictures = {card("input x", s.side.low, s.x),
                       card("bicubic", s.side.high, s.passage.enlarged),
                       card("output G(x)", s.side.high, s.passage.output),
                       card("down(G(x))", s.side.low, s.down_output),
                       card("error of G", s.side.low, ours, lab::Tone::two_sided),
                       card("of bicubic", s.side.low, bicubic, lab::Tone::two_sided)};
  std::string words = after_steps(t.steps);
  words[0] = static_cast<char>(words[0] - 'a' + 'A');
  r.figure("row", words + ": " + verdict(t),
           "Made small again, G(x) differs from this x by " + brief(mean_size(ours), 3) +
               " on average and bicubic by " + brief(mean_size(bicubic), 3) +
               "; the last two maps share one scale. On " + std::to_string(test_count) +
               " new images G(x) has " + percent(t.now.sharpness, 3) +
               " of the sharpness of real ones, bicubic " + percent(t.bicubic.sharpness, 3) + ".",
           std::move(pictures))
      .room = lab::Room::story;
}

void draw_training(const Params& p, const Trained& t, lab::Report& r) {
  draw_plane(t, r);
  const double end = std::max(200.0, static_cast<double>(t.steps));
  lab::Lines kept;
  kept.x = {"training step", 0, end, false};
  kept.y = {"mean |down(G(x)) − x|", 0, 0, true};
  kept.curves = {trail(t.checks, &Quality::consistency, "G", Role::prediction)};
  constexpr Role roles[] = {Role::input, Role::weight, Role::activation, Role::gradient};
  for (std::size_t i = 0; i < t.failing.size(); ++i)
    kept.curves.push_back(
        trail(t.failing_checks[i], &Quality::consistency, failures[i].name, roles[i]));
  kept.rules = {
      {"bicubic " + brief(t.bicubic.consistency, 3), t.bicubic.consistency, false, Role::target}};
  std::string alt = "Made small again, G(x) is off by " + brief(t.now.consistency, 3) + " " +
                    after_steps(t.steps) + " and bicubic by " + brief(t.bicubic.consistency, 3) +
                    ".";
  if (t.learned && std::isfinite(*t.learned)) {
    kept.rules.push_back({"what F says " + brief(*t.learned, 3), *t.learned, false, Role::weight});
    alt += " F, which was learned along with G, puts it at " + brief(*t.learned, 3) + ".";
  }
  r.figure("consistency.curve", "How far G(x), made small again, is from x", alt, std::move(kept))
      .tab = tabs::training;
  if (t.losses_G.empty()) return;
  lab::Lines losses;
  losses.x = {"training step", 0, end, false};
  losses.y = {"loss of the batch", 0, 0, false};
  if (!t.losses_D.empty())
    losses.curves.push_back(batch_losses(t.losses_D, "discriminator", Role::gradient));
  losses.curves.push_back(batch_losses(t.losses_G, "generator, weighted", Role::prediction));
  std::string words = "The generator’s loss is " + brief(Trained::recent_mean(t.losses_G), 3);
  if (!t.losses_D.empty())
    words += " and the discriminator’s " + brief(Trained::recent_mean(t.losses_D), 3);
  words += t.losses_D.empty()
               ? " by now. Without an adversary it is the weighted consistency loss alone."
               : " by now. Neither says how good the images are: each follows the other.";
  r.figure("losses", p.game.adversary > 0 ? "Two losses that pull at each other" : "The loss",
           words, std::move(losses))
      .tab = tabs::training;
}

void draw_failures(const Seen& s, const Trained& t, lab::Report& r) {
  if (s.failing.empty()) return;
  lab::Pictures pictures;
  pictures.pictures = {card("yours", s.side.high, s.passage.output)};
  for (std::size_t i = 0; i < s.failing.size(); ++i)
    pictures.pictures.push_back(card(failures[i].name, s.side.high, s.failing[i]));
  pictures.pictures.push_back(card("the hidden truth", s.side.high, s.truth));
  lab::Figure& figure =
      r.figure("failures", "One input, one seed, one thing wrong in each " + after_steps(t.steps),
               "With λ = 0 down(G(x)) is off by " + brief(t.failing[0].consistency, 3) +
                   " in place of " + brief(t.now.consistency, 3) + "; without D the sharpness is " +
                   brief(t.failing[1].sharpness, 3) + " in place of " + brief(t.now.sharpness, 3) +
                   ", with D on low-resolution images " + brief(t.failing[2].sharpness, 3) +
                   ", held to enlarged x " + brief(t.failing[3].sharpness, 3) + ".",
               std::move(pictures));
  figure.room = lab::Room::row;
  figure.tab = tabs::failures;
}

}  // namespace laboratory::super_resolution
