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

  // False where the same would be asked, and marked alike, at these parameters of the lab.
  bool differs(const lab::Fields& elsewhere) const { return compared_with(elsewhere).differs; }

  // False where at these parameters there is nothing to ask.
  bool asks_at(const lab::Fields& elsewhere) const { return compared_with(elsewhere).asks; }

  // The fields set at `elsewhere` in which the lab does other work than at the question's numbers,
  // and of those that only look the ones that make another question of it. Those parameters have
  // the question's numbers as their initial ones.
  const std::vector<std::string>& moved(const lab::Fields& elsewhere) const {
    return compared_with(elsewhere).moved;
  }

  // The fields that make it another question than the instance's own; empty where it is the same.
  const std::vector<std::string>& own_keys() const { return own_keys_; }

 private:
  // How the lab at some parameters compares with the question.
  struct Comparison {
    std::vector<lab::Slot> at;
    bool differs = false;
    bool asks = true;
    std::vector<std::string> moved;
  };
  const Comparison& compared_with(const lab::Fields& elsewhere) const;

  Instance instance_;
  lab::Fields at_;
  Form form_;
  Facts facts_;
  Prediction prediction_;
  std::vector<std::string> own_keys_;
  std::string content_;      // all of form and facts, to be compared
  Comparison here_;          // with itself
  mutable Comparison last_;  // at the parameters that were compared last
};

}  // namespace exam
