// What is asked: the question of an instance, at the parameters that a link or a person has put it
// at. What is done in the lab afterwards leaves it as it is.
#pragma once

#include <string>
#include <vector>

#include "exam/instance.h"

namespace exam {

class Asked {
 public:
  // The instance's own question.
  explicit Asked(Instance instance);
  // The question that it is at these parameters of its lab.
  Asked(Instance instance, lab::Fields at);

  const Instance& instance() const { return instance_; }
  const lab::Fields& at() const { return at_; }
  const Form& form() const { return form_; }
  const Facts& facts() const { return facts_; }
  const Prediction& prediction() const { return prediction_; }

  // False where the same would be asked, and marked alike, at these parameters of the lab. The
  // number of steps is not asked of, so that a run that plays on costs nothing.
  bool differs(const lab::Fields& elsewhere) const;

  // The fields that make it another question than the instance's own; empty where it is the same
  // but for its number of steps and what is looked at.
  const std::vector<std::string>& own_keys() const { return own_keys_; }

 private:
  Instance instance_;
  lab::Fields at_;
  Form form_;
  Facts facts_;
  Prediction prediction_;
  std::vector<std::string> own_keys_;
  std::string content_;  // all of form and facts, to be compared
  // The parameters that were compared last, and how that came out.
  mutable std::vector<lab::Slot> compared_;
  mutable bool differed_ = false;
};

}  // namespace exam
