#include "exam/product_identity.h"

#include <doctest/doctest.h>

#include <string>

#include "num/rng.h"
#include "num/separation.h"

namespace {

using exam::FactorGraph, exam::ProductVerdict;
using num::Digraph;

const std::vector<std::string> five = {"a", "b", "c", "d", "e"};

// The product that a graph stands for.
std::string product_of_graph(const Digraph& g) {
  std::string all;
  for (int node = 0; node < g.nodes(); ++node) {
    std::string on;
    for (const int parent : num::nodes_of(g.parents(node)))
      on += (on.empty() ? "" : ",") + five[static_cast<std::size_t>(parent)];
    all += "p(" + five[static_cast<std::size_t>(node)] + (on.empty() ? "" : "|") + on + ")";
  }
  return all;
}

Digraph random_graph(num::Rng& rng, int nodes, int in) {
  std::vector<int> order;
  for (int i = 0; i < nodes; ++i) order.push_back(i);
  rng.shuffle(std::span(order));
  Digraph g(nodes);
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t k = i + 1; k < order.size(); ++k)
      if (rng.below(in) == 0) g.add(order[i], order[k]);
  return g;
}

// Whether every independence that one graph has is one of the other: of all pairs and all that may
// be given, by another algorithm than the one under test walks with.
bool says_no_more(const Digraph& one, const Digraph& other) {
  const int n = one.nodes();
  for (num::NodeSet given = 0; given < num::only(n); ++given)
    for (int a = 0; a < n; ++a)
      for (int b = a + 1; b < n; ++b) {
        if (num::has_node(given, a) || num::has_node(given, b)) continue;
        if (num::separated_in_moral_graph(one, a, b, given) &&
            !num::separated_in_moral_graph(other, a, b, given))
          return false;
      }
  return true;
}

ProductVerdict judged(const std::string& product, const FactorGraph& g) {
  return exam::judge_product(exam::factoring(product), g);
}

const FactorGraph line_of_three{{"z1", "z2", "z3"}, Digraph(3, {{0, 1}, {1, 2}}), 0};

}  // namespace

TEST_CASE("a product is true exactly where all independences that it claims are the graph's") {
  num::Rng rng(5, 1);
  int kinds[7] = {};
  for (int round = 0; round < 600; ++round) {
    const FactorGraph g{five, random_graph(rng, 5, 2 + round % 2), 0};
    // Near to the graph half of the time, so that many products are true.
    Digraph own = round % 2 == 0 ? g.graph : random_graph(rng, 5, 2);
    for (int changes = rng.below(3); changes >= 0; --changes) {
      const int from = rng.below(5), to = rng.below(5);
      Digraph other = own;
      const bool turns = own.has(from, to) && rng.below(3) > 0;
      own.has(from, to) ? other.remove(from, to) : other.add(from, to);
      if (turns) other.add(to, from);
      if (from != to && num::topological_order(other)) own = other;
    }
    const ProductVerdict v = judged(product_of_graph(own), g);
    CAPTURE(product_of_graph(own));
    CAPTURE(product_of_graph(g.graph));
    ++kinds[v.kind];
    const bool is_true = v.kind != ProductVerdict::untrue;
    CHECK(is_true == says_no_more(own, g.graph));
    CHECK((v.kind == ProductVerdict::exact) == (own == g.graph));
    CHECK((v.kind == ProductVerdict::turned) ==
          (own != g.graph && num::markov_equivalent(own, g.graph)));
    if (!is_true) CHECK(v.sentence.find("is open") != std::string::npos);
  }
  for (const int kind : {ProductVerdict::untrue, ProductVerdict::loose, ProductVerdict::turned,
                         ProductVerdict::exact})
    CHECK(kinds[kind] > 10);
}

