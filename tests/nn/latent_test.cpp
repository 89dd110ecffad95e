#include "nn/latent.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "nn/gradient.h"
#include "nn/layers.h"
#include "nn/losses.h"
#include "nn/trainer.h"
#include "num/statistics.h"

namespace {

using check::five;
using check::input_labels;
using doctest::Approx;
using nn::Graph;
using nn::Var;
using nn::vectors;
using Vars = std::vector<Var>;

constexpr double log_two_pi = 1.8378770664093455;

}  // namespace

TEST_CASE("log densities of columns have the values of their closed forms") {
  nn::Weights weights;
  Graph g(weights);
  const Var x = g.input(vectors(2, 2), "x"), m = g.input(vectors(2, 2), "m"),
            v = g.input(vectors(2, 2), "v"), one = g.input(vectors(1, 1), "one"),
            y = g.input(vectors(2, 2), "y");
  g.set(x, std::vector<float>{0.5f, -1.25f, 2, 0.75f});
  g.set(m, std::vector<float>{1.5f, 0.25f, -0.5f, -2});
  g.set(v, std::vector<float>{0, 1, -0.5f, 2});
  g.set(one, std::vector<float>{-0.5f});
  g.set(y, std::vector<float>{1, 0, 0.25f, 1});
  const Var own = nn::log_gaussian(x, m, v), shared = nn::log_gaussian(x, m, one),
            normal = nn::log_standard_normal(x), bits = nn::log_bernoulli(x, y);
  g.forward();
  const auto log_n = [](double d, double log_v) {
    return -0.5 * (log_two_pi + log_v + d * d / std::exp(log_v));
  };
  CHECK(g.value(own)[0] == Approx(log_n(1, 0) + log_n(1.5, 1)).epsilon(1e-6));
  CHECK(g.value(own)[1] == Approx(log_n(2.5, -0.5) + log_n(2.75, 2)).epsilon(1e-6));
  CHECK(g.value(shared)[1] == Approx(log_n(2.5, -0.5) + log_n(2.75, -0.5)).epsilon(1e-6));
  CHECK(g.value(normal)[0] == Approx(log_n(0.5, 0) + log_n(1.25, 0)).epsilon(1e-6));
  const auto soft = [](double z) { return std::log(1 + std::exp(z)); };
  CHECK(g.value(bits)[0] == Approx(0.5 - soft(0.5) - soft(-1.25)).epsilon(1e-6));
  CHECK(g.value(bits)[1] == Approx(0.5 - soft(2) + 0.75 - soft(0.75)).epsilon(1e-6));
}

TEST_CASE("the bound of several samples is the logarithm of the mean weight") {
  nn::Weights weights;
  Graph g(weights);
  const Var w = g.input(vectors(1, 6), "w");
  // ln of 1, 2, 3 and of 4, 4, 4, the first three shifted by 1000: no overflow.
  g.set(w, std::vector<float>{1000, 1000.6931f, 1001.0986f, 1.3862944f, 1.3862944f, 1.3862944f});
  const Var three = nn::importance_bound(w, 3), each = nn::importance_bound(w, 1);
  g.forward();
  CHECK(g.scalar(three) == Approx((1000 + std::log(2.0) + std::log(4.0)) / 2).epsilon(1e-6));
  CHECK(g.scalar(each) == Approx((3001.7917 + 3 * 1.3862944) / 6).epsilon(1e-6));
  CHECK(!nn::importance_bound(w, 4).valid());
  CHECK(g.error().find("importance bound") != std::string::npos);
}

TEST_CASE("repeated examples stand in a row") {
  nn::Weights weights;
  Graph g(weights);
  const Var x = g.input(vectors(2, 2), "x");
  g.set(x, std::vector<float>{1, 2, 3, 4});
  const Var twice = nn::repeat_examples(x, 2);
  g.forward();
  const auto v = g.value(twice);
  CHECK(std::vector<float>(v.begin(), v.end()) == std::vector<float>{1, 2, 1, 2, 3, 4, 3, 4});
}

TEST_CASE("gradients of log densities and bounds are their central differences") {
  check::try_all({
      {"gaussian",
       {five, five, five},
       [](Graph&, const Vars& x) { return nn::log_gaussian(x[0], x[1], nn::tanh(x[2])); }},
      {"gaussian of one variance",
       {five, five, vectors(1, 1)},
       [](Graph&, const Vars& x) { return nn::log_gaussian(x[0], x[1], nn::tanh(x[2])); }},
      {"standard normal",
       {five},
       [](Graph&, const Vars& x) { return nn::log_standard_normal(x[0]); }},
      {"bernoulli",
       {five},
       [](Graph& g, const Vars& x) {
         return nn::log_bernoulli(
             x[0], input_labels(g, five, {0, 1, 1, 0, 0.5f, 1, 1, 0, 0, 1, 0.25f, 1, 0, 0, 1}));
       }},
      {"importance bound",
       {vectors(1, 12)},
       [](Graph&, const Vars& x) { return nn::importance_bound(x[0], 4); }},
  });
}

