// Every exercise that is built, and the paper that they come from.
#pragma once

#include <span>

#include "exam/exercise.h"

namespace exercises {

extern const exam::Exercise dying_gradients;    // 1a
extern const exam::Exercise overfitting;        // 1b
extern const exam::Exercise conv_statements;    // 1c
extern const exam::Exercise cheapest_layer;     // 1d
extern const exam::Exercise screening_metric;   // 1e
extern const exam::Exercise initial_loss;       // 1f
extern const exam::Exercise human_performance;  // 1g-i
extern const exam::Exercise example_loss;       // 1g-ii
extern const exam::Exercise underfitting;       // 1g-iii
extern const exam::Exercise loss_floor;         // 1g-iv
extern const exam::Exercise label_penalty;      // 1g-v
extern const exam::Exercise siamese_shapes;     // 1h-i
extern const exam::Exercise siamese_output;     // 1h-ii
extern const exam::Exercise siamese_head;       // 1h-iii
extern const exam::Exercise siamese_twin;       // 1h-iv
extern const exam::Exercise graph_factors;      // 2a-i
extern const exam::Exercise vae_marginal;       // 2a-ii
extern const exam::Exercise vae_statements;     // 2a-iii
extern const exam::Exercise adversarial_loss;   // 2b-i
extern const exam::Exercise consistency_loss;   // 2b-ii
extern const exam::Exercise bptt_gradient;      // 2c-i
extern const exam::Exercise gradient_limit;     // 2c-ii
extern const exam::Exercise rnn_remedies;       // 2c-iii
extern const exam::Exercise hard_attention;     // 2d-i
extern const exam::Exercise transformers;       // 2d-ii

// The 25 parts in the paper's order.
std::span<const exam::Part> paper();

// Those of question 1 or 2. What names one question alone links nothing of the other.
template <int number>
std::span<const exam::Part> question();
template <>
std::span<const exam::Part> question<1>();
template <>
std::span<const exam::Part> question<2>();

}  // namespace exercises
