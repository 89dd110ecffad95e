// Arrays and fingerprints for the tests of kernels.
#pragma once

#include <cstdint>
#include <cstring>
#include <vector>

#include "num/rng.h"

inline std::size_t size(int n) { return static_cast<std::size_t>(n); }

// n values in [-1, 1).
inline std::vector<float> noise(std::size_t n, std::uint64_t seed = 1) {
  num::Rng rng(seed, 1);
  std::vector<float> x(n);
  for (float& v : x) v = static_cast<float>(rng.uniform(-1, 1));
  return x;
}

// FNV-1a over the bits of floats, continued from `hash`.
inline std::uint64_t bits_hash(const std::vector<float>& x,
                               std::uint64_t hash = 0xcbf29ce484222325u) {
  for (const float v : x) {
    std::uint32_t bits;
    std::memcpy(&bits, &v, sizeof bits);
    for (int i = 0; i < 32; i += 8) hash = (hash ^ (bits >> i & 255)) * 0x100000001b3u;
  }
  return hash;
}
