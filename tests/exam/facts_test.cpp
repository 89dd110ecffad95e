#include "exam/facts.h"

#include <doctest/doctest.h>

#include "exam/sample.h"
#include "exam/transcript.h"

TEST_CASE("facts are found by their key and keep their order") {
  exam::Facts facts;
  facts.flag("paper", true).word("right", "recall", {"recall", "precision"}).number("cost", 2.5);
  facts.text("story", "A \"story\".").matrix("m", {1, 2, {3, 4}});
  REQUIRE(facts.find("cost"));
  CHECK(std::get<double>(facts.find("cost")->value) == 2.5);
  CHECK(facts.find("costs") == nullptr);
  CHECK(exam::facts_json(facts) ==
        R"([{"key": "paper", "value": true}, )"
        R"({"key": "right", "value": "recall", "values": ["recall", "precision"]}, )"
        R"({"key": "cost", "value": 2.5}, {"key": "story", "value": "A \"story\"."}, )"
        R"({"key": "m", "value": [[3, 4]]}])");
}

TEST_CASE("a page has the facts of its question, and a bare lab has none") {
  exam::Session session(tests::catalogue());
  session.open("1a#variant=3");
  CHECK(std::get<double>(session.facts().find("sum")->value) == 13);
  session.set("width", "7");
  CHECK(std::get<double>(session.facts().find("sum")->value) == 13);
  session.ask();
  CHECK(std::get<double>(session.facts().find("sum")->value) == 15);
  CHECK(exam::page_json(session).find(R"("facts": [{"key": "paper", "value": false})") !=
        std::string::npos);
  session.open("rectangle");
  CHECK(session.facts().all().empty());
}
