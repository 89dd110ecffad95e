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

class LineUp {
 public:
  explicit LineUp(const Params& p);

  void epoch();
  int epochs() const { return epochs_; }

  // The network as it is set, at the first seed.
  Trainee& own() { return *own_[0]; }
  const History& history() const { return history_; }
  // The networks as they are set, at every seed.
  Group own_group();
  Group group(int measure);
  // The first seed's network of a measure; early stopping has none of its own.
  Trainee& first(int measure) { return *networks_[static_cast<std::size_t>(measure)][0]; }

  template <class Archive, class Self>
  static void describe(Archive& a, Self& self) {
    a(self.own_, self.networks_, self.best_, self.history_, self.epochs_);
  }

 private:
  using Seeds = std::vector<std::unique_ptr<Trainee>>;
  Seeds seeds(const Params& p) const;
  Group reached(Seeds& networks) const;
  void judge_plain();

  Params p_;
  Seeds own_;
  std::vector<Seeds> networks_;  // by measure, without early stopping
  std::vector<Accuracy> best_;   // of the plain networks, by seed: where validation was highest
  History history_;
  int epochs_ = 0;
};

// Parameters without any measure; everything else as it is.
Params plain(Params p);

}  // namespace laboratory::regularise
