// 2c-iii: three verdicts that are marked and two that are not; in a variant, five that follow from
// one rule.
#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "exercises/answering.h"
#include "lab/link.h"
#include "thinning.h"

using tests::marked;
using tests::opened;

namespace {

exam::ManyOf many_of(const exam::Session& session) {
  const exam::Form form = session.form();
  REQUIRE(form.size() == 1);
  return std::get<exam::ManyOf>(form[0].kind);
}

}  // namespace

TEST_CASE("2c-iii: truncation helps, momentum and softplus do not, and two verdicts cost nobody") {
  const auto share = [](const char* answer) { return marked("2c-iii", "remedies", answer).share; };
  CHECK(share(R"({"1": true, "2": true, "3": false, "4": true, "5": false})") == 1);
  CHECK(share(R"({"1": false, "2": false, "3": false, "4": true, "5": false})") == 1);
  CHECK(share(R"({"3": false, "4": true, "5": false})") == 1);
  CHECK(share(R"(["4"])") == 1);
  CHECK(share(R"(["1", "4"])") == 1);
  CHECK(share(R"(["1", "2", "3", "4", "5"])") == doctest::Approx(1.0 / 3));
  CHECK(share(R"({"1": true, "2": true})") == 0);
  CHECK(share("[]") == doctest::Approx(2.0 / 3));
  const exam::FieldMark mark = marked("2c-iii", "remedies", R"(["1", "3", "4"])");
  CHECK(mark.message.find("2 of 3 verdicts are right") != std::string::npos);
  CHECK(mark.parts[0].unscored);
  CHECK(mark.parts[1].unscored);
  CHECK(!mark.parts[3].unscored);
  CHECK(mark.parts[2].message.find("averages gradients after") != std::string::npos);
}

TEST_CASE("2c-iii: a variant asks for five different remedies, one to four of which help") {
  std::set<std::string> seen;
  for (int n = 1; n <= 80; ++n) {
    CAPTURE(n);
    std::set<std::string> texts;
    int helping = 0;
    for (const exam::Option& o : many_of(opened("2c-iii#variant=" + std::to_string(n))).options) {
      CHECK(!exam::is_contested(o.key));
      texts.insert(o.text);
      helping += o.key == exam::Key::yes;
    }
    CHECK(texts.size() == 5);
    CHECK(helping >= 1);
    CHECK(helping <= 4);
    seen.insert(texts.begin(), texts.end());
  }
  CHECK(seen.size() == 15);
}

TEST_CASE("2c-iii: clipping helps where the gradient explodes, and not where it vanishes") {
  bool exploding = false, vanishing = false;
  for (int n = 1; n <= 80; ++n) {
    const exam::Session session = opened("2c-iii#variant=" + std::to_string(n));
    const auto label = session.form()[0].label;
    for (const exam::Option& o : many_of(session).options) {
      if (o.text.find("Clipping") == std::string::npos) continue;
      const bool explodes = label.find("explodes") != std::string::npos;
      CHECK((o.key == exam::Key::yes) == explodes);
      (explodes ? exploding : vanishing) = true;
    }
  }
  CHECK((exploding && vanishing));
}

TEST_CASE("2c-iii: the plain net of a variant has the symptom that its question speaks of" *
          tests::thorough_only) {
  for (int n = 1; n <= 12; ++n) {
    exam::Session session = opened("2c-iii#variant=" + std::to_string(n) + "&repeats=1&step=0");
    const bool explodes = session.form()[0].label.find("explodes") != std::string::npos;
    const double share = std::get<double>(session.report().find("ratio.plain")->value);
    CAPTURE(n);
    CAPTURE(share);
    CHECK((explodes ? share > 100 : share < 0.01));
  }
}

TEST_CASE("2c-iii: every button sets the question's own net, whatever the lab was left at") {
  exam::Session after = opened(
      "2c-iii#/"
      "bn=1&gain=3&activation=relu&step=0&task=copying&hidden=8&repeats=1&seed=5&W=1,0;0,1");
  for (const exam::Option& option : many_of(after).options)
    for (const auto& pair : lab::parse_link("2c-iii#" + option.show).pairs) {
      if (pair.first == "tab" || pair.first == "figure") continue;
      CAPTURE(pair.first);
      CHECK(after.set(pair.first, pair.second).outcome == lab::Reading::taken);
    }
  CHECK(after.link() == "2c-iii#/step=0&card=softplus");
}
