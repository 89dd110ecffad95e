#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "labs/all.h"
#include "labs/graphical_model/instance.h"
#include "labs/opened.h"
#include "num/rng.h"
#include "num/separation.h"

namespace {

using doctest::Approx;
using tests::real;

lab::Report at(const std::string& pairs) {
  return tests::report_at(laboratory::graphical_model::lab_row, pairs);
}

std::string word(const lab::Report& r, const char* key) {
  return tests::value<std::string>(r, key);
}

}  // namespace

TEST_CASE("what the encoders of the default graph cost, to the digits of the specification") {
  const lab::Report r = at("");
  CHECK(real(r, "encoder_cost") == Approx(0.3590).epsilon(2e-4));
  CHECK(real(r, "encoder_cost.per-step") == Approx(1.533).epsilon(4e-4));
  CHECK(real(r, "encoder_cost.so-far") == Approx(0.740).epsilon(7e-4));
  CHECK(real(r, "encoder_cost.mean-field") == Approx(0.384).epsilon(2e-3));
  CHECK(real(r, "encoder_cost.filtering") == real(r, "encoder_cost"));
  CHECK(real(r, "encoder_cost.reverse") == Approx(0.3590).epsilon(2e-4));
  CHECK(real(r, "encoder_cost.causal") == Approx(0.3564).epsilon(2e-4));
  for (const char* free : {"smoothing", "backward", "complete"})
    CHECK(real(r, ("encoder_cost." + std::string(free)).c_str()) == 0);
}

TEST_CASE("every model but one that circles can be posterior to an encoder with all arrows") {
  for (const char* model :
       {"ladder", "independent", "autoregressive", "shared", "irregular", "feedback"})
    for (const char* sizes : {"", "&latents=2&observed=3", "&latents=4&observed=2"}) {
      const lab::Report r = at("graph=" + std::string(model) + sizes);
      CAPTURE(model);
      CHECK(r.problems.empty());
      CHECK(real(r, "encoder_cost.complete") < 1e-8);
      CHECK(real(r, "encoder_cost.per-step") >= real(r, "encoder_cost.so-far") - 1e-9);
      CHECK(real(r, "encoder_cost.so-far") >= real(r, "encoder_cost.causal") - 1e-9);
    }
}

TEST_CASE("where the arrows separate two nodes the exact partial correlation is 0, elsewhere not") {
  // Of random graphs: nothing of it comes from a rule for separation.
  num::Rng rng(3, 1);
  for (int round = 0; round < 60; ++round) {
    laboratory::graphical_model::Source s;
    s.p = s.q = num::Digraph(6);
    for (int from = 0; from < 6; ++from)
      for (int to = from + 1; to < 6; ++to)
        if (rng.below(3) == 0) s.p.add(from, to);
    const num::LinearGaussian model = laboratory::graphical_model::instance(s, 0.9, 0.5);
    const num::Matrix covariance = num::covariance(model);
    for (int z = 0; z < 3; ++z) CHECK(covariance.at(z, z) == Approx(1));
    const auto given = static_cast<num::NodeSet>(rng.below(64));
    for (int a = 0; a < 6; ++a)
      for (int b = a + 1; b < 6; ++b) {
        if (num::has_node(given, a) || num::has_node(given, b)) continue;
        const double rho = num::partial_correlation(covariance, a, b, given);
        CHECK((std::fabs(rho) < 1e-9) == num::separated(s.p, a, b, given));
      }
  }
}

TEST_CASE("samples have the correlation that the covariance says") {
  const lab::Report r = at("samples=5000");
  CHECK(real(r, "partial_correlation") == Approx(0.27 / 0.46));
  // Its standard error is (1 - rho^2) / sqrt(n), below 0.01.
  CHECK(std::fabs(real(r, "partial_correlation.sample") - 0.27 / 0.46) < 0.04);
  CHECK(real(at("samples=5000&seed=2"), "partial_correlation.sample") !=
        real(r, "partial_correlation.sample"));
}

TEST_CASE("a collider is open where it or what follows from it is given, and the words say why") {
  const std::string v = "p=z1>z3,z2>z3,z3>x1&to=z2&given=";
  const auto paths = [&](const char* given) {
    return tests::shape<lab::Working>(at(v + given), "path-words").lines.at(0);
  };
  CHECK(
      paths("") ==
      "z1 → z3 ← z2  blocked: z3 is a collider, and neither it nor what follows from it is given.");
  CHECK(paths("z3") == "z1 → z3 ← z2  open: z3 is a collider, given.");
  CHECK(paths("x1") == "z1 → z3 ← z2  open: z3 is a collider whose descendant x1 is given.");
}

TEST_CASE("the arrow that decides is told, and a pair that is joined has no separator") {
  const lab::Report r = at("given=z2");
  CHECK(tests::shape<lab::Working>(r, "further").lines.at(2).find("draw z1 → z3") !=
        std::string::npos);
  CHECK(tests::reason(at("to=z2"), "separator") == "none exists: an arrow joins the two");
}

TEST_CASE("a circle is named, and what is left out is said") {
  const lab::Report r = at("p=z1>z2,z2>z3,z3>z1");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].message.find("z1 → z2 → z3 → z1") != std::string::npos);
  CHECK(at("p=z1>z5").problems.at(0).message.find("z1→z5") != std::string::npos);
  CHECK(at("q=z1>x1").problems.at(0).message.find("z1→x1 of q is left out") != std::string::npos);
  CHECK(at("to=z1").problems.at(0).key == "to");
  CHECK(at("to=x5").problems.at(0).message.find("no x5") != std::string::npos);
  CHECK(at("given=z1,z2").problems.at(0).message.find("z1 counts as not given") !=
        std::string::npos);
}

TEST_CASE("more than 2 000 paths are not walked, and the answer is known all the same") {
  const lab::Report r = at("graph=autoregressive&latents=4&observed=4&to=x4&given=");
  CHECK(real(r, "paths.open") + real(r, "paths.blocked") <= 2000);
  const lab::Report large = at("graph=autoregressive&latents=6&observed=6");
  CHECK(large.problems.at(0).message.find("more than 40 arrows") != std::string::npos);
  CHECK(word(large, "factor.p").find("p(z6)") != std::string::npos);
}

TEST_CASE("nodes that are not there are not offered") {
  const auto lab = laboratory::graphical_model::lab_row.make();
  lab::Fields fields = lab->declaration();
  fields.set("observed", "1");
  lab->take(fields);
  lab->offer(fields);
  const lab::Field& given = *fields.find("given");
  CHECK(given.offers("z3"));
  CHECK(given.offers("x1"));
  CHECK(!given.offers("x2"));
  CHECK(!fields.find("from")->offers("z4"));
}

TEST_CASE("few enough figures are in view, and the two graphs go out as text") {
  const lab::Report r = at("");
  CHECK(tests::most_in_view(r) <= 5);
  CHECK(tests::shape<lab::Working>(r, "python").lines.at(1) ==
        "q = [(\"z1\", \"z2\"), (\"z2\", \"z3\"), (\"x1\", \"z1\"), (\"x2\", \"z2\"), (\"x3\", "
        "\"z3\")]");
  CHECK(tests::shape<lab::Working>(r, "tikz").lines.at(2) == "  \\node (z1) at (0,2) {$z_1$};");
  CHECK(word(at("p=" + word(r, "arrows.p")), "arrows.p") == word(r, "arrows.p"));
}
