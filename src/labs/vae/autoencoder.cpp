#include "labs/vae/autoencoder.h"

#include <algorithm>
#include <limits>

#include "nn/latent.h"
#include "nn/layers.h"
#include "nn/losses.h"
#include "nn/noise.h"
#include "nn/pairs.h"
#include "num/elementary.h"

namespace laboratory::vae {
namespace {

constexpr int at_once = 256;
constexpr const char* learned_spread = "decoder variance";

// Images have a wider layer between their places and the hidden one.
int outer(const Setting& s) { return s.images_only() ? 2 * s.hidden : s.hidden; }

nn::Recipe recipe(const Setting& s) {
  return {.rule = nn::Rule::adam, .rate = static_cast<float>(s.rate)};
}

std::vector<float> swept(nn::Judge& judge, std::span<const float> inputs, std::size_t room) {
  std::vector<float> all;
  all.reserve(room);
  judge.sweep(inputs, [&](int, std::span<const float> out) {
    all.insert(all.end(), out.begin(), out.end());
  });
  return all;
}

}  // namespace

Work work(const Setting& s) {
  const std::int64_t seen = s.images_only() ? image_side * image_side : 2;
  const std::int64_t in = outer(s), hidden = s.hidden, latent = s.latent;
  Work w{};
  if (s.model == Model::linear) {
    w.encoder = w.decoder = seen * latent;
  } else {
    w.encoder = seen * in + in * hidden + 2 * hidden * latent;
    w.decoder = latent * hidden + hidden * in + in * seen;
  }
  w.step = 3 * s.batch * (w.encoder + s.samples() * w.decoder);
  return w;
}

Autoencoder::Autoencoder(const Setting& s, const Examples& data, std::uint64_t seed)
    : s_(s), data_(data), trainer_(seed), batch_(data.train, s.batch, seed) {
  nn::Graph& g = trainer_.add_graph(seed);
  x_ = g.input(batch_.shape(), "examples");
  labels_ = g.input(nn::vectors(1, batch_.size()), "labels");
  const Code code = encoder(x_);
  sigma_ = code.sigma;
  const float beta = static_cast<float>(s.beta);
  nn::Var loss;
  if (s.objective == Objective::iwae) {
    const nn::Var mean = nn::repeat_examples(code.mean, s.k);
    const nn::Var log_variance = nn::repeat_examples(code.log_variance, s.k);
    const nn::Var x = nn::repeat_examples(x_, s.k), z = nn::sample(mean, log_variance);
    const nn::Var out = decoder(z);
    const nn::Var seen =
        data.binary ? nn::log_bernoulli(out, x) : nn::log_gaussian(x, out, spread(g));
    const nn::Var prior =
        nn::subtract(nn::log_standard_normal(z), nn::log_gaussian(z, mean, log_variance));
    bound_ = nn::importance_bound(nn::add(seen, nn::scale(prior, beta)), s.k);
    loss = nn::scale(bound_, -1);
  } else {
    const nn::Var out = decoder(nn::sample(code.mean, code.log_variance));
    recon_ =
        data.binary ? nn::sigmoid_cross_entropy(out, x_) : nn::gaussian_nll(x_, out, spread(g));
    kl_ = nn::kl_to_standard_normal(code.mean, code.log_variance);
    loss = nn::add(recon_, nn::scale(kl_, beta));
  }
  trainer_.add_phase(
      {.loss = loss, .recipe = recipe(s), .feed = [this] { batch_.show(x_, labels_); }});
  const nn::Shape one = nn::vectors(data.features(), 1), latent = nn::vectors(s.latent, 1);
  encodes_ = std::make_unique<nn::Judge>(trainer_.weights(), one, at_once, [this](nn::Var x) {
    const Code c = encoder(x);
    return nn::join_channels({c.mean, c.log_variance});
  });
  decodes_ = std::make_unique<nn::Judge>(trainer_.weights(), latent, at_once,
                                         [this](nn::Var z) { return decoder(z); });
}

Autoencoder::Code Autoencoder::encoder(nn::Var x) const {
  if (s_.model == Model::linear) {
    // The posterior of a linear model has the same covariance wherever x lies.
    const nn::Var mean = nn::dense(x, s_.latent, "encoder mean", {.initial = nn::lecun()});
    const nn::Var flat = nn::scale(mean, 0);
    const nn::Var shared = x.graph->parameter("encoder variance", nn::vectors(s_.latent, 1),
                                              nn::constant(0), 1, 1, false);
    return {mean, nn::add(flat, shared)};
  }
  nn::Var h = nn::relu(nn::dense(x, outer(s_), "encoder 1"));
  h = nn::relu(nn::dense(h, s_.hidden, "encoder 2"));
  const nn::Var mean = nn::dense(h, s_.latent, "encoder mean", {.initial = nn::lecun()});
  if (s_.model == Model::leaky) {
    const nn::Var sigma = nn::leaky_relu(
        nn::dense(h, s_.latent, "encoder σ", {.initial = nn::lecun(0.1f), .bias_start = 1}), 0.01f);
    return {mean, nn::scale(nn::log(sigma), 2), sigma};
  }
  return {mean, nn::dense(h, s_.latent, "encoder log σ²", {.initial = nn::lecun(0.1f)})};
}

nn::Var Autoencoder::decoder(nn::Var z) const {
  const int features = data_.features();
  if (s_.model == Model::linear) return nn::dense(z, features, "decoder", {.initial = nn::lecun()});
  nn::Var h = nn::relu(nn::dense(z, s_.hidden, "decoder 1"));
  h = nn::relu(nn::dense(h, outer(s_), "decoder 2"));
  return nn::dense(h, features, "decoder mean", {.initial = nn::lecun()});
}

nn::Var Autoencoder::spread(nn::Graph& g) const {
  if (s_.learns_variance())
    return g.parameter(
        learned_spread, nn::vectors(1, 1),
        nn::constant(static_cast<float>(num::log(static_cast<double>(first_variance)))), 1, 1,
        false);
  const nn::Var fixed = g.input(nn::vectors(1, 1), learned_spread);
  g.set(fixed, std::vector<float>{static_cast<float>(num::log(s_.decoder_var))});
  return fixed;
}

void Autoencoder::step() {
  if (!trainer_.fault().empty()) return;
  const bool went = trainer_.step();
  Told t;
  if (sigma_.valid()) {
    const std::span<const float> all = sigma_.graph->value(sigma_);
    t.least_sigma = *std::min_element(all.begin(), all.end());
  }
  if (!went) {
    t.bound = t.recon = t.kl = std::numeric_limits<float>::quiet_NaN();
  } else if (s_.objective == Objective::iwae) {
    t.bound = bound_.graph->scalar(bound_);
  } else {
    t.recon = -recon_.graph->scalar(recon_);
    t.kl = kl_.graph->scalar(kl_);
    t.bound = t.recon - t.kl;
  }
  told_.push_back(t);
}

Posteriors Autoencoder::encode(std::span<const float> examples) {
  const auto latent = static_cast<std::size_t>(s_.latent);
  const std::size_t count = examples.size() / static_cast<std::size_t>(data_.features());
  Posteriors q{s_.latent, {}, {}};
  q.mean.reserve(count * latent);
  q.log_variance.reserve(count * latent);
  encodes_->sweep(examples, [&](int, std::span<const float> out) {
    q.mean.insert(q.mean.end(), out.begin(), out.begin() + s_.latent);
    q.log_variance.insert(q.log_variance.end(), out.begin() + s_.latent, out.end());
  });
  return q;
}

std::vector<float> Autoencoder::decode(std::span<const float> z) {
  const std::size_t count = z.size() / static_cast<std::size_t>(s_.latent);
  return swept(*decodes_, z, count * static_cast<std::size_t>(data_.features()));
}

double Autoencoder::log_variance() {
  if (!s_.learns_variance()) return num::log(s_.decoder_var);
  const std::span<const float> v = trainer_.weights().value(learned_spread);
  return v.empty() ? 0 : static_cast<double>(v[0]);
}

}  // namespace laboratory::vae
