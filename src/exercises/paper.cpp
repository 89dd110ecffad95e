// The paper: every part with its share of the marks. Parts of one letter share them evenly.
#include <algorithm>
#include <array>

#include "exercises/all.h"

namespace exercises {
namespace {

constexpr double third_of_25 = 25.0 / 3;

constexpr std::array<exam::Part, 15> first = {{
    {"1a", "Layers that stop learning", 1, 10, &dying_gradients},
    {"1b", "Against overfitting", 1, 15, &overfitting},
    {"1c", "What convolutional layers do", 1, 5, &conv_statements},
    {"1d", "The cheapest layer", 1, 5, &cheapest_layer},
    {"1e", "A metric for screening", 1, 5, &screening_metric},
    {"1f", "The loss of a classifier that never learns", 1, 10, &initial_loss},
    {"1g-i", "Measuring human performance", 1, 5, &human_performance},
    {"1g-ii", "The loss of one example", 1, 5, &example_loss},
    {"1g-iii", "Stuck at ninety per cent", 1, 5, &underfitting},
    {"1g-iv", "Why the loss stays above zero", 1, 5, &loss_floor},
    {"1g-v", "A penalty for wrong labels", 1, 5, &label_penalty},
    {"1h-i", "Twin networks: shapes", 1, 6.25, &siamese_shapes},
    {"1h-ii", "Twin networks: the output’s gradient", 1, 6.25, &siamese_output},
    {"1h-iii", "Twin networks: back through the last layer", 1, 6.25, &siamese_head},
    {"1h-iv", "Twin networks: back through a twin", 1, 6.25, &siamese_twin},
}};

constexpr std::array<exam::Part, 10> second = {{
    {"2a-i", "A graph as a product of factors", 2, 10, &graph_factors},
    {"2a-ii", "The marginal of a perfect autoencoder", 2, 10, &vae_marginal},
    {"2a-iii", "True or false of variational autoencoders", 2, 10, &vae_statements},
    {"2b-i", "An adversary without pairs", 2, 15, &adversarial_loss},
    {"2b-ii", "Staying true to the input", 2, 15, &consistency_loss},
    {"2c-i", "A gradient through time", 2, third_of_25, &bptt_gradient},
    {"2c-ii", "Vanishing or exploding", 2, third_of_25, &gradient_limit},
    {"2c-iii", "Remedies for recurrent nets", 2, third_of_25, &rnn_remedies},
    {"2d-i", "Hard attention by hand", 2, 7.5, &hard_attention},
    {"2d-ii", "True or false of Transformers", 2, 7.5, &transformers},
}};

constexpr std::array<exam::Part, first.size() + second.size()> both = [] {
  std::array<exam::Part, first.size() + second.size()> parts{};
  std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), parts.begin()));
  return parts;
}();

}  // namespace

template <>
std::span<const exam::Part> question<1>() {
  return first;
}

template <>
std::span<const exam::Part> question<2>() {
  return second;
}

std::span<const exam::Part> paper() { return both; }

}  // namespace exercises
