#include "labs/rnn_remedies/sequences.h"

#include <algorithm>

#include "num/elementary.h"

namespace laboratory::rnn_remedies {
namespace {

constexpr int symbols = 8, recalled = 10, blank = symbols, sign = symbols + 1;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

}  // namespace

int length(const Params& p) { return p.task == Task::adding ? p.T : p.T + 2 * recalled; }
int input_width(Task task) { return task == Task::adding ? 2 : symbols + 2; }
int output_width(Task task) { return task == Task::adding ? 1 : symbols + 1; }

const char* loss_name(Task task) {
  return task == Task::adding ? "mean squared error" : "cross-entropy [nats]";
}

double memoryless(const Params& p) {
  if (p.task == Task::adding) return 1.0 / 6;
  return recalled * num::log(symbols) / length(p);
}

double solved_below(const Params& p) { return p.task == Task::adding ? 0.02 : memoryless(p) / 10; }

Sequences::Sequences(const Params& p, int count, std::uint64_t seed, std::uint64_t purpose)
    : task_(p.task),
      length_(length(p)),
      count_(count),
      rng_(seed, purpose),
      inputs_(at(input_width(p.task) * length_ * count)),
      targets_(at(p.task == Task::adding ? count : length_ * count)) {}

void Sequences::draw() { task_ == Task::adding ? draw_adding() : draw_copying(); }

void Sequences::draw_adding() {
  const int half = length_ / 2;
  for (int i = 0; i < count_; ++i) {
    const int first = rng_.below(half), second = half + rng_.below(length_ - half);
    double sum = 0;
    for (int t = 0; t < length_; ++t) {
      const double x = rng_.uniform();
      const bool marked = t == first || t == second;
      float* const input = &inputs_[at(2 * (t * count_ + i))];
      input[0] = static_cast<float>(x);
      input[1] = marked ? 1.0f : 0.0f;
      if (marked) sum += x;
    }
    targets_[at(i)] = static_cast<float>(sum);
  }
}

void Sequences::draw_copying() {
  std::fill(inputs_.begin(), inputs_.end(), 0.0f);
  const int width = input_width(task_), recall = length_ - recalled;
  for (int i = 0; i < count_; ++i) {
    const auto enter = [&](int t, int input, int target) {
      inputs_[at(width * (t * count_ + i) + input)] = 1;
      targets_[at(t * count_ + i)] = static_cast<float>(target);
    };
    int shown[recalled];
    for (int t = 0; t < recalled; ++t) {
      shown[t] = rng_.below(symbols);
      enter(t, shown[t], blank);
    }
    for (int t = recalled; t < recall; ++t) enter(t, t == recall - 1 ? sign : blank, blank);
    for (int t = recall; t < length_; ++t) enter(t, blank, shown[t - recall]);
  }
}

}  // namespace laboratory::rnn_remedies
