// Marks and feedback for an answer.
#pragma once

#include <string>
#include <vector>

#include "exam/answer.h"
#include "lab/json.h"

namespace exam {

struct Marking {
  double marks = 0, out_of = 0;
  std::vector<FieldMark> fields;
};

// Marks `answers`, an object from field ids to answers, or one with such an object as its member
// "answers"; each kind says what an answer to it may be. The fields split `out_of` evenly, without
// those for practice. Where fields have two layouts, the layout that earns more is the form's.
Marking mark(const Form& form, double out_of, const lab::Json& answers);

// What a person's text for a field, or for the `part` of it that is a line of a derivation, means
// before it is marked: "read as …" or why it is invalid.
Understood understand(const AnswerField& field, std::string_view text, std::string_view part = {});

// An object that scores full marks, for tests and for comparison.
lab::Json reference_answers(const Form& form);

std::string json(const Marking& marking);

}  // namespace exam
