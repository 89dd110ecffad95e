// A small convolutional network that is trained in the page on glyphs, so that its filters and maps
// are learned ones.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lab/report.h"
#include "labs/convolution/params.h"
#include "nn/judge.h"
#include "nn/minibatch.h"
#include "nn/trainer.h"

namespace laboratory::convolution {

// 1 x 16 x 16 glyph -> 8 filters 5 x 5, ReLU, pool 2 -> 16 filters 3 x 3, ReLU, pool 2 -> softmax
// over ten glyphs.
struct NetSizes {
  static constexpr int side = 16, classes = 10;
  static constexpr int filters[2] = {8, 16};
  static constexpr int kernel[2] = {5, 3};
  static constexpr int map_side[2] = {16, 8};
};

// What a person does to the trained network: one filter switched off, one of the first layer's
// filters replaced. It never changes what is trained.
struct NetEdit {
  NetLayer layer = NetLayer::first;
  int ablated = 0;     // filter of that layer, from 1; 0: none
  int filter = 1;      // of the first layer, that `kernel` replaces
  lab::Matrix kernel;  // 5 x 5, or empty
  bool operator==(const NetEdit&) const = default;
};

class SmallNet {
 public:
  explicit SmallNet(int seed);

  void step();
  std::int64_t steps() const { return steps_; }
  const std::vector<float>& losses() const { return losses_; }
  const std::string& fault() const { return trainer_.fault(); }
  std::int64_t weight_count() const { return trainer_.weights().count(); }

  // The share of 200 new glyphs that is recognised.
  double accuracy(const NetEdit& edit);

  // A new glyph by its number, 0 .. 199: its pixels, side x side, and the digit that it shows.
  std::vector<float> glyph(int number) const;
  int digit(int number) const;

  // A picture on its way through the network.
  struct Passage {
    std::vector<float> input;          // side x side
    std::vector<float> maps[2];        // after ReLU: filters x map_side x map_side
    std::vector<float> raw[2];         // before ReLU
    std::vector<float> probabilities;  // of the classes
  };
  Passage pass(const std::vector<float>& picture, const NetEdit& edit);  // side x side

  // d cell / d input: the slope of one cell of a map, before ReLU, in every pixel of a picture.
  std::vector<float> slope(const std::vector<float>& picture, const NetEdit& edit, int layer,
                           int filter, int row, int col);

  // Filters as they are trained, planes of kernel x kernel, inputs side by side for each output.
  std::vector<float> filters(int layer);
  // One filter of the first layer with the edit, as it is applied.
  std::vector<float> first_filter(int filter, const NetEdit& edit);

 private:
  struct Wires {
    nn::Var input, keep[2], raw[2], map[2], logits;
  };
  static Wires network(nn::Var input);
  static void keep(const Wires& wires, const NetEdit& edit);
  // Puts the edited kernel in place of the trained one, and back.
  void swap_kernel(const NetEdit& edit);
  void look(const std::vector<float>& picture, const NetEdit& edit);
  double judged(const NetEdit& edit);

  nn::Dataset train_, fresh_;
  nn::Minibatch batch_;
  nn::Trainer trainer_;
  std::optional<nn::Judge> judge_;    // made after the weights
  std::optional<nn::Graph> looking_;  // at one glyph
  Wires judged_, looked_;
  nn::Var choice_[2], chosen_[2];
  std::vector<float> losses_;
  std::vector<float> spare_;  // the trained kernel while an edited one stands in its place
  std::int64_t steps_ = 0;

  struct Known {
    NetEdit edit;
    double accuracy;
  };
  std::vector<Known> known_;  // after `steps_` steps, so that pointing at a cell costs nothing
};

}  // namespace laboratory::convolution
