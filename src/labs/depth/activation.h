// The activations of hidden layers, and what an output tells of the slope.
#pragma once

#include <cstdint>

#include "labs/depth/params.h"
#include "nn/operations.h"

namespace laboratory::depth {

enum class Activation : std::uint8_t { tanh, relu, leaky, gelu, sigmoid };

// That of hidden layer `layer`, from 0.
Activation activation(Mix mix, int layer);

nn::Var activate(Activation a, nn::Var z);

// The slope at an output `a`, as a share of the steepest; 1 where the output alone does not tell.
float relative_slope(Activation kind, float a);

// True where large inputs of either sign have next to no slope.
bool saturates(Activation a);

}  // namespace laboratory::depth
