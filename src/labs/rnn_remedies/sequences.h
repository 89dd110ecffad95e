// Two tasks that need a memory, and what a net without one can get.
#pragma once

#include <cstdint>
#include <vector>

#include "labs/rnn_remedies/params.h"
#include "num/rng.h"

namespace laboratory::rnn_remedies {

// Adding: T steps of a number in [0, 1) and a mark; the numbers at the two marks, one in each half,
// are to be added at the end. Hochreiter & Schmidhuber (1997), with targets that are not rescaled.
// Copying: ten symbols out of eight, T - 1 blanks, a sign to begin, ten blanks, in which the
// symbols are to be repeated; blanks are right until then. Arjovsky, Shah & Bengio (2016).
int length(const Params& p);       // steps of a sequence: T, or T + 20
int input_width(Task task);        // 2, or 10: a symbol, the blank or the sign as one-hot
int output_width(Task task);       // 1, or 9: a symbol or the blank
const char* loss_name(Task task);  // "squared error", with its unit in words
// Loss of the best guess that remembers nothing: 1/6, the variance of the sum of two uniform
// numbers; or 10 ln 8 / (T + 20), blanks being sure and symbols equally probable.
double memoryless(const Params& p);
// Below this the task is called solved: 0.02, or a tenth of the memoryless guess.
double solved_below(const Params& p);

// Batches of sequences, drawn one after another from a seed; the same for every net.
class Sequences {
 public:
  Sequences(const Params& p, int count, std::uint64_t seed, std::uint64_t purpose);

  void draw();
  // Of the last draw, step after step: input_width x count numbers each.
  const std::vector<float>& inputs() const { return inputs_; }
  // The sums (1 x count), or the class at each step (1 x count numbers each).
  const std::vector<float>& targets() const { return targets_; }

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.rng_);
  }

 private:
  void draw_adding();
  void draw_copying();

  Task task_;
  int length_, count_;
  num::Rng rng_;
  std::vector<float> inputs_, targets_;
};

}  // namespace laboratory::rnn_remedies
