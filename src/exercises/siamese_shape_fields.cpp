#include "exercises/siamese_shape_fields.h"

#include <string>
#include <utility>

namespace exercises {
namespace {

using SiameseParams = laboratory::siamese::Params;

std::vector<num::Symbol> sizes(const SiameseParams& p) {
  const auto size = [](const char* name, int value, std::vector<std::string> also) {
    num::Symbol s{name};
    s.low = s.high = value;
    s.whole = true;
    s.also = std::move(also);
    return s;
  };
  num::Symbol m = size("m", p.m, {"n"});
  m.counts_examples = true;
  return {size("D", p.D, {}), size("D_a", p.Da, {"D_{a1}", "Dh"}), std::move(m)};
}

// What is said of a right shape: with examples as columns, and as rows where that is another.
struct Praise {
  std::string own, across = {};
};

exam::AnswerField field(const SiameseParams& p, const char* id, const char* label, const char* rows,
                        const char* cols, Praise praise, std::vector<exam::ShapeMistake> mistakes,
                        std::string cure = "") {
  exam::ShapeAnswer shape{rows, cols, sizes(p), std::move(mistakes), true, std::move(cure)};
  shape.praise_across = std::move(praise.across);
  return {id, label, std::move(shape), std::move(praise.own)};
}

exam::AnswerField w1(const SiameseParams& p) {
  return field(
      p, "W1", "shape of W1", "D_a", "D",
      {"W1 takes the D entries of x to the Dₐ hidden nodes: Dₐ × D times D × 1 gives Dₐ × 1.",
       "With examples as rows, x W1 takes D entries to the Dₐ hidden nodes: 1 × D times D × Dₐ "
       "gives 1 × Dₐ."},
      {{"D_a", "m",
        "The examples are no part of a weight: one W1 serves any number of them. W1 turns the D "
        "entries of x into the entries of z1."},
       {"D_a", "2 D",
        "The twins are not joined before W1: each sees one input of D entries, and both use the "
        "same W1."}});
}

exam::AnswerField b1(const SiameseParams& p) {
  return field(
      p, "b1", "shape of b1", "D_a", "1",
      {"One bias for each hidden node, in a column like W1 x; over a batch it is added to every "
       "column.",
       "One bias for each hidden node, in a row like x W1; over a batch it is added to every row."},
      {{"1", "1", "One bias would move all hidden nodes alike. Each node has its own."},
       {"D", "1", "b1 is added to W1 x, which has an entry for each hidden node.",
        "b1 is added to x W1, which has an entry for each hidden node."},
       {"D_a", "m",
        "All examples share one b1, which is added to each of them. The parameter itself has one "
        "entry for each hidden node."}},
      "b1 is added to W1 x (with examples as rows, to x W1), which has an entry for each hidden "
      "node.");
}

exam::AnswerField w2(const SiameseParams& p) {
  return field(
      p, "W2", "shape of W2", "1", "D_a",
      {"z3 = W2 a + b2 is a single number, so W2 is a row as long as a.",
       "With examples as rows a is 1 × Dₐ, and a W2 is a single number, so W2 is a column."},
      {{"D_a", "1",
        "With W2 as a column the product W2 a does not exist: a is Dₐ × 1, too. Which shape "
        "makes W2 a a single number?",
        "With examples as rows a is 1 × Dₐ. With W2 as a row, too, the product a W2 does not "
        "exist."},
       {"1", "2 D_a", "The twins are merged entry by entry, so a is no longer than a1 alone."},
       {"1", "D", "W2 does not see x. It acts on a, which has an entry for each hidden node."}});
}

exam::AnswerField b2(const SiameseParams& p) {
  return field(p, "b2", "shape of b2", "1", "1", {"b2 is added to the single number W2 a."},
               {{"D_a", "1", "b2 is added to W2 a, which is one number for each example."},
                {"1", "m",
                 "All examples share one b2. Written out for a batch it is repeated, and it "
                 "remains a single parameter."}},
               "b2 is added to W2 a. How many numbers is that for one example?");
}

// The two inputs of a pair may be kept in one block.
exam::AnswerField inputs(const SiameseParams& p) {
  exam::AnswerField f =
      field(p, "X", "shape of X (and of X′), all examples together", "D", "m",
            {"m columns of D entries, one for each pair; X′ likewise.",
             "m rows of D entries, one for each pair; X′ likewise."},
            {{"D", "1", "That is one example. Together they stand side by side as columns.",
              "That is one example. Together they stand one below the other as rows."},
             {"2 D", "m",
              "The two inputs of a pair are not stacked: X holds the first ones and X′ the second "
              "ones."},
             {"D", "2 m", "X and X′ are two matrices; each holds one input of every pair."}});
  auto& shape = std::get<exam::ShapeAnswer>(f.kind);
  shape.block = {"2", "D", "m"};
  shape.block_note =
      "A block with three sides is no matrix: it holds X and X′ together, each of which is D × m.";
  return f;
}

exam::AnswerField labels(const SiameseParams& p) {
  return field(p, "Y", "shape of Y, the labels of all examples", "1", "m",
               {"One number for each pair, in a row like ŷ.",
                "One number for each pair, in a column like ŷ."},
               {{"1", "1", "That is the label of one pair, and there are m pairs."},
                {"D", "m", "A label says same or different: one number for each pair, not D."}},
               "Y holds the labels. How many numbers is one label, and how many pairs are there?");
}

// What has an entry for each hidden node and each pair.
exam::AnswerField per_node(const SiameseParams& p, const char* id, const char* label,
                           const std::string& what) {
  return field(p, id, label, "D_a", "m",
               {what + " has Dₐ entries for a pair, and a column for each of the m pairs.",
                what + " has Dₐ entries for a pair, and a row for each of the m pairs."},
               {{"D_a", "1", "That is one pair. How many are there?"},
                {"D", "m", "W1 has taken the D inputs to the hidden nodes by then."},
                {"2 D_a", "m", "The twins are not stacked: they are merged entry by entry."}});
}

// What is one number for each pair.
exam::AnswerField per_pair(const SiameseParams& p, const char* id, const char* label,
                           const std::string& what) {
  return field(p, id, label, "1", "m",
               {what + " is one number for each pair, in a row.",
                what + " is one number for each pair, in a column."},
               {{"1", "1", "That is one pair. How many are there?"},
                {"D_a", "m", "W2 has made one number of the Dₐ entries by then."}});
}

// The gradient of a parameter has its shape, whatever the number of examples.
exam::AnswerField gradient_of(exam::AnswerField parameter, const char* id, const char* label,
                              const std::string& name) {
  parameter.id = id;
  parameter.label = label;
  const std::string why = "J is one number, so ∂J/∂" + name + " has the shape of " + name +
                          ": an entry for each entry. ";
  parameter.praise = why + parameter.praise;
  auto& shape = std::get<exam::ShapeAnswer>(parameter.kind);
  shape.praise_across = why + shape.praise_across;
  shape.cure = "A gradient of one number has the shape of what it belongs to, " + name + ".";
  return parameter;
}

}  // namespace

exam::Form given_shapes(const SiameseParams& p) {
  return {w1(p), b1(p), w2(p), b2(p), inputs(p), labels(p)};
}

exam::Form shapes_on_the_way(const SiameseParams& p) {
  return {w1(p),
          per_node(p, "Z1", "shape of z1, all examples together", "z1"),
          per_node(p, "A", "shape of a, all examples together", "a"),
          w2(p),
          per_pair(p, "Z3", "shape of z3, all examples together", "z3"),
          b1(p)};
}

exam::Form shapes_of_gradients(const SiameseParams& p) {
  return {per_pair(p, "dZ3", "shape of ∂J/∂z3, all examples together", "∂J/∂z3"),
          gradient_of(w2(p), "dW2", "shape of ∂J/∂W2", "W2"),
          per_node(p, "dA", "shape of ∂J/∂a, all examples together", "∂J/∂a"),
          per_node(p, "dZ2", "shape of ∂J/∂z2, all examples together", "∂J/∂z2"),
          gradient_of(w1(p), "dW1", "shape of ∂J/∂W1", "W1"),
          gradient_of(b1(p), "db1", "shape of ∂J/∂b1", "b1")};
}

}  // namespace exercises
