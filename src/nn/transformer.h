// Blocks of a Transformer, composed of other operations.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "nn/layers.h"

namespace nn {

// Several heads of attention over x (width x 1 x tokens x batch): each makes queries, keys and
// values of width / heads channels, and what they look up is joined and mixed by "<name> mix".
// `heads` divides the width. `allowed` is as in nn/recurrent.h. `gates`, if there are any, has a
// single number for each head by which its result is multiplied: 0 switches a head off. Vaswani et
// al. (2017), section 3.2.2.
struct Heads {
  Var output;                // width x 1 x tokens x batch
  std::vector<Var> weights;  // of each head: keys x 1 x queries x batch, columns sum to 1
};
Heads attention_heads(Var x, int heads, std::string_view name, Var allowed = {},
                      std::span<const Var> gates = {});

// An input that lets each of the tokens look at itself and at earlier ones: 1 there and 0
// elsewhere, keys x 1 x queries x 1.
Var causal_mask(Graph& graph, int tokens);

// A block with norms before its parts: x + heads(norm x), and of that y + net(norm y), where the
// net widens each token four times, applies GELU and narrows it again. Xiong et al. (2020).
Heads transformer_block(Var x, int heads, std::string_view name, Var allowed = {},
                        std::span<const Var> gates = {});

}  // namespace nn
