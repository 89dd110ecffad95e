#include "nn/update.h"

#include "nn/packet.h"

namespace nn {
namespace {

// Calls f(i, count) for every packet of n values, count < 4 for the last part of one.
template <class F>
void each(std::size_t n, F f) {
  std::size_t i = 0;
  for (; i + lanes <= n; i += lanes)
    f([i](const float* p) { return load(p + i); }, [i](float* p, Packet x) { store(p + i, x); });
  if (i < n)
    f([i, n](const float* p) { return load_some(p + i, n - i); },
      [i, n](float* p, Packet x) { store_some(p + i, x, n - i); });
}

}  // namespace

void sgd(float* w, const float* g, std::size_t n, float rate) {
  const Packet step = splat(rate);
  each(n, [=](auto get, auto put) { put(w, sub(get(w), mul(step, get(g)))); });
}

void momentum(float* w, const float* g, float* v, std::size_t n, float rate, float momentum) {
  const Packet step = splat(rate), keep = splat(momentum);
  each(n, [=](auto get, auto put) {
    const Packet velocity = add(mul(keep, get(v)), get(g));
    put(v, velocity);
    put(w, sub(get(w), mul(step, velocity)));
  });
}

void nesterov(float* w, const float* g, float* v, std::size_t n, float rate, float momentum) {
  const Packet step = splat(rate), keep = splat(momentum);
  each(n, [=](auto get, auto put) {
    const Packet slope = get(g), velocity = add(mul(keep, get(v)), slope);
    put(v, velocity);
    put(w, sub(get(w), mul(step, add(slope, mul(keep, velocity)))));
  });
}

void rmsprop(float* w, const float* g, float* s, std::size_t n, float rate, float decay,
             float eps) {
  const Packet step = splat(rate), keep = splat(decay), fresh = splat(1 - decay), soft = splat(eps);
  each(n, [=](auto get, auto put) {
    const Packet slope = get(g), mean = add(mul(keep, get(s)), mul(fresh, mul(slope, slope)));
    put(s, mean);
    put(w, sub(get(w), div(mul(step, slope), add(sqrt(mean), soft))));
  });
}

void adam(float* w, const float* g, float* m, float* v, std::size_t n, float rate, float b1,
          float b2, float eps, float shrink) {
  const Packet step = splat(rate), soft = splat(eps), kept = splat(shrink);
  const Packet keep1 = splat(b1), fresh1 = splat(1 - b1), keep2 = splat(b2), fresh2 = splat(1 - b2);
  each(n, [=](auto get, auto put) {
    const Packet slope = get(g);
    const Packet mean = add(mul(keep1, get(m)), mul(fresh1, slope));
    const Packet square = add(mul(keep2, get(v)), mul(fresh2, mul(slope, slope)));
    put(m, mean);
    put(v, square);
    put(w, sub(mul(kept, get(w)), div(mul(step, mean), add(sqrt(square), soft))));
  });
}

void adadelta(float* w, const float* g, float* s, float* u, std::size_t n, float rate, float rho,
              float eps) {
  const Packet step = splat(rate), keep = splat(rho), fresh = splat(1 - rho), soft = splat(eps);
  each(n, [=](auto get, auto put) {
    const Packet slope = get(g), mean = add(mul(keep, get(s)), mul(fresh, mul(slope, slope)));
    const Packet moved = get(u);
    const Packet move = mul(slope, sqrt(div(add(moved, soft), add(mean, soft))));
    put(s, mean);
    put(u, add(mul(keep, moved), mul(fresh, mul(move, move))));
    put(w, sub(get(w), mul(step, move)));
  });
}

}  // namespace nn
