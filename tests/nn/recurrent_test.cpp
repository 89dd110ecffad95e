// Cells by hand, and how their weights start.
#include "nn/recurrent.h"

#include <doctest/doctest.h>

#include <vector>

#include "nn/gradient.h"

namespace {

using nn::Graph;
using nn::Var;
using nn::vectors;
using nn::Weights;
using Vars = std::vector<Var>;

std::vector<float> numbers(std::span<const float> x) { return {x.begin(), x.end()}; }

// Weights that are all 0, so that biases alone speak.
constexpr nn::CellStart silent{nn::constant(0), nn::constant(0)};

// A state of two units, one example, and an input that differs from 0.
struct Cell {
  Weights weights{3};
  Graph graph{weights};
  Var x = graph.input(vectors(1, 1), "x"), h = graph.input(vectors(2, 1), "h", true);
  Cell() {
    graph.set(x, std::vector<float>{3});
    graph.set(h, std::vector<float>{0.5f, -0.25f});
  }
};

}  // namespace

TEST_CASE("a recurrent sum is W x + U h + b by hand") {
  Cell c;
  const Var sum = nn::recurrent_sum(c.x, c.h, "cell", silent, 0.5f);
  c.weights.value("cell weight")[0] = 10;
  const std::span<float> u = c.weights.value("cell recurrent weight");  // by columns
  u[0] = 2, u[1] = 4, u[2] = 8, u[3] = 16;
  c.graph.forward();
  CHECK(numbers(c.graph.value(sum)) == std::vector<float>{30 + 1 - 2 + 0.5f, 2 - 4 + 0.5f});
}

TEST_CASE("the two matrices of a plain cell start by laws of their own") {
  Cell c;
  const Var next = nn::rnn_cell(c.x, c.h, "cell", {nn::constant(0), nn::identity(2)});
  c.graph.forward();
  CHECK(numbers(c.weights.value("cell weight")) == std::vector<float>{0, 0});
  CHECK(numbers(c.weights.value("cell recurrent weight")) == std::vector<float>{2, 0, 0, 2});
  CHECK(c.graph.value(next)[0] == doctest::Approx(0.76159416));   // tanh 1
  CHECK(c.graph.value(next)[1] == doctest::Approx(-0.46211716));  // tanh -1/2
}

TEST_CASE("an LSTM without weights keeps its cell by the sigmoid of its forget bias") {
  for (const auto& [bias, kept] : std::vector<std::pair<float, double>>{
           {1.0f, 0.73105858}, {0.0f, 0.5}, {-2.0f, 0.11920292}}) {
    Cell c;
    const nn::LstmState next = nn::lstm_cell(c.x, {c.h, c.h}, "cell", silent, bias);
    const Var loss = nn::sum(next.cell);
    c.graph.forward();
    c.graph.backward(loss);
    const float start = bias;
    CAPTURE(start);
    CHECK(c.graph.value(next.cell)[0] == doctest::Approx(kept * 0.5));
    CHECK(c.graph.gradient(c.h)[0] == doctest::Approx(kept));
  }
  Cell c;
  nn::lstm_cell(c.x, {c.h, c.h}, "cell", silent);
  CHECK(numbers(c.weights.value("cell forget bias")) == std::vector<float>{1, 1});
  CHECK(numbers(c.weights.value("cell input bias")) == std::vector<float>{0, 0});
}

TEST_CASE("a GRU without weights keeps its state by the sigmoid of its update bias") {
  for (const auto& [bias, kept] :
       std::vector<std::pair<float, double>>{{0.0f, 0.5}, {3.0f, 0.95257413}}) {
    Cell c;
    const Var next = nn::gru_cell(c.x, c.h, "cell", silent, bias), loss = nn::sum(next);
    c.graph.forward();
    c.graph.backward(loss);
    const float start = bias;
    CAPTURE(start);
    CHECK(c.graph.value(next)[1] == doctest::Approx(kept * -0.25));
    CHECK(c.graph.gradient(c.h)[1] == doctest::Approx(kept));
  }
}

TEST_CASE("gradients flow through cells, whatever their weights start at") {
  check::try_all({
      {"rnn",
       {vectors(3, 2), vectors(4, 2)},
       [](Graph&, const Vars& x) {
         const nn::CellStart start{nn::normal(0.5f), nn::orthogonal()};
         return nn::rnn_cell(x[0], nn::rnn_cell(x[0], x[1], "a", start), "a", start);
       }},
      {"lstm",
       {vectors(3, 2), vectors(4, 2), vectors(4, 2)},
       [](Graph&, const Vars& x) {
         const nn::LstmState once = nn::lstm_cell(x[0], {x[1], x[2]}, "a", {}, 2);
         return nn::lstm_cell(x[0], once, "a", {}, 2).output;
       }},
      {"gru",
       {vectors(3, 2), vectors(4, 2)},
       [](Graph&, const Vars& x) { return nn::gru_cell(x[0], x[1], "a", {}, 2); }},
  });
}

TEST_CASE("gradients flow through batch norm at every step of time") {
  const auto step = [](Var x, Var h, const char* moments) {
    const Var sum = nn::recurrent_sum(x, h, "a");
    return nn::tanh(nn::batch_norm(sum, "a norm", {.epsilon = 1, .moments = moments}));
  };
  check::try_all(
      {{"training",
        {vectors(3, 6), vectors(4, 6)},
        [=](Graph&, const Vars& x) { return step(x[0], step(x[0], x[1], "step 1"), "step 2"); }},
       {"evaluation", {vectors(3, 6), vectors(4, 6)}, [=](Graph& g, const Vars& x) {
          g.training(false);
          return step(x[0], step(x[0], x[1], "step 1"), "step 2");
        }}});
}

TEST_CASE("batch norm along time shares scale and shift, and each step has moments of its own") {
  Weights weights;
  Graph g(weights);
  const Var early = g.input(vectors(1, 2), "early"), late = g.input(vectors(1, 2), "late");
  const Var a = nn::batch_norm(early, "norm", {.epsilon = 0, .pace = 1, .moments = "step 1"});
  const Var b = nn::batch_norm(late, "norm", {.epsilon = 0, .pace = 1, .moments = "step 2"});
  CHECK(weights.parameters().size() == 2);
  weights.value("norm scale")[0] = 2;
  g.set(early, std::vector<float>{-1, 1});  // mean 0, variance 1
  g.set(late, std::vector<float>{4, 10});   // mean 7, variance 9
  g.forward();
  for (const Var y : {a, b}) {
    CHECK(g.value(y)[0] == doctest::Approx(-2));
    CHECK(g.value(y)[1] == doctest::Approx(2));
  }
  // In evaluation each step is held against what it met in training.
  g.training(false);
  g.set(early, std::vector<float>{7, 0});
  g.set(late, std::vector<float>{7, 0});
  g.forward();
  CHECK(g.value(a)[0] == doctest::Approx(14));
  CHECK(g.value(a)[1] == doctest::Approx(0));
  CHECK(g.value(b)[0] == doctest::Approx(0));
  CHECK(g.value(b)[1] == doctest::Approx(2 * -7 / 3.0));
}
