// How much of a long test is tried, and where it begins.
//
// Builds that are many times slower than the native one run the same code: they try one in so many
// of what a test goes through. Each test begins at a place of its own, by its name, and each turn
// one further, so that as many turns as things are left out reach them all. The turn is the
// environment's EXAMLAB_TURN, 0 where it is not set; tests/run.sh counts commits, so that a commit
// is tried in the same way wherever it is run.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace tests {

#ifdef EXAMLAB_THOROUGH
constexpr int thinning = 1;
#else
constexpr int thinning = 11;  // a prime, so that it misses no case of those that come in turns
#endif

// Stands behind the name of a test that counts over many variants or trains at length. What it
// counts is the same to the bit in every build, as the goldens of reports and weights hold, so the
// thorough one counts it.
inline const doctest::skip thorough_only{thinning > 1};

inline std::uint64_t turn() {
  const char* const text = std::getenv("EXAMLAB_TURN");
  return text ? std::strtoull(text, nullptr, 10) : 0;
}

// The name of the running test as a number: FNV-1a, the same everywhere.
inline std::uint64_t hash_of_test() {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : std::string_view(doctest::getContextOptions()->currentTest->m_name))
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash ^ (hash >> 32);
}

// A number below `one_in` that differs from test to test and goes up by one with each turn.
inline int first_of(int one_in) {
  return static_cast<int>((hash_of_test() + turn()) % static_cast<std::uint64_t>(one_in));
}

// Asked at each step of a walk, says whether this one is tried: one in `one_in`.
class Thinned {
 public:
  explicit Thinned(int one_in = thinning) : one_in_(one_in), left_(first_of(one_in)) {}
  bool tries() { return left_-- == 0 ? (left_ = one_in_ - 1, true) : false; }

 private:
  int one_in_, left_;
};

}  // namespace tests
