// What the models of the laboratory learn from, and are judged on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labs/vae/params.h"
#include "nn/data.h"

namespace laboratory::vae {

inline constexpr int image_side = 16;

struct Examples {
  nn::Dataset train, test;  // drawn apart; images are 0 or 1 at each place
  std::vector<std::string> classes;
  bool binary = false;          // the decoder gives probabilities of ones, not the mean of a normal
  std::vector<double> centres;  // of the classes where each is a Gaussian, two numbers each
  std::optional<double> ceiling;  // -H of the data's density, in nats, where it is known
  std::string not_own;            // why the person's own file is not learned from; empty: it is, or
                                  // was not asked for

  int features() const { return train.shape.features(); }
};
Examples examples_of(const Setting& s);

}  // namespace laboratory::vae
