#include <doctest/doctest.h>

#include <set>

#include "exercises/answering.h"

using tests::typed;

TEST_CASE("the panel's error stands for the Bayes error, and the others are told apart") {
  CHECK(typed("1g-i", "proxy", "1").outcome == exam::Outcome::right);
  CHECK(typed("1g-i", "proxy", "2").message.find("one expert") != std::string::npos);
  CHECK(typed("1g-i", "proxy", "6").message.find("layman") != std::string::npos);
  CHECK(typed("1g-i", "proxy", "3").message.find("mean") != std::string::npos);
  CHECK(typed("1g-i", "proxy", "0").message.find("never") != std::string::npos);
}

TEST_CASE("variants ask about other people, always in the order layman, expert, panel") {
  std::set<std::string> questions;
  for (int n = 1; n <= 60; ++n) {
    CAPTURE(n);
    exam::Session session({laboratory::all(), exercises::paper()});
    REQUIRE(session.open("1g-i#variant=" + std::to_string(n)));
    const exam::Form form = session.form();
    questions.insert(form.at(1).label);
    const auto& number = std::get<exam::Number>(form.at(1).kind);
    // No error, and else what is worse than the panel's.
    for (const exam::NumberMistake& m : number.mistakes)
      CHECK((m.value > number.value || m.value == 0));
  }
  CHECK(questions.size() > 30);
}
