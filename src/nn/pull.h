// The chain rule number by number: what elementwise operations share.
#pragma once

#include "nn/gemm.h"
#include "nn/packet.h"

namespace nn {

// dx[i] (+)= f(a[i], dy[i]) for i < n; values do not depend on their place. `dx` may be `dy` or
// `a`.
template <class F>
void pull(const float* a, const float* dy, float* dx, std::size_t n, Into into, F f) {
  if (into == Into::overwrite) return map(a, dy, dx, n, f);
  std::size_t i = 0;
  for (; i + lanes <= n; i += lanes) store(dx + i, add(load(dx + i), f(load(a + i), load(dy + i))));
  if (i == n) return;
  const Packet rest = f(load_some(a + i, n - i), load_some(dy + i, n - i));
  store_some(dx + i, add(load_some(dx + i, n - i), rest), n - i);
}

// dx[i] (+)= f(dy[i])
template <class F>
void pull(const float* dy, float* dx, std::size_t n, Into into, F f) {
  if (into == Into::overwrite) return map(dy, dx, n, f);
  map(dx, dy, dx, n, [f](Packet sum, Packet d) { return add(sum, f(d)); });
}

}  // namespace nn
