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

TEST_CASE("losses are the numbers that their formulas give") {
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
  for (const Game game :
       {Game::minimax, Game::non_saturating, Game::least_squares, Game::wasserstein})
    cases.push_back({"game", {vectors(1, 5), vectors(1, 5)}, [=](Graph&, const Vars& x) {
                       return nn::add(nn::discriminator_loss(game, x[0], x[1]),
                                      nn::generator_loss(game, x[1]));
                     }});
  check::try_all(cases);
}
