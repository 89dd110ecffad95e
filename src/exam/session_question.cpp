// What a session knows of the question beside its lab: what the lab says at the question's numbers.
#include <algorithm>

#include "exam/session.h"

namespace exam {

bool Session::at_question() const {
  return std::none_of(fields_.all().begin(), fields_.all().end(),
                      [](const lab::Field& field) { return field.linked(); });
}

const lab::Report* Session::question_report() const {
  if (!asked_ || question_lab_.report()) return question_lab_.report();
  return at_question() && lab_->done() >= lab_->total() ? &report() : nullptr;
}

void Session::seek_truth() {
  if (!asked_ || truth_sought_) return;
  truth_sought_ = true;
  ++revision_;
}

void Session::remember_report() {
  if (question_lab_.report()) return;
  if (const lab::Report* const said = question_report()) question_lab_.take(*said);
}

// The run that the question asks about, and nothing but what is shown of it is another.
bool Session::looks_elsewhere() const {
  return std::all_of(fields_.all().begin(), fields_.all().end(), [](const lab::Field& field) {
    const auto* const asset = std::get_if<lab::Asset>(&field.slot);
    return (!asset || !asset->value.given()) && (!field.linked() || field.looks);
  });
}

void Session::look_at_question() {
  lab_->take(asked_->at());
  if (lab_->done() >= lab_->total()) question_lab_.take(lab_->report());
  lab_->take(fields_);
}

}  // namespace exam
