#include "exam/session.h"

#include <doctest/doctest.h>

#include "exam/form_json.h"
#include "exam/marked.h"
#include "exam/sample.h"
#include "exam/transcript.h"
#include "lab/mutation.h"
#include "thinning.h"

namespace {

std::string link_after(const char* link) {
  exam::Session session(tests::catalogue());
  session.open(link);
  return session.link();
}

}  // namespace

TEST_CASE("a fresh link is its bare id and defaults are left out of every link") {
  CHECK(link_after("1a") == "1a");
  CHECK(link_after("rectangle") == "rectangle");
  CHECK(link_after("1a#height=4&width=6") == "1a");
  CHECK(link_after("1a#height=9&width=7") == "1a#width=7&height=9");
  CHECK(link_after("rectangle#width=6") == "rectangle#width=6");
}

TEST_CASE("a variant is its number, with what the link changes of it") {
  CHECK(link_after("1a#variant=5") == "1a#variant=5");
  CHECK(link_after("1a#width=5&variant=5") == "1a#variant=5");
  CHECK(link_after("1a#width=2&variant=5") == "1a#variant=5&width=2");
  CHECK(link_after("1a#variant=0") == "1a");
}

TEST_CASE("an unknown id changes nothing and is named") {
  exam::Session session(tests::catalogue());
  CHECK(!session.open("9z"));
  CHECK(!session.is_open());
  CHECK(session.open("1a#width=2"));
  CHECK(!session.open("nothing"));
  CHECK(session.link() == "1a#width=2");
  CHECK(session.notices()[0].message.find("nothing") != std::string::npos);
  CHECK(!session.open("1b"));
  CHECK(session.notices()[0].message.find("not built yet") != std::string::npos);
}

TEST_CASE("what a link gets wrong stands first among the problems") {
  exam::Session session(tests::catalogue());
  session.open("1a#width=13&height=1e9&colour=red&unit=x");
  const auto& problems = session.report().problems;
  REQUIRE(problems.size() == 4);
  CHECK(problems[0].key == "height");
  CHECK(problems[1].key == "colour");
  CHECK(problems[2].key == "unit");
  CHECK(problems[3].message == "13 is not drawn");
  session.set("width", "2");
  CHECK(session.report().problems.empty());
}

TEST_CASE("setting a field clears what it declares, opening a link does not") {
  exam::Session session(tests::catalogue());
  session.open("rectangle#height=9&unit=2");
  CHECK(session.link() == "rectangle#height=9&unit=2");
  session.set("height", "8");
  CHECK(session.link() == "rectangle#height=8");
  CHECK(session.set("height", "tall").outcome == lab::Reading::refused);
  CHECK(session.link() == "rectangle#height=8");
}

namespace {

struct Lamp {
  int place = 1, colour = 1;
  void declare(lab::Fields& f) {
    f.whole("place", place, {1, 9}, "place").on_set_bring({"colour=3"});
    f.whole("colour", colour, {1, 9}, "colour");
  }
};

lab::Report lit(const Lamp&) { return {}; }
constexpr lab::LabRow lamp = lab::formula<Lamp, lit>("lamp", "Lamp");

}  // namespace

TEST_CASE("setting a field brings what it declares, opening a link does not") {
  const lab::LabRow* const labs[] = {&lamp};
  exam::Session session({labs, {}});
  session.open("lamp#place=2");
  CHECK(session.link() == "lamp#place=2");
  session.set("place", "4");
  CHECK(session.link() == "lamp#place=4&colour=3");
  session.set("colour", "1");
  CHECK(session.link() == "lamp#place=4");
}

TEST_CASE("clearing returns to the instance's value, whatever the question has there") {
  exam::Session session(tests::catalogue());
  session.open("1a#height=9&unit=2");
  session.set("height", "8");
  CHECK(session.link() == "1a#height=9&unit=2/height=8&unit=1");
}

