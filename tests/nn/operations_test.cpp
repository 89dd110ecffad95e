#include "nn/operations.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "nn/gradient.h"
#include "nn/layers.h"
#include "nn/recurrent.h"

namespace {

using check::Case;
using check::five;
using check::input_labels;
using check::maps;
using check::try_all;
using nn::Graph;
using nn::Shape;
using nn::Var;
using nn::vectors;
using Vars = std::vector<Var>;

}  // namespace

TEST_CASE("gradients of functions of one number are their central differences") {
  try_all({
      {"tanh", {five}, [](Graph&, const Vars& x) { return nn::tanh(x[0]); }},
      {"sigmoid", {five}, [](Graph&, const Vars& x) { return nn::sigmoid(x[0]); }},
      {"relu", {five}, [](Graph&, const Vars& x) { return nn::relu(x[0]); }, 0.1},
      {"leaky", {five}, [](Graph&, const Vars& x) { return nn::leaky_relu(x[0], 0.2f); }, 0.1},
      {"elu", {five}, [](Graph&, const Vars& x) { return nn::elu(x[0], 1.3f); }, 0.1},
      {"gelu", {five}, [](Graph&, const Vars& x) { return nn::gelu(x[0]); }},
      {"softplus", {five}, [](Graph&, const Vars& x) { return nn::softplus(x[0]); }},
      {"exp", {five}, [](Graph&, const Vars& x) { return nn::exp(nn::scale(x[0], 0.5f)); }},
      {"log", {five}, [](Graph&, const Vars& x) { return nn::log(x[0]); }, 0, 4},
      {"root", {five}, [](Graph&, const Vars& x) { return nn::square_root(x[0]); }, 0, 4},
      {"square", {five}, [](Graph&, const Vars& x) { return nn::square(x[0]); }},
      {"absolute", {five}, [](Graph&, const Vars& x) { return nn::absolute(x[0]); }, 0.1},
      {"scale", {five}, [](Graph&, const Vars& x) { return nn::scale(x[0], -1.5f, 2); }},
      {"clamp", {five}, [](Graph&, const Vars& x) { return nn::clamp(x[0], -9, 0); }, 0.1},
  });
}

TEST_CASE("gradients of pairs reach both operands, however the second is repeated") {
  for (const Shape& second : {five, vectors(1, 1), vectors(5, 1), vectors(1, 3)}) {
    CAPTURE(nn::text(second));
    try_all({
        {"add", {five, second}, [](Graph&, const Vars& x) { return nn::add(x[0], x[1]); }},
        {"sub", {five, second}, [](Graph&, const Vars& x) { return nn::subtract(x[0], x[1]); }},
        {"mul", {five, second}, [](Graph&, const Vars& x) { return nn::multiply(x[0], x[1]); }},
        {"div", {five, second}, [](Graph&, const Vars& x) { return nn::divide(x[0], x[1]); }, 0, 5},
    });
  }
  try_all({{"twice", {five}, [](Graph&, const Vars& x) { return nn::multiply(x[0], x[0]); }}});
}

TEST_CASE("gradients of reductions and of softmax are their central differences") {
  try_all({
      {"softmax", {maps}, [](Graph&, const Vars& x) { return nn::softmax(x[0]); }},
      {"log softmax", {five}, [](Graph&, const Vars& x) { return nn::log_softmax(x[0]); }},
      {"log sum exp", {five}, [](Graph&, const Vars& x) { return nn::log_sum_exp(x[0]); }},
      {"sum channels", {maps}, [](Graph&, const Vars& x) { return nn::sum_channels(x[0]); }},
      {"sum", {five}, [](Graph&, const Vars& x) { return nn::sum(nn::square(x[0])); }},
      {"mean", {five}, [](Graph&, const Vars& x) { return nn::mean(nn::square(x[0])); }},
      {"mean batch", {maps}, [](Graph&, const Vars& x) { return nn::mean_batch(x[0]); }},
      {"mean places", {maps}, [](Graph&, const Vars& x) { return nn::mean_places(x[0]); }},
  });
}

TEST_CASE("gradients find their way through slices, joins and choices") {
  try_all({
      {"channels", {maps}, [](Graph&, const Vars& x) { return nn::channels(x[0], 1, 2); }},
      {"examples", {five}, [](Graph&, const Vars& x) { return nn::examples(x[0], 1, 2); }},
      {"examples twice",
       {five},
       [](Graph&, const Vars& x) {
         const Var y = nn::tanh(x[0]);
         return nn::add(nn::multiply(nn::examples(y, 0, 2), nn::examples(y, 1, 2)),
                        nn::channels(nn::examples(y, 0, 1), 0, 5));
       }},
      {"view and whole",
       {five},
       [](Graph&, const Vars& x) {
         const Var y = nn::square(x[0]);
         return nn::multiply(nn::reshape(y, vectors(15, 1)),
                             nn::flatten(nn::reshape(y, {15, 1, 1, 1})));
       }},
      {"join channels",
       {maps, {2, 5, 4, 2}},
       [](Graph&, const Vars& x) {
         return nn::join_channels({x[0], x[1], x[0]});
       }},
      {"join examples",
       {five, vectors(5, 2)},
       [](Graph&, const Vars& x) {
         return nn::join_examples({x[0], x[1], x[0]});
       }},
      {"repeat examples",
       {maps},
       [](Graph&, const Vars& x) {
         return nn::add(nn::repeat_examples(x[0], 3),
                        nn::join_examples({x[0], nn::repeat_examples(x[0], 2)}));
       }},
      {"gather",
       {vectors(5, 4)},
       [](Graph& g, const Vars& x) {
         return nn::gather(x[0], input_labels(g, vectors(1, 6), {3, 0, 0, 9, -1, 2}));
       }},
      {"pick",
       {five},
       [](Graph& g, const Vars& x) {
         return nn::pick(x[0], input_labels(g, vectors(1, 3), {4, 0, 7}));
       }},
      {"mask",
       {five},
       [](Graph& g, const Vars& x) {
         const std::vector<float> keep = {1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0};
         return nn::mask(x[0], input_labels(g, five, keep), 7);
       }},
      {"one mask for all",
       {five},
       [](Graph& g, const Vars& x) {
         return nn::mask(x[0], input_labels(g, vectors(5, 1), {1, 0, 1, 1, 0}), 7);
       }},
      {"detach",
       {five},
       [](Graph&, const Vars& x) {
         return nn::subtract(nn::multiply(x[0], x[0]), nn::detach(nn::scale(x[0], 0)));
       }},
  });
}

