#include "labs/super_resolution/quality.h"

#include <cmath>

#include "num/elementary.h"

namespace laboratory::super_resolution {
namespace {

struct Energy {
  double steps = 0, bends = 0;
};

// Sums of squares over one picture: differences of neighbours along both axes, and the five-point
// Laplacian away from the rim.
void add_energy(std::span<const float> picture, int side, Energy& e) {
  const auto at = [&](int r, int c) {
    return static_cast<double>(picture[static_cast<std::size_t>(r * side + c)]);
  };
  for (int r = 0; r < side; ++r)
    for (int c = 0; c < side; ++c) {
      if (c + 1 < side) e.steps += (at(r, c + 1) - at(r, c)) * (at(r, c + 1) - at(r, c));
      if (r + 1 < side) e.steps += (at(r + 1, c) - at(r, c)) * (at(r + 1, c) - at(r, c));
      if (r == 0 || c == 0 || r + 1 == side || c + 1 == side) continue;
      const double bend = at(r - 1, c) + at(r + 1, c) + at(r, c - 1) + at(r, c + 1) - 4 * at(r, c);
      e.bends += bend * bend;
    }
}

}  // namespace

double consistency_of(std::span<const float> picture, std::span<const float> low,
                      const num::Matrix& down) {
  const std::vector<float> small = resized(picture, down);
  double sum = 0;
  for (std::size_t i = 0; i < small.size(); ++i)
    sum += std::fabs(static_cast<double>(small[i]) - static_cast<double>(low[i]));
  return sum / static_cast<double>(small.size());
}

Quality quality(std::span<const float> pictures, std::span<const float> truth,
                std::span<const float> low, const num::Matrix& down) {
  const std::size_t each = squared(down.cols), small = squared(down.rows);
  const std::size_t count = pictures.size() / each;
  Quality q;
  Energy ours, real;
  double errors = 0;
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    const double d = static_cast<double>(pictures[i]) - static_cast<double>(truth[i]);
    errors += d * d;
  }
  for (std::size_t i = 0; i < count; ++i) {
    add_energy(pictures.subspan(i * each, each), down.cols, ours);
    add_energy(truth.subspan(i * each, each), down.cols, real);
    q.consistency +=
        consistency_of(pictures.subspan(i * each, each), low.subspan(i * small, small), down) /
        static_cast<double>(count);
  }
  q.psnr = -10 * num::log(errors / static_cast<double>(pictures.size())) / num::log(10);
  q.sharpness = ours.steps / real.steps;
  q.laplacian = ours.bends / real.bends;
  return q;
}

}  // namespace laboratory::super_resolution
