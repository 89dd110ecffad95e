// How the unrolled net's quantities are written in titles, labels and lines.
#pragma once

#include <string>

#include "labs/bptt/study.h"

namespace laboratory::bptt {

// "h₁₂"
std::string at_step(const char* letter, int t);

// "Wₓ"
const char* symbol(Weight w);
// "∂L/∂Wₓ"
std::string gradient_symbol(Weight w);
// What a share is a product of: "δ₂ x₂ᵀ", "δ₂ h₁ᵀ", "δ₂".
std::string share_symbol(Weight w, int t);
// "tanh′"; "1" for the identity.
std::string slope_symbol(Activation g);

// Row t (from 1) of a matrix whose rows are time, as a column: "(0.12, −0.5, 0.71)".
std::string column(const lab::Matrix& m, int t);

// The way from the weights at step t to the loss: "Wₓ → h₂ → h₃ → h₄ → L".
std::string path(const Study& s, Weight w, int t);
// δ at step t as a product: "D₂ Wₕᵀ D₃ Wₕᵀ D₄ ∇L".
std::string product(const Study& s, int t);

}  // namespace laboratory::bptt
