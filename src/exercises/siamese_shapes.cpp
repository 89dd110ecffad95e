// 1h-i: the shapes of everything that takes part in a pair of twins.
#include <optional>
#include <string>

#include "exercises/all.h"
#include "exercises/siamese_terms.h"
#include "labs/all.h"
#include "labs/siamese/params.h"

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

exam::ShapeAnswer shape(const SiameseParams& p, const char* rows, const char* cols,
                        std::vector<exam::ShapeMistake> mistakes, std::string cure = "") {
  return {rows, cols, sizes(p), std::move(mistakes), true, std::move(cure)};
}

// The two inputs of a pair may be kept in one block.
exam::ShapeAnswer inputs(const SiameseParams& p, std::vector<exam::ShapeMistake> mistakes) {
  exam::ShapeAnswer s = shape(p, "D", "m", std::move(mistakes));
  s.block = {"2", "D", "m"};
  s.block_note =
      "A block with three sides is no matrix: it holds X and X′ together, each of which is D × m.";
  return s;
}

exam::Form shapes_form(const TwinsQuestion& q) {
  const SiameseParams& p = q.net;
  return {
      {"W1", "shape of W1",
       shape(
           p, "D_a", "D",
           {{"D_a", "m",
             "The examples are no part of a weight: one W1 serves any number of them. W1 turns the "
             "D entries of x into the entries of z1."},
            {"D_a", "2 D",
             "The twins are not joined before W1: each sees one input of D entries, and both use "
             "the same W1."}}),
       "W1 takes the D entries of x to the Dₐ hidden nodes: Dₐ × D times D × 1 gives Dₐ × 1."},
      {"b1", "shape of b1",
       shape(
           p, "D_a", "1",
           {{"1", "1", "One bias would move all hidden nodes alike. Each node has its own."},
            {"D", "1", "b1 is added to W1 x, which has an entry for each hidden node."},
            {"D_a", "m",
             "All examples share one b1: it is added to each column of W1 X. The parameter itself "
             "is a single column."}},
           "b1 is added to W1 x, which is a column with an entry for each hidden node."),
       "One bias for each hidden node; over a batch it is added to every column."},
      {"W2", "shape of W2",
       shape(p, "1", "D_a",
             {{"D_a", "1",
               "With W2 as a column the product W2 a does not exist: a is Dₐ × 1, too. Which shape "
               "makes W2 a a single number?"},
              {"1", "2 D_a",
               "The twins are merged entry by entry, so a is no longer than a1 "
               "alone."},
              {"1", "D",
               "W2 does not see x. It acts on a, which has an entry for each hidden node."}}),
       "z3 = W2 a + b2 is a single number, so W2 is a row as long as a."},
      {"b2", "shape of b2",
       shape(
           p, "1", "1",
           {{"D_a", "1", "b2 is added to W2 a, which is one number for each example."},
            {"1", "m",
             "All examples share one b2. Written out for a batch it is repeated, and it remains a "
             "single parameter."}},
           "b2 is added to W2 a. How many numbers is that for one example?"),
       "b2 is added to the single number W2 a."},
      {"X", "shape of X (and of X′), all examples together",
       inputs(
           p,
           {{"D", "1", "That is one example. Together they stand side by side as columns."},
            {"2 D", "m",
             "The two inputs of a pair are not stacked: X holds the first ones and X′ the second "
             "ones."},
            {"D", "2 m", "X and X′ are two matrices; each holds one input of every pair."}}),
       "m columns of D entries, one for each pair; X′ likewise."},
      {"Y", "shape of Y, the labels of all examples",
       shape(p, "1", "m",
             {{"1", "1", "That is the label of one pair, and there are m pairs."},
              {"D", "m", "A label says same or different: one number for each pair, not D."}},
             "Y holds the labels. How many numbers is one label, and how many pairs are there?"),
       "One number for each pair, in a row like ŷ."}};
}

std::optional<TwinsQuestion> draw_shapes(num::Rng& rng, lab::Fields& fields) {
  const int D = 1 + rng.below(6), Da = 1 + (D + rng.below(5)) % 6;
  fields.set("D", std::to_string(D));
  fields.set("Da", std::to_string(Da));
  fields.set("m", std::to_string(1 + rng.below(6)));
  fields.set("seed", std::to_string(1 + rng.below(1000)));
  return telling_twins(fields);
}

// Forwards all the way: every node has its shape, and no gradient is in sight yet. Two inputs,
// three hidden nodes and four pairs: a number in a shape says which of the three it is.
TwinsQuestion forwards(lab::Fields& fields) {
  fields.set("step", "8");
  fields.set("m", "4");
  return {};
}

exam::Prediction shapes_guess(const TwinsQuestion& q) {
  const SiameseParams& p = q.net;
  const auto n = [](int x) { return std::to_string(x); };
  return {"The sizes are D = " + n(p.D) + " for x, Dₐ = " + n(p.Da) +
              " for the hidden layer and m = " + n(p.m) +
              " for the pairs. How many rows do you think z1 = W1 X + b1 has?",
          {"*"},
          {"z*", "a*", "yhat", "d*", "node*"},
          exam::Estimate{{"z1", exam::Source::rows}, "rows", 1, 144, true}};
}

constexpr exam::Asking<TwinsQuestion> shapes_asking = {.lab = &laboratory::siamese::lab_row,
                                                       .paper = forwards,
                                                       .draw = draw_shapes,
                                                       .follow = follow_twins,
                                                       .form = shapes_form,
                                                       .predict = shapes_guess};

}  // namespace

const exam::Exercise siamese_shapes = exam::exercise<shapes_asking>();

}  // namespace exercises
