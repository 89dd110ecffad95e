// Random numbers that are the same on every platform.
#pragma once

#include <cstdint>
#include <iterator>
#include <span>
#include <utility>

namespace num {

// xoshiro256** (Blackman & Vigna, 2018), seeded by SplitMix64 from `seed` and `purpose`. Streams
// with another purpose are independent, so that data, initial weights and noise can be held fixed
// one by one (common random numbers).
class Rng {
 public:
  Rng(std::uint64_t seed, std::uint64_t purpose);

  std::uint64_t bits();                     // 64 random bits
  double uniform();                         // in [0, 1), 53 bits
  double uniform(double low, double high);  // in [low, high)
  double normal();                          // N(0, 1), Marsaglia's polar method
  int below(int n);                         // in 0 .. n - 1, unbiased; n >= 1

  // A uniformly random order, by Fisher and Yates.
  template <class T>
  void shuffle(std::span<T> items) {
    for (std::size_t i = items.size(); i > 1; --i)
      std::swap(items[i - 1], items[static_cast<std::size_t>(below(static_cast<int>(i)))]);
  }

 private:
  std::uint64_t state_[4];
  double spare_ = 0;
  bool has_spare_ = false;
};

// One of an array's entries, each as likely as the others.
template <class Choices>
auto one_of(Rng& rng, const Choices& choices) {
  return choices[static_cast<std::size_t>(rng.below(static_cast<int>(std::size(choices))))];
}

}  // namespace num
