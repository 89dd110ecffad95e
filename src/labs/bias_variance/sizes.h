// Networks of many sizes, all trained on the same examples in the same order.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lab/report.h"
#include "labs/bias_variance/params.h"
#include "nn/judge.h"
#include "nn/trainer.h"

namespace laboratory::bias_variance {

// Two classes in the plane: eight Gaussians of spread `noise` around the unit circle, of either
// class in turn. Its density is known, and with it the best that anybody could do.
nn::Dataset ring_sample(int n, double noise, std::uint64_t seed, std::uint64_t purpose);

// The share of `sample` that the rule "the class with the larger density" gets wrong: an estimate
// of the Bayes error, which no classifier undercuts on average.
double bayes_error(const nn::Dataset& sample, double noise);

// Shares that are wrong.
struct Errors {
  double train = 0, validation = 0;
};

class Sized {
 public:
  Sized(const Params& p, int width, const nn::Dataset& train);
  void step() { trainer_.step(); }
  Errors errors(const nn::Dataset& train, const nn::Dataset& validation);
  std::vector<float> field(int side, double reach);  // as Trainee's in labs/regularise
  int width() const { return width_; }
  // Two inputs, two layers of as many units, one output, with their biases.
  std::int64_t weight_count() const { return trainer_.weights().count(); }
  const std::string& fault() const { return trainer_.fault(); }

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.trainer_);
  }

 private:
  nn::Var network(nn::Var x) const;

  Params p_;
  int width_;
  nn::Trainer trainer_;
  std::optional<nn::Judge> judge_;  // made after the weights
};

constexpr std::array sizes = {1, 2, 3, 4, 5, 6, 8, 12, 16, 32, 64, 128};
constexpr int size_count = static_cast<int>(sizes.size());

// The index in `sizes` that is nearest to `width` by ratio.
int nearest_size(int width);

// How many networks there are of a size, from first weights of their own. Where a small one ends
// hangs on these: some find the ring and some never do. Large ones are alike, and dear.
constexpr int copies(int width) { return width <= 16 ? 8 : 1; }

// All sizes, and how their errors went.
class Ladder {
 public:
  explicit Ladder(const Params& p);
  void step();
  std::int64_t steps() const { return steps_; }

  // After the steps taken so far: the means over the networks of a size.
  const Errors& errors(int size);
  // The size whose errors come nearest to these, the smallest of equals; a validation error that is
  // not known counts for nothing.
  int nearest(const Errors& wanted);
  // Of a size the one network whose training error comes nearest to the mean, the first of equals.
  Sized& typical(int size);
  // The first number of any of them that was not finite, in words; empty while all are.
  const std::string& fault(int size) const;
  const nn::Dataset& train() const { return train_; }
  double bayes() const { return bayes_; }

  // Errors of every size after some of the steps.
  struct Moment {
    std::int64_t step;
    std::array<Errors, sizes.size()> errors;
  };
  const std::vector<Moment>& moments() const { return moments_; }

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.nets_, self.moments_, self.steps_);
    if constexpr (Archive::reads) self.judged_ = -1;
  }

 private:
  using Copies = std::vector<std::unique_ptr<Sized>>;
  const Copies& of(int size) const { return nets_[static_cast<std::size_t>(size)]; }
  void judge();

  nn::Dataset train_, validation_;
  double bayes_;
  std::vector<Copies> nets_;  // by size
  std::vector<Moment> moments_;
  std::int64_t steps_ = 0, judged_ = -1;
  std::array<Errors, sizes.size()> now_;  // after `judged_` steps
  std::array<int, sizes.size()> typical_ = {};
};

}  // namespace laboratory::bias_variance
