#include "labs/vae/bench.h"

#include "num/elementary.h"

namespace laboratory::vae {

Bench::Bench(const Setting& s, Gan gan, const Examples& data)
    : s_(s), handicap_(handicap(s, gan)), data_(data) {}

Autoencoder& Bench::vae(int pair) {
  std::unique_ptr<Autoencoder>& net = vaes_[static_cast<std::size_t>(pair)];
  if (!net) {
    Setting setting = handicap_.setting;
    setting.model = Model::net;
    net = std::make_unique<Autoencoder>(setting, data_, seed(pair));
  }
  return *net;
}

Adversaries& Bench::gan(int pair) {
  std::unique_ptr<Adversaries>& net = gans_[static_cast<std::size_t>(pair)];
  if (!net) net = std::make_unique<Adversaries>(handicap_, data_, seed(pair));
  return *net;
}

void Bench::step(int net) { net < bench_seeds ? vae(net).step() : gan(net - bench_seeds).step(); }

nn::Snapshot Bench::snapshot(int net) {
  return net < bench_seeds ? nn::snapshot_of(vae(net)) : nn::snapshot_of(gan(net - bench_seeds));
}

void Bench::restore(int net, std::span<const std::byte> bytes) {
  net < bench_seeds ? nn::restore(vae(net), bytes) : nn::restore(gan(net - bench_seeds), bytes);
}

std::vector<Bench::Pair> Bench::pairs() {
  std::vector<Pair> all;
  for (int i = 0; i < bench_seeds; ++i) {
    Autoencoder& vae = this->vae(i);
    Adversaries& gan = this->gan(i);
    const std::uint64_t seed = this->seed(i);
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
