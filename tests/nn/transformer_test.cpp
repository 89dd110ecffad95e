#include "nn/transformer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "nn/gradient.h"
#include "nn/recurrent.h"

namespace {

using nn::Graph;
using nn::Shape;
using nn::Var;
using Vars = std::vector<Var>;

// A block over two examples of four tokens, width 6, and its output when one number of the input is
// changed.
struct Block {
  nn::Weights weights{3};
  Graph graph{weights};
  Var x = graph.input({6, 1, 4, 2}, "x");
  std::vector<float> numbers;

  Block() {
    num::Rng rng(4, 1);
    for (std::size_t i = 0; i < 48; ++i) numbers.push_back(static_cast<float>(rng.normal()));
  }
  std::vector<float> run(Var output, std::size_t place = 0, float change = 0) {
    std::vector<float> changed = numbers;
    changed[place] += change;
    graph.set(x, changed);
    graph.forward(output);
    const std::span<const float> found = graph.value(output);
    return {found.begin(), found.end()};
  }
};

}  // namespace

TEST_CASE("gradients flow through the heads and blocks of a Transformer") {
  check::try_all({
      {"heads",
       {{4, 1, 3, 2}},
       [](Graph& g, const Vars& x) {
         return nn::attention_heads(x[0], 2, "a", nn::causal_mask(g, 3)).output;
       }},
      {"gated heads",
       {{4, 1, 3, 2}, nn::vectors(1, 1)},
       [](Graph&, const Vars& x) {
         return nn::attention_heads(x[0], 2, "a", {}, std::span(&x[1], 1)).output;
       }},
      {"block",
       {{6, 1, 4, 2}},
       [](Graph& g, const Vars& x) {
         // Spread out, since a norm bends sharply where its numbers lie close together.
         return nn::transformer_block(nn::scale(x[0], 4), 3, "a", nn::causal_mask(g, 4)).output;
       }},
  });
}

TEST_CASE("token norm standardises each place by itself, then scales and shifts channels") {
  nn::Weights weights;
  Graph graph(weights);
  const Var x = graph.input({2, 1, 3, 1}, "x");
  const Var y = nn::token_norm(x, "norm", {.epsilon = 0});
  weights.value("norm scale")[1] = 2;
  weights.value("norm shift")[1] = 10;
  const float tokens[] = {1, 3, 7, -1, -2, 0};
  graph.set(x, tokens);
  graph.forward(y);
  const float expected[] = {-1, 12, 1, 8, -1, 12};
  for (std::size_t i = 0; i < 6; ++i) CHECK(graph.value(y)[i] == expected[i]);
}

TEST_CASE("one mask for all examples lets each query look at its past alone") {
  nn::Weights weights;
  Graph graph(weights);
  const Var queries = graph.input({1, 1, 2, 2}, "queries"),
            keys = graph.input({1, 1, 2, 2}, "keys");
  const Var values = graph.input({1, 1, 2, 2}, "values");
  const nn::Attention found = nn::attention(queries, keys, values, nn::causal_mask(graph, 2));
  REQUIRE(graph.error().empty());
  const float l = std::log(3.0f);
  const float q[] = {1, 1, 5, -1}, k[] = {0, l, l, 0}, v[] = {8, 4, 1, 9};
  graph.set(queries, q), graph.set(keys, k), graph.set(values, v);
  graph.forward(found.output);
  // The second queries weigh e^0 : e^(ln 3), and e^(-ln 3) : e^0.
  const double weights_expected[] = {1, 0, 0.25, 0.75, 1, 0, 0.25, 0.75};
  const double output_expected[] = {8, 5, 1, 7};
  for (std::size_t i = 0; i < 8; ++i)
    CHECK(graph.value(found.weights)[i] == doctest::Approx(weights_expected[i]));
  for (std::size_t i = 0; i < 4; ++i)
    CHECK(graph.value(found.output)[i] == doctest::Approx(output_expected[i]));
}

TEST_CASE("a masked block is deaf to what comes later, to the bit, and an unmasked one is not") {
  Block masked, open;
  const Var closed_output =
      nn::transformer_block(masked.x, 3, "block", nn::causal_mask(masked.graph, 4)).output;
  const Var open_output = nn::transformer_block(open.x, 3, "block").output;
  // Token 3 of the first example is changed: tokens 1 and 2 stand in front of it.
  const std::vector<float> before = masked.run(closed_output), leaky = open.run(open_output);
  const std::vector<float> after = masked.run(closed_output, 13, 0.5f);
  const std::vector<float> leaked = open.run(open_output, 13, 0.5f);
  for (std::size_t i = 0; i < 12; ++i) CHECK(after[i] == before[i]);
  CHECK(after[12] != before[12]);
  CHECK(after[18] != before[18]);
  for (std::size_t i = 24; i < 48; ++i) CHECK(after[i] == before[i]);  // the other example
  CHECK(leaked[0] != leaky[0]);
}

TEST_CASE("a head whose gate is 0 is as if its values were 0") {
  Block block;
  const Var on = block.graph.input(nn::vectors(1, 1), "on");
  const Var off = block.graph.input(nn::vectors(1, 1), "off");
  const Var gates[] = {on, off, on};
  const Var gated = nn::attention_heads(block.x, 3, "heads", {}, gates).output;
  const Var plain = nn::attention_heads(block.x, 3, "heads").output;
  const float one = 1, none = 0;
  block.graph.set(on, {&one, 1}), block.graph.set(off, {&none, 1});
  const std::vector<float> found = block.run(gated), all = block.run(plain);
  CHECK(found != all);
  // Row i of the weights makes value i; the second head has channels 2 and 3 of 6.
  const std::span<float> values = block.weights.value("heads values weight");
  for (std::size_t input = 0; input < 6; ++input) values[6 * input + 2] = values[6 * input + 3] = 0;
  CHECK(block.run(plain) == found);
}

TEST_CASE("heads that do not divide the width are refused in words") {
  Block block;
  CHECK_FALSE(nn::transformer_block(block.x, 4, "block").output.valid());
  CHECK(block.graph.error() == "block: 4 heads do not divide a width of 6");
}
