// The laboratory of variational autoencoders: bounds against likelihoods that are known, and what
// the default instance shows.
#include <array>
#include <cmath>

#include "labs/all.h"
#include "labs/opened.h"
#include "labs/vae/evidence.h"
#include "labs/vae/samples.h"
#include "labs/vae/study.h"
#include "thinning.h"

namespace {

using doctest::Approx;
using tests::real;

lab::Report vae_at(const std::string& pairs, std::int64_t steps = 1 << 20) {
  return tests::report_at(laboratory::vae::lab_row, pairs, steps);
}

}  // namespace

TEST_CASE("the companions of numbers are the closed forms") {
  const lab::Report r = vae_at("step=0");
  const auto marginal = tests::value<std::vector<double>>(r, "discrete.marginal");
  const double p[] = {0.5, 0.2, 0.2, 0.1};
  REQUIRE(marginal.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) CHECK(marginal[i] == Approx(p[i]).epsilon(1e-8));
  CHECK(real(r, "discrete.elbo_max") == Approx(-1.2206072645530174));
  // x = 10, v = 0.01: closed forms with 30 digits.
  CHECK(real(r, "gaussian.post_mean") == Approx(9.900990099));
  CHECK(real(r, "gaussian.post_var") == Approx(0.00990099010));
  CHECK(real(r, "gaussian.recon") == Approx(0.0197039506).epsilon(1e-8));
  CHECK(real(r, "gaussian.kl") == Approx(50.8273).epsilon(1e-6));
  CHECK(real(r, "gaussian.log_px") == Approx(-50.4289).epsilon(1e-6));
  CHECK(real(r, "gaussian.elbo") == Approx(real(r, "gaussian.log_px")));
}

TEST_CASE("probabilities that do not sum to 1 are said, and the model goes on") {
  const lab::Report r = vae_at("step=0&p_data=0.5,0.2");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].key == "p_data");
  CHECK(tests::reason(r, "discrete.marginal") == "the probabilities do not sum to 1");
  CHECK(std::isfinite(real(r, "elbo")));
}

TEST_CASE("a mode is covered by twenty samples within three standard deviations") {
  using laboratory::vae::coverage;
  const std::vector<double> centres = {0, 0, 1, 0};
  std::vector<float> points;
  for (int i = 0; i < 20; ++i) points.insert(points.end(), {0.0f, 0.29f});
  for (int i = 0; i < 19; ++i) points.insert(points.end(), {1.0f, 0.0f});
  points.insert(points.end(), {0.5f, 0.0f});
  const laboratory::vae::Coverage c = coverage(points, centres, 0.1);
  CHECK(c.modes == 1);
  CHECK(c.of == 2);
  CHECK(c.quality == Approx(39.0 / 40));
}

TEST_CASE("the ceiling of the ring is minus the entropy of its density") {
  // -ln 8 - ln(2 pi e 0.05^2) = 1.0741 nats: the modes hardly overlap.
  CHECK(real(vae_at("step=0"), "ceiling") ==
        Approx(std::log(1 / 8.0) - std::log(2 * std::acos(-1.0) * std::exp(1.0) * 0.0025))
            .epsilon(1e-4));
}

TEST_CASE("the default ring is learned: eight modes, and the bounds in their order" *
          tests::thorough_only) {
  const lab::Report r = vae_at("");
  CHECK(real(r, "modes.vae") == 8);
  CHECK(real(r, "quality.vae") > 0.45);
  CHECK(real(r, "elbo") < real(r, "loglik.iwae"));
  CHECK(real(r, "loglik.iwae") < real(r, "loglik.exact"));
  CHECK(real(r, "loglik.exact") < real(r, "ceiling"));
  CHECK(real(r, "active_units") == 2);
  CHECK(real(r, "kl") == Approx(real(r, "kl.1") + real(r, "kl.2")));
  CHECK(real(r, "elbo") == Approx(real(r, "recon") - real(r, "kl")));
}

