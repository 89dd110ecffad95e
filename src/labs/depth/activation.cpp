#include "labs/depth/activation.h"

namespace laboratory::depth {
namespace {

constexpr float leak = 0.01f;

}  // namespace

Activation activation(Mix mix, int layer) {
  switch (mix) {
    case Mix::alternate:
      return layer % 2 == 0 ? Activation::tanh : Activation::relu;
    case Mix::alternate_leaky:
      return layer % 2 == 0 ? Activation::tanh : Activation::leaky;
    case Mix::tanh:
      return Activation::tanh;
    case Mix::relu:
      return Activation::relu;
    case Mix::leaky:
      return Activation::leaky;
    case Mix::gelu:
      return Activation::gelu;
    case Mix::sigmoid:
      return Activation::sigmoid;
  }
  return Activation::tanh;
}

nn::Var activate(Activation a, nn::Var z) {
  switch (a) {
    case Activation::tanh:
      return nn::tanh(z);
    case Activation::relu:
      return nn::relu(z);
    case Activation::leaky:
      return nn::leaky_relu(z, leak);
    case Activation::gelu:
      return nn::gelu(z);
    case Activation::sigmoid:
      return nn::sigmoid(z);
  }
  return z;
}

float relative_slope(Activation kind, float a) {
  switch (kind) {
    case Activation::tanh:
      return (1 - a) * (1 + a);
    case Activation::sigmoid:
      return 4 * a * (1 - a);
    case Activation::relu:
      return a > 0 ? 1.0f : 0.0f;
    default:
      return 1;
  }
}

bool saturates(Activation a) { return a == Activation::tanh || a == Activation::sigmoid; }

}  // namespace laboratory::depth
