// Steps against the gradient.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nn/weights.h"

namespace nn {

// With gradient g, rate r, momentum m and w the weight:
//   sgd       w -= r g
//   momentum  v = m v + g, w -= r v                                       Polyak (1964)
//   nesterov  v = m v + g, w -= r (g + m v)                               Sutskever et al. (2013)
//   rmsprop   s = q s + (1 - q) g^2, w -= r g / (sqrt s + e)              Tieleman & Hinton (2012)
//   adam      its decays are m and q; the form at the end of section 2    Kingma & Ba (2015)
//   adamw     adam, and w -= r decay w apart from the gradient            Loshchilov, Hutter (2019)
//   adadelta  q its decay, r a factor on its step                         Zeiler (2012)
enum class Rule { sgd, momentum, nesterov, rmsprop, adam, adamw, adadelta };

struct Recipe {
  Rule rule = Rule::sgd;
  float rate = 0.01f;
  float momentum = 0.9f;        // momentum, nesterov; adam's first decay
  float decay_square = 0.999f;  // q
  float epsilon = 1e-8f;
  float l2 = 0;          // adds l2 w to the gradient of weights that decay: penalty l2 |w|^2 / 2
  float l1 = 0;          // proximal: after the step w moves by rate l1 towards 0 and stops there
  float decay = 0;       // adamw
  float clip_norm = 0;   // > 0: gradients are scaled so that their joint norm is at most this
  float clip_value = 0;  // > 0: each gradient is cut to [-clip_value, clip_value]
};

class Optimiser {
 public:
  // Trains the parameters whose name starts with `prefix`. Parameters that are made later are not.
  Optimiser(Weights& weights, const Recipe& recipe, std::string_view prefix = {});

  void step();
  Recipe& recipe() { return recipe_; }  // numbers may change between steps, the rule may not
  std::int64_t steps() const { return steps_; }
  double gradient_norm() const { return norm_; }  // before clipping, of the last step, if it clips

  // The gradient of what it trains, padding included: how many numbers, a copy of it, one set in
  // its place, and one added to it. Those given have `size()` numbers.
  std::size_t size() const;
  std::vector<float> gradient() const;
  void take_gradient(std::span<const float> given);
  void add_gradient(std::span<const float> given);

  // The recipe is part of the state, for its rate may follow a schedule.
  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.recipe_, self.steps_, self.norm_);
    a.fixed(self.first_);
    a.fixed(self.second_);
  }

 private:
  struct Segment {
    std::size_t offset, size;
    bool decays;
  };
  void clip();

  Weights& weights_;
  Recipe recipe_;
  std::vector<Segment> segments_;
  // The rule's memory, laid out as the weights are; empty where the rule has none or one alone.
  std::vector<float> first_, second_;
  std::int64_t steps_ = 0;
  double norm_ = 0;
};

}  // namespace nn
