// A recurrent net that is unrolled over time, and its gradients by hand.
//
//   a_t = Wh h_{t-1} + Wx x_t + bh    h_t = g(a_t)    h_0 = 0    t = 1 ... T
//   L = c . h_T, or L = sum_t c . h_t, with a given slope c
//
// Wh: n x n. Wx: n x d. bh, c: n x 1. Rows of X (T x d), a and h (T x n) are time. A loss L(y) of
// any form has the gradients of this one, with c its gradient at y = h_T.
// Werbos, "Backpropagation through time: what it does and how to do it" (1990).
#pragma once

#include <span>
#include <vector>

#include "labs/bptt/params.h"
#include "num/matrix.h"

namespace laboratory::bptt {

constexpr Weight all_weights[] = {Weight::Wx, Weight::Wh, Weight::bh};

struct Weights {
  lab::Matrix Wx, Wh, bh;
  const lab::Matrix& of(Weight w) const { return w == Weight::Wx ? Wx : w == Weight::Wh ? Wh : bh; }
  lab::Matrix& of(Weight w) { return w == Weight::Wx ? Wx : w == Weight::Wh ? Wh : bh; }
};

struct Net {
  Activation activation = Activation::tanh;
  Loss loss = Loss::end;
  Weights weights;
  lab::Matrix X;
  std::vector<double> slope;  // c

  int steps() const { return X.rows; }
  int units() const { return weights.Wh.rows; }
  int inputs() const { return X.cols; }
  bool has_loss(int t) const { return loss == Loss::every || t == steps(); }  // t from 1
};

// a, h and the slopes g'(a): T x n, and the loss.
struct Forward {
  lab::Matrix a, h, slopes;
  double L = 0;
};

// arriving: dL/dh_t, deltas: dL/da_t = g'(a_t) . dL/dh_t, both T x n.
struct Backward {
  lab::Matrix arriving, deltas;
};

lab::Matrix zeros(int rows, int cols);
// The row of step t, counted from 1, of a matrix whose rows are time.
std::span<const double> at_time(const lab::Matrix& m, int t);

// The activation g and its slope; the slope at a kink is that from below.
double activate(Activation g, double a);
double activation_slope(Activation g, double a);

Forward forward(const Net& net);

// The same step by step, without the loss: room for all steps, of which step t, counted from 1,
// takes its row from the one before.
Forward before_first_step(const Net& net);
void take_step(const Net& net, int t, Forward& f);

// What reaches each step when every loss is followed through `keep` steps and no further, its own
// step among them: with keep = T the whole gradient, as by dL/dh_t = Wh^T delta_{t+1}.
Backward backward(const Net& net, const Forward& f, int keep);

// What a step multiplies by the weights: x_t, h_{t-1}, or 1. t counts from 1.
std::vector<double> input_of(const Net& net, const Forward& f, Weight w, int t);

// The share of step t in a gradient: delta_t times the transposed input of the step. Shares of all
// steps add up to the gradient.
lab::Matrix share(const Net& net, const Forward& f, const Backward& b, Weight w, int t);

// The gradient in parts: part j holds what lies j steps before its loss, j from 0 to T - 1. The sum
// of the first k parts is the gradient that is truncated to k terms.
std::vector<lab::Matrix> by_lag(const Net& net, const Forward& f, Weight w);

void add(lab::Matrix& sum, const lab::Matrix& term);
inline double norm(const lab::Matrix& m) { return num::norm(m.values); }
// Of two matrices as vectors; not a number where one of them is zero.
double cosine(const lab::Matrix& a, const lab::Matrix& b);

// The smallest |a| where the activation has a kink, of all steps or of step t, counted from 1;
// infinite where it has none.
double kink_distance(const Net& net, const Forward& f);
double kink_distance(const Net& net, const Forward& f, int t);

}  // namespace laboratory::bptt