TEST_CASE("what is done in the lab leaves the question and its marks as they are") {
  exam::Session session(tests::catalogue());
  session.open("1a");
  const std::string form = exam::form_json(session.form());
  const lab::Json right = tests::parsed(R"({"area": "24"})");
  const double marks = session.mark(right).marks;
  CHECK(marks > 0);
  for (const lab::Field& field : session.asked()->at().all()) {
    session.set(field.key, "2");
    CHECK(exam::form_json(session.form()) == form);
    CHECK(session.mark(right).marks == marks);
  }
  CHECK(session.link() == "1a#/width=2&height=2&unit=2");
  CHECK(session.question_link() == "1a");
  CHECK(session.moved() == std::vector<std::string>{"width", "height", "unit"});
}

TEST_CASE("a link says what is asked and, behind a slash, what the lab is set to") {
  CHECK(link_after("1a#/width=2") == "1a#/width=2");
  CHECK(link_after("1a#width=5/width=2") == "1a#width=5/width=2");
  CHECK(link_after("1a#width=5/width=5") == "1a#width=5");
  CHECK(link_after("1a#variant=5/height=2&width=6") == "1a#variant=5/width=6&height=2");
  CHECK(link_after("rectangle#/width=2") == "rectangle#width=2");
  CHECK(link_after("1a#/tab=losses") == "1a#/tab=losses");
  CHECK(link_after("rectangle#tab=losses") == "rectangle#tab=losses");
  exam::Session session(tests::catalogue());
  session.open("1a#width=5/width=2");
  CHECK(session.mark(tests::parsed(R"({"area": "20"})")).fields[0].outcome == exam::Outcome::right);
  CHECK(std::get<double>(session.report().find("area")->value) == 8);
}

TEST_CASE("one may ask about the lab as it stands, and bring the lab back to the question") {
  exam::Session session(tests::catalogue());
  session.open("1a");
  CHECK(!session.askable());
  CHECK(session.ask().outcome == lab::Reading::refused);
  session.set("width", "5");
  CHECK(session.askable());
  session.back();
  CHECK(session.link() == "1a");
  session.set("width", "5");
  CHECK(session.ask().outcome == lab::Reading::taken);
  CHECK(session.link() == "1a#width=5");
  CHECK(session.question_link() == "1a#width=5");
  CHECK(session.asked()->own_keys() == std::vector<std::string>{"width"});
  session.set("width", "6");
  CHECK(session.ask().outcome == lab::Reading::taken);
  CHECK(session.link() == "1a");
}

TEST_CASE("whether one may ask is worked out once for the numbers at which the lab stands") {
  exam::Session session(tests::catalogue());
  session.open("1a");
  session.set("width", "5");
  const int asked = tests::forms_asked;
  for (int i = 0; i < 9; ++i) {
    CHECK(session.askable());
    CHECK(exam::page_json(session).find(R"("askable": true)") != std::string::npos);
  }
  CHECK(tests::forms_asked == asked + 1);
  session.set("width", "6");
  CHECK(!session.askable());
  session.set("width", "7");
  CHECK(session.askable());
  CHECK(tests::forms_asked == asked + 2);
}

TEST_CASE("what the lab says at the question's numbers is known once all is worked out") {
  exam::Session session(tests::catalogue());
  session.open("1a#/width=2");
  while (!session.advance(1)) {
  }
  REQUIRE(session.question_report());
  CHECK(std::get<double>(session.question_report()->readouts.front().value) == 24);
  CHECK(std::get<double>(session.report().find("area")->value) == 8);
}

TEST_CASE("a guess asks for its truth until another question is asked") {
  exam::Session session(tests::catalogue());
  session.seek_truth();
  CHECK(!session.seeks_truth());
  session.open("1a");
  const std::uint64_t before = session.revision();
  session.seek_truth();
  CHECK(session.revision() > before);
  CHECK(exam::page_json(session).find(R"("sought": true)") != std::string::npos);
  session.set("width", "9");
  CHECK(session.seeks_truth());
  session.set("variant", "1");
  CHECK(!session.seeks_truth());
}

