// One variational autoencoder in training.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "labs/vae/examples.h"
#include "nn/judge.h"
#include "nn/minibatch.h"
#include "nn/trainer.h"

namespace laboratory::vae {

// How its variance starts where it is learned: from 1 it would collapse.
inline constexpr float first_variance = 0.01f;

// Multiplications with an addition in one training step, and for one example in the encoder and in
// the decoder, before anything is built.
struct Work {
  std::int64_t step, encoder, decoder;
};
Work work(const Setting& s);

// q(z | x) of examples: `latent` numbers each, side by side.
struct Posteriors {
  int latent = 0;
  std::vector<float> mean, log_variance;
  int size() const { return static_cast<int>(mean.size()) / latent; }
};

// What a step has told of its batch, before it: the bound and its two parts, in nats; for IWAE the
// bound of k samples, and no parts.
struct Told {
  float bound = 0, recon = 0, kl = 0;
  float least_sigma = 0;  // of q over the batch, where it comes by a LeakyReLU
};

// Encoder and decoder of a Gaussian latent, with a Gaussian or a Bernoulli decoder; the model is
// any but `codes`.
class Autoencoder {
 public:
  // Reads `data`, which lives longer. Those of one seed share data, batches and first weights.
  Autoencoder(const Setting& s, const Examples& data, std::uint64_t seed);

  // After a number that is not finite it stands still.
  void step();
  std::int64_t steps() const { return trainer_.steps(); }
  const std::string& fault() const { return trainer_.fault(); }
  const std::vector<Told>& told() const { return told_; }

  Posteriors encode(std::span<const float> examples);
  // Of each z: the mean of x given z, or the logits of its ones.
  std::vector<float> decode(std::span<const float> z);
  // ln of the decoder's variance; of no meaning for a Bernoulli decoder.
  double log_variance();

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.trainer_, self.batch_, self.told_);
  }

 private:
  struct Code {
    nn::Var mean, log_variance;
    nn::Var sigma = {};  // by a LeakyReLU, for that model alone
  };
  Code encoder(nn::Var x) const;
  nn::Var decoder(nn::Var z) const;
  nn::Var spread(nn::Graph& g) const;

  Setting s_;
  const Examples& data_;
  nn::Trainer trainer_;
  nn::Minibatch batch_;
  nn::Var x_, labels_, bound_, recon_, kl_, sigma_;
  std::unique_ptr<nn::Judge> encodes_, decodes_;
  std::vector<Told> told_;
};

}  // namespace laboratory::vae
