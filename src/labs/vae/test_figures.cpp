#include "labs/vae/test_figures.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "labs/curves.h"
#include "labs/phrases.h"
#include "labs/vae/figures.h"
#include "num/elementary.h"

namespace laboratory::vae {
namespace {

using lab::Role;

constexpr int sheet_side = 12;
constexpr double sheet_reach = 2.2;
constexpr double least_variance = 1e-5, most_variance = 1;
constexpr int variances = 101;

// The mean squared distance of x from the mean of its reconstruction, z being the mean of q.
std::vector<double> errors_of(Learner& l, std::span<const float> x) {
  const std::vector<float> out = l.model->decode(l.model->encode(x).mean);
  std::vector<double> all;
  for (std::size_t i = 0; i + 1 < x.size(); i += 2) {
    const double dx = static_cast<double>(x[i] - out[i]);
    const double dy = static_cast<double>(x[i + 1] - out[i + 1]);
    all.push_back(dx * dx + dy * dy);
  }
  return all;
}

void draw_path(const Evidence& e, Learner& l, lab::Report& r) {
  const std::vector<double> errors = errors_of(l, e.path);
  const std::vector<double>& likely = e.path_likely;
  lab::Lines error, logs;
  error.x = logs.x = {"between two held-out examples", 0, 1, false};
  error.y = {"squared error", 0, 0, false};
  logs.y = {"ln p(x) [nats]", 0, 0, false};
  lab::Curve of_error = blank_curve("reconstruction", Role::prediction),
             of_logs = blank_curve("ln p(x), exact", Role::activation);
  std::size_t worst = 0;
  for (std::size_t i = 0; i < errors.size(); ++i) {
    const double t = static_cast<double>(i) / (path_places - 1);
    add_point(of_error, t, errors[i]);
    add_point(of_logs, t, likely[i]);
    if (likely[i] < likely[worst]) worst = i;
  }
  error.curves = {of_error};
  logs.curves = {of_logs};
  const double side = std::sqrt(errors[worst]);
  r.figure("path.likely", "How likely each place is on the way from one example to another",
           "On the way from one held-out example to one of another class ln p(x) falls to " +
               brief(likely[worst], 3) + " nats.",
           std::move(logs))
      .tab = tabs::unlikely;
  r.figure("path.error", "How well each place on the way is reconstructed",
           "Where the likelihood is least, x is reconstructed to within " + brief(side, 2) +
               " of itself.",
           std::move(error))
      .tab = tabs::unlikely;
}

}  // namespace

void draw_unlikely(Learner& l, const Study& s, lab::Report& r) {
  if (!s.evidence || l.data.binary) return;
  const Evidence& e = *s.evidence;
  if (!e.path.empty()) draw_path(e, l, r);
  const double kl = e.told();
  lab::Lines lines;
  lines.x = {"claimed variance σ²", least_variance, most_variance, true};
  lines.y = {"ELBO of held-out examples [nats]", 0, 0, false};
  lab::Curve curve = blank_curve("ELBO", Role::prediction);
  const double low = -60;
  for (int i = 0; i < variances; ++i) {
    const double v = num::exp(num::log(least_variance) +
                              num::log(most_variance / least_variance) * i / (variances - 1));
    const double bound = -log_two_pi - num::log(v) - e.error / (2 * v) - kl;
    if (bound > low) add_point(curve, v, bound);
  }
  lines.curves = {curve};
  lines.rules = {{"σ² of the model", s.variance, true, Role::target}};
  const double small = 1e-4;
  r.figure("claimed", "The same reconstructions under another σ²",
           "With the same reconstructions, whose expected squared error is " + brief(e.error, 2) +
               ", a decoder that claimed σ² = 0.0001 would have an ELBO of " +
               brief(-log_two_pi - num::log(small) - e.error / (2 * small) - kl, 3) +
               " nats: the error is as small, and the likelihood is gone.",
           std::move(lines))
      .tab = tabs::unlikely;
}

void draw_sheet(const Params& p, Learner& l, const Study& s, lab::Report& r) {
  if (!s.evidence || !l.data.binary) return;
  const Drawn d = drawn_dims(p);
  const auto latent = static_cast<std::size_t>(p.setting.latent);
  const bool flat = latent == 1;
  const int rows = flat ? 1 : sheet_side;
  std::vector<float> z;
  for (int row = 0; row < rows; ++row)
    for (int col = 0; col < sheet_side; ++col) {
      std::vector<float> at(latent, 0.0f);
      const auto place = [](int i) {
        return static_cast<float>(sheet_reach * (2.0 * i / (sheet_side - 1) - 1));
      };
      at[static_cast<std::size_t>(d.across)] = place(col);
      if (!flat) at[static_cast<std::size_t>(d.up)] = place(sheet_side - 1 - row);
      z.insert(z.end(), at.begin(), at.end());
    }
  const std::vector<float> out = l.model->decode(z);
  const double half = sheet_reach * sheet_side / (sheet_side - 1);
  lab::Plane plane{rows * image_side, sheet_side * image_side, std::vector<float>(out.size())};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto image = static_cast<int>(i) / (image_side * image_side);
    const int place = static_cast<int>(i) % (image_side * image_side);
    const int row = (image / sheet_side) * image_side + place / image_side;
    const int col = (image % sheet_side) * image_side + place % image_side;
    plane.values[static_cast<std::size_t>(row * plane.cols + col)] =
        static_cast<float>(1 / (1 + num::exp(-static_cast<double>(out[i]))));
  }
  lab::Spectrum sheet;
  sheet.x = {z_name(d.across), -half, half, false};
  sheet.y = {flat ? "" : z_name(d.up), -half / (flat ? sheet_side : 1),
             half / (flat ? sheet_side : 1), false};
  sheet.value = {"probability of ink", 0, 1, false};
  sheet.field = std::move(plane);
  if (!flat) sheet.crosshair = {"z", "z", "z", d.across, d.up};
  r.figure("sheet",
           "A sheet of z from " + brief(-sheet_reach) + " to " + brief(sheet_reach) + ", decoded",
           "Neighbouring z are decoded to images that pass into one another; held-out images have "
           "an ELBO of " +
               brief(s.evidence->elbo, 4) + " nats.",
           std::move(sheet))
      .tab = tabs::samples;
}

}  // namespace laboratory::vae
