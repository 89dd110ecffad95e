#include "nn/graph.h"

#include <doctest/doctest.h>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "nn/layers.h"
#include "nn/losses.h"
#include "nn/operations.h"
#include "nn/optimiser.h"

namespace {

using nn::Graph;
using nn::Shape;
using nn::Var;
using nn::vectors;
using nn::Weights;

std::vector<float> copy(std::span<const float> x) { return {x.begin(), x.end()}; }

// A small net with everything that has state: dropout, batch norm and an optimiser with memory.
struct Training {
  Weights weights{3};
  Graph graph{weights, 4};
  Var loss;
  std::unique_ptr<nn::Optimiser> optimiser;

  Training() {
    const Var x = graph.input(vectors(3, 8), "x"), y = graph.input(vectors(1, 8), "y");
    std::vector<float> data;
    for (int i = 0; i < 24; ++i) data.push_back(static_cast<float>(i * 7 % 24) / 12 - 1);
    graph.set(x, data);
    graph.set(y, std::vector<float>{0, 1, 0, 1, 1, 1, 0, 0});
    const Var h = nn::dropout(nn::tanh(nn::batch_norm(nn::dense(x, 6, "a"), "norm")), 0.3f);
    loss = nn::sigmoid_cross_entropy(nn::dense(h, 1, "b"), y);
    optimiser = std::make_unique<nn::Optimiser>(weights, nn::Recipe{.rule = nn::Rule::adam});
  }
  void step() {
    graph.forward();
    graph.backward(loss);
    optimiser->step();
  }
};

// Deep, with skips, tensors that are seen in parts, and two losses over one trunk.
struct Deep {
  static constexpr int layers = 24, width = 12, examples = 40;
  Weights weights{5};
  Graph graph{weights};
  Var x, first, second;

  explicit Deep(bool forgets) {
    if (forgets) graph.forget_gradients();
    x = graph.input(vectors(width, examples), "x", true);
    std::vector<float> data;
    for (int i = 0; i < width * examples; ++i) data.push_back(static_cast<float>(i * 7 % 24) / 12);
    graph.set(x, data);
    Var h = x;
    for (int l = 0; l < layers; ++l) {
      Var z = nn::tanh(nn::layer_norm(nn::dense(h, width, "layer " + std::to_string(l)),
                                      "norm " + std::to_string(l)));
      if (l % 3 == 1)
        z = nn::join_examples(
            {nn::examples(z, examples / 2, examples / 2), nn::examples(z, 0, examples / 2)});
      h = l % 2 == 0 ? nn::add(z, h) : z;
    }
    first = nn::mean(nn::square(nn::dense(h, 3, "head")));
    second = nn::mean(nn::reshape(nn::scale(nn::detach(h), 2), vectors(1, width * examples)));
    second = nn::add(second, nn::mean(nn::dense(h, 1, "other head")));
  }
  std::vector<float> gradients(Var loss) {
    graph.forward(loss);
    graph.backward(loss);
    std::vector<float> all = copy(weights.gradients());
    const std::vector<float> of_x = copy(graph.gradient(x));
    all.insert(all.end(), of_x.begin(), of_x.end());
    return all;
  }
};

}  // namespace

TEST_CASE("a dense layer computes W x + b and its gradients by hand") {
  Weights weights;
  Graph g(weights);
  const Var x = g.input(vectors(2, 2), "x", true);
  const Var z = nn::dense(x, 1, "a"), loss = nn::sum(z);
  g.set(x, std::vector<float>{1, 2, 3, 4});
  weights.value("a weight")[0] = 10;
  weights.value("a weight")[1] = 100;
  weights.value("a bias")[0] = 0.5f;
  g.forward();
  CHECK(copy(g.value(z)) == std::vector<float>{210.5f, 430.5f});
  g.backward(loss);
  CHECK(copy(weights.gradient("a weight")) == std::vector<float>{4, 6});
  CHECK(copy(weights.gradient("a bias")) == std::vector<float>{2});
  CHECK(copy(g.gradient(x)) == std::vector<float>{10, 100, 10, 100});
}

