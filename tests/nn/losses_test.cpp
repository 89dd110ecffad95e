#include "nn/losses.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "nn/gradient.h"

namespace {

using check::Case;
using check::five;
using check::input_labels;
using nn::Graph;
using nn::Shape;
using nn::Var;
using nn::vectors;
using Vars = std::vector<Var>;

}  // namespace

TEST_CASE("cross-entropies are the numbers that their formulas give, for large logits too") {
  nn::Weights weights;
  Graph g(weights);
  const Var z = g.input(vectors(3, 2), "z"), label = g.input(vectors(1, 2), "label");
  const Var share = g.input(vectors(3, 2), "share");
  g.set(z, std::vector<float>{1, 2, 3, 1000, 0, -1000});
  g.set(label, std::vector<float>{2, 0});
  g.set(share, std::vector<float>{0, 0, 1, 1, 0, 0});
  const Var a = nn::softmax_cross_entropy(z, label), b = nn::softmax_cross_entropy(z, share);
  const Var c = nn::sigmoid_cross_entropy(z, share), d = nn::kl_to_standard_normal(z, z);
  g.forward();
  // ln(e^-2 + e^-1 + 1) = 0.4076059644443804, halved by the second column, which has none.
  CHECK(g.scalar(a) == doctest::Approx(0.2038029822));
  CHECK(g.scalar(b) == doctest::Approx(0.2038029822));
  // ln(1 + e) + ln(1 + e^2) + ln(1 + e^3) - 3 + ln 2 = 4.181924230694883, halved.
  CHECK(g.scalar(c) == doctest::Approx(2.0909621));
  CHECK(std::isinf(g.scalar(d)));  // e^1000
}

// Each value is the formula of losses.h, written out in double for the same numbers.
namespace {

using Numbers = std::vector<double>;

const Numbers first = {0.5, -1.25, 2, 0.75}, second = {1.5, 0.25, -0.5, -2};

// What a loss of two inputs gives for two examples of two features.
float value(Var (*loss)(Var, Var), const Numbers& a = first, const Numbers& b = second) {
  nn::Weights weights;
  Graph g(weights);
  const Var x = g.input(vectors(2, 2), "x"), y = g.input(vectors(2, 2), "y");
  g.set(x, {std::vector<float>(a.begin(), a.end())});
  g.set(y, {std::vector<float>(b.begin(), b.end())});
  const Var result = loss(x, y);
  g.forward();
  return g.scalar(result);
}

// The mean over two examples of what `term` gives for each feature.
template <class Term>
doctest::Approx over_features(Term term) {
  double sum = 0;
  for (std::size_t i = 0; i < first.size(); ++i) sum += term(first[i], second[i]);
  return doctest::Approx(sum / 2).epsilon(1e-6);
}

double log_softmax(double z, double other) { return z - std::log(std::exp(z) + std::exp(other)); }

}  // namespace

TEST_CASE("distances, hinge and likelihoods have the values of their closed forms") {
  CHECK(value(nn::l1_loss) == over_features([](double a, double b) { return std::fabs(a - b); }));
  CHECK(value(nn::l2_loss) ==
        over_features([](double a, double b) { return 0.5 * (a - b) * (a - b); }));
  CHECK(value(nn::kl_to_standard_normal) == over_features([](double mean, double v) {
          return 0.5 * (mean * mean + std::exp(v) - 1 - v);
        }));
  // Margins 2 and 0.5 on the right side, 0.25 on the wrong one, none.
  CHECK(value(nn::hinge_loss, {2, 0.5, -0.25, 0}, {1, 1, 1, -1}) ==
        doctest::Approx((0 + 0.5 + 1.25 + 1) / 2));
  CHECK(value(nn::hinge_loss, {-1, -3, 1, -0.5}, {-1, -1, -1, 1}) ==
        doctest::Approx((0 + 0 + 2 + 1.5) / 2));

  nn::Weights weights;
  Graph g(weights);
  const Var x = g.input(vectors(2, 2), "x"), mean = g.input(vectors(2, 2), "mean");
  const Var each = g.input(vectors(2, 2), "each"), one = g.input(vectors(1, 1), "one");
  g.set(x, std::vector<float>{0.5f, -1.25f, 2, 0.75f});
  g.set(mean, std::vector<float>{1.5f, 0.25f, -0.5f, -2});
  g.set(each, std::vector<float>{0.5f, -1.25f, 2, 0.75f});
  g.set(one, std::vector<float>{-0.5f});
  const Var own = nn::gaussian_nll(x, mean, each), shared = nn::gaussian_nll(x, mean, one);
  g.forward();
  const auto nll = [](double a, double b, double v) {
    return 0.5 * (std::log(2 * 3.14159265358979323846) + v + (a - b) * (a - b) / std::exp(v));
  };
  CHECK(g.scalar(own) == over_features([&](double a, double b) { return nll(a, b, a); }));
  CHECK(g.scalar(shared) == over_features([&](double a, double b) { return nll(a, b, -0.5); }));
}

TEST_CASE("the divergence of two softmaxes has the value of its closed form, and 0 of one") {
  double sum = 0;
  for (const std::size_t column : {0u, 2u})
    for (const std::size_t row : {0u, 1u}) {
      const std::size_t i = column + row, other = column + 1 - row;
      const double p = log_softmax(first[i], first[other]);
      sum += std::exp(p) * (p - log_softmax(second[i], second[other]));
    }
  CHECK(value(nn::kl_of_logits) == doctest::Approx(sum / 2).epsilon(1e-6));
  CHECK(value(nn::kl_of_logits, first, first) == doctest::Approx(0));
}

