// VAEs and GANs side by side under one handicap, a pair for each seed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "labs/vae/autoencoder.h"
#include "labs/vae/gan.h"
#include "labs/vae/samples.h"
#include "nn/snapshot.h"

namespace laboratory::vae {

// So many steps on half a batch tell how a pair comes out.
inline constexpr int bench_steps = 1000;
inline constexpr int bench_seeds = 10;

class Bench {
 public:
  // Reads `data`, which lives longer. The seeds follow on that of the setting. A net is built when
  // it is first asked for.
  Bench(const Setting& s, Gan gan, const Examples& data);

  // The VAEs, then the GANs: each learns by itself.
  static constexpr int nets = 2 * bench_seeds;
  void step(int net);
  nn::Snapshot snapshot(int net);
  void restore(int net, std::span<const std::byte> bytes);

  // What one seed's pair has come to; none of a net that stands still.
  struct Pair {
    Coverage vae, gan;
    std::vector<float> made;  // points of the GAN
    bool vae_stands = false, gan_stands = false;
  };
  std::vector<Pair> pairs();

 private:
  std::uint64_t seed(int pair) const { return static_cast<std::uint64_t>(s_.seed + pair); }
  Autoencoder& vae(int pair);
  Adversaries& gan(int pair);

  Setting s_;
  Handicap handicap_;
  const Examples& data_;
  std::array<std::unique_ptr<Autoencoder>, bench_seeds> vaes_;
  std::array<std::unique_ptr<Adversaries>, bench_seeds> gans_;
};

}  // namespace laboratory::vae