TEST_CASE("a linear model comes to its exact likelihood: there the Gaussian is the posterior") {
  const lab::Report r = vae_at("model=linear&latent=1&data=moons&decoder_var=0.1");
  // The bound of one sample has at least the spread over examples that the tightest one has.
  CHECK(real(r, "elbo") <= real(r, "loglik.exact"));
  CHECK(real(r, "loglik.exact") - real(r, "elbo") < real(r, "loglik.iwae_stderr"));
  CHECK(real(r, "posterior.gap") < 0.01);
}

TEST_CASE("the integral over the grid is the likelihood of a linear model in closed form") {
  laboratory::vae::Params p;
  p.setting.model = laboratory::vae::Model::linear;
  p.setting.data = laboratory::vae::Data::moons;
  p.setting.decoder_var = 0.1;
  for (const int latent : {1, 2}) {
    CAPTURE(latent);
    p.setting.latent = latent;
    laboratory::vae::Learner l(p);
    for (int i = 0; i < 50; ++i) l.step(0);
    const auto decoded = [&](double a, double b) {
      std::vector<float> z = {static_cast<float>(a)};
      if (latent == 2) z.push_back(static_cast<float>(b));
      const std::vector<float> x = l.model->decode(z);
      return std::array<double, 2>{static_cast<double>(x[0]), static_cast<double>(x[1])};
    };
    // Columns of W and the bias, then N(x; b, W W^T + v I).
    const auto b = decoded(0, 0), w1 = decoded(1, 0), w2 = decoded(0, 1);
    double c[2][2] = {{0.1, 0}, {0, 0.1}};
    for (int i = 0; i < 2; ++i)
      for (int j = 0; j < 2; ++j) {
        c[i][j] += (w1[i] - b[i]) * (w1[j] - b[j]);
        if (latent == 2) c[i][j] += (w2[i] - b[i]) * (w2[j] - b[j]);
      }
    const double det = c[0][0] * c[1][1] - c[0][1] * c[1][0];
    const std::vector<double> all =
        laboratory::vae::integrals(p.setting, l.data, *l.model, l.data.test.inputs);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double dx = static_cast<double>(l.data.test.inputs[2 * i]) - b[0];
      const double dy = static_cast<double>(l.data.test.inputs[2 * i + 1]) - b[1];
      const double square = (c[1][1] * dx * dx - 2 * c[0][1] * dx * dy + c[0][0] * dy * dy) / det;
      CHECK(
          all[i] ==
          Approx(-laboratory::vae::log_two_pi - 0.5 * std::log(det) - 0.5 * square).epsilon(1e-4));
    }
  }
}

TEST_CASE("on every data set the bounds stand in their order and grow with the samples") {
  for (const char* data : {"ring", "moons", "pinwheel", "grid", "glyphs"}) {
    CAPTURE(data);
    const std::string pairs = "step=150&k=64&data=" + std::string(data);
    const lab::Report r = vae_at(pairs);
    const auto curve = tests::shape<lab::Lines>(r, "bounds").curves[0];
    REQUIRE(curve.y.size() == 7);
    for (std::size_t i = 1; i < curve.y.size(); ++i) CHECK(curve.y[i] >= curve.y[i - 1]);
    const double error = real(r, "loglik.iwae_stderr");
    CHECK(real(r, "elbo") < real(r, "loglik.iwae"));
    CHECK(real(r, "loglik.iwae") < real(r, "loglik.exact") + error);
    CHECK(real(r, "loglik.exact") - real(r, "loglik.iwae") < 1);
  }
}

TEST_CASE("ten seeds of the default ring: every mode, and a likelihood near the ceiling" *
          tests::thorough_only) {
  tests::Thinned thinned(3 * tests::thinning);
  for (int seed = 1; seed <= 10; ++seed) {
    if (!thinned.tries()) continue;
    CAPTURE(seed);
    const lab::Report r = vae_at("seed=" + std::to_string(seed));
    CHECK(real(r, "modes.vae") == 8);
    CHECK(real(r, "quality.vae") > 0.4);
    CHECK(real(r, "loglik.exact") > real(r, "ceiling") - 1.5);
  }
}

