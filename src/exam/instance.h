// An exercise as it is asked once: the paper's own question, or that of a variant.
#pragma once

#include <memory>
#include <optional>

#include "exam/exercise.h"

namespace exam {

// True for what a question may be about. How far a lab runs and a file of the person's own are none
// of it: a run that plays on asks nothing new, and a file is in no link.
bool is_asked_of(const lab::Field& field);

// A value: it can be copied, compared and kept in a list, and a paper that is to be sat is a list
// of them. What it holds never changes, and copies share it.
class Instance {
 public:
  // Instance `number` of an exercise, 0 being the paper's own; the same number gives the same one
  // everywhere. Drawn again, up to 64 times, while the exercise refuses what it drew or a mistake
  // would be marked right; nothing where every draw failed.
  static std::optional<Instance> drawn(const Exercise& exercise, int number);
  static Instance of_paper(const Exercise& exercise);

  const Exercise& exercise() const { return *exercise_; }
  int number() const { return number_; }

  // The parameters at which its lab opens.
  const lab::Fields& parameters() const { return *parameters_; }

  // The form, the prediction and the facts of its question; with `in_force`, of the question that
  // it is at these parameters of its lab. What cannot be asked of is the instance's own in any
  // case.
  Form form() const { return exercise_->form_(question_.get()); }
  Form form(const lab::Fields& in_force) const { return exercise_->form_(at(in_force).get()); }
  Prediction prediction(const lab::Fields& in_force) const {
    return exercise_->predict_(at(in_force).get());
  }
  Facts facts() const { return exercise_->facts_(question_.get()); }
  Facts facts(const lab::Fields& in_force) const { return exercise_->facts_(at(in_force).get()); }

  // One exercise and one number is one instance.
  bool operator==(const Instance& other) const {
    return exercise_ == other.exercise_ && number_ == other.number_;
  }

 private:
  Instance(const Exercise& exercise, int number, lab::Fields parameters,
           const Exercise::AnyQuestion& question);
  Exercise::AnyQuestion at(const lab::Fields& in_force) const;

  const Exercise* exercise_;
  int number_;
  std::shared_ptr<const lab::Fields> parameters_;
  Exercise::AnyQuestion question_;
};

// True where the lab has no complaint of these parameters before its first step.
bool accepted(const lab::LabRow& lab, const lab::Fields& fields);

// True where no mistake of any field lies within the tolerance of its reference answer, and no two
// mistakes of a field are the same.
bool tells_apart(const Form& form);

}  // namespace exam
