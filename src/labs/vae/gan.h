// One generative adversarial net in training, on points in the plane.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "labs/vae/examples.h"
#include "nn/judge.h"
#include "nn/minibatch.h"
#include "nn/trainer.h"

namespace laboratory::vae {

// How its two nets learn, whatever the VAE's rate: Goodfellow et al., "Generative adversarial nets"
// (2014), with the generator's loss that does not saturate.
inline constexpr double gan_rate = 2e-3;
inline constexpr float gan_momentum = 0.5f;

// What a handicap makes of a setting, for the VAE, and of the two rates of a GAN.
struct Handicap {
  Setting setting;
  double generator_rate, discriminator_rate;
};
Handicap handicap(const Setting& s, Gan gan);

// Multiplications with an addition in one training step.
std::int64_t gan_work(const Setting& s);

// Generator 2 hidden layers with ReLU from the latent to the plane, discriminator 2 hidden layers
// with LeakyReLU.
class Adversaries {
 public:
  // Reads `data`, which lives longer.
  Adversaries(const Handicap& h, const Examples& data, std::uint64_t seed);

  void step() { trainer_.step(); }
  const std::string& fault() const { return trainer_.fault(); }
  // Points of the plane for z, `latent` numbers each.
  std::vector<float> generate(std::span<const float> z);

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.trainer_, self.batch_);
  }

 private:
  nn::Var generator(nn::Var z) const;
  nn::Var discriminator(nn::Var x) const;

  Setting s_;
  nn::Trainer trainer_;
  nn::Minibatch batch_;
  nn::Var points_, labels_;
  std::unique_ptr<nn::Judge> generates_;
};

}  // namespace laboratory::vae
