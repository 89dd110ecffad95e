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

TEST_CASE("a page that keeps what it was told has all of it, and is told what changed alone") {
  exam::Session session(tests::catalogue());
  session.open("1a");
  exam::PageSender sender;
  CHECK(sender.changes(session) == exam::page_json(session));
  CHECK(sender.changes(session) == "{}");
  session.set("width", "5");
  const auto changes = lab::parse_json(sender.changes(session));
  REQUIRE(changes.value);
  CHECK(changes.value->member("link"));
  CHECK(changes.value->member("readouts"));
  CHECK_FALSE(changes.value->member("title"));
  CHECK(exam::PageSender().changes(session) == exam::page_json(session));
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