TEST_CASE("what is wrong is told by its own sentence") {
  const ProductVerdict loose = judged("p(z1)p(z2|z1)p(z3|z1,z2)", line_of_three);
  CHECK(loose.kind == ProductVerdict::loose);
  CHECK(loose.factors[2].sentence == "p(z3|z1,z2) is true, but the graph says more: z3 ⊥ z1 | z2.");
  const ProductVerdict claim = judged("p(z1)p(z2)p(z3|z2)", line_of_three);
  CHECK(claim.sentence ==
        "p(z2) claims z2 ⊥ z1, which the graph does not have: the path z1 → z2 is open.");
  CHECK(judged("p(z3)p(z2|z3)p(z1|z2)", line_of_three)
            .sentence.find("with z1 → z2, z2 → z3 the other") != std::string::npos);
  CHECK(judged("p(z1)p(z2|z1)", line_of_three).sentence ==
        "Every node has one factor; there is none for z3.");
  CHECK(judged("p(z1)p(z1)p(z2|z1)p(z3|z2)", line_of_three).sentence ==
        "There is more than one factor for z1.");
  CHECK(judged("p(z1|z2)p(z2|z1)p(z3|z2)", line_of_three).kind == ProductVerdict::no_product);
  CHECK(judged("p(z1)p(y|z1)", line_of_three).kind == ProductVerdict::unread);
  CHECK(judged("p(z1:3)", line_of_three).kind == ProductVerdict::loose);
  CHECK(judged("p(z1)p(z2,z3|z1)", line_of_three).kind == ProductVerdict::loose);
  // By the chain rule all that the graph says, as p(z1) p(z2|z1).
  const ProductVerdict pair = judged("p(z2,z1)p(z3|z2)", line_of_three);
  CHECK(pair.kind == ProductVerdict::unfinished);
  CHECK(pair.factors[0].sentence ==
        "p(z2,z1) is true, and two factors in one: write one for each of z1, z2.");
  CHECK(judged("p(z1|z1)p(z2|z1)p(z3|z2)", line_of_three).factors[0].sentence.find("both sides") !=
        std::string::npos);
}

TEST_CASE("what is given may depend on each other and has no factor") {
  const FactorGraph q{{"z1", "z2", "x1", "x2"}, Digraph(4, {{2, 0}, {0, 1}, {3, 1}}), 0b1100};
  CHECK(judged("q(z1|x1)q(z2|z1,x2)", q).kind == ProductVerdict::exact);
  CHECK(judged("q(z1|x1)q(z2|z1,x1,x2)", q).kind == ProductVerdict::loose);
  // In a graph where the x are independent, leaving x2 out here would be no claim.
  CHECK(judged("q(z1)q(z2|z1,x2)", q).kind == ProductVerdict::untrue);
  CHECK(judged("q(x1)q(z1|x1)q(z2|z1,x2)", q).sentence.find("given, and only conditions") !=
        std::string::npos);
}

TEST_CASE("products over an index are written out") {
  const auto same = [](const char* a, const char* b) {
    const exam::Factoring one = exam::factoring(a), other = exam::factoring(b);
    CHECK_MESSAGE(one.error.empty(), a << ": " << one.error);
    CHECK_MESSAGE(exam::same_factors(one, other), a);
  };
  same("\\prod_{t=1}^{3} p(x_t|z_t)", "p(x1|z1)p(x2|z2)p(x3|z3)");
  same("p(z_1)∏_{t=2}^3 p(z_t|z_{t-1}) p(x_t|z_t) p(y)",
       "p(z1)p(z2|z1)p(x2|z2)p(z3|z2)p(x3|z3)p(y)");
  same("∏_{i=1}^{2} p(z_i|z_{i+1})", "p(z1|z2)p(z2|z3)");
  CHECK(exam::factoring("∏_t p(x_t|z_t)").error.find("needs its range") != std::string::npos);
  CHECK(exam::factoring("∏_{t=1}^{3} p(x)").error.find("factor with its index") !=
        std::string::npos);
  CHECK(!exam::factoring("∏_{t=1}^{900} p(x_t)").error.empty());
  CHECK(!exam::factoring("∏").error.empty());
}
