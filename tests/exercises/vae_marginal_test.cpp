#include <doctest/doctest.h>

#include <set>

#include "exercises/answering.h"
#include "num/evidence.h"

using tests::opened;
using tests::typed;

namespace {

// p = (0.5, 0.2, 0.2, 0.1): H = 0.5 ln 2 + 0.4 ln 5 + 0.1 ln 10 = 1.220607.
std::string asked(int variant) {
  return "2a-ii#variant=" + std::to_string(variant) + "&p_data=0.5,0.2,0.2,0.1";
}

bool of_codes(int variant) {
  return std::get<bool>(
      opened("2a-ii#variant=" + std::to_string(variant)).facts().find("of_codes")->value);
}

int first_variant(bool codes) {
  int n = 1;
  while (of_codes(n) != codes) ++n;
  return n;
}

}  // namespace

TEST_CASE("2a-ii: the distribution of the data is right under any of its names") {
  for (const char* text : {"p_data(x)", "p_{\\text{data}}(x)", "p_D(x)", "the data distribution",
                           "the true distribution", "∫p*(x|z)p(z)dz = p_data(x)"}) {
    CAPTURE(text);
    CHECK(typed("2a-ii", "marginal", text).outcome == exam::Outcome::right);
  }
  CHECK(typed("2a-ii", "marginal", "p*(x)").message.find("star") != std::string::npos);
  CHECK(typed("2a-ii", "marginal", "p(x)").share == 0.5);
  CHECK(typed("2a-ii", "marginal", "p(z)").message.find("no z is left") != std::string::npos);
  CHECK(typed("2a-ii", "marginal", "ELBO").outcome == exam::Outcome::wrong);
}

TEST_CASE("2a-ii: what the words claim of the optimum is what free tables come to") {
  const std::vector<double> p = {0.5, 0.2, 0.2, 0.1};
  const num::TableFit fit = num::fit_tables(p, 4, 2000, 1);
  for (std::size_t i = 0; i < p.size(); ++i) CHECK(fit.marginal[i] == doctest::Approx(p[i]));
  for (const double code : fit.codes) CHECK(code == doctest::Approx(0.25));
  CHECK(fit.bounds.back() == doctest::Approx(-1.220607265));
}

TEST_CASE("2a-ii: variants ask for either integral, and for the numbers of their own symbols") {
  std::set<std::string> distributions;
  int codes = 0;
  for (int n = 1; n <= 60; ++n) {
    const exam::Session session = opened("2a-ii#variant=" + std::to_string(n));
    const exam::Form form = session.form();
    REQUIRE(form.size() == 3);
    codes += of_codes(n);
    double best = 0;
    const auto& p = std::get<exam::Number>(form[1].kind);
    CHECK(p.value > 0);
    CHECK(p.value < 1);
    best = std::get<exam::Number>(form[2].kind).value;
    CHECK(best < 0);
    CHECK(best > -1.61);  // -ln 5
    distributions.insert(session.link() + std::to_string(best));
  }
  CHECK(codes > 15);
  CHECK(codes < 45);
  CHECK(distributions.size() == 60);
}

TEST_CASE("2a-ii: the other integral is the prior") {
  const std::string link = asked(first_variant(true));
  CHECK(typed(link, "marginal", "p(z)").share == 1);
  CHECK(typed(link, "marginal", "the prior").share == 1);
  CHECK(typed(link, "marginal", "q(z) = p(z)").share == 1);
  CHECK(typed(link, "marginal", "N(0, I)").share == 0.5);
  CHECK(typed(link, "marginal", "q(z)").message.find("own name") != std::string::npos);
  CHECK(typed(link, "marginal", "p_data(x)").message.find("no x is left") != std::string::npos);
}

TEST_CASE("2a-ii: the largest bound is minus the entropy, and each slip hears its own sentence") {
  const std::string link = asked(first_variant(false));
  for (const char* text : {"-1.2206", "0.5 ln 0.5 + 0.4 ln 0.2 + 0.1 ln 0.1", "-1,22"}) {
    CAPTURE(text);
    CHECK(typed(link, "bound", text).outcome == exam::Outcome::right);
  }
  const auto said = [&](const char* text) { return typed(link, "bound", text).message; };
  CHECK(said("1.2206").find("sign") != std::string::npos);
  CHECK(said("-1.76096").find("base 2") != std::string::npos);
  CHECK(said("0").find("remains") != std::string::npos);
  CHECK(said("-ln 4").find("equally likely") != std::string::npos);
  CHECK(said("ln 0.5 + 2 ln 0.2 + ln 0.1").find("weigh") != std::string::npos);
  CHECK(said("ln 0.5").find("most frequent") != std::string::npos);
}

TEST_CASE("2a-ii: what sums to another number than 1 leaves the question as it was") {
  const exam::Session session = opened("2a-ii#p_data=0.5,0.4");
  CHECK(session.link() == "2a-ii#/p_data=0.5,0.4");
  CHECK_FALSE(session.form().empty());
  CHECK_FALSE(session.askable());
}
