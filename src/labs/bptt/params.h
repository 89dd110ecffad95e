// What a person can choose in the laboratory of backpropagation through time.
#pragma once

#include "lab/fields.h"

namespace laboratory::bptt {

enum class Activation : std::uint8_t { identity, tanh, sigmoid, relu, softplus };
enum class Loss : std::uint8_t { end, every };

// The parameters that share in a gradient, in the order in which the field `weight` names them.
enum class Weight : std::uint8_t { Wx, Wh, bh };
constexpr int weight_count = 3;

constexpr int most_steps = 500, most_units = 12;

struct Params {
  int T = 4, n = 3, d = 2;
  double gain = 1;
  Activation activation = Activation::tanh;
  Loss loss = Loss::end;
  int truncate = 0;
  int step = 2;
  int time = 0;
  Weight weight = Weight::Wx;
  lab::Matrix Wh, Wx, bh, X, dL_dy;
  int seed = 14;  // shares fade step by step, and no activation leaves all nodes dead

  // Tables that are left out are drawn from the seed at the sizes T, n and d; one that is given
  // says for itself how large it is, so a size that a person sets takes its tables back.
  void declare(lab::Fields& f) {
    constexpr lab::Bounds<double> entries = {-100, 100};
    f.whole("T", T, {1, most_steps}, "time steps T").offer_up_to(50).on_set_clear({"X", "time"});
    f.whole("n", n, {1, most_units}, "hidden nodes n")
        .extra()
        .on_set_clear({"Wh", "Wx", "bh", "dL_dy"});
    f.whole("d", d, {1, most_units}, "inputs d").extra().on_set_clear({"Wx", "X"});
    f.real("gain", gain, {0, 3}, "Wₕ times");
    f.choice("activation", activation, {"identity", "tanh", "sigmoid", "relu", "softplus"},
             "activation");
    f.choice("loss", loss, {"end", "every"}, "loss at which steps");
    f.whole("truncate", truncate, {0, most_steps}, "terms kept (0: all)")
        .beside({"truncation", "weights"})
        .offer_up_to(T);
    f.whole("step", step, {0, most_steps}, "steps back through time")
        .horizon()
        .offer_up_to(T)
        .on_set_clear({"time"});
    f.whole("time", time, {0, most_steps}, "time step looked at (0: the walk’s)")
        .looks_only()
        .picked();
    f.choice("weight", weight, {"Wx", "Wh", "bh"}, "gradient of").looks_only();
    f.optional_table("Wh", Wh, {most_units, most_units}, entries, "weights Wₕ, n × n").extra();
    f.optional_table("Wx", Wx, {most_units, most_units}, entries, "weights Wₓ, n × d").extra();
    f.optional_table("bh", bh, {most_units, most_units}, entries, "biases bₕ, n × 1").extra();
    f.optional_table("X", X, {most_steps, most_units}, entries, "inputs X, a row for each step")
        .extra();
    f.optional_table("dL_dy", dL_dy, {most_units, most_units}, entries,
                     "gradient of the loss ∂L/∂y, n × 1")
        .extra();
    f.whole("seed", seed, {0, 999999}, "seed").extra();
  }
};

}  // namespace laboratory::bptt
