// Gradients of a graph against central differences.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "nn/graph.h"
#include "nn/operations.h"

namespace check {

struct Result {
  double error = 0;   // the largest |gradient - difference| / (1 + the largest |difference|)
  std::string where;  // which tensor it was met in
};

using Build = std::function<nn::Var(nn::Graph&, const std::vector<nn::Var>&)>;

// The gradients of f = sum_i r_i y_i, y what `build` makes of inputs of these shapes and r random,
// with respect to each number of each input and parameter, against
//   (8 (f(x + h) - f(x - h)) - (f(x + 2 h) - f(x - 2 h))) / (12 h),  h = 1/32,
// f summed in double. Its truncation is h^4 f'''''/30, 3e-8 f''''', and the rounding of y to floats
// adds some 1e-6. Inputs are `shift` + standard normal numbers, at least `gap` from 0, as kinks
// need.
Result gradient(const std::vector<nn::Shape>& inputs, const Build& build, double gap = 0,
                double shift = 0, std::uint64_t seed = 1);

// One operation: its name for messages, the shapes of its inputs, and what `gradient` takes.
struct Case {
  std::string name;
  std::vector<nn::Shape> inputs;
  Build build;
  double gap = 0, shift = 0;
};

// Checks that the gradients of each are its central differences.
void try_all(const std::vector<Case>& cases);

// Five numbers a column: one packet and a rest.
inline const nn::Shape five = nn::vectors(5, 3);
inline const nn::Shape maps{3, 5, 4, 2};

// An input without a gradient that holds `labels`.
nn::Var input_labels(nn::Graph& g, const nn::Shape& shape, const std::vector<float>& labels);

}  // namespace check
