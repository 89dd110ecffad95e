// What does a variational autoencoder learn, and how far is its bound from the truth?
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "lab/digits.h"
#include "lab/memory.h"
#include "labs/all.h"
#include "labs/budget.h"
#include "labs/entries.h"
#include "labs/phrases.h"
#include "labs/vae/bench_figures.h"
#include "labs/vae/bound_figures.h"
#include "labs/vae/companions.h"
#include "labs/vae/figures.h"
#include "labs/vae/posterior.h"
#include "labs/vae/study.h"
#include "labs/vae/test_figures.h"

namespace laboratory::vae {
namespace {

// Between two steps the page gets its answers.
constexpr Budget budget{300'000'000, "multiply-adds in one training step"};

constexpr Entry of_model[] = {
    {"elbo", "mean ELBO of held-out examples"},
    {"recon", "of it, the mean of ln p(x | z) under q"},
    {"kl", "of it, the KL of q from the prior"},
    {"recon.error", "expected squared error of the reconstruction under q"},
    {"active_units", "latent dimensions with Var E_q[z] above 0.01"},
    {"loglik.exact", "mean ln p(x) of held-out examples"},
    {"loglik.iwae", "IWAE bound of k samples on them"},
    {"loglik.iwae_stderr", "standard error of that mean over the examples"},
    {"sigma2", "variance of the decoder"},
    {"modes.vae", "modes that the VAE’s samples cover"},
    {"quality.vae", "share of its samples within 3σ of a mode"},
    {"posterior.gap", "KL of q from the exact posterior of the picked example"},
};
const char* label(std::string_view key) { return label_of(of_model, key); }

class Run {
 public:
  explicit Run(const Params& p) : p_(p) {}

  std::int64_t most() const { return has_bench(p_) ? bench_steps : most_steps; }
  std::int64_t total() const { return fits() ? std::min<std::int64_t>(p_.step, most()) : 0; }
  void aim(const Params& p) { p_ = p; }

  // The model first, then the nets of the bench.
  int members() const { return has_bench(p_) ? 1 + Bench::nets : 1; }
  void step_member(int m, std::int64_t) { learner().step(m); }
  nn::Snapshot member_snapshot(int m) { return learner().snapshot(m); }
  void restore_member(int m, std::span<const std::byte> bytes) { learner().restore(m, bytes); }
  void gathered(std::int64_t) {}

  struct Memory {
    lab::Drawings drawings;
  };
  lab::Report report(Memory& memory);

 private:
  bool fits() const { return budget.takes(step_work(p_)) && room.takes(numbers(p_)); }
  Learner& learner() {
    if (!learner_) learner_ = std::make_unique<Learner>(p_);
    return *learner_;
  }
  void report_evidence(const Study& s, lab::Report& r);
  void report_codes(const Study& s, lab::Report& r);
  void report_model(const Study& s, lab::Report& r);
  void report_samples(const Study& s, lab::Report& r);
  const std::optional<ExactPosterior>& posterior(const Study& s) {
    return posterior_.of(lab::on(learner().steps(), p_.point),
                         [&] { return exact_posterior(p_, learner(), s); });
  }
  void blame(const Study& s, lab::Report& r);
  void draw(const Study& s, Memory& memory, lab::Report& r);

