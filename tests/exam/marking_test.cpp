#include "exam/marking.h"

#include <doctest/doctest.h>

#include "exam/kind_marking.h"
#include "exam/sample.h"

namespace {

exam::Marking marked(const std::string& answers) {
  exam::Session session(tests::catalogue());
  session.open("1a#width=3");
  const auto json = lab::parse_json(answers);
  REQUIRE(json.value);
  return session.mark(*json.value);
}

exam::FieldMark field(const std::string& answers, std::size_t i) {
  return marked(answers).fields[i];
}

}  // namespace

TEST_CASE("the reference answers score full marks") {
  exam::Session session(tests::catalogue());
  session.open("1a");
  const exam::Form form = session.form();
  const exam::Marking m = session.mark(exam::reference_answers(form));
  CHECK(m.marks == 8);
  for (const exam::FieldMark& f : m.fields) CHECK(f.outcome == exam::Outcome::right);
  CHECK(m.fields[0].message == "Width times height.");
}

TEST_CASE("the fields split the marks evenly, blanks earn nothing and are no attempt") {
  const exam::Marking m = marked(R"({"area": "12"})");
  CHECK(m.marks == 2);
  CHECK(m.fields[1].outcome == exam::Outcome::blank);
  CHECK(marked(R"({"answers": {"area": 12}})").marks == 2);
  CHECK(field(R"({"area": "  "})", 0).outcome == exam::Outcome::blank);
}

TEST_CASE("a number is whatever calculation gives it") {
  for (const char* right : {"12", "3*4", "12,0", "sqrt(144)", "24/2", "12.005"}) {
    CAPTURE(right);
    CHECK(field("{\"area\": \"" + std::string(right) + "\"}", 0).outcome == exam::Outcome::right);
  }
  CHECK(field(R"({"area": "3*4"})", 0).read_as == "12");
}

TEST_CASE("the unit of a field may stand behind its number, another one may not") {
  const auto outcome = [](const std::string& text) {
    return field("{\"area\": \"" + text + "\"}", 0).outcome;
  };
  CHECK(outcome("12 m²") == exam::Outcome::right);
  CHECK(outcome("3*4m² ") == exam::Outcome::right);
  CHECK(outcome("13 m²") == exam::Outcome::wrong);
  CHECK(outcome("12 km²") == exam::Outcome::invalid);
  CHECK(outcome("12 m") == exam::Outcome::invalid);
  CHECK(outcome("m²") == exam::Outcome::invalid);
  CHECK(outcome("12 m² m²") == exam::Outcome::invalid);
}

TEST_CASE("a per cent is a hundredth where the field has no unit") {
  exam::Number share{0.25, 1e-3, "", {}};
  const exam::AnswerField field{"share", "share", share, ""};
  const auto read = [&](const char* text) {
    return exam::mark_field(field, share, lab::Json{std::string(text)});
  };
  for (const char* right : {"25 %", "25%", "50/2 percent", "25 per cent", "0.25", "1/4"}) {
    CAPTURE(right);
    CHECK(read(right).outcome == exam::Outcome::right);
  }
  CHECK(read("25 %").read_as == "0.25");
  CHECK(read("25").outcome == exam::Outcome::wrong);
  CHECK(read("%").outcome == exam::Outcome::invalid);
  CHECK(read("25 % %").outcome == exam::Outcome::invalid);
  share.unit = "nats";
  CHECK(exam::mark_field(field, share, lab::Json{std::string("25 %")}).outcome ==
        exam::Outcome::invalid);
}

TEST_CASE("a wrong number gets its cure, an unreadable one is no attempt") {
  CHECK(field(R"({"area": "14"})", 0).message == "That is the perimeter.");
  CHECK(field(R"({"area": "-12"})", 0).message.find("sign") != std::string::npos);
  CHECK(field(R"({"area": "1000"})", 0).message.find("large") != std::string::npos);
  const exam::FieldMark bad = field(R"({"area": "3*"})", 0);
  CHECK(bad.outcome == exam::Outcome::invalid);
  CHECK(!bad.message.empty());
  CHECK(field(R"({"area": [1]})", 0).outcome == exam::Outcome::invalid);
}

