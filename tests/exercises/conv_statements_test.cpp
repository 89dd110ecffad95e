// 1c: four verdicts for the paper's instance, and a side to compute for a variant.
#include <doctest/doctest.h>

#include "exercises/answering.h"
#include "lab/link.h"
#include "lab/number.h"
#include "thinning.h"

using tests::marks;
using tests::opened;

namespace {

exam::Number side(const exam::Form& form) {
  REQUIRE(form.size() == 2);
  CHECK(form[1].id == "out.side");
  return std::get<exam::Number>(form[1].kind);
}

TEST_CASE("each right verdict earns a quarter and the disputed one costs nobody a mark") {
  const exam::Session session = opened("1c");
  REQUIRE(session.form().size() == 1);
  const double all = session.part()->marks;
  CHECK(marks(session, R"({"statements": {"i": true, "ii": true, "iii": true, "iv": true}})") ==
        doctest::Approx(all));
  CHECK(marks(session, R"({"statements": {"i": true, "ii": true, "iii": false, "iv": true}})") ==
        doctest::Approx(all));
  CHECK(marks(session, R"({"statements": {"i": true, "ii": false, "iii": true, "iv": true}})") ==
        doctest::Approx(0.75 * all));
  CHECK(marks(session, R"({"statements": {"i": false, "ii": false, "iii": true, "iv": false}})") ==
        doctest::Approx(0.25 * all));
}

TEST_CASE("turning the lab's knobs leaves the paper's question as it is") {
  CHECK(opened("1c#n=20&stride=3").form().size() == 1);
}

TEST_CASE("one may ask about the layer that the lab shows, and not about a cell of its map") {
  CHECK(opened("1c#/kernel=5").askable());
  CHECK(opened("1c#/kernel=5").moved() == std::vector<std::string>{"kernel"});
  CHECK(opened("1c#kernel=5&row=3").question_link() == "1c#kernel=5");
  CHECK(opened("1c#variant=3&n=31").question_link() == "1c#variant=3&n=31");
  CHECK(!opened("1c#/row=3&col=3").askable());
}

TEST_CASE("a variant asks for the side at its own numbers") {
  // floor((30 + 2*2 - 2*(5 - 1) - 1) / 3) + 1 = floor(25 / 3) + 1 = 9.
  const exam::Session session =
      opened("1c#variant=3&n=30&kernel=5&padding=2&stride=3&dilation=2&pad_mode=zero");
  CHECK(side(session.form()).value == 9);
  CHECK(marks(session, R"({"out.side": "9"})") == doctest::Approx(session.part()->marks / 2));
  CHECK(marks(session, R"({"out.side": "9.05"})") == 0);
  // Without padding 8, padding once 8, no first place 8, rounded up 10, stride 1 26, dilation 1 10.
  std::vector<double> wrong;
  const exam::Number asked = side(session.form());
  for (const exam::NumberMistake& m : asked.mistakes) wrong.push_back(m.value);
  CHECK(lab::text(lab::Matrix{1, static_cast<int>(wrong.size()), wrong}) == "8,10,26,30");
}

TEST_CASE("where the lab shows no map of its fields' size, a variant asks what it asked") {
  const double drawn = side(opened("1c#variant=3").form()).value;
  CHECK(side(opened("1c#variant=3&X=1,2,3;4,5,6;7,8,9").form()).value == drawn);
  CHECK(side(opened("1c#variant=3&K=1,2;3,4").form()).value == drawn);
  CHECK(side(opened("1c#variant=3&n=4&kernel=9&padding=0").form()).value == drawn);
}

TEST_CASE("the side that is asked is the one that the lab shows") {
  tests::Thinned thinned(4 * tests::thinning);  // a report trains a network
  for (int n = 1; n <= 50; ++n) {
    if (!thinned.tries()) continue;
    const exam::Session session = opened("1c#variant=" + std::to_string(n));
    const lab::Report report = session.report();
    CAPTURE(n);
    CHECK(report.problems.empty());
    CHECK(static_cast<double>(std::get<std::int64_t>(report.find("out.height")->value)) ==
          side(session.form()).value);
    CHECK(side(session.form()).value >= 2);
    CHECK(side(session.form()).mistakes.size() >= 3);
  }
}

TEST_CASE("each statement's button sets the lab to a case that it can show") {
  const exam::Session paper = opened("1c");
  const exam::Form form = paper.form();
  for (const exam::Option& option : std::get<exam::ManyOf>(form[0].kind).options) {
    exam::Session session = opened("1c#X=1,2;3,4&K=1&dilation=3");
    const lab::Link link = lab::parse_link("1c#" + option.show);
    CHECK(link.problems.empty());
    CAPTURE(option.id);
    for (const auto& [key, value] : link.pairs)
      if (key != "figure") CHECK(session.set(key, value).outcome == lab::Reading::taken);
    const lab::Report report = session.report();
    CHECK(report.problems.empty());
    const auto count = [&](const char* key) {
      return std::get<std::int64_t>(report.find(key)->value);
    };
    if (option.id == "i") CHECK(count("out.parameters") == 16 * 10);
    if (option.id == "ii") CHECK(std::get<double>(report.find("equivariance.error")->value) == 0);
    if (option.id == "iii") CHECK(count("cell.padding") == 16);  // of 25 at the corner
    if (option.id == "iv") CHECK(count("out.height") == 32);
  }
}

}  // namespace