namespace {

constexpr int seen = 3, test_points = 2000;

// x = w z + b + noise of variance `v`, z one standard normal number.
std::vector<float> linear_data(int n, double v, std::uint64_t seed) {
  const double w[seen] = {1.2, -0.7, 0.4}, b[seen] = {0.5, 0, -0.25};
  num::Rng rng(seed, 5);
  std::vector<float> x;
  for (int i = 0; i < n; ++i) {
    const double z = rng.normal();
    for (int j = 0; j < seen; ++j)
      x.push_back(static_cast<float>(w[j] * z + b[j] + std::sqrt(v) * rng.normal()));
  }
  return x;
}

// ln N(x; b, w w^T + v I), by Sherman and Morrison.
double log_likelihood(const float* x, std::span<const float> w, std::span<const float> b,
                      double v) {
  double ww = 0, along = 0, square = 0;
  for (std::size_t j = 0; j < seen; ++j) {
    const double d = static_cast<double>(x[j]) - static_cast<double>(b[j]);
    const double weight = static_cast<double>(w[j]);
    ww += weight * weight, along += weight * d, square += d * d;
  }
  const double quadratic = (square - along * along / (v + ww)) / v;
  return -0.5 * (seen * log_two_pi + (seen - 1) * std::log(v) + std::log(v + ww) + quadratic);
}

// An encoder and a decoder that are linear, with one learned variance.
struct LinearModel {
  Var mean, log_variance, latent, out, spread;

  LinearModel(Graph& g, Var x, int samples) {
    mean = nn::dense(x, 1, "encoder mean", {.initial = nn::lecun()});
    log_variance = nn::dense(x, 1, "encoder variance", {.initial = nn::lecun(0.1f)});
    if (samples > 1) {
      mean = nn::repeat_examples(mean, samples);
      log_variance = nn::repeat_examples(log_variance, samples);
    }
    latent = nn::sample(mean, log_variance);
    out = nn::dense(latent, seen, "decoder", {.initial = nn::lecun()});
    spread = g.parameter("decoder variance", vectors(1, 1), nn::constant(0), 1, 1, false);
  }
};

}  // namespace

TEST_CASE("a linear model's trained bounds reach its exact likelihood within their error") {
  constexpr double v = 0.3;
  constexpr int batch = 100, samples = 8;
  const std::vector<float> train = linear_data(4000, v, 1), test = linear_data(test_points, v, 2);
  nn::Trainer trainer(3);
  Graph& g = trainer.add_graph(3);
  const Var x = g.input(vectors(seen, batch), "x");
  const LinearModel m(g, x, 1);
  const Var loss = nn::add(nn::gaussian_nll(x, m.out, m.spread),
                           nn::kl_to_standard_normal(m.mean, m.log_variance));
  std::size_t at = 0;
  nn::Recipe recipe{.rule = nn::Rule::adam, .rate = 0.01f};
  trainer.add_phase({.loss = loss, .recipe = recipe, .feed = [&] {
                       g.set(x, std::span(train).subspan(at, seen * batch));
                       at = (at + seen * batch) % train.size();
                       trainer.optimiser().recipe().rate = trainer.steps() > 1500 ? 0.001f : 0.01f;
                     }});
  while (trainer.steps() < 2000) REQUIRE(trainer.step());

  // All test points at once, one sample each and several each.
  Graph judge(trainer.weights(), 4);
  const Var points = judge.input(vectors(seen, test_points), "x");
  const LinearModel one(judge, points, 1), many(judge, points, samples);
  const Var likelihood = nn::log_gaussian(points, one.out, one.spread);
  const Var each = nn::repeat_examples(points, samples);
  const Var weights = nn::subtract(
      nn::add(nn::log_gaussian(each, many.out, many.spread), nn::log_standard_normal(many.latent)),
      nn::log_gaussian(many.latent, many.mean, many.log_variance));
  const Var bound = nn::importance_bound(weights, samples);
  judge.set(points, test);
  judge.forward();

  const auto w = trainer.weights().value("decoder weight"),
             b = trainer.weights().value("decoder bias");
  const double learned = std::exp(static_cast<double>(judge.scalar(one.spread)));
  CHECK(learned == Approx(v).epsilon(0.05));
  num::Running gap, exact;
  for (std::size_t i = 0; i < test_points; ++i) {
    const double truth = log_likelihood(test.data() + seen * i, w, b, learned);
    const double mean = static_cast<double>(judge.value(one.mean)[i]),
                 log_v = static_cast<double>(judge.value(one.log_variance)[i]);
    const double kl = 0.5 * (mean * mean + std::exp(log_v) - 1 - log_v);
    gap.add(static_cast<double>(judge.value(likelihood)[i]) - kl - truth);
    exact.add(truth);
  }
  CHECK(std::fabs(gap.mean()) < 3 * gap.standard_error() + 0.002);
  // With the weights nearly equal, more samples say the same with less noise.
  CHECK(static_cast<double>(judge.scalar(bound)) == Approx(exact.mean()).epsilon(0.005));
}