TEST_CASE("each verdict earns its share and a contested one earns it either way") {
  const auto share = [](const char* verdicts) {
    return field(std::string("{\"facts\": ") + verdicts + "}", 1).share;
  };
  CHECK(share(R"({"i": true, "ii": false, "iii": true, "iv": true})") == 1);
  CHECK(share(R"({"i": true, "ii": false, "iii": false, "iv": true})") == 1);
  CHECK(share(R"({"i": false, "ii": false, "iii": false, "iv": true})") == 0.75);
  CHECK(share(R"({"i": true})") == 0.25);
  CHECK(share(R"(["i", "iv"])") == 1);
  CHECK(share("[]") == 0.5);
  CHECK(field(R"({"facts": {}})", 1).outcome == exam::Outcome::blank);
  CHECK(field(R"({"facts": {"v": true}})", 1).outcome == exam::Outcome::invalid);
  CHECK(field(R"({"facts": {"i": "yes"}})", 1).outcome == exam::Outcome::invalid);
  CHECK(field(R"({"facts": ["i"]})", 1).parts[1].message == "It has corners.");
  CHECK(field(R"({"facts": ["i"]})", 1).parts[2].contested);
}

TEST_CASE("a matrix is marked cell by cell") {
  CHECK(field(R"({"sides": [[3, 4]]})", 2).outcome == exam::Outcome::right);
  CHECK(field(R"({"sides": "3,4"})", 2).outcome == exam::Outcome::right);
  CHECK(field(R"({"sides": [["6/2", "2^2"]]})", 2).outcome == exam::Outcome::right);
  const exam::FieldMark half = field(R"({"sides": [[3, 5]]})", 2);
  CHECK(half.outcome == exam::Outcome::partly);
  CHECK(half.share == 0.5);
  CHECK(half.parts[1].id == "1,2");
  CHECK(half.parts[1].outcome == exam::Outcome::wrong);
  CHECK(field(R"({"sides": [["3", ""]]})", 2).parts[1].outcome == exam::Outcome::blank);
  CHECK(field(R"({"sides": [["", null]]})", 2).outcome == exam::Outcome::blank);
  CHECK(field(R"({"sides": [[4, 3]]})", 2).message == "The sides are swapped.");
  CHECK(field(R"({"sides": [[3], [4]]})", 2).message.find("2×1") != std::string::npos);
  CHECK(field(R"({"sides": [["x", 4]]})", 2).outcome == exam::Outcome::invalid);
  CHECK(field(R"({"sides": [[1], [2, 3]]})", 2).outcome == exam::Outcome::invalid);
  CHECK(field(R"({"sides": []})", 2).outcome == exam::Outcome::invalid);
}

TEST_CASE("the other options of several are explained once the right one was found") {
  for (const exam::PartMark& part : field(R"({"name": "b"})", 3).parts)
    CHECK(part.message.empty() == (part.id != "b"));
  for (const exam::PartMark& part : field(R"({"name": "a"})", 3).parts)
    CHECK_FALSE(part.message.empty());
}

TEST_CASE("one of several is right or explained") {
  CHECK(field(R"({"name": "a"})", 3).outcome == exam::Outcome::right);
  CHECK(field(R"({"name": "b"})", 3).message == "no corners");
  CHECK(field(R"({"name": "c"})", 3).outcome == exam::Outcome::invalid);
}

TEST_CASE("what was understood is said before it is marked") {
  exam::Session session(tests::catalogue());
  session.open("1a");
  const exam::AnswerField area = session.form()[0];
  CHECK(exam::understand(area, "ln 250").message == "read as 5.521460917862246");
  CHECK(exam::understand(area, "12 m²").message == "read as 12");
  CHECK(!exam::understand(area, "ln (").valid);
  CHECK(exam::understand(area, " ").message.empty());
}

TEST_CASE("a marking in JSON can be read back") {
  const auto json = lab::parse_json(exam::json(marked(R"({"area": "14", "facts": ["i"]})")));
  REQUIRE(json.value);
  CHECK(*json.value->member("out_of")->number() == 8);
  CHECK(*(*json.value->member("fields")->array())[0].member("outcome")->string() == "wrong");
}
