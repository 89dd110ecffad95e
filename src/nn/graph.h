// Reverse-mode differentiation of float32 tensors: a graph that is built once and replayed.
//
//   nn::Weights weights(seed);
//   nn::Graph graph(weights);
//   const nn::Var x = graph.input(nn::vectors(2, 64), "x");
//   const nn::Var y = graph.input(nn::vectors(1, 64), "y");
//   const nn::Var h = nn::tanh(nn::dense(x, 32, "layer 1"));
//   const nn::Var loss = nn::sigmoid_cross_entropy(nn::dense(h, 1, "output"), y);
//   nn::Optimiser optimiser(weights, {.rule = nn::Rule::adam, .rate = 1e-3f});
//   each step:
//     graph.set(x, ...);
//     graph.set(y, ...);
//     graph.forward();
//     graph.backward(loss);
//     optimiser.step();
//
// Building takes memory; steps after the first take none. Every operation's value and gradient
// stays readable until the next pass, unless the graph is to forget gradients.
// A graph that cannot be built says why in error(); its
// operations then do nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nn/shape.h"
#include "nn/snapshot.h"
#include "nn/weights.h"

namespace nn {

class Graph;
struct Pass;
struct Op;

// One tensor of a graph: the result of an operation, an input or a parameter. Invalid (id -1) where
// an operation was refused; operations on invalid tensors are invalid too.
struct Var {
  Graph* graph = nullptr;
  int id = -1;
  bool valid() const { return id >= 0; }
};

// The first number that was not finite.
struct Fault {
  std::int64_t pass = 0;  // which forward pass, from 1
  std::string layer;      // the name of the layer, or of the input that it follows from
  std::string operation;  // "dense", "tanh"...
  bool gradient = false;  // its gradient, not its value
  std::string sentence() const;
};

class Graph {
 public:
  // `seed` is that of dropout and sampling noise, which depend on it and on the number of the pass.
  explicit Graph(Weights& weights, std::uint64_t seed = 0);
  ~Graph();
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;

  // Numbers from outside: data, labels, masks. `differentiable` inputs get a gradient.
  Var input(const Shape& shape, std::string_view name, bool differentiable = false);
  // A parameter of the weights, as a tensor of the graph.
  Var parameter(std::string_view name, const Shape& shape, const Initial& initial, int fan_in,
                int fan_out, bool decays = true);

  // From here on the gradients of what is computed share memory: after a backward pass those of
  // parameters and inputs are there to be read, and no others. To be told before the first one.
  void forget_gradients() { forgets_ = true; }

  void set(Var input, std::span<const float> values);  // copies; as many as the input has
  void bind(Var input, const float* values);           // reads from there at each pass instead

  // Training: batch norm uses the batch's moments and dropout drops. Evaluation (false): batch norm
  // uses running moments and dropout does nothing. Training is the default.
  void training(bool on) { training_ = on; }
  bool training() const { return training_; }

  void forward();            // computes every tensor
  void forward(Var target);  // only what `target` depends on
  void backward(Var loss);   // d loss / d everything it depends on; `loss` is a single number

  Shape shape(Var v) const;
  std::span<const float> value(Var v) const;
  std::span<const float> gradient(Var v) const;  // empty where none was asked for
  float scalar(Var v) const { return value(v).empty() ? 0.0f : value(v)[0]; }
  std::string_view layer(Var v) const;      // the layer it belongs to
  std::string_view operation(Var v) const;  // what computed it: "dense", "input"...
  int size() const;                         // tensors are 0 .. size - 1
  Var var(int id) { return {this, id}; }

  // The first sentence that says why the graph could not be built; empty when it could.
  const std::string& error() const { return error_; }
  // Looks through the values and gradients of the last pass in the order of computation and keeps
  // the first that is not finite. True while all ever looked at were finite.
  bool check();
  const Fault* fault() const { return fault_.get(); }

  std::int64_t passes() const { return passes_; }  // forward passes since the start
  // As if there had been so many: others were taken by another graph that was built alike.
  void number_passes(std::int64_t before) { passes_ = before; }
  std::size_t bytes() const;  // memory of values, gradients and scratch
  Weights& weights() { return weights_; }

  // Multiplications with an addition in the products and convolutions of one forward pass to
  // `target`. The gradients of a product cost it once more for each of its two factors.
  std::int64_t multiply_adds(Var target);

  // The number of passes is, with the weights, all that noise needs. What was found wrong after the
  // moment is forgotten.
  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.passes_);
    if constexpr (Archive::reads) self.fault_.reset();
  }

  // For operations, which live in other files: see nn/op.h.
  Var record(const Op& op, Shape shape, std::string_view layer = {});
  Var refuse(std::string sentence);

 private:
  struct Tensors;
  struct Plan;
  struct Step;
  // What the operations of the running pass are given.
  Pass this_pass() const;
  Plan& plan_for(int target);
  void prepare(Plan& plan);
  void share_gradients(Plan& plan, const std::vector<int>& zeroed);
  template <class Before>
  void pass_back(Plan& plan, Before before);
  void refresh();

  Weights& weights_;
  std::uint64_t seed_;
  bool training_ = true, forgets_ = false;
  std::int64_t passes_ = 0;
  std::string error_;
  std::unique_ptr<Fault> fault_;
  std::unique_ptr<Tensors> tensors_;
  std::vector<std::unique_ptr<Plan>> plans_;
};

}  // namespace nn
