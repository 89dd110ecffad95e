// What a person can choose in the laboratory of the Siamese network.
#pragma once

#include <limits>

#include "lab/fields.h"

namespace laboratory::siamese {

enum class Merge : std::uint8_t { difference, sum, product, distance };
enum class Activation : std::uint8_t { relu, leaky, tanh, sigmoid };

// The nodes of the network's graph, in the order in which the field `node` names them; the graph's
// figure uses the names as ids.
enum class Node : std::uint8_t { follow, X, Xp, W1, b1, z1, z2, a1, a2, a, W2, b2, z3, yhat, Y, J };
constexpr int siamese_node_count = 16;

// What the pictures are about: all there is; the shapes; one link of the chain rule, without what
// the gradients of the weights are checked by.
enum class View : std::uint8_t { all, shapes, link };

// Stops of the walk: 8 forward and 11 backward.
constexpr int stops = 19;

struct Params {
  int D = 2, Da = 3, m = 2;
  Merge merge = Merge::difference;
  Activation activation = Activation::relu;
  lab::Matrix W1, b1, W2, X, Xp, Y;
  double b2 = std::numeric_limits<double>::quiet_NaN();
  int seed = 4;   // each twin has nodes of its own at work, and one node is at work in both
  int step = 15;  // where the gradient passes the minus sign
  int example = 1;
  int train = 0;
  Node node = Node::follow;
  View view = View::all;

  // Tables that are left out are drawn from the seed at the sizes D, Da and m; one that is given
  // says for itself how large it is, so a size that a person sets takes its tables back.
  void declare(lab::Fields& f) {
    constexpr int side = 12;
    constexpr lab::Bounds<double> entries = {-100, 100};
    f.whole("D", D, {1, side}, "inputs D").on_set_clear({"W1", "X", "Xp"});
    f.whole("Da", Da, {1, side}, "hidden nodes Dₐ").on_set_clear({"W1", "b1", "W2"});
    f.whole("m", m, {1, side}, "examples m").on_set_clear({"X", "Xp", "Y"});
    f.choice("merge", merge, {"a1-a2", "a1+a2", "a1*a2", "|a1-a2|"}, "merge of the twins");
    f.choice("activation", activation, {"relu", "leaky", "tanh", "sigmoid"}, "activation");
    f.optional_table("W1", W1, {side, side}, entries, "weights W1").extra();
    f.optional_table("b1", b1, {side, side}, entries, "biases b1").extra();
    f.optional_table("W2", W2, {side, side}, entries, "weights W2").extra();
    f.auto_real("b2", b2, entries, "bias b2").extra();
    f.optional_table("X", X, {side, side}, entries, "first inputs X").extra();
    f.optional_table("Xp", Xp, {side, side}, entries, "second inputs X′").extra();
    f.optional_table("Y", Y, {side, side}, {0, 1}, "labels Y").extra();
    f.whole("seed", seed, {0, 999999}, "seed").extra();
    f.whole("step", step, {0, stops}, "node of the walk").horizon().on_set_clear({"node"});
    f.whole("example", example, {1, side}, "example shown").looks_only();
    f.whole("train", train, {0, 600}, "training steps on pairs of glyphs").extra();
    f.choice("node", node,
             {"follow", "X", "Xp", "W1", "b1", "z1", "z2", "a1", "a2", "a", "W2", "b2", "z3",
              "yhat", "Y", "J"},
             "node looked at")
        .looks_only()
        .picked();
    f.choice("view", view, {"all", "shapes", "link"}, "pictures").looks_only().extra();
  }
};

}  // namespace laboratory::siamese
