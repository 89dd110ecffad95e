// How much of a long test is tried.
#pragma once

namespace tests {

// Builds that are many times slower than the native one run the same code: they try one in so many
// of what it tries.
#ifdef EXAMLAB_THOROUGH
constexpr int thinning = 1;
#else
constexpr int thinning = 12;
#endif

}  // namespace tests
