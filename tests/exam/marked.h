// Answers marked, for the tests of the kinds of answers.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "exam/sample.h"

namespace tests {

inline lab::Json parsed(const std::string& text) {
  const lab::JsonReading json = lab::parse_json(text);
  CAPTURE(json.error);
  REQUIRE(json.value);
  return *json.value;
}

// A form of which each field is worth one mark; `answers` is a JSON object.
inline exam::Marking all_marked(const exam::Form& form, const std::string& answers) {
  return exam::mark(form, static_cast<double>(form.size()), parsed(answers));
}

// One field alone; `answer` is JSON.
inline exam::FieldMark one(const exam::AnswerField& field, const std::string& answer) {
  return all_marked({field}, "{\"" + field.id + "\": " + answer + "}").fields[0];
}

// The exercise about a rectangle, whose paper is worth eight marks.
inline exam::Marking marked(const std::string& answers) {
  exam::Session session(catalogue());
  session.open("1a#width=3");
  return session.mark(parsed(answers));
}

inline exam::FieldMark field(const std::string& answers, std::size_t i) {
  return marked(answers).fields[i];
}

}  // namespace tests
