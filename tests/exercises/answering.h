// An exercise as a student meets it: opened by its link, answered, marked.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "exam/session.h"
#include "exercises/all.h"
#include "lab/json.h"
#include "labs/all.h"

namespace tests {

inline exam::Session opened(const std::string& link) {
  exam::Session session({laboratory::all(), exercises::paper()});
  REQUIRE(session.open(link));
  return session;
}

// Of answers as JSON: {"field": answer, ...}.
inline exam::Marking marking(const exam::Session& session, const std::string& answers) {
  const lab::JsonReading reading = lab::parse_json(answers);
  REQUIRE(reading.value);
  return session.mark(*reading.value);
}

inline double marks(const exam::Session& session, const std::string& answers) {
  return marking(session, answers).marks;
}

// The mark of `field` for `answer`, which is JSON.
inline exam::FieldMark marked(const std::string& link, const std::string& field,
                              const std::string& answer) {
  const std::string answers = "{" + lab::quoted(field) + ": " + answer + "}";
  for (const exam::FieldMark& mark : marking(opened(link), answers).fields)
    if (mark.id == field) return mark;
  FAIL("there is no field called " << field);
  return {};
}

// The mark of `field` for `text` typed into it.
inline exam::FieldMark typed(const std::string& link, const std::string& field,
                             const std::string& text) {
  return marked(link, field, lab::quoted(text));
}

// The id of the right option of the choice that the form begins with.
inline std::string right(const exam::Form& form) {
  const auto& choice = std::get<exam::OneOf>(form.at(0).kind);
  return choice.options.at(static_cast<std::size_t>(choice.right)).id;
}

}  // namespace tests
