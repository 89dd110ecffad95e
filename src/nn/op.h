// One operation of a graph, for the files that define operations.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nn/conv.h"
#include "nn/graph.h"
#include "nn/pool.h"

namespace nn {

// What an operation sees when it runs. Pointers by tensor; a gradient is null where none is asked
// for.
struct Pass {
  float* const* value;
  float* const* gradient;
  const Shape* shape;
  float* scratch;  // as many floats as the operation asked for, shared by all
  bool training;
  std::uint64_t seed;   // of noise
  std::uint64_t count;  // number of the forward pass
  Weights* weights;
};

// `backward` turns the gradient of the result into that of each input that has one; `into[i]` says
// whether input i is the first of its tensor's uses to do so. Inputs are served in order.
struct Kind {
  const char* name;
  void (*forward)(const Op&, const Pass&);
  void (*backward)(const Op&, const Pass&, const Into* into);
};

struct Op {
  const Kind* kind = nullptr;
  std::vector<int> in;
  int out = -1;
  int m = 0, n = 0, k = 0, l = 0;  // sizes or indices, as each kind says
  float a = 0, b = 0;              // numbers, likewise
  ConvShape conv;
  PoolShape pool;
  std::int64_t products = 0;          // multiplications with an addition in one forward run
  std::size_t scratch = 0, keep = 0;  // floats for one run, and from forward to backward
  float* kept = nullptr;              // `keep` floats
  int view = -1;           // >= 0: the result is part of this tensor's memory, and nothing is run
  std::size_t offset = 0;  // where in it
  bool detached = false;   // a view that passes no gradient on

  const float* value(const Pass& p, int i) const {
    return p.value[in[static_cast<std::size_t>(i)]];
  }
  float* gradient(const Pass& p, int i) const {
    return p.gradient[in[static_cast<std::size_t>(i)]];
  }
  const Shape& shape(const Pass& p, int i) const {
    return p.shape[in[static_cast<std::size_t>(i)]];
  }
  float* result(const Pass& p) const { return p.value[out]; }
  const float* result_gradient(const Pass& p) const { return p.gradient[out]; }
};

// True when all are valid tensors of one graph. Otherwise the graph of the first, if any, may
// record nothing; a mixture of graphs is refused there with a sentence.
bool usable(std::span<const Var> vars, const char* operation);
inline bool usable(Var a, const char* operation) { return usable({&a, 1}, operation); }
inline bool usable(Var a, Var b, const char* operation) {
  const Var both[] = {a, b};
  return usable(both, operation);
}

// "add: the shapes 3 x 2 and 4 x 2 do not match"
Var refuse_shapes(const char* operation, Var a, Var b);

// y[i] (+)= x[i]
void pour(const float* x, float* y, std::size_t n, Into into);

}  // namespace nn
