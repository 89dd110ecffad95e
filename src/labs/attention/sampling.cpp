#include "labs/attention/sampling.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "num/rng.h"

namespace laboratory::attention {
namespace {

std::vector<double> widened(const std::vector<double>& part, int from, int width) {
  std::vector<double> all(static_cast<std::size_t>(width));
  std::copy(part.begin(), part.end(), all.begin() + from);
  return all;
}

// How often as many draws are taken again. Of n repeats the root mean square is known to about
// 1/sqrt(2 n) of itself: 5 % with the most, 16 % with the fewest. There are fewer than the most
// where these would draw more than `most_keys`, and the fewest whatever they draw.
int repeats_of(int draws) {
  constexpr int most_keys = 400000, fewest = 20, most = 200;
  return std::clamp(most_keys / draws, fewest, most);
}

std::vector<Miss> misses_of(const num::ScoreFunction& estimator, const Sampling& s,
                            std::size_t entry, const Params& p) {
  std::vector<Miss> misses;
  for (int n = 1; n < p.draws; n *= 2) misses.push_back({n, 0});
  misses.push_back({p.draws, 0});
  for (int i = 0; i < s.repeats; ++i) {
    num::Rng rng(static_cast<std::uint64_t>(p.seed), static_cast<std::uint64_t>(2 + i));
    num::Running mean;
    auto next = misses.begin();
    while (next != misses.end()) {
      mean.add(s.by_key[static_cast<std::size_t>(estimator.key(rng.uniform()))]);
      if (mean.count() < next->draws) continue;
      const double off = mean.mean() - s.mean[entry];
      next++->size += off * off;
    }
  }
  for (Miss& miss : misses) miss.size = std::sqrt(miss.size / s.repeats);
  return misses;
}

}  // namespace

double Sampling::needed(int entry) const {
  const double slope = mean[static_cast<std::size_t>(entry)];
  if (slope == 0) return std::numeric_limits<double>::quiet_NaN();
  const double ratio = std::sqrt(variance[static_cast<std::size_t>(entry)]) / slope;
  return std::max(1.0, 100 * ratio * ratio);
}

Sampling sampled(const num::ScoreFunction& estimator, int keys, int from, int width, int entry,
                 const Params& p) {
  const auto followed = static_cast<std::size_t>(entry);
  const std::size_t own = estimator.mean().size();
  const bool within = entry >= from && entry < from + static_cast<int>(own);
  Sampling s;
  s.mean = widened(estimator.mean(), from, width);
  s.variance = widened(estimator.variance(), from, width);
  s.drawn.assign(s.mean.size(), {});
  for (int j = 0; j < keys; ++j)
    s.by_key.push_back(within ? estimator.estimate(j)[followed - static_cast<std::size_t>(from)]
                              : 0);

  // What rounding leaves of a spread of 0 is no spread.
  s.without_spread = !within || estimator.without_spread(followed - static_cast<std::size_t>(from));
  if (s.without_spread) s.variance[followed] = 0;

  num::Rng rng(static_cast<std::uint64_t>(p.seed), /*purpose=*/1);
  for (int i = 0; i < p.draws; ++i) {
    const auto estimate = estimator.estimate(estimator.key(rng.uniform()));
    for (std::size_t c = 0; c < s.drawn.size(); ++c) {
      const std::size_t place = c - static_cast<std::size_t>(from);
      s.drawn[c].add(c >= static_cast<std::size_t>(from) && place < own ? estimate[place] : 0);
    }
    s.course.push_back(s.drawn[followed].mean());
  }
  s.repeats = repeats_of(p.draws);
  s.misses = misses_of(estimator, s, followed, p);
  if (s.without_spread)
    for (Miss& miss : s.misses) miss.size = 0;
  return s;
}

}  // namespace laboratory::attention
