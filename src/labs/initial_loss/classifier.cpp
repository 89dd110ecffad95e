#include "labs/initial_loss/classifier.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "num/softmax.h"

namespace laboratory::initial_loss {
namespace {

// Streams of random numbers. Class y has the stream `pattern_streams` + y.
constexpr std::uint64_t order_stream = 1, noise_stream = 2, weight_stream = 3,
                        pattern_streams = 1000;

std::uint64_t seeded(int seed) { return static_cast<std::uint64_t>(seed); }

// to += factor from; each entry on its own, so that it may be done several at a time.
void accumulate(std::vector<double>& to, double factor, const double* from) {
  double* const sums = to.data();
  const std::size_t n = to.size();
  for (std::size_t i = 0; i < n; ++i) sums[i] += factor * from[i];
}

}  // namespace

Classifier::Classifier(const Params& p)
    : seed_(p.seed),
      scale_(p.scale),
      rate_(p.rate),
      noise_(seeded(p.seed), noise_stream),
      order_(seeded(p.seed), order_stream),
      weights_(static_cast<std::size_t>(p.classes) * static_cast<std::size_t>(p.inputs)),
      input_(static_cast<std::size_t>(p.inputs)),
      logits_(static_cast<std::size_t>(p.classes)),
      round_(static_cast<std::size_t>(p.classes)) {
  num::Rng rng(seeded(p.seed), weight_stream);
  const double spread = p.spread();
  for (double& w : weights_) w = spread * rng.normal();
  std::iota(round_.begin(), round_.end(), 0);
}

int Classifier::next_label() {
  const std::size_t at = shown_++ % round_.size();
  if (at == 0) order_.shuffle(std::span(round_));
  return round_[at];
}

void Classifier::draw_input(int label) {
  num::Rng pattern(seeded(seed_), pattern_streams + static_cast<std::uint64_t>(label));
  for (double& x : input_) {
    const double own = pattern.normal();
    x = scale_ * (pattern_share * own + noise_share * noise_.normal());
  }
}

Classifier::Seen Classifier::step() {
  const int label = next_label();
  draw_input(label);
  std::fill(logits_.begin(), logits_.end(), 0.0);
  const std::size_t width = logits_.size();
  for (std::size_t d = 0; d < input_.size(); ++d)
    accumulate(logits_, input_[d], &weights_[d * width]);

  const double own = logits_[static_cast<std::size_t>(label)];
  const double top = *std::max_element(logits_.begin(), logits_.end());
  const double loss = top - own + num::soften(logits_);
  if (rate_ > 0) {
    // dL/dW = (p - onehot(label)) x^T.
    std::vector<double> blame = logits_;
    blame[static_cast<std::size_t>(label)] -= 1;
    for (std::size_t d = 0; d < input_.size(); ++d) {
      const double pull = rate_ * input_[d];
      double* const row = &weights_[d * width];
      for (std::size_t k = 0; k < width; ++k) row[k] -= pull * blame[k];
    }
  }
  return {loss, own == top};
}

}  // namespace laboratory::initial_loss
