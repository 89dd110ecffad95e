#include "labs/vae/bench.h"

#include "num/elementary.h"

namespace laboratory::vae {

Bench::Bench(const Setting& s, Gan gan, const Examples& data) : s_(s), data_(data) {
  const Handicap h = handicap(s, gan);
  Setting vae = h.setting;
  vae.model = Model::net;
  for (int i = 0; i < bench_seeds; ++i) {
    const auto seed = static_cast<std::uint64_t>(s.seed + i);
    vaes_.push_back(std::make_unique<Autoencoder>(vae, data, seed));
    gans_.push_back(std::make_unique<Adversaries>(h, data, seed));
  }
}

void Bench::step() {
  for (const auto& vae : vaes_) vae->step();
  for (const auto& gan : gans_) gan->step();
}

std::vector<Bench::Pair> Bench::pairs() {
  std::vector<Pair> all;
  for (std::size_t i = 0; i < vaes_.size(); ++i) {
    Autoencoder& vae = *vaes_[i];
    Adversaries& gan = *gans_[i];
    const auto seed = static_cast<std::uint64_t>(s_.seed) + i;
    Pair pair;
    pair.vae_stands = !vae.fault().empty();
    pair.gan_stands = !gan.fault().empty();
    const auto covered = [&](const std::vector<float>& x) {
      return coverage(x, data_.centres, s_.noise);
    };
    pair.vae.of = pair.gan.of = static_cast<int>(data_.centres.size() / 2);
    if (!pair.vae_stands)
      pair.vae = covered(planar_samples(s_.latent, num::exp(vae.log_variance()), seed,
                                        [&](std::span<const float> z) { return vae.decode(z); }));
    if (!pair.gan_stands) {
      pair.made = planar_samples(s_.latent, 0, seed,
                                 [&](std::span<const float> z) { return gan.generate(z); });
      pair.gan = covered(pair.made);
    }
    all.push_back(std::move(pair));
  }
  return all;
}

}  // namespace laboratory::vae
