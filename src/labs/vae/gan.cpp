#include "labs/vae/gan.h"

#include <algorithm>

#include "nn/layers.h"
#include "nn/losses.h"
#include "nn/noise.h"

namespace laboratory::vae {
namespace {

constexpr int made_at_once = 512;
constexpr float slope = 0.2f;

nn::Recipe adam(double rate) {
  return {.rule = nn::Rule::adam, .rate = static_cast<float>(rate), .momentum = gan_momentum};
}

}  // namespace

Handicap handicap(const Setting& s, Gan gan) {
  Handicap h{s, gan_rate, gan_rate};
  if (gan == Gan::slow) h.discriminator_rate /= 10;
  if (gan == Gan::fast) h.discriminator_rate *= 3;
  const double all = gan == Gan::low ? 0.1 : gan == Gan::high ? 3.0 : 1.0;
  h.setting.rate *= all, h.generator_rate *= all, h.discriminator_rate *= all;
  h.setting.batch = std::max(8, s.batch / 2);
  if (gan == Gan::narrow) h.setting.hidden = std::max(4, s.hidden / 8);
  return h;
}

std::int64_t gan_work(const Setting& s) {
  const std::int64_t h = s.hidden, generator = s.latent * h + h * h + 2 * h,
                     discriminator = 2 * h + h * h + h;
  // The discriminator sees real and made points, and made ones again for the generator.
  return 3 * s.batch * (generator + 3 * discriminator);
}

Adversaries::Adversaries(const Handicap& h, const Examples& data, std::uint64_t seed)
    : s_(h.setting), trainer_(seed), batch_(data.train, h.setting.batch, seed) {
  nn::Graph& g = trainer_.add_graph(seed);
  points_ = g.input(batch_.shape(), "points");
  labels_ = g.input(nn::vectors(1, batch_.size()), "labels");
  const nn::Var made = generator(nn::noise(g, nn::vectors(s_.latent, batch_.size())));
  const nn::Game game = nn::Game::non_saturating;
  const nn::Var told_apart =
      nn::discriminator_loss(game, discriminator(points_), discriminator(nn::detach(made)));
  const nn::Var fooled = nn::generator_loss(game, discriminator(made));
  trainer_.add_phase(
      {.loss = told_apart, .recipe = adam(h.discriminator_rate), .prefix = "D ", .feed = [this] {
         batch_.show(points_, labels_);
       }});
  trainer_.add_phase({.loss = fooled, .recipe = adam(h.generator_rate), .prefix = "G "});
  generates_ =
      std::make_unique<nn::Judge>(trainer_.weights(), nn::vectors(s_.latent, 1), made_at_once,
                                  [this](nn::Var z) { return generator(z); });
}

nn::Var Adversaries::generator(nn::Var z) const {
  nn::Var h = nn::relu(nn::dense(z, s_.hidden, "G 1"));
  h = nn::relu(nn::dense(h, s_.hidden, "G 2"));
  return nn::dense(h, 2, "G 3", {.initial = nn::lecun()});
}

nn::Var Adversaries::discriminator(nn::Var x) const {
  nn::Var h = nn::leaky_relu(nn::dense(x, s_.hidden, "D 1"), slope);
  h = nn::leaky_relu(nn::dense(h, s_.hidden, "D 2"), slope);
  return nn::dense(h, 1, "D 3", {.initial = nn::lecun()});
}

std::vector<float> Adversaries::generate(std::span<const float> z) {
  std::vector<float> all;
  generates_->sweep(
      z, [&](int, std::span<const float> x) { all.insert(all.end(), x.begin(), x.end()); });
  return all;
}

}  // namespace laboratory::vae
