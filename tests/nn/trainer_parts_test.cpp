// A step whose batch is shards, in pieces and as one.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "nn/layers.h"
#include "nn/losses.h"
#include "nn/trainer.h"
#include "num/rng.h"

namespace {

using nn::Var;

nn::Recipe at_rate(float rate) { return {.rule = nn::Rule::adam, .rate = rate}; }

// A regression whose batch of six is shards of four and two, in two phases over one net.
struct Sharded {
  nn::Trainer trainer{2};
  std::vector<Var> inputs, targets;

  explicit Sharded(std::vector<int> shards = {4, 2}) {
    nn::Trainer::Phase first{.recipe = at_rate(0.02f), .prefix = "low"},
        second{.recipe = at_rate(0.01f), .prefix = "top"};
    for (const int size : shards) {
      nn::Graph& graph = trainer.add_graph();
      inputs.push_back(graph.input(nn::vectors(3, size), "x"));
      targets.push_back(graph.input(nn::vectors(1, size), "y"));
      const Var out = nn::dense(nn::tanh(nn::dense(inputs.back(), 8, "low")), 1, "top");
      const Var loss = nn::scale(nn::mean(nn::square(nn::subtract(out, targets.back()))),
                                 static_cast<float>(size) / 6);
      if (first.loss.valid())
        first.further.push_back(loss), second.further.push_back(loss);
      else
        first.loss = second.loss = loss;
    }
    first.feed = [this] { show(); };
    trainer.add_phase(first);
    trainer.add_phase(second);
  }
  void show() {
    num::Rng rng(static_cast<std::uint64_t>(trainer.steps()), 5);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      nn::Graph& graph = *inputs[i].graph;
      std::vector<float> x(graph.shape(inputs[i]).size()), y(graph.shape(targets[i]).size());
      for (std::size_t k = 0; k < y.size(); ++k) {
        for (std::size_t j = 0; j < 3; ++j) x[3 * k + j] = static_cast<float>(rng.normal());
        y[k] = x[3 * k] - x[3 * k + 1];
      }
      graph.set(inputs[i], x);
      graph.set(targets[i], y);
    }
  }
};

}  // namespace

TEST_CASE("parts come to the bits of a step, in any order, and what is missing is made up for") {
  // Which of three are left out, in each step anew.
  Sharded whole({3, 2, 1}), pieces({3, 2, 1});
  for (int step = 0; step < 8; ++step) {
    REQUIRE(whole.trainer.step());
    REQUIRE(pieces.trainer.begin());
    for (int phase = 0; phase < 2; ++phase) {
      pieces.trainer.show(phase);
      std::vector<nn::Trainer::Part> all(3);
      for (int part = 2; part >= 0; --part)
        if ((step >> part & 1) == 0)
          all[static_cast<std::size_t>(part)] = pieces.trainer.work_out(phase, part);
      CHECK(pieces.trainer.move(phase, all));
      CHECK(pieces.trainer.loss(phase) == whole.trainer.loss(phase));
    }
    CHECK(pieces.trainer.weights().hash() == whole.trainer.weights().hash());
  }
}

TEST_CASE("a step alone counts the passes that others took before it") {
  std::string faults[2];
  for (const bool apart : {false, true}) {
    Sharded s({6});
    if (apart) {
      REQUIRE(s.trainer.begin());
      for (int phase = 0; phase < 2; ++phase) {
        s.trainer.show(phase);
        const nn::Trainer::Part zero{0, std::vector<float>(s.trainer.optimiser(phase).size())};
        CHECK(s.trainer.move(phase, std::vector<nn::Trainer::Part>{zero}));
      }
    } else {
      REQUIRE(s.trainer.step());
    }
    s.trainer.weights().value("top weight")[3] = std::numeric_limits<float>::infinity();
    CHECK(!s.trainer.step());
    faults[apart] = s.trainer.fault();
  }
  CHECK(faults[0] == faults[1]);
}

TEST_CASE("the gradients of shards add up to that of the batch, but for rounding") {
  Sharded shards, batch({6});
  for (Sharded* one : {&shards, &batch}) REQUIRE(one->trainer.step());
  const std::span<const float> a = shards.trainer.weights().gradients(),
                               b = batch.trainer.weights().gradients();
  REQUIRE(a.size() == b.size());
  // Of the last phase, which moves "top".
  const auto top = [](Sharded& s) { return s.trainer.optimiser(1).gradient(); };
  const std::vector<float> of_shards = top(shards), of_batch = top(batch);
  float most = 0;
  for (std::size_t i = 0; i < of_batch.size(); ++i) {
    most = std::max(most, std::fabs(of_batch[i]));
    CHECK(of_shards[i] == doctest::Approx(of_batch[i]).epsilon(1e-3));
  }
  CHECK(most > 0.01f);
  CHECK(shards.trainer.loss() == doctest::Approx(batch.trainer.loss()).epsilon(1e-5));
}

TEST_CASE("a part that is not finite is named alike, whoever has worked it out") {
  std::string faults[2];
  for (const bool apart : {false, true}) {
    Sharded s;
    REQUIRE(s.trainer.step());
    s.trainer.weights().value("top weight")[3] = std::numeric_limits<float>::infinity();
    if (apart) {
      REQUIRE(s.trainer.begin());
      s.trainer.show(0);
      nn::Trainer::Part lost{std::numeric_limits<float>::quiet_NaN(),
                             std::vector<float>(s.trainer.optimiser(0).size())};
      CHECK(!s.trainer.move(0, std::vector<nn::Trainer::Part>{lost, lost}));
    } else {
      CHECK(!s.trainer.step());
    }
    faults[apart] = s.trainer.fault();
  }
  CHECK(faults[0].find("in top weight, pass 3") != std::string::npos);
  CHECK(faults[0] == faults[1]);
}
