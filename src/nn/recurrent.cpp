#include "nn/recurrent.h"

#include <cmath>

#include "nn/op.h"

namespace nn {
namespace {

// W x + U h (+ b), the sum that every gate starts with.
Var gate(Var x, Var h, int width, std::string_view name, const char* which, const Initial& initial,
         float bias_start = 0) {
  const std::string layer = std::string(name) + which;
  const Var from_x = dense(x, width, layer, {.initial = initial, .bias_start = bias_start});
  return add(from_x, dense(h, width, layer + " recurrent", {.initial = initial, .bias = false}));
}

int width_of(Var h) { return h.valid() ? h.graph->shape(h).features() : 0; }

}  // namespace

Var rnn_cell(Var x, Var h, std::string_view name, const Initial& initial) {
  if (!usable(x, h, "rnn cell")) return {x.graph, -1};
  return tanh(gate(x, h, width_of(h), name, "", initial));
}

LstmState lstm_cell(Var x, const LstmState& state, std::string_view name, const Initial& initial) {
  const Var h = state.output;
  if (!usable(x, h, "lstm cell")) return {{x.graph, -1}, {x.graph, -1}};
  const int width = width_of(h);
  const Var forget = sigmoid(gate(x, h, width, name, " forget", initial, 1));
  const Var enter = sigmoid(gate(x, h, width, name, " input", initial));
  const Var leave = sigmoid(gate(x, h, width, name, " output", initial));
  const Var fresh = tanh(gate(x, h, width, name, " candidate", initial));
  const Var cell = add(multiply(forget, state.cell), multiply(enter, fresh));
  return {multiply(leave, tanh(cell)), cell};
}

Var gru_cell(Var x, Var h, std::string_view name, const Initial& initial) {
  if (!usable(x, h, "gru cell")) return {x.graph, -1};
  const int width = width_of(h);
  const std::string layer(name);
  const Var reset = sigmoid(gate(x, h, width, name, " reset", initial));
  const Var keep = sigmoid(gate(x, h, width, name, " update", initial));
  const Var past = dense(h, width, layer + " candidate recurrent", {.initial = initial});
  const Var now = dense(x, width, layer + " candidate", {.initial = initial});
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
