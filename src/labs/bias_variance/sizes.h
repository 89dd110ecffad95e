// Networks of many sizes, some of each, all with the same number of examples and of steps.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lab/report.h"
#include "labs/bias_variance/params.h"
#include "labs/budget.h"
#include "nn/judge.h"
#include "nn/snapshot.h"
#include "nn/trainer.h"

namespace laboratory::bias_variance {

// As long as a page can wait for all sizes to learn.
constexpr Budget budget{1'200'000, "training examples in all steps"};

// Two classes in the plane: eight Gaussians of spread `noise` around the unit circle, of either
// class in turn. Its density is known, and with it the best that anybody could do.
nn::Dataset ring_sample(int n, double noise, std::uint64_t seed, std::uint64_t purpose);

// The Bayes error at that spread: what the rule "the class with the larger density" gets wrong, the
// integral of the smaller of (1/8) sum_k N(x; c_k, noise^2) over the centres of either class. No
// rule undercuts it on new examples.
double bayes_error(double noise);

// Shares that are wrong.
struct Errors {
  double train = 0, validation = 0;
};

// One network with training examples of its own.
class Sized {
 public:
  Sized(const Params& p, int width);
  void step() { trainer_.step(); }
  Errors errors(const nn::Dataset& validation);
  // Takes down the errors of now, behind those of before.
  void take_down(const nn::Dataset& validation) { taken_down_.push_back(errors(validation)); }
  const std::vector<Errors>& taken_down() const { return taken_down_; }
  std::vector<float> field(int side, double reach);  // as Trainee's in labs/regularise
  const nn::Dataset& train() const { return train_; }
  int width() const { return width_; }
  // Two inputs, two layers of as many units, one output, with their biases.
  std::int64_t weight_count() const { return trainer_.weights().count(); }
  const std::string& fault() const { return trainer_.fault(); }

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.trainer_, self.taken_down_);
  }

 private:
  nn::Var network(nn::Var x) const;
  double share_wrong(const nn::Dataset& sample);

  Params p_;
  int width_;
  nn::Dataset train_;
  nn::Trainer trainer_;
  std::optional<nn::Judge> judge_;  // made after the weights
  std::vector<Errors> taken_down_;
};

constexpr std::array sizes = {1, 2, 3, 4, 5, 6, 8, 12, 16, 32, 64, 128};
constexpr int size_count = static_cast<int>(sizes.size());

// The index in `sizes` that is nearest to `width` by ratio.
int nearest_size(int width);

// How many networks there are of a size, each with first weights and training examples of its own.
// Where a small one ends hangs on these: some find the ring and some never do. Large ones are
// alike, and dear.
constexpr int copies(int width) { return width <= 8 ? 32 : width <= 16 ? 12 : 2; }

// The networks of one size. All groups of one seed have the same seeds, and so, at one number of
// examples, the same examples. A network is built when it is first asked for.
class Group {
 public:
  Group(const Params& p, int width);
  void step();
  // The means over the networks.
  Errors errors(const nn::Dataset& validation);
  // The means of what each has taken down at that place.
  Errors taken_down(std::size_t place);
  // The one network whose training error came nearest to the mean when `errors` was asked last, the
  // first of equals.
  Sized& typical() { return net(typical_); }
  int count() const { return static_cast<int>(nets_.size()); }
  Sized& net(int place);
  // The first number of any of them that was not finite, in words; empty while all are.
  const std::string& fault();

 private:
  Params p_;
  int width_;
  std::vector<std::unique_ptr<Sized>> nets_;
  int typical_ = 0;
};

// All sizes, and how their errors went.
class Ladder {
 public:
  explicit Ladder(const Params& p);

  // The networks of each size in two halves, which learn by themselves.
  static constexpr int halves = 2 * size_count;
  void step(int half, std::int64_t step);
  nn::Snapshot snapshot(int half);
  void restore(int half, std::span<const std::byte> bytes);
  void set_steps(std::int64_t steps) { steps_ = steps; }
  std::int64_t steps() const { return steps_; }

  // After the steps taken so far: the means over the networks of a size.
  const Errors& errors(int size);
  // The size whose training error comes nearest to the wanted one; of those that are equally near
  // that whose validation error does, where one is wanted, and else the smallest.
  int nearest(const Errors& wanted);
  // See Group.
  Sized& typical(int size);
  Group& of(int size) { return groups_[static_cast<std::size_t>(size)]; }
  const nn::Dataset& validation() const { return validation_; }
  double bayes() const { return bayes_; }

  // Errors of every size after some of the steps.
  struct Moment {
    std::int64_t step;
    std::array<Errors, sizes.size()> errors;
  };
  std::vector<Moment> moments();

 private:
  std::vector<Sized*> nets(int half);
  void judge();

  nn::Dataset validation_;
  double bayes_;
  std::vector<Group> groups_;  // by size
  std::int64_t steps_ = 0, judged_ = -1;
  std::array<Errors, sizes.size()> now_;  // after `judged_` steps
};

}  // namespace laboratory::bias_variance
