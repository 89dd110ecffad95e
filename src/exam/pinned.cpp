#include "exam/pinned.h"

namespace exam {

void Pinned::take(const lab::Report& report) {
  report_ = report;
  lab_.reset();
  drawn_.clear();
}

bool Pinned::advance(const lab::LabRow& row, std::int64_t steps) {
  if (report_) return true;
  if (!lab_) {
    lab_ = row.make();
    lab_->take(at_);
  }
  lab_->advance(steps);
  if (lab_->done() < lab_->total()) return false;
  take(lab_->report());
  return true;
}

lab::Figures Pinned::behind(const lab::Figures& figures) {
  if (!report_) return figures;
  lab::Figures all;
  for (const lab::SharedFigure& now : figures.shared()) {
    const lab::Figure* const before = report_->figures.find(now->key);
    if (!before) {
      all.add(now);
      continue;
    }
    Pair& drawn = drawn_[now->key];
    if (drawn.now != now) drawn = {now, lab::with_ghost(*now, *before)};
    all.add(drawn.both ? drawn.both : now);
  }
  return all;
}

}  // namespace exam
