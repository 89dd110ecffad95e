#include <doctest/doctest.h>

#include <set>

#include "exercises/answering.h"
#include "lab/link.h"

using tests::typed;

TEST_CASE("the paper's two products earn all marks, in any order") {
  const exam::Session session = tests::opened("2a-i");
  const char* const answers =
      "{\"p\": \"p(x3|z3)p(x2|z2)p(x1|z1)p(z3|z2)p(z2|z1)p(z1)\", "
      "\"q\": \"q(z3|x3,z2)q(z2|x2,z1)q(z1|x1)\"}";
  CHECK(tests::marks(session, answers) == doctest::Approx(10));
}

TEST_CASE("each known mistake of the paper's graph is told what it means") {
  const exam::Session session = tests::opened("2a-i");
  const exam::Form form = session.form();
  CHECK(std::get<exam::Factors>(form.at(0).kind).mistakes.size() == 3);
  CHECK(std::get<exam::Factors>(form.at(1).kind).mistakes.size() >= 3);
  CHECK(exam::tells_apart(form));
}

TEST_CASE(
    "a true factor that says less earns half of its share, a false one none, and one more takes "
    "half") {
  const auto share = [](const char* text) { return typed("2a-i", "p", text).share; };
  CHECK(share("p(z1)p(z2|z1)p(z3|z1,z2)p(x1|z1)p(x2|z2)p(x3|z3)") == doctest::Approx(5.5 / 6));
  CHECK(share("p(z1)p(z2|z1)p(z3)p(x1|z1)p(x2|z2)p(x3|z3)") == doctest::Approx(5.0 / 6));
  // All that is turned is true: the roles of the two ends of the chain change.
  CHECK(share("p(z3)p(z2|z3)p(z1|z2)p(x1|z1)p(x2|z2)p(x3|z3)") == doctest::Approx(4.5 / 6));
}

TEST_CASE("a graph with a circle leaves the paper's own question, and any other is asked of") {
  const exam::Session circle = tests::opened("2a-i#p=z1>z2,z2>z1");
  CHECK(circle.link() == "2a-i#/p=z1%3Ez2,z2%3Ez1");
  CHECK(!circle.askable());
  CHECK(!tests::opened("2a-i#graph=irregular&encoder=reverse").form().empty());
}

TEST_CASE("variants are of both kinds, and none of them has the paper's graphs") {
  std::set<std::string> seen;
  int sequences = 0, feedback = 0;
  for (int n = 1; n <= 200; ++n) {
    const std::optional<exam::Instance> v = exam::Instance::drawn(exercises::graph_factors, n);
    CAPTURE(n);
    REQUIRE(v);
    const std::string p = lab::text(v->parameters().find("p")->slot);
    const std::string q = lab::text(v->parameters().find("q")->slot);
    seen.insert(p + "|" + q);
    const bool chain = p == "z1>z2,z1>x1,z2>z3,z2>x2,z3>x3" || p == "z1>x1,z2>z1,z2>x2,z3>z2,z3>x3";
    sequences += chain;
    for (const char* arrow : {"x1>z", "x2>z", "x3>z"}) feedback += p.find(arrow) != p.npos;
    for (const char* arrow : {">x1", ">x2", ">x3"}) CHECK(q.find(arrow) == q.npos);
  }
  CHECK(seen.size() > 120);
  CHECK(sequences > 40);
  CHECK(sequences < 120);
  CHECK(feedback > 10);
}
