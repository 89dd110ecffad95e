#include "labs/super_resolution/by_hand.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "labs/phrases.h"
#include "num/elementary.h"

namespace laboratory::super_resolution {
namespace {

template <class Of>
double mean(const std::vector<double>& values, Of of) {
  double sum = 0;
  for (const double v : values) sum += of(v);
  return sum / static_cast<double>(values.size());
}

double log_or_minus_infinity(double p) {
  return p > 0 ? num::log(p) : -std::numeric_limits<double>::infinity();
}

}  // namespace

double mean_of(std::span<const double> values) {
  double sum = 0;
  for (const double v : values) sum += v;
  return sum / static_cast<double>(values.size());
}

AdversaryLosses adversary_losses(const Params& p) {
  const auto log = [](double x) { return log_or_minus_infinity(x); };
  const auto log_of_rest = [](double x) { return log_or_minus_infinity(1 - x); };
  const auto square = [](double s) { return s * s; };
  const auto from_one = [](double s) { return (s - 1) * (s - 1); };
  AdversaryLosses l{};
  l.G_saturating = mean(p.D_fake, log_of_rest);
  l.G_nonsaturating = -mean(p.D_fake, log);
  l.D_bce = -mean(p.D_real, log) - l.G_saturating;
  l.D_lsgan = mean(p.score_real, from_one) / 2 + mean(p.score_fake, square) / 2;
  l.G_lsgan = mean(p.score_fake, from_one) / 2;
  l.D_wgan = mean_of(p.score_fake) - mean_of(p.score_real);
  l.G_wgan = -mean_of(p.score_fake);
  l.D_hinge = mean(p.score_real, [](double s) { return std::max(0.0, 1 - s); }) +
              mean(p.score_fake, [](double s) { return std::max(0.0, 1 + s); });
  l.G_hinge = l.G_wgan;
  l.pull_saturating = mean_of(p.D_fake);
  l.pull_nonsaturating = 1 - l.pull_saturating;
  return l;
}

std::string unfit_sides(const lab::Matrix& G, const lab::Matrix& x, int factor) {
  if (G.rows == factor * x.rows && G.cols == factor * x.cols) return "";
  return "By a factor of " + std::to_string(factor) + " an image of " + sides(x.rows, x.cols) +
         " becomes one of " + sides(factor * x.rows, factor * x.cols) + ", and this one is " +
         sides(G.rows, G.cols) + ".";
}

std::optional<Consistency> consistency_by_hand(const lab::Matrix& G, const lab::Matrix& x,
                                               int factor) {
  if (!unfit_sides(G, x, factor).empty()) return std::nullopt;
  Consistency c{};
  c.down = c.difference = {x.rows, x.cols, {}};
  for (int row = 0; row < x.rows; ++row)
    for (int col = 0; col < x.cols; ++col) {
      double sum = 0;
      for (int i = 0; i < factor * factor; ++i)
        sum += G.at(row * factor + i / factor, col * factor + i % factor);
      const double down = sum / (factor * factor), off = down - x.at(row, col);
      c.down.values.push_back(down);
      c.difference.values.push_back(off);
      c.l1_sum += std::fabs(off);
      c.l2_sum += off * off;
    }
  const double cells = x.rows * x.cols;
  c.l1_mean = c.l1_sum / cells;
  c.l2_mean = c.l2_sum / cells;
  return c;
}

}  // namespace laboratory::super_resolution
