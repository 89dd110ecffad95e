#include "exam/kinds/number.h"

#include <doctest/doctest.h>

#include "exam/instance.h"
#include "exam/marked.h"

namespace {

using tests::field;

}  // namespace

TEST_CASE("a number is whatever calculation gives it") {
  for (const char* right : {"12", "3*4", "12,0", "sqrt(144)", "24/2", "12.005"}) {
    CAPTURE(right);
    CHECK(field("{\"area\": \"" + std::string(right) + "\"}", 0).outcome == exam::Outcome::right);
  }
  CHECK(field(R"({"area": "3*4"})", 0).read_as == "12");
  CHECK(field(R"({"area": "-ln 250"})", 0).read_as == "−5.52146");
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
  const auto read = [&](const char* text) {
    return share.mark(lab::Json{std::string(text)}, "", exam::Layout::own);
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
  CHECK(share.mark(lab::Json{std::string("25 %")}, "", exam::Layout::own).outcome ==
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

TEST_CASE("mistakes that are right or alike do not tell apart") {
  const auto form = [](std::vector<exam::NumberMistake> mistakes) {
    return exam::Form{{"x", "x", exam::Number{10, 0.01, "", std::move(mistakes)}, ""}};
  };
  CHECK(exam::tells_apart(form({{5, ""}, {20, ""}})));
  CHECK(!exam::tells_apart(form({{10.05, ""}})));
  CHECK(!exam::tells_apart(form({{5, ""}, {5.01, ""}})));
}
