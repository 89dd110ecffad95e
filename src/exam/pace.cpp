#include "exam/pace.h"

#include <algorithm>

namespace exam {
namespace {

constexpr double shortest = 0.11, longest = 0.6;  // seconds that a picture stands
constexpr double whole_run = 6;                   // seconds that the shortest run lasts
constexpr double held_up = 2;                     // seconds, at most, that are made up for
constexpr double share_for_steps = 0.7;           // of that time; the rest is for the report
constexpr std::int64_t growth = 25;

}  // namespace

Pace pace(const lab::Whole& horizon, const Speed& speed) {
  const auto range = static_cast<double>(std::max<std::int64_t>(horizon.high - horizon.low, 1));
  const double seconds = std::clamp(whole_run / range, shortest, longest);
  const double stands = std::max(seconds, std::min(speed.picture, held_up));
  const double behind = static_cast<double>((horizon.value - horizon.low) / growth);
  const double wanted = std::max(1.0, behind) * stands / seconds;
  const double possible = stands * share_for_steps / std::max(speed.step, 1e-9);
  return {static_cast<std::int64_t>(std::max(1.0, std::min(wanted, possible))), seconds};
}

}  // namespace exam
