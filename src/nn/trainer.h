// What takes weights from one step to the next: the loop that all training shares.
//
// A step is a list of phases, one after another. Each shows a batch, goes forward and backward
// from one loss, and lets one optimiser move the weights whose names begin with its prefix. A
// classifier, a variational autoencoder or a recurrent net unrolled in time has one phase; an
// adversarial game has two, over the weights of the discriminator and of the generator, in one
// graph or in two.
//
//   nn::Trainer trainer(seed);
//   nn::Graph& graph = trainer.add_graph();
//   const nn::Var x = graph.input(nn::vectors(2, 32), "x");
//   const nn::Var y = graph.input(nn::vectors(1, 32), "y");
//   const nn::Var loss = nn::sigmoid_cross_entropy(nn::dense(x, 1, "output"), y);
//   nn::Minibatch batch(data, 32, seed);
//   trainer.add_phase({.loss = loss, .recipe = {.rate = 0.1f}, .feed = [&] { batch.show(x, y); }});
//   while (trainer.steps() < 100) trainer.step();
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "nn/graph.h"
#include "nn/optimiser.h"

namespace nn {

class Trainer {
 public:
  // Draws all weights from `seed`.
  explicit Trainer(std::uint64_t seed) : weights_(seed) {}
  Trainer(const Trainer&) = delete;
  Trainer& operator=(const Trainer&) = delete;

  Weights& weights() { return weights_; }
  const Weights& weights() const { return weights_; }

  // A graph to train in; its dropout and noise draw from `noise_seed`. It keeps the gradients of
  // parameters and inputs alone.
  Graph& add_graph(std::uint64_t noise_seed = 0);

  struct Phase {
    Var loss;  // of a graph of this trainer, a single number
    // Further losses, each in a graph of its own: what is minimised is the sum of all. Shards of a
    // batch are such parts, where each loss is its share of the mean. Phases that have some pass
    // once, each in the same graphs as the others, and without noise.
    std::vector<Var> further = {};
    Recipe recipe = {};       // how its optimiser steps
    std::string prefix = {};  // of the names of the weights that it moves; empty: all there are
    // Sets the inputs of the graph, called before each pass; empty where they are bound for good.
    // `steps()` is the step being taken, from 1. What it draws from is not the trainer's: who owns
    // it describes it beside the trainer.
    std::function<void()> feed = {};
    // Looks at values and gradients before the weights move. False stops the training there. For
    // phases of one part.
    std::function<bool()> look = {};
    int times = 1;  // passes and updates in one step
  };
  // All weights that the phase moves have been made.
  void add_phase(const Phase& phase);

  // Takes a step. False where none was taken: the training has stopped at a number that is not
  // finite, the weights are as they were before that update, and values stay readable.
  bool step();

  // A step in pieces, by which its parts can be worked out elsewhere: by a trainer that was built
  // alike and has the same weights and inputs.
  //   if (trainer.begin())
  //     for each phase { trainer.show(phase); ... work_out(phase, part) ...; move(phase, parts); }
  // comes to the bits of `step`, whoever works out which part.
  struct Part {
    float loss = 0;
    std::vector<float> gradient;  // of the weights that the phase moves
  };
  bool begin();
  void show(int phase);
  int parts(int phase) const { return 1 + static_cast<int>(phase_at(phase).further.size()); }
  Part work_out(int phase, int part);
  // Adds up the parts, which are all there are, in their order, and moves the weights; as `step`
  // does, false where that stops the training. A part without a gradient of the right size is
  // worked out here.
  bool move(int phase, std::span<const Part> parts);

  std::int64_t steps() const { return steps_; }  // tried, the one that stopped it included
  float loss(int phase = 0) const;               // of its last pass, the sum of its parts
  Optimiser& optimiser(int phase = 0) { return at(phase).optimiser; }
  // Why the training has stopped or cannot begin, in words; empty while it runs.
  const std::string& fault() const { return fault_; }

  // Multiplications with an addition that one step takes, forward and for the two gradients of each
  // product.
  std::int64_t multiply_adds();

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.weights_, self.steps_, self.fault_);
    for (auto& graph : self.graphs_) a(graph);
    for (auto& phase : self.phases_) a(phase->optimiser);
  }

 private:
  struct Running {
    Phase what;
    Optimiser optimiser;
    float loss = 0;  // of the last pass
  };
  Running& at(int phase) { return *phases_[static_cast<std::size_t>(phase)]; }
  const Phase& phase_at(int phase) const { return phases_[static_cast<std::size_t>(phase)]->what; }
  Var loss_of(int phase, int part) const;
  std::int64_t passes_before(int phase) const;
  bool pass(Running& phase);
  bool pass_in_parts(int phase);
  bool stop(Graph& graph);

  Weights weights_;
  std::vector<std::unique_ptr<Graph>> graphs_;
  std::vector<std::unique_ptr<Running>> phases_;
  std::int64_t steps_ = 0;
  std::string fault_;
};

}  // namespace nn