TEST_CASE("both players' losses have the values of the games' closed forms") {
  using nn::Game;
  const Numbers real = {0.5, -1.25, 2}, fake = {1.5, 0.25, -2.5};
  const auto mean = [](const Numbers& z, double (*term)(double)) {
    double sum = 0;
    for (const double x : z) sum += term(x);
    return sum / static_cast<double>(z.size());
  };
  // D = 1 / (1 + e^-z)
  const auto log_d = [](double z) { return -std::log(1 + std::exp(-z)); };
  const auto log_not_d = [](double z) { return -std::log(1 + std::exp(z)); };
  const auto score = [](double z) { return z; };
  const auto off_one = [](double z) { return (z - 1) * (z - 1); };
  const auto off_zero = [](double z) { return z * z; };
  const auto too_low = [](double z) { return z < 1 ? 1 - z : 0; };
  const auto too_high = [](double z) { return z > -1 ? 1 + z : 0; };
  struct Values {
    Game game;
    double discriminator, generator;
  };
  const double told_apart = -mean(real, log_d) - mean(fake, log_not_d);
  const Values table[] = {
      {Game::minimax, told_apart, mean(fake, log_not_d)},
      {Game::non_saturating, told_apart, -mean(fake, log_d)},
      {Game::least_squares, 0.5 * (mean(real, off_one) + mean(fake, off_zero)),
       0.5 * mean(fake, off_one)},
      {Game::wasserstein, mean(fake, score) - mean(real, score), -mean(fake, score)},
      {Game::hinge, mean(real, too_low) + mean(fake, too_high), -mean(fake, score)},
  };
  for (const Values& row : table) {
    CAPTURE(static_cast<int>(row.game));
    nn::Weights weights;
    Graph g(weights);
    const Var x = g.input(vectors(1, 3), "real"), y = g.input(vectors(1, 3), "fake");
    g.set(x, {std::vector<float>(real.begin(), real.end())});
    g.set(y, {std::vector<float>(fake.begin(), fake.end())});
    const Var d = nn::discriminator_loss(row.game, x, y), of_g = nn::generator_loss(row.game, y);
    g.forward();
    CHECK(g.scalar(d) == doctest::Approx(row.discriminator).epsilon(1e-6));
    CHECK(g.scalar(of_g) == doctest::Approx(row.generator).epsilon(1e-6));
  }
}

TEST_CASE("gradients of losses are their central differences") {
  const auto targets = [](Graph& g, const Shape& s) {
    std::vector<float> y;
    for (std::size_t i = 0; i < s.size(); ++i) y.push_back(static_cast<float>(i % 5) / 10);
    return input_labels(g, s, y);
  };
  using nn::Game;
  std::vector<Case> cases = {
      {"softmax by label",
       {five},
       [](Graph& g, const Vars& x) {
         return nn::softmax_cross_entropy(x[0], input_labels(g, vectors(1, 3), {4, 0, -1}));
       }},
      {"softmax by share",
       {five},
       [&](Graph& g, const Vars& x) { return nn::softmax_cross_entropy(x[0], targets(g, five)); }},
      {"sigmoid",
       {five},
       [&](Graph& g, const Vars& x) { return nn::sigmoid_cross_entropy(x[0], targets(g, five)); }},
      {"gaussian",
       {five, five, five},
       [](Graph&, const Vars& x) { return nn::gaussian_nll(x[0], x[1], nn::tanh(x[2])); }},
      {"gaussian of one variance",
       {five, five, vectors(1, 1)},
       [](Graph&, const Vars& x) { return nn::gaussian_nll(x[0], x[1], x[2]); }},
      {"kl to normal",
       {five, five},
       [](Graph&, const Vars& x) { return nn::kl_to_standard_normal(x[0], nn::tanh(x[1])); }},
      {"kl", {five, five}, [](Graph&, const Vars& x) { return nn::kl_of_logits(x[0], x[1]); }},
      {"l2", {five, five}, [](Graph&, const Vars& x) { return nn::l2_loss(x[0], x[1]); }},
      {"l1",
       {five},
       [](Graph& g, const Vars& x) {
         return nn::l1_loss(x[0], input_labels(g, five, std::vector<float>(15, 0)));
       },
       0.1},
  };
  // Inputs stay away from 0, where the kinks of the hinges are moved.
  cases.push_back({"hinge",
                   {vectors(1, 5)},
                   [](Graph& g, const Vars& x) {
                     const Var sign = input_labels(g, vectors(1, 5), {1, -1, 1, -1, 1});
                     return nn::hinge_loss(nn::add(sign, x[0]), sign);
                   },
                   0.1});
  cases.push_back({"hinge game",
                   {vectors(1, 5), vectors(1, 5)},
                   [](Graph&, const Vars& x) {
                     const Var real = nn::scale(x[0], 1, 1), fake = nn::scale(x[1], 1, -1);
                     return nn::add(nn::discriminator_loss(Game::hinge, real, fake),
                                    nn::generator_loss(Game::hinge, fake));
                   },
                   0.1});
  for (const Game game :
       {Game::minimax, Game::non_saturating, Game::least_squares, Game::wasserstein})
    cases.push_back({"game", {vectors(1, 5), vectors(1, 5)}, [=](Graph&, const Vars& x) {
                       return nn::add(nn::discriminator_loss(game, x[0], x[1]),
                                      nn::generator_loss(game, x[1]));
                     }});
  check::try_all(cases);
}
