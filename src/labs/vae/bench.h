// VAEs and GANs side by side under one handicap, a pair for each seed.
#pragma once

#include <memory>
#include <vector>

#include "labs/vae/autoencoder.h"
#include "labs/vae/gan.h"
#include "labs/vae/samples.h"

namespace laboratory::vae {

// So many steps on half a batch tell how a pair comes out.
inline constexpr int bench_steps = 1000;
inline constexpr int bench_seeds = 10;

class Bench {
 public:
  // Reads `data`, which lives longer. The seeds follow on that of the setting.
  Bench(const Setting& s, Gan gan, const Examples& data);

  void step();

  // What one seed's pair has come to; none of a net that stands still.
  struct Pair {
    Coverage vae, gan;
    std::vector<float> made;  // points of the GAN
    bool vae_stands = false, gan_stands = false;
  };
  std::vector<Pair> pairs();

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.vaes_, self.gans_);
  }

 private:
  Setting s_;
  const Examples& data_;
  std::vector<std::unique_ptr<Autoencoder>> vaes_;
  std::vector<std::unique_ptr<Adversaries>> gans_;
};

}  // namespace laboratory::vae
