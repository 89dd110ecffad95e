#include "exam/question_lab.h"

#include <utility>

namespace exam {

void QuestionLab::take(lab::Report report) {
  known_ = std::move(report);
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
  take(lab_->report());
  return true;
}

}  // namespace exam