  Params p_;
  std::unique_ptr<Learner> learner_;  // made for the first step or report
  lab::Kept<Study> study_;
  lab::Kept<std::optional<ExactPosterior>> posterior_;
};

void Run::blame(const Study& s, lab::Report& r) {
  if (const std::string& why = learner().data.not_own; !why.empty()) r.blame("data", why);
  if (const std::string fault = fault_of_dims(p_); !fault.empty()) r.blame("dims", fault);
  if (p_.gan != Gan::off && p_.setting.images_only())
    r.blame("gan", "GANs are trained on points in the plane alone: choose such data.");
  if (p_.point > learner().data.test.size())
    r.blame("point", "Only " + std::to_string(learner().data.test.size()) +
                         " examples are held out: the last of them is looked at.");
  if (s.evidence && !std::isfinite(s.evidence->elbo))
    r.blame("rate",
            "The mean ELBO of held-out examples is no longer finite. Lower the learning rate.");
  if (s.fault.empty()) return;
  r.blame("rate", "The training has stopped: " + s.fault +
                      (p_.setting.model == Model::leaky
                           ? ". A LeakyReLU lets σ fall to 0 and below, where it has no logarithm."
                           : ". Lower the learning rate."));
}

void Run::report_evidence(const Study& s, lab::Report& r) {
  const Evidence& e = *s.evidence;
  r.real("elbo", label("elbo"), e.elbo, "nats");
  r.real("recon", label("recon"), e.recon, "nats");
  r.real("kl", label("kl"), e.told(), "nats");
  r.real("recon.error", label("recon.error"), e.error);
  for (std::size_t i = 0; i < e.kl.size(); ++i)
    r.real("kl." + std::to_string(i + 1), "KL of dimension " + std::to_string(i + 1), e.kl[i],
           "nats");
  r.count("active_units", label("active_units"), s.active);
  if (e.exact)
    r.real("loglik.exact", label("loglik.exact"), *e.exact, "nats");
  else
    r.undefined("loglik.exact", label("loglik.exact"),
                "it is integrated over a grid, which more than two dimensions do not allow");
  r.real("loglik.iwae", label("loglik.iwae"), e.iwae, "nats");
  r.real("loglik.iwae_stderr", label("loglik.iwae_stderr"), e.stderr_iwae, "nats");
}

void Run::report_codes(const Study& s, lab::Report& r) {
  const CodeEvidence& e = *s.codes;
  r.real("elbo", label("elbo"), e.elbo, "nats");
  r.real("recon", label("recon"), e.recon, "nats");
  r.real("kl", label("kl"), e.kl, "nats");
  r.list("codes.used", "share of each code, mean of q over held-out examples", e.used);
  r.real("loglik.exact", label("loglik.exact"), e.exact, "nats");
  const char* const why = "a code is no number: all eight are summed over, and none is sampled";
  for (const char* key : {"recon.error", "active_units", "loglik.iwae", "loglik.iwae_stderr"})
    r.undefined(key, label(key), why);
}

void Run::report_samples(const Study& s, lab::Report& r) {
  if (s.coverage.of > 0) {
    r.count("modes.vae", label("modes.vae"), s.coverage.modes);
    r.real("quality.vae", label("quality.vae"), s.coverage.quality);
  } else {
    const char* const why = "these data have no modes that could be counted";
    r.undefined("modes.vae", label("modes.vae"), why);
    r.undefined("quality.vae", label("quality.vae"), why);
  }
}

void Run::report_model(const Study& s, lab::Report& r) {
  report_bench(p_, s, r);
  report_price(learner().data, p_.setting.noise, r);
  const char* const ceiling = "largest mean ln p(x) that any model reaches, −H of the data";
  if (learner().data.ceiling)
    r.real("ceiling", ceiling, *learner().data.ceiling, "nats");
  else
    r.undefined("ceiling", ceiling, "the entropy of images is not known");
  if (!s.fault.empty()) {
    undefine(of_model, "the numbers of the model are no longer finite", r);
    return;
  }
  s.evidence ? report_evidence(s, r) : report_codes(s, r);
  if (learner().data.binary)
    r.undefined("sigma2", label("sigma2"), "the decoder gives probabilities of ink");
  else
    r.real("sigma2", label("sigma2"), s.variance);
  report_samples(s, r);
  report_posterior(posterior(s), r);
}

void Run::draw(const Study& s, Memory& memory, lab::Report& r) {
  Learner& l = learner();
  const lab::Dependence steps = lab::on(l.steps());
  const std::optional<ExactPosterior>& exact = posterior(s);
  if (!s.fault.empty()) {
    memory.drawings.draw(r, "fault", steps, [&](lab::Report& to) { draw_fault(l, s, to); });
    return;
  }
  const lab::Dependence bounds = lab::on(steps, p_.setting.k);
  memory.drawings.draw(r, "latent", lab::on(bounds, p_.dims),
                       [&](lab::Report& to) { draw_latent(p_, l, s, to); });
  memory.drawings.draw(r, "decoded", lab::on(steps, p_.z),
                       [&](lab::Report& to) { draw_decoded(p_, l, s, to); });
  memory.drawings.draw(r, "bound", lab::on(steps, p_.setting.k),
                       [&](lab::Report& to) { draw_bound(p_, l, s, to); });
  memory.drawings.draw(r, "sheet", lab::on(bounds, p_.dims),
                       [&](lab::Report& to) { draw_sheet(p_, l, s, to); });
  memory.drawings.draw(r, "bounds", bounds,
                       [&](lab::Report& to) { draw_samples_bound(p_, l, s, to); });
  memory.drawings.draw(r, "dimensions", lab::on(steps, p_.dims),
                       [&](lab::Report& to) { draw_dimensions(p_, s, to); });
  memory.drawings.draw(r, "posterior", lab::on(steps, p_.point), [&](lab::Report& to) {
    if (exact) draw_posterior(p_, *exact, to);
  });
  memory.drawings.draw(r, "unlikely", bounds, [&](lab::Report& to) { draw_unlikely(l, s, to); });
  memory.drawings.draw(r, "collapse", steps, [&](lab::Report& to) { draw_collapse(p_, l, s, to); });
  memory.drawings.draw(r, "samples", steps, [&](lab::Report& to) { draw_samples(l, s, to); });
  memory.drawings.draw(r, "bench", steps, [&](lab::Report& to) {
    draw_bench(p_, s, to);
    draw_price(l.data, p_.setting.noise, to);
  });
}

lab::Report Run::report(Memory& memory) {
  lab::Report r;
  if (fits()) {
    Learner& l = learner();
    const Study& s =
        study_.of(lab::on(l.steps(), p_.setting.k), [&] { return study(l, p_.setting.k); });
    blame(s, r);
    report_model(s, r);
    draw(s, memory, r);
  } else {
    r.blame("k", budget.takes(step_work(p_))
                     ? room.refusal(numbers(p_), "lower the samples k, the batch or the examples")
                     : budget.refusal(step_work(p_),
                                      "lower the samples k, the batch or the hidden units"));
    undefine(of_model, over_budget, r);
    r.figure("limit", "Nothing was trained",
             "Nothing was trained: a step would take too long for the page to answer.",
             lab::Working{{"lower the samples k, the batch or the hidden units"}});
  }
  report_symbols(p_, r);
  report_gaussian(p_, r);
  memory.drawings.draw(r, "symbols", lab::on(p_.p_data),
                       [&](lab::Report& to) { draw_symbols(p_, to); });
  memory.drawings.draw(r, "gaussian", lab::on(p_.x, p_.x_var),
                       [&](lab::Report& to) { draw_gaussian(p_, to); });
  return r;
}

}  // namespace

const lab::LabRow lab_row = lab::replay<Params, Run>("vae", "A variational autoencoder, live");

}  // namespace laboratory::vae
