// Recurrent cells and attention, composed of other operations.
#pragma once

#include <string_view>

#include "nn/layers.h"

namespace nn {

// tanh(W x + U h + b). x: features x batch, h: width x batch. Elman (1990).
Var rnn_cell(Var x, Var h, std::string_view name, const Initial& initial = xavier());

// f, i, o = sigmoid(W x + U h + b), g = tanh(...); cell = f cell + i g; output = o tanh(cell). The
// forget gate's bias starts at 1. Hochreiter & Schmidhuber (1997), Gers et al. (2000).
struct LstmState {
  Var output, cell;
};
LstmState lstm_cell(Var x, const LstmState& state, std::string_view name,
                    const Initial& initial = xavier());

// r, u = sigmoid(W x + U h + b), n = tanh(W' x + b' + r (U' h + c)); u h + (1 - u) n. Cho et al.
// (2014).
Var gru_cell(Var x, Var h, std::string_view name, const Initial& initial = xavier());

// Columns of `values` weighed by softmax(keys' queries / sqrt(d)) for each example; d channels in
// queries and keys, places are tokens. `allowed` (keys x 1 x queries x batch or x 1), if valid, is
// 0 where a query may not look. Vaswani et al. (2017).
struct Attention {
  Var output;   // channels of values x queries x batch
  Var weights;  // keys x queries x batch, columns sum to 1
};
Attention attention(Var queries, Var keys, Var values, Var allowed = {});

}  // namespace nn
