// A one-layer softmax classifier that goes through one epoch of drawn samples.
#pragma once

#include <cstddef>
#include <vector>

#include "labs/initial_loss/params.h"
#include "num/rng.h"

namespace laboratory::initial_loss {

// Their squares sum to 1.
inline constexpr double pattern_share = 0.28, noise_share = 0.96;

// Logits z = W x with W: K x D, drawn from N(0, spread^2), no bias. A sample of class y is
// x = scale (pattern_share m_y + noise_share g): a pattern m_y of its class, drawn once, and noise
// g, all N(0, 1), so that E |x|^2 = D scale^2 and there is something to learn. The classes come in
// shuffled rounds: balanced. Weights, patterns, noise and order are streams of their own; the
// weights are spread times the same deviates whatever the spread, so that to move it moves nothing
// else.
class Classifier {
 public:
  explicit Classifier(const Params& p);

  // Shows the next sample: returns its cross-entropy under the weights before the step, in nats,
  // and takes one step of gradient descent on it. `right` tells whether the largest logit was the
  // label's.
  struct Seen {
    double loss;
    bool right;
  };
  Seen step();

  // The probabilities that the last sample was given, (K).
  const std::vector<double>& probabilities() const { return logits_; }

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.noise_, self.order_, self.weights_, self.logits_, self.round_, self.shown_);
  }

 private:
  int next_label();
  void draw_input(int label);

  int seed_;
  double scale_, rate_;
  num::Rng noise_, order_;
  std::vector<double> weights_;  // one row of K for each input
  std::vector<double> input_, logits_;
  std::vector<int> round_;
  std::size_t shown_ = 0;
};

}  // namespace laboratory::initial_loss
