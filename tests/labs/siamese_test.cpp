#include <doctest/doctest.h>

#include <cmath>

#include "labs/all.h"
#include "labs/opened.h"
#include "labs/siamese/walk.h"
#include "num/rng.h"
#include "thinning.h"

namespace {

using lab::Matrix;
using SiameseParams = laboratory::siamese::Params;

lab::Report siamese_at(const std::string& pairs) {
  return tests::report_at(laboratory::siamese::lab_row, pairs);
}

// W1 x = (1, -1), W1 x' = (2, 2); a1 = (1, 0), a2 = (2, 2).
const char* const by_hand =
    "W1=1,0;0,1&b1=0;0&W2=1,-1&b2=0&X=1;-1&Xp=2;2&Y=1&m=1&Da=2&activation=relu";

}  // namespace

TEST_CASE("a network that fits on a napkin has the gradients worked out on it") {
  const lab::Report r = siamese_at(by_hand);
  CHECK(r.problems.empty());
  CHECK(tests::value<Matrix>(r, "a") == Matrix{2, 1, {-1, -2}});
  CHECK(tests::value<Matrix>(r, "z3") == Matrix{1, 1, {1}});  // -1 + 2
  // sigma(1) = 0.7310585786300049, J = -log of it.
  CHECK(tests::real(r, "J") == doctest::Approx(0.3132616875182228).epsilon(1e-14));
  const double d = 0.7310585786300049 - 1;
  CHECK(tests::value<Matrix>(r, "delta1").values[0] == doctest::Approx(d).epsilon(1e-14));
  CHECK(tests::value<Matrix>(r, "delta2") == Matrix{1, 2, {1, -1}});
  CHECK(tests::value<Matrix>(r, "delta3_diag") == Matrix{2, 1, {-1, -1}});
  // dz1 = (d, 0), dz2 = (-d, d): W1 gets dz1 x^T + dz2 x'^T.
  const double w1[] = {d * 1 - d * 2, d * -1 - d * 2, d * 2, d * 2};
  for (std::size_t i = 0; i < 4; ++i)
    CHECK(tests::value<Matrix>(r, "dJ_dW1").values[i] == doctest::Approx(w1[i]).epsilon(1e-14));
  const Matrix b1 = tests::value<Matrix>(r, "dJ_db1"), w2 = tests::value<Matrix>(r, "dJ_dW2");
  CHECK(b1.values[0] == 0);  // active in both twins: the paths cancel
  CHECK(b1.values[1] == doctest::Approx(d).epsilon(1e-14));
  CHECK(w2.values[0] == doctest::Approx(-d).epsilon(1e-14));
  CHECK(w2.values[1] == doctest::Approx(-2 * d).epsilon(1e-14));
  CHECK(tests::real(r, "dJ_db2") == doctest::Approx(d).epsilon(1e-14));
}

TEST_CASE("the diagonal of delta 3 is that of each merge") {
  const auto diagonal = [](const std::string& merge) {
    return tests::value<Matrix>(siamese_at(by_hand + std::string("&merge=") + merge),
                                "delta3_diag");
  };
  CHECK(diagonal("a1%2Ba2") == Matrix{2, 1, {1, 1}});
  CHECK(diagonal("a1*a2") == Matrix{2, 1, {1, 0}});    // a1
  CHECK(diagonal("|a1-a2|") == Matrix{2, 1, {1, 1}});  // -sign(a1 - a2), both negative
  const lab::Report leaky = siamese_at("W1=1&b1=0&W2=1&b2=0&X=1&Xp=-2&Y=0&activation=leaky");
  CHECK(tests::value<Matrix>(leaky, "delta3_diag") == Matrix{1, 1, {-0.01}});
}

TEST_CASE("1000 random instances of every merge and activation agree with central differences") {
  num::Rng rng(11, 1);
  tests::Thinned thinned;
  double worst = 0, worst_reverse = 0;
  for (int i = 0; i < 1000; ++i) {
    SiameseParams p;
    p.merge = static_cast<laboratory::siamese::Merge>(i % 4);
    p.activation = static_cast<laboratory::siamese::Activation>(i / 4 % 4);
    p.D = 1 + rng.below(6);
    p.Da = 1 + rng.below(6);
    p.m = 1 + rng.below(6);
    p.seed = i;
    if (!thinned.tries()) continue;
    const laboratory::siamese::Study s = laboratory::siamese::study(p);
    CAPTURE(i);
    CHECK(s.kink > 0.05);
    worst = std::max(worst, s.central_gap.largest());
    worst_reverse = std::max(worst_reverse, s.reverse_gap.largest());
  }
  MESSAGE("differences " << worst << ", reverse mode " << worst_reverse);
  CHECK(worst <= 1e-7);
  CHECK(worst_reverse <= 1e-11);
}

TEST_CASE("a table says for itself how large it is, and one that cannot fit is named") {
  const lab::Report larger = siamese_at("W1=1,2,3;4,5,6;7,8,9;1,1,1");
  CHECK(larger.problems.empty());
  CHECK(tests::value<Matrix>(larger, "dJ_dW1").rows == 4);
  CHECK(tests::value<Matrix>(larger, "dJ_dW1").cols == 3);
  const lab::Report tall = siamese_at("W2=1;2;3");
  REQUIRE(!tall.problems.empty());
  CHECK(std::holds_alternative<lab::Undefined>(tall.find("J")->value));
}

TEST_CASE("a kink under an example is said, not hidden") {
  const lab::Report r = siamese_at("W1=1&b1=0&W2=1&b2=0&X=0&Xp=1&Y=0");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].message.find("kink") != std::string::npos);
}

TEST_CASE("the walk opens where the minus enters, and lights that edge alone") {
  const lab::Graph graph = tests::shape<lab::Graph>(siamese_at(""), "towers");
  int lit = 0;
  for (const lab::Edge& e : graph.edges) {
    if (e.light != lab::Light::full) continue;
    ++lit;
    CHECK(e.label == "−1");
    CHECK(graph.nodes[static_cast<std::size_t>(e.from)].id == "a2");
    CHECK(e.role == lab::Role::gradient);
  }
  CHECK(lit == 1);
  CHECK(tests::value<std::string>(siamese_at("step=3"), "node") == "a1");
}

TEST_CASE("values and gradients appear no sooner than the walk has come") {
  using laboratory::siamese::has_gradient, laboratory::siamese::has_value,
      laboratory::siamese::Node;
  CHECK(!has_value(Node::z1, 0));
  CHECK(has_value(Node::z1, 1));
  CHECK(!has_gradient(Node::W1, laboratory::siamese::stops - 1));
  CHECK(has_gradient(Node::W1, laboratory::siamese::stops));
}

TEST_CASE("trained on pairs of glyphs a distance tells same from different, a difference cannot") {
  // a1 - a2 changes its sign with the order of the pair, which says nothing about sameness.
  const lab::Report distance = siamese_at("train=150&merge=|a1-a2|"),
                    difference = siamese_at("train=150");
  CHECK(tests::real(distance, "pairs.auc") > 0.85);
  CHECK(std::fabs(tests::real(difference, "pairs.auc") - 0.5) < 0.15);
  CHECK(tests::shape<lab::Scatter>(distance, "pairs.embedding").clouds.size() == 6);
  CHECK(siamese_at("").find("pairs.auc") == nullptr);
}
