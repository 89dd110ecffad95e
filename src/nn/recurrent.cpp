#include "nn/recurrent.h"

#include <cmath>

#include "nn/op.h"

namespace nn {
namespace {

int width_of(Var h) { return h.valid() ? h.graph->shape(h).features() : 0; }

}  // namespace

Var recurrent_sum(Var x, Var h, std::string_view name, const CellStart& start, float bias) {
  if (!usable(x, h, "recurrent sum")) return {x.graph, -1};
  const std::string layer(name);
  const int width = width_of(h);
  const Var from_x = dense(x, width, layer, {.initial = start.input, .bias_start = bias});
  return add(from_x,
             dense(h, width, layer + " recurrent", {.initial = start.recurrent, .bias = false}));
}

Var rnn_cell(Var x, Var h, std::string_view name, const CellStart& start) {
  if (!usable(x, h, "rnn cell")) return {x.graph, -1};
  return tanh(recurrent_sum(x, h, name, start));
}

LstmState lstm_cell(Var x, const LstmState& state, std::string_view name, const CellStart& start,
                    float forget_bias) {
  const Var h = state.output;
  if (!usable(x, h, "lstm cell")) return {{x.graph, -1}, {x.graph, -1}};
  const std::string layer(name);
  const Var forget = sigmoid(recurrent_sum(x, h, layer + " forget", start, forget_bias));
  const Var enter = sigmoid(recurrent_sum(x, h, layer + " input", start));
  const Var leave = sigmoid(recurrent_sum(x, h, layer + " output", start));
  const Var fresh = tanh(recurrent_sum(x, h, layer + " candidate", start));
  const Var cell = add(multiply(forget, state.cell), multiply(enter, fresh));
  return {multiply(leave, tanh(cell)), cell};
}

Var gru_cell(Var x, Var h, std::string_view name, const CellStart& start, float update_bias) {
  if (!usable(x, h, "gru cell")) return {x.graph, -1};
  const int width = width_of(h);
  const std::string layer(name);
  const Var reset = sigmoid(recurrent_sum(x, h, layer + " reset", start));
  const Var keep = sigmoid(recurrent_sum(x, h, layer + " update", start, update_bias));
  const Var past = dense(h, width, layer + " candidate recurrent", {.initial = start.recurrent});
  const Var now = dense(x, width, layer + " candidate", {.initial = start.input});
  const Var fresh = tanh(add(now, multiply(reset, past)));
  return add(fresh, multiply(keep, subtract(h, fresh)));  // keep h + (1 - keep) fresh
}

Attention attention(Var queries, Var keys, Var values, Var allowed) {
  if (!usable(queries, keys, "attention")) return {{queries.graph, -1}, {queries.graph, -1}};
  Graph& g = *queries.graph;
  const float width = static_cast<float>(g.shape(queries).channels);
  Var scores = scale(matmul(keys, queries, true), 1 / std::sqrt(width));
  if (allowed.valid() && scores.valid()) {
    const float far = -1e30f;  // e^far is 0, and far - far is not NaN
    scores = mask(scores, allowed, far);
  }
  const Var weights = softmax(scores);
  return {matmul(values, weights), weights};
}

}  // namespace nn
