// Marks and feedback for an answer.
#pragma once

#include <string>
#include <vector>

#include "exam/answer.h"
#include "lab/json.h"

namespace exam {

// `invalid` could not be read and `blank` was not given: neither counts as an attempt.
enum class Outcome : std::uint8_t { right, partly, wrong, invalid, blank };
const char* name(Outcome);

// One option, one point, one line or one cell ("2,1": row 2, column 1).
struct PartMark {
  std::string id;
  Outcome outcome = Outcome::blank;
  std::string message;
  bool contested = false;
};

struct FieldMark {
  std::string id;
  Outcome outcome = Outcome::blank;
  double share = 0;     // of the field's marks, 0 to 1
  std::string read_as;  // what was understood: "5.521460917862246"
  std::string message;  // the reason, the cure, or what is wrong with the text
  std::vector<PartMark> parts;
  std::vector<std::string> notes;  // more to say, a sentence or two each
  bool self_assessed = false;      // the marks are the writer's own judgement
  bool practice = false;           // worth no marks
};

struct Marking {
  double marks = 0, out_of = 0;
  std::vector<FieldMark> fields;
};

// Marks `answers`, an object from field ids to answers, or one with such an object as its member
// "answers". Accepted: for a number its text or a JSON number; for cells nested lists or a text
// "1,2;3,4"; for one-of an option id; for many-of an object from option ids to true, false or null,
// or the list of the options that are called true; for a rubric {"text": ..., "points": ...}, the
// points being an object from their names to true or false or the list of those that are made, or
// the text alone; for a formula, a shape or factors the text; for symbols nested lists of
// formulas; for a derivation the list of its lines, or one text with line breaks. Numbers and
// entries are calculations. The fields split `out_of` evenly, without those for practice. Where
// fields are transposable, the layout that earns more is the form's.
Marking mark(const Form& form, double out_of, const lab::Json& answers);

// What a person's text for a field, or for the `part` of it that is a line of a derivation, means
// before it is marked: "read as …" or why it is invalid.
struct Understood {
  bool valid = false;
  std::string message;
};
Understood understand(const AnswerField& field, std::string_view text, std::string_view part = {});

// An object that scores full marks, for tests and for comparison.
lab::Json reference_answers(const Form& form);

std::string json(const Marking& marking);

}  // namespace exam
