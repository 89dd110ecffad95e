// The functions that calculations and formulas know, by name.
#pragma once

#include <cstdint>
#include <string_view>

namespace num {

// The derivatives of activations follow in the activations' own order.
enum class Function : std::uint8_t {
  log,
  exp,
  sqrt,
  abs,
  log2,
  log10,
  log1p,  // log(1 + x)
  expm1,  // exp(x) - 1
  sinh,
  cosh,
  sech,
  sign,
  step,  // 1 above 0, else 0
  sigmoid,
  relu,
  leaky,  // x above 0, else x / 100
  tanh,
  softplus,
  sigmoid_slope,
  relu_slope,
  leaky_slope,
  tanh_slope,
  softplus_slope,
  sum,   // of all entries
  mean,  // of all entries
  norm,  // the root of the sum of squares of all entries
  max,   // of all entries, or the larger of two, entry by entry
  min,
  softmax,  // of a vector, or of each column
  diag,     // a square matrix from a vector, and the diagonal of a square matrix
  transpose,
  // Ways to write what other nodes are, which the parser makes of them.
  fraction,    // \frac{a}{b}
  where,       // where(condition, a, b): a where it holds, else b
  outer,       // outer(a, b): a bᵀ
  dot,         // dot(a, b): the matrix product
  hadamard,    // multiply(a, b): entry by entry
  heaviside,   // heaviside(x, value at 0)
  quotient,    // divide(a, b)
  difference,  // subtract(a, b)
  plus,        // add(a, b)
  raise,       // power(a, b)
  square,
  negative,
  logaddexp,  // log(exp(a) + exp(b))
  greater,    // greater(a, b): 1 where a > b
  at_least,
  less,
  at_most,
  product,  // over an index: prod_i; of calculations also of all numbers of a list
  count     // how many entries there are
};

struct FunctionRow {
  std::string_view word;
  Function function;
  bool in_calculations;  // of plain numbers, too
};

// The row called `name`, in small letters; null if there is none.
const FunctionRow* function_row(std::string_view name);

// The first name of a function: "relu'" for the derivative of relu.
const char* name(Function f);

// True where f acts on every entry by itself.
bool is_entrywise(Function f);
bool is_activation(Function f);

// How many arguments f takes at most.
int most_arguments(Function f);

// The derivative of an activation, and back.
Function slope_of(Function activation);
bool is_slope(Function f);
Function activation_of(Function slope);

// f(x) of an entrywise function; NaN or infinite where it is not defined.
double apply(Function f, double x);

// How far x is from where f jumps or bends; huge for smooth functions.
double distance_to_kink(Function f, double x);

}  // namespace num
