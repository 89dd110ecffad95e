#include "num/rng.h"

#include <cmath>

#include "num/elementary.h"

namespace num {
namespace {

// SplitMix64 (Steele, Lea & Flood, "Fast splittable pseudorandom number generators", 2014): the
// next output of the counter `state`.
std::uint64_t split_mix(std::uint64_t& state) {
  std::uint64_t z = state += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

std::uint64_t rotated(std::uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

}  // namespace

// The purpose is mixed before it meets the seed, so that (1, 2) and (2, 1) have nothing in common.
Rng::Rng(std::uint64_t seed, std::uint64_t purpose) {
  std::uint64_t counter = seed ^ split_mix(purpose);
  for (std::uint64_t& word : state_) word = split_mix(counter);
}

std::uint64_t Rng::bits() {
  const std::uint64_t result = rotated(state_[1] * 5, 7) * 9, shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = rotated(state_[3], 45);
  return result;
}

double Rng::uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

double Rng::uniform(double low, double high) {
  const double x = low + (high - low) * uniform();
  return x < high ? x : low;  // rounding may reach the end that is left out
}

double Rng::normal() {
  if (has_spare_) {
    has_spare_ = false;
    return spare_;
  }
  double u = 0, v = 0, square = 0;
  do {
    u = 2 * uniform() - 1;
    v = 2 * uniform() - 1;
    square = u * u + v * v;
  } while (square >= 1 || square == 0);
  const double stretch = std::sqrt(-2 * log(square) / square);
  spare_ = v * stretch;
  has_spare_ = true;
  return u * stretch;
}

// Lemire, "Fast random integer generation in an interval" (2019), with 32-bit draws: the product's
// upper half is the result, and the few lower halves that would favour some results are redrawn.
int Rng::below(int n) {
  const auto range = static_cast<std::uint32_t>(n);
  const std::uint32_t unfair = (0u - range) % range;
  for (;;) {
    const std::uint64_t product = (bits() >> 32) * range;
    if (static_cast<std::uint32_t>(product) >= unfair) return static_cast<int>(product >> 32);
  }
}

}  // namespace num
