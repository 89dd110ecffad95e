// The pictures: the whole calculation, one cell's arithmetic, the queries and keys as arrows, one
// query's weights, the gradients and why they are what they are, what drawn keys say of them, and
// how both go as the softmax hardens.
#pragma once

#include "labs/attention/study.h"

namespace laboratory::attention {

namespace tabs {
inline constexpr const char* gradients = "gradients";
inline constexpr const char* sampling = "sampling";
inline constexpr const char* hardening = "hardening";
}  // namespace tabs

// Appends the pictures.
void draw(const Study& s, lab::Report& report);

// Those of the score-function estimate: what one key says, the mean of many, and what it costs.
// `s.picked` and `s.sampling` must exist.
void draw_sampling(const Study& s, lab::Report& report);

}  // namespace laboratory::attention
