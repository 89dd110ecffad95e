#include <doctest/doctest.h>

#include <set>

#include "exercises/answering.h"

using tests::opened;
using tests::typed;

TEST_CASE("every way to write -log 0.3 is right") {
  for (const char* text : {"1.203973", "-ln 0.3", "ln(10/3)", "-log(0.3)", "1,204", "1.20"}) {
    CAPTURE(text);
    CHECK(typed("1g-ii", "loss", text).outcome == exam::Outcome::right);
  }
  CHECK(typed("1g-ii", "loss", "1.25").outcome == exam::Outcome::wrong);
  CHECK(typed("1g-ii#p=0.2,0.7,0.1&label=1", "loss", "-ln 0.2").outcome == exam::Outcome::right);
}

TEST_CASE("each known mistake about one example is told what it means") {
  const auto message = [](const char* text) { return typed("1g-ii", "loss", text).message; };
  CHECK(message("-ln 0.45").find("home goods") != std::string::npos);
  CHECK(message("-ln 0.05").find("clothing") != std::string::npos);
  CHECK(message("6.60765").find("one-hot") != std::string::npos);
  CHECK(message("ln 0.3").find("minus") != std::string::npos);
  CHECK(message("-log2(0.3)").find("bits") != std::string::npos);
  CHECK(message("0.3").find("last step") != std::string::npos);
}

TEST_CASE("what a program in float32 prints at a margin of 20 is no answer") {
  CHECK(typed("1g-iv", "loss", "6.18346e-9").outcome == exam::Outcome::right);
  CHECK(typed("1g-iv", "loss", "ln(1 + 3 exp(-20))").outcome == exam::Outcome::right);
  CHECK(typed("1g-iv", "loss", "0").message.find("float32") != std::string::npos);
  CHECK(typed("1g-iv", "loss", "exp(-20)").message.find("one rival") != std::string::npos);
  CHECK(typed("1g-iv#logits=1,2,3,4&label=2", "loss", "2.44019").outcome == exam::Outcome::right);
}

TEST_CASE("the loss as a formula is right in any form, and its usual slips are named") {
  const auto formula = [](const char* text) {
    exam::Session session({laboratory::all(), exercises::paper()});
    REQUIRE(session.open("1g-iv"));
    lab::Json answers{lab::Json::Object{{"formula", lab::Json{std::string(text)}}}};
    return session.mark(answers).fields.at(1);
  };
  for (const char* text : {"ln(1 + (K-1) e^(-m))", "-log(1/(1+(K-1)*exp(-m)))",
                           "log((exp(m) + K - 1)/exp(m))", "log(exp(m) + K - 1) - m"}) {
    CAPTURE(text);
    CHECK(formula(text).outcome == exam::Outcome::right);
  }
  CHECK(formula("log(1 + 3 exp(-m))").outcome != exam::Outcome::right);
  CHECK(formula("log(1 + exp(-m))").message.find("one rival") != std::string::npos);
  CHECK(formula("(K-1) exp(-m)").message.find("logarithm of 1 plus") != std::string::npos);
}

TEST_CASE("what has no loss leaves the paper's own question") {
  exam::Session session({laboratory::all(), exercises::paper()});
  REQUIRE(session.open("1g-ii#p=0.5,0.6"));
  CHECK(session.link() == "1g-ii#/p=0.5,0.6");
  CHECK(!session.form().empty());
  CHECK(!session.askable());
}

TEST_CASE("1g-iv: a prediction whose rivals differ is asked about as it stands") {
  exam::Session session({laboratory::all(), exercises::paper()});
  REQUIRE(session.open("1g-iv#p=0.5,0.3,0.2&label=1"));
  const exam::Form form = session.form();
  const auto& cost = std::get<exam::Number>(form.at(2).kind);
  CHECK(cost.value == doctest::Approx(std::log(2)));
}

TEST_CASE("1g-iv: a probability that falls short of 1 is never told as 1") {
  exam::Session session({laboratory::all(), exercises::paper()});
  REQUIRE(session.open("1g-iv"));
  for (const lab::Figure& figure : session.report().figures) {
    CAPTURE(figure.alt);
    CHECK(figure.alt.find("gets 1,") == std::string::npos);
    CHECK(figure.alt.find("probability 1 the") == std::string::npos);
  }
  REQUIRE(session.open("1g-iv#margin=-20"));
  CHECK(session.report().figures.begin()->key == "margin");
}

TEST_CASE("variants have three to ten classes, and the call is often right and often wrong") {
  std::set<std::size_t> sizes;
  int right = 0;
  for (int n = 1; n <= 100; ++n) {
    const std::optional<exam::Instance> v = exam::Instance::drawn(exercises::example_loss, n);
    CAPTURE(n);
    REQUIRE(v);
    const auto& p = std::get<lab::Reals>(v->parameters().find("p")->slot).value;
    const auto label = std::get<lab::Whole>(v->parameters().find("label")->slot).value;
    sizes.insert(p.size());
    bool top = true;
    for (const double x : p) {
      CHECK(x > 0.04);
      top = top && x <= p[static_cast<std::size_t>(label - 1)];
    }
    right += top;
  }
  CHECK(sizes.size() == 8);
  CHECK(right > 25);
  CHECK(right < 75);
}

TEST_CASE("1g-ii: a sketch is held against the question's curve when the lab is elsewhere") {
  exam::Session elsewhere = opened("1g-ii#/classes=7");
  CHECK(!elsewhere.question_report());
  while (!elsewhere.advance(1)) {
  }
  REQUIRE(elsewhere.question_report());
  const exam::Prediction& sketch = *elsewhere.prediction();
  const std::vector<double> heights = exam::truth(sketch, *elsewhere.question_report());
  CHECK(heights.size() == 6);
  CHECK(heights == exam::truth(sketch, opened("1g-ii").report()));
}