TEST_CASE("a LeakyReLU for σ stops the training at the first σ that is not above 0") {
  const lab::Report r = vae_at("model=leaky");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].message.find("value of log in encoder σ") != std::string::npos);
  CHECK(tests::shape<lab::Lines>(r, "fault").curves[0].y.back() <= 0);
  CHECK(std::isfinite(real(r, "ceiling")));
}

TEST_CASE("eight codes learn the ring without a continuous latent" * tests::thorough_only) {
  const lab::Report r = vae_at("model=codes");
  CHECK(real(r, "modes.vae") == 8);
  CHECK(real(r, "elbo") <= real(r, "loglik.exact"));
  CHECK(real(r, "loglik.exact") < real(r, "ceiling"));
  CHECK(real(r, "elbo") > 0.5);
}

TEST_CASE("where nothing is told of x the model has collapsed" * tests::thorough_only) {
  CHECK(real(vae_at("decoder_var=0.5&step=1000"), "kl") < 0.01);
  CHECK(real(vae_at("decoder_var=0.1&step=1000"), "kl") > 0.5);
}

TEST_CASE("dragging z draws what it is decoded to anew, and nothing else") {
  const std::unique_ptr<lab::Lab> lab = laboratory::vae::lab_row.make();
  lab::Fields fields = lab->declaration();
  fields.set("step", "30");
  lab->take(fields);
  lab->advance(100);
  const lab::Report before = lab->report();
  fields.set("z", "-1,0.5");
  lab->take(fields);
  CHECK(lab->done() == 30);
  const lab::Report after = lab->report();
  REQUIRE(before.figures.size() == after.figures.size());
  for (std::size_t i = 0; i < before.figures.size(); ++i) {
    const bool stands = before.figures.shared()[i] == after.figures.shared()[i];
    CAPTURE(before.figures[i].key);
    CHECK(stands == (before.figures[i].key != "decoded"));
  }
}

TEST_CASE("every figure says with other samples k what it would say of them from the start") {
  const std::unique_ptr<lab::Lab> lab = laboratory::vae::lab_row.make();
  lab::Fields fields = lab->declaration();
  fields.set("step", "3");
  lab->take(fields);
  lab->advance(3);
  CHECK(lab->report().figures.size() > 0);
  fields.set("k", "1");
  lab->take(fields);
  CHECK(lab->done() == 3);
  const lab::Report after = lab->report(), anew = vae_at("step=3&k=1");
  REQUIRE(after.figures.size() == anew.figures.size());
  for (std::size_t i = 0; i < after.figures.size(); ++i) {
    CAPTURE(after.figures[i].key);
    CHECK((after.figures[i] == anew.figures[i]));
  }
}

TEST_CASE("the price of a lost mode is that of eight Gaussians on the ring") {
  const lab::Report r = vae_at("step=0");
  // ln(2/7) - ln(2 pi 0.05^2) - (2 0.85 sin 22.5°)^2 / (2 0.05^2): the two neighbours alone count.
  CHECK(real(r, "price.log_density") == Approx(-81.745).epsilon(1e-4));
  CHECK(real(r, "price.reverse_kl") == Approx(0.1335313926).epsilon(1e-9));
}

TEST_CASE("a pair and its ELBO, and at most three more figures, are in view") {
  for (const char* pairs :
       {"step=3", "step=3&data=glyphs", "step=3&model=codes", "step=3&gan=slow"})
    CHECK(tests::most_in_view(vae_at(pairs)) <= 6);
}

TEST_CASE("samples that would fill the memory are refused in words") {
  const std::string images = "data=glyphs&model=linear&objective=iwae&batch=512&k=";
  const lab::Report r = vae_at(images + "378", 0);
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].key == "k");
  CHECK(r.problems[0].message.find("numbers that its nets hold") != std::string::npos);
  laboratory::vae::Params p;
  p.setting.points = 100'000;
  CHECK(laboratory::vae::numbers(p) < 50'000'000);
}
