#include "nn/transformer.h"

#include <string>

#include "nn/op.h"
#include "nn/recurrent.h"

namespace nn {

Var causal_mask(Graph& graph, int tokens) {
  const Var allowed = graph.input({tokens, 1, tokens, 1}, "allowed");
  if (!allowed.valid()) return allowed;
  std::vector<float> earlier;
  for (int query = 0; query < tokens; ++query)
    for (int key = 0; key < tokens; ++key) earlier.push_back(key <= query ? 1.0f : 0.0f);
  graph.set(allowed, earlier);
  return allowed;
}

Heads attention_heads(Var x, int heads, std::string_view name, Var allowed,
                      std::span<const Var> gates) {
  if (!usable(x, "attention heads")) return {{x.graph, -1}, {}};
  Graph& g = *x.graph;
  const int width = g.shape(x).channels;
  if (heads < 1 || width % heads != 0)
    return {g.refuse(std::string(name) + ": " + std::to_string(heads) +
                     " heads do not divide a width of " + std::to_string(width)),
            {}};
  const std::string layer(name);
  const DenseOptions plain{.initial = xavier(), .bias = false};
  const Var queries = pointwise(x, width, layer + " queries", plain);
  const Var keys = pointwise(x, width, layer + " keys", plain);
  const Var values = pointwise(x, width, layer + " values", plain);
  const int each = width / heads;
  Heads all;
  std::vector<Var> found;
  for (int i = 0; i < heads; ++i) {
    const auto part = [&](Var of) { return channels(of, i * each, each); };
    const Attention head = attention(part(queries), part(keys), part(values), allowed);
    all.weights.push_back(head.weights);
    const auto gate = static_cast<std::size_t>(i);
    found.push_back(gate < gates.size() ? multiply(head.output, gates[gate]) : head.output);
  }
  all.output = pointwise(join_channels(found), width, layer + " mix", {.initial = xavier()});
  return all;
}

Heads transformer_block(Var x, int heads, std::string_view name, Var allowed,
                        std::span<const Var> gates) {
  if (!usable(x, "transformer block")) return {{x.graph, -1}, {}};
  const std::string layer(name);
  Heads block = attention_heads(token_norm(x, layer + " norm 1"), heads, name, allowed, gates);
  if (!usable(block.output, "transformer block")) return block;
  const int width = x.graph->shape(x).channels;
  const Var seen = add(x, block.output);
  const Var wide = gelu(pointwise(token_norm(seen, layer + " norm 2"), 4 * width, layer + " wide"));
  block.output = add(seen, pointwise(wide, width, layer + " narrow", {.initial = lecun()}));
  return block;
}

}  // namespace nn
