#include "exam/transcript.h"

#include <doctest/doctest.h>

#include "exam/sample.h"
#include "lab/json.h"

TEST_CASE("a report has its link, its readouts by key and its problems") {
  exam::Session session(tests::catalogue());
  session.open("1a#width=13");
  CHECK(exam::report_json(session) ==
        R"({"link": "1a#width=13", "readouts": {"area": 52}, "problems": )"
        R"([{"key": "width", "message": "13 is not drawn"}]})");
}

TEST_CASE("the page learns what is asked and nothing of the answers") {
  exam::Session session(tests::catalogue());
  session.open("1a");
  const std::string page = exam::page_json(session);
  const auto json = lab::parse_json(page);
  REQUIRE(json.value);
  CHECK(json.value->member("form")->array()->size() == 4);
  CHECK(json.value->member("fields")->array()->size() == 3);
  CHECK(page.find("Width times height") == std::string::npos);
  CHECK(page.find("has corners") == std::string::npos);
  CHECK(page.find("perimeter") == std::string::npos);
}

TEST_CASE("the catalogue lists what is built and what is announced") {
  const auto json = lab::parse_json(exam::catalogue_json(tests::catalogue()));
  REQUIRE(json.value);
  const auto& paper = *json.value->member("paper")->array();
  REQUIRE(paper.size() == 2);
  CHECK(*paper[0].member("built")->boolean());
  CHECK(!*paper[1].member("built")->boolean());
  CHECK(*json.value->member("labs")->array()->at(0).member("id")->string() == "rectangle");
}