TEST_CASE("gradients of matrix products hold for every transposition and a shared factor") {
  const auto product = [](bool ta, bool tb) {
    return [=](Graph&, const Vars& x) { return nn::matmul(x[0], x[1], ta, tb); };
  };
  for (const int examples : {2, 1}) {
    try_all({
        {"a b", {{3, 1, 4, 2}, {4, 1, 5, examples}}, product(false, false)},
        {"a' b", {{4, 1, 3, 2}, {4, 1, 5, examples}}, product(true, false)},
        {"a b'", {{3, 1, 4, 2}, {5, 1, 4, examples}}, product(false, true)},
        {"a' b'", {{4, 1, 3, 2}, {5, 1, 4, examples}}, product(true, true)},
    });
  }
}

TEST_CASE("gradients of layers reach inputs and weights") {
  try_all({
      {"dense", {maps}, [](Graph&, const Vars& x) { return nn::dense(x[0], 3, "a"); }},
      {"pointwise",
       {maps},
       [](Graph&, const Vars& x) { return nn::pointwise(x[0], 4, "a", {.bias = false}); }},
      {"shared",
       {five},
       [](Graph&, const Vars& x) { return nn::dense(nn::tanh(nn::dense(x[0], 5, "a")), 5, "a"); }},
      {"conv",
       {maps},
       [](Graph&, const Vars& x) { return nn::conv(x[0], 4, 3, "a", {.stride = 2, .pad = 1}); }},
      {"dilated",
       {maps},
       [](Graph&, const Vars& x) {
         return nn::conv(x[0], 2, 2, "a", {.pad = 2, .dilation = 3, .bias = false});
       }},
      {"conv transposed",
       {{3, 2, 3, 2}},
       [](Graph&, const Vars& x) {
         const Var y = nn::conv_transposed(x[0], 2, 3, "a", {.stride = 2, .pad = 1});
         return nn::add(y, nn::conv_transposed(x[0], 2, 3, "b", {.stride = 2, .pad = 1}));
       }},
      {"average pool", {maps}, [](Graph&, const Vars& x) { return nn::average_pool(x[0], 2); }},
      {"upsample", {{3, 2, 3, 2}}, [](Graph&, const Vars& x) { return nn::upsample(x[0], 2); }},
      {"shuffle", {{8, 2, 3, 2}}, [](Graph&, const Vars& x) { return nn::pixel_shuffle(x[0], 2); }},
      {"batch norm",
       {{5, 1, 1, 8}},
       [](Graph&, const Vars& x) { return nn::batch_norm(x[0], "a", {.epsilon = 0.1f}); }},
      {"batch norm at rest",
       {{5, 1, 1, 8}},
       [](Graph& g, const Vars& x) {
         g.training(false);
         return nn::batch_norm(x[0], "a");
       }},
      {"layer norm",
       {{3, 2, 3, 2}},
       [](Graph&, const Vars& x) { return nn::layer_norm(x[0], "a"); }},
      {"token norm",
       {{5, 1, 3, 2}},
       [](Graph&, const Vars& x) { return nn::token_norm(x[0], "a", {.epsilon = 0.1f}); }},
      {"embedding",
       {},
       [](Graph& g, const Vars&) {
         return nn::embedding(input_labels(g, vectors(1, 3), {1, 1, 0}), 2, 5, "a");
       }},
      {"dropout", {five}, [](Graph&, const Vars& x) { return nn::dropout(x[0], 0.4f); }},
      {"sample", {five, five}, [](Graph&, const Vars& x) { return nn::sample(x[0], x[1]); }},
  });
}

TEST_CASE("the gradient of a largest goes to where it stands") {
  // Values far apart, so that no difference changes which is the largest.
  const check::Result result = check::gradient({{2, 4, 4, 1}}, [](Graph& g, const Vars& x) {
    std::vector<float> spread;
    for (int i = 0; i < 32; ++i) spread.push_back(static_cast<float>(i * 7 % 32) * 10);
    const Var far = g.input({2, 4, 4, 1}, "far");
    g.set(far, spread);
    return nn::max_pool(nn::add(nn::tanh(x[0]), far), 2);
  });
  CHECK(result.error < 2e-3);  // the values reach 300, and floats there are 3e-5 apart
}

TEST_CASE("gradients flow through attention") {
  try_all({
      {"attention",
       {{4, 1, 3, 2}, {4, 1, 5, 2}, {3, 1, 5, 2}},
       [](Graph&, const Vars& x) { return nn::attention(x[0], x[1], x[2]).output; }},
  });
}
