// What a person can choose in the laboratory of overfitting.
#pragma once

#include "lab/fields.h"

namespace laboratory::regularise {

enum class Data : std::uint8_t { moons, circles, spirals, blobs, glyphs };
enum class Optimiser : std::uint8_t { sgd, momentum, adam };

struct Params {
  Data data = Data::moons;
  int points = 40;
  double noise = 0.25, label_noise = 0.15;
  int width = 64, layers = 2;
  double dropout = 0;
  bool bn = false, augment = false;
  double l1 = 0, l2 = 0;
  Optimiser optimizer = Optimiser::sgd;
  double rate = 0.3;
  int epochs = 200, repeats = 5, seed = 1;

  void declare(lab::Fields& f) {
    f.choice("data", data, {"moons", "circles", "spirals", "blobs", "glyphs"}, "examples").extra();
    f.whole("points", points, {10, 2000}, "training examples");
    f.real("noise", noise, {0, 1}, "spread of the examples").extra();
    f.real("label_noise", label_noise, {0, 0.5}, "share of wrong training labels").extra();
    f.whole("width", width, {2, 256}, "hidden units per layer");
    f.whole("layers", layers, {1, 6}, "hidden layers").extra();
    f.real("dropout", dropout, {0, 0.9}, "dropout: share of units left out");
    f.flag("bn", bn, "batch normalisation");
    f.flag("augment", augment, "augmentation: moved copies");
    f.log_real("l1", l1, {0, 1}, "L1 penalty").extra();
    f.log_real("l2", l2, {0, 10}, "L2 penalty");
    f.choice("optimizer", optimizer, {"sgd", "momentum", "adam"}, "optimiser");
    f.log_real("rate", rate, {1e-5, 10}, "learning rate").extra();
    f.whole("epochs", epochs, {1, 2000}, "epochs").horizon();
    f.whole("repeats", repeats, {2, 30}, "seeds for each measure").extra();
    f.whole("seed", seed, {0, 999999}, "seed").extra();
  }
  bool operator==(const Params&) const = default;
};

}  // namespace laboratory::regularise
