// What a person can choose in the laboratory of variational autoencoders.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "lab/fields.h"
#include "labs/vae/tabs.h"

namespace laboratory::vae {

enum class Data : std::uint8_t { ring, moons, pinwheel, grid, glyphs, own };
// net: both halves are nets. linear: both are linear, so that the best Gaussian is the posterior.
// leaky: a net whose encoder's standard deviation is a LeakyReLU. codes: eight codes in place of
// numbers, and the bound summed over all of them.
enum class Model : std::uint8_t { net, linear, leaky, codes };
enum class Objective : std::uint8_t { elbo, iwae };
// What both the VAE and the GAN of a seed have to put up with, and where there is no GAN at all.
// slow: the discriminator has a tenth of the rate; fast: three times it; low and high: all rates
// are a tenth and three times as large; narrow: hidden layers of an eighth.
enum class Gan : std::uint8_t { off, equal, slow, fast, low, high, narrow };

// What a model is made and trained of: another value, and training begins anew.
struct Setting {
  Data data = Data::ring;
  lab::OwnFile images;
  Model model = Model::net;
  int points = 5000;
  double noise = 0.05;
  int latent = 2, hidden = 64;
  double beta = 1;
  double decoder_var = 0.0025;  // NaN where it is learned
  Objective objective = Objective::elbo;
  int k = 50;
  double rate = 3e-3;
  int batch = 128;
  int seed = 1;

  bool learns_variance() const { return std::isnan(decoder_var); }
  // Samples of each example in a training step.
  int samples() const { return objective == Objective::iwae ? k : 1; }
  bool images_only() const { return data == Data::glyphs || data == Data::own; }
};

inline constexpr int most_steps = 10'000;

struct Params {
  Setting setting;
  int step = 3000;
  std::vector<double> z = {0.6, 0.6};
  std::vector<double> dims = {1, 2};
  int point = 1;
  Gan gan = Gan::off;
  std::vector<double> p_data = {0.5, 0.2, 0.2, 0.1};
  double x = 10, x_var = 0.01;

  void declare(lab::Fields& f) {
    Setting& s = setting;
    f.choice("data", s.data, {"ring", "moons", "pinwheel", "grid", "glyphs", "own"}, "data")
        .say({"ring of eight Gaussians", "two moons", "pinwheel", "grid of 25 Gaussians",
              "glyphs, 16 × 16", "your own images"});
    f.asset("images", s.images, lab::Media::idx, "images of your own, an IDX file", "data", "own")
        .extra();
    f.whole("latent", s.latent, {1, 16}, "latent dimensions");
    f.log_real("beta", s.beta, {0, 100}, "β, the weight of the KL term");
    f.auto_real("decoder_var", s.decoder_var, {1e-4, 10}, "variance σ² of the decoder");
    f.choice("objective", s.objective, {"elbo", "iwae"}, "trained by")
        .say({"ELBO", "IWAE, k samples"})
        .extra();
    f.whole("k", s.k, {1, 500}, "samples k of the IWAE bound")
        .looks_only(s.objective == Objective::elbo)
        .extra();
    f.choice("model", s.model, {"net", "linear", "leaky", "codes"}, "model")
        .say({"nets", "linear", "nets, σ by LeakyReLU", "eight codes, enumerated"})
        .extra();
    f.whole("hidden", s.hidden, {4, 256}, "units in each of two hidden layers").extra();
    f.whole("points", s.points, {100, 100'000}, "training examples").extra();
    f.real("noise", s.noise, {0.02, 0.3}, "standard deviation of the data about its shape").extra();
    f.log_real("rate", s.rate, {1e-6, 1}, "learning rate").extra();
    f.whole("batch", s.batch, {8, 512}, "examples in a batch").extra();
    f.whole("step", step, {0, most_steps}, "training step").horizon();
    f.reals("z", z, {0, 16}, {-10, 10}, "point z of the latent space").looks_only().picked();
    f.reals("dims", dims, {2, 2}, {1, 16}, "two latent dimensions that are drawn")
        .looks_only()
        .extra();
    f.whole("point", point, {1, 256}, "held-out example that is looked at")
        .looks_only()
        .beside({tabs::posterior});
    f.choice("gan", gan, {"off", "equal", "slow", "fast", "low", "high", "narrow"},
             "GANs beside VAEs")
        .say({"none", "all rates equal", "slow discriminator", "fast discriminator",
              "all rates ÷ 10", "all rates × 3", "narrow nets"})
        .beside({tabs::samples, tabs::bench});
    f.reals("p_data", p_data, {1, 12}, {0, 1}, "probabilities of the data's symbols")
        .looks_only()
        .beside({tabs::numbers});
    f.real("x", x, {-100, 100}, "point x, with z ~ N(0, 1) and x | z ~ N(z, v)")
        .looks_only()
        .beside({tabs::numbers});
    f.log_real("x_var", x_var, {1e-6, 100}, "variance v of x given z")
        .looks_only()
        .beside({tabs::numbers});
    f.whole("seed", s.seed, {0, 999999}, "seed").extra();
  }
};

}  // namespace laboratory::vae
