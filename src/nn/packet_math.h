// Elementary functions of four floats at a time, from sums, products and quotients alone, so that
// every platform computes the same bits. Errors in units in the last place (ULP) are those stated
// in nn/functions.h. Polynomials and quotients are minimax fits made for these intervals.
#pragma once

#include <limits>

#include "nn/packet.h"

namespace nn {

// e^x = 2^n e^r with n = round(x / ln 2) and |r| <= ln 2 / 2. ln 2 is taken in two parts, the first
// short enough for n times it to be exact. The polynomial gives 2 e^r and the exponent field n - 1,
// so that results next to the largest float do not overflow on the way; the field of results below
// 2^-125.5 is 0, which makes them 0.
inline Packet exp(Packet x) {
  x = max(splat(-87.6f), min(splat(88.8f), x));
  const Packet shift = splat(12582912.0f + 126.0f);  // 1.5 2^23: the sum's last bits are n + 126
  const Packet shifted = add(mul(x, splat(1.44269504f)), shift);
  const Packet n = sub(shifted, shift);
  const Packet r = sub(sub(x, mul(n, splat(0.693359375f))), mul(n, splat(-2.12194440e-4f)));
  Packet p = splat(2 * 0.001380784776f);
  p = add(mul(p, r), splat(2 * 0.008369373463f));
  p = add(mul(p, r), splat(2 * 0.04166855119f));
  p = add(mul(p, r), splat(2 * 0.1666651512f));
  p = add(mul(p, r), splat(2 * 0.4999999267f));
  p = add(mul(p, r), splat(2));
  p = add(mul(p, r), splat(2));
  return mul(p, _mm_castsi128_ps(_mm_slli_epi32(_mm_castps_si128(shifted), 23)));
}

// ln x for normal, positive, finite x: x = 2^e (1 + f) with 1 + f in [sqrt 1/2, sqrt 2), and
// ln(1 + f) = f - f^2 / 2 + f^3 q(f).
inline Packet log_normal(Packet x) {
  const __m128i bits = _mm_castps_si128(x);
  const __m128i half_root = _mm_set1_epi32(0x3f3504f3);
  const __m128i e = _mm_srai_epi32(_mm_sub_epi32(bits, half_root), 23);
  const Packet f = sub(_mm_castsi128_ps(_mm_sub_epi32(bits, _mm_slli_epi32(e, 23))), splat(1));
  const Packet n = _mm_cvtepi32_ps(e), square = mul(f, f);
  Packet q = splat(-0.07631496675f);
  q = add(mul(q, f), splat(0.1275548293f));
  q = add(mul(q, f), splat(-0.1315829587f));
  q = add(mul(q, f), splat(0.1420253784f));
  q = add(mul(q, f), splat(-0.1662366684f));
  q = add(mul(q, f), splat(0.2000120418f));
  q = add(mul(q, f), splat(-0.250008102f));
  q = add(mul(q, f), splat(0.3333333161f));
  const Packet tail = add(mul(mul(square, f), q), mul(n, splat(-2.12194440e-4f)));
  return add(add(sub(tail, mul(splat(0.5f), square)), f), mul(n, splat(0.693359375f)));
}

inline Packet log(Packet x) {
  const Packet infinity = splat(std::numeric_limits<float>::infinity());
  const Packet small = less(x, splat(std::numeric_limits<float>::min()));
  const Packet normal = where(small, mul(x, splat(8388608.0f)), x);           // 2^23
  const Packet y = sub(log_normal(normal), both(small, splat(15.9423847f)));  // 23 ln 2
  const Packet outside = where(equal(x, splat(0)), sub(splat(0), infinity),
                               splat(std::numeric_limits<float>::quiet_NaN()));
  return where(less(x, infinity), where(less(splat(0), x), y, outside), x);
}

// x P(x^2) / Q(x^2), at most 1 whatever the rounding, and 1 from 9.1 on.
inline Packet tanh(Packet x) {
  x = max(splat(-9.1f), min(splat(9.1f), x));
  const Packet t = mul(x, x);
  Packet p = splat(-1.20286352e-11f);
  p = add(mul(p, t), splat(3.034801496e-08f));
  p = add(mul(p, t), splat(2.790852072e-05f));
  p = add(mul(p, t), splat(0.003863414153f));
  p = add(mul(p, t), splat(0.1367599128f));
  p = add(mul(p, t), splat(0.9999999984f));
  Packet q = splat(1.28046566e-06f);
  q = add(mul(q, t), splat(0.0003929975009f));
  q = add(mul(q, t), splat(0.0272278478f));
  q = add(mul(q, t), splat(0.4700932314f));
  q = add(mul(q, t), splat(1));
  return max(splat(-1), min(splat(1), div(mul(x, p), q)));
}

// x P(x^2) / Q(x^2), likewise 1 from 4 on.
inline Packet erf(Packet x) {
  x = max(splat(-4.0f), min(splat(4.0f), x));
  const Packet t = mul(x, x);
  Packet p = splat(-1.297670253e-08f);
  p = add(mul(p, t), splat(4.642343323e-06f));
  p = add(mul(p, t), splat(0.0003780069742f));
  p = add(mul(p, t), splat(0.003843509508f));
  p = add(mul(p, t), splat(0.0542762077f));
  p = add(mul(p, t), splat(0.1851671984f));
  p = add(mul(p, t), splat(1.128379169f));
  Packet q = splat(6.271064461e-05f);
  q = add(mul(q, t), splat(0.001304184562f));
  q = add(mul(q, t), splat(0.01544425506f));
  q = add(mul(q, t), splat(0.1139117226f));
  q = add(mul(q, t), splat(0.4974335677f));
  q = add(mul(q, t), splat(1));
  return max(splat(-1), min(splat(1), div(mul(x, p), q)));
}

inline Packet sigmoid(Packet x) { return div(splat(1), add(splat(1), exp(sub(splat(0), x)))); }

// max(x, 0) + ln(1 + u) with u = e^-|x|: the logarithm of the rounded w = 1 + u, and what the
// rounding lost, (u - (w - 1)) / w.
inline Packet softplus(Packet x) {
  const Packet u = exp(either(absolute(x), splat(-0.0f)));
  const Packet w = add(splat(1), u);
  const Packet lost = div(sub(u, sub(w, splat(1))), w);
  return add(max(splat(0), x), add(log_normal(w), lost));
}

}  // namespace nn