TEST_CASE("a convolution, a transposed one and pooling compute what is worked out by hand") {
  Weights weights;
  Graph g(weights);
  const Var x = g.input({1, 3, 3, 1}, "x");
  g.set(x, std::vector<float>{1, 2, 3, 4, 5, 6, 7, 8, 9});
  const Var z = nn::conv(x, 1, 2, "a", {.bias = false});
  const Var back = nn::conv_transposed(z, 1, 2, "b", {.stride = 2, .bias = false});
  const Var most = nn::max_pool(x, 2, 1), mean = nn::average_pool(x, 2, 1);
  for (const char* const name : {"a weight", "b weight"}) {
    const auto w = weights.value(name);
    for (std::size_t i = 0; i < 4; ++i) w[i] = static_cast<float>(i == 0 ? 1 : i == 3 ? -1 : 0);
  }
  g.forward();
  CHECK(copy(g.value(z)) == std::vector<float>{-4, -4, -4, -4});  // x(y, x) - x(y + 1, x + 1)
  CHECK(copy(g.value(back)) ==
        std::vector<float>{-4, 0, -4, 0, 0, 4, 0, 4, -4, 0, -4, 0, 0, 4, 0, 4});
  CHECK(copy(g.value(most)) == std::vector<float>{5, 6, 8, 9});
  CHECK(copy(g.value(mean)) == std::vector<float>{3, 4, 6, 7});
}

TEST_CASE("batch norm leaves mean 0 and variance 1, and tracks the moments for evaluation") {
  Weights weights;
  Graph g(weights);
  const Var x = g.input(vectors(1, 4), "x");
  const Var y = nn::batch_norm(x, "norm", {.epsilon = 0, .pace = 0.5f});
  g.set(x, std::vector<float>{1, 3, 5, 7});  // mean 4, variance 5
  g.forward();
  const double root = std::sqrt(5.0);
  CHECK(g.value(y)[0] == doctest::Approx(-3 / root));
  CHECK(g.value(y)[3] == doctest::Approx(3 / root));
  g.training(false);
  g.forward();  // running mean 0 + (4 - 0) / 2, variance 1 + (5 - 1) / 2
  CHECK(g.value(y)[0] == doctest::Approx((1 - 2) / std::sqrt(3.0)));
  CHECK(g.value(y)[3] == doctest::Approx((7 - 2) / std::sqrt(3.0)));
}

TEST_CASE(
    "dropout keeps the mean in training and everything in evaluation, and changes by the pass") {
  Weights weights;
  Graph g(weights, 5);
  const Var x = g.input(vectors(1000, 1), "x");
  const Var y = nn::dropout(x, 0.25f);
  g.set(x, std::vector<float>(1000, 1.0f));
  g.forward();
  const std::vector<float> first = copy(g.value(y));
  double sum = 0;
  int kept = 0;
  for (const float value : first) {
    CHECK((value == 0 || value == 1 / 0.75f));
    sum += static_cast<double>(value);
    kept += value != 0 ? 1 : 0;
  }
  CHECK(kept == doctest::Approx(750).epsilon(0.06));  // 4 standard deviations of 14
  CHECK(sum == doctest::Approx(1000).epsilon(0.06));
  g.forward();
  CHECK(copy(g.value(y)) != first);
  g.training(false);
  g.forward();
  CHECK(copy(g.value(y)) == std::vector<float>(1000, 1.0f));
}

TEST_CASE("graphs of other batch sizes share weights by name") {
  Weights weights;
  Graph train(weights), grid(weights);
  const Var x = train.input(vectors(2, 4), "x"), many = grid.input(vectors(2, 9), "x");
  const Var z = nn::dense(x, 3, "a"), w = nn::dense(many, 3, "a");
  CHECK(weights.parameters().size() == 2);
  train.set(x, std::vector<float>(8, 1.0f));
  grid.set(many, std::vector<float>(18, 1.0f));
  train.forward();
  weights.value("a bias")[1] += 2;
  grid.forward();
  CHECK(grid.value(w)[0] == train.value(z)[0]);
  CHECK(grid.value(w)[25] == train.value(z)[1] + 2);
  // Another layer makes room in the weights; the first graph finds its own again.
  nn::dense(w, 100, "b");
  train.forward();
  CHECK(train.value(z)[1] == grid.value(w)[25]);
}

TEST_CASE("a layer more or fewer changes no other layer's first weights") {
  Weights one(8), two(8);
  Graph g(one), h(two);
  nn::dense(g.input(vectors(2, 1), "x"), 4, "a");
  nn::dense(nn::dense(h.input(vectors(2, 1), "x"), 7, "before"), 7, "between");
  nn::dense(h.input(vectors(2, 1), "y"), 4, "a");
  CHECK(copy(one.value("a weight")) == copy(two.value("a weight")));
  two.value("a weight")[0] = 9;
  two.draw();
  CHECK(copy(one.value("a weight")) == copy(two.value("a weight")));
  two.draw(9);
  CHECK(copy(one.value("a weight")) != copy(two.value("a weight")));
}

