// Four floats at a time, on every platform: SSE natively, SIMD128 on the web, where the compiler
// maps these intrinsics. Only operations that IEEE 754 defines to the bit; multiply and add are
// never fused, so that every platform computes the same.
#pragma once

#include <smmintrin.h>

#include <cstddef>

namespace nn {

using Packet = __m128;
inline constexpr std::size_t lanes = 4;

inline Packet splat(float x) { return _mm_set1_ps(x); }
inline Packet load(const float* p) { return _mm_loadu_ps(p); }
inline void store(float* p, Packet x) { _mm_storeu_ps(p, x); }

// The first n of four lanes, 1 <= n <= 4; the other lanes are 0, and memory beyond is not touched.
inline Packet load_some(const float* p, std::size_t n) {
  switch (n) {
    case 1:
      return _mm_load_ss(p);
    case 2:
      return _mm_loadl_pi(_mm_setzero_ps(), reinterpret_cast<const __m64*>(p));
    case 3:
      return _mm_setr_ps(p[0], p[1], p[2], 0);
    default:
      return load(p);
  }
}
inline void store_some(float* p, Packet x, std::size_t n) {
  if (n == 4) return store(p, x);
  if (n == 1) return _mm_store_ss(p, x);
  _mm_storel_pi(reinterpret_cast<__m64*>(p), x);
  if (n == 3) _mm_store_ss(p + 2, _mm_movehl_ps(x, x));
}

inline Packet add(Packet a, Packet b) { return _mm_add_ps(a, b); }
inline Packet sub(Packet a, Packet b) { return _mm_sub_ps(a, b); }
inline Packet mul(Packet a, Packet b) { return _mm_mul_ps(a, b); }
inline Packet div(Packet a, Packet b) { return _mm_div_ps(a, b); }
inline Packet sqrt(Packet x) { return _mm_sqrt_ps(x); }

// a < b ? a : b and a > b ? a : b, so that a NaN in b passes through and one in a does not.
inline Packet min(Packet a, Packet b) { return _mm_min_ps(a, b); }
inline Packet max(Packet a, Packet b) { return _mm_max_ps(a, b); }

// All ones where the comparison holds, all zeros elsewhere and at NaN.
inline Packet less(Packet a, Packet b) { return _mm_cmplt_ps(a, b); }
inline Packet equal(Packet a, Packet b) { return _mm_cmpeq_ps(a, b); }
inline Packet both(Packet a, Packet b) { return _mm_and_ps(a, b); }
inline Packet either(Packet a, Packet b) { return _mm_or_ps(a, b); }
inline Packet flip(Packet a, Packet b) { return _mm_xor_ps(a, b); }
inline Packet where(Packet mask, Packet yes, Packet no) {
  return _mm_or_ps(_mm_and_ps(mask, yes), _mm_andnot_ps(mask, no));
}

inline Packet absolute(Packet x) { return _mm_andnot_ps(splat(-0.0f), x); }
inline Packet sign_bit(Packet x) { return _mm_and_ps(splat(-0.0f), x); }

// The lanes' sum, (x0 + x2) + (x1 + x3), and the largest lane.
inline float sum(Packet x) {
  const Packet pairs = add(x, _mm_movehl_ps(x, x));
  return _mm_cvtss_f32(_mm_add_ss(pairs, _mm_shuffle_ps(pairs, pairs, 1)));
}
inline float largest(Packet x) {
  const Packet pairs = max(x, _mm_movehl_ps(x, x));
  return _mm_cvtss_f32(_mm_max_ss(pairs, _mm_shuffle_ps(pairs, pairs, 1)));
}

// out[i] = f(x[i]) for i < n, where f maps packets. The last n mod 4 go through the same f, so that
// a value's result does not depend on its place. `out` may be `x`.
template <class F>
inline void map(const float* x, float* out, std::size_t n, F f) {
  std::size_t i = 0;
  for (; i + lanes <= n; i += lanes) store(out + i, f(load(x + i)));
  if (i < n) store_some(out + i, f(load_some(x + i, n - i)), n - i);
}

// out[i] = f(x[i], y[i]), likewise; `out` may be `x` or `y`.
template <class F>
inline void map(const float* x, const float* y, float* out, std::size_t n, F f) {
  std::size_t i = 0;
  for (; i + lanes <= n; i += lanes) store(out + i, f(load(x + i), load(y + i)));
  if (i < n) store_some(out + i, f(load_some(x + i, n - i), load_some(y + i, n - i)), n - i);
}

}  // namespace nn
