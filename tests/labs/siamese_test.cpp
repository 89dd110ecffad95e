#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>
#include <utility>

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

template <class Shape>
Shape figure(const lab::Report& r, const char* key) {
  const lab::Figure* const found = r.figures.find(key);
  REQUIRE_MESSAGE(found, key);
  return std::get<Shape>(found->shape);
}

const lab::Node& node(const lab::Graph& g, const std::string& id) {
  for (const lab::Node& n : g.nodes)
    if (n.id == id) return n;
  FAIL(id);
  return g.nodes.front();
}

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
    CHECK(e.label == "·(−1)");  // as its factor stands in the product
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

TEST_CASE("the towers keep room for the whole walk, and light what belongs to the box shown") {
  const auto towers = [](const std::string& more) {
    return figure<lab::Graph>(siamese_at("m=4" + more), "towers");
  };
  const lab::Graph end = towers("&step=19");
  for (int step = 0; step <= laboratory::siamese::stops; ++step) {
    CAPTURE(step);
    const lab::Graph g = towers("&step=" + std::to_string(step));
    for (std::size_t i = 0; i < g.nodes.size(); ++i) {
      CHECK(g.nodes[i].room == end.nodes[i].room);
      CHECK(g.nodes[i].lines.size() <= g.nodes[i].room.size());
    }
    for (std::size_t i = 0; i < g.edges.size(); ++i) {
      const std::set<std::string> words = {g.edges[i].label, g.edges[i].room};
      CHECK(words == std::set<std::string>{end.edges[i].label, end.edges[i].room});
    }
  }
  const lab::Graph picked = towers("&step=10&node=a1");
  for (const lab::Edge& e : picked.edges) {
    const bool own = picked.nodes[static_cast<std::size_t>(e.to)].id == "a1";
    CHECK((e.light == lab::Light::full) == own);
  }
}

TEST_CASE("every box says the shape of its batch, and whose its numbers are") {
  const lab::Graph g = figure<lab::Graph>(siamese_at("D=2&Da=3&m=4&step=8&view=shapes"), "towers");
  for (const auto& [id, shape] : {std::pair{"X", "2×4"},
                                  {"W1", "3×2"},
                                  {"b1", "3×1"},
                                  {"z1", "3×4"},
                                  {"W2", "1×3"},
                                  {"b2", "1×1"},
                                  {"Y", "1×4"}})
    CHECK(node(g, id).lines == std::vector<std::string>{shape});
  CHECK(node(g, "Xp").name == "X′");
  const lab::Graph all = figure<lab::Graph>(siamese_at("m=4&step=8&example=2"), "towers");
  CHECK(node(all, "z1").lines[1] == "pair 2 of 4:");
  const lab::Blocks product =
      figure<lab::Blocks>(siamese_at("D=2&Da=3&m=4&view=shapes&node=z1"), "shapes");
  REQUIRE(product.blocks.size() == 4);
  CHECK(product.blocks[0].name == "W1, 3 × 2");
  CHECK(product.blocks[3].name == "z1, 3 × 4");
}

TEST_CASE("delta 3 is drawn as a matrix, lit along its diagonal") {
  const std::string pairs = by_hand + std::string("&step=17");
  const lab::Blocks links = figure<lab::Blocks>(siamese_at(pairs), "link");
  REQUIRE(links.blocks.size() == 3);
  CHECK(links.blocks[2].values == Matrix{2, 2, {-1, 0, 0, -1}});
  const std::vector<lab::Light> lights = {lab::Light::full, lab::Light::masked, lab::Light::masked,
                                          lab::Light::full};
  CHECK(links.blocks[2].light == lights);
  const lab::Blocks first = figure<lab::Blocks>(siamese_at(pairs + "&node=z1"), "link");
  CHECK(first.blocks[2].values == Matrix{2, 2, {1, 0, 0, 0}});  // a1 = (1, 0)
  // What checks the weights' gradients belongs to the whole chain.
  const lab::Report link = siamese_at(pairs + "&view=link");
  CHECK(link.figures.size() == 3);
}
