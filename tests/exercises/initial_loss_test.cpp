#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "exercises/answering.h"

using tests::opened;
using tests::typed;

TEST_CASE("every way to write log 250 is right, and so is what half a percent allows") {
  for (const char* text : {"5.521461", "ln 250", "-log(1/250)", "log(250)", "5,52", "5.5215 + 0",
                           "5.548", "2 ln 5 + ln 10"}) {
    CAPTURE(text);
    CHECK(typed("1f", "loss", text).outcome == exam::Outcome::right);
  }
  CHECK(typed("1f", "loss", "5.55").outcome == exam::Outcome::wrong);
  CHECK(typed("1f#classes=10", "loss", "ln 10").outcome == exam::Outcome::right);
  CHECK(typed("1f", "loss", "log 1/250").outcome == exam::Outcome::invalid);
}

TEST_CASE("each known mistake is told what it means") {
  const auto message = [](const char* text) { return typed("1f", "loss", text).message; };
  CHECK(message("0").find("with certainty") != std::string::npos);
  CHECK(message("1/250").find("which is the probability") != std::string::npos);
  CHECK(message("ln(1/250)").find("below 0") != std::string::npos);
  CHECK(message("250 ln 250").find("one-hot") != std::string::npos);
  CHECK(message("log2(250)").find("bits") != std::string::npos);
  CHECK(message("log10(250)").find("base 10") != std::string::npos);
}

TEST_CASE("weights that a person has spread are taken at their word") {
  // Ten logits of variance 4: expected 3.77304, far from log 10.
  CHECK(typed("1f#classes=10&logit_var=4", "loss", "3.773").outcome == exam::Outcome::right);
  CHECK(typed("1f#classes=10&logit_var=4", "loss", "ln 10").outcome == exam::Outcome::wrong);
}

TEST_CASE("variants differ from the paper and from each other, and can be simulated") {
  std::set<std::int64_t> classes;
  for (int n = 1; n <= 100; ++n) {
    const std::optional<exam::Instance> v = exam::Instance::drawn(exercises::initial_loss, n);
    CAPTURE(n);
    REQUIRE(v);
    classes.insert(std::get<lab::Whole>(v->parameters().find("classes")->slot).value);
  }
  CHECK(classes.size() > 20);
  CHECK(classes.count(250) == 0);
}

TEST_CASE(
    "1f: the axis of the guess is one for every number of classes, and ends where no loss is") {
  for (int n = 0; n <= 40; ++n) {
    const exam::Session session = opened("1f#variant=" + std::to_string(n));
    const auto axis = std::get<exam::OnAxis>(session.prediction()->guess);
    CHECK(axis.low == 0);
    CHECK(axis.high == 25);
    const double classes = session.asked()->at().whole_value("classes");
    CHECK(std::log(classes) < 0.48 * axis.high);
  }
}
