// The measures side by side: each one alone, on the same seeds.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "lab/report.h"
#include "labs/regularise/trainee.h"
#include "num/statistics.h"

namespace laboratory::regularise {

// A measure and how it changes parameters that have none.
struct Measure {
  const char* key;    // "dropout", as readouts name it: gap.dropout
  const char* label;  // "dropout 0.3"
  void (*apply)(Params&);
};
constexpr int measure_count = 8;
// `plain` stands first. Early stopping, the last, is the plain network at its best epoch.
const std::array<Measure, measure_count>& measures();
constexpr int early_stopping = measure_count - 1;

// What one group of networks has reached, one value for each seed.
struct Group {
  std::vector<Accuracy> reached;
  num::Running gaps() const;
  num::Running validation() const;
};

// Accuracies of one network after each epoch, from epoch 0 on.
using History = std::vector<Accuracy>;

// The networks of one seed: as it is set, and with each measure but early stopping, which has none
// of its own.
class Repeat {
 public:
  // Its history is kept where somebody looks at it: it takes longer than the epochs.
  Repeat(const Params& p, int seed, bool keeps_history);
  Repeat(const Repeat&) = delete;
  Repeat& operator=(const Repeat&) = delete;

  void epoch();

  Trainee& own() { return *own_; }
  Trainee& with(int measure) { return *networks_[static_cast<std::size_t>(measure)]; }
  const History& history() const { return history_; }  // of its own network
  const Accuracy& best() const { return best_; }  // of the plain one, where validation was highest

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.own_, self.networks_, self.best_, self.history_, self.epochs_);
  }

 private:
  void judge();

  Examples data_;  // of all of them
  std::unique_ptr<Trainee> own_;
  std::vector<std::unique_ptr<Trainee>> networks_;  // by measure
  bool keeps_history_;
  Accuracy best_;
  History history_;
  int epochs_ = 0;
};

class LineUp {
 public:
  explicit LineUp(const Params& p) : p_(p), repeats_(static_cast<std::size_t>(p.repeats)) {}

  // The networks of each seed learn by themselves; they are built when they are first asked for.
  Repeat& repeat(int place);
  void set_epochs(int epochs) { epochs_ = epochs; }
  int epochs() const { return epochs_; }

  // The network as it is set, at the first seed.
  Trainee& own() { return repeat(0).own(); }
  const History& history() { return repeat(0).history(); }
  // The networks as they are set, at every seed.
  Group own_group();
  Group group(int measure);
  // The first seed's network of a measure; early stopping has none of its own.
  Trainee& first(int measure) { return repeat(0).with(measure); }

 private:
  Params p_;
  std::vector<std::unique_ptr<Repeat>> repeats_;
  int epochs_ = 0;
};

// Parameters without any measure; everything else as it is.
Params plain(Params p);

}  // namespace laboratory::regularise
