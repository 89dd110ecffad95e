#include "num/evidence.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

using doctest::Approx;

namespace {
constexpr double pi = 3.14159265358979323846;
}

TEST_CASE("a point far out is reconstructed well and has a tiny likelihood") {
  // Closed forms with 30 digits: x = 10, v = 0.01.
  const num::GaussianEvidence e = num::gaussian_evidence(10, 0.01);
  CHECK(e.post_mean == Approx(9.900990099).epsilon(1e-9));
  CHECK(e.post_var == Approx(0.00990099010).epsilon(1e-8));
  CHECK(e.recon == Approx(0.0197039506).epsilon(1e-8));
  CHECK(e.kl == Approx(50.8273).epsilon(1e-6));
  CHECK(e.log_px == Approx(-50.4289).epsilon(1e-6));
}

TEST_CASE("the bound is the likelihood where q is the posterior, wherever the point lies") {
  for (const double x : {-30.0, -1.0, 0.0, 0.3, 7.0})
    for (const double v : {1e-4, 0.01, 1.0, 25.0}) {
      CAPTURE(x);
      CAPTURE(v);
      const num::GaussianEvidence e = num::gaussian_evidence(x, v);
      CHECK(std::fabs(e.elbo - e.log_px) < 1e-9 * (1 + std::fabs(e.log_px)));
    }
}

TEST_CASE("the likelihood of the Gaussian companion is the integral over its latent") {
  const double x = 1.5, v = 0.2, step = 1e-3;
  double sum = 0;
  for (double z = -9; z < 9; z += step)
    sum += step * std::exp(-z * z / 2 - (x - z) * (x - z) / (2 * v)) / (2 * pi * std::sqrt(v));
  CHECK(num::gaussian_evidence(x, v).log_px == Approx(std::log(sum)).epsilon(1e-9));
}

TEST_CASE("free tables end at the data's distribution and at minus its entropy") {
  const double p[] = {0.5, 0.2, 0.2, 0.1};
  for (const int codes : {1, 2, 4, 7}) {
    CAPTURE(codes);
    const num::TableFit fit = num::fit_tables(p, codes, 200, 3);
    for (std::size_t i = 0; i < 4; ++i) CHECK(fit.marginal[i] == Approx(p[i]).epsilon(1e-9));
    // -sum p ln p = 1.2206072645530174
    CHECK(fit.bounds.back() == Approx(-1.2206072645530174).epsilon(1e-12));
    for (const double share : fit.codes) CHECK(share == Approx(1.0 / codes).epsilon(1e-9));
    for (std::size_t i = 1; i < fit.bounds.size(); ++i)
      CHECK(fit.bounds[i] > fit.bounds[i - 1] - 1e-14);
  }
}

TEST_CASE("a symbol that never occurs gets no mass") {
  const double p[] = {0.25, 0, 0.75};
  const num::TableFit fit = num::fit_tables(p, 3, 200, 1);
  CHECK(fit.marginal[1] == 0);
  CHECK(std::accumulate(fit.marginal.begin(), fit.marginal.end(), 0.0) == Approx(1));
}

TEST_CASE("leaving out one of eight modes is cheap but for the likelihood") {
  const num::ModePrice price = num::mode_price(8);
  CHECK(price.reverse_kl == Approx(0.1335313926).epsilon(1e-9));  // ln(8 / 7)
  // (7/8 ln(14/15) + ln 2 / 8 + ln(16/15)) / 2
  CHECK(price.jensen_shannon == Approx(0.0454).epsilon(2e-3));
  for (int n = 2; n < 40; ++n) {
    CHECK(num::mode_price(n).jensen_shannon < std::log(2.0));
    CHECK(num::mode_price(n + 1).reverse_kl < num::mode_price(n).reverse_kl);
  }
}

TEST_CASE("a linear dimension carries nothing from the data's variance on") {
  CHECK(num::linear_kl(0.36, 0.36) == 0);
  CHECK(num::linear_kl(0.36, 1) == 0);
  CHECK(num::linear_kl(0.4, 0.1) == Approx(std::log(2.0)));
  CHECK(num::kl_to_standard_normal(0, 1) == 0);
  CHECK(num::kl_to_standard_normal(2, 1) == Approx(2));
}

TEST_CASE("the divergence from the prior is finite for a variance too small for a number") {
  CHECK(num::kl_to_standard_normal_of_log(2, 0) == 2);
  CHECK(num::kl_to_standard_normal_of_log(0.5, std::log(0.3)) ==
        Approx(num::kl_to_standard_normal(0.5, 0.3)));
  CHECK(num::kl_to_standard_normal_of_log(0, -2000) == 999.5);
}
