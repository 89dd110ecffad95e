// What a person can choose in the laboratory of deep nets.
#pragma once

#include <cstdint>

#include "lab/fields.h"

namespace laboratory::depth {

// Activations of the hidden layers. The alternating ones begin with tanh.
enum class Mix : std::uint8_t { alternate, alternate_leaky, tanh, relu, leaky, gelu, sigmoid };
enum class Start : std::uint8_t { normal, xavier, he, orthogonal };
enum class Normalise : std::uint8_t { none, layer };
enum class Descent : std::uint8_t { sgd, momentum, adam };
enum class Points : std::uint8_t { moons, circles, spirals, xor_squares };
// The nets that are trained beside the plain one: the listed remedies with the extras, or one.
enum class Beside : std::uint8_t {
  all,
  leaky,
  more_data,
  larger_rate,
  norm,
  norm_skips,
  he,
  skips,
  xavier,
  smaller_rate
};

struct Params {
  int depth = 100, width = 32;
  Mix mix = Mix::alternate;
  Start init = Start::normal;
  double sigma = 0.18, bias = -0.4;
  bool bn = false, residual = false;
  Normalise norm = Normalise::none;
  Descent optimizer = Descent::adam;
  double rate = 0.003;
  int batch = 32;
  Points data = Points::moons;
  int points = 200;
  bool extras = true;
  Beside beside = Beside::all;
  int step = 60;
  int seed = 1;

  void declare(lab::Fields& f) {
    f.whole("depth", depth, {2, 200}, "hidden layers");
    f.whole("width", width, {4, 128}, "units in each");
    f.choice("mix", mix,
             {"alternate", "alternate-leaky", "tanh", "relu", "leaky", "gelu", "sigmoid"},
             "activations");
    f.choice("init", init, {"normal", "xavier", "he", "orthogonal"}, "initial weights");
    f.log_real("sigma", sigma, {0, 10}, "weight spread σ");
    f.real("bias", bias, {-2, 2}, "initial bias");
    f.flag("bn", bn, "batch norm in each layer");
    f.flag("residual", residual, "residual links").extra();
    f.choice("norm", norm, {"none", "layer"}, "layer norm before each activation").extra();
    f.choice("optimizer", optimizer, {"sgd", "momentum", "adam"}, "optimiser");
    f.log_real("rate", rate, {1e-7, 10}, "learning rate");
    f.whole("batch", batch, {4, 256}, "examples in a batch").extra();
    f.choice("data", data, {"moons", "circles", "spirals", "xor"}, "data").extra();
    f.whole("points", points, {16, 4000}, "training examples").extra();
    f.flag("extras", extras, "two remedies that are not on the list").extra();
    f.choice("beside", beside,
             {"all", "leaky", "more-data", "larger-rate", "norm", "norm-skips", "he", "skips",
              "xavier", "smaller-rate"},
             "remedies beside the plain net")
        .extra();
    f.whole("step", step, {1, 2000}, "step").horizon();
    f.whole("seed", seed, {0, 999999}, "seed").extra();
  }
};

}  // namespace laboratory::depth
