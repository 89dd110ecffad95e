// An autoencoder without a continuous latent: z is one of eight codes, and the bound is summed over
// all of them, so that neither samples nor gradients through samples are needed.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "labs/vae/autoencoder.h"

namespace laboratory::vae {

inline constexpr int codes = 8;

class CodeBook {
 public:
  // Reads `data`, which lives longer.
  CodeBook(const Setting& s, const Examples& data, std::uint64_t seed);

  void step();
  std::int64_t steps() const { return trainer_.steps(); }
  const std::string& fault() const { return trainer_.fault(); }
  const std::vector<Told>& told() const { return told_; }

  // q(z | x): `codes` probabilities for each example.
  std::vector<float> encode(std::span<const float> examples);
  // Of each code: the mean of x, or the logits of its ones.
  std::vector<float> means();
  double log_variance();

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.trainer_, self.batch_, self.told_);
  }

 private:
  nn::Var encoder(nn::Var x) const;
  nn::Var decoder(nn::Graph& g, int times) const;  // of all codes, so many times in a row
  nn::Var spread(nn::Graph& g) const;
  void feed();

  Setting s_;
  const Examples& data_;
  nn::Trainer trainer_;
  nn::Minibatch batch_;
  nn::Var x_, labels_, recon_, kl_, weight_;
  std::unique_ptr<nn::Judge> encodes_;
  std::unique_ptr<nn::Graph> decodes_;
  nn::Var means_;
  std::vector<Told> told_;
};

// Of held-out examples, in nats: the bound, summed over the codes, and the likelihood.
struct CodeEvidence {
  double elbo = 0, recon = 0, kl = 0;
  double exact = 0;
  std::vector<double> used;  // mean of q(z | x) over the examples, by code
};
CodeEvidence evidence(const Examples& data, CodeBook& book);

}  // namespace laboratory::vae
