// The formulas of backpropagation through time, written for a number of steps: their names, and the
// gradient with its usual slips.
#pragma once

#include <string>
#include <vector>

#include "labs/bptt/net.h"
#include "num/symbol.h"

namespace exercises {

// The gradient by one kind of weight of a net that is unrolled over T steps.
struct TimeQuestion {
  laboratory::bptt::Params net;
  laboratory::bptt::Weight weight = laboratory::bptt::Weight::Wx;
  int T = 3;  // steps that formulas are tried with

  bool every() const { return net.loss == laboratory::bptt::Loss::every; }
};

// "σ" as formulas are tried with it: that of the lab, or tanh where its slope is 1 everywhere.
const char* tried_activation(const TimeQuestion& q);

// "Wx", "Wh", "bh", and "∂L/∂Wx".
std::string weight_name(laboratory::bptt::Weight w);
std::string gradient_name(laboratory::bptt::Weight w);

// T, the weights, and for each step x, a, h, D = diag(σ′(a)), the gradient of its loss and, with
// `jacobians`, J = ∂h/∂h of the step before. Sides differ, so that only the right product has the
// right shape.
std::vector<num::Symbol> names_in_time(const TimeQuestion& q, bool jacobians);

// "∇L" at the end, or "∇L2" where each step has a loss.
std::string slope_of_loss(const TimeQuestion& q, int step);

// A name of step t: "D2".
std::string numbered(const char* letter, int t);

// What step t multiplies by the weights, transposed: "x2ᵀ", "h1ᵀ", or nothing for the biases.
std::string input_in_time(laboratory::bptt::Weight w, int t);

// What may go wrong on the way from the loss at step s back to step t.
enum class Slip : std::uint8_t {
  none,
  reversed,       // the factors in the order of an untransposed product
  too_many,       // the step's own Jacobian comes in as well
  too_few,        // the product begins a step late
  one_step_on,    // on to h of the step before
  no_slopes,      // no σ′ at all
  no_own_slope,   // the step's own σ′ is missing
  no_own_turned,  // the same, with the factors in the order of an untransposed product
  slope_last,     // the step's own σ′ stands beside the loss
  slopes_first,   // in each factor σ′ stands before the weights
  untransposed,   // Wh in place of its transpose
};

// The whole gradient, with one slip in every term.
std::string gradient_in_time(const TimeQuestion& q, Slip slip);
// The terms of step T alone.
std::string last_terms(const TimeQuestion& q);
// Every step's δ with the input of the last step.
std::string with_last_input(const TimeQuestion& q);

}  // namespace exercises
