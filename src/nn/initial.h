// How weights are drawn before training.
#pragma once

#include <span>

#include "num/rng.h"

namespace nn {

// The law of an initial weight. Fan in f and fan out g count what a weight's row sums over and what
// its input feeds.
struct Initial {
  enum class Law {
    constant,    // every number `scale`
    normal,      // N(0, scale^2)
    xavier,      // N(0, scale^2 2 / (f + g)): Glorot & Bengio (2010)
    he,          // N(0, scale^2 2 / f): He et al. (2015)
    lecun,       // N(0, scale^2 / f): LeCun et al., "Efficient BackProp" (1998)
    orthogonal,  // scale Q, rows or columns orthonormal: Saxe, McClelland & Ganguli (2014)
    identity,    // scale on the diagonal, 0 elsewhere
  };
  Law law = Law::he;
  float scale = 1;
};

constexpr Initial constant(float value) { return {Initial::Law::constant, value}; }
constexpr Initial normal(float sigma) { return {Initial::Law::normal, sigma}; }
constexpr Initial xavier(float gain = 1) { return {Initial::Law::xavier, gain}; }
constexpr Initial he(float gain = 1) { return {Initial::Law::he, gain}; }
constexpr Initial lecun(float gain = 1) { return {Initial::Law::lecun, gain}; }
constexpr Initial orthogonal(float gain = 1) { return {Initial::Law::orthogonal, gain}; }
constexpr Initial identity(float gain = 1) { return {Initial::Law::identity, gain}; }

// Fills the column-major `rows` x `columns` matrix `to`.
void draw(std::span<float> to, int rows, int columns, int fan_in, int fan_out,
          const Initial& initial, num::Rng& rng);

}  // namespace nn
