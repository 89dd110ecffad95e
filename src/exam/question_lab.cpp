#include "exam/question_lab.h"

namespace exam {

void QuestionLab::take(const std::vector<lab::Readout>& readouts) {
  known_ = readouts;
  lab_.reset();
}

bool QuestionLab::advance(const lab::LabRow& row, const lab::Fields& question, std::int64_t steps) {
  if (known_) return true;
  if (!lab_) {
    lab_ = row.make();
    lab_->take(question);
  }
  lab_->advance(steps);
  if (lab_->done() < lab_->total()) return false;
  take(lab_->report().readouts);
  return true;
}

}  // namespace exam
