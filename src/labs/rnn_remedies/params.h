// What a person can choose in the laboratory of remedies for recurrent nets.
#pragma once

#include <cstdint>

#include "lab/fields.h"

namespace laboratory::rnn_remedies {

enum class Task : std::uint8_t { adding, copying };
enum class Activation : std::uint8_t { tanh, relu, softplus, sigmoid, linear };
enum class Start : std::uint8_t { gaussian, orthogonal, identity };
enum class Cell : std::uint8_t { plain, lstm, gru };
// The remedies in the order of the line-up, in which the net as it is set stands before them.
enum class Card : std::uint8_t {
  bn,
  rows,
  momentum,
  truncate,
  softplus,
  clip,
  orthogonal,
  identity,
  lstm,
  gru,
  gru_open
};

struct Params {
  Task task = Task::adding;
  int T = 40;
  double gain = 1;
  Activation activation = Activation::tanh;
  Cell cell = Cell::plain;
  double gate_bias = 0;
  int hidden = 16;
  Start init = Start::gaussian;
  bool bn = false, rows = false;
  double momentum = 0;
  int truncate = 0;
  double clip = 0;
  double rate = 0.005;
  int batch = 20;
  int step = 400;
  int repeats = 3, seed = 1;
  Card card = Card::gru;
  lab::Matrix W = {3, 3, {1.03, 0.65, -0.5, -0.08, -0.31, 1.37, 0.59, 1.45, 0.19}};

  void declare(lab::Fields& f) {
    f.choice("task", task, {"adding", "copying"}, "task");
    f.whole("T", T, {2, 200}, "length T of the sequences");
    f.log_real("gain", gain, {0, 10}, "gain g: Wₕ starts as N(0, g²/n)");
    f.choice("activation", activation, {"tanh", "relu", "softplus", "sigmoid", "identity"},
             "activation");
    f.choice("cell", cell, {"rnn", "lstm", "gru"}, "cell").extra();
    f.real("gate_bias", gate_bias, {-5, 5}, "bias added to the gates that keep the state");
    f.whole("hidden", hidden, {8, 128}, "hidden units n").extra();
    f.choice("init", init, {"gaussian", "orthogonal", "identity"}, "start of Wₕ").extra();
    f.flag("bn", bn, "batch norm at each step");
    f.flag("rows", rows, "rows of Wₕ kept at length 1").extra();
    f.real("momentum", momentum, {0, 0.99}, "momentum").extra();
    f.whole("truncate", truncate, {0, 200}, "steps back that are kept (0: all)").extra();
    f.log_real("clip", clip, {0, 100}, "norm that gradients are clipped to (0: none)").extra();
    f.log_real("rate", rate, {1e-6, 1}, "learning rate").extra();
    f.whole("batch", batch, {2, 100}, "sequences in a batch").extra();
    f.whole("step", step, {0, 3000}, "training step").horizon();
    f.whole("repeats", repeats, {1, 10}, "seeds that are averaged").extra();
    f.whole("seed", seed, {0, 999999}, "seed").extra();
    f.choice("card", card,
             {"bn", "rows", "momentum", "truncate", "softplus", "clip", "orthogonal", "identity",
              "lstm", "gru", "gru_open"},
             "remedy looked at")
        .looks_only()
        .say({"batch norm", "unit rows", "momentum", "truncated", "softplus", "clipping",
              "orthogonal", "identity, ReLU", "LSTM", "GRU", "GRU, bias +2"})
        .beside({"card"});
    f.table("W", W, {6, 6}, {-10, 10}, "matrix whose rows are brought to length 1")
        .looks_only()
        .beside({"matrix"});
  }
};

// Each repetition has a seed of its own, the same for every remedy.
constexpr std::uint64_t seed_of(const Params& p, int repeat) {
  return static_cast<std::uint64_t>(p.seed) + static_cast<std::uint64_t>(repeat);
}

}  // namespace laboratory::rnn_remedies
