// 1a: four verdicts; in a variant, others that follow from the same rule.
#include <doctest/doctest.h>

#include <set>

#include "exercises/answering.h"
#include "lab/link.h"
#include "thinning.h"

using tests::marks;
using tests::opened;

namespace {

exam::ManyOf remedies(const exam::Session& session) {
  const exam::Form form = session.form();
  REQUIRE(form.size() == 1);
  return std::get<exam::ManyOf>(form[0].kind);
}

double real(const lab::Report& report, const char* key) {
  return std::get<double>(report.find(key)->value);
}

TEST_CASE("leaky units and batch norm earn 1a's ten marks, and one of them alone half") {
  const exam::Session session = opened("1a");
  CHECK(marks(session, R"({"remedies": ["i", "iv"]})") == doctest::Approx(10));
  CHECK(marks(session, R"({"remedies": ["i"]})") == doctest::Approx(5));
  CHECK(marks(session, R"({"remedies": ["iv"]})") == doctest::Approx(5));
  // Three of four verdicts, two of four, and the two that say nothing: all and none.
  CHECK(marks(session, R"({"remedies": ["i", "iii", "iv"]})") == doctest::Approx(5));
  CHECK(marks(session, R"({"remedies": ["iii", "iv"]})") == 0);
  CHECK(marks(session, R"({"remedies": ["i", "ii"]})") == 0);
  CHECK(marks(session, R"({"remedies": ["ii", "iii"]})") == 0);
  CHECK(marks(session, R"({"remedies": ["i", "ii", "iii", "iv"]})") == 0);
  CHECK(marks(session, R"({"remedies": []})") == 0);
}

TEST_CASE("turning the lab's knobs leaves the question of 1a as it is") {
  CHECK(remedies(opened("1a#width=8&bn=1")).options[0].text ==
        remedies(opened("1a")).options[0].text);
}

TEST_CASE("a button of 1a sets the whole case, whatever the lab was left at") {
  exam::Session one = opened("1a"), after = opened("1a");
  const exam::ManyOf four = remedies(one);
  for (const exam::Option& option : four.options)
    for (const auto& [key, value] : lab::parse_link("1a#" + option.show).pairs)
      after.set(key, value);
  after.set("tab", "");  // which of the other figures is in view is no part of the case
  for (const auto& [key, value] : lab::parse_link("1a#" + four.options.back().show).pairs)
    one.set(key, value);
  CHECK(one.link() == "1a#/beside=norm");
  CHECK(after.link() == one.link());
}

TEST_CASE("1a opens where the plain net has died and leaky units have not" * tests::thorough_only) {
  exam::Session session = opened("1a");
  while (!session.advance(256)) {
  }
  const lab::Report& report = session.report();
  CHECK(real(report, "grad_norm.1") == 0);
  CHECK(real(report, "grad_norm.100") == 0);
  CHECK(real(report, "grad_norm.first.i") > 0);
  // The gradient arrives with batch norm, and the loss is that of a guess all the same.
  CHECK(real(report, "grad_norm.first.iv") > 1);
  CHECK(real(report, "loss.iv") == doctest::Approx(0.693).epsilon(0.05));
  CHECK(real(report, "loss.skips") < 0.3);
  const std::string& caption = report.figures.find("story")->alt;
  CHECK(caption.find("A gradient that arrives is not yet a net that learns") == 0);
  CHECK(caption.find("norm + skips alone has a loss clearly below that of a guess") !=
        std::string::npos);
}

TEST_CASE("a variant of 1a asks for four different remedies, of which one to three help") {
  std::set<std::string> seen;
  for (int n = 1; n <= 60; ++n) {
    CAPTURE(n);
    std::set<std::string> texts;
    int helping = 0;
    for (const exam::Option& o : remedies(opened("1a#variant=" + std::to_string(n))).options) {
      texts.insert(o.text);
      helping += o.key == exam::Key::yes;
    }
    CHECK(texts.size() == 4);
    CHECK(helping >= 1);
    CHECK(helping <= 3);
    seen.insert(texts.begin(), texts.end());
  }
  CHECK(seen.size() == 13);  // 7 different cures and 6 that are none
}

TEST_CASE(
    "a button of 1a sets one net beside the sick one, cured exactly where its option is true" *
    tests::thorough_only) {
  std::set<std::string> seen;
  for (int n = 0; n <= 30; ++n) {
    const std::string id = "1a#variant=" + std::to_string(n);
    exam::Session sick = opened(id + "&extras=0&batch=8&step=1");
    for (const exam::Option& option : remedies(sick).options) {
      if (option.show.empty() || !seen.insert(option.text).second) continue;
      sick.advance(1);
      exam::Session session = opened(id);
      for (const auto& [key, value] : lab::parse_link("1a#" + option.show).pairs)
        if (key != "figure") CHECK(session.set(key, value).outcome == lab::Reading::taken);
      session.set("batch", "8");  // to be quick
      session.set("step", "1");
      session.advance(1);
      const lab::Report& report = session.report();
      CAPTURE(n);
      CAPTURE(option.text);
      const auto& panels = std::get<lab::Heat>(report.figures.find("story")->shape).panels;
      REQUIRE(panels.size() == 2);
      for (const char* key : {"loss.train", "dead_share", "saturated_share", "reach"})
        CHECK(report.find(key)->value == sick.report().find(key)->value);
      CHECK(panels[0].name == "plain");
      int verdicts = 0;
      for (const lab::Readout& r : report.readouts) {
        if (r.key.rfind("verdict.", 0) != 0) continue;
        ++verdicts;
        CHECK(std::get<bool>(r.value) == (option.key == exam::Key::yes));
        CHECK(r.label.rfind(panels[1].name, 0) == 0);
      }
      CHECK(verdicts == 1);
    }
  }
  CHECK(seen.size() == 9);
}

}  // namespace
