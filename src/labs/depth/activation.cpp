#include "labs/depth/activation.h"

namespace laboratory {
namespace {

constexpr float leak = 0.01f;

}  // namespace

LayerActivation activation(Mix mix, int layer) {
  switch (mix) {
    case Mix::alternate:
      return layer % 2 == 0 ? LayerActivation::tanh : LayerActivation::relu;
    case Mix::alternate_leaky:
      return layer % 2 == 0 ? LayerActivation::tanh : LayerActivation::leaky;
    case Mix::tanh:
      return LayerActivation::tanh;
    case Mix::relu:
      return LayerActivation::relu;
    case Mix::leaky:
      return LayerActivation::leaky;
    case Mix::gelu:
      return LayerActivation::gelu;
    case Mix::sigmoid:
      return LayerActivation::sigmoid;
  }
  return LayerActivation::tanh;
}

nn::Var activate(LayerActivation a, nn::Var z) {
  switch (a) {
    case LayerActivation::tanh:
      return nn::tanh(z);
    case LayerActivation::relu:
      return nn::relu(z);
    case LayerActivation::leaky:
      return nn::leaky_relu(z, leak);
    case LayerActivation::gelu:
      return nn::gelu(z);
    case LayerActivation::sigmoid:
      return nn::sigmoid(z);
  }
  return z;
}

float relative_slope(LayerActivation kind, float a) {
  switch (kind) {
    case LayerActivation::tanh:
      return (1 - a) * (1 + a);
    case LayerActivation::sigmoid:
      return 4 * a * (1 - a);
    case LayerActivation::relu:
      return a > 0 ? 1.0f : 0.0f;
    default:
      return 1;
  }
}

bool saturates(LayerActivation a) {
  return a == LayerActivation::tanh || a == LayerActivation::sigmoid;
}

}  // namespace laboratory
