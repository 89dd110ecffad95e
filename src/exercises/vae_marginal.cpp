// 2a-ii: which distribution has a variational autoencoder learned when nothing is left to gain?
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "exercises/all.h"
#include "exercises/mistakes.h"
#include "lab/number.h"
#include "labs/all.h"
#include "labs/vae/params.h"
#include "num/elementary.h"
#include "num/evidence.h"

namespace exercises {
namespace {

using exam::LatentTerm;

struct MarginalQuestion {
  bool paper = true;
  bool of_codes = false;  // asks for the marginal of z, in place of that of x
  std::vector<double> p = laboratory::vae::Params().p_data;
  int symbol = 0;  // whose probability is asked for, from 0
};

bool is_distribution(const std::vector<double>& p) {
  double sum = 0;
  for (const double v : p) sum += v;
  return p.size() >= 2 && std::fabs(sum - 1) < 1e-6;
}

// sum p ln p, the largest mean ELBO.
double best_bound(const std::vector<double>& p) {
  double sum = 0;
  for (const double v : p)
    if (v > 0) sum += v * num::log(v);
  return sum;
}

void follow_marginal(MarginalQuestion& q, const lab::Fields& fields) {
  q.p = lab::parameters<laboratory::vae::Params>(fields).p_data;
  if (q.symbol >= static_cast<int>(q.p.size())) q.symbol = 0;
}

// Probabilities in steps of 0.05, none of them 0 and not all alike.
std::optional<MarginalQuestion> draw_marginal(num::Rng& rng, lab::Fields& fields) {
  constexpr int steps = 20;
  MarginalQuestion q{.paper = false};
  q.of_codes = rng.below(2) == 0;
  const int symbols = 3 + rng.below(3);
  std::vector<int> share(static_cast<std::size_t>(symbols), 1);
  for (int left = steps - symbols; left > 0; --left) {
    // One that is frequent, so that the distribution is far from uniform.
    const int die = rng.below(3);
    ++share[static_cast<std::size_t>(die == 0 ? 0 : rng.below(symbols))];
  }
  rng.shuffle(std::span(share));
  q.p.clear();
  lab::Matrix row{1, symbols, {}};
  for (const int n : share) {
    q.p.push_back(static_cast<double>(n) / steps);
    row.values.push_back(q.p.back());
  }
  q.symbol = rng.below(symbols);
  if (share[static_cast<std::size_t>(q.symbol)] * symbols == steps) return {};
  fields.set("p_data", lab::text(row));
  return q;
}

exam::Latent marginal_of_data() {
  return {
      LatentTerm::data,
      {{LatentTerm::starred,
        "Read as the true distribution, as many books write it. Here the star marks what is "
        "optimal, so say that you mean the distribution of the data: p_data(x)."},
       {LatentTerm::any_q,
        "Read as the distribution of the data, which some papers call q(x). Most reserve q for the "
        "encoder: p_data(x) is safer."},
       {LatentTerm::empirical,
        "Right as well: what the training can see of the data’s distribution is a finite sample of "
        "it."},
       {LatentTerm::plain,
        "Which p(x)? The integral is the model’s own p(x) by definition, trained or not. If you "
        "mean the distribution of the data, say so: p_data(x).",
        0.5}},
      {{LatentTerm::model,
        "That is the integral’s own name: p_θ(x) is ∫ p_θ(x|z) p(z) dz by definition, trained or "
        "not. Which distribution does it become at the optimum?",
        true},
       {LatentTerm::prior,
        "You integrate over z, so that no z is left. The result is a distribution of x."},
       {LatentTerm::normal,
        "The standard normal is what z is drawn from. The decoder turns it into something else: "
        "what is left once z is integrated out?"},
       {LatentTerm::one,
        "It would be 1 if you integrated over x as well. Integrating over z alone leaves a density "
        "of x."},
       {LatentTerm::zero,
        "0 is what the two divergences are at the optimum. The integral is a density of x."},
       {LatentTerm::bound,
        "The ELBO is what was made as large as it can be. The question is which distribution that "
        "makes of the model."},
       {LatentTerm::likelihood,
        "That is the factor under the integral, for one z. Averaged over all z it depends on x "
        "alone."},
       {LatentTerm::encoder,
        "The encoder gives a distribution of z for an x. Here z is integrated out."},
       {LatentTerm::posterior,
        "The posterior is p*(x|z) p(z) divided by this integral. What is the integral itself?"},
       {LatentTerm::aggregate,
        "That is the other integral, ∫ q*(z|x) p_data(x) dx. At the optimum it is the prior; this "
        "one leaves x."},
       {LatentTerm::joint,
        "The product p*(x|z) p(z) is the joint distribution. Integrating over z leaves the "
        "marginal of x."},
       {LatentTerm::misplaced, "The data are x. p_data has no value at a z."},
       {LatentTerm::log_evidence,
        "The integral is the density, not its logarithm. Which density is it?"},
       {LatentTerm::entropy,
        "Minus the entropy is how large the mean ELBO gets. Which distribution of x belongs to "
        "that?"},
       {LatentTerm::divergence,
        "The divergences vanish at the optimum. Which two distributions does that make equal?"},
       {LatentTerm::uniform,
        "Only if the data are uniform. A flexible model takes on whatever the data are."}}};
}

exam::Latent marginal_of_codes() {
  return {
      LatentTerm::prior,
      {{LatentTerm::normal,
        "That is so where the prior is the standard normal. Here nothing is said of its form: "
        "p(z).",
        0.5},
       {LatentTerm::uniform,
        "That is so where the prior is uniform, as for the symbols below. In general it is p(z).",
        0.5}},
      {{LatentTerm::aggregate,
        "That is the integral’s own name, the aggregate posterior. Which distribution does it "
        "become at the optimum?",
        true},
       {LatentTerm::data,
        "You integrate over x, so that no x is left. The result is a distribution of z."},
       {LatentTerm::plain,
        "No x is left once it is integrated out. What is left is a "
        "distribution of z."},
       {LatentTerm::model,
        "The model’s marginal is a distribution of x, the other integral. Here x is integrated "
        "out."},
       {LatentTerm::encoder,
        "That is the factor under the integral, for one x. Averaged over the data it depends on z "
        "alone."},
       {LatentTerm::posterior,
        "The posterior belongs to one x. Averaged over the data it depends on z alone."},
       {LatentTerm::likelihood,
        "The decoder gives a distribution of x for a z. Here x is integrated out."},
       {LatentTerm::joint,
        "The product q*(z|x) p_data(x) is, at the optimum, the model’s joint distribution. "
        "Integrating over x leaves the marginal of z."},
       {LatentTerm::misplaced, "The data are x. p_data has no value at a z."},
       {LatentTerm::one,
        "It would be 1 if you integrated over z as well. Integrating over x alone leaves a density "
        "of z."},
       {LatentTerm::bound,
        "The ELBO is what was made as large as it can be. The question is which distribution of z "
        "that leaves."}}};
}

exam::Number probability(const MarginalQuestion& q) {
  const double p = q.p[static_cast<std::size_t>(q.symbol)];
  exam::Number number{p, 5e-3, "", {}};
  number.is_share = true;
  add_mistake(number, 1.0 / static_cast<double>(q.p.size()),
              "You gave all symbols the same probability. It is the codes that are equally likely; "
              "the decoder "
              "is free to give several of them to one symbol.");
  add_mistake(number, 1,
              "All symbols together have probability 1. This is one of them, summed over the "
              "codes.");
  add_mistake(number, num::log(p),
              "You took the logarithm, as it stands in the ELBO. The sum itself is asked for.");
  add_mistake(number, 1 - p, "That is the probability of all the other symbols together.");
  return number;
}

exam::Number largest_bound(const MarginalQuestion& q) {
  const double best = best_bound(q.p), n = static_cast<double>(q.p.size());
  exam::Number number{best, 5e-3, "nats", {}};
  add_mistake(number, -best,
              "You gave the entropy itself. The ELBO lies below a mean of ln p(x), which is "
              "negative for symbols: mind the sign.");
  add_mistake(number, best / num::log(2),
              "You took logarithms to base 2. Your step is right; take natural ones to get nats.");
  add_mistake(number, -best / num::log(2),
              "You took logarithms to base 2, and lost the sign: the ELBO lies below a mean of "
              "ln p(x).");
  add_mistake(number, 0,
              "The two divergences are 0 at the optimum. The mean of ln p_data(x) remains: even "
              "the best model does not know which symbol comes next.");
  add_mistake(number, -num::log(n),
              "That is −ln of their number, the value where all symbols are equally likely.");
  double plain = 0, largest = 0;
  for (const double p : q.p) {
    if (p > 0) plain += num::log(p);
    largest = std::max(largest, p);
  }
  add_mistake(number, plain,
              "You summed ln p_data(x) over the symbols. Each counts as often as it comes: weight "
              "it by p_data(x).");
  add_mistake(number, plain / n,
              "You averaged ln p_data(x) over the symbols. Each counts as often as it comes: "
              "weight it by p_data(x).");
  add_mistake(number, num::log(largest),
              "That is ln p_data of the most frequent symbol. The mean runs over all of them.");
  return number;
}

exam::Form marginal_form(const MarginalQuestion& q) {
  if (!is_distribution(q.p)) return {};
  exam::Form form;
  if (q.of_codes)
    form.push_back({"marginal", "∫ q*(z|x) p_data(x) dx =", marginal_of_codes(),
                    "Where the encoder is the exact posterior and the model’s marginal is that of "
                    "the data, the two joint distributions are the same, and integrating x out "
                    "leaves the prior."});
  else
    form.push_back({"marginal", "∫ p*(x|z) p(z) dz =", marginal_of_data(),
                    "Any other marginal would cost KL(p_data ‖ p_θ) nats of the mean ELBO, and "
                    "flexible networks need not pay them."});
  if (q.paper) return form;
  const std::string symbol = "x" + std::to_string(q.symbol + 1);
  form.push_back({"probability", "Σ_z p*(" + symbol + "|z) p(z)", probability(q),
                  "The model’s marginal is the data’s distribution, symbol by symbol."});
  form.push_back({"bound", "the largest mean ELBO", largest_bound(q),
                  "What remains of the mean ELBO is Σ p_data ln p_data, minus the entropy."});
  return form;
}

exam::Facts marginal_facts(const MarginalQuestion& q) {
  exam::Facts facts;
  facts.flag("paper", q.paper);
  facts.flag("of_codes", q.of_codes);
  facts.matrix("symbols.p", {1, static_cast<int>(q.p.size()), q.p});
  facts.number("symbols.count", static_cast<double>(q.p.size()));
  facts.number("symbols.asked", q.symbol + 1);
  facts.number("symbols.probability", q.p[static_cast<std::size_t>(q.symbol)]);
  facts.number("symbols.bound", best_bound(q.p));
  facts.number("symbols.uniform", -num::log(static_cast<double>(q.p.size())));
  return facts;
}

exam::Prediction marginal_guess(const MarginalQuestion& q) {
  constexpr double lowest = -3;
  return {
      "An encoder and a decoder that are free tables of probabilities learn " +
          std::to_string(q.p.size()) +
          " symbols until nothing more is gained. How large do you think their mean ELBO gets?",
      {"symbols*"},
      {"discrete.*"},
      exam::Estimate{{"discrete.elbo_max"}, "nats", lowest, 0},
      "Both divergences vanish at the optimum, and the mean of ln p_data(x) is left: even a "
      "perfect autoencoder of these symbols stays at minus their entropy, {{discrete.elbo_max}} "
      "nats."};
}

constexpr exam::Asking<MarginalQuestion> marginal_asking = {.lab = &laboratory::vae::lab_row,
                                                            .draw = draw_marginal,
                                                            .follow = follow_marginal,
                                                            .form = marginal_form,
                                                            .predict = marginal_guess,
                                                            .facts = marginal_facts};

}  // namespace

const exam::Exercise vae_marginal = exam::exercise<marginal_asking>();

}  // namespace exercises
