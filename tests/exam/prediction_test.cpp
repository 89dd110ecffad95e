#include "exam/prediction.h"

#include <doctest/doctest.h>

#include "exam/sample.h"
#include "exam/transcript.h"

namespace {

lab::Report report() {
  lab::Report r;
  r.count("count", "", 3);
  r.real("share", "", 0.25);
  r.real("large", "", 7);
  r.real("small", "", -2);
  r.real("small.too", "", -2);
  r.word("name", "", "pool");
  r.matrix("matrix", "", {2, 3, {-4, 1, 2, 3, 4, 5}});
  r.list("list", "", {0, 9});
  r.list("nothing", "", {});
  r.undefined("none", "", "it is not known");
  lab::Lines lines;
  lab::Curve curve;
  curve.name = "curve";
  curve.x = {0, 1, 2, 4};
  curve.y = {0, 10, 20, 0};
  lines.curves = {curve};
  r.figure("plot", "", "", lines);
  r.figure("plot.more", "", "", lines);
  r.figure("other", "", "", lines);
  return r;
}

using Numbers = std::vector<double>;

Numbers estimate(exam::Source source) {
  return exam::truth({"", {}, {}, exam::Estimate{std::move(source), "", 0, 1}}, report());
}

Numbers pick(exam::Pick pick) { return exam::truth({"", {}, {}, std::move(pick)}, report()); }

Numbers sketch(const char* figure, const char* curve, Numbers at) {
  return exam::truth({"", {}, {}, exam::Sketch{figure, curve, "", "", 0, 1, std::move(at)}},
                     report());
}

}  // namespace

TEST_CASE("an estimate's truth is a readout, a number of it, or its shape") {
  using exam::Source;
  CHECK(estimate({"count"}) == Numbers{3});
  CHECK(estimate({"share", Source::all, 100}) == Numbers{25});
  CHECK(estimate({"matrix", Source::first}) == Numbers{-4});
  CHECK(estimate({"matrix", Source::sign}) == Numbers{-1});
  CHECK(estimate({"list", Source::sign}) == Numbers{0});
  CHECK(estimate({"matrix", Source::rows}) == Numbers{2});
  CHECK(estimate({"matrix", Source::columns}) == Numbers{3});
}

TEST_CASE("what the lab does not say as a number has no truth") {
  using exam::Source;
  for (const char* key : {"none", "name", "matrix", "unheard-of"}) CHECK(estimate({key}).empty());
  CHECK(estimate({"nothing", Source::first}).empty());
  CHECK(estimate({"count", Source::rows}).empty());
}

TEST_CASE("a pick is right by the word or the number that the lab says") {
  const std::vector<exam::Choice> layers = {{"a convolution", "conv"}, {"pooling", "pool"}};
  CHECK(pick({layers, exam::Pick::named, {"name"}}) == Numbers{1});
  const std::vector<exam::Choice> signs = {{"below 0", "-1"}, {"above 0", "1"}};
  CHECK(pick({signs, exam::Pick::named, {"matrix", exam::Source::sign}}) == Numbers{0});
  CHECK(pick({signs, exam::Pick::named, {"list", exam::Source::sign}}).empty());
}

TEST_CASE("a pick is right by its own readout, where no other choice has as much") {
  const std::vector<exam::Choice> choices = {{"a", "share"}, {"b", "large"}, {"c", "small"}};
  CHECK(pick({choices, exam::Pick::smallest}) == Numbers{2});
  CHECK(pick({choices, exam::Pick::largest}) == Numbers{1});
  CHECK(pick({{{"a", "share"}, {"b", "none"}}, exam::Pick::smallest}).empty());
  CHECK(pick({{{"c", "small"}, {"d", "small.too"}}, exam::Pick::smallest}).empty());
}

TEST_CASE("a pick for each row is right by the entries of a list, where every entry is a choice") {
  const auto each = [](std::vector<std::string> rows, std::vector<exam::Choice> choices,
                       const char* readout) {
    return exam::truth({"", {}, {}, exam::PickEach{std::move(rows), std::move(choices), readout}},
                       report());
  };
  const std::vector<exam::Choice> choices = {{"nine", "9"}, {"none", "0"}};
  CHECK(each({"first", "second"}, choices, "list") == Numbers{1, 0});
  CHECK(each({"first"}, choices, "list").empty());
  CHECK(each({"first", "second"}, {{"nine", "9"}}, "list").empty());
  CHECK(each({"first", "second"}, choices, "unheard-of").empty());
}

