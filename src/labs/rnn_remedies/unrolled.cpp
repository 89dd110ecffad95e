#include "labs/rnn_remedies/unrolled.h"

#include <cmath>
#include <span>
#include <string>

#include "labs/rnn_remedies/sequences.h"
#include "nn/layers.h"
#include "nn/losses.h"
#include "nn/recurrent.h"

namespace laboratory::rnn_remedies {
namespace {

nn::Initial recurrent_start(const Params& p) {
  const auto gain = static_cast<float>(p.gain);
  switch (p.init) {
    case Start::gaussian:
      return nn::lecun(gain);
    case Start::orthogonal:
      return nn::orthogonal(gain);
    case Start::identity:
      return nn::identity(gain);
  }
  return nn::lecun(gain);
}

nn::Var activate(Activation activation, nn::Var sum) {
  switch (activation) {
    case Activation::tanh:
      return nn::tanh(sum);
    case Activation::relu:
      return nn::relu(sum);
    case Activation::softplus:
      return nn::softplus(sum);
    case Activation::sigmoid:
      return nn::sigmoid(sum);
    case Activation::linear:
      return sum;
  }
  return sum;
}

// One step of time, from the state before to the next.
class Step {
 public:
  explicit Step(const Params& p) : p_(p), start_{nn::lecun(), recurrent_start(p)} {}

  nn::LstmState operator()(nn::Var x, const nn::LstmState& before, int t) const {
    const auto bias = static_cast<float>(p_.gate_bias);
    switch (p_.cell) {
      case Cell::lstm: {
        const nn::LstmState next = nn::lstm_cell(x, before, "cell", start_, 1 + bias);
        return {next.output, nn::scale(next.cell, 1)};
      }
      case Cell::gru:
        return {nn::gru_cell(x, before.output, "cell", start_, bias), {}};
      case Cell::plain:
        break;
    }
    nn::Var sum = nn::recurrent_sum(x, before.output, "cell", start_);
    const std::string moments = "step " + std::to_string(t + 1);
    if (p_.bn) sum = nn::batch_norm(sum, "norm", {.moments = moments});
    return {activate(p_.activation, sum), {}};
  }

 private:
  const Params& p_;
  nn::CellStart start_;
};

}  // namespace

Unrolled unroll(nn::Graph& graph, const Params& p, int count) {
  const int steps = length(p), outputs = output_width(p.task);
  const bool adding = p.task == Task::adding;
  Unrolled net;
  net.inputs = graph.input(nn::vectors(input_width(p.task), steps * count), "inputs");
  net.targets = graph.input(nn::vectors(1, adding ? count : steps * count), "targets");
  const nn::Var nothing = graph.input(nn::vectors(p.hidden, count), "state before");
  nn::LstmState state{nothing, p.cell == Cell::lstm ? nothing : nn::Var{}};
  const Step step(p);
  for (int t = 0; t < steps; ++t) {
    if (p.truncate > 0 && t > 0 && (steps - t) % p.truncate == 0) {
      state.output = nn::detach(state.output);
      if (state.cell.valid()) state.cell = nn::detach(state.cell);
    }
    state = step(nn::examples(net.inputs, t * count, count), state, t);
    net.states.push_back(state.output);
    if (state.cell.valid()) net.carried.push_back(state.cell);
  }
  const nn::DenseOptions readout{.initial = nn::lecun()};
  if (adding) {
    const nn::Var sum = nn::dense(net.states.back(), outputs, "output", readout);
    net.loss = net.last = nn::scale(nn::l2_loss(sum, net.targets), 2);  // without the half
    return net;
  }
  const nn::Var logits = nn::dense(nn::join_examples(net.states), outputs, "output", readout);
  net.loss = nn::softmax_cross_entropy(logits, net.targets);
  const int from = (steps - 1) * count;
  net.last = nn::softmax_cross_entropy(nn::examples(logits, from, count),
                                       nn::examples(net.targets, from, count));
  return net;
}

void keep_unit_rows(std::span<float> matrix, int hidden) {
  const auto n = static_cast<std::size_t>(hidden);
  for (std::size_t i = 0; i < n; ++i) {
    double square = 0;
    for (std::size_t j = 0; j < n; ++j) {
      const auto x = static_cast<double>(matrix[i + n * j]);
      square += x * x;
    }
    if (!(square > 0)) continue;
    const auto factor = static_cast<float>(1 / std::sqrt(square));
    for (std::size_t j = 0; j < n; ++j) matrix[i + n * j] *= factor;
  }
}

}  // namespace laboratory::rnn_remedies
