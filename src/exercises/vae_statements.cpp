// 2a-iii: which statements about variational autoencoders are true?
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exercises/all.h"
#include "exercises/claims.h"
#include "exercises/mistakes.h"
#include "labs/all.h"
#include "labs/phrases.h"
#include "labs/vae/params.h"
#include "num/elementary.h"
#include "num/evidence.h"
#include "num/rng.h"

namespace exercises {
namespace {

using enum exam::Key;

// What the paper asks of each of five topics, and what variants may ask in its place.
constexpr const char* exact_posterior = "model=net&tab=posterior&figure=posterior";
constexpr Claim about_posteriors[] = {
    {"A Gaussian is the best choice for the encoder’s distribution q(z | x).", no,
     "The best q(z | x) is the posterior p(z | x). It is Gaussian in special models, such as a "
     "linear decoder with Gaussian noise; behind a net it may be skew or have several peaks, and "
     "the ELBO then stays below ln p(x). A Gaussian is convenient: it is easy to sample, and its "
     "KL is a formula.",
     exact_posterior},
    {"Of all distributions q(z | x) the posterior p(z | x) makes the ELBO of x largest, and equal "
     "to ln p(x).",
     yes,
     "ln p(x) − ELBO is KL(q(z | x) ‖ p(z | x)), which is 0 for the posterior and positive for "
     "all else.",
     exact_posterior},
    {"In a linear model, where z is standard normal and x is Wz + b with Gaussian noise, some "
     "Gaussian q(z | x) makes the ELBO equal to ln p(x).",
     yes,
     "There z and x are jointly Gaussian, so that the posterior of z is Gaussian as well: here a "
     "Gaussian is best.",
     "model=linear&decoder_var=0.3&tab=posterior&figure=posterior"},
    {"An encoder that gives a Gaussian q(z | x) reaches ELBO = ln p(x) with any decoder, provided "
     "that it has enough layers.",
     no,
     "The layers decide which Gaussian an x gets, and a Gaussian it remains. Where the posterior "
     "is not Gaussian, a gap is left; a richer family of distributions closes it, a deeper net "
     "does not.",
     exact_posterior},
};
constexpr const char* mode_price_list = "model=net&tab=beside GANs&figure=price";
constexpr Claim about_modes[] = {
    {"Because of what it optimises, a VAE is less prone to mode collapse than a GAN.", yes,
     "The ELBO is a bound on a log-likelihood, and a model that gives some of the data no "
     "probability pays ln 0 for them: KL(p_data ‖ p_model) has to cover every mode. What a GAN "
     "optimises charges little for a mode that is left out. That is said of the objectives. A GAN "
     "that is well balanced need not collapse, and its samples are often the better ones.",
     mode_price_list},
    {"For a model that gives no probability to one of eight equal modes of the data, "
     "KL(p_data ‖ p_model) is infinite.",
     yes,
     "It is a mean over the data of ln p_data − ln p_model, and an eighth of the data has "
     "ln p_model = −∞. That is why a likelihood covers every mode.",
     mode_price_list},
    {"For a model that gives no probability to one of eight equal modes of the data, the "
     "Jensen–Shannon divergence of the two is infinite.",
     no,
     "It is never above ln 2 = 0.693 nats, and 0.0454 here: each distribution is compared with the "
     "mean of both, which is nowhere 0 where one of them is not.",
     mode_price_list},
    {"For a model that leaves out one of eight equal modes of the data and shares its probability "
     "among the others, KL(p_model ‖ p_data) is infinite.",
     no,
     "It is a mean over what the model draws, and there the data have probability, too. It comes "
     "to ln(8/7) = 0.134 nats; a missing mode is nearly free.",
     mode_price_list},
    {"A GAN always loses some of the modes of its data.", no,
     "Nothing in its objective forces it to. Whether it does depends on how generator and "
     "discriminator are balanced; at its optimum the generator’s distribution is that of the data.",
     "gan=equal&tab=beside GANs&figure=bench.modes"},
};
constexpr Claim about_scales[] = {
    {"σ = LeakyReLU(h), with h the output of a linear layer, is a valid scale for a Gaussian "
     "q(z | x).",
     no,
     "It is negative where h is, and 0 at 0. A scale has to be positive: its logarithm stands in "
     "the KL, and a σ of 0 leaves nothing to sample.",
     "model=leaky"},
    {"σ = ReLU(h), with h the output of a linear layer, is a valid scale for a Gaussian q(z | x).",
     no,
     "It is 0 for every h below 0. Then the KL has ln 0 in it, and the slope is 0 as well, so that "
     "training does not get out of there.",
     "model=leaky"},
    {"σ = tanh(h), with h the output of a linear layer, is a valid scale for a Gaussian q(z | x).",
     no,
     "It has the sign of h, so half of its range is negative, and it never exceeds 1. A scale has "
     "to be positive.",
     "model=leaky"},
    {"σ = h, the output of a linear layer as it is, is a valid scale for a Gaussian q(z | x).", no,
     "A linear output takes either sign. A scale has to be positive: its logarithm stands in the "
     "KL.",
     "model=leaky"},
    {"σ = exp(h), with h the output of a linear layer, is a valid scale for a Gaussian q(z | x).",
     yes,
     "It is positive for every h and reaches every positive number. Most programs do this: the net "
     "gives h = ln σ², and σ = exp(h/2).",
     "model=net&figure=latent"},
    {"σ = softplus(h) = ln(1 + exp(h)), with h the output of a linear layer, is a valid scale for "
     "a Gaussian q(z | x).",
     yes,
     "It is positive for every h, reaches every positive number, and grows more slowly than an "
     "exponential.",
     "model=net&figure=latent"},
    {"σ = h² + ε, with h the output of a linear layer and a small ε > 0, is a valid scale for a "
     "Gaussian q(z | x).",
     yes,
     "It is never below ε, so that its logarithm and its samples are sound. That two values of h "
     "give one σ does no harm.",
     "model=net&figure=latent"},
    {"σ = ELU(h) + 1, which is exp(h) for h < 0 and h + 1 from there on, is a valid scale for a "
     "Gaussian q(z | x).",
     yes, "It is positive on both sides and has no kink: an exponential below, a line above.",
     "model=net&figure=latent"},
};
constexpr Claim about_latents[] = {
    {"The latent variables of a VAE have to be continuous.", no,
     "Only the gradient through a sample z = μ + σε needs that. Categories can be summed over one "
     "by one, relaxed (Gumbel-softmax) or trained by the score function, and a VQ-VAE quantises "
     "what its encoder gives.",
     "model=codes&decoder_var=0.05&figure=latent"},
    {"Where z is one of eight codes, the ELBO can be computed by a sum over them, without a "
     "sample.",
     yes,
     "The mean over q(z | x) is a sum of eight terms, each weighted by its probability, and the "
     "sum has a gradient.",
     "model=codes&decoder_var=0.05&figure=latent"},
    {"Writing z = μ + σε gives the gradient through the sample of a category as well.", no,
     "A category jumps from one to the next as its probabilities change: it has no slope. Sums "
     "over the categories, a relaxation or the score function take its place.",
     "model=codes&decoder_var=0.05&figure=latent"},
    {"The score-function estimator gives a gradient of the ELBO for discrete z without bias.", yes,
     "It differentiates ln q(z | x) in place of the sample, which may then be of any kind. Its "
     "price is a large variance.",
     "model=codes&decoder_var=0.05&figure=latent"},
};
constexpr const char* far_point = "tab=in numbers&figure=gaussian&x=10&x_var=0.01";
constexpr Claim about_likelihood[] = {
    {"Test examples can have a low log-likelihood although their reconstruction error is small.",
     yes,
     "ln p(x) also pays for where z lies under the prior. With z ~ N(0, 1) and x | z ~ N(z, 0.01), "
     "x = 10 has an expected squared error of 0.0197, and ln p(x) is −50.4: the KL alone is 50.8 "
     "nats.",
     far_point},
    {"If the reconstruction error of an example is small, its log-likelihood is high.", no,
     "A code may lie where the prior has next to nothing. Then the reconstruction is good and the "
     "KL is large, and ln p(x) is low.",
     far_point},
    {"The ELBO of an example is never above its log-likelihood.", yes,
     "What lies between them is KL(q(z | x) ‖ p(z | x)), which is never negative. (An estimate of "
     "the ELBO from a few samples can be above it by chance.)",
     far_point},
    {"The reconstruction term E_q[ln p(x | z)] is by itself a lower bound on ln p(x).", no,
     "Without the KL it does not ask whether the prior would ever draw such a z, and it can lie "
     "far above ln p(x).",
     far_point},
    {"Whatever the decoder, a smaller variance σ² raises the likelihood of test examples.", no,
     "An error e costs e²/(2σ²) nats: once σ² is below the errors that are made, the likelihood "
     "falls, while the reconstructions look the same.",
     "model=net&tab=small error, unlikely&figure=claimed"},
};
constexpr std::array<std::span<const Claim>, 5> vae_topics = {
    about_posteriors, about_modes, about_scales, about_latents, about_likelihood};

struct VaeQuestion {
  bool paper = true;
  std::vector<Claim> claims = first_of_each(vae_topics);
  double x = laboratory::vae::Params().x, x_var = laboratory::vae::Params().x_var;
};

void follow_autoencoder(VaeQuestion& q, const lab::Fields& fields) {
  const auto p = lab::parameters<laboratory::vae::Params>(fields);
  q.x = p.x;
  q.x_var = p.x_var;
}

std::optional<VaeQuestion> draw_autoencoder(num::Rng& rng, lab::Fields& fields) {
  constexpr const char* points[] = {"2", "3", "4", "5", "6", "8", "-2", "-3", "-4", "-5", "-6"};
  constexpr const char* variances[] = {"0.05", "0.1", "0.2", "0.25", "0.5", "0.6"};
  std::optional<std::vector<Claim>> claims = one_of_each(vae_topics, rng);
  if (!claims) return {};
  const VaeQuestion q{.paper = false, .claims = *std::move(claims)};
  fields.set("x", one_of(rng, points));
  fields.set("x_var", one_of(rng, variances));
  return q;
}

constexpr double ln_two_pi = 1.8378770664093453;

// ln N(x; 0, v).
double log_normal(double x, double v) { return -0.5 * (ln_two_pi + num::log(v) + x * x / v); }

exam::Number squared_error(const VaeQuestion& q) {
  const num::GaussianEvidence e = num::gaussian_evidence(q.x, q.x_var);
  const double apart = q.x - e.post_mean;
  exam::Number number{e.recon, 5e-3, "", {}};
  add_mistake(number, apart * apart,
              "That is the squared error of the posterior’s mean. z is drawn from the whole "
              "posterior: its variance comes on top.");
  add_mistake(number, e.post_var,
              "That is the posterior’s variance. Its mean misses x as well, and the square of that "
              "comes on top.");
  add_mistake(number, 0,
              "The posterior’s mean is x/(1 + v), not x, and z has a spread about it. Both leave "
              "an error.");
  add_mistake(number, q.x_var,
              "That is the decoder’s own noise v. Asked for is how far x is from z, with z drawn "
              "from the posterior.");
  add_mistake(number, 1 + q.x * q.x,
              "You drew z from the prior. The encoder has seen x: draw from the posterior.");
  return number;
}

exam::Number log_evidence(const VaeQuestion& q) {
  const num::GaussianEvidence e = num::gaussian_evidence(q.x, q.x_var);
  const double v = q.x_var, seen = -0.5 * (ln_two_pi + num::log(v) + e.recon / v);
  exam::Number number{e.log_px, 5e-3, "nats", {}};
  add_mistake(number, log_normal(q.x, v),
              "You took x as N(0, v), with z fixed at 0. z varies as well: its variance 1 is added "
              "to v.");
  add_mistake(number, log_normal(q.x, 1),
              "That is the prior’s density at x. x is z with noise: the variance is 1 + v.");
  add_mistake(number, -0.5 * q.x * q.x / (1 + v),
              "You left out the logarithm of the normalising factor, −½ ln(2π(1 + v)).");
  add_mistake(number, -e.log_px, "You lost the sign: this is minus the log-likelihood.");
  add_mistake(number, seen,
              "That is the reconstruction term alone. ln p(x) has the KL from the prior in it as "
              "well.");
  add_mistake(number, -e.kl,
              "That is the KL term alone, with its sign. The reconstruction term comes on top.");
  add_mistake(number, seen + e.kl, "You added the KL. The ELBO subtracts it.");
  add_mistake(number, e.log_px / num::log(2),
              "You took a logarithm to base 2. Take the natural one to get nats.");
  return number;
}

// The case of a claim with the rest of the model as it is by default, whatever the lab was left at.
// One that shows a tab of numbers has nothing to do with the model.
std::string whole_model(const Claim& claim) {
  std::string show = claim.show;
  if (show.rfind("tab=", 0) == 0) return show;
  for (const std::string pair : {"data=ring", "model=net", "latent=2", "beta=1",
                                 "decoder_var=0.0025", "objective=elbo", "gan=off"})
    if (("&" + show).find("&" + pair.substr(0, pair.find('=') + 1)) == std::string::npos)
      show += "&" + pair;
  return show;
}

exam::Form vae_form(const VaeQuestion& q) {
  exam::Form form = {true_or_false(q.claims, whole_model,
                                   "The posterior decides what the best encoder is, the likelihood "
                                   "what a missing mode costs, and the prior what a good "
                                   "reconstruction is worth.")};
  if (q.paper) return form;
  form.push_back({"error", "E_q[(x − z)²], with q the posterior", squared_error(q),
                  "The posterior’s variance, and the square of what its mean misses."});
  form.push_back(
      {"log_px", "ln p(x)", log_evidence(q), "x is normal with mean 0 and variance 1 + v."});
  return form;
}

exam::Facts vae_facts(const VaeQuestion& q) {
  const num::GaussianEvidence e = num::gaussian_evidence(q.x, q.x_var);
  exam::Facts facts;
  facts.flag("paper", q.paper);
  tell(q.claims, {"true", "false"}, facts, Numerals::arabic);
  facts.number("point.x", q.x);
  facts.number("point.v", q.x_var);
  facts.number("point.mean", e.post_mean);
  facts.number("point.variance", e.post_var);
  facts.number("point.missed", q.x - e.post_mean);
  facts.number("point.error", e.recon);
  facts.number("point.kl", e.kl);
  facts.number("point.seen", e.elbo + e.kl);
  facts.number("point.log_px", e.log_px);
  return facts;
}

exam::Prediction vae_guess(const VaeQuestion& q) {
  constexpr double lowest = -100, highest = 10;
  const std::string x = laboratory::brief(q.x), v = laboratory::brief(q.x_var);
  return {"z is drawn from N(0, 1), and x from N(z, " + v + "). An encoder that is the exact " +
              "posterior of z sees x = " + x + ". How large do you think ln p(x) is?",
          {"gaussian"},
          {"gaussian.*"},
          exam::Estimate{{"gaussian.log_px"}, "nats", lowest, highest},
          "However well x is reconstructed, ln p(x) also pays for how seldom the prior draws such "
          "a z: the KL alone takes {{gaussian.kl}} nats off it."};
}

constexpr exam::Asking<VaeQuestion> vae_asking = {.lab = &laboratory::vae::lab_row,
                                                  .draw = draw_autoencoder,
                                                  .follow = follow_autoencoder,
                                                  .form = vae_form,
                                                  .predict = vae_guess,
                                                  .facts = vae_facts};

}  // namespace

const exam::Exercise vae_statements = exam::exercise<vae_asking>();

}  // namespace exercises
