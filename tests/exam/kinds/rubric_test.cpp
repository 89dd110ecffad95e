#include "exam/kinds/rubric.h"

#include <doctest/doctest.h>

#include "exam/marked.h"

namespace {

exam::Marking judged(const std::string& answers) {
  const exam::Rubric rubric{{{"i", "People label a sample.", "Who else could?"},
                             {"ii", "They do not see the labels.", "", 2},
                             {"iii", "There is an interval.", ""}},
                            {{"The training accuracy.", "That measures the net."}}};
  const exam::Form form{{"why", "How would you measure it?", rubric, "Compare with the lab."}};
  return exam::mark(form, 8, tests::parsed(answers));
}

}  // namespace

TEST_CASE(
    "free text earns what its writer ticks, by weight, and is shown as the writer's judgement") {
  const exam::Marking m = judged(R"({"why": {"text": "ask", "points": {"i": true, "ii": true}}})");
  CHECK(m.marks == 6);  // weights 1 + 2 of 4
  CHECK(m.fields[0].outcome == exam::Outcome::partly);
  CHECK(m.fields[0].self_assessed);
  CHECK(m.fields[0].parts[0].outcome == exam::Outcome::right);
  CHECK(m.fields[0].parts[2].outcome == exam::Outcome::wrong);
  CHECK(judged(R"({"why": {"text": "x", "points": ["i", "ii", "iii"]}})").marks == 8);
  CHECK(judged(R"({"why": {"text": "x", "points": []}})").fields[0].outcome ==
        exam::Outcome::wrong);
}

TEST_CASE("a text without ticks is shown the points and judged by nobody") {
  for (const char* answer : {R"({"why": "ask people"})", R"({"why": {"text": "ask people"}})",
                             R"({"why": {"text": "ask", "points": null}})"}) {
    CAPTURE(answer);
    const exam::FieldMark f = judged(answer).fields[0];
    CHECK(f.outcome == exam::Outcome::blank);
    CHECK(f.share == 0);
    CHECK(f.parts[0].message == "People label a sample. Who else could?");
    CHECK(f.notes[0] == "Often said: “The training accuracy.” That measures the net.");
    CHECK(f.message.find("Nobody but you") != std::string::npos);
  }
}

TEST_CASE("ticks without a text earn nothing, and the text is asked for") {
  for (const char* answer :
       {R"({"why": {"text": "", "points": ["i", "ii", "iii"]}})",
        R"({"why": {"text": " \n", "points": {"i": true}}})", R"({"why": {"points": ["i"]}})"}) {
    CAPTURE(answer);
    const exam::Marking m = judged(answer);
    CHECK(m.marks == 0);
    CHECK(m.fields[0].outcome == exam::Outcome::blank);
    CHECK(m.fields[0].parts.empty());
    CHECK(m.fields[0].message.find("no text") != std::string::npos);
  }
}

TEST_CASE("free text that is missing is blank, and a point that is not asked is refused") {
  CHECK(judged(R"({"why": " "})").fields[0].parts.empty());
  CHECK(judged(R"({})").fields[0].outcome == exam::Outcome::blank);
  CHECK(judged(R"({"why": {"points": ["iv"]}})").fields[0].outcome == exam::Outcome::invalid);
  CHECK(judged(R"({"why": 3})").fields[0].outcome == exam::Outcome::invalid);
  CHECK(judged(R"({"why": {"text": "x", "points": 1}})").fields[0].outcome ==
        exam::Outcome::invalid);
}
