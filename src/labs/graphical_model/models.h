// Arrows of models and of encoders that are told of often, for as many nodes as there are.
#pragma once

#include "labs/graphical_model/params.h"
#include "num/digraph.h"

namespace laboratory::graphical_model {

// How many nodes there are. In a graph, z1, z2, … come first and x1, x2, … after them.
struct Sizes {
  int latents = 3, observed = 3;
  int nodes() const { return latents + observed; }
  int z(int step) const { return step; }            // counted from 0
  int x(int step) const { return latents + step; }  // likewise
  int pairs() const { return latents < observed ? latents : observed; }
  num::NodeSet latent() const { return num::only(latents) - 1; }
  bool is_latent(int node) const { return node < latents; }
};

// Not of `Model::own` or `Shape::own`.
num::Digraph model_graph(Model model, const Sizes& sizes);
num::Digraph encoder_graph(Shape shape, const Sizes& sizes);

}  // namespace laboratory::graphical_model
