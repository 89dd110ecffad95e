#include "nn/tile_avx.h"

#include <immintrin.h>

#include "nn/tile_loop.h"

namespace nn {
namespace {

// From [8 - n] on, a mask whose first n lanes are set. What it leaves out is not touched in memory.
alignas(32) constexpr int masks[16] = {-1, -1, -1, -1, -1, -1, -1, -1};

struct Eight {
  using Packet = __m256;
  static constexpr int count = 8;

  static Packet splat(float x) { return _mm256_set1_ps(x); }
  static Packet load(const float* p) { return _mm256_loadu_ps(p); }
  static void store(float* p, Packet x) { _mm256_storeu_ps(p, x); }
  static __m256i first(int n) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(masks + count - n));
  }
  static Packet load_some(const float* p, int n) { return _mm256_maskload_ps(p, first(n)); }
  static void store_some(float* p, Packet x, int n) { _mm256_maskstore_ps(p, first(n), x); }
  static Packet add(Packet a, Packet b) { return _mm256_add_ps(a, b); }
  static Packet mul(Packet a, Packet b) { return _mm256_mul_ps(a, b); }
};

struct Four {
  using Packet = __m128;
  static constexpr int count = 4;

  static Packet splat(float x) { return _mm_set1_ps(x); }
  static Packet load(const float* p) { return _mm_loadu_ps(p); }
  static void store(float* p, Packet x) { _mm_storeu_ps(p, x); }
  static __m128i first(int n) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(masks + 8 - n));
  }
  static Packet load_some(const float* p, int n) { return _mm_maskload_ps(p, first(n)); }
  static void store_some(float* p, Packet x, int n) { _mm_maskstore_ps(p, first(n), x); }
  static Packet add(Packet a, Packet b) { return _mm_add_ps(a, b); }
  static Packet mul(Packet a, Packet b) { return _mm_mul_ps(a, b); }
};

constexpr TileSet avx = tile_set<Four, Eight, 8>();

}  // namespace

const TileSet& avx_tiles() { return avx; }

}  // namespace nn