TEST_CASE("every change counts up the revision") {
  exam::Session session(tests::catalogue());
  session.open("1a");
  const auto before = session.revision();
  session.set("width", "9");
  CHECK(session.revision() > before);
  CHECK(std::get<double>(session.report().find("area")->value) == 36);
}

TEST_CASE("10 000 mutated links open or are refused, and their canonical link is stable") {
  const std::string good = "1a#variant=3&width=12&height=7/unit=1.5&width=3";
  tests::Noise noise(7);
  tests::Thinned thinned;
  for (int i = 0; i < 10000; ++i) {
    const std::string mutated = tests::mutated(good, noise);
    if (!thinned.tries()) continue;
    exam::Session session(tests::catalogue());
    if (!session.open(mutated)) continue;
    const std::string link = session.link();
    const std::string report = exam::report_json(session);
    exam::Session again(tests::catalogue());
    REQUIRE(again.open(link));
    CHECK(again.link() == link);
    CHECK(again.notices().empty());
    CHECK(lab::parse_json(report).value);
  }
}

TEST_CASE("a pinned run stays in the link and gives back what it reported") {
  exam::Session session(tests::catalogue());
  session.open("1a");
  session.set("width", "5");
  session.set("pin", "here");
  CHECK(session.link() == "1a#/width=5&pin=width%3D5");
  session.set("width", "7");
  CHECK(session.link() == "1a#/width=7&pin=width%3D5");
  exam::Session again(tests::catalogue());
  again.open(session.link());
  CHECK(again.link() == session.link());
  CHECK(again.notices().empty());
  while (!again.advance(1)) {
  }
  REQUIRE(again.pinned()->report());
  CHECK(std::get<double>(again.pinned()->report()->find("area")->value) == 20);
  CHECK(std::get<double>(again.report().find("area")->value) == 28);
  CHECK(again.digest() == [] {
    exam::Session alone(tests::catalogue());
    alone.open("1a#/width=7");
    return alone.digest();
  }());
  again.set("pin", "");
  CHECK(again.link() == "1a#/width=7");
}

TEST_CASE("back at the question's numbers a run that is pinned there goes, and another stays") {
  exam::Session session(tests::catalogue());
  session.open("1a#/width=7&pin=start");
  session.back();
  CHECK(session.pinned() == nullptr);
  session.open("1a#/width=7&pin=width%3D8");
  session.back();
  REQUIRE(session.pinned());
  CHECK(session.link() == "1a#/pin=width%3D8");
}

TEST_CASE("the question's own numbers can be pinned, and what a pin cannot say is named") {
  exam::Session session(tests::catalogue());
  session.open("1a");
  session.set("pin", "here");
  session.set("width", "7");
  CHECK(session.link() == "1a#/width=7&pin=start");
  session.open("1a#/width=7&pin=start");
  CHECK(session.pinned());
  CHECK(session.notices().empty());
  session.open("1a#/pin=colour%3Dred");
  CHECK(session.pinned());
  REQUIRE(session.notices().size() == 1);
  CHECK(session.notices()[0].key == "colour");
}

TEST_CASE(
    "where nothing can be asked the question is its own, and the lab stands where the link says") {
  exam::Session session(tests::catalogue());
  REQUIRE(session.open("1a#width=17&height=5"));
  CHECK(session.question_link() == "1a");
  CHECK(session.link() == "1a#/width=17&height=5");
  CHECK(!session.form().empty());
  REQUIRE(session.notices().size() == 1);
  CHECK(session.notices()[0].message.find("nothing to ask") != std::string::npos);
  CHECK(!session.askable());
  CHECK(session.ask().message == "with these numbers there is nothing to ask");
  session.set("width", "5");
  CHECK(session.askable());
}

TEST_CASE("a number is offered up to what the parameters in force allow") {
  exam::Session session(tests::catalogue());
  REQUIRE(session.open("rectangle#width=9"));
  CHECK(session.view().fields.find("height")->offered == 90);
  session.set("width", "7");
  CHECK(session.view().fields.find("height")->offered == 70);
}
