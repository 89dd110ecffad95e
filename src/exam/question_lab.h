// What a lab says and draws at the question's numbers, whatever the lab beside it is set to: the
// words about the question quote it, and a guess is held against it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "lab/lab.h"

namespace exam {

class QuestionLab {
 public:
  // Another question: nothing is known of it.
  void forget() { *this = {}; }

  // The lab beside the question has stood at its numbers and said this.
  void take(lab::Report report);

  // Takes up to `steps` steps of a lab of the same row at `question`; true when all is known.
  bool advance(const lab::LabRow& row, const lab::Fields& question, std::int64_t steps);

  // Null as long as it is not known.
  const lab::Report* report() const { return known_ ? &*known_ : nullptr; }

 private:
  std::unique_ptr<lab::Lab> lab_;  // while it works
  std::optional<lab::Report> known_;
};

}  // namespace exam
