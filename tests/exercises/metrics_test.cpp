// 1e: which metric, for the paper's clinic and for detectors whose errors cost otherwise.
#include <doctest/doctest.h>

#include <cctype>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "exam/transcript.h"
#include "exercises/answering.h"
#include "lab/number.h"
#include "thinning.h"

using tests::marking;
using tests::opened;
using tests::right;

namespace {

const exam::OneOf& metrics(const exam::Form& form) { return std::get<exam::OneOf>(form[0].kind); }

}  // namespace

TEST_CASE("for the clinic recall is right, F1 earns most of the marks and accuracy none") {
  const exam::Session session = opened("1e");
  CHECK(marking(session, R"({"metric": "recall"})").fields.at(0).share == 1);
  CHECK(marking(session, R"({"metric": "f1"})").fields.at(0).share == doctest::Approx(0.8));
  CHECK(marking(session, R"({"metric": "accuracy"})").fields.at(0).share == 0);
  CHECK(marking(session, R"({"metric": "precision"})").fields.at(0).share == 0);
}

TEST_CASE("turning the lab's knobs leaves the question of the clinic as it is") {
  CHECK(right(opened("1e#cost_fn=1&cost_fp=100").form()) == "recall");
  for (const char* link : {"1e#/threshold=2", "1e#/cost_fn=1&cost_fp=100", "1e#/prevalence=0.3"}) {
    CAPTURE(link);
    CHECK_FALSE(opened(link).askable());
  }
  CHECK(opened("1e#variant=3/threshold=2").askable());
}

TEST_CASE("in a variant the costs and the prevalence decide, and all four metrics occur" *
          tests::thorough_only) {
  std::map<std::string, int> seen;
  for (int n = 1; n <= 60; ++n) {
    const exam::Session session = opened("1e#variant=" + std::to_string(n));
    const exam::Form form = session.form();
    const auto real = [&](const char* key) {
      return std::get<lab::Real>(session.fields().find(key)->slot).value;
    };
    const double ratio = real("cost_fn") / real("cost_fp");
    const std::string expected = ratio > 10                 ? "recall"
                                 : ratio < 0.1              ? "precision"
                                 : real("prevalence") > 0.4 ? "accuracy"
                                                            : "f1";
    CAPTURE(n);
    CHECK(right(form) == expected);
    ++seen[expected];
  }
  CHECK(seen.size() == 4);
}

TEST_CASE("a variant asks for the value at the lab's own table and knows its neighbours") {
  exam::Session session = opened("1e#variant=1&tp=97&fp=500&fn=3&tn=9400");
  const exam::Form form = session.form();
  REQUIRE(form.size() == 2);
  const auto& number = std::get<exam::Number>(form[1].kind);
  const std::map<std::string, double> by_hand = {
      {"accuracy", 0.9497}, {"precision", 97.0 / 597}, {"recall", 0.97}, {"f1", 194.0 / 697}};
  CHECK(number.value == doctest::Approx(by_hand.at(right(form))).epsilon(1e-12));
  CHECK(number.mistakes.size() >= 2);
  CHECK(form[1].label.find("TP = 97, FP = 500, FN = 3, TN = 9400") != std::string::npos);
}

TEST_CASE("each metric's button shows the case in which it looks its best") {
  const exam::Form form = opened("1e").form();
  const auto at = [&form](std::size_t option, const char* key) {
    const std::string link = "1e#" + metrics(form).options[option].show;
    const exam::Session session = opened(link);
    return std::get<double>(session.report().find(key)->value);
  };
  CHECK(at(0, "accuracy") == 0.999);
  CHECK(at(1, "precision") > 0.95);
  CHECK(at(2, "recall") == 1);
  CHECK(at(3, "f1") > 0.7);
}

TEST_CASE("of a table with an empty row each metric without a value says why beside the null") {
  const exam::Session session = opened("1e#tp=0&fp=0&fn=5&tn=100");
  const lab::JsonReading report = lab::parse_json(exam::report_json(session));
  REQUIRE(report.value);
  const lab::Json* const why = report.value->member("undefined");
  REQUIRE(why);
  for (const auto& undefined :
       {std::pair{"precision", "nobody is flagged"}, std::pair{"mcc", "row or a column"},
        std::pair{"auc", "needs the scores"}}) {
    const char* const key = undefined.first;
    const char* const reason = undefined.second;
    CAPTURE(key);
    CHECK(std::holds_alternative<std::nullptr_t>(
        report.value->member("readouts")->member(key)->value));
    REQUIRE(why->member(key));
    CHECK(why->member(key)->string()->find(reason) != std::string::npos);
  }
  CHECK_FALSE(why->member("recall"));
}

TEST_CASE("what is said of an answer in a variant speaks of cases, not of the clinic's people" *
          tests::thorough_only) {
  const std::set<std::string> foreign = {"ill",      "nobody", "everyone", "everybody", "who",
                                         "patients", "people", "cancer",   "healthy",   "those"};
  for (int n = 1; n <= 60; ++n) {
    CAPTURE(n);
    const exam::Form form = opened("1e#variant=" + std::to_string(n)).form();
    std::string said;
    for (const exam::Option& o : metrics(form).options) said += o.reason + " ";
    for (const exam::AnswerField& field : form) {
      said += field.praise + " ";
      if (const auto* number = std::get_if<exam::Number>(&field.kind))
        for (const exam::NumberMistake& m : number->mistakes) said += m.cure + " ";
    }
    std::string word;
    for (const char c : said) {
      if (std::isalpha(static_cast<unsigned char>(c))) {
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        continue;
      }
      CHECK_MESSAGE(foreign.count(word) == 0, word);
      word.clear();
    }
  }
}
