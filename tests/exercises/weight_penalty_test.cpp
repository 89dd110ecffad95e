// 1g-v: a contested choice in the paper, a measured one in the variants.
#include <doctest/doctest.h>

#include <set>

#include "exercises/answering.h"
#include "lab/number.h"
#include "thinning.h"

using tests::opened;
using tests::right;

namespace {

double share(const exam::Session& session, const std::string& penalty) {
  return tests::marking(session, R"({"penalty": ")" + penalty + "\"}").fields.at(0).share;
}

}  // namespace

TEST_CASE("the paper's choice costs nobody a mark, and the argument is asked for") {
  const exam::Session session = opened("1g-v");
  CHECK(share(session, "l1") == 1);
  CHECK(share(session, "l2") == 1);
  CHECK(std::holds_alternative<exam::Rubric>(session.form().at(1).kind));
}

TEST_CASE("turning the lab's knobs leaves the paper's question as it is") {
  const exam::Form form = opened("1g-v#informative=200&flips=0").form();
  CHECK(form[0].label == "Which penalty do you add?");
}

TEST_CASE("what a variant calls right is what its own experiment finds" * tests::thorough_only) {
  std::set<std::string> seen;
  for (int n = 1; n <= 4; ++n) {
    exam::Session session = opened("1g-v#variant=" + std::to_string(n) + "&repeats=6");
    CAPTURE(n);
    while (!session.advance(8)) {
    }
    const std::string best = right(session.form());
    const auto accuracy = [&](const std::string& p) {
      return std::get<double>(session.report().find("accuracy." + p)->value);
    };
    CHECK(accuracy(best) > accuracy(best == "l1" ? "l2" : "l1"));
    seen.insert(best);
  }
  CHECK(seen.size() == 2);
}
