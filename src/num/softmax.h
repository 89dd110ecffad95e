// Softmax and the losses that go with it. Sums run from the first entry to the last.
// Goodfellow, Bengio & Courville, "Deep Learning" (2016), sections 4.1 and 6.2.2.3.
#pragma once

#include <span>
#include <vector>

namespace num {

// log sum_i exp(z_i), shifted by max z so that no term overflows. z: (n), n >= 1, below +inf; an
// entry of -inf counts for nothing. -inf where every entry is -inf.
double log_sum_exp(std::span<const double> z);

// p_i = exp(z_i / t) / sum_j exp(z_j / t), shifted by max z so that no term overflows.
// z: (n), n >= 1, below +inf, at least one finite; an entry of -inf gets probability 0. t > 0; as t
// falls to 0, p tends to the uniform distribution over the positions of max z. Returns (n), sums to
// 1 within rounding.
std::vector<double> softmax(std::span<const double> z, double t = 1);

// The same in place: `z` becomes p. Returns log sum_j exp((z_j - max z) / t), so that the
// cross-entropy with label y is (max z - z_y) / t plus what is returned.
double soften(std::span<double> z, double t = 1);

// -log softmax(z)_label = log_sum_exp(z) - z_label, in nats, without forming the probability, so
// that it stays exact where that is 0 or 1. `label` counts from 0.
double cross_entropy(std::span<const double> z, int label);

// -sum_i p_i log p_i, in nats, with 0 log 0 = 0. p: (n), a distribution.
double entropy(std::span<const double> p);

// E[log sum_{i <= k} exp(s g_i)] for independent g_i ~ N(0, 1), to about 1e-9: the expected
// cross-entropy of a softmax over k independent logits of variance s^2, as the label's own logit
// has mean 0. k >= 1, 0 <= s <= 30.
//
// From log a = integral over t > 0 of (exp(-t) - exp(-t a)) / t, so that the k logits separate:
//   integral over u of exp(-exp(u)) - E[exp(-exp(u + s g))]^k,  t = exp(u),
// by the trapezoidal rule, which converges geometrically for both integrals.
double expected_log_sum_exp(int k, double s);

}  // namespace num