TEST_CASE("a sketch is held against the curve between its points") {
  CHECK(sketch("plot", "curve", {0, 0.5, 3}) == Numbers{0, 5, 10});
  CHECK(sketch("plot", "curve", {0, 5}).empty());
  CHECK(sketch("plot", "no curve", {0}).empty());
  CHECK(sketch("no plot", "curve", {0}).empty());
}

TEST_CASE("a key with a star covers all that begin like it, and nothing else") {
  CHECK(exam::covers({"loss"}, "loss"));
  CHECK_FALSE(exam::covers({"loss"}, "loss.nats"));
  CHECK(exam::covers({"loss.*"}, "loss.nats"));
  CHECK_FALSE(exam::covers({"loss.*"}, "loss"));
  CHECK(exam::covers({"*"}, "anything"));
  CHECK_FALSE(exam::covers({}, "anything"));
  const exam::Prediction plots{"", {"plot*"}, {}, exam::Estimate{}};
  CHECK(exam::covered_figures(plots, report()) == std::vector<std::string>{"plot", "plot.more"});
}

TEST_CASE("the tab of what is covered is that of the first of it") {
  const exam::Prediction plots{"", {"plot*"}, {}, exam::Estimate{}};
  CHECK(exam::tab_of(plots, report()) == "");
  lab::Report r;
  r.figure("plot.more", "title", "alt", lab::Bars{}).tab = "in numbers";
  r.figure("plot", "title", "alt", lab::Bars{});
  CHECK(exam::tab_of(plots, r) == "in numbers");
  CHECK(exam::tab_of({"", {"no such"}, {}, exam::Estimate{}}, r) == "");
}

TEST_CASE("the reason of the truth quotes the report, and is silent where that has no number") {
  const auto why = [](const char* because, exam::Source source = {"count"}) {
    const exam::Estimate estimate{std::move(source), "", 0, 9};
    return exam::reason({"", {}, {}, estimate, because}, report());
  };
  CHECK(why("There are {{count}}, {{share}} of {{name}}: {{matrix}}.") ==
        "There are 3, 0.25 of pool: −4, 1, 2; 3, 4, 5.");
  CHECK(why("All.") == "All.");
  CHECK(why("There are {{none}}.").empty());
  CHECK(why("There are {{unheard-of}}.").empty());
  CHECK(why("There are {{count}}.", {"none"}).empty());
}

TEST_CASE("a choice may have a reason of its own, which is told where it is the right one") {
  const auto why = [](exam::Pick::Rule rule) {
    exam::Pick pick{{{"a", "share", "a is {{share}}."}, {"b", "large"}}, rule};
    return exam::reason({"", {}, {}, std::move(pick), "It is so."}, report());
  };
  CHECK(why(exam::Pick::smallest) == "a is 0.25.");
  CHECK(why(exam::Pick::largest) == "It is so.");
}

TEST_CASE("the page hears what is asked and covered, and the truth only once it is told") {
  const exam::Prediction prediction{
      "How many?", {"plot"}, {"c*"}, exam::Estimate{{"count"}, "px", 1, 9, true}};
  const std::string before = exam::prediction_json(prediction, report(), nullptr);
  CHECK(before ==
        R"({"ask": "How many?", "figures": ["plot"], "tab": "", "readouts": ["count"], )"
        R"("words": "covered until you guess", "kind": "estimate", "unit": "px", "low": 1, )"
        R"("high": 9, "whole": true, "truth": null, "why": ""})");
  const lab::Report told = report();
  const std::string after = exam::prediction_json(prediction, report(), &told);
  CHECK(after.find(R"("truth": [3])") != std::string::npos);
}

TEST_CASE("an exercise has a prediction in the page's words and a bare lab has none") {
  exam::Session session(tests::catalogue());
  session.open("1a");
  CHECK(session.prediction()->ask == "How large is it?");
  CHECK(exam::page_json(session).find(R"("truth": [24])") != std::string::npos);
  session.set("width", "9");
  CHECK(exam::page_json(session).find(R"("truth": null)") != std::string::npos);
  session.open("rectangle");
  CHECK_FALSE(session.prediction());
  CHECK(exam::page_json(session).find(R"("prediction": null)") != std::string::npos);
}
