// Recurrent cells and attention, composed of other operations.
#pragma once

#include <string_view>

#include "nn/layers.h"

namespace nn {

// How the matrices of a cell start: W, which the input meets, and U, which the state before meets.
// With `lecun(g)`, U is Gaussian with entries of variance g^2 / width, so that its spectral radius
// is near g; `orthogonal()` keeps every length (Saxe et al. 2014), and `identity()` with ReLU is
// the start of Le, Jaitly & Hinton (2015). Layers are "<name> weight" and "<name> recurrent
// weight"; where a cell has several sums, the name of each stands between.
struct CellStart {
  Initial input = xavier(), recurrent = xavier();
};

// W x + U h + b, which every cell and gate begins with. x: features x batch, h: width x batch. b
// starts at `bias`.
Var recurrent_sum(Var x, Var h, std::string_view name, const CellStart& start = {}, float bias = 0);

// tanh(W x + U h + b). Elman (1990).
Var rnn_cell(Var x, Var h, std::string_view name, const CellStart& start = {});

// f, i, o = sigmoid(W x + U h + b), g = tanh(...); cell = f cell + i g; output = o tanh(cell). The
// forget gate's b starts at `forget_bias`, all others at 0: the larger, the longer the cell is kept
// at first. Hochreiter & Schmidhuber (1997), Gers et al. (2000), Jozefowicz et al. (2015).
struct LstmState {
  Var output, cell;
};
LstmState lstm_cell(Var x, const LstmState& state, std::string_view name,
                    const CellStart& start = {}, float forget_bias = 1);

// r, u = sigmoid(W x + U h + b), n = tanh(W' x + b' + r (U' h + c)); u h + (1 - u) n. The update
// gate's b starts at `update_bias`, all others at 0: the larger, the longer h is kept at first. Cho
// et al. (2014).
Var gru_cell(Var x, Var h, std::string_view name, const CellStart& start = {},
             float update_bias = 0);

// Columns of `values` weighed by softmax(keys' queries / sqrt(d)) for each example; d channels in
// queries and keys, places are tokens. `allowed` (keys x 1 x queries x batch or x 1), if valid, is
// 0 where a query may not look. Vaswani et al. (2017).
struct Attention {
  Var output;   // channels of values x queries x batch
  Var weights;  // keys x queries x batch, columns sum to 1
};
Attention attention(Var queries, Var keys, Var values, Var allowed = {});

}  // namespace nn
