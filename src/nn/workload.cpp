#include "nn/workload.h"

#include "nn/layers.h"
#include "nn/losses.h"
#include "nn/transformer.h"

namespace nn {
namespace {

constexpr int batch_of_points = 10;

Var deep(Var x, int layers, int width, bool normed) {
  const DenseOptions options{.initial = lecun(), .bias = !normed};
  for (int i = 1; i <= layers; ++i) {
    const std::string layer = "layer " + std::to_string(i);
    x = dense(x, width, layer, options);
    if (normed) x = batch_norm(x, layer);
    x = tanh(x);
  }
  return dense(x, 1, "output", {.initial = normal(0.1f)});
}

Var convolutional(Var x, int second) {
  const Var a = max_pool(relu(conv(x, 8, 5, "conv 1", {.pad = 2})), 2);
  const Var b = max_pool(relu(conv(a, second, 5, "conv 2", {.pad = 2})), 3);
  return dense(b, 10, "output", {.initial = lecun()});
}

Var autoencoder_loss(Var x, int hidden, int latent) {
  const int features = x.graph->shape(x).features();
  const Var h = relu(dense(x, hidden, "encoder"));
  const Var mean = dense(h, latent, "mean", {.initial = lecun()});
  const Var log_variance = dense(h, latent, "log variance", {.initial = lecun()});
  const Var z = sample(mean, log_variance);
  const Var decoded = dense(relu(dense(z, hidden, "decoder")), features, "output");
  return add(sigmoid_cross_entropy(decoded, x), kl_to_standard_normal(mean, log_variance));
}

// x: the times' batches, one after the other. The input's part of all times is one product.
Var recurrent_logits(Var x, int width, int times, int batch) {
  Graph& g = *x.graph;
  const Var entering = dense(x, width, "input", {.initial = normal(0.1f)});
  std::vector<Var> states;
  for (int t = 0; t < times; ++t) {
    Var sum = examples(entering, t * batch, batch);
    if (t > 0)
      sum = add(dense(states.back(), width, "recurrent", {.initial = normal(0.1f), .bias = false}),
                sum);
    states.push_back(tanh(sum));
  }
  return dense(join_examples(states), g.shape(x).channels, "output", {.initial = normal(0.1f)});
}

// which: characters by their index, 1 x 1 x context x batch. No token looks at a later one.
Var language_logits(Var which, int characters, int width, int heads) {
  Graph& g = *which.graph;
  const Var allowed = causal_mask(g, g.shape(which).width);
  Var x = embedding(which, characters, width, "characters", normal(0.1f));
  for (const char* const block : {"block 1", "block 2"})
    x = transformer_block(x, heads, block, allowed).output;
  return pointwise(token_norm(x, "last norm"), characters, "output", {.initial = lecun()});
}

}  // namespace

std::string_view name(Work work) {
  constexpr std::string_view names[] = {"dense",  "deep",        "deep-normed", "conv",
                                        "points", "autoencoder", "recurrent",   "transformer"};
  return names[static_cast<std::size_t>(work)];
}

Workload::Workload(Work work, Size size) { build(work, size); }

Var Workload::numbers(const Shape& shape, bool gaussian) {
  const Var x = graph_.input(shape, "x");
  std::vector<float> values(shape.size());
  for (float& value : values) value = static_cast<float>(gaussian ? rng_.normal() : rng_.uniform());
  graph_.set(x, values);
  return x;
}

Var Workload::classes(const Shape& shape, int count) {
  const Var y = graph_.input(shape, "y");
  std::vector<float> values(shape.size());
  for (float& value : values) value = static_cast<float>(rng_.below(count));
  graph_.set(y, values);
  return y;
}

void Workload::build(Work work, Size size) {
  const bool small = size == Size::small, large = size == Size::large;
  Recipe recipe{.rule = Rule::sgd, .rate = 0.01f};
  switch (work) {
    case Work::dense: {
      const int inputs = small ? 20 : 784, outputs = small ? 5 : 10, batch = small ? 8 : 64;
      const Var x = numbers(vectors(inputs, batch), false);
      const Var h = relu(dense(x, small ? 16 : 256, "hidden"));
      loss_ =
          softmax_cross_entropy(dense(h, outputs, "output"), classes(vectors(1, batch), outputs));
      break;
    }
    case Work::deep:
    case Work::deep_normed: {
      recipe.rate = 1e-3f;
      const int batch = small ? 8 : 64;
      const Var x = numbers(vectors(2, batch), true);
      const Var z = deep(x, small ? 10 : 100, small ? 8 : 32, work == Work::deep_normed);
      loss_ = sigmoid_cross_entropy(z, classes(vectors(1, batch), 2));
      break;
    }
    case Work::conv: {
      recipe = {.rule = Rule::adadelta, .rate = 1, .decay_square = 0.95f, .epsilon = 1e-6f};
      const int side = small ? 12 : 24, batch = small ? 4 : 20;
      const Var x = numbers({1, side, side, batch}, false);
      loss_ =
          softmax_cross_entropy(convolutional(x, small ? 8 : 16), classes(vectors(1, batch), 10));
      break;
    }
    case Work::points: {
      recipe.rate = 0.03f;
      const std::size_t count = small ? 30 : 250;
      for (std::size_t i = 0; i < 2 * count; ++i)
        points_.push_back(static_cast<float>(rng_.normal()));
      for (std::size_t i = 0; i < count; ++i) signs_.push_back(rng_.uniform() > 0.5 ? 1.0f : -1.0f);
      x_ = graph_.input(vectors(2, batch_of_points), "x");
      y_ = graph_.input(vectors(1, batch_of_points), "y");
      const DenseOptions options{.initial = normal(0.5f)};
      const Var h = tanh(dense(tanh(dense(x_, 4, "layer 1", options)), 2, "layer 2", options));
      loss_ = l2_loss(tanh(dense(h, 1, "output", options)), y_);
      break;
    }
    case Work::autoencoder: {
      recipe = {.rule = Rule::adam, .rate = 1e-3f};
      const Var x = numbers(vectors(small ? 20 : 784, small ? 8 : 64), false);
      loss_ = autoencoder_loss(x, small ? 16 : 256, small ? 2 : 8);
      break;
    }
    case Work::recurrent: {
      const int inputs = small ? 6 : 32,
                times = small   ? 6
                        : large ? 100
                                : 60,
                batch = small ? 4 : 32;
      const Var x = numbers(vectors(inputs, times * batch), true);
      const Var z = recurrent_logits(x, small ? 8 : 64, times, batch);
      loss_ = softmax_cross_entropy(z, classes(vectors(1, times * batch), inputs));
      break;
    }
    case Work::transformer: {
      recipe = {.rule = Rule::adamw, .rate = 3e-3f, .decay_square = 0.99f, .decay = 0.01f};
      recipe.clip_norm = 1;
      const int characters = small ? 6 : 27,
                width = small   ? 8
                        : large ? 96
                                : 32,
                heads = small ? 2 : 4;
      const Shape text{1, 1, small ? 5 : large ? 64 : 24, small ? 3 : large ? 16 : 32};
      const Var read = classes(text, characters);
      loss_ = softmax_cross_entropy(language_logits(read, characters, width, heads),
                                    classes(text, characters));
      break;
    }
  }
  optimiser_ = std::make_unique<Optimiser>(weights_, recipe);
}

void Workload::step() {
  const std::size_t turns = signs_.empty() ? 1 : signs_.size() / batch_of_points;
  for (std::size_t i = 0; i < turns; ++i) {
    if (!signs_.empty()) {
      graph_.bind(x_, &points_[2 * batch_of_points * i]);
      graph_.bind(y_, &signs_[batch_of_points * i]);
    }
    graph_.forward(loss_);
    graph_.backward(loss_);
    optimiser_->step();
  }
}

}  // namespace nn
