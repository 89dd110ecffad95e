#include "labs/layer_cost/trials.h"

#include <algorithm>
#include <memory>

#include "labs/layer_cost/study.h"
#include "nn/columns.h"
#include "nn/conv.h"
#include "nn/packet.h"
#include "nn/pool.h"
#include "num/rng.h"

namespace laboratory::layer_cost {
namespace {

// Beyond these a layer would hold up the page, or fill the memory of a telephone.
constexpr std::int64_t most_operations = 1'000'000'000, most_floats = 4 << 20;

constexpr int peak_rounds = 8192;

using Floats = std::vector<float>;

Floats noise(std::int64_t n, std::uint64_t purpose) {
  num::Rng rng(1, purpose);
  Floats x(static_cast<std::size_t>(n));
  for (float& value : x) value = static_cast<float>(rng.uniform(-1, 1));
  return x;
}

// A map with room for what the layers make of it.
struct Material {
  Floats map, out;
  explicit Material(const Params& p) : map(noise(p.map().values(), 1)), out(map.size()) {}
};
using Shared = std::shared_ptr<Material>;

lab::Trial conv_trial(const Params& p, const Shared& m) {
  nn::ConvShape s;
  s.height = p.height, s.width = p.width, s.in = p.in, s.out = p.out;
  s.kernel = p.conv_kernel, s.pad = (p.conv_kernel - 1) / 2;
  struct Bank {
    Floats filter, bias, out, scratch;
  };
  auto bank = std::make_shared<Bank>();
  bank->filter = noise(std::int64_t{s.patch()} * s.out, 2);
  bank->bias = noise(s.out, 3);
  bank->out.resize(static_cast<std::size_t>(s.out) *
                   static_cast<std::size_t>(s.out_height() * s.out_width()));
  bank->scratch.resize(nn::conv_scratch(s));
  return {"conv", [s, m, bank] {
            nn::conv_forward(s, m->map.data(), bank->filter.data(), bank->bias.data(),
                             bank->out.data(), bank->scratch.data());
          }};
}

// The statistics of training, then the normalisation and the affine map as two passes, or both
// folded into one.
lab::Trial norm_trial(const Params& p, const Shared& m) {
  const int rows = p.in, cols = p.height * p.width;
  auto constants = std::make_shared<std::array<Floats, 4>>();
  for (Floats& c : *constants) c.assign(static_cast<std::size_t>(rows), 0.5F);
  return {"bn", [rows, cols, m, constants, norm = p.norm] {
            auto& [scale, shift, sums, squares] = *constants;
            const float* x = m->map.data();
            if (norm == num::NormCost::training) {
              nn::row_sums(x, rows, cols, nn::Into::overwrite, sums.data());
              nn::row_squares(x, scale.data(), rows, cols, nn::Into::overwrite, squares.data());
            }
            nn::scale_rows(x, rows, cols, scale.data(), shift.data(), m->out.data());
            if (norm != num::NormCost::folded)
              nn::scale_rows(m->out.data(), rows, cols, scale.data(), shift.data(), m->out.data());
          }};
}

nn::PoolShape pool_shape(const Params& p) {
  nn::PoolShape s;
  s.height = p.height, s.width = p.width, s.channels = p.in;
  s.kernel = p.pool_kernel, s.stride = p.pool_stride;
  return s;
}

lab::Trial average_trial(const Params& p, const Shared& m) {
  return {"avg_pool",
          [s = pool_shape(p), m] { nn::average_pool(s, m->map.data(), m->out.data()); }};
}

lab::Trial max_trial(const Params& p, const Shared& m) {
  return {"max_pool", [s = pool_shape(p), m] { nn::max_pool(s, m->map.data(), m->out.data()); }};
}

// Eight independent sums in registers, so that no operation waits for the one before it. Named one
// by one: an array would go through memory.
lab::Trial peak_trial() {
  auto out = std::make_shared<std::array<float, 4>>();
  return {"peak", [out] {
            const nn::Packet s = nn::splat(0.5F), t = nn::splat(1.0F + (*out)[0] * 0);
            nn::Packet a = t, b = t, c = t, d = t, e = t, f = t, g = t, h = t;
            for (int n = 0; n < peak_rounds; ++n) {
              a = nn::add(nn::mul(a, s), t), b = nn::add(nn::mul(b, s), t);
              c = nn::add(nn::mul(c, s), t), d = nn::add(nn::mul(d, s), t);
              e = nn::add(nn::mul(e, s), t), f = nn::add(nn::mul(f, s), t);
              g = nn::add(nn::mul(g, s), t), h = nn::add(nn::mul(h, s), t);
            }
            const nn::Packet left = nn::add(nn::add(a, b), nn::add(c, d));
            nn::store(out->data(), nn::add(left, nn::add(nn::add(e, f), nn::add(g, h))));
          }};
}

lab::Trial stream_trial(std::int64_t floats) {
  struct Pair {
    Floats from, to;
  };
  auto pair = std::make_shared<Pair>();
  pair->from.assign(static_cast<std::size_t>(floats), 1.0F);
  pair->to = pair->from;
  return {"stream", [pair] {
            nn::map(pair->from.data(), pair->to.data(), pair->from.size(),
                    [twice = nn::splat(2)](nn::Packet x) { return nn::mul(x, twice); });
          }};
}

}  // namespace

double peak_operations() { return 8.0 * nn::lanes * 2 * peak_rounds; }

std::int64_t streamed_floats(const Params& p) {
  return std::clamp<std::int64_t>(p.map().values(), 1024, most_floats);
}

std::vector<lab::Trial> cost_trials(const Params& p) {
  std::vector<lab::Trial> trials;
  const num::CostedMap map = p.map();
  if (map.values() <= most_floats) {
    const auto material = std::make_shared<Material>(p);
    const std::int64_t outputs = std::int64_t{p.height} * p.width * p.out;
    const std::int64_t filter = std::int64_t{p.conv_kernel} * p.conv_kernel * p.in * p.out;
    const bool shrinks_away = p.conv_kernel % 2 == 0 && (p.height == 1 || p.width == 1);
    if (num::conv_operations(map, p.out, p.conv_kernel) <= most_operations &&
        outputs <= most_floats && filter <= most_floats && !shrinks_away)
      trials.push_back(conv_trial(p, material));
    trials.push_back(norm_trial(p, material));
    if (p.pool_fits()) {
      trials.push_back(average_trial(p, material));
      trials.push_back(max_trial(p, material));
    }
  }
  trials.push_back(peak_trial());
  trials.push_back(stream_trial(streamed_floats(p)));
  return trials;
}

}  // namespace laboratory::layer_cost