TEST_CASE("a restored moment goes on to the same bits") {
  Training run;
  for (int i = 0; i < 5; ++i) run.step();
  nn::Snapshot moment;
  moment(run.weights, run.graph, run.optimiser);
  for (int i = 0; i < 7; ++i) run.step();
  const std::uint64_t expected = run.weights.hash();
  Training other;
  nn::SnapshotReader reader(moment);
  reader(other.weights, other.graph, other.optimiser);
  CHECK(reader.complete());
  for (int i = 0; i < 7; ++i) other.step();
  CHECK(other.weights.hash() == expected);
}

TEST_CASE("a loss has no gradient for weights that it does not reach") {
  Weights weights;
  Graph g(weights);
  const Var x = g.input(vectors(2, 2), "x");
  g.set(x, std::vector<float>{1, 2, 3, 4});
  const Var a = nn::sum(nn::dense(x, 2, "a")), b = nn::sum(nn::dense(x, 2, "b"));
  g.forward();
  g.backward(a);
  g.backward(b);
  CHECK(copy(weights.gradient("a weight")) == std::vector<float>{0, 0, 0, 0});
  CHECK(copy(weights.gradient("b weight")) == std::vector<float>{4, 4, 6, 6});
}

TEST_CASE("a graph that cannot be built says why and does nothing") {
  Weights weights;
  Graph g(weights);
  const Var x = g.input(vectors(3, 2), "x"), y = g.input(vectors(4, 2), "y");
  const Var z = nn::tanh(nn::add(x, y));
  CHECK_FALSE(z.valid());
  CHECK(g.error() == "add: the shapes 3 x 2 and 4 x 2 do not match");
  g.forward(z);
  g.backward(z);
  CHECK(g.value(z).empty());

  Graph h(weights);
  nn::dense(h.input(vectors(3, 1), "x"), 2, "a");
  nn::dense(h.input(vectors(4, 1), "x"), 2, "a");
  CHECK(h.error() == "the weights \"a weight\" have another shape than 2 x 4 elsewhere");

  Graph k(weights);
  nn::conv(k.input({1, 4, 4, 1}, "x"), 2, 5, "c");
  CHECK(k.error() == "c: a kernel that spans 5 does not fit maps of 1 x 4 x 4 x 1 with padding 0");
}

TEST_CASE("the first number that is not finite is named by pass, layer and operation") {
  Weights weights;
  Graph g(weights);
  const Var x = g.input(vectors(2, 2), "x");
  const Var h = nn::dense(x, 3, "layer 1", {.initial = nn::constant(1)});
  const Var loss = nn::mean(nn::exp(nn::dense(h, 1, "layer 2", {.initial = nn::constant(1)})));
  g.set(x, std::vector<float>{1, 1, 1, 1});
  g.forward();
  g.backward(loss);
  CHECK(g.check());
  g.set(x, std::vector<float>{50, 1, 1, 1});
  g.forward();
  CHECK_FALSE(g.check());
  REQUIRE(g.fault() != nullptr);
  CHECK(g.fault()->pass == 2);
  CHECK(g.fault()->layer == "layer 2");
  CHECK(g.fault()->operation == "exp");
  g.set(x, std::vector<float>{1, 1, 1, 1});
  g.forward();
  CHECK_FALSE(g.check());  // the first stays on record

  for (const bool forgets : {false, true}) {
    Graph k(weights);
    if (forgets) k.forget_gradients();
    const Var y = k.input(vectors(1, 1), "y");
    const Var before = nn::tanh(nn::tanh(nn::dense(y, 1, "layer 2b")));
    const Var root = nn::square_root(nn::dense(before, 1, "layer 3", {.initial = nn::constant(0)}));
    const Var tripled = nn::scale(nn::scale(root, 2), 3);
    k.set(y, std::vector<float>{0});
    k.forward();
    k.backward(tripled);
    CHECK_FALSE(k.check());
    CHECK(k.fault()->gradient);
    CHECK(k.fault()->sentence() ==
          "the first number that is not finite: gradient of dense in layer 3, pass 1");
  }
}

TEST_CASE("a graph that forgets gradients has those of weights and inputs, in less memory") {
  Deep keeps(false), forgets(true);
  for (const bool first : {true, false, true}) {
    const Var loss = first ? keeps.first : keeps.second;
    CHECK(keeps.gradients(loss) == forgets.gradients(first ? forgets.first : forgets.second));
  }
  const Var inner = {&forgets.graph, keeps.first.id - 1};
  CHECK(!keeps.graph.gradient({&keeps.graph, inner.id}).empty());
  CHECK(forgets.graph.gradient(inner).empty());
  CHECK(static_cast<double>(forgets.graph.bytes()) <
        0.65 * static_cast<double>(keeps.graph.bytes()));
}
