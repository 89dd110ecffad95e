// What an exercise is: how its questions are drawn, asked and told of, and its place in the paper.
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "exam/answer.h"
#include "exam/facts.h"
#include "exam/prediction.h"
#include "lab/lab.h"
#include "num/rng.h"

namespace exam {

// An exercise as its file declares it. `Question` is its own: a plain struct that holds all that
// the form and the words depend on, and is the paper's own question where nothing is given.
//
//   constexpr exam::Asking<AreaQuestion> asking = {
//       .lab = &laboratory::rectangle, .draw = draw_area, .form = area_form, .predict = area_guess,
//       .facts = area_facts};
//   const exam::Exercise area = exam::exercise<asking>();
template <class Question>
struct Asking {
  const lab::LabRow* lab;
  // The paper's own question; sets what its lab shows beside it and differs from the lab's
  // defaults. Null where that is nothing.
  Question (*paper)(lab::Fields&) = nullptr;
  // The question of a variant, and the parameters at which its lab opens. Nothing where what was
  // drawn is no sound question; then it is drawn again from other random numbers.
  std::optional<Question> (*draw)(num::Rng&, lab::Fields&);
  // Brings a question to parameters that a link or a person has put it at. Null where the question
  // is the same at all of them.
  void (*follow)(Question&, const lab::Fields&) = nullptr;
  // The form with its reference answers.
  Form (*form)(const Question&);
  // What is to be guessed before the lab shows it.
  Prediction (*predict)(const Question&);
  // What the words may know. Null where they say the same of every question.
  Facts (*facts)(const Question&) = nullptr;
};

// An exercise whose type of question is forgotten, so that all stand in one list. Its questions are
// read by `Instance` alone, which gives each back to the exercise that it came from.
class Exercise {
 public:
  const lab::LabRow& lab() const { return *lab_; }

 private:
  using AnyQuestion = std::shared_ptr<const void>;
  friend class Instance;
  template <const auto& asking>
  friend constexpr Exercise exercise();

  const lab::LabRow* lab_;
  AnyQuestion (*paper_)(lab::Fields&);
  AnyQuestion (*draw_)(num::Rng&, lab::Fields&);  // null where nothing sound was drawn
  AnyQuestion (*follow_)(const AnyQuestion&, const lab::Fields&);
  Form (*form_)(const void*);
  Prediction (*predict_)(const void*);
  Facts (*facts_)(const void*);
};

template <class Question>
Question asked_by(const Asking<Question>&);

template <const auto& asking>
constexpr Exercise exercise() {
  using Question = decltype(asked_by(asking));
  using AnyQuestion = Exercise::AnyQuestion;
  static_assert(asking.lab && asking.draw && asking.form && asking.predict,
                "lab, draw, form and predict cannot be left out");
  Exercise e{};
  e.lab_ = asking.lab;
  e.paper_ = [](lab::Fields& fields) -> AnyQuestion {
    if constexpr (asking.paper != nullptr)
      return std::make_shared<Question>(asking.paper(fields));
    else
      return std::make_shared<Question>();
  };
  e.draw_ = [](num::Rng& rng, lab::Fields& fields) -> AnyQuestion {
    std::optional<Question> drawn = asking.draw(rng, fields);
    return drawn ? std::make_shared<Question>(*std::move(drawn)) : nullptr;
  };
  e.follow_ = [](const AnyQuestion& question, const lab::Fields& fields) -> AnyQuestion {
    if constexpr (asking.follow != nullptr) {
      Question moved = *static_cast<const Question*>(question.get());
      asking.follow(moved, fields);
      return std::make_shared<Question>(std::move(moved));
    } else {
      return question;
    }
  };
  e.form_ = [](const void* q) { return asking.form(*static_cast<const Question*>(q)); };
  e.predict_ = [](const void* q) { return asking.predict(*static_cast<const Question*>(q)); };
  e.facts_ = [](const void* q) {
    if constexpr (asking.facts != nullptr)
      return asking.facts(*static_cast<const Question*>(q));
    else
      return Facts{};
  };
  return e;
}

// One part of the paper. `marks` is a share of its question, in percent.
struct Part {
  const char* id;
  const char* title;
  int question;  // 1 or 2
  double marks;
  const Exercise* exercise;  // null where it is announced but not built
};

}  // namespace exam
