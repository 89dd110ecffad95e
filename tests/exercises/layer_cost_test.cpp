// 1d: the cheapest layer under the conventions that are stated.
#include <doctest/doctest.h>

#include <set>

#include "exercises/answering.h"
#include "lab/number.h"

using tests::opened;
using tests::right;

TEST_CASE("in the paper's own question max pooling is the cheapest and nothing else is asked") {
  const exam::Form form = opened("1d").form();
  REQUIRE(form.size() == 1);
  CHECK(right(form) == "max_pool");
  CHECK(form[0].label == "Which layer needs the fewest floating-point operations?");
}

TEST_CASE("with comparisons counted and windows that overlap the answer becomes batch norm") {
  const exam::Form form = opened("1d#k_pool=3&s_pool=1&count_comparisons=1").form();
  CHECK(right(form) == "bn");
  CHECK(form[0].label.find("A comparison counts") != std::string::npos);
}

TEST_CASE("a variant asks for the count of its convolution and knows what is left out of it") {
  // 2 * 3^2 * 16 * 32 * 14 * 28 = 3612672.
  const exam::Form form =
      opened("1d#variant=2&H=14&W=28&Cin=16&Cout=32&k_conv=3&k_pool=2&s_pool=2&fused=0").form();
  REQUIRE(form.size() == 2);
  const auto& number = std::get<exam::Number>(form[1].kind);
  CHECK(number.value == 3612672);
  std::vector<double> wrong;
  for (const exam::NumberMistake& m : number.mistakes) wrong.push_back(m.value);
  CHECK(wrong == std::vector<double>{1806336, 3625216, 3600128, 225792, 112896, 1204224, 9216});
}

TEST_CASE("variants have one clear winner, and it is not always the same") {
  std::set<std::string> winners;
  for (int n = 1; n <= 100; ++n) {
    const exam::Session session = opened("1d#variant=" + std::to_string(n));
    CHECK(session.report().problems.empty());
    const std::string best = right(session.form());
    const auto& named = std::get<std::string>(session.report().find("cheapest")->value);
    CAPTURE(n);
    CHECK(named.substr(0, best.size()) == best);
    winners.insert(best);
  }
  CHECK(winners.size() >= 2);
}

TEST_CASE("a window that does not fit leaves the paper's own question") {
  const exam::Session session = opened("1d#H=2&k_pool=3");
  CHECK(session.question_link() == "1d");
  CHECK(!session.askable());
}
