// What an exercise is: a question over a lab's parameters, and its place in the paper.
#pragma once

#include "exam/answer.h"
#include "lab/lab.h"
#include "num/rng.h"

namespace exam {

struct Exercise {
  const char* id;  // "1f"; a link may begin with it
  const lab::LabRow* lab;
  // Sets what differs from the lab's own defaults in the paper's instance; may be null.
  void (*instance)(lab::Fields&);
  // Draws the parameters of a variant. `variant` redraws until the question is sound.
  void (*draw)(num::Rng&, lab::Fields&);
  // The form with the reference answers at these parameters. It needs only what a report holds
  // before the first step.
  Form (*form)(const lab::Fields&, const lab::Report&);
  // True where the form follows from the parameters alone and no lab complains of what is drawn:
  // the form is given an empty report, and a variant is drawn without asking the lab for a costly
  // one.
  bool from_fields = false;
};

// One part of the paper. `marks` is a share of its question, in percent.
struct Part {
  const char* id;
  const char* title;
  int question;  // 1 or 2
  double marks;
  const Exercise* exercise;  // null where it is announced but not built
};

// An exercise's parameters in variant `number`, 0 being the paper's own instance. The same number
// gives the same variant everywhere. Drawn again, up to 64 times, while the lab complains or a
// mistake would be marked right; `sound` is false where every draw failed.
struct Variant {
  lab::Fields fields;
  bool sound = true;
};
Variant variant(const Exercise& exercise, int number);

// The form of an exercise at parameters of its lab, from a report before the first step where it
// needs one.
Form form_at(const Exercise& exercise, const lab::Fields& fields);

// True where no mistake of any field lies within the tolerance of its reference answer, and no two
// mistakes of a field are the same.
bool tells_apart(const Form& form);

}  // namespace exam
