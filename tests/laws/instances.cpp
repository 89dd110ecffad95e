// The questions of the paper and of its variants for a test that is not written in C++:
//   instances questions N [STEP FIRST]
//                           of the first N instances of every exercise each STEP-th, from FIRST on
//                           and the paper's own, a line of JSON each: {"id", "number", "facts",
//                           "form"}
//   instances mark          for each line {"id", "number", "answers"} of the standard input, the
//                           marking of these answers
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>

#include "exam/form_json.h"
#include "exam/instance.h"
#include "exam/marking.h"
#include "exercises/all.h"
#include "lab/json.h"

namespace {

int questions(int count, int step, int first) {
  for (const exam::Part& part : exercises::paper()) {
    if (!part.exercise) continue;
    for (int n = 0; n < count; ++n) {
      if (n != 0 && n % step != first) continue;
      const std::optional<exam::Instance> instance = exam::Instance::drawn(*part.exercise, n);
      if (!instance) continue;
      std::puts(lab::Writer('{')
                    .member("id", lab::quoted(part.id))
                    .member("number", lab::whole(instance->number()))
                    .member("facts", exam::facts_json(instance->facts()))
                    .member("form", exam::form_json(instance->form()))
                    .done()
                    .c_str());
    }
  }
  return 0;
}

int mark(const lab::Json& request) {
  const lab::Json* const answers = request.member("answers");
  for (const exam::Part& part : exercises::paper()) {
    if (!part.exercise || *request.member("id")->string() != part.id) continue;
    const auto instance = exam::Instance::drawn(
        *part.exercise, static_cast<int>(*request.member("number")->number()));
    if (!instance || !answers) return 1;
    std::puts(exam::json(exam::mark(instance->form(), part.marks, *answers)).c_str());
    return 0;
  }
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  if (what == "questions" && argc > 2) {
    const int step = argc > 4 ? std::max(1, std::atoi(argv[3])) : 1;
    return questions(std::atoi(argv[2]), step, argc > 4 ? std::atoi(argv[4]) % step : 0);
  }
  if (what != "mark") return 2;
  for (std::string line; std::getline(std::cin, line);) {
    const lab::JsonReading request = lab::parse_json(line);
    if (!request.value || mark(*request.value) != 0) return 1;
  }
  return 0;
}
